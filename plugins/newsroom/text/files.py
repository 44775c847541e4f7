"""Safe file access: checks what is at a path before opening it, and replaces files atomically.

Reading a pipe or a device might never end.
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from enum import Enum, auto
from pathlib import Path

UNFINISHED = ".new-"  # prefix of the names of files that are still being written


class Kind(Enum):
    FILE = auto()  # or a link to one
    FOLDER = auto()
    LINKED_FOLDER = auto()  # a link that leads to a folder
    GONE = auto()  # nothing, or a broken link
    SPECIAL = auto()  # a pipe, a socket, a device


def kind_of(path: Path) -> Kind:
    """What is at `path`; opens nothing."""
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):  # ValueError: a name that no file can have
        return Kind.GONE
    if stat.S_ISDIR(mode):
        return Kind.LINKED_FOLDER if os.path.islink(path) else Kind.FOLDER
    return Kind.FILE if stat.S_ISREG(mode) else Kind.SPECIAL


def read_bytes(path: Path, at_most: int = -1) -> bytes:
    """The bytes of a file, or its first `at_most` bytes. Raises OSError, also for anything but a file or a link to one."""
    if kind_of(path) not in (Kind.FILE, Kind.GONE):
        raise OSError(errno.EINVAL, "不是普通文件")
    with path.open("rb") as file:
        return file.read(at_most)


def write_whole(path: Path, *pieces: bytes, is_lasting: bool = False) -> None:
    """Write a file atomically: readers see the old bytes or the new ones, even if this process is killed.

    An existing file keeps its permissions. Raises OSError and then leaves `path` as it was.
    is_lasting: wait until the bytes are on the disk, for content that could not be made again.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{UNFINISHED}{os.urandom(8).hex()}")
    try:
        with unfinished.open("xb") as file:
            file.writelines(pieces)
            if is_lasting:
                file.flush()
                os.fsync(file.fileno())
        with suppress(OSError):  # there may be no file yet
            unfinished.chmod(path.stat().st_mode & 0o777)
        os.replace(unfinished, path)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink()
        raise
