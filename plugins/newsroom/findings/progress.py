"""How long work tells how far it has come. Showing it to people is left to the desk."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Called again and again, from one thread.

    done, total: pieces of work; label: the stage, in Chinese; saved: bytes by which what readers get is lighter than what it
    was made of, so far; 0 where that says nothing.
    """

    def __call__(self, done: int, total: int, label: str, saved: int = 0) -> None: ...
