"""Turns the credit line under a photo into a Credit value, parsed once. The grammar of credits is left to `byline.credit`."""

from __future__ import annotations

from functools import lru_cache

from ..byline.credit import parse_credit
from ..findings.problems import Place
from ..media.photo import Credit, Maker


@lru_cache(maxsize=4096)  # one Credit object for all photos with the same line, so that a story is pickled with it once
def credit_of(text: str) -> Credit:
    """The people named by a photo's credit line; none for an empty line. Problems in it are reported by `parse_credit`."""
    if not text:
        return Credit()
    line = parse_credit(text, Place(""))[0]
    makers = (Maker(person.name, person.role, person.does, person.provided) for person in line.contributors)
    return Credit(text, tuple(makers), bool(line.doubts))
