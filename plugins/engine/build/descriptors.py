"""Unbuffered writing to file descriptors: a forked process exits without flushing any buffer."""

from __future__ import annotations

import os

BINARY = getattr(os, "O_BINARY", 0)
"""Belongs in the flags of every `os.open`: without it Windows translates line endings."""


def write_all(descriptor: int, data: bytes) -> None:
    """Write all of `data`: a single call may write only part of it. Raises OSError."""
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]
