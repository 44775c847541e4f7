"""Reading and writing files and pipes by their descriptors, unbuffered: a forked process ends without emptying any buffer."""

from __future__ import annotations

import os

BINARY = getattr(os, "O_BINARY", 0)
"""To be among the flags of every `os.open`: without it Windows changes line ends on the way."""


def write_whole(descriptor: int, data: bytes) -> None:
    """All of `data`, where one call may take only a part of it. Raises OSError."""
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def read_at(descriptor: int, length: int, start: int) -> bytes:
    """Up to `length` bytes from `start`. Raises OSError.

    Forked processes share the position of a file, so it is not moved; where it must be, on Windows, there is no fork.
    """
    if hasattr(os, "pread"):
        return os.pread(descriptor, length, start)
    os.lseek(descriptor, start, os.SEEK_SET)
    return os.read(descriptor, length)
