"""Finds quotation marks and brackets whose other half is missing. A quotation of several paragraphs opens each and ends in the last."""

from __future__ import annotations

from collections.abc import Iterator

from ...text.patterns import Pattern
from ..copy import Copy
from ..quotes import quotes_in
from ..rule import Rule, Slip, Source
from ..surroundings import is_near_han

_MARK = Pattern(r"[《》〈〉（）()【】〔〕「」『』\n]")
_OTHER = dict(zip("》〉）】〕」』", "《〈（【〔「『", strict=True))
_PAIRS = tuple(opening + closing for closing, opening in _OTHER.items())
_PLAIN = str.maketrans("()", "（）")
_ENUMERATOR = Pattern(r"(?:^|[\n\s，。、；：！？“”（])(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z])$")
_FAR = 1500  # characters; what opens farther away is not what is closed here
_OPENING = _OTHER | {"”": "“", "’": "‘"}
_DEEPEST = 20  # pairs within each other


def _found(copy: Copy) -> Iterator[Slip]:
    for at in sorted(_without_those_that_meet(copy.text, [*_odd_brackets(copy.text), *_odd_quotes(copy.text)])):
        if is_near_han(copy.text, at, at + 1):
            yield Slip(at, at + 1, {"mark": copy.text[at]})


def _odd_brackets(text: str) -> Iterator[int]:
    if not _without_pairs("".join(_MARK.findall(text)).translate(_PLAIN)).strip("\n"):
        return
    opened: list[tuple[int, str]] = []
    for found in _MARK.finditer(text):
        at, mark = found.start(), found.group().translate(_PLAIN)
        if mark in _OTHER:
            yield from (place for place in _close(opened, at, _OTHER[mark]) if not _is_enumerator(text, place))
        elif mark == "\n":
            yield from (place for place, _ in opened)
            opened.clear()
        else:
            opened.append((at, mark))


def _without_pairs(marks: str) -> str:
    """The marks without those that stand in pairs, up to two pairs within each other."""
    for pair in _PAIRS * 3:
        marks = marks.replace(pair, "")
    return marks


def _close(opened: list[tuple[int, str]], at: int, opening: str) -> list[int]:
    """Takes what a closing mark at `at` closes from `opened`. Returns the marks that have lost their other half by it."""
    for number in range(len(opened) - 1, max(-1, len(opened) - 1 - _DEEPEST), -1):
        if opened[number][1] == opening:
            odd = [place for place, _ in opened[number + 1 :]]
            del opened[number:]
            return odd
    return [at]


def _is_enumerator(text: str, at: int) -> bool:
    return text[at] in ")）" and bool(_ENUMERATOR.search(text, max(0, at - 5), at))


def _odd_quotes(text: str) -> Iterator[int]:
    for quotes in quotes_in(text):
        for at in quotes.odd:
            if not (text[at] in "“‘" and _goes_on(text, at)) and not _is_of_numbers(text, at):
                yield at


def _goes_on(text: str, at: int) -> bool:
    """Whether the next paragraph opens with the same mark, as a quotation of several paragraphs does."""
    end = text.find("\n", at)
    return text[end + 1 : end + 8].lstrip(" \u3000\n")[:1] == text[at]


def _is_of_numbers(text: str, at: int) -> bool:
    """Whether a mark stands for inches, minutes or left out digits, as in ’80后."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return text[at] in "\"'’" and ((before.isascii() and before.isalnum()) or after.isdigit())


def _without_those_that_meet(text: str, odd: list[int]) -> list[int]:
    """The odd marks but for those of which one opens a paragraph or more before the other closes."""
    kept: list[int] = []
    for at in sorted(odd):
        before = _opened_before(text, kept, at)
        if before is None:
            kept.append(at)
        else:
            kept.remove(before)
    return kept


def _opened_before(text: str, odd: list[int], at: int) -> int | None:
    """The last of the nearest odd marks that opens what is closed at `at`."""
    opening = _OPENING.get(text[at])
    near = (other for other in odd[-_DEEPEST:] if at - other < _FAR and text[other] == opening)
    return max(near, default=None) if opening else None


RULE = Rule(
    code="PF30",
    find=_found,
    wrong="专栏名为“建设国家中心城市，已经开通。",
    right="专栏名为“建设国家中心城市”，已经开通。",
    silent=("1）加强领导；2）落实责任。", "“第一段没有引完。\n“第二段才引完。”", "（接上文。\n写完了。）"),
    source=Source("GB/T 15834—2011《标点符号用法》第4.8条、第4.9条、第4.15条", "2012-06-01"),
    signs="“”‘’《》〈〉（）()【】〔〕「」『』\"'",
)
