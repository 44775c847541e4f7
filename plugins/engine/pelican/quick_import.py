"""Starts Pelican without what nobody here uses of it: its reStructuredText reader, its feeds, its server, its watching of files,
its reading of dates and its coloured log take more than half the time it needs to load.

Pelican imports their modules at its top. While it does, stand-ins take their places; afterwards the real ones can be
imported by whoever wants them. One that has been imported already is left alone.
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
    """A class whose every attribute is another such class: enough to be subclassed, called and registered with."""

    def __getattr__(cls, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        return _stand_in(name)


def _stand_in(name: str) -> type:
    return _Answering(name, (), {"__init__": _nothing, "__getattr__": lambda self, name: _nothing})


def _nothing(*_: object, **__: object) -> None:
    """Whatever a stand-in is asked to do."""


class _Blank(ModuleType):
    __path__: MutableSequence[str] = []  # noqa: RUF012  nothing is ever put there

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        return _stand_in(name)


class _Finder(Loader):
    """A finder and loader of modules. names: those that are left out, with all below them."""

    def __init__(self, names: Sequence[str]) -> None:
        self._below = tuple(f"{name}." for name in names)

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        return ModuleSpec(name, self, is_package=True) if f"{name}.".startswith(self._below) else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _Blank(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """There is nothing in it."""


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
    """Take a stand-in away, also from the package it stood in."""
    stand_in = sys.modules.pop(name)
    package, _, own = name.rpartition(".")
    if package in sys.modules and vars(sys.modules[package]).get(own) is stand_in:
        delattr(sys.modules[package], own)
