"""Writing to files and pipes by their descriptors, unbuffered: a forked process ends without emptying any buffer."""

from __future__ import annotations

import os


def write_whole(descriptor: int, data: bytes) -> None:
    """All of `data`, where one call may take only a part of it. Raises OSError."""
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]
