"""Writes the parts of a story as the Markdown of a body: paragraphs, subheads, lists, tables, photos and notes, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from . import cuts
from .cuts import words_of
from .draft import Draft, Photo
from .inline import as_markdown
from .tree import Cell, Paragraph, Picture, Run, Table, leaves

_BULLET = re.compile(r"[•●○·◆◇■□▪▶►➢✓*\-–—][ \t\u3000\xa0]*(?=\S)")
_BULLETS_ALWAYS = "•●▪►➢✓"  # signs that begin nothing but items of a list
_NOTE = re.compile(r"(?:【|\[)?(?:编者按|编者的话|编者注|开栏语|开栏的话)")
_NOBODY = "　摄"  # after the blank for a name
_NO_MARK = re.compile(r'[\[\]\\"<>`*_|\n]|!|--')
_UNSIGNED = "<!-- 下面的照片没有写明是谁拍的。请写明署名，再移到这段说明外面：\n\n{line} -->"


def body_of(draft: Draft, unsigned: frozenset[str]) -> str:
    """The body. unsigned: files of photos that have no credit; they stand in a comment, for as photos they would be errors."""
    numbers = _numbers(draft)
    blocks: list[str] = []
    is_item = False
    for part in draft.parts:
        if isinstance(part, Photo):
            blocks.append(_photo(part, part.name in unsigned))
        elif isinstance(part, Table):
            blocks += _table(part, numbers)
        else:
            item = _item(part, numbers)
            if item and is_item:
                blocks[-1] += f"\n{item}"
            else:
                blocks.append(item or _paragraph(part, numbers))
            is_item = bool(item)
            continue
        is_item = False
    blocks += _notes(draft, numbers)
    return "".join(f"{block}\n\n" for block in blocks if block).rstrip("\n") + "\n"


# -- Paragraphs, subheads and lists ---------------------------------------------------------------------------------


def _paragraph(part: Paragraph, numbers: Mapping[str, str]) -> str:
    frame = "#" * part.heading + " {}" if part.heading else "> {}" if _NOTE.match(words_of(part)) else "{}"
    return frame.format(as_markdown(part.runs, numbers, frame=frame))


def _item(part: Paragraph, numbers: Mapping[str, str]) -> str:
    """The line of a list that the paragraph is, "" for any other paragraph."""
    if part.heading:
        return ""
    bullet = _BULLET.match(words_of(part))
    is_by_hand = bullet is not None and bullet.group()[0] in _BULLETS_ALWAYS
    if part.item is None and not is_by_hand:
        return ""
    if bullet is not None and bullet.group()[0] in _BULLETS_ALWAYS:
        part = cuts.without(cuts.stripped(part), 0, bullet.end())
    is_ordered = part.item is not None and part.item.is_ordered
    sign = "1." if is_ordered else "-"
    line = as_markdown(part.runs, numbers, frame=f"{sign} {{}}")
    return "   " * (part.item.depth if part.item else 0) + f"{sign} {line}"


# -- Photos ---------------------------------------------------------------------------------------------------------


def _photo(photo: Photo, is_unsigned: bool) -> str:
    """The mark of a photo. Words that cannot stand in a mark are in the head (`details`)."""
    caption = photo.caption if fits_mark(photo.caption) else ""
    if is_unsigned:
        return _UNSIGNED.format(line=f'![{caption}]({photo.name} "{_NOBODY}")')
    return (
        f'![{caption}]({photo.name} "{photo.credit}")'
        if photo.credit and fits_mark(photo.credit)
        else f"![{caption}]({photo.name})"
    )


def fits_mark(words: str) -> bool:
    """Whether words can stand in the mark of a photo as they are."""
    return not _NO_MARK.search(words)


def details_of(draft: Draft) -> dict[str, dict[str, str]]:
    """What the head says of the photos: words that cannot stand in a mark, and alternatives that a person wrote."""
    found: dict[str, dict[str, str]] = {}
    for photo in draft.parts:
        if isinstance(photo, Photo):
            alternative = " ".join(photo.picture.alternative.split())
            record = {
                "说明": "" if fits_mark(photo.caption) else photo.caption,
                "署名": "" if fits_mark(photo.credit) else photo.credit,
                "替代文字": alternative if alternative != photo.caption else "",
            }
            if any(record.values()):
                found[photo.name] = {key: words for key, words in record.items() if words}
    return found


# -- Tables ---------------------------------------------------------------------------------------------------------


def _table(table: Table, numbers: Mapping[str, str]) -> Iterator[str]:
    rows = grid(table)
    width = max(map(len, rows))
    lines = [_row([_cell(cell, numbers) for cell in row], width) for row in rows]
    yield "\n".join([lines[0], _row(["---"] * width, width), *lines[1:]])


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
    inside = (leaf for leaf in leaves(cell.blocks) if isinstance(leaf, Paragraph))
    lines = (line for paragraph in inside for line in cuts.lines(paragraph))
    written = (as_markdown(cuts.stripped(line).runs, numbers, frame=frame) for line in lines if words_of(line))
    return "<br>".join(written)


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
        runs = [replace(run, text=run.text) for paragraph in whole for run in (*paragraph.runs, Run(" "))]
        frame = f"甲[^{number}]\n\n[^{number}]: {{}}"
        yield f"[^{number}]: {as_markdown(runs, {}, frame=frame)}"
