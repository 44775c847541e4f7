"""Corrects editors' mistakes in the lines of a head that YAML would reject or misread, as far as the meaning is certain.

Deals with lines, colons, spaces and quotes. The keys are defined in `schema`; reading values is left to `frontmatter`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple

from ..findings.catalogue import NO_VALUES, problem
from ..findings.problems import Edit, Problem
from ..schema import NESTED, Key, find
from ..text.marked import is_null
from ..text.source import Source

_KEY = re.compile(r"\s*([^\W_][\w \t\u3000\xa0-]{0,20}?)(\s*[:：]\s*)")
_PHOTO = re.compile(
    r"\s*([^\s:：][^:：]{0,80}?\.(?:jpe?g|png|webp|gif|avif|hei[cf]|tiff?|bmp))(\s*[:：]\s*)", re.IGNORECASE
)
_PREFIX = re.compile(r"(\s*)((?:[-－–—](?:\s+|$))*(?:[-－–—](?=[^\W\d]))?)")
_COLON_BEFORE_VALUE = re.compile(r" *: +")
_COLON_ALONE = re.compile(r" *: *")
_TROUBLE = re.compile(r"""[#@%*&!|>\[\]{},`"']|[-?:](?:[ \t]|$)|.*?(?::[ \t]|:$|[ ]\#|\t)""")
_QUOTED = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?:[ \t]+\#.*)?$""")
_QUOTED_ITEM = re.compile(r"""[ \t]*(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')""")
_BLOCK = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])$")
_AS_PREFIX = {"\t": "  ", "\u3000": "  ", "－": "-", "–": "-", "—": "-"}
DASHES = ("-", "－", "–", "—")
_NOT_IN_LIST = frozenset(",[]{}?")
_COMMENT = re.compile(r"[ \t]*(?:#.*)?$")
_NOTE = re.compile(r"[ \t\u3000\xa0]+#|^#(?=[ \t\u3000\xa0]|$)")
_SHUT = tuple("\"'[{|>")  # YAML itself finds the end of values that begin with these, and any note after it
_STATE = "状态"
TROUBLE_OVER_LINES = "值里有特殊符号，又分成几行写"


class Shape(Enum):
    """How the value on a key's line is written."""

    EMPTY = auto()
    PLAIN = auto()  # YAML reads the same text as an editor does
    TROUBLED = auto()  # YAML would reject it or read something else; an editor means it literally
    QUOTED = auto()
    FLOW = auto()  # [a, b] or {a: b}
    BLOCK = auto()  # | or > with the text below
    OPEN = auto()  # a quote or bracket that is not closed on its line


def shape_of(value: str) -> Shape:
    """The shape of a value without the spaces around it."""
    if not value:
        return Shape.EMPTY
    if not _TROUBLE.match(value):
        return Shape.PLAIN
    first = value[0]
    if first in "\"'":
        if _QUOTED.match(value):
            return Shape.QUOTED
        return Shape.TROUBLED if first in value[1:] else Shape.OPEN
    if first in "[{":
        end = _closing_bracket(value)
        if end < 0:
            return Shape.OPEN
        return Shape.FLOW if _COMMENT.match(value, end) else Shape.TROUBLED
    return Shape.BLOCK if _BLOCK.match(value) else Shape.TROUBLED


def _closing_bracket(value: str) -> int:
    """The offset after the bracket that closes the first one, or -1. Brackets inside quoted items do not count."""
    depth, before, offset = 0, "", 0
    while offset < len(value):
        item = _QUOTED_ITEM.match(value, offset) if before in ("[", "{", ",", ":") else None
        if item:
            offset, before = item.end(), '"'
            continue
        character = value[offset]
        offset += 1
        if character in "[{":
            depth += 1
        elif character in "]}":
            depth -= 1
            if depth == 0:
                return offset
        before = before if character in " \t" else character
    return -1


def quoted(text: str) -> str:
    """`text` as a YAML scalar in double quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def is_troubled_in_list(text: str) -> bool:
    """Whether YAML would misread a plain item of a list in brackets."""
    return bool(_TROUBLE.match(text)) or text[:1] == ":" or not _NOT_IN_LIST.isdisjoint(text)


def in_list(texts: list[str]) -> str:
    """`texts` as a YAML list on one line, quoting only what needs it."""
    items = (quoted(text) if is_troubled_in_list(text) or is_null(text) else text for text in texts)
    return "[" + ", ".join(items) + "]"


def without_note(value: str, key: Key | None) -> str:
    """`value` without a trailing note (王五 # 值班), which is meant for editors, not for readers.

    In running text a # is an ordinary character, and so is one directly before a word in a tag (#城墙#). A 状态 that is
    nothing but a note stays as it is: an editor who put a # before 草稿 must be asked.
    """
    if "#" not in value or (key and key.is_prose) or value.startswith(_SHUT):
        return value
    for note in _NOTE.finditer(value):
        before, after = value[: note.start()].rstrip(), value[note.end() :]
        is_tag = key is not None and key.is_hashed and after[:1].strip()
        if not is_tag and (before or key is None or key.name != _STATE):
            return before
    return value


class KeyLine(NamedTuple):
    """A line `key: value`, split up. row: its index in Source.lines. Columns count from 0; the value has no spaces around it."""

    row: int
    written: str
    key: Key | None
    key_start: int
    key_end: int
    value_start: int
    value_end: int
    separator: str
    value: str

    @property
    def shape(self) -> Shape:
        return shape_of(self.value)


def take_apart(line: str, index: int, table: Mapping[str, Key], start: int = 0) -> KeyLine | None:
    """The key and value on `line` from column `start`, or None if there is no key.

    An unknown word counts as a key only if its colon is unmistakable: full-width, or before a space or the end of the line.
    """
    match = _KEY.match(line, start)
    key = find(match.group(1), table) if match else None
    if key is None and table is NESTED["图片"]:
        match = _PHOTO.match(line, start) or match
    if match is None:
        return None
    written, separator = match.groups()
    value = without_note(line[match.end() :].rstrip(), key)
    if key is None and value and separator.endswith(":") and not _PHOTO.match(line, start):
        return None
    key_start, key_end = match.span(1)
    value_end = match.end() + len(value)
    return KeyLine(index, written, key, key_start, key_end, match.end(), value_end, separator, value)


Mend = tuple[int, int, str]  # the text that replaces the columns [start, end) of a line


@dataclass(slots=True)
class Mending:
    """The corrections to the lines of one head: what YAML gets to read, and which column each part of it came from."""

    source: Source
    problems: list[Problem] = field(default_factory=list)
    edits: dict[int, list[Mend]] = field(default_factory=dict)
    dropped: set[int] = field(default_factory=set)

    def slip(
        self,
        code: str,
        index: int,
        ends: tuple[int, int],
        edits: Sequence[Mend],
        values: Mapping[str, object] = NO_VALUES,
    ) -> None:
        """Reports the mistake `code` in the columns [start, end) of line `index`, and records its correction."""
        start, end = ends
        origin = self.source.starts[index]
        changes = tuple(Edit(origin + first, origin + last, text) for first, last, text in edits)
        self.problems.append(problem(code, self.source.place_in(index, start, end - start), values, edits=changes))
        mends = self.edits.setdefault(index, [])
        mends.extend(edits)
        mends.sort(key=lambda edit: edit[:2])

    def drop(self, index: int) -> None:
        """Hides line `index` from YAML; the reason has been reported."""
        self.dropped.add(index)

    def rewritten(self, index: int) -> str:
        """Line `index` as YAML gets it."""
        if index in self.dropped:
            return ""
        line, pieces, done = self.source.lines[index], [], 0
        for start, end, text in self.edits.get(index, ()):
            pieces += [line[done:start], text]
            done = end
        return "".join(pieces) + line[done:]

    def column(self, index: int, column: int) -> int:
        """The column of the original line that became `column` of the rewritten one."""
        shift = 0
        for start, end, text in self.edits.get(index, ()):
            if column <= start + shift:
                break
            if column < start + shift + len(text):
                return start
            shift += len(text) - (end - start)
        return column - shift

    def quote(self, index: int, start: int, value: str) -> None:
        """Puts the value at column `start`, which is meant literally, in quotes."""
        inside = [(start + at, start + at, "\\") for at, character in enumerate(value) if character in '\\"']
        end = start + len(value)
        self.slip("HD07", index, (start, end), ((start, start, '"'), *inside, (end, end, '"')))


def mend_key_line(mending: Mending, line: KeyLine, start: int = 0) -> None:
    """Corrects the colon and the spaces of a line with a key. start: the column where the key should begin."""
    index, text = line.row, mending.source.lines[line.row]
    rest = text[line.value_end :]
    if line.separator != ": ":
        _mend_colon(mending, line, len(text), has_more=bool(line.value or rest.strip()))
    key = "".join(line.written.split()) if line.key else line.written
    if line.key_start != start or line.written != key:
        mending.slip("HD06", index, (start, line.key_end), [(start, line.key_end, key)])
    if line.value and rest:
        mend_trailing(mending, index, line.value_end)


def _mend_colon(mending: Mending, line: KeyLine, end: int, *, has_more: bool) -> None:
    """has_more: whether a value or a note follows on the line, which is `end` characters long."""
    good_colon = _COLON_BEFORE_VALUE if has_more else _COLON_ALONE
    if good_colon.fullmatch(line.separator):
        return
    start, stop = line.key_end, line.value_start if has_more else end
    mend = (start, stop, ": " if has_more else ":")
    if line.separator.strip() == "：" or line.separator == ":":
        mending.slip("HD05", line.row, (start, stop), [mend], {"key": line.written})
    else:
        mending.slip("HD06", line.row, (start, stop), [mend])


def mend_trailing(mending: Mending, index: int, end: int) -> None:
    """Removes spaces that YAML would take for text: between column `end` and a note (one must stay), and at the line's end."""
    line = mending.source.lines[index]
    stop = len(line) - len(line[end:].lstrip())
    if line[end:stop].strip(" "):
        mending.slip("HD06", index, (end, stop), [(end, stop, " " if stop < len(line) else "")])
    last = max(stop, len(line.rstrip()))
    if line[last:].strip(" "):
        mending.slip("HD06", index, (last, len(line)), [(last, len(line), "")])


def mend_blank(mending: Mending, index: int) -> None:
    """Empties a blank line of the full-width spaces and tabs that YAML does not allow there."""
    mend_trailing(mending, index, 0)


def prefix_end(line: str, with_dashes: bool) -> int:
    """The column of a line's text, after its spaces and, in lists, its dashes (even one without the space after it)."""
    match = _PREFIX.match(line)
    assert match is not None
    return match.end() if with_dashes else match.end(1)


def mend_prefix(mending: Mending, index: int, end: int, column: int | None = None) -> None:
    """Corrects the spaces and dashes before column `end`. column: where the text should start; None leaves it there."""
    prefix = mending.source.lines[index][:end]
    plain = "".join(_AS_PREFIX.get(character, " " if character.isspace() else "-") for character in prefix)
    plain = " " * column if column is not None else plain + " " if plain.endswith("-") else plain
    if plain != prefix:
        mending.slip("HD06", index, (0, end), [(0, end, plain)])


def depth(prefix: str) -> int:
    """The indentation, in columns, of the text after this prefix once the prefix is corrected."""
    return sum(len(_AS_PREFIX.get(character, " ")) for character in prefix) + (prefix[-1:] in DASHES)
