"""Values as bytes and back: plain values and our own classes only, so that bytes from anywhere can be read without harm."""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from enum import Enum, EnumType
from operator import attrgetter, methodcaller
from typing import Any
from zoneinfo import ZoneInfo

from .kept_files import Outdated

_PROTOCOL = 5
_TRUSTED = ("plugins.newsroom.", "plugins.engine.", "plugins.photos.", "plugins.attachments.")
_PLAIN = {("datetime", name) for name in ("datetime", "date", "timedelta", "timezone")} | {
    ("builtins", name) for name in ("frozenset", "set", "slice")
}


def packed(value: object) -> bytes:
    """Bytes for a value made of plain values and of our own classes. Raises TypeError for any other, which could not be read again."""
    file = io.BytesIO()
    pickler = pickle.Pickler(file, protocol=_PROTOCOL)
    pickler.dispatch_table = _WAYS
    pickler.dump(value)
    return file.getvalue()


def unpacked(data: bytes) -> Any:
    """The value in `data`, made of plain values and of our own classes: nothing else is ever called. Raises Outdated: whoever
    has the bytes knows that they are as they were put there."""
    try:
        return _Unpickler(io.BytesIO(data)).load()
    except Exception as error:  # whatever bytes of another program lead the unpickler to
        raise Outdated(f"{type(error).__name__}: {error}") from error


def zone(key: str) -> ZoneInfo:
    return ZoneInfo(key)


_Way = Callable[[Any], Any]


class _Ways(dict[type, _Way]):
    """How values that are not plain are put down, by their class: as that class called with plain values, on every Python.

    A class is looked at when its first value is met. What Python itself would write is not the same everywhere: Enum members are
    calls of getattr on 3.11.0 to 3.11.3, time zones are on all, and getattr could be made to call anything.
    """

    def __missing__(self, kind: type) -> _Way:
        if not _is_known(kind):
            raise TypeError(f"values of {kind.__module__}.{kind.__qualname__} cannot be kept")
        way = _member if issubclass(kind, Enum) else methodcaller("__reduce_ex__", _PROTOCOL)
        self[kind] = way
        return way


def _member(member: Enum) -> tuple[type, tuple[object]]:
    return type(member), (member.value,)


def _is_known(kind: type) -> bool:
    """Whether values of `kind` are found again: one of ours must not be put down as a call of something else."""
    if (kind.__module__, kind.__qualname__) in _PLAIN:
        return True
    is_usual = all(getattr(kind, name) is getattr(object, name) for name in ("__reduce__", "__reduce_ex__"))
    return kind.__module__.startswith(_TRUSTED) and (is_usual or issubclass(kind, Enum))


_WAYS = _Ways({EnumType: attrgetter("__qualname__"), ZoneInfo: lambda given: (zone, (given.key,))})


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> object:
        """A class where it is made: what a module of ours only imports, or does, is nothing to be called by a file."""
        known = _FOUND.get((module, name))
        if known is None:
            known = _FOUND[module, name] = self._found(module, name)
        return known

    def _found(self, module: str, name: str) -> object:
        if module.startswith(_TRUSTED) or (module, name) in _PLAIN:
            found = super().find_class(module, name)
            if found is zone or (isinstance(found, type) and found.__module__ == module):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is not ours")


_FOUND: dict[tuple[str, str], object] = {}
