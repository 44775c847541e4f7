"""Maps the printed text of a body to its positions in the file, on request only: a build that does not ask pays nothing.

The printed HTML is compared with the source, as in `coverage`, so it works for both ways of parsing a body.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial
from html import unescape

from ..findings.problems import Edit
from ..text import alignment
from ..text.placed import NOWHERE, REFERENCE, Block, Kind, Look, Mark, PlacedText, end_of
from ..text.source import Source
from . import coverage, footnotes, marks, printed, slips
from .correcting import Copy, Corrected
from .coverage import Comparison
from .document import AttachmentSlot, Document
from .markup import to_document
from .printed import Line
from .written import LETTERS

_BLANKS = re.compile(r"[ \t\n\r\f]+")  # what a browser collapses into one space
_SIGN = re.compile(r"[^ \t\n\r\f]")
_TAG = re.compile(r'<[^<>"]*(?:"[^"]*"[^<>"]*)*>')
_ID = re.compile(r' id="[^"]*"')
_TO_HERE = re.compile(r' href="#([^"]*)"')
_NOTE = re.compile(r'<li id="fn-([^"]*)"')
_LABEL = re.compile(r"^[ ]{0,3}\[\^([^\]\n]*)\]:", re.MULTILINE)


def placed_text(document: Document, source: Source, start: int, folder: str, known: Collection[str] = ()) -> PlacedText:
    """The text of the body that begins at `start` of a file's text, from which `to_document` made `document`.

    folder, known: as passed to `to_document`.
    """
    blocks = blocks_of(document, source, start, known)
    return PlacedText(
        source, blocks, frame_of(document), partial(_look, start=start, file=source.file, folder=folder, known=known)
    )


def _look(text: str, start: int, file: str, folder: str, known: Collection[str]) -> Look:
    place_at = Source(file, text[start:]).place_at
    document, _ = to_document(text[start:], place_at, folder, known)
    return Look(words_of(document), frame_of(document))


def words_of(document: Document) -> tuple[tuple[Kind, str], ...]:
    """The blocks of a body without positions."""
    return tuple((line.kind, _shown(line)) for line in _lines(document))


def legible_of(document: Document, cover: str) -> tuple[tuple[Kind, str], ...]:
    """The same blocks, with `cover` in place of every sign of code within a line."""
    if document.is_plain:
        words = printed.words_of_plain(document.parts, document.photos)
        return tuple((kind, _BLANKS.sub(" ", line)) for kind, line in words)
    return tuple((line.kind, _shown(_covered(line, cover))) for line in _lines(document))


def _covered(line: Line, cover: str) -> Line:
    words = line.words
    for span in line.spans:
        if span.mark is Mark.CODE:
            code = _SIGN.sub(cover, words[span.start : span.end])
            words = words[: span.start] + code + words[span.end :]
    return line if words is line.words else replace(line, words=words)


def _lines(document: Document) -> list[Line]:
    return printed.read(document.parts, document.photos).lines


def frame_of(document: Document) -> object:
    """Everything in a body besides words: tags, addresses, files, credits, and links to headings that do not exist."""
    html = _html(document)
    return (
        _TAG.findall(_ID.sub("", html)),
        [anchor for anchor in _TO_HERE.findall(html) if anchor not in document.anchors],
        [(photo.file, photo.credit) for photo in document.photos],
        [(link.target, link.fragment) for link in document.links],
        [(file.target, file.title) for file in document.attachments],
    )


def _html(document: Document) -> str:
    return "".join(
        part if isinstance(part, str) else part.words if isinstance(part, AttachmentSlot) else "<slot>"
        for part in document.parts
    )


def blocks_of(document: Document, source: Source, start: int, known: Collection[str] = ()) -> tuple[Block, ...]:
    """The text of a body, block by block, with its positions in the text of `source`."""
    copy, _ = slips.corrected(Copy(source.text[start:], source.place_at, start), known)
    copy = _only_text(copy)
    shown = printed.read(document.parts, document.photos)
    comparison = coverage.compare(document, copy.text, _labels(document, copy.text), shown)
    finder = _Finder(comparison)
    return tuple(_block(line, finder.offsets(line), copy, source.text) for line in shown.lines)


def _only_text(copy: Copy) -> Copy:
    """The copy without the characters that `marks.only_text` removes."""
    if marks.only_text(copy.text) == copy.text:
        return copy
    cuts = ((at, marks.only_text(sign)) for at, sign in enumerate(copy.text))
    return copy.after(Corrected(copy.text, (Edit(at, at + 1, kept) for at, kept in cuts if kept != copy.text[at])))


def _labels(document: Document, source: str) -> tuple[str, ...]:
    """The labels of the footnotes in printing order."""
    if "[^" not in source:
        return ()
    labels = {footnotes.identifier(label): label for label in _LABEL.findall(source)}
    return tuple(labels[name] for name in _NOTE.findall(_html(document)) if name in labels)


def _shown(line: Line) -> str:
    return line.words if line.kind is Kind.CODE else _BLANKS.sub(" ", line.words)


def _block(line: Line, offsets: Sequence[int], copy: Copy, text: str) -> Block:
    if copy.steps:
        offsets = [_kept(copy, at, sign, text) for at, sign in zip(offsets, line.words, strict=True)]
    elif isinstance(offsets, range):
        offsets = range(offsets.start + copy.offset, offsets.stop + copy.offset)
    else:
        offsets = [at if at == NOWHERE else at + copy.offset for at in offsets]
    if _shown(line) == line.words:
        return Block(line.kind, line.words, offsets, line.spans)
    return _with_single_blanks(line, offsets)


def _kept(copy: Copy, at: int, sign: str, text: str) -> int:
    """The offset of a character before its body was corrected; NOWHERE for an inserted one."""
    origin = copy.origin(at) if at != NOWHERE else NOWHERE
    return origin if origin != NOWHERE and text.startswith((sign, "&"), origin) else NOWHERE


def _with_single_blanks(line: Line, offsets: Sequence[int]) -> Block:
    """A line from raw HTML, whose runs of white space a browser collapses into one space."""
    kept: list[int] = []
    new = [0]  # for each character of the line, how many characters are kept before it
    for at, sign in enumerate(line.words):
        is_blank = sign in " \t\n\r\f"
        if not (is_blank and line.words[at - 1] in " \t\n\r\f"):
            kept.append(offsets[at] if sign == " " or not is_blank else NOWHERE)
        new.append(len(kept))
    spans = tuple(span.moved(new[span.start], new[span.end]) for span in line.spans)
    return Block(line.kind, _shown(line), kept, spans)


class _Finder:
    """Finds the lines of one body in its source. Letters are already matched; other characters are searched between them."""

    def __init__(self, comparison: Comparison) -> None:
        self._source = comparison.source
        self._letters = _letters(comparison)
        self._visible = _masked(comparison.source, comparison.letters.hidden)
        self._done = 0  # offset after the character found last

    def offsets(self, line: Line) -> Sequence[int]:
        """The source offset of each character of a line."""
        first = LETTERS.search(line.words)
        if first is None:
            return self._after(line.words, self._end_of_line(self._done))
        start = self._letters[line.first] - first.start()
        if start >= 0 and self._source.startswith(line.words, start):
            self._done = start + len(line.words)
            return range(start, self._done)
        runs = [match.span() for match in LETTERS.finditer(line.words)]
        count = sum(end - start for start, end in runs)
        letters = self._letters[line.first : line.first + count]
        return self._one_by_one(line.words, runs, letters, line.first + count)

    def _one_by_one(
        self, words: str, runs: Sequence[tuple[int, int]], letters: Sequence[int], following: int
    ) -> list[int]:
        found = self._before(words[: runs[0][0]], letters[0])
        done = taken = 0
        for start, end in runs:
            if done:
                found += self._after(words[done:start], letters[taken])
            found += letters[taken : taken + end - start]
            taken += end - start
            done = end
            last = letters[taken - 1]
            self._done = self._end(last) if last != NOWHERE else self._done
        after = self._letters[following] if following < len(self._letters) else NOWHERE
        return found + self._after(words[done:], after if after > self._done else self._end_of_line(self._done))

    def _after(self, signs: str, end: int) -> list[int]:
        """The offsets of signs between the character found last and `end`."""
        if self._visible.startswith(signs, self._done) and "&" not in signs:
            start = self._done
            self._done += len(signs)
            return list(range(start, self._done))
        found = []
        for sign in signs:
            at = self._find(sign, end)
            found.append(at)
            self._done = self._end(at) if at != NOWHERE else self._done
        return found

    def _find(self, sign: str, end: int) -> int:
        at = self._visible.find(sign, self._done, end)
        if at >= 0 or "&" not in self._visible[self._done : end]:
            return at
        references = REFERENCE.finditer(self._visible, self._done, end)
        return next((found.start() for found in references if unescape(found.group()) == sign), NOWHERE)

    def _before(self, signs: str, end: int) -> list[int]:
        """The offsets of the signs before the first letter of a line, which is at `end`."""
        start = self._done if self._done <= end else self._source.rfind("\n", 0, max(end, 0)) + 1
        found = []
        for sign in reversed(signs):
            at = self._visible.rfind(sign, start, max(end, start))
            found.append(at)
            end = at if at >= 0 else end
        return found[::-1]

    def _end(self, offset: int) -> int:
        return end_of(self._source, offset)

    def _end_of_line(self, offset: int) -> int:
        end = self._source.find("\n", offset)
        return end if end >= 0 else len(self._source)


def _letters(comparison: Comparison) -> list[int]:
    """The source offset of each printed letter."""
    offsets = comparison.letters.offsets()
    if not comparison.differences:
        return offsets
    origins = alignment.origins(comparison.differences, len(comparison.printed.letters))
    return [offsets[index] if index >= 0 else NOWHERE for index in origins]


def _masked(source: str, hidden: Sequence[tuple[int, int]]) -> str:
    """The source with NUL in place of every character that is never printed."""
    pieces, done = [], 0
    for start, end in sorted(hidden):
        if start >= done:
            pieces += [source[done:start], "\0" * (end - start)]
            done = end
    return "".join((*pieces, source[done:]))
