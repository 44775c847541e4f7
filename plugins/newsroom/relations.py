"""What the page of a story prints of other stories: the one place that knows which page depends on which story.

Pages and feeds take neighbours and link targets from here, so a story's page depends on its own source and on `sources`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .article import Story


@dataclass(frozen=True, slots=True)
class Relations:
    """newer, older: neighbours in the same section, None at the ends and for pages and stories that are not listed.

    linked: the story behind each link, index for index as Document.links; None where there is none.
    """

    newer: Story | None = None
    older: Story | None = None
    linked: tuple[Story | None, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The other sources whose headline or address the page prints, each once, in the order given above."""
        stories = (self.newer, self.older, *self.linked)
        return tuple(dict.fromkeys(story.source for story in stories if story))


def relate(listed: Iterable[Story], everything: Iterable[Story]) -> dict[str, Relations]:
    """The relations of every story by its source. listed: what readers see, newest first; everything: link targets too."""
    by_source = {story.source: story for story in everything}
    newer, older = _neighbours(listed)
    return {
        source: Relations(
            newer.get(source), older.get(source), tuple(by_source.get(link.target) for link in story.document.links)
        )
        for source, story in by_source.items()
    }


def _neighbours(listed: Iterable[Story]) -> tuple[Mapping[str, Story], Mapping[str, Story]]:
    """The newer and the older neighbour of each listed story in its section, by source."""
    newer: dict[str, Story] = {}
    older: dict[str, Story] = {}
    last: dict[str, Story] = {}
    for story in listed:
        if story.section is None:
            continue
        before = last.get(story.section.id)
        if before:
            newer[story.source], older[before.source] = before, story
        last[story.section.id] = story
    return newer, older
