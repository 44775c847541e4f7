"""Names and kinds of what lies below the content folder: how names are compared, what stands at a path before it is opened, and
how a file is replaced in one step.

A pipe or a device would never come to an end.
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from enum import Enum, auto
from pathlib import Path

UNFINISHED = ".new-"  # how the names of files begin that are being written


class Kind(Enum):
    FILE = auto()  # or a link to one
    FOLDER = auto()
    LINKED_FOLDER = auto()  # a link that leads to a folder
    GONE = auto()  # nothing, or a link that leads to nothing
    SPECIAL = auto()  # a pipe, a socket, a device


def kind_of(path: Path) -> Kind:
    """What stands at `path`; opens nothing."""
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):  # ValueError: a name that no file can have
        return Kind.GONE
    if stat.S_ISDIR(mode):
        return Kind.LINKED_FOLDER if os.path.islink(path) else Kind.FOLDER
    return Kind.FILE if stat.S_ISREG(mode) else Kind.SPECIAL


def read_bytes(path: Path, at_most: int = -1) -> bytes:
    """The bytes of a file, or its first `at_most` ones. Raises OSError, also for whatever is neither a file nor a link to one."""
    if kind_of(path) not in (Kind.FILE, Kind.GONE):
        raise OSError(errno.EINVAL, "不是普通文件")
    with path.open("rb") as file:
        return file.read(at_most)


def write_whole(path: Path, *pieces: bytes, is_lasting: bool = False) -> None:
    """Put a file with these bytes at `path` in one step: whoever reads it meets the old bytes or the new ones, also when this process
    is killed. A file that stood there keeps its permissions. Raises OSError; then `path` is as it was.

    is_lasting: wait until the disk has them, for what nobody could make again.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{UNFINISHED}{os.urandom(8).hex()}")
    try:
        with unfinished.open("xb") as file:
            file.writelines(pieces)
            if is_lasting:
                file.flush()
                os.fsync(file.fileno())
        with suppress(OSError):  # there may be none
            unfinished.chmod(path.stat().st_mode & 0o777)
        os.replace(unfinished, path)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink()
        raise
