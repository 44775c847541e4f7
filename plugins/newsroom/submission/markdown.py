"""Writes the parts of a story as the Markdown of a body: paragraphs, subheads, lists, tables, photos and notes, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from ..text.typography import printable
from . import cuts
from .cuts import words_of
from .draft import Draft, Part, Photo
from .inline import as_markdown
from .tree import Block, Cell, ListItem, Paragraph, Picture, Run, Table, leaves

_BULLET = re.compile(r"[•●▪►➢✓][ \t\u3000\xa0]*(?=\S)")  # signs that begin nothing but items of a list
_SET_IN = "    "
_NOTE = re.compile(r"(?:【|\[)?(?:编者按|编者的话|编者注|开栏语|开栏的话)")
_NOBODY = "　摄"  # after the blank for a name
_NO_MARK = re.compile(r'[\[\]\\"<>`*_|\n]|!|--')
_UNSIGNED = "<!-- 下面的照片没有写明是谁拍的。请写明署名，再移到这段说明外面：\n\n{words}{line} -->"


def body_of(draft: Draft, unsigned: frozenset[str]) -> str:
    """The body. unsigned: files of photos that have no credit; they stand in a comment, for as photos they would be errors."""
    numbers = _numbers(draft)
    blocks: list[str] = []
    for is_list, parts in groupby(draft.parts, key=_is_item):
        if is_list:
            blocks += _lists([part for part in parts if isinstance(part, Paragraph)], numbers)
        else:
            blocks += (_block(part, numbers, unsigned) for part in parts)
    blocks += _notes(draft, numbers)
    return "".join(f"{block}\n\n" for block in blocks if block).rstrip("\n") + "\n"


def _block(part: Part, numbers: Mapping[str, str], unsigned: frozenset[str]) -> str:
    if isinstance(part, Photo):
        return _photo(part, part.name in unsigned)
    return _table(part, numbers) if isinstance(part, Table) else _paragraph(part, numbers)


# -- Paragraphs, subheads and lists ---------------------------------------------------------------------------------


def _paragraph(part: Paragraph, numbers: Mapping[str, str]) -> str:
    frame = "#" * part.heading + " {}" if part.heading else "> {}" if _NOTE.match(words_of(part)) else "{}"
    return frame.format(as_markdown(part.runs, numbers, frame=frame))


def _is_item(part: Part) -> bool:
    if not isinstance(part, Paragraph) or part.heading:
        return False
    return part.item is not None or bool(_BULLET.match(words_of(part)))


def _lists(parts: list[Paragraph], numbers: Mapping[str, str]) -> Iterator[str]:
    """The lists in a row of items: another kind of list begins after an empty line."""
    counts: dict[int, int] = {}
    lines: list[str] = []
    is_ordered = False
    for part in parts:
        item = part.item or ListItem(0, False)
        if lines and item.depth == 0 and item.is_ordered != is_ordered:
            yield "\n".join(lines)
            lines, counts = [], {}
        is_ordered = item.is_ordered if item.depth == 0 else is_ordered
        counts = {depth: count for depth, count in counts.items() if depth <= item.depth}
        counts[item.depth] = counts.get(item.depth, 0) + 1
        lines.append(_item(part, item, counts, numbers))
    yield "\n".join(lines)


def _item(part: Paragraph, item: ListItem, counts: Mapping[int, int], numbers: Mapping[str, str]) -> str:
    bullet = _BULLET.match(words_of(part))
    if bullet:
        part = cuts.without(cuts.stripped(part), 0, bullet.end())
    sign = f"{counts[item.depth]}." if item.is_ordered else "-"
    return f"{_SET_IN * item.depth}{sign} {as_markdown(part.runs, numbers, frame=f'{sign[:1]} {{}}' if sign == '-' else '1. {}')}"


# -- Photos ---------------------------------------------------------------------------------------------------------


def _photo(photo: Photo, is_unsigned: bool) -> str:
    """The mark of a photo. Words that cannot stand in a mark are in the head (`details_of`), those of a comment beside it."""
    caption = photo.caption if fits_mark(photo.caption) else ""
    if is_unsigned:
        words = (f"{key}：{text}\n\n" for key, text in _details(photo).items())
        return _UNSIGNED.format(
            words="".join(words).replace("--", "－－"), line=f'![{caption}]({photo.name} "{_NOBODY}")'
        )
    credit = f' "{photo.credit}"' if photo.credit and fits_mark(photo.credit) else ""
    return f"![{caption}]({photo.name}{credit})"


def fits_mark(words: str) -> bool:
    """Whether words can stand in the mark of a photo as they are."""
    return not _NO_MARK.search(words)


def details_of(draft: Draft, unsigned: frozenset[str]) -> dict[str, dict[str, str]]:
    """What the head says of the photos that readers see: words that cannot stand in a mark, and alternatives that a person
    wrote."""
    shown = [part for part in draft.parts if isinstance(part, Photo) and part.name not in unsigned]
    return {photo.name: record for photo in shown if (record := _details(photo))}


def _details(photo: Photo) -> dict[str, str]:
    record = {
        "说明": "" if fits_mark(photo.caption) else photo.caption,
        "署名": "" if fits_mark(photo.credit) else photo.credit,
        "替代文字": " ".join(printable(photo.picture.alternative).split()),
    }
    return {key: words for key, words in record.items() if words}


# -- Tables ---------------------------------------------------------------------------------------------------------


def _table(table: Table, numbers: Mapping[str, str]) -> str:
    rows = grid(table)
    width = max(map(len, rows))
    lines = [_row([_cell(cell, numbers) for cell in row], width) for row in rows]
    return "\n".join([lines[0], _row(["---"] * width, width), *lines[1:]])


def _row(cells: list[str], width: int) -> str:
    return "| " + " | ".join(cells + [""] * (width - len(cells))) + " |"


def grid(table: Table) -> list[list[Cell]]:
    """The rows with as many cells as columns; a cell that spans several stands in the first, the others are empty."""
    rows: list[list[Cell]] = []
    reaching: dict[int, int] = {}  # by column: how many rows below are still covered from above
    for row in table.rows:
        filled: list[Cell] = []
        waiting = list(row)
        while waiting or reaching.get(len(filled), 0):
            column = len(filled)
            if reaching.get(column, 0):
                reaching[column] -= 1
                filled.append(Cell(()))
                continue
            cell = waiting.pop(0)
            for offset in range(max(1, cell.columns)):
                reaching[column + offset] = max(1, cell.rows) - 1
                filled.append(cell if not offset else Cell(()))
        rows.append(filled)
    return rows


def _cell(cell: Cell, numbers: Mapping[str, str]) -> str:
    frame = "| {} |\n| --- |"
    lines = (line for paragraph in _paragraphs(cell.blocks) for line in cuts.lines(paragraph))
    written = (as_markdown(cuts.stripped(line).runs, numbers, frame=frame) for line in lines if words_of(line))
    return "<br>".join(written)


def _paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """The paragraphs of a cell, those of tables inside it and the captions of these included."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Table):
            yield Paragraph((Run(block.caption),))
            yield from _paragraphs(inner for row in block.rows for cell in row for inner in cell.blocks)


# -- Notes ----------------------------------------------------------------------------------------------------------


def _numbers(draft: Draft) -> dict[str, str]:
    """The numbers of the notes by their keys, in the order of their calls; those never called come last."""
    keys = dict.fromkeys(run.note for runs in _all_runs(draft) for run in runs if run.note in draft.notes)
    for key in draft.notes:
        if key not in keys:
            keys[key] = None
            draft.doubt("SB50", "", {"words": "".join(map(words_of, draft.notes[key]))[:20]})
    return {key: str(number) for number, key in enumerate(keys, start=1)}


def _all_runs(draft: Draft) -> Iterator[tuple[Run, ...]]:
    for part in draft.parts:
        if isinstance(part, Paragraph):
            yield part.runs
        elif isinstance(part, Table):
            yield from (leaf.runs for leaf in leaves((part,)) if not isinstance(leaf, Picture))


def _notes(draft: Draft, numbers: Mapping[str, str]) -> Iterator[str]:
    for key, number in numbers.items():
        whole = [paragraph for paragraph in draft.notes[key] if words_of(paragraph)]
        runs = [run for paragraph in whole for run in (*paragraph.runs, Run(" "))]
        yield f"[^{number}]: {as_markdown(runs, {})}"
