"""Finds blanks that stick or have an unusual width: no-break, thin and similar ones. Full-width blanks are right in newspapers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...text.patterns import Pattern
from ...text.placed import Kind
from ...text.typography import HAN
from ..copy import Copy
from ..gaps import is_of_byline
from ..rule import Rule, Slip, Source
from ..surroundings import PERCENT, is_letter, is_wide

_BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
_ANY = f"[{_BLANKS} \u3000]"
_RUN = Pattern(f"(?<!{_ANY}){_ANY}+")  # begins once in a run: otherwise a long one would take quadratic time
_REST_OF_NUMBER = Pattern(rf"[0-9]{{3}}(?![0-9])|[0-9][0-9.,]*[%‰{HAN}]")


def _found(copy: Copy) -> Iterator[Slip]:
    for run in _RUN.finditer(copy.text):
        if not set(_BLANKS).isdisjoint(run.group()):
            yield Slip(*run.span(), replacement=_plain(copy, run))


def _plain(copy: Copy, run: re.Match[str]) -> str:
    """The blank that belongs there: none beside Han, unless names or the halves of a headline are kept apart."""
    text, (start, end) = copy.text, run.span()
    if "\u3000" in run.group():
        return "\u3000"
    if is_letter(text[start - 1 : start]) and is_letter(text[end : end + 1]):
        return "" if _is_within_number(copy, start, end) else " "
    if len(run.group()) > 1 and copy.passage_at(start).kind in (Kind.TITLE, Kind.DECK):
        return "\u3000"
    before, after = text[start - 1 : start], text[end : end + 1]
    is_needless = is_wide(before) or is_wide(after) or before in ("", "\n") or after in f"\n{PERCENT}"
    return "" if is_needless and not is_of_byline(text, start) else " "


def _is_within_number(copy: Copy, start: int, end: int) -> bool:
    """Whether the blank parts the digits of one number of a sentence, which newspapers print closed up."""
    is_after_digit = copy.text[start - 1].isdigit() and copy.passage_at(start).kind is not Kind.CELL
    return is_after_digit and bool(_REST_OF_NUMBER.match(copy.text, end))


RULE = Rule(
    code="PF11",
    find=_found,
    wrong="8月\u00a015日上午，区委中心组学习。",
    right="8月15日上午，区委中心组学习。",
    silent=("记者 冉红政 通讯员 姜璞", "传达学习\u3000推动落实"),
    source=Source("GB 18030—2022《信息技术　中文编码字符集》", "2023-08-01"),
    signs=_BLANKS,
)
