"""Starts Pelican without what nobody here uses of it: its reStructuredText reader, its feeds and its coloured log take half the
time it needs to load.

Pelican imports their libraries at its top. While it does, stand-ins take their places; afterwards the real ones can be
imported by whoever wants them. Where one of them has been imported already, nothing is done.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

_LEFT_OUT = ("docutils", "pygments", "feedgenerator", "rich")


class _Answering(type):
    """A class whose every attribute is another such class: enough to be subclassed, called and registered with."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _stand_in(name)


def _stand_in(name: str) -> type:
    return _Answering(name, (), {"__init__": _nothing, "__getattr__": lambda self, name: _nothing})


def _nothing(*_: Any, **__: Any) -> None:
    """Whatever a stand-in is asked to do."""


class _Blank(ModuleType):
    __path__: Sequence[str] = ()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _stand_in(name)


class _Finder(MetaPathFinder, Loader):
    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        return ModuleSpec(name, self, is_package=True) if name.partition(".")[0] in _LEFT_OUT else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _Blank(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """There is nothing in it."""


def import_pelican() -> None:
    """Import Pelican, once."""
    if any(name in sys.modules for name in ("pelican", *_LEFT_OUT)):
        import_module("pelican")
        return
    finder = _Finder()
    sys.meta_path.insert(0, finder)
    try:
        import_module("pelican")
    finally:
        sys.meta_path.remove(finder)
        for name in [name for name in sys.modules if name.partition(".")[0] in _LEFT_OUT]:
            del sys.modules[name]
