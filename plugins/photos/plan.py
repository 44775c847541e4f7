"""Plans the renditions of every photo and their addresses, from its header alone. Making them is left to `render`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, get_args

from plugins.newsroom.findings.catalogue import problem
from plugins.newsroom.findings.problems import Problem
from plugins.newsroom.findings.progress import Progress
from plugins.newsroom.media.photo import Figure, PhotoUse, Rendition
from plugins.newsroom.story.brief import Brief
from plugins.newsroom.story.model import Story
from plugins.newsroom.text.fingerprint import NAME, checksum
from plugins.newsroom.text.memory import Memory

from .disputes import disputes
from .looking import Looker, Stats
from .notice import notice_of
from .original import Original
from .recipe import STANDARD, Recipe, Subjects
from .shot import Focus, Shot

if TYPE_CHECKING:
    from .embedded import Words

FOLDER = "photos"


class Surveyed(Protocol):
    """The part of the column that a survey needs: the content folder, the photos of every source (held back and broken ones
    too), the briefs, the expired photos of a source, and the severity of findings in stories that nobody sees."""

    @property
    def content(self) -> Path: ...

    @property
    def photos(self) -> Mapping[str, tuple[PhotoUse, ...]]: ...

    @property
    def by_source(self) -> Mapping[str, Brief]: ...

    def lapsed(self, source: str) -> tuple[PhotoUse, ...]: ...

    def weighed(self, problems: Iterable[Problem]) -> tuple[Problem, ...]: ...


@dataclass(frozen=True, slots=True)
class Job:
    """One original and the figures that show it, in order."""

    original: Original
    figures: tuple[Figure, ...]

    @property
    def first(self) -> PhotoUse:
        return self.figures[0].use

    @property
    def addresses(self) -> tuple[str, ...]:
        """The files to make from it, each once: uses with the same notice and focus share them."""
        return tuple(
            dict.fromkeys(made.address for figure in self.figures for made in figure.renditions + figure.crops)
        )

    @property
    def shots(self) -> tuple[Shot, ...]:
        """The same files, address for address, with everything their bytes depend on."""
        shots = {shot.rendition.address: shot for figure in self.figures for shot in self._of(figure)}
        return tuple(shots[address] for address in self.addresses)

    def _of(self, figure: Figure) -> Iterator[Shot]:
        notice = notice_of(figure.use, self.original)
        yield from (Shot(rendition, notice) for rendition in figure.renditions)
        yield from (Shot(crop, notice, focus_of(figure.use)) for crop in figure.crops)


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
        """The jobs for the stories at `sources`, one per original, in the order of the stories."""
        uses: dict[str, list[Figure]] = {}
        for figure in (figure for source in sources for figure in self.figures.get(source, ())):
            original = self.originals.get(figure.use.path)
            if original is not None and figure.is_shown:
                uses.setdefault(original.sha256, []).append(figure)
        return tuple(Job(self.originals[figures[0].use.path], tuple(figures)) for figures in uses.values())


def focus_of(use: PhotoUse) -> Focus:
    return use.detail.focus if use.detail else None


def survey(
    column: Surveyed,
    recipe: Recipe = STANDARD,
    memory: Memory | None = None,
    stats: Stats | None = None,
    with_tints: bool = True,
    progress: Progress | None = None,
) -> tuple[Album, tuple[Problem, ...]]:
    """The figures of every source of `column`, each file looked at once, and all findings about the files.

    memory: kept between builds while program and libraries stay the same; stats: current stats of the files below the content
    folder: an original whose stat is remembered is not opened again; with_tints: False when no pages are made, so that no
    photo need be decoded.
    """
    memory = {} if memory is None else memory
    if "recipe" not in memory:
        memory["recipe"] = recipe.digest
    looker = Looker(column.content, recipe.limits, memory.setdefault("looks", {}), stats or {}, with_tints)
    planner = Planner(recipe, memory["recipe"])
    lapsed = {source: column.lapsed(source) for source in column.photos}
    shown = (use.path for source, uses in column.photos.items() for use in uses if use not in lapsed[source])
    looker.look_ahead(shown, progress)
    figures_by_source: dict[str, tuple[Figure, ...]] = {}
    problems: list[Problem] = []
    for source, uses in column.photos.items():
        story, over = column.by_source.get(source), lapsed[source]
        figures_by_source[source], findings = _figures(uses, story.cover if story else None, looker, planner, over)
        problems += findings
    problems += disputes(chain.from_iterable(figures_by_source.values()), looker.originals)
    looker.forget_what_is_gone()
    return Album(figures_by_source, looker.originals, memory["recipe"]), column.weighed(problems)


def figures(story: Story, content: Path, recipe: Recipe = STANDARD) -> tuple[tuple[Figure, ...], tuple[Problem, ...]]:
    """The figures of one story, index for index as story.photos; one with an error has width 0 and no renditions."""
    looker, planner = Looker(content, recipe.limits, {}, {}), Planner(recipe)
    planned, problems = _figures(story.photos, story.cover, looker, planner)
    return planned, tuple(problems)


def _figures(
    uses: Sequence[PhotoUse],
    cover: int | None,
    looker: Looker,
    planner: Planner,
    lapsed: Collection[PhotoUse] = (),
) -> tuple[tuple[Figure, ...], list[Problem]]:
    planned: list[Figure] = []
    problems: list[Problem] = []
    covers = () if cover is None else (uses[cover], *uses)
    front = next((use for use in covers if use not in lapsed), None)
    for use in uses:
        if use in lapsed:
            planned.append(Figure(use, 0, 0, ()))
            continue
        original, faults = looker.look(use.path)
        problems += (fault.at(use.place, use.file) for fault in faults)
        problems += _remarks(use, original) if original else ()
        planned.append(planner.figure(use, original, use is front))
    return tuple(planned), problems


def _remarks(use: PhotoUse, original: Original) -> Iterator[Problem]:
    """Facts in the file's metadata that the editor has not given."""
    if not use.credit and (words := _words_in(original)).credit:
        caption = use.caption or words.caption or "说明"
        yield problem(
            "PH18", use.place, {"file": use.file, "who": words.who, "credit": words.credit, "caption": caption}
        )
    if (original.is_labelled or original.is_suspected) and not use.ai_generated:
        yield problem("PH21" if original.is_labelled else "PH22", use.place, {"file": use.file})


def _words_in(original: Original) -> Words:
    from .embedded import words_in  # noqa: PLC0415  imports Pillow

    return words_in(original)


class Planner:
    """Plans figures by one recipe. digest: of the recipe, if already known. Originals of the same size share a layout."""

    def __init__(self, recipe: Recipe, digest: str = "") -> None:
        self._recipe, self._digest = recipe, digest or recipe.digest
        self._layouts: dict[tuple[int, int], dict[str, list[_Shape]]] = {}

    def figure(self, use: PhotoUse, original: Original | None, is_cover: bool) -> Figure:
        """`use` with all renditions of its original. Same bytes, notice and recipe give the same addresses, wherever it is used."""
        if original is None:
            return Figure(use, 0, 0, ())
        shown = replace(use, ai_generated=True) if original.is_labelled else use
        inputs = (original.sha256, self._digest, notice_of(shown, original).fingerprint)
        size = (original.width, original.height)
        if size not in self._layouts:
            self._layouts[size] = {"": [*self._wholes(*size)], **{s: [*self._cuts(s, *size)] for s in _SUBJECTS}}
        layout = self._layouts[size]
        cuts = (layout["covers"] if is_cover else []) + (layout["galleries"] if use.in_gallery else [])
        crops = _addressed(cuts, *inputs, repr(focus_of(use))) if cuts else ()
        return Figure(shown, *size, _addressed(layout[""], *inputs), crops, original.tint)

    def _wholes(self, width: int, height: int) -> Iterator[_Shape]:
        """The whole picture at every width, in every format."""
        for encoding in self._recipe.encodings:
            for step in self._recipe.steps(width, encoding):
                size = (step, max(1, round(height * step / width)))
                yield f"-{step}.{encoding.extension}", (*size, encoding.media_type, encoding.quality, "")

    def _cuts(self, subjects: Subjects, width: int, height: int) -> Iterator[_Shape]:
        """The crops, except those equal to the whole picture in formats that it exists in. A portrait photo in a gallery is not
        cropped."""
        everywhere = {encoding.media_type for encoding in self._recipe.encodings}
        for crop in self._recipe.crops:
            is_there = crop.is_whole(width, height) and everywhere <= set(crop.media_types)
            if crop.subjects != subjects or is_there or (subjects == "galleries" and height > width):
                continue
            for encoding in map(self._recipe.encoding_of, crop.media_types):
                for size in crop.sizes(width, height):
                    ending = f"-{crop.purpose}-{size[0]}.{encoding.extension}"
                    yield ending, (*size, encoding.media_type, encoding.quality, crop.purpose)


_SUBJECTS: tuple[Subjects, ...] = get_args(Subjects)
_Shape = tuple[str, tuple[int, int, str, int, str]]  # the end of an address, and the other fields of its Rendition


def _addressed(shapes: Iterable[_Shape], *inputs: str) -> tuple[Rendition, ...]:
    name = _name(*inputs)
    return tuple(Rendition(f"{FOLDER}/{name}{ending}", *fields) for ending, fields in shapes)


def _name(*parts: str) -> str:
    return checksum("\0".join(parts).encode(), NAME)
