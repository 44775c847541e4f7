"""Plans which renditions a photo will have and where they stand, from its header. Making them is left to `render`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, compress
from pathlib import Path
from typing import Any, Protocol

from plugins.newsroom.article import Story
from plugins.newsroom.messages import problem
from plugins.newsroom.photo import Figure, PhotoUse, Rendition
from plugins.newsroom.problems import Place, Problem

from .disputes import disputes
from .original import Fault, Original
from .recipe import STANDARD, Recipe

FOLDER = "photos"
Stats = Mapping[str, tuple[int, ...]]


class Surveyed(Protocol):
    """What a survey needs of the column: the content folder, the photos of every source, held back or broken too, and
    whether the time of one is over."""

    @property
    def content(self) -> Path: ...

    @property
    def photos(self) -> Mapping[str, tuple[PhotoUse, ...]]: ...

    def has_lapsed(self, photo: PhotoUse) -> bool: ...


@dataclass(frozen=True, slots=True)
class Job:
    """One original and all that is made of it. place: where a story first uses it; file: its name there."""

    original: Original
    renditions: tuple[Rendition, ...]
    place: Place
    file: str


@dataclass(frozen=True, slots=True)
class Album:
    """The photos of the whole column.

    figures: by story source, index for index as Story.photos; originals: usable ones, by path below content;
    recipe: the digest of the recipe.
    """

    figures: Mapping[str, tuple[Figure, ...]]
    originals: Mapping[str, Original]
    recipe: str

    def jobs(self, sources: Iterable[str]) -> tuple[Job, ...]:
        """What the stories at `sources` need, each original once, in the order of the stories."""
        jobs: dict[str, Job] = {}
        for figure in (figure for source in sources for figure in self.figures.get(source, ())):
            original = self.originals.get(figure.use.path)
            if original is not None and figure.is_shown:
                job = Job(original, figure.renditions, figure.use.place, figure.use.file)
                jobs.setdefault(original.sha256, job)
        return tuple(jobs.values())


def survey(
    column: Surveyed,
    recipe: Recipe = STANDARD,
    memory: MutableMapping[str, Any] | None = None,
    stats: Stats | None = None,
) -> tuple[Album, tuple[Problem, ...]]:
    """The figures of every source of `column`, each file looked at once, and all findings about the files.

    memory: kept from build to build while program and libraries stay the same; stats: of the files below the content
    folder, as they lie now: an original whose stat is remembered is not opened again.
    """
    memory = {} if memory is None else memory
    if "recipe" not in memory:
        memory["recipe"] = recipe.digest
    looker = _Looker(column.content, recipe, memory.setdefault("looks", {}), stats or {})
    figures_by_source, problems = {}, []
    for source, uses in column.photos.items():
        kept = [not column.has_lapsed(use) for use in uses]
        planned, findings = _figures(compress(uses, kept), looker, memory["recipe"])
        figures_by_source[source] = _in_their_places(uses, kept, planned)
        problems += findings
    problems += disputes(chain.from_iterable(figures_by_source.values()), looker.originals)
    looker.forget_what_is_gone()
    return Album(figures_by_source, looker.originals, memory["recipe"]), tuple(problems)


def figures(story: Story, content: Path, recipe: Recipe = STANDARD) -> tuple[tuple[Figure, ...], tuple[Problem, ...]]:
    """The figures of one story, index for index as story.photos; one with an error has width 0 and no renditions."""
    planned, problems = _figures(story.photos, _Looker(content, recipe, {}, {}), recipe.digest)
    return planned, tuple(problems)


class _Looker:
    """Looks at originals, remembers what it saw, and collects the usable ones as they are met."""

    def __init__(self, content: Path, recipe: Recipe, looks: MutableMapping[str, Any], stats: Stats) -> None:
        self.recipe, self.originals = recipe, dict[str, Original]()
        self._content, self._looks, self._stats = content, looks, stats
        self._seen: dict[str, tuple[Original | None, tuple[Fault, ...]]] = {}

    def look(self, path: str) -> tuple[Original | None, tuple[Fault, ...]]:
        if path not in self._seen:
            self._seen[path] = self._remembered(path) or self._anew(path)
            if (original := self._seen[path][0]) is not None:
                self.originals[path] = original
        return self._seen[path]

    def forget_what_is_gone(self) -> None:
        for path in [path for path in self._looks if path not in self._stats]:
            del self._looks[path]

    def _remembered(self, path: str) -> tuple[Original | None, tuple[Fault, ...]] | None:
        stat, original, faults = self._looks.get(path, (None, None, ()))
        if stat is None or not any(stat) or stat != self._stats.get(path):
            return None
        return original and replace(original, path=self._content / path), faults

    def _anew(self, path: str) -> tuple[Original | None, tuple[Fault, ...]]:
        from .inspect import look_at  # noqa: PLC0415  a build without new photos needs no Pillow

        original, faults = look_at(self._content, path, self.recipe.limits)
        if path in self._stats:
            self._looks[path] = (self._stats[path], original and replace(original, path=None), faults)
        return original, faults


def _figures(uses: Iterable[PhotoUse], looker: _Looker, digest: str) -> tuple[tuple[Figure, ...], list[Problem]]:
    planned, problems = [], []
    for use in uses:
        original, faults = looker.look(use.path)
        problems += (fault.at(use.place, use.file) for fault in faults)
        if original and not use.credit and (creator := _creator_in(original)):
            problems.append(problem("PH18", use.place, file=use.file, creator=creator))
        made = renditions(original, looker.recipe, digest) if original else ()
        planned.append(Figure(use, original.width, original.height, made) if original else Figure(use, 0, 0, ()))
    return tuple(planned), problems


def _in_their_places(uses: Sequence[PhotoUse], kept: Sequence[bool], planned: Iterable[Figure]) -> tuple[Figure, ...]:
    """The figures of the photos that are kept, index for index as `uses`; where one has lapsed, nothing is shown."""
    figures = iter(planned)
    return tuple(next(figures) if keep else Figure(use, 0, 0, ()) for use, keep in zip(uses, kept, strict=True))


def _creator_in(original: Original) -> str:
    from .embedded import creator_in  # noqa: PLC0415

    return creator_in(original)


def renditions(original: Original, recipe: Recipe, digest: str) -> tuple[Rendition, ...]:
    """All that `recipe` makes of `original`. Same bytes and recipe, same addresses, wherever the photo is used."""
    name = hashlib.sha256(f"{original.sha256} {digest}".encode()).hexdigest()[:12]
    return tuple(
        Rendition(
            f"{FOLDER}/{name}-{width}.{encoding.extension}",
            width,
            max(1, round(original.height * width / original.width)),
            encoding.media_type,
            encoding.quality,
        )
        for encoding in recipe.encodings
        for width in recipe.steps(original.width, encoding)
    )
