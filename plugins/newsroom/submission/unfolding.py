"""First step: tables that only arrange pages are taken apart, line breaks end paragraphs, each picture gets its file name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import PurePosixPath

from . import cuts, labels
from .draft import CAPTION, Draft, Photo
from .tree import Block, Cell, Paragraph, Picture, Run, Table, leaves

_LONGEST_CAPTION = 120  # characters: a longer text beside a picture is text of the story
_OURS = re.compile(
    r"[0-9]{1,3}[.．、)）]?|[•●■◆○▪➢✓·\-]"
)  # numbers and signs that a list of ours prints in its own form
_FORM_LABELS = frozenset(
    (
        "标题",
        "题目",
        "主题",
        "引题",
        "肩题",
        "副题",
        "副标题",
        "作者",
        "署名",
        "记者",
        "通讯员",
        "日期",
        "时间",
        "正文",
        "内容",
    )
)


def unfold(draft: Draft) -> None:
    names: dict[bytes, str] = {}
    for block in _flat(draft.submission.blocks):
        if isinstance(block, Picture):
            _take_picture(draft, block, names)
        elif isinstance(block, Paragraph):
            for line in cuts.lines(_with_label(block)):
                draft.parts += labels.parted(line)
        else:
            draft.parts.append(block)
    draft.notes = {key: tuple(map(cuts.stripped, note)) for key, note in draft.submission.notes.items()}


def _with_label(paragraph: Paragraph) -> Paragraph:
    """A paragraph that Word numbers 一、 or （2） by itself has that number among its words: no list of ours prints it."""
    item = paragraph.item
    if item is None or not item.label or _OURS.fullmatch(item.label):
        return paragraph
    return replace(paragraph, runs=(Run(item.label), *paragraph.runs), item=None)


def _take_picture(draft: Draft, picture: Picture, names: dict[bytes, str]) -> None:
    """A picture that comes again has the name of the first until `captions` has taken the words that belong to it."""
    suffix = PurePosixPath(picture.name).suffix.lower()
    name = names.setdefault(picture.data, f"{len(names) + 1:02}{suffix}")
    draft.parts.append(Photo(picture, name))


def _flat(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if not isinstance(block, Table):
            yield block
            continue
        if block.caption:
            yield Paragraph((Run(block.caption),), place=block.place)
        if any(isinstance(leaf, Picture) for leaf in leaves((block,))):
            yield from _flat(_around_pictures(block))
        elif _is_form(block):
            yield from chain.from_iterable(map(_entry, block.rows))
        elif max(map(len, block.rows), default=0) <= 1:
            yield from _flat(chain.from_iterable(cell.blocks for row in block.rows for cell in row))
        else:
            yield block


# -- Tables that arrange pictures and their captions ----------------------------------------------------------------


def _around_pictures(table: Table) -> Iterator[Block]:
    rows, at = table.rows, 0
    while at < len(rows):
        row, below = rows[at], rows[at + 1] if at + 1 < len(rows) else ()
        if _has_picture(row) and len(row) == len(below) and not _has_picture(below):
            for cell, words in zip(row, below, strict=True):
                yield from (*_as_captions(cell.blocks), *_as_captions(words.blocks))
            at += 2
        else:
            yield from _row(row)
            at += 1


def _row(row: tuple[Cell, ...]) -> Iterator[Block]:
    """A row in reading order; beside a lone picture without words of its own, a short text is its caption and follows it."""
    if len(row) == 2 and _has_picture(row[:1]) != _has_picture(row[1:]):
        shown, beside = row if _has_picture(row[:1]) else row[::-1]
        if not _text(shown).strip() and len(_text(beside)) <= _LONGEST_CAPTION:
            yield from (*_as_captions(shown.blocks), *_as_captions(beside.blocks))
            return
    for cell in row:
        yield from _as_captions(cell.blocks) if _has_picture((cell,)) else cell.blocks


def _as_captions(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Paragraph) and len(cuts.words_of(block)) <= _LONGEST_CAPTION:
            yield replace(block, look=replace(block.look, style=CAPTION))
        else:
            yield block


def _has_picture(row: tuple[Cell, ...]) -> bool:
    return any(isinstance(leaf, Picture) for cell in row for leaf in leaves(cell.blocks))


def _text(cell: Cell) -> str:
    return "".join(leaf.text for leaf in leaves(cell.blocks) if isinstance(leaf, Paragraph))


# -- Forms: a label on the left, its value on the right -------------------------------------------------------------


def _is_form(table: Table) -> bool:
    labels = [_label(row) for row in table.rows]
    return (
        bool(labels) and all(len(row) == 2 for row in table.rows) and set(labels) <= _FORM_LABELS and "标题" in labels
    )


def _label(row: tuple[Cell, ...]) -> str:
    return "".join(_text(row[0]).split()).rstrip("：:") if row else ""


def _entry(row: tuple[Cell, ...]) -> Iterator[Block]:
    """`标题：` and its value as one paragraph; the text of the story below its label."""
    inside = [leaf for leaf in leaves(row[1].blocks) if isinstance(leaf, Paragraph)]
    label = Paragraph((Run(f"{_label(row)}："),), place=inside[0].place if inside else "")
    if _label(row) in ("正文", "内容") or not inside:
        yield label
        yield from inside
    else:
        yield replace(inside[0], runs=(*label.runs, *inside[0].runs))
        yield from inside[1:]
