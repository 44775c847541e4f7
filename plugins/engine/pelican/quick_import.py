"""Imports Pelican without the dependencies that are not used here, which take more than half of its import time.

These serve its reStructuredText reader, feeds, server, file watcher, date parser and coloured log. Pelican imports them at
module level; meanwhile stand-ins take their places, and afterwards the real modules can be imported as usual. A module that
has already been imported is left alone.
"""

from __future__ import annotations

import sys
from collections.abc import MutableSequence, Sequence
from importlib import import_module
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.abc import Loader
else:
    Loader = object  # importlib.abc imports importlib.resources, 10 ms in which Pelican itself is half loaded

_LEFT_OUT = (
    "docutils",
    "pygments",
    "feedgenerator",
    "rich",
    "watchfiles",
    "dateutil",
    "pelican.server",
    "importlib.metadata",
)


class _Answering(type):
    """A class whose every attribute is another such class: it can be subclassed, called and registered with."""

    def __getattr__(cls, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        return _stand_in(name)


def _stand_in(name: str) -> type:
    return _Answering(name, (), {"__init__": _nothing, "__getattr__": lambda self, name: _nothing})


def _nothing(*_: object, **__: object) -> None:
    """Every function and method of a stand-in."""


class _Blank(ModuleType):
    __path__: MutableSequence[str] = []  # noqa: RUF012  never modified

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        return _stand_in(name)


class _Finder(Loader):
    """A finder and loader that provides blank modules. names: the modules left out, with all their submodules."""

    def __init__(self, names: Sequence[str]) -> None:
        self._below = tuple(f"{name}." for name in names)

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        return ModuleSpec(name, self, is_package=True) if f"{name}.".startswith(self._below) else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _Blank(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing to execute."""


def import_pelican() -> None:
    """Import Pelican, once."""
    finder = _Finder([name for name in _LEFT_OUT if name not in sys.modules])
    sys.meta_path.insert(0, finder)
    try:
        import_module("pelican")
    finally:
        sys.meta_path.remove(finder)
        for name in [name for name, module in sys.modules.items() if isinstance(module, _Blank)]:
            _forget(name)


def _forget(name: str) -> None:
    """Remove a stand-in from sys.modules and from its package."""
    stand_in = sys.modules.pop(name)
    package, _, own = name.rpartition(".")
    if package in sys.modules and vars(sys.modules[package]).get(own) is stand_in:
        delattr(sys.modules[package], own)
