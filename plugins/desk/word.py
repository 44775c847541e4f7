"""The task `word`: chooses stories, has their pictures made and writes their Word files. What is in a file is left to `outlets.word`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from plugins.newsroom.column.column import Column
from plugins.newsroom.column.visibility import Held, has_lapsed
from plugins.newsroom.findings.problems import Problem, has_errors
from plugins.newsroom.findings.progress import Progress
from plugins.newsroom.findings.refusals import Refusal
from plugins.newsroom.pages import site_url as address_of_site
from plugins.newsroom.story.brief import Brief
from plugins.newsroom.text.dates import SHANGHAI
from plugins.outlets import word
from plugins.outlets.word.material import Picture
from plugins.photos.for_desk import made_for_desk
from plugins.photos.ordering import cache_of
from plugins.site.site import Site

from .build import CACHE
from .check import recorded
from .choosing import choose
from .few_stories import site_of

_GONE = frozenset((Held.WITHDRAWN, Held.UNSEEN))


@dataclass(frozen=True, slots=True)
class Files:
    """files: by name; titles: of the stories by the names of their files; problems: what is missing in them."""

    files: Mapping[str, bytes]
    titles: Mapping[str, str]
    problems: tuple[Problem, ...]


def make(
    content: Path,
    stories: Sequence[str],
    here: Path,
    site_url: str = "",
    now: datetime | None = None,
    progress: Progress | None = None,
    cache: Path = CACHE,
) -> Files:
    """The files of the stories, as written on a command line in the folder `here`. now: decides what readers see. Raises Refusal."""
    address, fault = address_of_site.read(site_url)
    if fault:
        raise Refusal.of(fault, url=site_url)
    now = now or datetime.now(SHANGHAI)
    read = recorded(content.resolve(), now, progress, cache)
    briefs = [_story(read, source) for source in _sources(content, stories, here)]
    site = site_of(read, {brief.source for brief in briefs}, address, cache)
    _refuse_broken(site, briefs)
    made: dict[str, bytes] = {}
    titles: dict[str, str] = {}
    problems: list[Problem] = []
    for brief in briefs:
        pictures = _pictures(site, brief, now)
        files = word.package(site, brief, pictures)
        made |= files
        titles |= dict.fromkeys(files, brief.title)
        problems += word.check(site, brief, pictures)
    return Files(made, titles, tuple(problems))


def _sources(content: Path, written: Sequence[str], here: Path) -> tuple[str, ...]:
    """Each story once, in the order of the command line."""
    if not written:
        raise Refusal.of("WD04")
    return tuple(dict.fromkeys(source for each in written for source in _chosen(content, each, here)))


def _chosen(content: Path, written: str, here: Path) -> Iterator[str]:
    found = sorted(file for file in choose(content, [written], here).files if file.endswith(".md"))
    if not found:
        raise Refusal.of("WD03", file=written)
    yield from found


def _story(read: Column, source: str) -> Brief:
    """The story, whether readers see it or not. Raises Refusal."""
    file = f"{read.content.name}/{source}"
    brief = read.by_source.get(source)
    if source in read.broken:
        raise Refusal.of("WD02", file=file)
    if brief is None or brief.is_page:
        raise Refusal.of("WD03", file=file)
    if read.held.get(source) in _GONE:
        raise Refusal.of("WD01", title=brief.title)
    return brief


def _refuse_broken(site: Site, briefs: Sequence[Brief]) -> None:
    for brief in briefs:
        file = f"{site.column.content.name}/{brief.source}"
        if has_errors(each for each in site.problems if each.place.file == file):
            raise Refusal.of("WD02", file=file)


def _pictures(site: Site, brief: Brief, now: datetime) -> dict[int, Picture]:
    uses = site.column.story(brief.source).photos
    lapsed = [use for use in uses if has_lapsed(use, now)]
    made = made_for_desk(uses, lapsed, site.column.content, cache_of(site))
    return {each.number: Picture(each.data, each.width, each.height, each.is_generated) for each in made}


def write(made: Files, folder: Path) -> tuple[Path, ...]:
    """Write the files into `folder`, over former ones of the same names."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in made.files.items():
        (folder / name).write_bytes(data)
    return tuple(folder / name for name in made.files)


def told(made: Files, written: Sequence[Path], here: Path) -> str:
    """What was made and where, for people."""
    shown = (file.relative_to(here) if file.is_relative_to(here) else file for file in written)
    return "\n".join(f"已导出：{file}（《{title}》）" for file, title in zip(shown, made.titles.values(), strict=True))
