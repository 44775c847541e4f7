"""Pickles and unpickles values, restricted to plain values and our own classes, so that even untrusted bytes are safe to read."""

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
    """Pickle a value made of plain values and our own classes. Raises TypeError for any other, which could not be read back."""
    file = io.BytesIO()
    pickler = pickle.Pickler(file, protocol=_PROTOCOL)
    pickler.dispatch_table = _REDUCERS
    pickler.dump(value)
    return file.getvalue()


def unpacked(data: bytes) -> Any:
    """Unpickle `data`, made of plain values and our own classes: nothing else is ever called. Raises Outdated, not Damaged: the
    caller has already verified that the bytes are as they were written."""
    try:
        return _Unpickler(io.BytesIO(data)).load()
    except Exception as error:  # bytes of another program can make the unpickler raise anything
        raise Outdated(f"{type(error).__name__}: {error}") from error


def zone(key: str) -> ZoneInfo:
    return ZoneInfo(key)


_Reducer = Callable[[Any], Any]


class _Reducers(dict[type, _Reducer]):
    """Reducers by class for values that are not plain: each is pickled as its class called with plain values, on every Python.

    A class is checked when its first value is met. Python's own pickles differ by version: Enum members are pickled through
    getattr on 3.11.0 to 3.11.3, time zones on all versions, and allowing getattr would allow calling anything.
    """

    def __missing__(self, kind: type) -> _Reducer:
        if not _is_known(kind):
            raise TypeError(f"values of {kind.__module__}.{kind.__qualname__} cannot be kept")
        reducer = _member if issubclass(kind, Enum) else methodcaller("__reduce_ex__", _PROTOCOL)
        self[kind] = reducer
        return reducer


def _member(member: Enum) -> tuple[type, tuple[object]]:
    return type(member), (member.value,)


def _is_known(kind: type) -> bool:
    """Whether values of `kind` can be read back: a class of ours must not be pickled as a call of something else."""
    if (kind.__module__, kind.__qualname__) in _PLAIN:
        return True
    is_usual = all(getattr(kind, name) is getattr(object, name) for name in ("__reduce__", "__reduce_ex__"))
    return kind.__module__.startswith(_TRUSTED) and (is_usual or issubclass(kind, Enum))


_REDUCERS = _Reducers({EnumType: attrgetter("__qualname__"), ZoneInfo: lambda given: (zone, (given.key,))})


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> object:
        """A class from the module that defines it: a file may not call what a module of ours only imports, nor its functions."""
        known = _CLASSES.get((module, name))
        if known is None:
            known = _CLASSES[module, name] = self._resolved(module, name)
        return known

    def _resolved(self, module: str, name: str) -> object:
        if module.startswith(_TRUSTED) or (module, name) in _PLAIN:
            found = super().find_class(module, name)
            if found is zone or (isinstance(found, type) and found.__module__ == module):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is not ours")


_CLASSES: dict[tuple[str, str], object] = {}
