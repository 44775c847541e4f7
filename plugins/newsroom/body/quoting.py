"""Recognizes block quotes that are editors' notes (编者按)."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

EDITORS_NOTE = "editors-note"
_OPENING = re.compile(r"[\s【\[（(]*(?:编者按|编者的话|编后)")


def is_editors_note(words: str) -> bool:
    """Whether a quote with these words is an editors' note."""
    return bool(_OPENING.match(words))


def mark_editors_notes(root: Element) -> None:
    """Set the class of the editors' notes below `root`, in place."""
    for quote in root.iter("blockquote"):
        if is_editors_note("".join(quote.itertext())):
            quote.set("class", EDITORS_NOTE)
