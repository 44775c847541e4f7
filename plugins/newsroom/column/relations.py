"""The other stories that a story's page prints: neighbours, link targets, related stories. Only known here.

Pages and feeds take neighbours and link targets from here, so a story's page depends on its own source and on `sources`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ..story.brief import Brief
from ..text.filenames import normal
from ..text.memory import Memory
from . import kinship

_MOST_RELATED = 3
_NOBODY = kinship.NOBODY


class Relations(NamedTuple):
    """newer, older: neighbours in the same section, None at the ends and for standing pages and unlisted stories.

    linked: the target of each link, parallel to Brief.links; None where there is none.
    related: stories with something in common, most first; without the neighbours.
    """

    newer: Brief | None = None
    older: Brief | None = None
    linked: tuple[Brief | None, ...] = ()
    related: tuple[Brief, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The other sources whose headline or address the page prints, each once, in the order given above."""
        stories = (self.newer, self.older, *self.linked, *self.related)
        return tuple(dict.fromkeys(story.source for story in stories if story))

    @property
    def fingerprints(self) -> tuple[str, ...]:
        """Hashes of what the page prints of other stories: the address of link targets; also headline and day of all others."""
        newer, older, linked, related = self
        named = (
            newer.reference_fingerprint if newer else "",
            older.reference_fingerprint if older else "",
            *[story.reference_fingerprint for story in related],
        )
        return (*named, "", *(story.address if story else "" for story in linked)) if linked else named


def relate(listed: Sequence[Brief], everything: Sequence[Brief], memory: Memory | None = None) -> dict[str, Relations]:
    """The relations of every story by its source.

    listed: visible stories, newest first; everything: all possible link targets; memory: kept between calls, see `kinship.kin`.
    """
    by_source = {normal(story.source): story for story in everything}
    newer, older = _neighbours(listed)
    related = _related(listed, {} if memory is None else memory, newer, older)
    return {
        story.source: Relations(
            newer.get(story.source),
            older.get(story.source),
            tuple([by_source.get(normal(target)) for target, _ in story.links]) if story.links else (),
            related.get(story.source, ()),
        )
        for story in everything
    }


def _related(
    listed: Sequence[Brief], memory: Memory, newer: Mapping[str, Brief], older: Mapping[str, Brief]
) -> dict[str, tuple[Brief, ...]]:
    numbers = iter(kinship.kin(listed, memory))
    related: dict[str, tuple[Brief, ...]] = {}
    for story, row in zip(listed, zip(*[numbers] * kinship.KEPT, strict=True), strict=True):
        after, before = newer.get(story.source), older.get(story.source)
        others = [listed[number] for number in row if number != _NOBODY]
        wanted = [other for other in others if other is not after and other is not before]
        related[story.source] = tuple(wanted[:_MOST_RELATED])
    return related


def _neighbours(listed: Iterable[Brief]) -> tuple[Mapping[str, Brief], Mapping[str, Brief]]:
    """The newer and the older neighbour of each listed story in its section, by source."""
    newer: dict[str, Brief] = {}
    older: dict[str, Brief] = {}
    last: dict[str, Brief] = {}
    for story in listed:
        if story.section is None:
            continue
        before = last.get(story.section.id)
        if before:
            newer[story.source], older[before.source] = before, story
        last[story.section.id] = story
    return newer, older
