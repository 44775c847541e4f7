"""Unifies tags written in several spellings (PPP, ppp, “PPP”): picks the canonical one and finds the stories that differ.

The story published first decides, so that a new one never moves the tag's page. `text.names` defines which spellings are equal.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from ..registry import Term
from ..story.brief import Brief, respelt
from ..story.model import Story
from ..text.names import tag_key
from .visibility import Held

Odd = Mapping[str, Term]  # the canonical tag, by each deviating spelling
_Tagged = TypeVar("_Tagged", Story, Brief)


def odd_spellings(briefs: Iterable[Brief], held: Mapping[str, Held]) -> Odd:
    """The canonical tag for each deviating spelling: visible stories decide before held-back ones, then date, then path."""
    names = {term.name for brief in briefs for term in brief.tags}
    if len({tag_key(name) for name in names}) == len(names):
        return {}
    first: dict[str, Term] = {}
    odd: dict[str, Term] = {}
    for brief in sorted(briefs, key=lambda brief: (brief.source in held, brief.published, brief.source)):
        for term in brief.tags:
            chosen = first.setdefault(tag_key(term.name), term)
            if chosen.name != term.name:
                odd[term.name] = chosen
    return odd


def is_odd(tagged: Story | Brief, odd: Odd) -> bool:
    return any(term.name in odd for term in tagged.tags)


def spelt(tagged: _Tagged, odd: Odd) -> _Tagged:
    """The same story or brief with each tag once, in its canonical spelling."""
    if not odd or not is_odd(tagged, odd):
        return tagged
    tags = (odd.get(term.name, term) for term in tagged.tags)
    once = tuple({term.id: term for term in tags}.values())
    if isinstance(tagged, Story):
        return replace(tagged, tags=once)
    return respelt(tagged, once)
