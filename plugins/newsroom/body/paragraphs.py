"""Decides which lines of a block of text begin a new paragraph, as they did in the text it was pasted from.

A line that starts with an enumerator or a short label keeps its line, and so do lines that are whole sentences. All others
form one paragraph, hard-wrapped by the editor's program. Markup in a line is left to `lines`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..text.typography import HAN

_NUMERAL = "一二三四五六七八九十百零〇两"
_STEM = "甲乙丙丁戊己庚辛壬癸"
_ENUMERATOR = re.compile(
    rf"""[*_]{{0,3}}(?:
        [{_NUMERAL}]{{1,4}}、(?![{_NUMERAL}]{{1,4}}、)
      | [{_STEM}]、(?![{_STEM}]、)
      | [（(](?:[{_NUMERAL}]{{1,4}}|[0-9０-９]{{1,2}})[）)]
      | [0-9０-９]{{1,2}}(?: 、(?![0-9０-９]{{1,3}}、) | [)）](?![0-9]) | [.．][ ]*(?![0-9０-９\s.．]) )
      | [ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ][、.．]
      | 第[{_NUMERAL}0-9]{{1,4}}(?:[，、：,:] | [条章节款项][ \u3000])
      | 其[{_NUMERAL}][，、：,:]
      | [①-⒛㈠-㈩❶-❿●◆■•▲★☆※◇□△►▶➢✓]
      | [·○][ \u3000]
    )""",
    re.VERBOSE,
)
_LABEL = re.compile(
    rf"[*_]{{0,3}}[{HAN}][{HAN}0-9A-Za-z \u3000]{{0,7}}(?<!说)(?<!表示|指出|认为|强调|坦言|透露|写道|谈到|提到)[：:](?!//)"
)
_LABEL_LENGTH = 6
_BLANKS = " \t\u3000\xa0"
_CLOSERS = "*_~’）)】》" + _BLANKS
_SENTENCE_ENDS = ("。", "！", "？", "!", "?", "…", "”", "」", "』")
_GO_ON = tuple("，。；：、！？…—”’）》」』】,.;:?)·")  # no sentence begins with these
_CLAUSE_ENDS = ("；", ";", "：", ":")
_PUNCTUATION = re.compile(r"[，。；：、！？…,;:!?“”‘’]")
_HARD_BREAKS = ("  ", "\\")  # the editor wanted a line break, not a paragraph
_MAY_END = frozenset(_CLOSERS + "".join(_SENTENCE_ENDS))
_SIGNS = "①-⒛㈠-㈩❶-❿●◆■•▲★☆※◇□△►▶➢✓·○"
_MAY_BEGIN = re.compile(rf"[*_!（(0-9０-９第其{_NUMERAL}{_STEM}ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ{_SIGNS}]|.{{1,13}}[：:]")
_SUBHEAD_LENGTH = 20
_PHOTOS = re.compile(r"(?:!\[[^\[\]\n]*\]\([^()\n]*\)\s*)+")
_CAPTION_LENGTH = 40
_PAIRED = re.compile(r"\*\*|`|[\[\]]|<(?P<end>/)?(?P<tag>[a-zA-Z][a-zA-Z0-9]*)[^<>]*>")
_UNPAIRED_TAGS = frozenset({"br", "hr", "img", "wbr"})


def opens_with_enumerator(line: str) -> bool:
    """Whether a line, without leading blanks, starts like an item of an enumeration: 一、 （一） 1. ① ● 第一，"""
    return bool(_ENUMERATOR.match(line))


def ends_sentence(line: str) -> bool:
    """Whether a line ends with the end of a sentence."""
    return line.rstrip(_CLOSERS).endswith(_SENTENCE_ENDS)


def _ends_clause(line: str) -> bool:
    return line.rstrip(_CLOSERS).endswith(_CLAUSE_ENDS)


def may_break(text: str) -> bool:
    """Whether any line of a block may begin a paragraph; a quick test, after which `breaks` decides."""
    at = text.find("\n")
    while at > 0:
        if text[at - 1] in _MAY_END or _MAY_BEGIN.match(text, at + 1):
            return True
        at = text.find("\n", at + 1)
    return False


def breaks(lines: Sequence[str], *, may_be_sentences: bool = True) -> tuple[tuple[int, ...], bool]:
    """The lines that begin a paragraph (by index, never the first), and whether they do because they are whole sentences.

    lines: one block without blank lines or leading blanks. Nothing is split inside `**…**`, a link, code or a tag. Only with
    may_be_sentences are lines split for being sentences.
    """
    if len(lines) < 2:
        return (), False
    kinds = [_kind(line) for line in lines]
    found = _kept_lines(lines, kinds)
    are_sentences = may_be_sentences and len(found) < len(lines) - 1 and _are_sentences(lines)
    if are_sentences:
        found = list(range(1, len(lines)))
    if found and "p" in kinds:
        found = _with_photos(lines, kinds, found)
    if found:
        closed = _closed_before(lines)
        found = [index for index in found if index in closed and not lines[index - 1].endswith(_HARD_BREAKS)]
    return tuple(found), are_sentences and bool(found)


def _kind(line: str) -> str:
    """e: starts with an enumerator; l: with a label; p: only photos; "": any other."""
    if _ENUMERATOR.match(line):
        return "e"
    if line.startswith("!["):
        return "p" if _PHOTOS.fullmatch(line) else ""
    label = _LABEL.match(line)
    return "l" if label and len(label.group().strip("*_：:").translate(_NO_BLANKS)) <= _LABEL_LENGTH else ""


_NO_BLANKS = dict.fromkeys(map(ord, _BLANKS))


def _kept_lines(lines: Sequence[str], kinds: list[str]) -> list[int]:
    """The lines that keep their line break, and those after the last sentence of an item."""
    found, is_in_item = [], kinds[0] == "e"
    for index in range(1, len(lines)):
        if _keeps_its_line(lines, kinds, index) or (is_in_item and ends_sentence(lines[index - 1])):
            found.append(index)
            is_in_item = kinds[index] == "e"
    return found


def _keeps_its_line(lines: Sequence[str], kinds: list[str], index: int) -> bool:
    kind, before, line_before = kinds[index], kinds[index - 1], lines[index - 1]
    if kind == "e":
        return True
    if kind == "l":
        is_among_others = before in ("e", "l") or kinds[index + 1 : index + 2] == ["l"]
        return is_among_others or ends_sentence(line_before) or _ends_clause(line_before)
    return before == "l" and kinds[max(0, index - 2) : index - 1] == ["l"]


def _are_sentences(lines: Sequence[str]) -> bool:
    """Whether every line of a block is a whole sentence, or something found among such lines: items, photos, subheads."""
    if any(line.startswith(_GO_ON) for line in lines[1:]):
        return False
    if len(lines) == 2:
        return ends_sentence(lines[0]) and ends_sentence(lines[1])
    has_ended = [ends_sentence(line) for line in lines]
    if sum(has_ended) < 2:
        return False
    return all(ended or _may_stand_among_sentences(line) for ended, line in zip(has_ended[:-1], lines, strict=False))


def _may_stand_among_sentences(line: str) -> bool:
    if _kind(line) or _ends_clause(line):
        return True
    return len(line) <= _SUBHEAD_LENGTH and not _PUNCTUATION.search(line)


def _with_photos(lines: Sequence[str], kinds: list[str], found: list[int]) -> list[int]:
    """The same breaks, plus those around lines of photos; a short line below a photo stays with it."""
    wanted = set(found)
    for index, kind in enumerate(kinds):
        if kind == "p":
            wanted.add(index)
            below = lines[index + 1] if index + 1 < len(lines) else ""
            is_caption = (
                not ends_sentence(below) and len(below) <= _CAPTION_LENGTH and kinds[index + 1 : index + 2] != ["e"]
            )
            (wanted.discard if is_caption else wanted.add)(index + 1)
            if is_caption:
                wanted.add(index + 2)
    return sorted(index for index in wanted if 0 < index < len(lines))


def _closed_before(lines: Sequence[str]) -> set[int]:
    """The indexes of the lines before which no `**`, link, code or tag is open."""
    closed, stars, ticks, brackets, tags = {0}, 0, 0, 0, 0
    for index, line in enumerate(lines, start=1):
        for match in _PAIRED.finditer(line):
            sign = match.group()
            stars += sign == "**"
            ticks += sign == "`"
            brackets += (sign == "[") - (sign == "]")
            if match["tag"] and match["tag"].lower() not in _UNPAIRED_TAGS and not sign.endswith("/>"):
                tags += -1 if match["end"] else 1
        if not (stars % 2 or ticks % 2 or brackets or tags):
            closed.add(index)
    return closed
