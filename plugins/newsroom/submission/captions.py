"""Joins captions to their pictures and splits the credit off. Captions stand below, beside or above, or in the same cell or box."""

from __future__ import annotations

import re
from dataclasses import replace

from ..byline.caption import CaptionCredit, credit_at_end
from ..byline.credit import parse_credit
from ..findings.problems import Place, has_errors
from .cuts import words_of
from .draft import CAPTION, Draft, Photo, size_of_text
from .tree import Paragraph

_BELOW = re.compile(
    r"[▲△↑⬆←→◀▶]|[（(]?图[为：:]|(?:上|左|右|中|题|组)图|图片?[一二三四五六①-⑩\d]{1,2}[：:为 \u3000]|图片(?:说明)?[：:]"
    r"|[（(](?:上|左|右|题)?图片?\d?[)）]|照片[：:]"
)
_ABOVE = re.compile(r"[▼▽↓⬇]|下图|[（(]下图[)）]|[（(]见?下图[)）]")
_SIGNS = re.compile(
    r"^(?:[▲△▼▽↑↓⬆⬇←→◀▶\s]+|(?:图片说明|图片|照片|[上下左右中]图)[：:]\s*|[（(](?:上|下|左|右|题)?图片?\d?[)）]\s*)"
)
_WRAPPED = re.compile(r"^[（(](图为[^（()）]+)[)）]$")
_FRAME = re.compile(r"(?:本[文组版]|以上|文中)*(?:图片|照片|配图|图)(?:均|都)?由")
SHOWN = 20  # characters
_STYLE = re.compile(r"题注|图注|图片说明|图说|caption", re.IGNORECASE)
_LONGEST, _LONGEST_PLAIN = 160, 60
_ENDS_TEXT = ("。", "；", "：", "，", "？", "！")


def join_captions(draft: Draft) -> None:
    size = size_of_text(draft)
    at = 0
    while at < len(draft.parts):
        if not isinstance(draft.parts[at], Photo):
            at += 1
            continue
        end = at
        while end < len(draft.parts) and isinstance(draft.parts[end], Photo):
            end += 1
        _caption_group(draft, at, end, size)
        at = end
    draft.tidy()


def _caption_group(draft: Draft, start: int, end: int, size: float) -> None:
    """Give the pictures [start, end), between which no words stand, the captions below them, else the one above."""
    below = _captions_below(draft, end, end - start, size)
    photos = list(range(start, end))
    whole = [at for at in below if not _is_credit_only(draft, at)]
    above = [start - 1] if start and not whole and _is_above(draft, start - 1) else []
    if above or below:
        if len(whole) > 1 and len(whole) == len(photos):
            _one_each(draft, photos, below)
        else:
            _all_to(draft, photos, [*above, *below])
    for at in photos:
        _doubt(draft, at)


def _one_each(draft: Draft, photos: list[int], below: list[int]) -> None:
    number = -1
    for at in below:
        number += not _is_credit_only(draft, at) or number < 0
        give(draft, photos[number : number + 1], at)


def _all_to(draft: Draft, photos: list[int], lines: list[int]) -> None:
    """Several lines below one picture are its caption and its credit; the credit is that of all pictures of the group."""
    for at in lines:
        give(draft, photos[-1:], at)
    last = draft.parts[photos[-1]]
    assert isinstance(last, Photo)
    for at in photos[:-1]:
        photo = draft.parts[at]
        assert isinstance(photo, Photo)
        draft.parts[at] = replace(photo, credit=photo.credit or last.credit)
    if len(photos) > 1 and last.caption:
        draft.doubt("SB32", last.place, {"count": len(photos), "caption": last.caption})


def give(draft: Draft, photos: list[int], at: int) -> None:
    """Move the words of the paragraph at `at` to these pictures as caption and credit."""
    paragraph = draft.parts[at]
    assert isinstance(paragraph, Paragraph)
    text = _WRAPPED.sub(r"\1", words_of(paragraph))
    ending = credit_of(draft, text)
    is_sure = ending is not None and ending.is_sure
    rest = _SIGNS.sub("", ending.rest if ending and is_sure else text).strip()
    for position in photos:
        photo = draft.parts[position]
        assert isinstance(photo, Photo)
        caption = "\u3000".join(filter(None, (photo.caption, rest)))
        draft.parts[position] = replace(
            photo, caption=caption, credit=photo.credit or (ending.credit if ending and is_sure else "")
        )
    signs = _SIGNS.match(text)
    if signs and any(map(str.isalnum, signs.group())):
        draft.leave_out(signs.group(), "SB73", paragraph.place)
    if ending is not None and not is_sure:
        draft.doubt("SB33", paragraph.place, {"words": text[ending.start :].strip() or text})
    draft.did("SB34", paragraph.place, {"words": text[:SHOWN]})
    draft.empty(at)


def credit_of(draft: Draft, text: str) -> CaptionCredit | None:
    """The credit at the end of a caption; a frame such as 本组图片由 belongs to it."""
    ending = credit_at_end(text, draft.known_names, stands_alone=True)
    if ending is None or not _FRAME.fullmatch(ending.rest) or has_errors(parse_credit(text, Place(""))[1]):
        return ending
    return replace(ending, credit=text, rest="", start=0)


def claims_picture(draft: Draft, part: Paragraph) -> bool:
    """Whether a paragraph beside a picture is certainly its caption or credit."""
    ending = credit_of(draft, words_of(part))
    return _is_certain(part) or (ending is not None and ending.is_sure and len(words_of(part)) <= _LONGEST)


def _captions_below(draft: Draft, start: int, count: int, size: float) -> list[int]:
    """The positions of the paragraphs below a group of `count` pictures that are captions or credits."""
    found: list[int] = []
    for at in range(start, min(len(draft.parts), start + 2 * count + 1)):
        part = draft.parts[at]
        if not isinstance(part, Paragraph):
            break
        text = words_of(part)
        if not text:
            continue
        is_caption = (
            _is_credit_only(draft, at)
            if len(found) >= count and not _is_certain(part)
            else _is_caption(draft, part, size)
        )
        if not is_caption:
            break
        found.append(at)
    return found


def _is_certain(part: Paragraph) -> bool:
    text = words_of(part)
    return CAPTION in part.look.style or bool(_STYLE.search(part.look.style)) or bool(_BELOW.match(text))


def _is_caption(draft: Draft, part: Paragraph, size: float) -> bool:
    text = words_of(part)
    if len(text) > _LONGEST or part.heading or part.item or _ABOVE.match(text):
        return False
    if _is_certain(part):
        return True
    ending = credit_of(draft, text)
    if ending is not None and ending.is_sure and len(text) <= _LONGEST_PLAIN + len(ending.credit):
        return True
    is_smaller = bool(part.look.size and size and part.look.size < size)
    is_set_apart = is_smaller or part.look.alignment == "center" or part.is_boxed
    return is_set_apart and not part.look.is_bold and len(text) <= _LONGEST_PLAIN


def _is_credit_only(draft: Draft, at: int) -> bool:
    part = draft.parts[at]
    ending = credit_of(draft, words_of(part)) if isinstance(part, Paragraph) else None
    return ending is not None and ending.is_sure and not any(map(str.isalnum, _SIGNS.sub("", ending.rest)))


def _is_above(draft: Draft, at: int) -> bool:
    part = draft.parts[at]
    if not isinstance(part, Paragraph) or len(words_of(part)) > _LONGEST:
        return False
    return (
        bool(_ABOVE.match(words_of(part)))
        or CAPTION in part.look.style
        or bool(_STYLE.search(part.look.style))
        or (part.is_boxed and len(words_of(part)) <= _LONGEST_PLAIN)
    )


def _doubt(draft: Draft, at: int) -> None:
    photo = draft.parts[at]
    assert isinstance(photo, Photo)
    if not photo.caption and not photo.picture.caption:
        draft.doubt("SB35", photo.place, {"file": photo.name})
    if photo.picture.is_floating:
        draft.doubt("SB36", photo.place, {"file": photo.name})
