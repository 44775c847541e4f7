"""Decides where quotes, list items, footnotes and definitions begin, and which of them a line belongs to."""

from __future__ import annotations

import re
from collections.abc import Callable

from . import containers, line_starts, marks
from .containers import BLANKS, DEEPEST, NOTE, NUMBER, QUOTE, Container, TooDeepError
from .manuscript import CODE, Manuscript

_NOTE = re.compile(r"\[\^[^\]\n]+\]:[ ]*")
_DEFINITION = re.compile(r":[ ]+(?=\S)")
_FARTHEST_SIBLING = 40  # lines searched for the next item's number


class Openings:
    """Opens containers. close: closes all containers from a depth on."""

    def __init__(self, work: Manuscript, close: Callable[[int], None]) -> None:
        self._work, self._close = work, close
        self._open = work.open
        self._last_numbers: dict[int, int] = {}  # of the last ordered list at each depth

    def entered(self, line: str) -> tuple[int, str]:
        """How many of the open containers a line belongs to, and its content within them."""
        for depth, holder in enumerate(self._open):
            if holder.kind != QUOTE and not line.strip(BLANKS):
                continue
            inside = holder.inside(line)
            if inside is None:
                return depth, line
            line = inside
        return len(self._open), line

    def opened(self, number: int, depth: int, rest: str) -> tuple[int, str, bool]:
        """Open the containers that begin with `rest`: the depth reached, the remaining content, whether any was opened."""
        has_opened = False
        while True:
            found = self._container_at(number, depth, rest)
            if found is None:
                return depth, rest, has_opened
            holder, rest = found
            if depth == DEEPEST:
                raise TooDeepError
            if not has_opened:
                self._close(depth)
            self._open.append(holder)
            if holder.kind == NUMBER and line_starts.begins_as_block(rest):
                self._work.page.block([""])  # the number alone: what follows is not text that could carry its note
            depth, has_opened = depth + 1, True

    def _container_at(self, number: int, depth: int, rest: str) -> tuple[Container, str] | None:
        words = rest.lstrip(" ")
        indent = len(rest) - len(words)
        if indent >= CODE:
            is_marked = words.startswith(">") or containers.marker_kind(words) != ""
            if not is_marked or not (self._work.continues(depth) or self._work.is_prose(number)):
                return None
        if words.startswith(">"):
            return containers.quote(), words[2:] if words.startswith("> ") else words[1:]
        if words.startswith(("[^", ":")):
            return self._note_at(depth, words)
        return None if line_starts.RULE.fullmatch(words) else self._item_at(number, depth, indent, words)

    def _item_at(self, number: int, depth: int, indent: int, words: str) -> tuple[Container, str] | None:
        marker = containers.BULLET_SIGN.match(words) or containers.NUMBER_SIGN.match(words)
        if marker is None:
            return None
        holder, content = containers.item(marker, indent, words)
        sibling = self._open[depth] if depth < len(self._open) and self._open[depth].kind == holder.kind else None
        if sibling is None and not content:
            return None
        if holder.kind == NUMBER:
            if sibling is None and not self._begins_list(number, depth, indent, holder.number, content):
                return None
            self._count(number, depth, holder, sibling)
            holder.first = f"{holder.number}. {marks.note(marks.NUMBER, holder.number)}"
        return holder, content

    def _begins_list(self, line: int, depth: int, indent: int, number: int, content: str) -> bool:
        """Whether a number that does not follow an item begins a list; if not, it is part of the text.

        A list begins with 1, or continues the numbering of the last one at the same depth, or is followed by the next number.
        """
        interrupts = self._work.continues(depth)
        is_figure = content[:1].isdecimal()  # `1. 5公里`, `8. 15日`: one number with a blank in it
        if number == 1 and not (interrupts and is_figure):
            return True
        if interrupts and number != 1:
            return False
        goes_on = self._last_numbers.get(depth) == number - 1 and not is_figure
        return goes_on or self._number_below(line, indent) == number + 1

    def _number_below(self, line: int, indent: int) -> int | None:
        """The number of the next item below, or None when what follows at this indentation is not an item."""
        for text in self._work.lines[line + 1 : line + _FARTHEST_SIBLING]:
            words = text.lstrip(" >")
            if not words.strip(BLANKS):
                continue
            marker = containers.NUMBER_SIGN.match(words)
            if marker is not None:
                return int(marker["number"])
            if len(text) - len(words) < indent + 2:
                return None
        return None

    def _count(self, line: int, depth: int, holder: Container, sibling: Container | None) -> None:
        """Remark on an item whose number does not follow that of the previous one."""
        if sibling is not None and holder.number not in (1, sibling.number + 1):
            written = str(holder.number)
            column = max(0, self._work.source[line].find(written))
            self._work.tell("BD42", line, column, len(written), number=holder.number, before=sibling.number)
        self._last_numbers = {at: last for at, last in self._last_numbers.items() if at < depth}
        self._last_numbers[depth] = holder.number

    def _note_at(self, depth: int, words: str) -> tuple[Container, str] | None:
        """A footnote; or a definition, which follows its terms or another definition of them."""
        note = _NOTE.match(words)
        if note is not None:
            return containers.note(note.group()), words[note.end() :]
        definition = _DEFINITION.match(words)
        if definition is None:
            return None
        has_terms = self._work.continues(depth)
        if not has_terms and not (depth < len(self._open) and self._open[depth].kind == NOTE):
            return None
        if has_terms:
            terms = [line.words.strip(BLANKS) for line in self._work.paragraph]
            self._work.paragraph = []
            self._work.page.block(terms)
        return containers.definition(is_first=has_terms), words[definition.end() :]
