"""The cache folder's files: each is read whole as it was put there, or not at all. What they mean is left to others.

A file appears by a rename and carries the checksum of its matter, so that a killed or a concurrent build, a damaged disk or
another program's file is never mistaken for ours. `kind` says what the file is and in which edition. Whatever lies there,
reading it ends in what was put there or in Unusable, and nobody need know more of it than that.
"""

from __future__ import annotations

import contextlib
import io
import os
import pickle
from collections.abc import Callable
from enum import Enum, EnumType
from operator import attrgetter, methodcaller
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from plugins.newsroom.text.fingerprint import sha256

UNFINISHED = ".new-"  # how the names of files begin that are being written
_MAGIC = b"desk1\n"
_HASH = 32
_PROTOCOL = 5
_TRUSTED = ("plugins.newsroom.", "plugins.engine.", "plugins.photos.", "plugins.attachments.")
_PLAIN = {("datetime", name) for name in ("datetime", "date", "timedelta", "timezone")} | {
    ("builtins", name) for name in ("frozenset", "set", "slice")
}


class Unusable(Exception):
    """There is a file, but what it holds must be made anew."""


class Damaged(Unusable):
    """It is not what was put there."""


class Outdated(Unusable):
    """It is whole, but another program or another edition put it there."""


def put(path: Path, kind: str, data: bytes) -> None:
    """Keep `data` at `path`, whatever lies there. Raises OSError when the folder cannot be written."""
    import tempfile  # noqa: PLC0415  a build that finds nothing to do keeps nothing

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, unfinished = tempfile.mkstemp(prefix=UNFINISHED, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(_head(kind, data))
            file.write(data)
        if path.is_dir() and not path.is_symlink():
            drop(path)
        os.replace(unfinished, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(unfinished)
        raise


def drop(path: Path) -> None:
    """Take away whatever lies at `path`, if that can be done."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        import shutil  # noqa: PLC0415  few builds find a folder where a file should be

        shutil.rmtree(path, ignore_errors=True)


def get(path: Path, kind: str) -> bytes | None:
    """What was put at `path`; None when nothing is there. Raises Unusable."""
    try:
        whole = bytes_of(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except PermissionError as error:
        raise Unusable(str(error)) from error
    except OSError as error:
        raise Damaged(str(error)) from error
    length = len(_MAGIC) + 2 * _HASH
    data = whole[length:]
    head, wanted = whole[:length], _head(kind, data)
    if head != wanted:
        is_whole = (head[: len(_MAGIC)], head[-_HASH:]) == (_MAGIC, wanted[-_HASH:])
        raise (Outdated if is_whole else Damaged)(path.name)
    return data


def bytes_of(path: Path) -> bytes:
    """The bytes of a file. Raises OSError, also where there is something else, on which one might wait for ever."""
    check_file(path)
    return path.read_bytes()


def check_file(path: Path) -> None:
    """Raises OSError where there is no file: nothing, a folder, a pipe or a device."""
    if not path.is_file():
        path.lstat()  # says so when there is nothing
        raise OSError(f"{path.name} is no file")


def _head(kind: str, data: bytes) -> bytes:
    return _MAGIC + sha256(kind.encode()) + sha256(data)


def packed(value: Any) -> bytes:
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


class _Ways(dict[type, Callable[[Any], Any]]):
    """How values that are not plain are put down, by their class: as that class called with plain values, on every Python.

    A class is looked at when its first value is met. What Python itself would write is not the same everywhere: Enum members are
    calls of getattr on 3.11.0 to 3.11.3, time zones are on all, and getattr could be made to call anything.
    """

    def __missing__(self, kind: type) -> Callable[[Any], Any]:
        if not _is_known(kind):
            raise TypeError(f"values of {kind.__module__}.{kind.__qualname__} cannot be kept")
        way = _member if issubclass(kind, Enum) else methodcaller("__reduce_ex__", _PROTOCOL)
        self[kind] = way
        return way


def _member(member: Enum) -> tuple[type, tuple[Any]]:
    return type(member), (member.value,)


def _is_known(kind: type) -> bool:
    """Whether values of `kind` are found again: one of ours must not be put down as a call of something else."""
    if (kind.__module__, kind.__qualname__) in _PLAIN:
        return True
    is_usual = kind.__reduce_ex__ is object.__reduce_ex__ and kind.__reduce__ is object.__reduce__
    return kind.__module__.startswith(_TRUSTED) and (is_usual or issubclass(kind, Enum))


_WAYS = _Ways({EnumType: attrgetter("__qualname__"), ZoneInfo: lambda given: (zone, (given.key,))})


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        """A class where it is made: what a module of ours only imports, or does, is nothing to be called by a file."""
        known = _FOUND.get((module, name))
        if known is None:
            known = _FOUND[module, name] = self._found(module, name)
        return known

    def _found(self, module: str, name: str) -> Any:
        if module.startswith(_TRUSTED) or (module, name) in _PLAIN:
            found = super().find_class(module, name)
            if found is zone or (isinstance(found, type) and found.__module__ == module):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is not ours")


_FOUND: dict[tuple[str, str], Any] = {}
