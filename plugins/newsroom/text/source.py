"""Reads a file as text: its encoding, where its lines begin, what is odd about it. What the text means is left to others."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import accumulate, count
from operator import add

from ..findings.catalogue import problem
from ..findings.problems import Place, Problem
from . import soft_returns
from .encodings import Decoded, read_bytes

_LINE_BREAK = re.compile("\r\n?")
_EMOJI = "\ufe0f\u2600-\u27bf\U0001f000-\U0001faff"
_SUSPECT = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb\ufffe\uffff]"
)
_HIDDEN = re.compile(rf"(?!\u200d){_SUSPECT.pattern}|(?<![{_EMOJI}])\u200d")  # a joiner inside an emoji is intended
_NAMES = {"\u200b": "零宽空格", "\u200d": "零宽连字符", "\xad": "软连字符", "\ufeff": "零宽不换行空格"}
_ODD = re.compile(f"[\r\x0b\x0c\u2028\u2029\ufffd{_SUSPECT.pattern[1:]}")  # one search shows that a text is clean
_MOJIBAKE = ("锟斤拷", "烫烫烫")
_DAMAGE = re.compile("\ufffd+|" + "|".join(_MOJIBAKE))


@dataclass(frozen=True, slots=True)
class Source:
    """The normalised text of one file: LF only, no byte order mark, no invisible characters.

    file: POSIX path as the editor sees it; encoding: Python's name of the file's encoding, "" if it cannot be read as
    text without loss; lines: without their line breaks. hidden: offset in `text` of each invisible character that was
    removed; written: the lines as they are in the file, if any was removed. Both are kept so that a Place counts columns
    as the editor's own program does.
    """

    file: str
    text: str
    encoding: str = "utf-8"
    lines: tuple[str, ...] = ()
    hidden: tuple[int, ...] = ()
    written: tuple[str, ...] = ()
    starts: tuple[int, ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        lines = self.lines or tuple(self.text.split("\n"))
        object.__setattr__(self, "lines", lines)
        breaks = accumulate(map(len, lines[:-1]))
        object.__setattr__(self, "starts", (0, *map(add, breaks, count(1))))

    def place(self, offset: int, length: int = 1) -> Place:
        """The Place of `length` characters from `offset` (0-based, in `text`); cut off at the end of its line."""
        offset = max(0, min(offset, len(self.text)))
        index = bisect_right(self.starts, offset) - 1
        return self.place_in(index, offset - self.starts[index], length)

    def place_in(self, index: int, column: int, length: int = 1) -> Place:
        """Like `place`, for a column of the line lines[index], both counted from 0."""
        line = self.lines[index]
        room = len(line) - column
        length = 1 if length < 1 or room < 1 else min(length, room)
        if self.hidden:
            start = self.starts[index]
            line = self.written[index]
            column += bisect_right(self.hidden, start + column) - bisect_left(self.hidden, start)
        return Place(self.file, index + 1, column + 1, length, line)

    def place_at(self, line: int, column: int, length: int = 1) -> Place:
        """The Place at `line` and `column` of `text`, both counted from 1; column 0 means the line as a whole."""
        if column < 1:
            index = max(1, min(line, len(self.lines))) - 1
            return Place(self.file, index + 1, 0, 1, (self.written or self.lines)[index])
        return self.place(self.offset_at(line, column), length)

    def offset_at(self, line: int, column: int) -> int:
        """The offset in `text` of `line` and `column` (both counted from 1), kept inside that line."""
        index = max(1, min(line, len(self.lines))) - 1
        return self.starts[index] + max(0, min(column - 1, len(self.lines[index])))


def decode(
    data: bytes, file: str, layout: soft_returns.Layout = soft_returns.PLAIN
) -> tuple[Source, tuple[Problem, ...]]:
    """The text in `data`, and what had to be corrected to read it. `encoding` "" and an error: it is not readable.

    What can be corrected without doubt is a warning that asks for the file to be rewritten (`reencode`).
    layout: for a file with keys, the LAYOUT of `head` or of `registry`.
    """
    whole = Place(file)
    decoded = read_bytes(data)
    if decoded.text is None:
        return Source(file, "", ""), (_unreadable(decoded, whole),)
    text, problems = decoded.text, _odd_encoding(decoded, whole)
    source = Source(file, text, decoded.encoding)
    if _ODD.search(text):
        source, corrections = _put_right(source, decoded.is_damaged, layout)
        problems += corrections
    elif any(mojibake in text for mojibake in _MOJIBAKE):
        problems += _damage(source)
    if not source.text.strip():
        problems.append(problem("FI07", whole))
    return source, tuple(problems)


def unmended(text: str, layout: soft_returns.Layout) -> Source:
    """`text` as a Source in which every character keeps its offset: what `decode` removes or corrects becomes a space.

    For callers that edit a text in place and leave everything else as it is.
    """
    text = text.replace("\r\n", " \n").replace("\r", "\n")
    return Source("", soft_returns.flattened(_HIDDEN.sub(" ", text), layout))


def _put_right(source: Source, is_damaged: bool, layout: soft_returns.Layout) -> tuple[Source, list[Problem]]:
    """The source with LF at the end of every line and without invisible characters; any other damage is an error."""
    problems: list[Problem] = []
    joined: tuple[int, ...] = ()
    text = _LINE_BREAK.sub("\n", source.text)
    is_odd = "\r" in source.text
    if soft_returns.SOFT.search(text):
        text, joined, ends_lines = soft_returns.settled(text, layout)
        is_odd |= ends_lines
    if is_odd:
        problems.append(problem("FI03", Place(source.file), reencode=True))
    if joined:
        problems.append(problem("HD20", Place(source.file, joined[0]), {"count": len(joined)}, reencode=True))
    source = _without_hidden(source.file, text, source.encoding)
    if source.hidden:
        problems.append(_hidden_finding(source, text))
    if is_damaged:
        return source, [*problems, problem("FI06", source.place(source.text.index("\ufffd")))]
    return source, problems + _damage(source)


def _odd_encoding(decoded: Decoded, whole: Place) -> list[Problem]:
    if decoded.encoding not in ("utf-8", ""):
        return [problem("FI01", whole, {"encoding": decoded.encoding.upper()}, reencode=True)]
    return [problem("FI02", whole, reencode=True)] if decoded.has_mark else []


def _unreadable(decoded: Decoded, whole: Place) -> Problem:
    return problem("FI05", whole, {"kind": decoded.kind}) if decoded.kind else problem("FI09", whole)


def _without_hidden(file: str, text: str, encoding: str) -> Source:
    offsets = [match.start() for match in _HIDDEN.finditer(text)]
    if not offsets:
        return Source(file, text, encoding)
    hidden = tuple(offset - count for count, offset in enumerate(offsets))
    return Source(file, _HIDDEN.sub("", text), encoding, hidden=hidden, written=tuple(text.split("\n")))


def _hidden_finding(source: Source, text: str) -> Problem:
    first = _HIDDEN.search(text)
    assert first is not None
    line = text.count("\n", 0, first.start()) + 1
    column = first.start() - text.rfind("\n", 0, first.start())
    place = Place(source.file, line, column, 1, source.written[line - 1])
    name = _NAMES.get(first.group(), f"U+{ord(first.group()):04X}")
    return problem("FI04", place, {"count": len(source.hidden), "name": name}, reencode=True)


def _damage(source: Source) -> list[Problem]:
    return [
        problem("FI08", source.place(match.start(), len(match.group())), {"sample": match.group()})
        for match in _DAMAGE.finditer(source.text)
    ]
