"""Which stories have something in common: projects, units, tags and people they share. What a page prints of them is left to `relations`.

A thing in common says the more the fewer stories share it, and what a story is about says more than who signed it. Stories
are compared only where they stand close together in the list of what they share: so a new story changes few others, and
the work grows with the column, not with its square.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence

from ..registry import Person, Project, Term, Unit
from ..story.brief import Brief
from ..text.fingerprint import digest
from ..text.memory import Memory

KEPT = 5  # of each story, so that enough are left when those its page names anyway are taken out
NOBODY = -1
_REACH = 2  # stories to either side in each list
_SUBJECT, _PERSON = 2, 1  # how much a thing in common says
_NEARER = 1 << 24  # more than there are stories: what is shared decides, and between equals who stands nearer


def kin(listed: Sequence[Brief], memory: Memory) -> array[int]:
    """For each story KEPT numbers of others in `listed`, those with most in common first; NOBODY where there are no more.

    listed: newest first; memory: what an earlier call left there. It is the answer as long as nobody's `kin` changed, and
    most of it when only newer stories came.
    """
    kins = [story.relation_fingerprint for story in listed]
    fingerprint, numbers = _fingerprint(kins), array("i")
    numbers.frombytes(memory.get("numbers", b""))
    if memory.get("fingerprint") != fingerprint:
        newer = len(kins) - len(numbers) // KEPT
        is_grown = newer > 0 and memory.get("fingerprint") == _fingerprint(kins[newer:])
        numbers = _reckoned(listed, numbers if is_grown else array("i"))
        memory.update(fingerprint=fingerprint, numbers=numbers.tobytes())
    return numbers


def _fingerprint(kins: list[str]) -> str:
    return digest("".join(kins))


def _reckoned(listed: Sequence[Brief], known: array[int]) -> array[int]:
    """known: the numbers as they were before the newest stories came; may be empty."""
    shared, newer = _shared(listed), len(listed) - len(known) // KEPT
    numbers = array("i", [NOBODY]) * (newer * KEPT)
    numbers.extend([number if number == NOBODY else number + newer for number in known])
    nobody, size = [NOBODY] * KEPT, _doublings(len(listed))
    is_as_before = size == _doublings(len(listed) - newer)
    for place in _changed(shared, newer) if is_as_before else range(len(listed)):
        row = (_nearest(place, shared[place], size) + nobody)[:KEPT]
        numbers[place * KEPT : (place + 1) * KEPT] = array("i", row)
    return numbers


def _changed(shared: list[list[tuple[list[int], int, int]]], newer: int) -> set[int]:
    """The stories whose kin may not be what it was before the first `newer` came: all others see and weigh the same ones."""
    changed = set(range(newer))
    for mine in shared[:newer]:
        for numbers, _, _ in mine:
            came = bisect_left(numbers, newer)
            weighs_as_before = _doublings(len(numbers)) == _doublings(len(numbers) - came)
            changed.update(numbers[: came + _REACH] if weighs_as_before else numbers)
    return changed


def _doublings(stories: int) -> int:
    """How rare things are told apart: by powers of two, so that one more story seldom makes a difference."""
    return stories.bit_length()


def _shared(listed: Sequence[Brief]) -> list[list[tuple[list[int], int, int]]]:
    """For each story what it may share: (the numbers of all stories with it, where its own stands there, how much it says)."""
    shelves: tuple[dict[str, list[int]], ...] = ({}, {}, {}, {})
    found = []
    for number, story in enumerate(listed):
        mine: list[tuple[list[int], int, int]] = []
        kinds: tuple[tuple[tuple[Project | Unit | Term | Person, ...], int], ...] = (
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
    """The others that stand near in what is shared, those with most in common first. size: doublings of the whole column."""
    weights: dict[int, int] = {}
    for numbers, place, says in shared:
        weight = (size + 1 - _doublings(len(numbers))) * says * _NEARER
        for other in numbers[max(0, place - _REACH) : place + _REACH + 1]:
            if other in weights:
                weights[other] += weight
            else:
                weights[other] = weight - abs(other - number)
    weights.pop(number, None)
    return sorted(weights, key=weights.__getitem__, reverse=True)
