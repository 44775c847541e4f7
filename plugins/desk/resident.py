"""A long-running builder for the preview: keeps the site in memory, so that an edit rebuilds only one story and its pages.

Files go straight into the folder that is shown, each by a rename. When a save may have changed more than words, so that stories
appear, disappear or move, Pelican runs again, with everything that was read still in memory.
"""

from __future__ import annotations

import os
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from plugins.engine.build import snapshot, uptodate
from plugins.engine.build.orders import Order
from plugins.engine.build.release import InPlace
from plugins.engine.pelican import quick_import
from plugins.newsroom.body.document import WrittenAttachment
from plugins.newsroom.column.column import Column
from plugins.newsroom.column.content_files import is_passed_over
from plugins.newsroom.column.library import Catalogued
from plugins.newsroom.findings.catalogue import PROOFREADING
from plugins.newsroom.findings.problems import Place, Problem, in_order
from plugins.newsroom.findings.refusals import Refusal
from plugins.newsroom.media.photo import PhotoUse
from plugins.newsroom.story.brief import FINGERPRINTS, Brief

from .build import Assignment, BuildResult, build_folders, refusal_of

quick_import.import_pelican()

from . import printing  # noqa: E402  after the quick import of Pelican


class Resident:
    """Builds one assignment repeatedly. It owns the assignment's output folder while it runs."""

    def __init__(self, assignment: Assignment) -> None:
        self._assignment = assignment
        self._last: printing.Printing | None = None
        self._touched: set[str] = set()  # files that differ from what the last full run wrote
        self._is_good = False
        # Stories whose words have changed since the files were ordered, as they were at that time.
        self._ordered: dict[str, Brief] = {}
        self.kept: dict[
            str, tuple[str, str]
        ] = {}  # by source: address and last good page of a story that has errors now
        self.has_waste = False  # whether the last build left much cyclic garbage
        self._release = InPlace(assignment.output)

    def build(self, changed: Collection[Path] | None = None) -> BuildResult:
        """changed: the files saved since the last call; None when that is not known, so that everything is checked."""
        pages = self._pages_of(changed or ())
        result = self._built(changed)
        if result.ok:
            broken = set(self._column.broken)
            self.kept = {source: page for source, page in {**self.kept, **pages}.items() if source in broken}
        return result

    def last_saved(self, changed: Collection[Path] | None) -> str:
        """The site-relative address of the story saved last among `changed`, or among all for None; "" when there is none.

        A story with errors has the address of its last good page. A photo belongs to the story in the same folder.
        """
        if self._last is None:
            return ""
        column = self._column
        briefs = column.everything if changed is None else tuple(self._stories_of(changed))
        addresses = {brief.source: brief.address for brief in briefs if column.is_visible(brief)}
        saved = None if changed is None else set(map(self._below, changed))
        addresses |= {source: address for source, (address, _) in self.kept.items() if saved is None or source in saved}
        return addresses.get(max(sorted(addresses), key=self._modified, default=""), "")

    def _stories_of(self, changed: Iterable[Path]) -> Iterator[Brief]:
        """The saved stories, and those in the same folder as other saved files."""
        known, saved = self._column.by_source, {self._below(path) for path in changed} - {""}
        yield from (known[source] for source in saved if source in known)
        folders = {os.path.dirname(path) for path in saved if not path.endswith(".md")}
        if folders:
            yield from (brief for brief in self._column.everything if os.path.dirname(brief.source) in folders)

    @property
    def _column(self) -> Column:
        assert self._last is not None
        return self._last.pelican.site.column

    def _modified(self, source: str) -> float:
        try:
            return os.stat(self._assignment.content / source).st_mtime
        except OSError:
            return 0.0

    def _pages_of(self, changed: Iterable[Path]) -> dict[str, tuple[str, str]]:
        """By source, the address and current page of each saved story."""
        pages: dict[str, tuple[str, str]] = {}
        known = self._column.by_source if self._last else {}
        for source in filter(known.__contains__, map(self._below, changed)):
            address = known[source].address
            with suppress(OSError):
                pages[source] = address, (self._assignment.output / address / "index.html").read_text(encoding="utf-8")
        return pages

    def _built(self, changed: Collection[Path] | None) -> BuildResult:
        started = time.monotonic()
        self.has_waste = False
        refusal = refusal_of(self._assignment)
        if refusal:
            return BuildResult(False, refusal)
        if changed is None or self._last is None:
            return self._full(started)
        sources = self._sources(changed)
        if self._is_good and sources is not None:
            result = self._words(sources, started)
            if result is not None:
                return result
        return self._again(changed, started)

    def _full(self, started: float) -> BuildResult:
        """A full build that checks everything on disk, as the task `build` does."""
        place = build_folders(self._assignment)
        with place.locked():
            self._release.recover()
            run = printing.Printing(self._assignment, uptodate.take(place), release=self._release)
            result = run.kept(self._run(run, started))
        run.library.is_resident = True
        return result

    def _again(self, changed: Collection[Path], started: float) -> BuildResult:
        """Run Pelican again, on what is in memory and what was saved since."""
        assert self._last is not None
        before, last = self._last.memory(), self._last.stands
        content = self._refreshed(changed, last.content)
        house = snapshot.look_again(os.fspath(self._assignment.house), last.house, uptodate.is_left_behind)
        intact = set(before.printed) - self._touched
        now = uptodate.LastBuild(last.folders, before, content, house, intact, is_damaged=False)
        run = printing.Printing(self._assignment, now, self._last.library, self._release)
        return self._run(run, started)

    def _run(self, run: printing.Printing, started: float) -> BuildResult:
        result = run.run(None, started)
        self.has_waste = True
        self._is_good = result.ok
        if result.ok:
            self._last, self._touched, self._ordered = run, set(), {}
        elif self._last is not None:
            self._last.stands = replace(self._last.stands, content=run.stands.content, house=run.stands.house)
        return result

    def _sources(self, changed: Collection[Path]) -> list[str] | None:
        """The saved stories, when nothing else was saved and all of them existed before; else None."""
        assert self._last is not None
        known = self._column.by_source
        sources = [self._below(path) for path in changed]
        return sources if all(source in known for source in sources) and all(map(Path.is_file, changed)) else None

    def _below(self, path: Path) -> str:
        content = self._assignment.content
        return path.relative_to(content).as_posix() if path.is_relative_to(content) else ""

    def _words(self, sources: Iterable[str], started: float) -> BuildResult | None:
        """Remake only the files that print words of these stories; None when more than words has changed."""
        assert self._last is not None
        run, marks, told = self._last, set[str](), self._last.problems
        run.stands.content = self._refreshed(
            [self._assignment.content / source for source in sources], run.stands.content
        )
        run.library.tree = run.stands.content
        column = self._column
        for source in sources:
            before, now = run.library.reread(source)
            if now.brief is None or not _differ_in_words_alone(before, now):
                return None
            held = column.by_source[source]
            if held.listing_fingerprint != now.brief.listing_fingerprint:
                run.pelican.theme.forget()
            marks |= self._updated(held, now.brief)
            told = _told_anew(told, before, now)
        orders = run.pelican.orders.touched_by(marks)
        if not self._make(orders):
            return None
        run.problems, seconds = told, time.monotonic() - started
        summary = f"{column.tally}\n只改了文字：更新 {len(orders)} 个文件，用时 {seconds * 1000:.0f} 毫秒"
        return BuildResult(True, run.problems, summary, seconds, len(orders), len(orders))

    def _updated(self, held: Brief, now: Brief) -> set[str]:
        """Update `held`, the shared brief, in place from `now`; returns the outdated fingerprints by which files were ordered."""
        ordered = self._ordered.setdefault(held.source, replace(held))
        marks = {getattr(ordered, name) for name in FINGERPRINTS if getattr(now, name) != getattr(held, name)}
        held.become(now)
        return marks

    def _make(self, orders: Iterable[Order]) -> bool:
        """Whether all files could be made; if not, a full run will report why."""
        assert self._last is not None
        try:
            for order in orders:
                for address, data in order.files():
                    self._touched.add(address)
                    self._last.release.write(address, data)
        except (Refusal, OSError):
            return False
        return True

    def _refreshed(self, changed: Iterable[Path], content: snapshot.Tree) -> snapshot.Tree:
        """The content folder as it is now, looked at only where something was saved."""
        root, tree = os.fspath(self._assignment.content), snapshot.Tree(dict(content.files), dict(content.folders))
        for path in changed:
            if self._below(path):
                snapshot.refresh(root, self._below(path), tree, is_passed_over)
        return tree


def _differ_in_words_alone(before: Catalogued, now: Catalogued) -> bool:
    """Whether every file keeps its address, and the findings stay the same, but for what proofreading reminds of."""
    if before.brief is None or now.brief is None:
        return False
    return (
        (now.brief.listing_fingerprint == before.brief.listing_fingerprint or now.brief.stands_as(before.brief))
        and _without_wording(now) == _without_wording(before)
        and [_shown(photo) for photo in now.photos] == [_shown(photo) for photo in before.photos]
        and [_linked(file) for file in now.attachments] == [_linked(file) for file in before.attachments]
    )


def _is_of_wording(problem: Problem) -> bool:
    """Whether it is a reminder of proofreading: these depend on nothing but the words of their story."""
    return problem.code.startswith(PROOFREADING) and not problem.is_error


def _without_wording(read: Catalogued) -> list[Problem]:
    return [problem for problem in read.problems if not _is_of_wording(problem)]


def _told_anew(told: tuple[Problem, ...], before: Catalogued, now: Catalogued) -> tuple[Problem, ...]:
    """The findings with those of proofreading about one story as they are now."""
    gone = set(filter(_is_of_wording, before.problems))
    return in_order((*(problem for problem in told if problem not in gone), *filter(_is_of_wording, now.problems)))


def _shown(photo: PhotoUse) -> PhotoUse:
    """The photo without line numbers."""
    detail = photo.detail and replace(photo.detail, place=None, expires_place=None)
    return replace(photo, place=Place(""), detail=detail)


def _linked(attachment: WrittenAttachment) -> WrittenAttachment:
    """The same for an attachment."""
    return replace(attachment, place=Place(""), title_place=None)
