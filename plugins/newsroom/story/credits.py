"""A credit as a value: what was written under a photo, read once. What a credit may say is left to `byline.credit`."""

from __future__ import annotations

from functools import lru_cache

from ..byline.credit import parse_credit
from ..findings.problems import Place
from ..media.photo import Credit, Maker


@lru_cache(maxsize=4096)  # a value that many photos share is written once a story
def credit_of(text: str) -> Credit:
    """Whom the line under a photo names; nobody for an empty one. What is wrong with it says `parse_credit`."""
    if not text:
        return Credit()
    line = parse_credit(text, Place(""))[0]
    makers = (Maker(one.name, one.role, one.does, one.provided) for one in line.contributors)
    return Credit(text, tuple(makers), bool(line.doubts))
