"""Where stories are read from: all of them in short, and each whole when somebody asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Protocol

from ..body.document import WrittenAttachment
from ..findings.problems import Problem
from ..findings.progress import Progress
from ..media.photo import PhotoUse
from ..registry import Registries
from ..registry import load as load_registries
from ..story import loading as stories
from ..story.brief import Brief, brief_of
from ..story.model import Status, Story
from ..text import conflicts
from .content_files import Found, find
from .spelling import Odd, spelt

READING = "读稿"


@dataclass(frozen=True)
class Catalogued:
    """One file read, in short: the brief, or None when its findings forbid a story; its photos and
    attachments are known in either case.

    status: as in `story.Loaded`.
    """

    source: str
    is_page: bool
    brief: Brief | None
    problems: tuple[Problem, ...]
    photos: tuple[PhotoUse, ...] = ()
    attachments: tuple[WrittenAttachment, ...] = ()
    is_plain: bool = False  # as Document.is_plain
    status: Status | None = None


class Library(Protocol):
    """What a column needs of whoever reads stories. Never raises for bad input."""

    def found(self) -> Found:
        """The files of the content folder."""

    def registries(self) -> tuple[Registries, tuple[Problem, ...]]:
        """What content/data says, and what is wrong with it."""

    def catalogue(
        self, sources: Sequence[tuple[str, bool]], registries: Registries, progress: Progress | None
    ) -> Iterable[Catalogued]:
        """Every source, given as (POSIX path below the content folder, whether it is a standing page), in any order."""

    def unmerged(self, paths: Sequence[str]) -> Iterable[Problem]:
        """What Git left in files (POSIX paths below the content folder) that are no stories."""

    def spell(self, odd: Odd) -> None:
        """From now on whole stories are given with their tags so spelt."""

    def story(self, source: str) -> Story:
        """The whole story of a catalogued source that has a brief."""

    def stories(self, sources: Sequence[str]) -> Iterable[Story]:
        """Those of several, in that order, each read when it is its turn; as a value that another process may be able to read."""


def catalogued(loaded: stories.Loaded, fingerprint: str = "") -> Catalogued:
    """What was read, in short."""
    brief = brief_of(loaded.story, fingerprint) if loaded.story else None
    is_plain = loaded.story is not None and loaded.story.document.is_plain
    seen = (loaded.photos, loaded.attachments)
    return Catalogued(loaded.source, loaded.is_page, brief, loaded.problems, *seen, is_plain, loaded.status)


def unmerged(content: Path, path: str) -> tuple[Problem, ...]:
    """What Git left in one file that is no story; its own copies (.orig) hold conflicts by their nature."""
    return () if path.endswith(".orig") else conflicts.look(content / path, f"{content.name}/{path}")


class FromDisk:
    """Reads everything anew from the files, and keeps nothing but what it must to read one again."""

    def __init__(self, content: Path) -> None:
        self._content = content
        self._is_page: dict[str, bool] = {}
        self._registries: Registries | None = None
        self._odd: Odd = {}

    def found(self) -> Found:
        return find(self._content)

    def registries(self) -> tuple[Registries, tuple[Problem, ...]]:
        return load_registries(self._content / "data", f"{self._content.name}/data")

    def catalogue(
        self, sources: Sequence[tuple[str, bool]], registries: Registries, progress: Progress | None
    ) -> Iterable[Catalogued]:
        self._registries, self._is_page = registries, dict(sources)
        for number, (source, is_page) in enumerate(sources, start=1):
            yield catalogued(stories.load(self._content, source, is_page, registries))
            if progress:
                progress(number, len(sources), READING)

    def unmerged(self, paths: Sequence[str]) -> Iterable[Problem]:
        return chain.from_iterable(map(partial(unmerged, self._content), paths))

    def spell(self, odd: Odd) -> None:
        self._odd = odd

    def story(self, source: str) -> Story:
        assert self._registries is not None
        loaded = stories.load(self._content, source, self._is_page[source], self._registries)
        if loaded.story is None:
            raise LookupError(f"{source} was changed while it was being read")
        return spelt(loaded.story, self._odd)

    def stories(self, sources: Sequence[str]) -> Iterable[Story]:
        return map(self.story, sources)
