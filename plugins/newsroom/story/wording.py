"""Collects all text of one story that readers see, head first, with source positions, for the proofreading checks.

Names, dates and addresses are excluded; bylines and credits have a grammar of their own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial

from ..body import placed, to_document
from ..body.document import Document
from ..findings.problems import Place
from ..head import Body, Head
from ..head import read as read_head
from ..schema import KEYS
from ..text import alignment
from ..text.marked import Marked
from ..text.placed import NOWHERE, Block, Kind, Look, PlacedText
from ..text.source import Source

_KINDS = {
    ("标题", ""): Kind.TITLE,
    ("引题", ""): Kind.DECK,
    ("副题", ""): Kind.DECK,
    ("摘要", ""): Kind.SUMMARY,
    ("撤稿说明", ""): Kind.REMARK,
    ("更正", "说明"): Kind.CORRECTION,
    ("图片", "说明"): Kind.CAPTION,
    ("图片", "替代文字"): Kind.ALTERNATIVE,
    ("图片", "许可"): Kind.QUOTATION,  # in the words of whoever gave it
}


def placed_words(
    source: Source, head: Head, body: Body, document: Document, folder: str, known: Collection[str] = ()
) -> PlacedText:
    """The readers' text of the file `source`, from which head, body and document were parsed.

    folder, known: as passed to `to_document`.
    """
    blocks = (*_of_head(head, source.text), *placed.blocks_of(document, source, body.offset, known))
    return PlacedText(
        source, blocks, _frame(head, document), partial(_look, file=source.file, folder=folder, known=known)
    )


def legible_words(head: Head, document: Document, cover: str) -> tuple[tuple[Kind, str], ...]:
    """The blocks of `placed_words` without their places, which cost far more: for a quick look whether anything is wrong.

    cover: stands for every sign of code within a line.
    """
    return (*words_in_head(head), *placed.legible_of(document, cover))


def words_in_head(head: Head) -> tuple[tuple[Kind, str], ...]:
    """The prose of the head: the first blocks of a story."""
    return tuple((kind, _words(mark)) for kind, mark in _values(head) if kind and _words(mark))


def _look(text: str, file: str, folder: str, known: Collection[str]) -> Look:
    source = Source(file, text)
    head, body, _ = read_head(source)
    document, _ = to_document(body.text, partial(_place_at, source, body.first_line), folder, known)
    words = words_in_head(head) if head else ()
    return Look((*words, *placed.words_of(document)), _frame(head, document))


def _frame(head: Head | None, document: Document) -> object:
    others = [mark.text for kind, mark in _values(head) if kind is None] if head else []
    return others, placed.frame_of(document)


def _place_at(source: Source, first: int, line: int, column: int, length: int = 1) -> Place:
    return source.place_at(first + line - 1, column, length)


def _of_head(head: Head, text: str) -> Iterator[Block]:
    for kind, mark in _values(head):
        words = _words(mark)
        if kind and words:
            yield Block(kind, words, _offsets(mark, words, text))


def _words(mark: Marked) -> str:
    return (mark.text or "").strip()


def _values(head: Head) -> Iterator[tuple[Kind | None, Marked]]:
    """Every string value of the head in the order of the schema, with its kind, None for one that is not prose."""
    for key in KEYS:
        mark = head.values.get(key.name)
        for part, value in _leaves(mark, "") if mark else ():
            yield _KINDS.get((key.name, part)), value


def _leaves(mark: Marked, part: str) -> Iterator[tuple[str, Marked]]:
    """The strings within a value, each with the name of its field in a record; the file names of photos count as strings too."""
    if mark.text is not None:
        yield part, mark
    for item in mark.items or ():
        yield from _leaves(item, part)
    for name, value in mark.entries or ():
        yield "", name
        yield from _leaves(value, name.text or "")


def _offsets(mark: Marked, words: str, text: str) -> Sequence[int]:
    """The offset of each character of a value in the text of its file."""
    if mark.span is None:
        return (NOWHERE,) * len(words)
    start, end = mark.span
    at = text.find(words, start, end)
    if at >= 0:
        return range(at, at + len(words))
    origins = alignment.origins(alignment.differences(text[start:end], words), len(words))
    return [index + start if index >= 0 else NOWHERE for index in origins]
