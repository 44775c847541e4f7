"""The Library interface for reading stories, all as briefs and each whole on request, and its plain version FromDisk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Protocol

from ..body.document import WrittenAttachment
from ..findings.problems import Exempted, Problem
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
    """The short result of reading one file: the brief, or None when it has errors; photos and attachments are known either way.

    status, exempted: as in `loading.Loaded`.
    """

    source: str
    is_page: bool
    brief: Brief | None
    problems: tuple[Problem, ...]
    photos: tuple[PhotoUse, ...] = ()
    attachments: tuple[WrittenAttachment, ...] = ()
    is_plain: bool = False  # as Document.is_plain
    status: Status | None = None
    exempted: tuple[Exempted, ...] = ()


class Library(Protocol):
    """What a column needs from a reader of stories. Never raises for bad input."""

    def found(self) -> Found:
        """The files of the content folder."""

    def registries(self) -> tuple[Registries, tuple[Problem, ...]]:
        """The registries in content/data, and findings about them."""

    def catalogue(
        self, sources: Sequence[tuple[str, bool]], registries: Registries, progress: Progress | None
    ) -> Iterable[Catalogued]:
        """Every source, given as (POSIX path below the content folder, whether it is a standing page), in any order."""

    def unmerged(self, paths: Sequence[str]) -> Iterable[Problem]:
        """Merge conflicts in files that are not stories (POSIX paths below the content folder)."""

    def spell(self, odd: Odd) -> None:
        """Set the spelling of tags in the whole stories given from now on."""

    def story(self, source: str) -> Story:
        """The whole story of a catalogued source that has a brief."""

    def stories(self, sources: Sequence[str]) -> Iterable[Story]:
        """The whole stories of several sources, in that order, read lazily; another process may be able to read the iterable."""


def catalogued(loaded: stories.Loaded, fingerprint: str = "") -> Catalogued:
    """The short form of a `Loaded`."""
    brief = brief_of(loaded.story, fingerprint) if loaded.story else None
    is_plain = loaded.story is not None and loaded.story.document.is_plain
    named, seen = (loaded.source, loaded.is_page), (loaded.photos, loaded.attachments)
    return Catalogued(*named, brief, loaded.problems, *seen, is_plain, loaded.status, loaded.exempted)


def unmerged(content: Path, path: str) -> tuple[Problem, ...]:
    """Merge conflicts in one file that is not a story; Git's own backup copies (.orig) contain them by design."""
    return () if path.endswith(".orig") else conflicts.look(content / path, f"{content.name}/{path}")


class FromDisk:
    """Reads every file each time, and keeps only what is needed to read a story again."""

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
