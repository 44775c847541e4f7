"""The callback by which long-running work reports its progress. Showing it to people is left to the desk."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Called repeatedly, from one thread.

    done, total: counts of work items; label: the stage, in Chinese; saved: bytes saved so far, published files against
    originals; 0 where that means nothing.
    """

    def __call__(self, done: int, total: int, label: str, saved: int = 0) -> None: ...
