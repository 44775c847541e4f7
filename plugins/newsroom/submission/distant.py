"""Words for photos that do not stand beside them: a credit for all, one line for two photos, boxes elsewhere, photos that come twice.

What stands beside a photo is left to `captions`: `prepare` runs before it, `finish` after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from . import cuts
from .captions import SHOWN, claims_picture, credit_of, give
from .cuts import words_of
from .draft import Draft, Part, Photo
from .tree import Paragraph, Run

_OF_ALL = re.compile(
    r"(?:本[版文组报]|以上|上述|文中|文内|全部|均)+(?:新闻)?(?:图片|照片|配图|图|摄影)(?:均|都|皆)?(?:由|为)?[ \u3000：:／/]*"
)
_BRACKETS = "（()）【】[] \u3000"
_LONGEST_CREDIT = 40  # characters
_SIDE = r"(?:[上下左右中]图|图[①-⑩一二三四五六\d])[：:]"
_LABEL = re.compile(rf"(?:^|(?<=[\s。；;，,])){_SIDE}")
_POINTS = re.compile(r"[▲△▼▽↑↓⬆⬇]|图为")
_BLANK = Run("\u3000")
_REACH = 3  # parts between a box and the photo that it speaks of


def prepare(draft: Draft) -> None:
    _part_shared_captions(draft)
    draft.credit_of_all = _credit_of_all(draft)


def finish(draft: Draft) -> None:
    for at, paragraph in draft.paragraphs():
        _bring_to_photo(draft, at, paragraph)
    _drop_repeats(draft)
    _sign_all(draft)
    draft.tidy()
    for _, paragraph in draft.paragraphs():
        if _POINTS.match(words_of(paragraph)):
            draft.doubt("SB42", paragraph.place, {"words": words_of(paragraph)[:SHOWN]})


# -- One line below several photos: 左图：… 右图：… ------------------------------------------------------------------


def _part_shared_captions(draft: Draft) -> None:
    parts: list[Part] = []
    photos = 0
    for part in draft.parts:
        pieces = _pieces(draft, part, photos) if isinstance(part, Paragraph) and photos > 1 else ()
        parts += pieces or [part]
        photos = photos + 1 if isinstance(part, Photo) else 0
    draft.parts = parts


def _pieces(draft: Draft, line: Paragraph, photos: int) -> tuple[Paragraph, ...]:
    """The captions in a line that has one for each of the photos above it, each with the credit at the end; else none."""
    starts = [label.start() for label in _LABEL.finditer(line.text)]
    if len(starts) != photos or line.text[: starts[0]].strip(cuts.BLANKS):
        return ()
    ending = credit_of(draft, line.text)
    end = ending.start if ending and ending.is_sure and ending.start > starts[-1] else len(line.text)
    credit = cuts.part(line, end, len(line.text))
    captions = (cuts.part(line, *ends) for ends in zip(starts, [*starts[1:], end], strict=True))
    return tuple(cuts.joined(replace(each, runs=(*each.runs, _BLANK)), credit) for each in captions)


# -- A credit for all photos: 本版图片 张三 摄 ------------------------------------------------------------------------


def _credit_of_all(draft: Draft) -> str:
    """The credit that a line of its own gives to all photos, "" when there is none; the line goes."""
    for at, paragraph in draft.paragraphs():
        text = words_of(paragraph).strip(_BRACKETS)
        frame = _OF_ALL.match(text)
        if frame is None or len(text) > _LONGEST_CREDIT or not any(isinstance(part, Photo) for part in draft.parts):
            continue
        ending = credit_of(draft, text[frame.end() :])
        if ending and ending.is_sure and not ending.rest:
            draft.leave_out(paragraph.text, "SB43", paragraph.place)
            draft.empty(at)
            return ending.credit
    return ""


def _sign_all(draft: Draft) -> None:
    for at, part in enumerate(draft.parts):
        if isinstance(part, Photo) and not part.credit:
            draft.parts[at] = replace(part, credit=draft.credit_of_all)


# -- Boxes, and photos that float -----------------------------------------------------------------------------------


def _bring_to_photo(draft: Draft, at: int, paragraph: Paragraph) -> None:
    """Give a caption that nothing binds to its place to the nearest photo without one."""
    if not claims_picture(draft, paragraph):
        return
    near = sorted(range(max(0, at - _REACH), min(len(draft.parts), at + _REACH + 1)), key=lambda other: abs(other - at))
    free = [other for other in near if _is_free(draft, other, is_boxed=paragraph.is_boxed)]
    if free:
        give(draft, free[:1], at)


def _is_free(draft: Draft, at: int, *, is_boxed: bool) -> bool:
    photo = draft.parts[at]
    return isinstance(photo, Photo) and not photo.caption and (is_boxed or photo.picture.is_floating)


# -- Photos that come twice -----------------------------------------------------------------------------------------


def _drop_repeats(draft: Draft) -> None:
    first: dict[str, int] = {}
    for at, part in list(_photos(draft)):
        if part.name not in first:
            first[part.name] = at
            continue
        _take_words(draft, first[part.name], part)
        draft.parts[at] = Paragraph((), place=part.place)


def _photos(draft: Draft) -> Iterator[tuple[int, Photo]]:
    return ((at, part) for at, part in enumerate(draft.parts) if isinstance(part, Photo))


def _take_words(draft: Draft, at: int, again: Photo) -> None:
    """The words of a photo that comes again are those of the first when it has none, else they are listed."""
    photo, values = draft.parts[at], {"file": again.name}
    assert isinstance(photo, Photo)
    draft.parts[at] = replace(photo, caption=photo.caption or again.caption, credit=photo.credit or again.credit)
    draft.doubt("SB31", again.place, values)
    spare = (again.caption if photo.caption else "", again.credit if photo.credit else "", again.picture.alternative)
    draft.leave_out("\u3000".join(filter(None, spare)), "SB31", again.place, values)
