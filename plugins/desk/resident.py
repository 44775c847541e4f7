"""A desk that stays: it holds the site in memory between builds, so that saved words cost one story and the pages they stand on.

For the preview: files go straight into the folder that is shown, each by a rename. When a save can have changed more than
words, so that stories come, go or change places, Pelican runs again, with everything that was read still at hand.
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
from plugins.newsroom.findings.problems import Place
from plugins.newsroom.findings.refusals import Refusal
from plugins.newsroom.media.photo import PhotoUse
from plugins.newsroom.story.brief import FINGERPRINTS, Brief

from .build import Assignment, BuildResult, place_of, refusal_of

quick_import.import_pelican()

from . import printing  # noqa: E402  after Pelican was started lean


class Resident:
    """Builds one assignment again and again. The assignment's output belongs to it while it stays."""

    def __init__(self, assignment: Assignment) -> None:
        self._assignment = assignment
        self._last: printing.Printing | None = None
        self._touched: set[str] = set()  # files that lie otherwise than the last whole run left them
        self._is_good = False
        # Stories whose words have changed since the files were ordered, as they were then.
        self._ordered: dict[str, Brief] = {}
        self.kept: dict[str, tuple[str, str]] = {}  # by source, address and last page of a story that has errors now
        self.has_waste = False  # whether the last build left much behind that only a garbage collector finds
        self._release = InPlace(assignment.output)

    def build(self, changed: Collection[Path] | None = None) -> BuildResult:
        """changed: the files saved since the last call; None when that is not known, and everything is looked at."""
        pages = self._pages_of(changed or ())
        result = self._built(changed)
        if result.ok:
            broken = set(self._column.broken)
            self.kept = {source: page for source, page in {**self.kept, **pages}.items() if source in broken}
        return result

    def last_saved(self, changed: Collection[Path] | None) -> str:
        """The site-relative address of the story saved last, of those in `changed` or, for None, of all; "" when there is none.

        A story with errors has the address of its last page. A photo belongs to the story beside it.
        """
        if self._last is None:
            return ""
        column = self._column
        briefs = column.everything if changed is None else tuple(self._concerned(changed))
        told = {brief.source: brief.address for brief in briefs if column.is_visible(brief)}
        saved = None if changed is None else set(map(self._below, changed))
        told |= {source: address for source, (address, _) in self.kept.items() if saved is None or source in saved}
        return told.get(max(sorted(told), key=self._modified, default=""), "")

    def _concerned(self, changed: Iterable[Path]) -> Iterator[Brief]:
        """The stories that were saved, and those beside other files that were."""
        known, saved = self._column.by_source, {self._below(path) for path in changed} - {""}
        yield from (known[source] for source in saved if source in known)
        beside = {os.path.dirname(path) for path in saved if not path.endswith(".md")}
        if beside:
            yield from (brief for brief in self._column.everything if os.path.dirname(brief.source) in beside)

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
        """By source, address and page as it lies there, of each story saved."""
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
            return self._whole(started)
        sources = self._sources(changed)
        if self._is_good and sources is not None:
            result = self._words(sources, started)
            if result is not None:
                return result
        return self._again(changed, started)

    def _whole(self, started: float) -> BuildResult:
        """Everything looked at on disk, as `build` does it."""
        place = place_of(self._assignment)
        with place.locked():
            self._release.recover()
            run = printing.Printing(self._assignment, uptodate.take(place), release=self._release)
            result = run.kept(self._run(run, started))
        run.library.is_resident = True
        return result

    def _again(self, changed: Collection[Path], started: float) -> BuildResult:
        """Another run of Pelican, on what is in memory and what was saved since."""
        assert self._last is not None
        before, stands = self._last.memory(), self._last.stands
        content = self._looked_at(changed, stands.content)
        house = snapshot.look_again(os.fspath(self._assignment.house), stands.house, uptodate.is_left_behind)
        intact = set(before.printed) - self._touched
        now = uptodate.LastBuild(stands.place, before, content, house, intact, is_damaged=False)
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
        """The stories saved, when nothing else was: known before, and still there."""
        assert self._last is not None
        known = self._column.by_source
        sources = [self._below(path) for path in changed]
        return sources if all(source in known for source in sources) and all(map(Path.is_file, changed)) else None

    def _below(self, path: Path) -> str:
        content = self._assignment.content
        return path.relative_to(content).as_posix() if path.is_relative_to(content) else ""

    def _words(self, sources: Iterable[str], started: float) -> BuildResult | None:
        """Make the files anew that print words of these stories; None when more than words has changed."""
        assert self._last is not None
        run, marks = self._last, set[str]()
        run.stands.content = self._looked_at(
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
            marks |= self._overtaken(held, now.brief)
        orders = run.pelican.orders.touched_by(marks)
        if not self._make(orders):
            return None
        seconds = time.monotonic() - started
        summary = f"{column.tally}\n只改了文字：更新 {len(orders)} 个文件，用时 {seconds * 1000:.0f} 毫秒"
        return BuildResult(True, run.problems, summary, seconds, len(orders), len(orders))

    def _overtaken(self, held: Brief, now: Brief) -> set[str]:
        """Let `held`, which everybody holds, say what `now` says; the texts by which the files were ordered that no longer hold."""
        ordered = self._ordered.setdefault(held.source, replace(held))
        marks = {getattr(ordered, name) for name in FINGERPRINTS if getattr(now, name) != getattr(held, name)}
        held.become(now)
        return marks

    def _make(self, orders: Iterable[Order]) -> bool:
        """Whether all files were made; what keeps them from it, a whole run will say."""
        assert self._last is not None
        try:
            for order in orders:
                for address, data in order.files():
                    self._touched.add(address)
                    self._last.release.write(address, data)
        except (Refusal, OSError):
            return False
        return True

    def _looked_at(self, changed: Iterable[Path], content: snapshot.Tree) -> snapshot.Tree:
        """The content folder as it lies now, looked at only where something was saved."""
        root, tree = os.fspath(self._assignment.content), snapshot.Tree(dict(content.files), dict(content.folders))
        for path in changed:
            if self._below(path):
                snapshot.refresh(root, self._below(path), tree, is_passed_over)
        return tree


def _differ_in_words_alone(before: Catalogued, now: Catalogued) -> bool:
    """Whether every file still has its place, and all that is found wrong with the column stays what it was."""
    if before.brief is None or now.brief is None:
        return False
    return (
        (now.brief.listing_fingerprint == before.brief.listing_fingerprint or now.brief.stands_as(before.brief))
        and now.problems == before.problems
        and [_shown(photo) for photo in now.photos] == [_shown(photo) for photo in before.photos]
        and [_linked(one) for one in now.attachments] == [_linked(one) for one in before.attachments]
    )


def _shown(photo: PhotoUse) -> PhotoUse:
    """The photo without the lines on which things stand."""
    detail = photo.detail and replace(photo.detail, place=None, expires_place=None)
    return replace(photo, place=Place(""), detail=detail)


def _linked(attachment: WrittenAttachment) -> WrittenAttachment:
    """The same for a file that readers may take with them."""
    return replace(attachment, place=Place(""), title_place=None)
