"""Which of the names that there are somebody may have meant by one that is not there. Whoever asks says so; nobody ever assumes it."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import PurePosixPath


def nearest(name: str, names: Iterable[str]) -> str:
    """The one file name that is close, "" when there is none or more than one: case, then suffix, then spelling."""
    names = list(names)
    stem = PurePosixPath(name).stem.casefold()
    for alike in (
        [other for other in names if other.casefold() == name.casefold()],
        [other for other in names if PurePosixPath(other).stem.casefold() == stem],
        get_close_matches(name, names, n=2, cutoff=0.8),
    ):
        if alike:
            return alike[0] if len(alike) == 1 else ""
    return ""
