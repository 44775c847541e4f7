"""Extracts the letters that an editor wrote into a body, in the order they belong on the page, with their source offsets.

Letters are Han characters, letters and digits of any script. Markup that no reader sees as words is left out: addresses,
tags, the labels of footnotes; and so are the credits of photos, which have their own rules (`story.photos`). This does not
depend on how the body was parsed: that would hide the mistakes that `coverage` is there to find.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from . import fences
from .cleaning import FORBIDDEN, is_void

LETTERS = re.compile(r"[^\W_]+")

_LABEL = r"\[\^[^\]\n]*\]"
_TITLE = r"""(?:"[^"\n]*"|'[^'\n]*'|[“”＂‘’][^\n]*?[“”＂‘’"'])"""
_ADDRESS = r"""<[^<>\n]*>|(?:[^()<>\n"“”＂]|\([^()\n]*\))*?"""
_INDENTED = re.compile(r"^(?: {4}|\t)[^\n]*\S[^\n]*", re.MULTILINE)
_DEFINITION = re.compile(r"^[ ]{0,3}\[(?P<name>[^\]\[\n]+)\]:", re.MULTILINE)
_TOKEN = re.compile(
    rf"""
      (?P<number>    ^[ \t>]*(?:[-*+][ \t]+)*[0-9]+(?=[.)][ \t]) )
    | (?P<words>     [^\\`<!\[({{&\n]+ )
    | (?P<code>      (?P<ticks>(?<!`)`+(?!`)) (?: [^`\n]++ | (?!(?P=ticks)(?!`))`++ | \n(?!\s*\n) )* (?P=ticks)(?!`) )
    | (?P<escape>    \\[^\w\s] )
    | (?P<comment>   <!-- )
    | (?P<silent>    <[!?][^<>]*> )
    | (?P<lost>      <(?P<element>{"|".join(sorted(FORBIDDEN))})(?=[\s/>])[^<>]*> )
    | (?P<tag>       </?[a-zA-Z][\w-]*(?=[\s/>])[^<>]*> )
    | (?P<photo>     !\[(?P<caption>[^\[\]]*)\]\([ \t\n]*(?:{_ADDRESS})(?:\s+{_TITLE})?\s*\) )
    | (?P<address>   (?<=\])\([ \t\n]*(?:{_ADDRESS})(?:\s+{_TITLE})?\s*\) )
    | (?P<note>      ^[ ]{{0,3}}{_LABEL}:[ ]* )
    | (?P<label>     {_LABEL} )
    | (?P<reference> ^[ ]{{0,3}}\[[^\]\[\n]+\]:[ \t]*(?:<[^<>\n]*>|\S+)(?:[ \t]*\n?[ \t]*{_TITLE})?[ \t]*$ )
    | (?P<behind>    (?:(?<=\])|(?<=\][ ]))\[(?P<name>[^\]\[\n]*)\] )
    | (?P<attributes>\{{:?[ ]*(?:[\#.][\w.-]+|[\w-]+=[^\s{{}}]+)(?:[ ]+(?:[\#.][\w.-]+|[\w-]+=[^\s{{}}]+))*[ ]*\}} )
    | (?P<entity>    &\#?\w+; )
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_HIDDEN = frozenset("comment silent lost tag address note label reference attributes".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Letters:
    """letters: all letters in a row; starts[i]: the index in them at which the range spans[i] of the source begins.

    numbers: (start, end) in `letters` of the numbers of list items, in order; hidden: the ranges of the source that are
    entirely markup.
    """

    source: str
    letters: str
    starts: Sequence[int]
    spans: Sequence[tuple[int, int]]
    numbers: Sequence[tuple[int, int]]
    hidden: Sequence[tuple[int, int]] = ()

    def offsets(self) -> list[int]:
        """The source offset of each letter; for a character reference, that of its `&`."""
        found: list[int] = []
        for start, end in self.spans:
            if self.source[start] == "&":
                found.append(start)
                continue
            for match in LETTERS.finditer(self.source, start, end):
                found += range(*match.span())
        return found

    def offset(self, index: int) -> int:
        """The source offset of letters[index]; for the index after the last letter, the offset after it."""
        if not self.letters:
            return 0
        run = bisect_right(self.starts, min(index, len(self.letters) - 1)) - 1
        index -= self.starts[run]
        start, end = self.spans[run]
        for match in LETTERS.finditer(self.source, start, end):
            if index < len(match.group()):
                return match.start() + index
            index -= len(match.group())
        return end


@dataclass(frozen=True, slots=True)
class _Run:
    """A range of the source in which every letter is to be printed."""

    letters: str
    span: tuple[int, int]
    is_number: bool = False


def letters(source: str, notes: Sequence[str] = (), code: Collection[str] = ()) -> Letters:
    """The letters of a body. notes: the labels of its footnotes in the order printed at the end of the page; code: the lines
    printed as code, to recognize indented code blocks."""
    main: list[_Run] = []
    by_label: dict[str, list[_Run]] = {}
    current, until = main, 0
    reader = _Reader(source, code)
    for run in reader.runs():
        if isinstance(run, re.Match):
            current = by_label.setdefault(_label_of(run), [])
            until = _end_of_note(source, run.end())
        elif run.span[0] < until:
            current.append(run)
        else:
            main.append(run)
    order = dict.fromkeys((*notes, *by_label))
    return _joined(source, [*main, *(run for label in order for run in by_label.get(label, ()))], reader.hidden)


def _joined(source: str, runs: Sequence[_Run], hidden: Sequence[tuple[int, int]]) -> Letters:
    starts, count, numbers = [], 0, []
    for run in runs:
        starts.append(count)
        count += len(run.letters)
        if run.is_number:
            numbers.append((starts[-1], count))
    return Letters(source, "".join(run.letters for run in runs), starts, [run.span for run in runs], numbers, hidden)


class _Reader:
    """Scans a source token by token. Result besides the runs: hidden."""

    def __init__(self, source: str, code: Collection[str]) -> None:
        self.hidden: list[tuple[int, int]] = []
        self._source = source
        self._code = code
        self._names = {match["name"].lower() for match in _DEFINITION.finditer(source)}

    def runs(self) -> Iterator[_Run | re.Match[str]]:
        """The runs of letters in the order of the source, and a match where a footnote begins."""
        last = 0
        for start, code, code_end, end in self._blocks_of_code():
            yield from self._marked_up(last, start)
            yield from self._all(code, code_end)
            last = end
        yield from self._marked_up(last, len(self._source))

    def _blocks_of_code(self) -> Iterator[tuple[int, int, int, int]]:
        """The fenced blocks as from `fences.spans`, and indented lines that are printed as code."""
        last = 0
        for span in fences.spans(self._source):
            yield from self._indented(last, span[0])
            yield span
            last = span[-1]
        yield from self._indented(last, len(self._source))

    def _indented(self, start: int, end: int) -> Iterator[tuple[int, int, int, int]]:
        for line in _INDENTED.finditer(self._source, start, end) if self._code else ():
            if line.group().strip() in self._code:
                yield line.start(), line.start(), line.end(), line.end()

    def _marked_up(self, start: int, end: int) -> Iterator[_Run | re.Match[str]]:
        position = start
        while match := _TOKEN.search(self._source, position, end):
            position = self._end_of(match, end)
            self._hide(match, position)
            yield from self._read(match)

    def _hide(self, match: re.Match[str], end: int) -> None:
        is_name = match.lastgroup == "behind" and match["name"].lower() in self._names
        if match.lastgroup == "photo":
            self.hidden += [(match.start(), match.start("caption")), (match.end("caption"), end)]
        elif match.lastgroup in _HIDDEN or is_name:
            self.hidden.append((match.start(), end))

    def _read(self, match: re.Match[str]) -> Iterator[_Run | re.Match[str]]:
        kind = match.lastgroup
        if kind in ("words", "code"):
            yield from self._all(*match.span())
        elif kind == "photo":
            yield from self._marked_up(*match.span("caption"))
        elif kind == "note":
            yield match
        elif kind == "number":
            yield from (_Run(run.letters, run.span, is_number=True) for run in self._all(*match.span()))
        elif kind == "entity":
            yield from self._entity(match)
        elif kind == "behind" and match["name"].lower() not in self._names:
            yield from self._all(*match.span())

    def _end_of(self, match: re.Match[str], end: int) -> int:
        """Where to continue after a token: comments and forbidden elements are skipped with their content."""
        if match.lastgroup == "comment":
            close = self._source.find("-->", match.end(), end)
            return match.end() if close < 0 else close + len("-->")
        if match.lastgroup == "lost" and not is_void(match["element"].lower()):
            close = self._source.find(f"</{match['element']}", match.end(), end)
            return match.end() if close < 0 else close
        return match.end()

    def _all(self, start: int, end: int) -> Iterator[_Run]:
        found = "".join(LETTERS.findall(self._source, start, end))
        if found:
            yield _Run(found, (start, end))

    def _entity(self, match: re.Match[str]) -> Iterator[_Run]:
        character = unescape(match.group())
        if len(character) == 1 and LETTERS.match(character):
            yield _Run(character, match.span())


def _label_of(note: re.Match[str]) -> str:
    return note.group().strip()[2:].partition("]")[0]


def _end_of_note(source: str, start: int) -> int:
    """The end of a footnote: that of its paragraph, or of the last indented paragraph below it."""
    end = position = start
    is_after_blank = False
    while position < len(source):
        stop = source.find("\n", position) + 1 or len(source)
        line = source[position:stop]
        if not line.strip() and position > start:
            is_after_blank = True
        elif is_after_blank and not line.startswith("    "):
            break
        else:
            end, is_after_blank = stop, False
        position = stop
    return end
