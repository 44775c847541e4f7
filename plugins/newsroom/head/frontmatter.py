"""Parses the head of a story into values with places, forgiving common mistakes. Validating the values is left to `story`.

Each key's lines are parsed separately, so that one broken value costs only itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..findings.catalogue import problem
from ..findings.problems import Place, Problem
from ..schema import KEYS, TOP, Key, nearest
from ..text.marked import Marked, is_null
from ..text.source import Source
from . import fences, foreign
from .entries import Entry, begins_entry, belongs
from .nesting import mend_below
from .shapes import CHINESE_COMMA, fitted, split, split_at_commas
from .slips import (
    TROUBLE_OVER_LINES,
    KeyLine,
    Mending,
    Shape,
    in_list,
    is_troubled_in_list,
    mend_blank,
    mend_key_line,
    take_apart,
)

_SIMPLE_QUOTED = re.compile(r"\"([^\"\\\t]*)\"|'([^'\t]*)'")
_PLAIN_LIST = re.compile(r"\[([^\[\]{}\"']*)\]")
_LOOSE_ITEM = re.compile(r"[\[,]\s*,|[\[,] *[^\S ]|[^\S ] *[,\]]")


@dataclass(frozen=True, slots=True)
class Head:
    """The head's values by Chinese key, each in the shape its key requires. top: Place of the head's first line.

    misspelt: keys that unknown ones probably stand for; repeated: keys written more than once, of which only the first is
    read. Both have been reported as findings.
    """

    values: Mapping[str, Marked]
    keys: Mapping[str, Place]
    top: Place
    misspelt: frozenset[str] = frozenset()
    repeated: frozenset[str] = frozenset()

    def is_missing(self, key: str) -> bool:
        """Whether nothing was written for `key` (Chinese), not even something unreadable or under a misspelt key."""
        value = self.values.get(key)
        unread = key in self.keys and value is None
        return (value is None or value.is_empty) and not unread and key not in self.misspelt

    def place(self, key: str) -> Place:
        """Where `key` (Chinese) is written, or the head's first line if it is not."""
        return self.keys.get(key, self.top)


@dataclass(frozen=True, slots=True)
class Body:
    """The text after the head. first_line: the number of its first line, from 1; offset: where it begins in Source.text."""

    text: str
    first_line: int
    offset: int


def read(source: Source) -> tuple[Head | None, Body, tuple[Problem, ...]]:
    """The head and the body of a story; the head is None if there is none. Never raises, whatever the text."""
    span, problems = fences.locate(source)
    if span is None:
        return None, Body(source.text, 1, 0), problems
    reading, _ = _reading(source, span)
    unsure = frozenset(reading.misspelt), frozenset(reading.repeated)
    head = Head(reading.values, reading.keys, source.place_at(span.top + 1, 0), *unsure)
    offset = source.starts[span.body] if span.body < len(source.lines) else len(source.text)
    body = Body(source.text[offset:], span.body + 1, offset)
    return head, body, (*problems, *reading.mending.problems, *reading.problems)


def outline(source: Source) -> tuple[Mapping[str, Marked], Mapping[str, Entry], int]:
    """The head's values and the lines of each, by Chinese key, and the index of its first line; used to edit a head.

    Raises ValueError if there is no head.
    """
    span, _ = fences.locate(source)
    if span is None:
        raise ValueError("no head")
    reading, entries = _reading(source, span)
    lines: dict[str, Entry] = {}
    for entry in entries:
        if entry.line.key:
            lines.setdefault(entry.line.key.name, entry)
    return reading.values, lines, span.start


def _reading(source: Source, span: fences.Span) -> tuple[_Reading, list[Entry]]:
    reading = _Reading(source, Mending(source))
    entries = reading.entries(span)
    for entry in entries:
        reading.take(entry)
    return reading, entries


@dataclass(slots=True)
class _Reading:
    """The parsing of one head, from lines to values."""

    source: Source
    mending: Mending
    problems: list[Problem] = field(default_factory=list)
    values: dict[str, Marked] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)
    misspelt: set[str] = field(default_factory=set)
    repeated: set[str] = field(default_factory=set)

    def entries(self, span: fences.Span) -> list[Entry]:
        """The lines of the head, grouped by the key they belong to; lines that belong nowhere are reported."""
        entries: list[Entry] = []
        for index in range(span.start, span.end):
            line = self.source.lines[index]
            if not line or line.isspace():
                mend_blank(self.mending, index)
                continue
            entry = entries[-1] if entries else None
            key_line = take_apart(line, index, TOP)
            if key_line and begins_entry(key_line, entry):
                entries.append(Entry(key_line, index + 1, key_line.shape))
            elif line.lstrip(" ").startswith("#") and not (entry and entry.may_hold_items and line[0] == " "):
                continue
            elif entry and belongs(line, entry):
                entry.end = index + 1
            else:
                self.problems.append(problem("HD15", self.source.place_at(index + 1, 1, len(line))))
                self.mending.drop(index)
        return entries

    def take(self, entry: Entry) -> None:
        """Reads one key and its value, if the key is known and new."""
        line = entry.line
        place = self._place(line.row, line.key_start, line.key_end)
        if line.key is None:
            self.problems.append(_unknown(line.written, place, line.value if entry.is_one_line else ""))
            near = nearest(line.written, TOP)
            self.misspelt |= {near.name} if near else set()
            return
        name = line.key.name
        if name in self.keys:
            self.problems.append(problem("HD02", place, {"key": line.written, "first": self.keys[name].line}))
            self.repeated.add(name)
            return
        self.keys[name] = place
        mend_key_line(self.mending, line)
        value = self._on_one_line(entry) or self._in_yaml(entry)
        fit = fitted(line.key, value, self.problems) if value else None
        if fit:
            self.values[name] = fit

    def _place(self, index: int, start: int, end: int) -> Place:
        return self.source.place_in(index, start, end - start)

    def _on_one_line(self, entry: Entry) -> Marked | None:
        """The value of a simple line, which needs no YAML parser; None for any other value."""
        line, shape = entry.line, entry.shape
        assert line.key is not None
        if not entry.is_one_line:
            return None
        if shape is Shape.OPEN and line.value[0] in "[{":
            shape = Shape.TROUBLED
        if shape is Shape.EMPTY:
            return Marked(self.keys[line.key.name], text="")
        if shape in (Shape.PLAIN, Shape.TROUBLED):
            return self._plain(line, shape)
        quoted = _SIMPLE_QUOTED.fullmatch(line.value) if shape is Shape.QUOTED else None
        if quoted:
            return self._text(line, 1, len(line.value) - 1, style=line.value[0])
        if shape is Shape.FLOW and line.key.kind == "list" and _PLAIN_LIST.fullmatch(line.value):
            return self._plain_list(line, line.key)
        return None

    def _plain(self, line: KeyLine, shape: Shape) -> Marked:
        assert line.key is not None
        if shape is Shape.TROUBLED and len(split(line.key, line.value)) == 1:
            self.mending.quote(line.row, line.value_start, line.value)
            return self._text(line, 0, len(line.value), style='"')
        return self._text(line, 0, len(line.value))

    def _plain_list(self, line: KeyLine, key: Key) -> Marked:
        """A list in brackets without quotes or nested brackets; one with only Chinese commas is read as a plain line."""
        whole = self._text(line, 0, len(line.value))
        if "," not in line.value and CHINESE_COMMA.search(line.value) and not key.sentences:
            inner = self._text(line, 1, len(line.value) - 1)
            return Marked(inner.place, inner.text, span=whole.span)
        pieces = split_at_commas(line.value[:-1], 1)
        items = tuple(self._text(line, *ends) for ends in pieces)
        if _LOOSE_ITEM.search(line.value):
            self._set_anew(line, key, [item.text or "" for item in items])
            return Marked(whole.place, items=items, span=whole.span)
        for start, end in pieces:
            if is_troubled_in_list(line.value[start:end]):
                self.mending.quote(line.row, line.value_start + start, line.value[start:end])
        return Marked(whole.place, items=items, span=whole.span)

    def _set_anew(self, line: KeyLine, key: Key, items: list[str]) -> None:
        """Rewrites a list with a surplus comma, which YAML rejects, or with spaces that YAML takes for text."""
        form, ends = in_list(items), (line.value_start, line.value_end)
        values = {"key": key.name, "count": len(items), "form": form}
        self.mending.slip("HD08", line.row, ends, [(*ends, form)], values)

    def _text(self, line: KeyLine, start: int, end: int, style: str = "") -> Marked:
        """The part [start, end) of a line's value."""
        text = line.value[start:end]
        quotes = 1 if style and start else 0
        origin = self.source.starts[line.row] + line.value_start
        span = (origin + start - quotes, origin + end + quotes)
        text = "" if not style and is_null(text) else text
        place = self.source.place_in(line.row, line.value_start + start, end - start)
        return Marked(place, text, span=span, style=style)

    def _in_yaml(self, entry: Entry) -> Marked | None:
        """The value as YAML reads it once the mistakes in its lines are corrected."""
        first = entry.line.row
        if entry.shape is Shape.TROUBLED:  # YAML might silently drop a part of it
            place = self._place(first, entry.line.value_start, entry.line.value_end)
            self.problems.append(problem("HD01", place, {"detail": TROUBLE_OVER_LINES}))
            return None
        if entry.line.key and entry.line.key.kind == "line" and not entry.line.key.wraps and self._has_lines(entry) > 1:
            self.problems.append(problem("HD16", self.keys[entry.line.key.name], {"key": entry.line.key.name}))
            return None
        mend_below(self.mending, entry.line, entry.end)
        lines = [self.mending.rewritten(index) for index in range(first, entry.end)]

        def offset(line: int, column: int) -> int:
            if line >= len(lines):
                return self.source.starts[entry.end - 1] + len(self.source.lines[entry.end - 1])
            return self.source.starts[first + line] + self.mending.column(first + line, column)

        def locate(line: int, column: int, length: int = 1) -> Place:
            start = offset(line, column)
            return self.source.place(start, offset(line, column + length) - start)

        from ..text import yaml_text  # noqa: PLC0415  our own grammar is enough for most heads

        value, problems = yaml_text.parse("\n".join(lines), locate, offset)
        self.problems.extend(problems)
        if value is None or not value.entries:
            return None
        self.problems.extend(_unknown(key.text or "", key.place, text.text or "") for key, text in value.entries[1:])
        return value.entries[0][1]

    def _has_lines(self, entry: Entry) -> int:
        """How many lines of text a value has."""
        below = self.source.lines[entry.line.row + 1 : entry.end]
        texts = sum(1 for line in below if line.strip() and not line.lstrip().startswith("#"))
        return texts + (entry.shape not in (Shape.EMPTY, Shape.BLOCK))


def _unknown(written: str, place: Place, value: str) -> Problem:
    names = "、".join(key.name for key in KEYS)
    return problem("HD12", place, {"key": written, "names": names}, advice=foreign.advice(written, value))
