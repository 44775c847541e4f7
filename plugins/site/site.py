"""The site being built or checked, as one typed value: the column, the configuration, and what features offer each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from plugins.newsroom.column.column import Column
from plugins.newsroom.findings.problems import Problem
from plugins.newsroom.findings.progress import Progress
from plugins.newsroom.media.attachment import Attachment
from plugins.newsroom.media.photo import Figure, Rendition, cover_of
from plugins.newsroom.pages.listing import Listed, Listing
from plugins.newsroom.pages.urls import Urls
from plugins.newsroom.story.brief import Brief
from plugins.newsroom.text.memory import Memory

from .configuration import Configuration

LengthOf = Callable[[Figure, Rendition], int]
Kept = TypeVar("Kept")


def _nothing_kept(_name: str) -> Memory:
    return {}


def _unknown_length(_figure: Figure, _rendition: Rendition) -> int:
    return 0


@dataclass
class Site:
    """What all features are given.

    is_made: False when the content is only checked: no page will be made, and nothing need be computed that only pages show;
    memory: given a name, a dictionary that is kept between builds while program and libraries stay the same; stats: current
    stats of the files below the content folder, by POSIX path, as far as they are known.

    What features offer each other, with defaults for when none does: figures: by source, index for index as Story.photos;
    length_of: the size in bytes of one rendition of a figure, called while files are made, raises Refusal; attachments: by
    source, index for index as Document.attachments, of hidden stories too; listings: all lists that have pages.
    """

    configuration: Configuration
    column: Column
    is_made: bool = True
    memory: Callable[[str], Memory] = _nothing_kept
    stats: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    progress: Progress | None = None
    findings: tuple[Problem, ...] = ()
    figures: Mapping[str, tuple[Figure, ...]] = field(default_factory=dict)
    length_of: LengthOf = _unknown_length
    attachments: Mapping[str, tuple[Attachment, ...]] = field(default_factory=dict)
    listings: tuple[Listing, ...] = ()
    _kept: dict[type, object] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def urls(self) -> Urls:
        return Urls(self.configuration.site_url)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All findings: the column's and those of the features."""
        return (*self.column.problems, *self.findings)

    def keep(self, value: object) -> None:
        """Keep a result that a feature computes in one step and uses in another, by its class."""
        self._kept[type(value)] = value

    def kept(self, kind: type[Kept]) -> Kept:
        value = self._kept[kind]
        assert isinstance(value, kind)
        return value

    def figures_of(self, brief: Brief) -> tuple[Figure, ...]:
        """The figures of a story, index for index as its photos; without the photos feature, figures that show nothing. Empty for
        a story that readers may not see."""
        if not self.column.is_visible(brief):
            return ()
        found = self.figures.get(brief.source)
        return (
            tuple(Figure(use, 0, 0, ()) for use in self.column.photos.get(brief.source, ())) if found is None else found
        )

    def attachments_of(self, brief: Brief) -> tuple[Attachment, ...]:
        """The attachments of a story, index for index as its document's, films with their posters; without the attachments
        feature, ones without a file."""
        found = self.attachments.get(brief.source)
        if found is None:
            found = tuple(map(Attachment, self.column.attachments.get(brief.source, ())))
        figures = self.figures_of(brief) if found else ()
        return tuple(attachment.with_poster(figures) for attachment in found)

    def listed(self, brief: Brief) -> Listed:
        """A story as an item of a list."""
        return Listed(brief, cover_of(self.figures_of(brief), brief.cover), self.column.preview_note(brief))
