"""Names of files as editors write them and as disks keep them: one form of both, so that they can be compared. Opens none."""

from __future__ import annotations

import posixpath
import re
import unicodedata

_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|[/\\]")


def normal(name: str) -> str:
    """A name in the one form that is compared: macOS takes characters with marks apart, which nobody can see."""
    return name if name.isascii() else unicodedata.normalize("NFC", name)


def same_name(one: str, other: str) -> bool:
    """Whether two names mean one file. Upper and lower case do not, as on the server."""
    return normal(one) == normal(other)


def as_path(written: str) -> str:
    """The file meant by a name that was written as on Windows, or from the folder on: .\\tu\\01.jpg is tu/01.jpg.

    What leads elsewhere (C:\\, https:, /) stays as it is.
    """
    if _ELSEWHERE.match(written):
        return written
    path = written.replace("\\", "/").replace("／", "/")
    return posixpath.normpath(path) if path.startswith("./") or path != written else written
