"""Finds related stories by the projects, units, tags and people they share. What a page prints of them is left to `relations`.

A shared entry counts more the fewer stories have it, and subjects (projects, units, tags) count more than people. Stories
are compared only where they are close together in the list of an entry they share: so a new story changes few others, and
the running time is linear in the number of stories, not quadratic.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence

from ..registry import Person, Project, Term, Unit
from ..story.brief import Brief
from ..text.fingerprint import digest
from ..text.memory import Memory

KEPT = 5  # related stories per story, so that enough remain without the neighbours
NOBODY = -1
_REACH = 2  # stories compared on either side in each list
_SUBJECT, _PERSON = 2, 1  # weights of a shared entry
_NEARER = 1 << 24  # more than the number of stories: the shared entries decide, and distance only breaks ties


def kin(listed: Sequence[Brief], memory: Memory) -> array[int]:
    """For each story KEPT indexes into `listed`, those with most in common first; NOBODY where there are no more.

    listed: newest first; memory: holds the result of the last call, which is reused whole while no relation fingerprint has
    changed, and in large part when only newer stories were added.
    """
    fingerprints = [story.relation_fingerprint for story in listed]
    fingerprint, numbers = _fingerprint(fingerprints), array("i")
    numbers.frombytes(memory.get("numbers", b""))
    if memory.get("fingerprint") != fingerprint:
        newer = len(fingerprints) - len(numbers) // KEPT
        is_grown = newer > 0 and memory.get("fingerprint") == _fingerprint(fingerprints[newer:])
        numbers = _computed(listed, numbers if is_grown else array("i"))
        memory.update(fingerprint=fingerprint, numbers=numbers.tobytes())
    return numbers


def _fingerprint(fingerprints: list[str]) -> str:
    return digest("".join(fingerprints))


def _computed(listed: Sequence[Brief], known: array[int]) -> array[int]:
    """known: the numbers from before the newest stories were added; may be empty."""
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
    """The stories whose related ones may have changed since the first `newer` were added: all others have the same candidates
    with the same weights."""
    changed = set(range(newer))
    for mine in shared[:newer]:
        for numbers, _, _ in mine:
            added = bisect_left(numbers, newer)
            weighs_as_before = _doublings(len(numbers)) == _doublings(len(numbers) - added)
            changed.update(numbers[: added + _REACH] if weighs_as_before else numbers)
    return changed


def _doublings(stories: int) -> int:
    """The scale of rarity: powers of two, so that one more story seldom makes a difference."""
    return stories.bit_length()


def _shared(listed: Sequence[Brief]) -> list[list[tuple[list[int], int, int]]]:
    """For each story its entries as (indexes of all stories with that entry, this story's position among them, weight)."""
    shelves: tuple[dict[str, list[int]], ...] = ({}, {}, {}, {})
    shared = []
    for number, story in enumerate(listed):
        mine: list[tuple[list[int], int, int]] = []
        kinds: tuple[tuple[tuple[Project | Unit | Term | Person, ...], int], ...] = (
            (story.projects, _SUBJECT),
            (story.units, _SUBJECT),
            (story.tags, _SUBJECT),
            (story.people, _PERSON),
        )
        for shelf, (entries, weight) in zip(shelves, kinds, strict=True):
            for entry in entries:
                numbers = shelf.setdefault(entry.id, [])
                mine.append((numbers, len(numbers), weight))
                numbers.append(number)
        shared.append(mine)
    return shared


def _nearest(number: int, shared: list[tuple[list[int], int, int]], size: int) -> list[int]:
    """The stories close by in the lists of shared entries, most in common first. size: doublings of the whole column."""
    weights: dict[int, int] = {}
    for numbers, place, kind_weight in shared:
        weight = (size + 1 - _doublings(len(numbers))) * kind_weight * _NEARER
        for other in numbers[max(0, place - _REACH) : place + _REACH + 1]:
            if other in weights:
                weights[other] += weight
            else:
                weights[other] = weight - abs(other - number)
    weights.pop(number, None)
    return sorted(weights, key=weights.__getitem__, reverse=True)
