"""A caching library of stories: reads only those that changed since the last build, many of them in parallel."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path

from plugins.newsroom.column.content_files import Found, sort_out
from plugins.newsroom.column.library import READING, Catalogued, catalogued, unmerged
from plugins.newsroom.column.spelling import Odd, spelt
from plugins.newsroom.findings.problems import Problem
from plugins.newsroom.findings.progress import Progress
from plugins.newsroom.registry import Registries
from plugins.newsroom.registry import load as load_registries
from plugins.newsroom.story import loading as stories
from plugins.newsroom.story.brief import Brief
from plugins.newsroom.story.model import Story
from plugins.newsroom.text import addresses, fingerprint
from plugins.newsroom.text.files import read_bytes

from ..cache import codec
from ..cache.memos import Memos
from ..cache.store import Store
from . import workers
from .records import Record, Records, fingerprint_of
from .snapshot import UNKNOWN, Tree

_BATCH = 32
_FEWEST = 64  # stories below which a second process costs more than it saves
_REMEMBERED = 4  # whole stories kept in memory: a page asks for its own several times


class CachedLibrary:
    """Implements newsroom's Library. reader: a string that identifies the program that reads.

    tree: the content folder as it is on disk, to be set before first use and again after every change; is_resident: stories
    that change from now on are held in memory, for a long-running process.
    """

    def __init__(self, content: Path, store: Store, reader: str, memos: Memos, processors: int) -> None:
        self._content, self.store, self._memos = content, store, memos
        self.tree = Tree()
        self._reader, self._processors = reader, processors
        self._recent: dict[str, Story] = {}
        self.records: Records | None = None
        self._registries: Registries  # as of the last `catalogue`
        self._held: dict[str, Story] = {}
        self._odd: Odd = {}
        self._registries_fingerprint = ""
        self._has_names = False  # whether `addresses` was given the names in the records
        self.is_resident = False
        self.unkept: OSError | None = None  # why something could not be stored; what was read is in memory all the same
        # Stories read by the last `catalogue`, and how many of their bodies took the fast path.
        self.anew, self.plain = 0, 0

    @property
    def is_outdated(self) -> bool:
        """Whether the cache was written by another program version, so that everything was read again."""
        return self.records is not None and self.records.is_outdated

    def found(self) -> Found:
        return sort_out(self.tree.files, self.tree.folders)

    def registries(self) -> tuple[Registries, tuple[Problem, ...]]:
        """Read again only when a file in content/data has changed."""
        folder = self._content / "data"
        files = sorted(path for path in self.tree.files if path.startswith("data/"))
        files_fingerprint = fingerprint.digest([(path, _bytes_of(self._content / path)) for path in files])
        memory = self._memos("registries")
        if memory.get("files") != files_fingerprint:
            memory.update(files=files_fingerprint, matter=load_registries(folder, f"{self._content.name}/data"))
        known: tuple[Registries, tuple[Problem, ...]] = memory["matter"]
        return known

    def catalogue(
        self, sources: Sequence[tuple[str, bool]], registries: Registries, progress: Progress | None
    ) -> Iterable[Catalogued]:
        records, known = self._opened(registries)
        stale = [
            (source, is_page) for source, is_page in sources if not self._is_known(known.get(source), source, is_page)
        ]
        self.anew, self.unkept = len(stale), None
        changed = self._read(stale, progress)
        self.plain = sum(record.catalogued.is_plain for record in changed.values())
        gone = known.keys() - {source for source, _ in sources}
        if self._holds(stale) or self.unkept:
            records.take(changed, gone)
        else:
            self._keep(records, changed, gone)
        return [known[source].catalogued for source, _ in sources]

    def _keep(self, records: Records, changed: dict[str, Record], gone: Iterable[str]) -> None:
        try:
            records.keep(changed, gone)
        except OSError as error:
            self.unkept = error

    def _opened(self, registries: Registries) -> tuple[Records, dict[str, Record]]:
        """The records made by this program with these registries; all others are ignored."""
        registries_fingerprint = fingerprint.digest(registries)
        if self.records is None or self._registries_fingerprint != registries_fingerprint:
            self.records, self._registries_fingerprint = (
                Records(self.store, self._reader, registries_fingerprint),
                registries_fingerprint,
            )
            self._held.clear()
            self._has_names = False
        self._registries = registries
        return self.records, self.records.by_source

    def reread(self, source: str) -> tuple[Catalogued, Catalogued]:
        """Read one known source again; returns what was known of it before, and what is now."""
        assert self.records is not None
        before = self.records.by_source[source]
        is_page = before.catalogued.is_page
        changed = self._read([(source, is_page)], None)
        self.records.take(changed, ())
        return self._spelt(before.catalogued), self._spelt(changed[source].catalogued)

    def spell(self, odd: Odd) -> None:
        if odd != self._odd:
            self._odd = odd
            self._recent.clear()

    def _spelt(self, known: Catalogued) -> Catalogued:
        return replace(known, brief=spelt(known.brief, self._odd)) if known.brief and self._odd else known

    def _is_known(self, record: Record | None, source: str, is_page: bool) -> bool:
        stat = self.tree.files[source]
        return record is not None and UNKNOWN != stat == record.stat and record.catalogued.is_page is is_page

    def _read(self, stale: list[tuple[str, bool]], progress: Progress | None) -> dict[str, Record]:
        known = self.records.by_source if self.records else {}
        if stale and not self._has_names:
            _remember_names(record.catalogued.brief for record in known.values())
            self._has_names = True
        crew = self._processors if len(stale) >= _FEWEST else 1
        changed: dict[str, Record] = {}
        do = partial(self._record_of, stale, known)
        for piece, (record, packed) in workers.shared(workers.batches(range(len(stale)), _BATCH), do, crew):
            source = stale[piece][0]
            changed[source] = record
            self._recent.pop(source, None)
            if packed and not self._holds(stale):
                self._put(source, packed)
            if progress:
                progress(len(changed), len(stale), READING)
        return changed

    def _holds(self, stale: list[tuple[str, bool]]) -> bool:
        """Whether changed stories are held in memory only."""
        return self.is_resident and len(stale) < _FEWEST

    def _record_of(self, stale: list[tuple[str, bool]], known: dict[str, Record], piece: int) -> tuple[Record, bytes]:
        """The record of a source, and its packed story; b"" when that need not be stored again. Runs in any process."""
        source, is_page = stale[piece]
        stat, before = self.tree.files[source], known.get(source)
        data = stories.fetch(self._content, source)
        sha256 = fingerprint.sha256(data) if isinstance(data, bytes) else b""
        if before and sha256 and before.sha256 == sha256 and before.catalogued.is_page is is_page:
            return before._replace(stat=stat), b""
        loaded = stories.settle(data, self._content, source, is_page, self._registries)
        if loaded.story is None:
            return Record(stat, sha256, catalogued(loaded)), b""
        packed = codec.packed(loaded.story)
        if self._holds(stale):
            self._held[source] = loaded.story
        return Record(stat, sha256, catalogued(loaded, fingerprint_of(packed))), packed

    def _put(self, source: str, packed: bytes) -> None:
        """Store a story; if that fails, its file is read whenever it is asked for."""
        if self.unkept is None and self.records is not None:
            try:
                self.records.put_story(source, packed)
            except OSError as error:
                self.unkept = error

    def unmerged(self, paths: Sequence[str]) -> Iterable[Problem]:
        """Look for merge conflicts only in files that have changed."""
        memory = self._memos("unmerged")
        before = dict(memory)
        memory.clear()
        for path in paths:
            stat = self.tree.files.get(path, UNKNOWN)
            known, problems = before.get(path, (UNKNOWN, ()))
            memory[path] = stat, problems if stat == known != UNKNOWN else unmerged(self._content, path)
        return chain.from_iterable(problems for _, problems in memory.values())

    def story(self, source: str) -> Story:
        if source not in self._recent:
            while len(self._recent) >= _REMEMBERED:
                del self._recent[next(iter(self._recent))]
            self._recent[source] = spelt(self._story(source), self._odd)
        return self._recent[source]

    def stories(self, sources: Sequence[str]) -> Iterable[Story]:
        return map(self.story, sources)

    def _story(self, source: str) -> Story:
        if source in self._held:
            return self._held[source]
        assert self.records is not None
        kept = self.records.story(source)
        if kept is not None:
            return kept
        is_page = self.records.by_source[source].catalogued.is_page
        loaded = stories.load(self._content, source, is_page, self._registries)
        if loaded.story is None:
            raise LookupError(f"{source} was changed while the site was being built")
        return loaded.story


def _bytes_of(path: Path) -> bytes | None:
    try:
        return read_bytes(path)
    except OSError:
        return None


def _remember_names(briefs: Iterable[Brief | None]) -> None:
    known = [brief for brief in briefs if brief]
    people = {person.name: person.id for brief in known for person in brief.people if not person.is_registered}
    tags = {term.name: term.id for brief in known for term in brief.tags}
    addresses.remember(people, tags)
