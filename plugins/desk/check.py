"""Checks the content without building it: collects the findings of the column and of every feature."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from plugins import features
from plugins.engine.build import uptodate, workers
from plugins.engine.build.cached_library import CachedLibrary
from plugins.engine.cache.memos import Memos
from plugins.engine.cache.store import Store
from plugins.newsroom.column import column as columns
from plugins.newsroom.column.column import Column
from plugins.newsroom.findings.problems import Exempted, Problem, in_order
from plugins.newsroom.findings.progress import Progress
from plugins.newsroom.text.dates import SHANGHAI
from plugins.site.configuration import Configuration
from plugins.site.feature import survey
from plugins.site.loading import LIST, load
from plugins.site.site import Site

from .build import CACHE, ROOT
from .choosing import Chosen
from .doubts.model import Model
from .few_stories import column_of


@dataclass(frozen=True, slots=True)
class Checked:
    """problems: all findings, in reading order; exempted: what stories except from proofreading."""

    problems: tuple[Problem, ...]
    exempted: tuple[Exempted, ...]


def look(
    content: Path,
    chosen: Chosen | None = None,
    now: datetime | None = None,
    progress: Progress | None = None,
    cache: Path = CACHE,
    model: Model | None = None,
) -> Checked:
    """Check `content`, or only the chosen files. now: the instant that decides what is visible.

    Conflicts with chosen files that are reported in other files are included. All other stories come from the records of the
    last build, where there are any. model: for doubts about single characters, None for none.
    """
    content, now = content.resolve(), now or datetime.now(SHANGHAI)
    if chosen is None:
        read = columns.load(content, now, progress=progress)
        return _with_doubts(Checked(_found(read, progress), read.exempted), read, read.by_source, model, progress)
    read = recorded(content, now, progress, cache)
    sources = chosen.sources(read.photos)
    few = column_of(read, sources)
    files = {LIST, *(f"{read.content.name}/{source}" for source in sources)}
    found = tuple(problem for problem in _found(few) if not files.isdisjoint((problem.place.file, problem.other)))
    exempted = tuple(each for each in read.exempted if each.place.file in files)
    return _with_doubts(Checked(found, exempted), read, sources, model, progress)


def _with_doubts(
    found: Checked, read: Column, sources: Iterable[str], model: Model | None, progress: Progress | None
) -> Checked:
    """What was found in reading order, with the doubts about these sources."""
    if model is None:
        return Checked(in_order(found.problems), found.exempted)
    from .doubts.asking import ask  # noqa: PLC0415  brings large tables along

    problems, exempted = ask(read, sources, model, progress)
    return Checked(in_order((*found.problems, *problems)), (*found.exempted, *exempted))


def check(content: Path, now: datetime | None = None, progress: Progress | None = None) -> tuple[Problem, ...]:
    """All findings about `content`, in reading order."""
    return look(content, None, now, progress).problems


def check_files(
    content: Path,
    chosen: Chosen,
    now: datetime | None = None,
    progress: Progress | None = None,
    cache: Path = CACHE,
) -> tuple[Problem, ...]:
    """The findings in the chosen files, including conflicts with them that are reported in other files."""
    return look(content, chosen, now, progress, cache).problems


def _found(read: Column, progress: Progress | None = None) -> tuple[Problem, ...]:
    """The findings of the column and of all features, and those about the list of features."""
    chosen, problems = load(features.FEATURES)
    site = Site(Configuration(), read, is_made=False, progress=progress)
    survey(chosen, site)
    return (*problems, *site.problems)


def recorded(content: Path, now: datetime, progress: Progress | None, cache: Path) -> Column:
    """The column as a build reads it: only files that changed since the last one are opened, and are then on record."""
    place = uptodate.BuildFolders(content, ROOT / "output", ROOT, cache)
    with place.locked():
        last = uptodate.look(place)
        store = Store(place.store)
        memos = Memos(store, last.program("plugins/"))
        reader, crew = last.program("plugins/newsroom/"), workers.processors()
        library = CachedLibrary(content, store, reader, memos, crew)
        library.tree = last.content
        gc.disable()  # everything read is kept, and collecting garbage would take a quarter of the time
        try:
            read = columns.load(content, now, progress=progress, library=library)
        finally:
            gc.enable()
        memos.save()
        return read
