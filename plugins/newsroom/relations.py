"""What the page of a story prints of other stories: the one place that knows which page depends on which story.

Pages and feeds take neighbours and link targets from here, so a story's page depends on its own source and on `sources`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from .brief import Brief


class Relations(NamedTuple):
    """newer, older: neighbours in the same section, None at the ends and for pages and stories that are not listed.

    linked: the story behind each link, index for index as Brief.links; None where there is none.
    """

    newer: Brief | None = None
    older: Brief | None = None
    linked: tuple[Brief | None, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The other sources whose headline or address the page prints, each once, in the order given above."""
        stories = (self.newer, self.older, *self.linked)
        return tuple(dict.fromkeys(story.source for story in stories if story))

    @property
    def edition(self) -> tuple[str, ...]:
        """Changes whenever anything does that the page prints of them: headlines and addresses of neighbours, addresses of links."""
        newer, older, linked = self
        neighbours = (
            *((newer.title, newer.address) if newer else _NOBODY),
            *((older.title, older.address) if older else _NOBODY),
        )
        return (*neighbours, *(story.address if story else "" for story in linked)) if linked else neighbours


_NOBODY = ("", "")


def relate(listed: Iterable[Brief], everything: Iterable[Brief]) -> dict[str, Relations]:
    """The relations of every story by its source. listed: what readers see, newest first; everything: link targets too."""
    by_source = {story.source: story for story in everything}
    newer, older = _neighbours(listed)
    return {
        source: Relations(
            newer.get(source),
            older.get(source),
            tuple([by_source.get(target) for target, _ in story.links]) if story.links else (),
        )
        for source, story in by_source.items()
    }


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
