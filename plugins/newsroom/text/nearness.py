"""Suggests which existing file name was meant by one that does not exist. It is only ever shown as a question, never assumed."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import PurePosixPath


def nearest(name: str, names: Iterable[str]) -> str:
    """The one close file name, "" if there is none or more than one; tries case, then suffix, then spelling."""
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
