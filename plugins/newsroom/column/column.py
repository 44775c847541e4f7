"""The whole column as one value: all stories, what may be seen now, and when that will change.

`check` and `build` both start here, so they can never disagree. Opening the photo files is left to the feature `photos`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from itertools import chain
from operator import attrgetter
from pathlib import Path

from ..findings.catalogue import problem
from ..findings.problems import Exempted, Place, Problem, in_order
from ..findings.progress import Progress
from ..media.attachment import AttachmentUse
from ..media.photo import PhotoUse
from ..registry import Registries
from ..story.brief import Brief
from ..story.model import Story
from ..text.memory import Memory
from . import attachments, rules
from .content_files import Found
from .library import Catalogued, FromDisk, Library
from .relations import Relations, relate
from .spelling import odd_spellings, spelt
from .visibility import HELD_BY, Held, held_back, lapsed, next_change, weighed

SITE_FILE = "data/site.yaml"
_ON_EVERY_PAGE = (SITE_FILE, "data/sections.yaml")
_AGE = attrgetter(
    "published", "source"
)  # of two stories published at the same time, the one in the later folder is the newer


@dataclass(frozen=True)
class Column:
    """All stories as briefs. briefs, pages: well-formed ones, newest first; held: the reason for each held-back source,
    including drafts with errors.

    broken: sources with errors, in a preview also those that clash with another's address; photos: by source, including broken
    ones, posters of films last; attachments: likewise, parallel to Document.attachments; library: gives the whole story for
    every brief; preview: whether drafts and future stories are shown, marked as such; memory: results cached from the last
    column that may still hold for this one; exempted: what stories except from proofreading, in the order of the files.
    """

    content: Path
    now: datetime
    preview: bool
    registries: Registries
    briefs: tuple[Brief, ...]
    pages: tuple[Brief, ...]
    held: Mapping[str, Held]
    broken: tuple[str, ...]
    photos: Mapping[str, tuple[PhotoUse, ...]]
    problems: tuple[Problem, ...]
    library: Library
    memory: Memory = field(default_factory=dict)
    attachments: Mapping[str, tuple[AttachmentUse, ...]] = field(default_factory=dict)
    exempted: tuple[Exempted, ...] = ()

    def story(self, source: str) -> Story:
        return self.library.story(source)

    @cached_property
    def everything(self) -> tuple[Brief, ...]:
        return self.briefs + self.pages

    @cached_property
    def by_source(self) -> dict[str, Brief]:
        return {story.source: story for story in self.everything}

    @cached_property
    def relations(self) -> dict[str, Relations]:
        """The other stories that each story's page prints, by source."""
        return relate(self.visible, self.everything, self.memory)

    @cached_property
    def visible(self) -> tuple[Brief, ...]:
        """Stories whose text readers may see, newest first."""
        return tuple(story for story in self.briefs if self.is_visible(story))

    @cached_property
    def visible_pages(self) -> tuple[Brief, ...]:
        return tuple(page for page in self.pages if self.is_visible(page))

    @cached_property
    def withdrawn(self) -> tuple[Brief, ...]:
        """Withdrawn stories that readers may have seen: their address now shows a notice."""
        return tuple(story for story in self.briefs if self.held.get(story.source) is Held.WITHDRAWN)

    @cached_property
    def lasts_until(self) -> datetime | None:
        """The first moment after `now` at which a story or photo appears or disappears by itself; None if none ever will."""
        return next_change(self.everything, self.now, chain.from_iterable(self.photos.values()))

    def lapsed(self, source: str) -> tuple[PhotoUse, ...]:
        """The photos of a story that may no longer be shown: an input of every file that mentions its photos."""
        return lapsed(self.photos.get(source, ()), self.now)

    def weighed(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Findings about bodies and photos, where those in parts that readers cannot see do not block publication."""
        return weighed(problems, self.content, self.held)

    def may_appear(self, problems: Iterable[Problem]) -> bool:
        """Whether the site may be built in spite of `problems`: the only gate. A preview leaves out broken stories, and is
        blocked only by errors in data that every page prints."""
        stopping = (problem.place.file for problem in problems if problem.stops)
        if not self.preview:
            return not any(stopping)
        inside = f"{self.content.name}/"
        needed = {inside + name for name in _ON_EVERY_PAGE}
        return all(file.startswith(inside) and file not in needed for file in stopping)

    def is_visible(self, story: Brief) -> bool:
        reason = self.held.get(story.source)
        return reason is None or (self.preview and reason in (Held.DRAFT, Held.REVIEW, Held.EMBARGO))

    def preview_note(self, story: Brief) -> str:
        """The note that a preview prints above a story that readers would not see yet; "" for published ones."""
        reason = self.held.get(story.source)
        return reason.value if reason and reason is not Held.WITHDRAWN else ""

    @cached_property
    def tally(self) -> Tally:
        broken = [source for source in self.broken if not source.startswith("pages/")]
        sources = [*(story.source for story in self.briefs), *broken]
        held = Counter(self.held[source] for source in sources if source in self.held)
        reported = sum(source not in self.held for source in broken)
        return Tally(
            read=len(sources),
            published=len(sources) - held.total() - reported,
            held=tuple((reason, held[reason]) for reason in Held if held[reason]),
            reported=reported,
        )


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts what became of every story: read = published + held back + reported."""

    read: int
    published: int
    held: tuple[tuple[Held, int], ...]
    reported: int

    def __str__(self) -> str:
        held = sum(number for _, number in self.held)
        reasons = "，".join(f"{reason.value} {number}" for reason, number in self.held)
        line = f"读到 {self.read} 篇 = 发布 {self.published} + 暂不发布 {held}" + (f"（{reasons}）" if reasons else "")
        return line + f" + 有错 {self.reported}"


def load(
    content: Path,
    now: datetime,
    *,
    preview: bool = False,
    progress: Progress | None = None,
    library: Library | None = None,
    memory: Memory | None = None,
    seen: Collection[str] | None = None,
) -> Column:
    """Read the whole content folder. now: the one moment (aware) that decides what is visible. Never raises for bad input.

    progress: called with (files read, total files, what is being done); library: the reader of stories, by default one that
    reads every file; memory: a dictionary kept from one load to the next; seen: the addresses in the release that readers have,
    None when unknown.
    """
    library = library or FromDisk(content)
    registries, problems = library.registries()
    found = library.found() if content.is_dir() else Found()
    if not content.is_dir():
        problems = (problem("FI13", Place(content.name), {"name": content.name}),)
    problems = (*problems, *library.unmerged(found.others))
    sources = [(source, False) for source in found.stories] + [(source, True) for source in found.pages]
    read = tuple(library.catalogue(sources, registries, progress))
    memory = {} if memory is None else memory
    return gather(content, now, preview, registries, found, read, problems, library, memory, seen)


def gather(
    content: Path,
    now: datetime,
    preview: bool,
    registries: Registries,
    found: Found,
    read: Iterable[Catalogued],
    problems: Iterable[Problem],
    library: Library,
    memory: Memory,
    seen: Collection[str] | None,
) -> Column:
    """Build the column from the stories read, and apply the rules between stories."""
    read = sorted(read, key=attrgetter("source"))
    good = sorted([item.brief for item in read if item.brief], key=_AGE, reverse=True)
    held = {brief.source: reason for brief in good if (reason := held_back(brief, now, seen))}
    odd = odd_spellings(good, held)
    written, good = good, [spelt(brief, odd) for brief in good] if odd else good
    library.spell(odd)
    held |= {item.source: HELD_BY[item.status] for item in read if not item.brief and item.status in HELD_BY}
    broken = tuple(item.source for item in read if item.brief is None)
    findings = list(problems)
    missing = rules.missing_covers(((item.source, item.photos) for item in read if item.photos), found)
    findings += (
        finding
        for item in read
        for finding in item.problems
        if not (finding.code in rules.OF_PHOTOS_THERE and finding.place in missing)
    )
    clashes = tuple(rules.address_clashes(content, good, library.story))
    if preview:
        clashing = {finding.place.file.removeprefix(f"{content.name}/") for finding in clashes}
        good, broken = [brief for brief in good if brief.source not in clashing], (*broken, *sorted(clashing))
    findings += clashes
    findings += rules.far_ahead(good, now, library.story)
    attached = attachments.settle(
        {item.source: item.attachments for item in read if item.attachments},
        found,
        {brief.source: brief for brief in good},
        held,
    )
    findings += rules.strays(content, found, good, broken, attached.uses)
    within = list(rules.name_clashes(sorted(good, key=lambda brief: brief.source in held), library.story))
    within += rules.odd_tags(content, written, odd)
    within += rules.dead_links(good, held, set(broken), library.story)
    within += rules.lapsed_photos(
        ((item.source, item.photos) for item in read if item.photos and item.brief), held, now
    )
    within += attached.problems
    findings += weighed(within, content, held)
    photos = {item.source: item.photos for item in read if item.photos}
    photos.update({source: photos.get(source, ()) + posters for source, posters in attached.posters.items()})
    return Column(
        content=content,
        now=now,
        preview=preview,
        registries=registries,
        briefs=tuple(brief for brief in good if not brief.is_page),
        pages=tuple(brief for brief in good if brief.is_page),
        held=held,
        broken=broken,
        photos=photos,
        problems=in_order(findings),
        library=library,
        memory=memory,
        attachments=attached.uses,
        exempted=tuple(each for item in read for each in item.exempted),
    )
