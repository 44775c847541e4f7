"""Lets the proofreading engine look at the words: what is certain is mended in the tree, the rest becomes a doubt with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from ..findings.catalogue import problem
from ..findings.problems import Place
from ..proofreading.copy import Copy, copy_of
from ..proofreading.order import slips_in
from ..proofreading.rule import Rule, Slip
from ..text.placed import Kind
from . import cuts
from .draft import Draft, Photo
from .tree import Block, Cell, Paragraph, Table

_ROUNDS = 3  # a mend may uncover the next slip
_TITLES = (("标题", Kind.TITLE), ("引题", Kind.DECK), ("副题", Kind.DECK))

Change = Callable[[str, int, int, str], str]


@dataclass(frozen=True, slots=True)
class _Passage:
    """One text of the story. write: puts a new text in its place, given the start, the end and the words of the change."""

    kind: Kind
    text: str
    place: str
    write: Callable[[int, int, str], None]


def mend(draft: Draft) -> None:
    mended: dict[str, list[tuple[Slip, str, str]]] = {}
    for _ in range(_ROUNDS):
        passages = list(_passages(draft))
        copy = _copy(draft, passages)
        found = list(slips_in(copy))
        certain = [(rule, slip) for rule, slip in found if slip.replacement is not None]
        if not certain:
            break
        for rule, slip in sorted(certain, key=lambda each: -each[1].start):
            passage = copy.passage_at(slip.start)
            words = copy.text[slip.start : slip.end]
            target = passages[passage.number]
            target.write(slip.start - passage.start, slip.end - passage.start, slip.replacement or "")
            mended.setdefault(rule.code, []).append((slip, words, target.place))
    _tell(draft, mended)


def _tell(draft: Draft, mended: dict[str, list[tuple[Slip, str, str]]]) -> None:
    for code, slips in mended.items():
        first, _, place = slips[-1]
        message = problem(code, Place(""), first.values).message
        draft.did("SB51", place, {"message": message, "count": len(slips)})
    passages = list(_passages(draft))
    copy = _copy(draft, passages)
    for rule, slip in slips_in(copy):
        _ask(draft, passages[copy.passage_at(slip.start).number].place, rule, slip)


def _ask(draft: Draft, place: str, rule: Rule, slip: Slip) -> None:
    found = problem(rule.code, Place(""), slip.values)
    draft.doubt("SB52", place, {"message": found.message, "advice": found.advice})


def _copy(draft: Draft, passages: list[_Passage]) -> Copy:
    names = [person.name for person in draft.signed.contributors] if draft.signed else []
    return copy_of(((each.kind, each.text) for each in passages), draft.registries, draft.day, names)


# -- The texts of a draft, each with the way to change it -----------------------------------------------------------


def _passages(draft: Draft) -> Iterator[_Passage]:
    for key, kind in _TITLES:
        value = draft.head.get(key)
        if isinstance(value, str) and value:
            yield _Passage(kind, value, "", _Head(draft, key, None))
        for number, line in enumerate(value if isinstance(value, list) else ()):
            yield _Passage(kind, line, "", _Head(draft, key, number))
    for at, part in enumerate(draft.parts):
        yield from _of_part(draft, at, part)
    for key, note in draft.notes.items():
        for number, paragraph in enumerate(note):
            yield _Passage(Kind.NOTE, paragraph.text, paragraph.place, _Note(draft, key, number))


def _of_part(draft: Draft, at: int, part: Paragraph | Photo | Table) -> Iterator[_Passage]:
    if isinstance(part, Paragraph):
        kind = Kind.HEADING if part.heading else Kind.ITEM if part.item else Kind.PARAGRAPH
        yield _Passage(kind, part.text, part.place, _Text(draft, at))
    elif isinstance(part, Photo):
        yield _Passage(Kind.CAPTION, part.caption, part.place, _Caption(draft, at))
    else:
        for row, cells in enumerate(part.rows):
            for column, cell in enumerate(cells):
                for number, block in enumerate(cell.blocks):
                    if isinstance(block, Paragraph):
                        yield _Passage(Kind.CELL, block.text, part.place, _InCell(draft, at, row, column, number))


@dataclass(frozen=True, slots=True)
class _Head:
    draft: Draft
    key: str
    number: int | None

    def __call__(self, start: int, end: int, words: str) -> None:
        value = self.draft.head[self.key]
        if isinstance(value, str):
            self.draft.head[self.key] = value[:start] + words + value[end:]
        elif self.number is not None:
            value[self.number] = value[self.number][:start] + words + value[self.number][end:]


@dataclass(frozen=True, slots=True)
class _Text:
    draft: Draft
    at: int

    def __call__(self, start: int, end: int, words: str) -> None:
        part = self.draft.parts[self.at]
        assert isinstance(part, Paragraph)
        self.draft.parts[self.at] = cuts.changed(part, start, end, words)


@dataclass(frozen=True, slots=True)
class _Caption:
    draft: Draft
    at: int

    def __call__(self, start: int, end: int, words: str) -> None:
        part = self.draft.parts[self.at]
        assert isinstance(part, Photo)
        self.draft.parts[self.at] = replace(part, caption=part.caption[:start] + words + part.caption[end:])


@dataclass(frozen=True, slots=True)
class _Note:
    draft: Draft
    key: str
    number: int

    def __call__(self, start: int, end: int, words: str) -> None:
        note = list(self.draft.notes[self.key])
        note[self.number] = cuts.changed(note[self.number], start, end, words)
        self.draft.notes[self.key] = tuple(note)


@dataclass(frozen=True, slots=True)
class _InCell:
    draft: Draft
    at: int
    row: int
    column: int
    number: int

    def __call__(self, start: int, end: int, words: str) -> None:
        table = self.draft.parts[self.at]
        assert isinstance(table, Table)
        block = table.rows[self.row][self.column].blocks[self.number]
        assert isinstance(block, Paragraph)
        self.draft.parts[self.at] = self._with(table, cuts.changed(block, start, end, words))

    def _with(self, table: Table, block: Block) -> Table:
        cell = table.rows[self.row][self.column]
        blocks = (*cell.blocks[: self.number], block, *cell.blocks[self.number + 1 :])
        cells = list(table.rows[self.row])
        cells[self.column] = Cell(blocks, cell.columns, cell.rows)
        rows = list(table.rows)
        rows[self.row] = tuple(cells)
        return replace(table, rows=tuple(rows))
