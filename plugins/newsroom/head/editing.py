"""Changes one value of a head and no other byte of its file: comments, order, quotes and line endings stay as they are.

Formatting a new value is left to `writing`; whether the value is valid shows when the story is read afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..schema import KEYS, NESTED, Key, find
from ..text.marked import Marked
from .entries import Entry
from .frontmatter import outline
from .splicing import File, OnlyAsAWholeError, Slot
from .writing import (
    Value,
    as_text,
    in_brackets,
    lines_of,
    lines_of_item,
    lines_of_photo,
    name_of_photo,
    value_of,
)

Path = tuple[str | int, ...]

_ORDER = {key.name: number for number, key in enumerate(KEYS)}
_DASH = re.compile(" *- +")


def edit(text: str, where: str | Path, value: Value | None) -> str:
    """`text`, the decoded file of a story, with the value at `where` set to `value`, or removed if that is None.

    where: a key in Chinese; or a path from one: ("单位", 0), ("更正", 1, "说明"), ("图片", "01.jpg", "焦点"). An index one past
    the last adds an item. A new key is inserted according to the order of the schema. Raises ValueError for a text without
    a head, for a path that does not exist and for a value that cannot be written.
    """
    name, *path = (where,) if isinstance(where, str) else where
    if name not in _ORDER:
        raise ValueError(f"no such key: {name}")
    return _Editing.of(text, KEYS[_ORDER[str(name)]]).set(tuple(path), value)


def changed(whole: Value | None, path: Path, value: Value | None) -> Value | None:
    """`whole` with the value at `path` set to `value`, or removed if that is None; None when nothing is left."""
    if not path:
        return value or None
    name, rest = path[0], path[1:]
    if isinstance(name, int):
        items = [] if whole is None else [whole] if isinstance(whole, str | Mapping) else list(whole)
        if not 0 <= name <= len(items):
            raise ValueError(f"no such place: {name}")
        new = changed(items[name] if name < len(items) else None, rest, value)
        return [*items[:name], *([new] if new else []), *items[name + 1 :]] or None
    if whole is not None and not isinstance(whole, Mapping):
        raise ValueError(f"no such place: {name}")
    entries = dict(whole or {})
    below = changed(entries.pop(name, None), rest, value)
    return {**entries, **({name: below} if below else {})} or None


@dataclass(frozen=True, slots=True)
class _Editing:
    """The file while the value of one of its keys is changed; mark: that value as it was read, None if it has none."""

    file: File
    key: Key
    lines: Mapping[str, Entry]
    mark: Marked | None
    first_row: int

    @classmethod
    def of(cls, text: str, key: Key) -> _Editing:
        file = File.of(text)
        values, lines, first_row = outline(file.source)
        mark = values.get(key.name)
        return cls(file, key, lines, None if mark is None or mark.is_empty else mark, first_row)

    def set(self, path: Path, value: Value | None) -> str:
        old = value_of(self.mark) if self.mark else None
        new = changed(old, path, value)
        if new == old:
            return self.file.text
        if new is None or self.mark is None:
            return self._set_whole(new)
        if not path and self.mark.items and isinstance(new, list | tuple) and len(new) == len(self.mark.items):
            return self._set_items(new)
        try:
            return self._set_below(self.key, self.mark, path, value, in_flow=False)
        except OnlyAsAWholeError:
            return self._set_whole(new)

    def _set_items(self, items: Sequence[Value]) -> str:
        """A list of the same length as before: each item is changed separately."""
        text = self.file.text
        for index, item in enumerate(items):
            text = edit(text, (self.key.name, index), item)
        return text

    # -- the key with all its lines ----------------------------------------------------------------------------------

    def _set_whole(self, value: Value | None) -> str:
        entry, file = self.lines.get(self.key.name), self.file
        if entry is None:
            return file.insert_rows(self._row_for_key(), lines_of(self.key, value)) if value else file.text
        if value is None:
            return file.without_rows(entry.line.row, entry.end - 1)
        colon = file.source.starts[entry.line.row] + entry.line.key_end
        start = colon + len(entry.line.separator.rstrip())
        first, *rest = lines_of(self.key, value)
        return file.splice(start, self._end_of(entry, start), file.end_of_line.join([first.partition(":")[2], *rest]))

    def _end_of(self, entry: Entry, start: int) -> int:
        """The offset at which a key's value ends, before any note after it."""
        if not entry.is_one_line:
            return self.file.end_of_text(entry.end - 1)
        if self.mark and self.mark.span:
            return self.mark.span[1]
        return self.file.source.starts[entry.line.row] + entry.line.value_end if entry.line.value else start

    def _row_for_key(self) -> int:
        """The row for a new key: after the last of the keys that precede it in the schema."""
        before = (entry.end for name, entry in self.lines.items() if _ORDER[name] < _ORDER[self.key.name])
        return max(before, default=self.first_row)

    # -- values nested below the key ---------------------------------------------------------------------------------

    def _set_below(self, key: Key, mark: Marked, path: Path, value: Value | None, *, in_flow: bool) -> str:
        """in_flow: whether the value is inside a list or mapping written in brackets."""
        if not path:
            return self._replace(key, mark, value, in_flow=in_flow)
        slots, in_flow = self.file.slots(mark), in_flow or self.file.is_flow(mark)
        index = _index(slots, path[0])
        if index == len(slots):
            return self._add(key, mark, slots, str(path[0]), changed(None, path[1:], value), in_flow=in_flow)
        slot = slots[index]
        if changed(value_of(slot.mark), path[1:], value) is None:
            return self._remove(mark, slots, index, in_flow=in_flow)
        if mark.items is not None and slot.mark.text is not None and not in_flow:
            self._column_of_items(slots)
        return self._set_below(self._key_of(key, mark, slot.name), slot.mark, path[1:], value, in_flow=in_flow)

    def _key_of(self, key: Key, mark: Marked, name: str) -> Key:
        """The key of the entry `name` in `mark`; items, and the records of photos, belong to `key` itself."""
        is_own = mark.items is not None or (key.kind == "map" and mark is self.mark)
        nested = key if is_own else find(name, NESTED[key.name])
        if nested is None:
            raise ValueError(f"no such key: {name}")
        return nested

    def _replace(self, key: Key, mark: Marked, value: Value | None, *, in_flow: bool) -> str:
        if mark.span is None or value is None:
            raise OnlyAsAWholeError
        start, end = mark.span
        if self.file.is_flow(mark) and mark.text is None:
            return self.file.splice(start, end, in_brackets(key, value))
        if mark.text is None or not isinstance(value, str):
            raise OnlyAsAWholeError
        if mark.style in ("|", ">"):
            start, end = self.file.text_of_block(start, end)
            return self.file.splice(start, end, value)
        style = mark.style if mark.style in ("'", '"') else ""
        space = " " if self.file.before(start).endswith((":", "：")) else ""
        return self.file.splice(start, end, space + as_text(key, value, style, in_list=in_flow))

    def _add(self, key: Key, mark: Marked, slots: list[Slot], name: str, value: Value | None, *, in_flow: bool) -> str:
        if not slots or value is None:
            raise OnlyAsAWholeError
        file, at = self.file, self._position(key, mark, slots, name)
        if in_flow:
            new = in_brackets(key, value) if mark.items is not None else self._entry_in_flow(key, mark, name, value)
            if at < len(slots):
                return file.splice(slots[at].start, slots[at].start, f"{new}, ")
            return file.splice(slots[-1].end, slots[-1].end, f", {new}")
        lines, before = self._lines(key, mark, name, value), file.before(slots[0].start)
        margin = self._column_of_items(slots) if mark.items is not None else " " * len(before)
        if mark is self.mark and key.kind == "map" and before.strip():
            raise OnlyAsAWholeError
        rest = [" " * len(margin) + line for line in lines[1:]]
        if at < len(slots):
            start = slots[at].start
            return file.splice(start, start, file.end_of_line.join([lines[0], *rest, margin]))
        return file.insert_rows(file.row(slots[-1].end) + 1, [margin + lines[0], *rest])

    def _position(self, key: Key, mark: Marked, slots: list[Slot], name: str) -> int:
        """The index for a new item or entry: at the end, or according to the order of the schema."""
        if mark.items is not None or (key.kind == "map" and mark is self.mark):
            return len(slots)
        order = {nested.name: number for number, nested in enumerate(key.keys)}
        new = order[self._key_of(key, mark, name).name]
        return next((index for index, slot in enumerate(slots) if order[slot.name] > new), len(slots))

    def _lines(self, key: Key, mark: Marked, name: str, value: Value) -> list[str]:
        if mark.items is not None:
            return lines_of_item(key, value)
        nested = self._key_of(key, mark, name)
        return lines_of(nested, value) if nested is not key else lines_of_photo(key, name, value)

    def _entry_in_flow(self, key: Key, mark: Marked, name: str, value: Value) -> str:
        nested = self._key_of(key, mark, name)
        return f"{name if nested is not key else name_of_photo(name)}: {in_brackets(nested, value)}"

    def _remove(self, mark: Marked, slots: list[Slot], index: int, *, in_flow: bool) -> str:
        file, slot = self.file, slots[index]
        if len(slots) == 1:
            raise OnlyAsAWholeError
        if in_flow:
            start, end = (slot.start, slots[1].start) if not index else (slots[index - 1].end, slot.end)
            return file.splice(start, end, "")
        if mark.items is not None:
            self._column_of_items(slots)
        elif file.before(slot.start).strip():
            if mark is self.mark or index:
                raise OnlyAsAWholeError
            return file.splice(slot.start, slots[1].start, "")
        return file.without_rows(file.row(slot.start), file.row(slot.end))

    def _column_of_items(self, slots: list[Slot]) -> str:
        """The text before each item (spaces and dash) of a list with one item per row."""
        margin = self.file.before(slots[0].start)
        if not _DASH.fullmatch(margin):
            raise OnlyAsAWholeError
        return margin


def _index(slots: list[Slot], name: str | int) -> int:
    if isinstance(name, int):
        return name
    return next((index for index, slot in enumerate(slots) if slot.name == name), len(slots))
