"""Writing files and pipes by their descriptors, unbuffered: a forked process ends without emptying any buffer."""

from __future__ import annotations

import os

BINARY = getattr(os, "O_BINARY", 0)
"""To be among the flags of every `os.open`: without it Windows changes line ends on the way."""


def write_all(descriptor: int, data: bytes) -> None:
    """All of `data`, where one call may take only a part of it. Raises OSError."""
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]
