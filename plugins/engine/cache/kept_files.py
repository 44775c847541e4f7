"""Cache files with checksums: a file is read back exactly as written, or not at all. What it holds is left to the callers.

A file appears by a rename and carries the checksum of its data, so that the leftovers of a killed or concurrent build, a damaged
disk or another program's file are never mistaken for ours. `kind` names the type and version of the file; given as bytes, it is
itself the file's header. Whatever is on disk, reading it gives what was written or raises Unusable.
"""

from __future__ import annotations

from pathlib import Path

from plugins.newsroom.text.files import write_whole
from plugins.newsroom.text.fingerprint import sha256

_MAGIC = b"desk1\n"
_HASH = 32


class Unusable(Exception):
    """There is a file, but its content must be made anew."""


class Damaged(Unusable):
    """Its bytes are not those that were written."""


class Outdated(Unusable):
    """It is intact, but was written by another program or another version."""


def put(path: Path, kind: str | bytes, data: bytes) -> None:
    """Write `data` to `path`, replacing whatever is there. Raises OSError when the folder cannot be written."""
    if path.is_dir() and not path.is_symlink():
        drop(path)
    write_whole(path, _head(kind, data), data)


def drop(path: Path) -> None:
    """Delete whatever is at `path`, if possible."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        import shutil  # noqa: PLC0415  few builds find a folder where a file should be

        shutil.rmtree(path, ignore_errors=True)


def get(path: Path, kind: str | bytes) -> bytes | None:
    """The data written to `path`; None when nothing is there. Raises Unusable."""
    try:
        whole = bytes_of(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except PermissionError as error:
        raise Unusable(str(error)) from error
    except OSError as error:
        raise Damaged(str(error)) from error
    length = len(_head(kind, b""))
    data = whole[length:]
    head, wanted = whole[:length], _head(kind, data)
    if head != wanted:
        is_whole = (head[: len(_MAGIC)], head[-_HASH:]) == (_MAGIC, wanted[-_HASH:])
        raise (Outdated if is_whole else Damaged)(path.name)
    return data


def bytes_of(path: Path) -> bytes:
    """The bytes of a regular file. Raises OSError for anything else too: reading a pipe could block for ever."""
    check_file(path)
    return path.read_bytes()


def check_file(path: Path) -> None:
    """Raises OSError unless `path` is a regular file: for nothing, a folder, a pipe or a device."""
    if not path.is_file():
        path.lstat()  # raises FileNotFoundError when there is nothing
        raise OSError(f"{path.name} is no file")


def _head(kind: str | bytes, data: bytes) -> bytes:
    return (kind if isinstance(kind, bytes) else _MAGIC + sha256(kind.encode())) + sha256(data)
