"""Joins paragraphs that were broken at the end of a column, a page or a line of a scan."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from ..findings.width import width
from ..text.typography import HAN
from . import cuts
from .cuts import words_of
from .draft import CAPTION, Draft, Photo
from .shapes import LONGEST_HEAD, is_indented, reads_as_sentence, skeleton
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
    r"[一二三四五六七八九十]{1,3}[、是要]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．)）](?!\d)|第[一二三四五六七八九十\d]{1,3}[，、章节条:：]|其[一二三][，、:：]"
    r"|[①-⒛●◆■•▲△▼▽↑↓←→★☆※◇□○◎·]|图[为：:]|——|编者按|【|#"
)
_CANNOT_END = re.compile("(?:[的及把被]|(?<![共温总缓])和|(?<![参])与|(?<![上中少大])将)$")
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
_FEWEST_LINES = 2  # lines that end in mid-sentence
_HEADLINES = 2  # paragraphs at the top that may be wider than the lines
_ALIKE = 2  # lines with the same pauses, as the subheads of a text have
_NARROWEST = 24  # columns


def rejoin(draft: Draft) -> None:
    page = _Page([paragraph for _, paragraph in draft.paragraphs()])
    held: int | None = None  # position of the last paragraph, which may go on
    last = Paragraph(())  # the piece that was joined to it last
    ends_page, is_in_text = False, False
    for at, part in enumerate(draft.parts):
        ends_page |= at in draft.page_ends
        if isinstance(part, Photo) or (isinstance(part, Paragraph) and not words_of(part) and at != draft.signed_at):
            continue
        if not isinstance(part, Paragraph) or at == draft.signed_at:
            held = None
            continue
        before = draft.parts[held] if held is not None else None
        is_in_text |= isinstance(before, Paragraph) and page.is_text(before, last)
        code = (
            page.seam(before, last, part, ends_page=ends_page)
            if isinstance(before, Paragraph) and (is_in_text or ends_page)
            else ""
        )
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
        self._first = paragraphs[0] if paragraphs else None
        widths = [_width(paragraph) for paragraph in paragraphs]
        unfinished = [
            columns
            for columns, paragraph in zip(widths, paragraphs, strict=True)
            if not words_of(paragraph).endswith(_STOPS)
        ]
        common = Counter(unfinished).most_common(1)[0][0] if unfinished else 0
        self._full = common - _NEARLY
        are_full = [columns for columns in widths if self._full <= columns <= common + 2 * _NEARLY]
        wider = sum(columns > common + 2 * _NEARLY for columns in widths[_HEADLINES:])
        is_frequent = len(are_full) >= _MOST_LINES * len(widths) and len(unfinished) >= _FEWEST_LINES
        self._is_in_lines = common >= _NARROWEST and is_frequent and not wider
        lines = (words_of(paragraph) for paragraph in paragraphs if not words_of(paragraph).endswith(_STOPS))
        self._skeletons = Counter(skeleton(words) for words in lines if len(words) <= _LONG)
        self._text = "\n".join(map(words_of, paragraphs))
        self._is_indented = sum(is_indented(paragraph) for paragraph in paragraphs) > 1

    def is_text(self, paragraph: Paragraph, last: Paragraph) -> bool:
        """Whether a paragraph is text: those above the first one may be headlines, which are never joined to what follows."""
        words = words_of(paragraph)
        is_line = self._is_in_lines and paragraph is not self._first and _width(last) >= self._full
        is_sentence = bool(_ENDER_INSIDE.search(words)) or words.endswith((*_STOPS, *_GOES_ON)) or _is_open(words)
        return is_sentence or is_line or is_indented(paragraph)

    def seam(self, before: Paragraph, last: Paragraph, after: Paragraph, *, ends_page: bool) -> str:
        """The code that tells of the joining of two paragraphs, "" when they are two. last: the last line of `before`."""
        left, right = words_of(before), words_of(after)
        is_begun = self._is_indented and is_indented(after)
        if is_begun or not _may_touch(before, after):
            return ""
        is_full = self._is_in_lines and _width(last) >= self._full
        if is_full and (self._is_indented or not left.endswith(_STOPS) or _is_open(left)):
            return _SURE
        if is_full or _BEGINS_ANEW.match(right):
            return ""
        is_text = ends_page or is_indented(before) or bool(_ENDER_INSIDE.search(left)) or self._reads_as_text(left)
        code = _seam(left, right, is_text=is_text and not before.look.is_bold, ends_page=ends_page)
        return code or (_WORD if self._cuts_a_word(left, right) else "")

    def _reads_as_text(self, words: str) -> bool:
        """Whether a line without a stop is text that was broken rather than a head."""
        if reads_as_sentence(words) or len(words) > _LONG:
            return True
        return len(words) > LONGEST_HEAD and not _GAP.search(words) and self._skeletons[skeleton(words)] < _ALIKE

    def _cuts_a_word(self, left: str, right: str) -> bool:
        """Whether the break is inside a word of two characters that the dictionary of readings knows: 加快知 | 识更新. It is not
        where the characters on either side are a word, or stand together elsewhere in the text."""
        word, last, first = left[-1:] + right[:1], left[-2:], right[:2]
        if len(left) < _SHORTEST or not _HAN_PAIR.fullmatch(word) or _GAP.search(left):
            return False
        return word in _words() and not {last, first} & _words() and self._text.count(last) == 1


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
