"""Makes a story of one submission: asks the grammar, and completes what only the desk knows: day, section, pictures.

Where the story is put is left to `shelving`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from plugins.desk.submissions.ledger import sentence
from plugins.desk.submissions.pictures import suffix_of
from plugins.newsroom import head
from plugins.newsroom.byline.caption import credit_at_end
from plugins.newsroom.registry import Registries, Section
from plugins.newsroom.submission.audit import Value
from plugins.newsroom.submission.composing import Composed, compose
from plugins.newsroom.submission.tree import Block, Doubt, LeftOut, Paragraph, Picture, Submission, leaves
from plugins.newsroom.text.fingerprint import checksum

from . import proposing

_CAPTION = re.compile(r"[（(]?(?:图[为：:一二三四五\d]|[上下左右]图|图片(?:说明)?[：:]|照片[：:])")
_LONGEST_CAPTION = 100  # characters
_NEAR_END = 6  # paragraphs; captions may be followed by lines of the desk


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was asked for on the command line. day: None to take what the text says; section: "" to guess it."""

    day: date | None
    section: str
    today: date


@dataclass(frozen=True, slots=True)
class Made:
    """A story that is ready. text: of its file; files: what lies beside it, by name; the rest as in `Composed`."""

    title: str
    day: date
    text: str
    files: Mapping[str, bytes]
    done: tuple[Doubt, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    is_whole: bool = True


def make(submission: Submission, photos: Iterable[Path], registries: Registries, wishes: Wishes) -> Made:
    """The story in what was delivered. photos: files that belong to it. Raises OSError."""
    submission, generated = proposing.propose(_with_photos(submission, photos))
    section, told = _section(submission, registries.sections, wishes.section)
    composed = compose(submission, registries, wishes.day, section.name, wishes.today)
    return _made(composed, generated, wishes.today, told)


def _with_photos(submission: Submission, photos: Iterable[Path]) -> Submission:
    """The submission with the photos that lay beside it: before the captions that stand near its end, else at its end."""
    pictures = [_picture(photo, photo.read_bytes()) for photo in photos]
    at = _before_captions(submission.blocks)
    return replace(submission, blocks=(*submission.blocks[:at], *pictures, *submission.blocks[at:]))


def _before_captions(blocks: Sequence[Block]) -> int:
    """The position of the last captions without pictures."""
    near_end = range(len(blocks) - 1, max(len(blocks) - _NEAR_END, 0) - 1, -1)
    last = next((at for at in near_end if _is_caption(blocks[at])), len(blocks))
    while last and last < len(blocks) and _is_caption(blocks[last - 1]):
        last -= 1
    has_picture = last > 0 and isinstance(blocks[last - 1], Picture)
    return len(blocks) if has_picture else last


def _is_caption(block: Block) -> bool:
    if not isinstance(block, Paragraph) or len(block.text) > _LONGEST_CAPTION:
        return False
    credit = credit_at_end(block.text.strip())
    return bool(_CAPTION.match(block.text.strip())) or bool(credit and credit.is_sure and credit.rest.strip())


def _picture(photo: Path, data: bytes) -> Picture:
    return Picture(f"{photo.stem}{suffix_of(data) or photo.suffix}", data, place=f"照片 {photo.name}")


def _made(composed: Composed, generated: frozenset[str], today: date, told: tuple[Doubt, ...]) -> Made:
    values: dict[str, Value] = dict(composed.head)
    if composed.day is None:
        values["日期"] = today.isoformat()
    marked = {photo.name for photo in composed.photos if checksum(photo.picture.data) in generated}
    if marked:
        values["图片"] = _with_labels(values.get("图片", {}), marked)
    return Made(
        composed.title,
        composed.day or today,
        f"{head.write(values)}\n{composed.body}",
        {photo.name: photo.picture.data for photo in composed.photos},
        composed.done,
        (*composed.doubts, *told),
        composed.left_out,
        composed.is_whole,
    )


def _with_labels(details: Value, generated: Iterable[str]) -> dict[str, Value]:
    """The details of photos with those marked that a program made."""
    known: dict[str, Value] = dict(details) if isinstance(details, Mapping) else {}
    for name in sorted(generated):
        record = known.get(name, {})
        known[name] = {**(record if isinstance(record, Mapping) else {}), "AI生成": "是"}
    return known


# -- The section ----------------------------------------------------------------------------------------------------


def _section(submission: Submission, sections: tuple[Section, ...], asked: str) -> tuple[Section, tuple[Doubt, ...]]:
    """The section that was asked for, else the one whose keywords the text has most often, else the first one."""
    if asked:
        return next(each for each in sections if asked in (each.id, each.name)), ()
    text = words_of(submission)
    found = {each: [word for word in (each.name, *each.keywords) if word in text] for each in sections}
    best = max(sections, key=lambda each: sum(text.count(word) for word in found[each]))
    if not found[best]:
        return best, (Doubt(sentence("IN81", section=best.name)),)
    words = "、".join(f"“{word}”" for word in found[best])
    return best, (Doubt(sentence("IN80", section=best.name, words=words)),)


def words_of(submission: Submission) -> str:
    """All words of a submission, a line a paragraph."""
    return "\n".join(leaf.text for leaf in leaves(submission.blocks) if isinstance(leaf, Paragraph))
