"""The lists of a Word file: what stands before a paragraph that nobody typed there (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from plugins.newsroom.submission.tree import ListItem

from .elements import children_of
from .numerals import printed
from .styles import Styles, value

_LEVELS = 9
_COUNTER = re.compile(r"%([1-9])")


@dataclass(frozen=True)
class Level:
    """One depth of a list. how: Word's name of the number format; text: with %1 where the number of level 0 stands."""

    how: str
    text: str
    start: int
    restarts_after: int


class Numbering:
    """Counts the paragraphs of the lists as they are read, in their order. root: of the part of lists, or None."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        lists = list(children_of(root, "w:abstractNum"))
        self._lists = {row.get("w:abstractNumId", ""): row for row in lists}
        self._uses = {row.get("w:numId", ""): row for row in children_of(root, "w:num")}
        self._styles = styles
        self._levels: dict[str, tuple[str, dict[int, Level]]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._overridden: set[str] = set()

    def item(self, number: str, level: str, style: str) -> ListItem | None:
        """The item of a paragraph of this style in the list `number`, None when it is in none. Counts it."""
        if number in ("", "0") or number not in self._uses:
            return None
        key, levels = self._list(number)
        depth = int(level) if level.isdecimal() else self._depth_of(number, style)
        form = levels.get(depth)
        if form is None:
            return None
        counts = self._count(key, number, depth, levels)
        if form.how == "bullet":
            return ListItem(depth, is_ordered=False)
        label = _COUNTER.sub(lambda match: _number(counts, levels, int(match[1]) - 1), form.text).strip()
        return ListItem(depth, is_ordered=True, label=label) if label else None

    def _list(self, number: str) -> tuple[str, dict[int, Level]]:
        if number not in self._levels:
            key = value(self._uses[number], "w:abstractNumId")
            rows = [row for each in self._definitions(key) for row in children_of(each, "w:lvl")]
            rows += children_of(self._uses[number], "w:lvlOverride/w:lvl")
            self._levels[number] = key, {_depth(row): _level(row) for row in rows}
        return self._levels[number]

    def _definitions(self, key: str) -> list[Element]:
        """The definition of a list, after the one it borrows from a style."""
        found = self._lists.get(key)
        style = value(found, "w:numStyleLink")
        linked = [row for row in self._lists.values() if style and value(row, "w:styleLink") == style]
        return linked + ([] if found is None else [found])

    def _depth_of(self, number: str, style: str) -> int:
        """The level that is tied to a style of paragraphs, else 0."""
        names = [row for each in self._definitions(self._list(number)[0]) for row in children_of(each, "w:lvl")]
        return next((_depth(row) for row in names if style and value(row, "w:pStyle") == style), 0)

    def _count(self, key: str, number: str, depth: int, levels: dict[int, Level]) -> list[int | None]:
        """The numbers of all levels with this paragraph; lists of one definition are counted together."""
        counts = self._counts.setdefault(key, [None] * _LEVELS)
        for over in () if number in self._overridden else children_of(self._uses[number], "w:lvlOverride"):
            start = value(over, "w:startOverride")
            if start.isdecimal():
                counts[_depth(over)] = int(start) - 1
        self._overridden.add(number)
        last = counts[depth]
        counts[depth] = _start(levels, depth) if last is None else last + 1
        for deeper in range(depth + 1, _LEVELS):
            if deeper in levels and levels[deeper].restarts_after > depth:
                counts[deeper] = None
        return counts


def _number(counts: list[int | None], levels: dict[int, Level], depth: int) -> str:
    how, count = levels[depth].how if depth in levels else "decimal", counts[depth]
    return printed(_start(levels, depth) if count is None else count, how)


def _start(levels: dict[int, Level], depth: int) -> int:
    return levels[depth].start if depth in levels else 1


def _depth(row: Element) -> int:
    written = row.get("w:ilvl", "0")
    return min(int(written), _LEVELS - 1) if written.isdecimal() else 0


def _level(row: Element) -> Level:
    start, restart = value(row, "w:start"), value(row, "w:lvlRestart")
    return Level(
        value(row, "w:numFmt") or "decimal",
        value(row, "w:lvlText"),
        int(start) if start.isdecimal() else 1,
        int(restart) if restart.isdecimal() else _depth(row),
    )
