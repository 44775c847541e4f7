"""The cache folder's files: each is read whole as it was put there, or not at all. What they mean is left to others.

A file appears by a rename and carries the checksum of its matter, so that a killed or a concurrent build, a damaged disk or
another program's file is never mistaken for ours. `kind` says what the file is and in which edition.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import pickle
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

_MAGIC = b"desk1\n"
_HASH = 32
_TRUSTED = ("plugins.newsroom.", "plugins.engine.", "plugins.photos.")
_PLAIN = {("datetime", name) for name in ("datetime", "date", "timedelta", "timezone")} | {
    ("builtins", name) for name in ("frozenset", "set", "slice")
}


def zone(key: str) -> ZoneInfo:
    return ZoneInfo(key)


# A time zone pickles itself as a call of getattr, which could be made to call anything.
_OTHERWISE = {ZoneInfo: lambda given: (zone, (given.key,))}


class Damaged(Exception):
    """The file is there, but it is not what was put there, or not ours."""


class Outdated(Damaged):
    """The file is whole, but another program or another edition put it there."""


def put(path: Path, kind: str, data: bytes) -> None:
    """Keep `data` at `path`. Raises OSError when the folder cannot be written."""
    import tempfile  # noqa: PLC0415  a build that finds nothing to do keeps nothing

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, unfinished = tempfile.mkstemp(prefix=".new-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(_head(kind, data))
            file.write(data)
        os.replace(unfinished, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(unfinished)
        raise


def get(path: Path, kind: str) -> bytes | None:
    """What was put at `path`; None when nothing is there. Raises Damaged, and Outdated when it is of another kind."""
    try:
        whole = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Damaged(str(error)) from error
    length = len(_MAGIC) + 2 * _HASH
    data = whole[length:]
    head, wanted = whole[:length], _head(kind, data)
    if head != wanted:
        is_whole = (head[: len(_MAGIC)], head[-_HASH:]) == (_MAGIC, wanted[-_HASH:])
        raise (Outdated if is_whole else Damaged)(path.name)
    return data


def _head(kind: str, data: bytes) -> bytes:
    return _MAGIC + hashlib.sha256(kind.encode()).digest() + hashlib.sha256(data).digest()


def packed(value: Any) -> bytes:
    """Bytes for a value made of plain values and of our own classes."""
    file = io.BytesIO()
    pickler = pickle.Pickler(file, protocol=5)
    pickler.dispatch_table = _OTHERWISE
    pickler.dump(value)
    return file.getvalue()


def unpacked(data: bytes) -> Any:
    """The value in `data`, made of plain values and of our own classes: nothing else is ever called. Raises Damaged."""
    try:
        return _Unpickler(io.BytesIO(data)).load()
    except Exception as error:  # whatever damaged bytes lead the unpickler to
        raise Damaged(f"{type(error).__name__}: {error}") from error


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
