"""Which stories have something in common: projects, units, tags and people they share. What a page prints of them is left to `relations`.

A thing in common says the more the fewer stories share it, and what a story is about says more than who signed it. Stories
are compared only where they stand close together in the list of what they share: so a new story changes few others, and
the work grows with the column, not with its square.
"""

from __future__ import annotations

from array import array
from collections.abc import MutableMapping, Sequence
from typing import Any

from .brief import Brief
from .fingerprint import digest

KEPT = 5  # of each story, so that enough are left when those its page names anyway are taken out
NOBODY = -1
_REACH = 2  # stories to either side in each list
_SUBJECT, _PERSON = 2, 1  # how much a thing in common says
_NEARER = 1 << 24  # more than there are stories: what is shared decides, and between equals who stands nearer


def kin(listed: Sequence[Brief], memory: MutableMapping[str, Any]) -> array[int]:
    """For each story KEPT numbers of others in `listed`, those with most in common first; NOBODY where there are no more.

    listed: newest first; memory: what an earlier call left there, which is the answer as long as nobody's `kin` changed.
    """
    edition = digest("".join([story.kin for story in listed]))
    if memory.get("edition") != edition:
        memory.update(edition=edition, numbers=_reckoned(listed).tobytes())
    numbers = array("i")
    numbers.frombytes(memory["numbers"])
    return numbers


def _reckoned(listed: Sequence[Brief]) -> array[int]:
    numbers, nobody = array("i"), [NOBODY] * KEPT
    size = len(listed).bit_length() + 1
    for number, shared in enumerate(_shared(listed)):
        numbers.extend((_nearest(number, shared, size) + nobody)[:KEPT])
    return numbers


def _shared(listed: Sequence[Brief]) -> list[list[tuple[list[int], int, int]]]:
    """For each story what it may share: (the numbers of all stories with it, where its own stands there, how much it says)."""
    shelves: tuple[dict[str, list[int]], ...] = ({}, {}, {}, {})
    found = []
    for number, story in enumerate(listed):
        mine: list[tuple[list[int], int, int]] = []
        kinds = (
            (story.projects, _SUBJECT),
            (story.units, _SUBJECT),
            (story.tags, _SUBJECT),
            (story.people, _PERSON),
        )
        for shelf, (things, says) in zip(shelves, kinds, strict=True):
            for thing in things:
                numbers = shelf.setdefault(thing.id, [])
                mine.append((numbers, len(numbers), says))
                numbers.append(number)
        found.append(mine)
    return found


def _nearest(number: int, shared: list[tuple[list[int], int, int]], size: int) -> list[int]:
    """The others that stand near in what is shared, those with most in common first. size: of the column, in powers of two."""
    weights: dict[int, int] = {}
    for numbers, place, says in shared:
        weight = (size - len(numbers).bit_length()) * says * _NEARER
        for other in numbers[max(0, place - _REACH) : place + _REACH + 1]:
            if other in weights:
                weights[other] += weight
            else:
                weights[other] = weight - abs(other - number)
    weights.pop(number, None)
    return sorted(weights, key=weights.__getitem__, reverse=True)
