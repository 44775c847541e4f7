"""Fields of a Word file: where what they print begins and ends, and where a link leads (ECMA-376 part 1, 17.16)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from xml.etree.ElementTree import Element

_WORDS = re.compile(r'\\([a-z])|"([^"]*)"|(\S+)', re.IGNORECASE)
_WITH_ARGUMENT = frozenset("lot")  # switches of HYPERLINK that are followed by a place, a tip, a window
_DRAWN = re.compile(r"\s*(?:EQ|SYMBOL)\b", re.IGNORECASE)
_LAST = re.compile(r"[,，]([^,，()]*)\)\s*$")


@dataclass
class _Field:
    instruction: str = ""
    prints: bool = False


class Fields:
    """The fields that are open while one part is read in its order. root: of the part."""

    def __init__(self, root: Element) -> None:
        self._unpaired = _unpaired(root)
        self._open: list[_Field] = []

    @property
    def is_instruction(self) -> bool:
        """Whether the words here instruct Word instead of being printed."""
        return any(not field.prints for field in self._open)

    @property
    def link(self) -> str:
        return next((link for field in reversed(self._open) if (link := link_in(field.instruction))), "")

    def mark(self, mark: Element) -> str:
        """Pass a w:fldChar. One without a partner opens and closes nothing.

        The instruction of a field that ends here if it prints nothing in the file and Word draws it from that alone, else "".
        """
        kind = mark.get("w:fldCharType")
        if id(mark) in self._unpaired:
            return ""
        if kind == "begin":
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].prints = True
        closed = self._open.pop() if kind == "end" and self._open else _Field()
        return closed.instruction.strip() if _DRAWN.match(closed.instruction) and not closed.prints else ""

    def instruct(self, words: str) -> None:
        if self._open:
            self._open[-1].instruction += words


def link_in(instruction: str) -> str:
    """The address of a HYPERLINK field, "" for any other and for a place in the same file."""
    words = list(_WORDS.finditer(instruction))
    if not words or words[0][0].upper() != "HYPERLINK":
        return ""
    free = (word for before, word in pairwise(words) if not word[1] and (before[1] or "").lower() not in _WITH_ARGUMENT)
    address = next(free, None)
    return "" if address is None else address[2] or address[3] or ""


def base_in(instruction: str) -> str:
    """The sign below a reading or within a ring, as old Word draws both: EQ \\o\\ad(\\s\\up 9(guǎn),管). "" for any other."""
    found = _LAST.search(instruction)
    return found[1].strip() if found else ""


def _unpaired(root: Element) -> frozenset[int]:
    opened: list[int] = []
    alone: set[int] = set()
    for mark in root.iter("w:fldChar"):
        kind = mark.get("w:fldCharType")
        if kind == "begin":
            opened.append(id(mark))
        elif kind == "end" and opened:
            opened.pop()
        elif kind == "end":
            alone.add(id(mark))
    return frozenset((*alone, *opened))
