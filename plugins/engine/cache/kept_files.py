"""The cache's files: each is read whole as it was put there, or not at all. What they mean is left to others.

A file appears by a rename and carries the checksum of its data, so that a killed or a concurrent build, a damaged disk or
another program's file is never mistaken for ours. `kind` says what the file is and in which version; as bytes, it is itself what
the file begins with. Whatever lies there,
reading it ends in what was put there or in Unusable, and nobody need know more of it than that.
"""

from __future__ import annotations

from pathlib import Path

from plugins.newsroom.text.files import write_whole
from plugins.newsroom.text.fingerprint import sha256

_MAGIC = b"desk1\n"
_HASH = 32


class Unusable(Exception):
    """There is a file, but what it holds must be made anew."""


class Damaged(Unusable):
    """It is not what was put there."""


class Outdated(Unusable):
    """It is whole, but another program or another version put it there."""


def put(path: Path, kind: str | bytes, data: bytes) -> None:
    """Keep `data` at `path`, whatever lies there. Raises OSError when the folder cannot be written."""
    if path.is_dir() and not path.is_symlink():
        drop(path)
    write_whole(path, _head(kind, data), data)


def drop(path: Path) -> None:
    """Take away whatever lies at `path`, if that can be done."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        import shutil  # noqa: PLC0415  few builds find a folder where a file should be

        shutil.rmtree(path, ignore_errors=True)


def get(path: Path, kind: str | bytes) -> bytes | None:
    """What was put at `path`; None when nothing is there. Raises Unusable."""
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
    """The bytes of a file. Raises OSError, also where there is something else, on which one might wait for ever."""
    check_file(path)
    return path.read_bytes()


def check_file(path: Path) -> None:
    """Raises OSError where there is no file: nothing, a folder, a pipe or a device."""
    if not path.is_file():
        path.lstat()  # says so when there is nothing
        raise OSError(f"{path.name} is no file")


def _head(kind: str | bytes, data: bytes) -> bytes:
    return (kind if isinstance(kind, bytes) else _MAGIC + sha256(kind.encode())) + sha256(data)
