"""The whole column as one value: all stories, what may be seen now, and the rules that hold between stories.

`check` and `build` both start here, so they can never disagree. Photos' files are looked at by `photos`, not here.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path

from . import addresses
from . import registry as registries_module
from . import story as stories_module
from .article import Story
from .messages import problem
from .photo import PhotoUse
from .problems import Place, Problem, in_order
from .registry import Registries
from .relations import Relations, relate
from .story import Found, Loaded
from .visibility import Held, held_back

# done, total: pieces of work; label: the stage, in Chinese. Called again and again, from one thread.
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Column:
    """Everything that was read. stories, pages: well-formed ones, newest first; held: why each held-back source is held.

    broken: sources with errors; photos: those of every source, broken ones too;
    preview: whether drafts and future stories are shown as such.
    """

    content: Path
    now: datetime
    preview: bool
    registries: Registries
    stories: tuple[Story, ...]
    pages: tuple[Story, ...]
    held: Mapping[str, Held]
    broken: tuple[str, ...]
    photos: Mapping[str, tuple[PhotoUse, ...]]
    problems: tuple[Problem, ...]

    @cached_property
    def everything(self) -> tuple[Story, ...]:
        return self.stories + self.pages

    @cached_property
    def stories_by_source(self) -> dict[str, Story]:
        return {story.source: story for story in self.everything}

    @cached_property
    def relations(self) -> dict[str, Relations]:
        """What each story's page prints of other stories, by source."""
        return relate(self.visible, self.everything)

    @cached_property
    def visible(self) -> tuple[Story, ...]:
        """Stories whose text readers may see, newest first."""
        return tuple(story for story in self.stories if self.is_visible(story))

    @cached_property
    def visible_pages(self) -> tuple[Story, ...]:
        return tuple(page for page in self.pages if self.is_visible(page))

    @cached_property
    def withdrawn(self) -> tuple[Story, ...]:
        """Stories whose address now carries a notice."""
        return tuple(story for story in self.stories if self.held.get(story.source) is Held.WITHDRAWN)

    def is_visible(self, story: Story) -> bool:
        reason = self.held.get(story.source)
        return reason is None or (self.preview and reason in (Held.DRAFT, Held.REVIEW, Held.EMBARGO))

    def preview_note(self, story: Story) -> str:
        """What a preview prints over a story that readers would not see yet; "" for published ones."""
        reason = self.held.get(story.source)
        return reason.value if reason and reason is not Held.WITHDRAWN else ""

    @cached_property
    def tally(self) -> Tally:
        held = Counter(self.held[story.source] for story in self.stories if story.source in self.held)
        broken = sum(1 for source in self.broken if not source.startswith("pages/"))
        return Tally(
            read=len(self.stories) + broken,
            published=len(self.stories) - held.total(),
            held=tuple((reason, held[reason]) for reason in Held if held[reason]),
            reported=broken,
        )


@dataclass(frozen=True, slots=True)
class Tally:
    """Where every story went: read = published + held back + reported."""

    read: int
    published: int
    held: tuple[tuple[Held, int], ...]
    reported: int

    def __str__(self) -> str:
        held = sum(number for _, number in self.held)
        reasons = "，".join(f"{reason.value} {number}" for reason, number in self.held)
        line = f"读到 {self.read} 篇 = 发布 {self.published} + 暂不发布 {held}" + (f"（{reasons}）" if reasons else "")
        return line + f" + 有错 {self.reported}"


def load(content: Path, now: datetime, *, preview: bool = False, progress: Progress | None = None) -> Column:
    """Read the whole content folder. now: the one instant (aware) that decides what is visible. Never raises for bad input.

    progress: called with (files read, files there are, what is done).
    """
    registries, problems = registries_module.load(content / "data", f"{content.name}/data")
    found = stories_module.find(content) if content.is_dir() else Found((), (), (), ())
    if not content.is_dir():
        problems = (problem("FI13", Place(content.name), name=content.name),)
    sources = [(source, False) for source in found.stories] + [(source, True) for source in found.pages]
    loaded = []
    for number, (source, is_page) in enumerate(sources, start=1):
        loaded.append(stories_module.load(content, source, is_page, registries))
        if progress:
            progress(number, len(sources), "读稿")
    return gather(content, now, preview, registries, found, loaded, problems)


def gather(
    content: Path,
    now: datetime,
    preview: bool,
    registries: Registries,
    found: Found,
    loaded: Iterable[Loaded],
    problems: Iterable[Problem],
) -> Column:
    """Put what was read together and apply the rules between stories."""
    loaded = tuple(loaded)
    good = sorted((item.story for item in loaded if item.story), key=_age, reverse=True)
    held = {story.source: reason for story in good if (reason := held_back(story, now))}
    broken = tuple(item.source for item in loaded if item.story is None)
    findings = list(problems)
    findings += (finding for item in loaded for finding in item.problems)
    findings += _address_clashes(content, good)
    findings += _name_clashes(good)
    findings += _dead_links(good, held, set(broken))
    findings += _strays(content, found, good, broken)
    return Column(
        content=content,
        now=now,
        preview=preview,
        registries=registries,
        stories=tuple(story for story in good if not story.is_page),
        pages=tuple(story for story in good if story.is_page),
        held=held,
        broken=broken,
        photos={item.source: item.photos for item in sorted(loaded, key=lambda item: item.source)},
        problems=in_order(findings),
    )


def _age(story: Story) -> tuple[datetime, str]:
    """Of two stories of one instant, the one in the later folder is the newer."""
    return story.published, story.source


def _address_clashes(content: Path, stories: Iterable[Story]) -> Iterable[Problem]:
    """Two stories at one address, and former addresses that somebody holds. The later file in path order is reported."""
    holders: dict[str, Story] = {}
    ordered = sorted(stories, key=lambda story: story.source)
    for story in ordered:
        other = holders.setdefault(story.address, story)
        if other is not story:
            place = story.places.get("网址") or story.places["标题"]
            yield problem("AD14", place, address=story.address, other=f"{content.name}/{other.source}")
    for story in ordered:
        for alias in story.aliases:
            other = holders.setdefault(alias, story)
            if other is not story or alias == story.address:
                yield problem("AD15", story.places["旧址"], alias=alias, other=f"{content.name}/{other.source}")


def _name_clashes(stories: Iterable[Story]) -> Iterable[Problem]:
    """Two different people or tags that would share one page."""
    names: dict[str, str] = {}
    for story in stories:
        people = ((addresses.person_address(person.id), person.name, "署名") for person in story.people)
        tags = ((addresses.tag_address(term.id), term.name, "话题") for term in story.tags)
        for address, name, key in (*people, *tags):
            other = names.setdefault(address, name)
            if other != name:
                yield problem("AD16", story.places[key], name=name, other=other, address=address)


def _dead_links(stories: Iterable[Story], held: Mapping[str, Held], broken: set[str]) -> Iterable[Problem]:
    """Links to stories that are not there, not visible, or lack the named place."""
    by_source = {story.source: story for story in stories}
    for story in by_source.values():
        for link in story.document.links:
            target = by_source.get(link.target)
            if link.target in broken:
                continue
            if target is None:
                yield problem("LK01", link.place, target=link.target, hint=_near_target(story, link.target, by_source))
            elif link.target in held and story.source not in held and held[link.target] is not Held.WITHDRAWN:
                yield problem("LK02", link.place, target=link.target, why=held[link.target].value)
            elif link.fragment and link.fragment not in target.document.anchors:
                anchors = sorted(target.document.anchors)
                near = get_close_matches(link.fragment, anchors, n=2, cutoff=0.6)
                hint = f"是不是“#{near[0]}”？" if len(near) == 1 else ""
                known = {"target": link.target, "fragment": link.fragment, "hint": hint}
                yield problem("LK03", link.place, **known, anchors="、".join(anchors) or "（没有）")


def _near_target(story: Story, target: str, by_source: Mapping[str, Story]) -> str:
    near = get_close_matches(target, by_source, n=2, cutoff=0.8)
    if len(near) != 1:
        return ""
    return f"是不是 {posixpath.relpath(near[0], posixpath.dirname(story.source) or '.')}？"


def _strays(content: Path, found: Found, stories: Iterable[Story], broken: tuple[str, ...]) -> Iterable[Problem]:
    """Files that nobody reads: a text in another format, a photo no story shows."""
    for path in found.others:
        if posixpath.splitext(path)[1].lower() in _TEXT_SUFFIXES:
            yield problem("FI11", Place(f"{content.name}/{path}"), name=posixpath.basename(path))
    used = {photo.path for story in stories for photo in story.photos}
    unsure = {posixpath.dirname(source) for source in broken}
    for path in found.photos:
        if path not in used and posixpath.dirname(path) not in unsure:
            yield problem("FI12", Place(f"{content.name}/{path}"), name=posixpath.basename(path))


_TEXT_SUFFIXES = frozenset({".doc", ".docx", ".wps", ".rtf", ".odt", ".txt", ".markdown", ".html", ".htm", ".pdf"})
