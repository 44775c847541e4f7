"""Joins paragraphs that were broken at the end of a column, a page or a line of a scan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ..findings.width import width
from ..text.typography import HAN
from . import cuts
from .cuts import words_of
from .draft import CAPTION, Draft, Photo
from .tree import Paragraph

_ENDS = tuple("。！？!?…：:；;”’」』】）)》>—.")
_GOES_ON = tuple("，、,")
_PAIRS = (
    ("“", "”"),
    ("‘", "’"),
    ("（", "）"),
    ("(", ")"),
    ("《", "》"),
    ("〈", "〉"),
    ("「", "」"),
    ("【", "】"),
    ("〔", "〕"),
)
_BEGINS_ANEW = re.compile(
    r"[一二三四五六七八九十]{1,3}[、是要]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．)）]|第[一二三四五六七八九十\d]{1,3}[，、章节条:：]|其[一二三][，、:：]"
    r"|[①-⒛●◆■•▲△▼▽↑↓←→★☆※◇□○◎·]|图[为：:]|——|编者按|【|#"
)
_CANNOT_END = re.compile("[的和与及在把被将对从向以而或为是让使给并且了着过]$")
_CANNOT_BEGIN = re.compile(r"[，。、；：！？”’）》」』】〕…,.;:!?)的了着过们]")
_ENDER_INSIDE = re.compile("[。！？；]")
_OPENS_PARAGRAPH = re.compile(
    r"\d{1,4}[年月日]|(?:会议|据|近日|日前|昨日|当天|随后|目前|截至|下一步|记者|同时[，,])|[^，。；：]{2,14}(?:表示|指出|强调|要求|介绍|说|认为)[，：,:]"
)
_STOPS = ("。", "！", "？", "：", "；", "!", "?", ":", ";")
_SURE, _LIKELY, _WORD = "SB20", "SB21", "SB22"
_SHOWN = 6  # characters on either side of a seam
_SHORTEST = 10  # characters of a line in which a word may be cut
_LONG = 40  # characters: no heading is longer
_GAP = re.compile(r"\S[ \u3000]+\S")  # between the halves of a head
_HAN_PAIR = re.compile(f"[{HAN}]{{2}}")
_NEARLY = 3  # columns by which lines of one width differ, where punctuation must not begin a line
_MOST_LINES = 0.5  # of the lines are full in a text that was broken into lines
_FEWEST_LINES = 2  # full lines that end in mid-sentence
INDENTS = ("\u3000\u3000", "    ", "\u2003\u2003")


def rejoin(draft: Draft) -> None:
    page = _Page([paragraph for _, paragraph in draft.paragraphs()])
    held: int | None = None  # position of the last paragraph, which may go on
    last = Paragraph(())  # the piece that was joined to it last
    ends_page = False
    for at, part in enumerate(draft.parts):
        ends_page |= at in draft.page_ends
        if isinstance(part, Photo) or (isinstance(part, Paragraph) and not words_of(part) and at != draft.signed_at):
            continue
        if not isinstance(part, Paragraph) or at == draft.signed_at:
            held = None
            continue
        before = draft.parts[held] if held is not None else None
        code = page.seam(before, last, part, ends_page=ends_page) if isinstance(before, Paragraph) else ""
        if code and held is not None:
            _join(draft, held, at, code)
        else:
            held = at
        last, ends_page = part, False


def _join(draft: Draft, one: int, other: int, code: str) -> None:
    before, part = draft.parts[one], draft.parts[other]
    assert isinstance(before, Paragraph)
    assert isinstance(part, Paragraph)
    words = f"{words_of(before)[-_SHOWN:]}｜{words_of(part)[:_SHOWN]}"
    (draft.did if code == _SURE else draft.doubt)(code, part.place, {"words": words})
    draft.parts[one], draft.parts[other] = cuts.joined(before, part), Paragraph((), place=part.place)


class _Page:
    """What the paragraphs of one file have in common: whether they are lines of equal width, whether they are indented."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        widths = [_width(paragraph) for paragraph in paragraphs]
        self._full = max(widths, default=0) - _NEARLY
        full = [paragraph for paragraph, columns in zip(paragraphs, widths, strict=True) if columns >= self._full]
        unfinished = sum(not words_of(paragraph).endswith(_STOPS) for paragraph in full)
        self._is_in_lines = unfinished >= _FEWEST_LINES and len(full) >= _MOST_LINES * len(widths)
        self._text = "\n".join(map(words_of, paragraphs))
        self._is_indented = sum(paragraph.text.startswith(INDENTS) for paragraph in paragraphs) > 1

    def seam(self, before: Paragraph, last: Paragraph, after: Paragraph, *, ends_page: bool) -> str:
        """The code that tells of the joining of two paragraphs, "" when they are two. last: the last line of `before`."""
        left, right = words_of(before), words_of(after)
        is_begun = self._is_indented and after.text.startswith(INDENTS)
        if is_begun or not _may_touch(before, after) or _BEGINS_ANEW.match(right):
            return ""
        if self._is_in_lines and _width(last) >= self._full:
            goes_on = self._is_indented or not left.endswith(_STOPS) or _is_open(left)
            return _SURE if goes_on else ""
        is_text = ends_page or len(left) > _LONG or bool(_ENDER_INSIDE.search(left)) or _is_indented(before)
        code = _seam(left, right, is_text=is_text and not before.look.is_bold, ends_page=ends_page)
        return code or (_WORD if self._cuts_a_word(left, right) else "")

    def _cuts_a_word(self, left: str, right: str) -> bool:
        """Whether the break is inside a word of two characters that the dictionary of readings knows: 加快知 | 识更新. It is not
        where the characters on either side are a word, or stand together elsewhere in the text."""
        word, last, first = left[-1:] + right[:1], left[-2:], right[:2]
        if len(left) < _SHORTEST or not _HAN_PAIR.fullmatch(word) or _GAP.search(left):
            return False
        return word in _words() and not {last, first} & _words() and self._text.count(last) == 1


def _is_indented(paragraph: Paragraph) -> bool:
    return paragraph.text.startswith(INDENTS)


def _width(paragraph: Paragraph) -> int:
    """Columns of a line with its indentation."""
    return width(paragraph.text.rstrip())


def _may_touch(before: Paragraph, after: Paragraph) -> bool:
    is_plain = not (before.heading or after.heading or after.item or before.is_boxed != after.is_boxed)
    is_alike = abs(before.look.size - after.look.size) <= 1 or not (before.look.size and after.look.size)
    is_set = "center" not in (before.look.alignment, after.look.alignment)
    is_caption = CAPTION in (before.look.style, after.look.style)
    return is_plain and is_alike and is_set and not is_caption and before.look.is_bold == after.look.is_bold


def _seam(left: str, right: str, *, is_text: bool, ends_page: bool) -> str:
    if _CANNOT_BEGIN.match(right) or left.endswith(_GOES_ON) or (_is_open(left) and not left.endswith(_STOPS)):
        return _SURE
    if left.endswith(_ENDS):
        return ""
    if _CANNOT_END.search(left):
        return _SURE
    if not is_text or _may_be_heading(right) or _OPENS_PARAGRAPH.match(right):
        return ""
    return _SURE if ends_page else _LIKELY


def _is_open(text: str) -> bool:
    return any(text.count(opening) > text.count(closing) for opening, closing in _PAIRS)


def _may_be_heading(text: str) -> bool:
    return len(text) <= 25 and not text.endswith(_ENDS) and not _ENDER_INSIDE.search(text)


@cache
def _words() -> frozenset[str]:
    from pypinyin.phrases_dict import phrases_dict  # noqa: PLC0415  loaded where a text seems broken only

    return frozenset(word for word in phrases_dict if len(word) == 2)
