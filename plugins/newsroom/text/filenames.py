"""Normalises file names, as editors write them and as disks store them, so that the two can be compared. Opens no file."""

from __future__ import annotations

import posixpath
import re
import unicodedata

_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|[/\\]")


def normal(name: str) -> str:
    """A name in the form used for comparison (NFC): macOS decomposes accented characters, which nobody can see."""
    return name if name.isascii() else unicodedata.normalize("NFC", name)


def same_name(one: str, other: str) -> bool:
    """Whether two names mean the same file. Case matters, as it does on the server."""
    return normal(one) == normal(other)


def as_path(written: str) -> str:
    """The path meant by a name with backslashes, or one that starts with the folder itself: .\\tu\\01.jpg is tu/01.jpg.

    A name that leads elsewhere (C:\\, https:, /) stays as it is.
    """
    if _ELSEWHERE.match(written):
        return written
    path = written.replace("\\", "/").replace("／", "/")
    return posixpath.normpath(path) if path.startswith("./") or path != written else written
