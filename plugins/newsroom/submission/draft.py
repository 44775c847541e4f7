"""The story while it is being made: parts in their order, values of the head, and what has to be told. Steps change it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from .. import byline
from ..byline import Byline
from ..findings.catalogue import NO_VALUES, problem
from ..findings.problems import Place
from ..registry import Registries
from .cuts import BLANKS, words_of
from .tree import Doubt, LeftOut, Paragraph, Picture, Submission, Table

CAPTION = "题注"  # the style of a paragraph that is certainly a caption


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture of the story. caption, credit: "" when none is known; name: its file beside the story."""

    picture: Picture
    name: str
    caption: str = ""
    credit: str = ""

    @property
    def place(self) -> str:
        return self.picture.place


Part = Paragraph | Photo | Table


@dataclass(slots=True)
class Draft:
    """day: the one that was asked for, or that was found, None while unknown; today: tells the year of a day without one.

    head: the values found so far, by the keys of the schema; notes: paragraphs by the keys of their calls; signed_at: the
    position of the paragraph that was the byline; page_ends: positions of parts at which pages end;
    credit_of_all: the credit of all photos that have none of their own. Positions hold until the
    headline is found: until then, paragraphs that were taken out stay among the parts, empty.
    """

    submission: Submission
    registries: Registries
    day: date | None
    section: str
    today: date | None
    parts: list[Part] = field(default_factory=list)
    head: dict[str, str | list[str]] = field(default_factory=dict)
    notes: dict[str, tuple[Paragraph, ...]] = field(default_factory=dict)
    signed_at: int | None = None
    page_ends: set[int] = field(default_factory=set)
    credit_of_all: str = ""
    told: list[Doubt] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    def paragraphs(self) -> list[tuple[int, Paragraph]]:
        """The paragraphs with words among the parts, with their positions."""
        return [(at, part) for at, part in enumerate(self.parts) if isinstance(part, Paragraph) and words_of(part)]

    @property
    def signed(self) -> Byline | None:
        """The byline as it is written into the head."""
        written = str(self.head.get("署名", ""))
        return byline.parse(written, Place(""))[0] if written else None

    @property
    def known_names(self) -> frozenset[str]:
        """People who may have taken the pictures: those in the byline and those registered."""
        signed = self.signed.contributors if self.signed else ()
        return frozenset((*self.registries.people_names, *(person.name for person in signed)))

    def did(self, code: str, place: str, values: Mapping[str, object] = NO_VALUES) -> None:
        """Tell what was done."""
        self._tell(code, place, values, is_done=True)

    def doubt(self, code: str, place: str, values: Mapping[str, object] = NO_VALUES) -> None:
        """Ask a person to look."""
        self._tell(code, place, values, is_done=False)

    def _tell(self, code: str, place: str, values: Mapping[str, object], *, is_done: bool) -> None:
        found = Doubt(sentence(code, values), place, is_done)
        if found not in self.told:
            self.told.append(found)

    def leave_out(self, text: str, code: str, place: str, values: Mapping[str, object] = NO_VALUES) -> None:
        """List words that do not go into the story, and why."""
        if text.strip(BLANKS + "\n"):
            self.left_out.append(LeftOut(text.strip(BLANKS + "\n"), sentence(code, values), place))

    def drop(self, at: int, code: str) -> None:
        """List a whole paragraph as left out."""
        part = self.parts[at]
        assert isinstance(part, Paragraph)
        self.leave_out(part.text, code, part.place)
        self.empty(at)

    def empty(self, at: int) -> None:
        """Take the words out of a paragraph; what they say is in the head or listed."""
        part = self.parts[at]
        assert isinstance(part, Paragraph)
        self.parts[at] = replace(part, runs=tuple(run for run in part.runs if run.note))

    def tidy(self) -> None:
        """Remove paragraphs without words, unless a note is called in them."""
        self.parts = [part for part in self.parts if not isinstance(part, Paragraph) or words_of(part) or _calls(part)]


def _calls(paragraph: Paragraph) -> bool:
    return any(run.note for run in paragraph.runs)


def size_of_text(draft: Draft) -> float:
    """The size in which most characters of the file are set, 0 when unknown."""
    sizes: Counter[float] = Counter()
    for _, paragraph in draft.paragraphs():
        sizes[paragraph.look.size] += len(paragraph.text)
    return sizes.most_common(1)[0][0] if sizes else 0


def sentence(code: str, values: Mapping[str, object] = NO_VALUES) -> str:
    """A message of the catalogue as one text for the person who takes the file in."""
    found = problem(code, Place(""), values)
    return f"{found.message}。{found.advice}"


Step = Callable[[Draft], None]
