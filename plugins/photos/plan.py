"""Plans which renditions a photo will have and where they stand, from its header. Making them is left to `render`."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from plugins.newsroom.article import Story
from plugins.newsroom.messages import problem
from plugins.newsroom.photo import Figure, PhotoUse, Rendition
from plugins.newsroom.problems import Place, Problem

from .embedded import creator_in
from .inspect import Fault, Original, look_at
from .recipe import STANDARD, Recipe

FOLDER = "photos"
Look = Callable[[str], tuple[Original | None, tuple[Fault, ...]]]


class Surveyed(Protocol):
    """What a survey needs of the column: the content folder and the photos of every source, held back or broken too."""

    @property
    def content(self) -> Path: ...

    @property
    def photos(self) -> Mapping[str, tuple[PhotoUse, ...]]: ...


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

    figures: by story source, index for index as Story.photos; originals: usable ones, by path below content.
    """

    figures: Mapping[str, tuple[Figure, ...]]
    originals: Mapping[str, Original]

    def jobs(self, sources: Iterable[str]) -> tuple[Job, ...]:
        """What the stories at `sources` need, each original once, in the order of the stories."""
        jobs: dict[str, Job] = {}
        for figure in (figure for source in sources for figure in self.figures.get(source, ())):
            original = self.originals.get(figure.use.path)
            if original is not None:
                job = Job(original, figure.renditions, figure.use.place, figure.use.file)
                jobs.setdefault(original.sha256, job)
        return tuple(jobs.values())


def survey(column: Surveyed, recipe: Recipe = STANDARD) -> tuple[Album, tuple[Problem, ...]]:
    """The figures of every source of `column`, each file looked at once, and all findings about the files."""
    look, originals = _looker(column.content, recipe)
    figures_by_source, problems = {}, []
    for source, uses in column.photos.items():
        figures_by_source[source], findings = _figures(uses, look, recipe)
        problems += findings
    return Album(figures_by_source, originals), tuple(problems)


def figures(story: Story, content: Path, recipe: Recipe = STANDARD) -> tuple[tuple[Figure, ...], tuple[Problem, ...]]:
    """The figures of one story, index for index as story.photos; one with an error has width 0 and no renditions."""
    look, _ = _looker(content, recipe)
    planned, problems = _figures(story.photos, look, recipe)
    return planned, tuple(problems)


def _looker(content: Path, recipe: Recipe) -> tuple[Look, dict[str, Original]]:
    """A look at originals that remembers what it saw, and the usable ones among them as they are met."""
    seen: dict[str, tuple[Original | None, tuple[Fault, ...]]] = {}
    originals: dict[str, Original] = {}

    def look(path: str) -> tuple[Original | None, tuple[Fault, ...]]:
        if path not in seen:
            seen[path] = look_at(content, path, recipe.limits)
            if seen[path][0] is not None:
                originals[path] = seen[path][0]
        return seen[path]

    return look, originals


def _figures(uses: Iterable[PhotoUse], look: Look, recipe: Recipe) -> tuple[tuple[Figure, ...], list[Problem]]:
    planned, problems = [], []
    for use in uses:
        original, faults = look(use.path)
        problems += (fault.at(use.place, use.file) for fault in faults)
        if original and not use.credit and (creator := creator_in(original)):
            problems.append(problem("PH18", use.place, file=use.file, creator=creator))
        planned.append(_figure(use, original, recipe) if original else Figure(use, 0, 0, ()))
    return tuple(planned), problems


def _figure(use: PhotoUse, original: Original, recipe: Recipe) -> Figure:
    return Figure(use, original.width, original.height, renditions(original, recipe))


def renditions(original: Original, recipe: Recipe) -> tuple[Rendition, ...]:
    """All that `recipe` makes of `original`. Same bytes and recipe, same addresses, wherever the photo is used."""
    name = hashlib.sha256(f"{original.sha256} {recipe.digest}".encode()).hexdigest()[:12]
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
