"""Makes a story of a submission: the list of all steps in order. Files, folders and their names are left to the desk."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ..byline import credit
from ..head import write
from ..registry import Registries
from ..text.typography import printable
from . import (
    audit,
    captions,
    dating,
    debris,
    distant,
    headline,
    joining,
    markdown,
    mending,
    proposals,
    signing,
    subheads,
    tables,
    unfolding,
)
from .audit import Value
from .draft import Draft, Photo, Step, sentence
from .tree import Doubt, LeftOut, Picture, Submission

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")

STEPS: tuple[Step, ...] = (
    unfolding.unfold,  # tables that arrange pages, line breaks, file names of pictures
    debris.clear,  # page codes, running heads, lines of the desk, calls to follow
    dating.date_story,  # the day, from its line, the dateline or the file's name
    signing.sign,  # the byline, wherever it stands; the dateline
    joining.rejoin,  # paragraphs broken at the end of a column, page or line
    headline.lift,  # headline, kicker, decks
    distant.prepare,  # one line for several photos, a credit for all
    captions.join_captions,  # captions and credits to their pictures
    distant.finish,  # captions that stand elsewhere, photos that come twice
    proposals.take,  # else those that the files carry
    subheads.find_subheads,
    tables.look_at_tables,
    mending.mend,  # slips, by the engine of proofreading
)


@dataclass(frozen=True, slots=True)
class NewPhoto:
    """A picture of the story with the name of its file beside the story. caption, credit: "" where none is known."""

    picture: Picture
    name: str
    caption: str
    credit: str


@dataclass(frozen=True, slots=True)
class Composed:
    """The story. head: values for `newsroom.head.write`; body: Markdown; day: None when none was asked for or found.

    done: what was done, doubts: what a person must look at, left_out: words that are not in the story, each with its place in
    the delivered file; is_whole: whether every word is in the story or in left_out.
    """

    head: Mapping[str, Value]
    body: str
    photos: tuple[NewPhoto, ...]
    day: date | None
    done: tuple[Doubt, ...]
    doubts: tuple[Doubt, ...]
    left_out: tuple[LeftOut, ...]
    is_whole: bool

    @property
    def text(self) -> str:
        """The whole file of the story."""
        return f"{write(self.head)}\n{self.body}"

    @property
    def title(self) -> str:
        return str(self.head["标题"])


def compose(
    submission: Submission, registries: Registries, day: date | None, section: str, today: date | None = None
) -> Composed:
    """The story that the submission tells. Never raises for any tree.

    day: the one asked for, None to take what the text says; section: the name of the section, "" when it is not known;
    today: what a day without a year in the text is near to.
    """
    draft = Draft(submission, registries, day, section, today)
    draft.told += submission.doubts
    draft.left_out += submission.left_out
    for step in STEPS:
        step(draft)
    unsigned = _unsigned(draft)
    body = markdown.body_of(draft, unsigned)
    head = _head(draft, unsigned)
    lost = audit.missing(submission, head, body, draft.left_out)
    for words in lost:
        draft.left_out.append(LeftOut(words.text, sentence("SB79"), words.place))
    return Composed(
        head,
        body,
        tuple(
            NewPhoto(part.picture, part.name, part.caption, part.credit)
            for part in draft.parts
            if isinstance(part, Photo)
        ),
        draft.day,
        tuple(told for told in draft.told if told.is_done),
        tuple(told for told in draft.told if not told.is_done),
        tuple(draft.left_out),
        not lost,
    )


def _head(draft: Draft, unsigned: frozenset[str]) -> dict[str, Value]:
    """The values of the head; a story that was taken in is a draft until an editor has looked at it."""
    head: dict[str, Value] = {key: _on_one_line(value) for key, value in draft.head.items() if value}
    head["状态"] = "草稿"
    if draft.day:
        head["日期"] = draft.day.isoformat()
    if draft.section:
        head["版块"] = draft.section
    else:
        draft.doubt("SB30", "")
    details = markdown.details_of(draft, unsigned)
    return head | ({"图片": _on_one_line(details)} if details else {})


def _on_one_line(value: Value) -> Value:
    """The value as a head can hold it: no text has line breaks, tabs or control characters."""
    if isinstance(value, str):
        return printable(_CONTROLS.sub(" ", value)).strip()
    if isinstance(value, Mapping):
        return {key: _on_one_line(inner) for key, inner in value.items()}
    return [_on_one_line(inner) for inner in value]


def _unsigned(draft: Draft) -> frozenset[str]:
    """The files of photos of which nobody says who took them: no credit, and nobody in the byline who surely did."""
    photos = [part for part in draft.parts if isinstance(part, Photo) and not part.credit]
    if draft.signed and credit.from_byline(draft.signed):
        for photo in photos:
            draft.did("SB37", photo.place, {"file": photo.name})
        return frozenset()
    for photo in photos:
        draft.doubt("SB38", photo.place, {"file": photo.name})
    return frozenset(photo.name for photo in photos)
