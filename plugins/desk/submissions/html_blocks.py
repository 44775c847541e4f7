"""Turns elements into paragraphs, pictures, tables and notes of a submission. Which elements belong to the story is left to `html_page`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from plugins.newsroom.submission.tree import (
    Block,
    Cell,
    Look,
    Paragraph,
    Picture,
    Run,
    Table,
)

from . import html_lists, html_pictures, runs
from .html_looks import PLAIN, Style, declarations, inside, is_hidden
from .html_tree import Node
from .ledger import Ledger

CAPTION = "题注"  # the style by which the grammar knows a caption
_BLOCKS = (
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3"
    " h4 h5 h6 header hr legend li main nav ol p pre section summary ul"
)
_NOT_WORDS = {
    "nav": "导航",
    "button": "按钮",
    "select": "选单",
    "textarea": "输入框",
    "form": "表单",
    "svg": "画出来的图形",
    "noscript": "给旧浏览器看的话",
}
_MEDIA = {
    "iframe": "嵌在网页里的影片或别的网页",
    "video": "影片",
    "mpvideo": "影片",
    "audio": "录音",
    "mpvoice": "录音",
    "object": "嵌在网页里的东西",
    "embed": "嵌在网页里的东西",
    "canvas": "画出来的图形",
    "mp-common-profile": "公众号名片",
}
_MOST_SPANNED = 1000  # columns or rows


@dataclass(slots=True)
class Context:
    """What all parts of a page share. notes: of the page, by the ids they have; is_word: whether Word wrote the page."""

    beside: html_pictures.Beside
    notes: frozenset[str] = frozenset()
    is_word: bool = False
    ledger: Ledger = field(default_factory=Ledger)
    paragraphs: int = 0
    pictures: int = 0

    def __post_init__(self) -> None:
        self.count(0)

    def count(self, number: int) -> None:
        """Count paragraphs that were read."""
        self.paragraphs += number
        self.ledger.place = f"第 {self.paragraphs + 1} 段"


def blocks_of(nodes: Iterable[Node | str], context: Context, style: Style = PLAIN) -> tuple[Block, ...]:
    """The blocks in the order of the page."""
    walker = _Walker(context)
    for node in nodes:
        walker.walk(node, style)
    walker.end_paragraph(style)
    return tuple(walker.blocks)


class _Walker:
    def __init__(self, context: Context) -> None:
        self.context = context
        self.blocks: list[Block] = []
        self._runs: list[Run] = []
        self._sizes: list[tuple[int, float]] = []  # characters and their size
        self._waiting: list[Picture] = []  # in the middle of a paragraph: they follow it

    def walk(self, node: Node | str, style: Style) -> None:
        if isinstance(node, str):
            self._add(replace(style.run, text=node if style.is_spaced else runs.collapsed(node)), style.size)
        elif not self._is_left_out(node):
            self._element(node, style)

    def _element(self, node: Node, style: Style) -> None:
        if node.tag == "br":
            self._add(replace(style.run, text="\n"), style.size)
        elif node.tag == "img":
            self._picture(node)
        elif node.tag == "table":
            self._table(node, style)
        elif key := self._note_called(node):
            self._runs.append(Run("", note=key))
        elif node.tag in _BLOCKS.split():
            self._block(node, inside(style, node))
        else:
            self._inline(node, inside(style, node))

    def _is_left_out(self, node: Node) -> bool:
        book = self.context.ledger
        if node.tag in _MEDIA:
            address = node.get("data-src") or node.get("src") or node.get("name")
            book.leave_out(f"{_MEDIA[node.tag]} {node.text} {address}", "IN67")
        elif is_hidden(node):
            book.leave_out(node.text, "IN68")
        elif node.tag in _NOT_WORDS:
            book.leave_out(node.text, "IN69", what=_NOT_WORDS[node.tag])
        elif self.context.is_word and node.tag == "del":
            book.leave_out(node.text, "IN31")
        elif declarations(node).get("mso-element") == "comment" or "MsoCommentReference" in node.classes:
            book.leave_out(node.text, "IN70")
        else:
            return node.tag in ("head", "title", "meta", "link", "input")
        return True

    def _inline(self, node: Node, style: Style) -> None:
        if self.context.is_word and node.tag == "ins" and node.text:
            self.context.ledger.doubt("IN71", is_done=True)
        for child in node.children:
            self.walk(child, style)

    def _block(self, node: Node, style: Style) -> None:
        self.end_paragraph(style)
        item, children = html_lists.item_of(node, style.item)
        style = replace(style, item=item, name=CAPTION if node.tag in ("figcaption", "caption") else style.name)
        for child in children:
            self.walk(child, style)
        self.end_paragraph(style)

    def _add(self, run: Run, size: float) -> None:
        self._runs.append(run)
        self._sizes.append((len(run.text.strip()), size))

    def end_paragraph(self, style: Style) -> None:
        """What was read since the last block becomes paragraphs, and the pictures in their midst follow."""
        for words in runs.paragraphs(self._runs if style.is_spaced else runs.settled(self._runs)):
            look, place = self._look(words, style), self.context.ledger.place
            self.blocks.append(Paragraph(words, look, style.heading, style.item, place=place))
            self.context.count(1)
            style = replace(style, item=None)  # what follows in the same item is a paragraph of its own
        self.blocks += self._waiting
        self._runs, self._sizes, self._waiting = [], [], []

    def _look(self, words: tuple[Run, ...], style: Style) -> Look:
        by_size: dict[float, int] = {}
        for length, size in self._sizes:
            by_size[size] = by_size.get(size, 0) + length
        bold = sum(len(run.text) for run in words if run.is_bold)
        is_bold = 2 * bold > sum(len(run.text) for run in words)
        return Look(max(by_size, key=lambda size: by_size[size], default=0), is_bold, style.alignment, style.name)

    def _picture(self, node: Node) -> None:
        if words := html_pictures.emoji_of(node):
            self._add(Run(words), 0)
            return
        self.context.pictures += 1
        found = html_pictures.read(node, self.context.beside, self.context.pictures, self.context.ledger)
        if found:
            has_words = any(run.text.strip() for run in self._runs)
            (self._waiting if has_words else self.blocks).append(found)

    # -- Notes --------------------------------------------------------------------------------------------------------

    def _note_called(self, node: Node) -> str:
        """The key of the note that an `a` calls, "" for any other element."""
        target = node.get("href").rpartition("#")[2] if node.tag == "a" and "#" in node.get("href") else ""
        return target if target in self.context.notes else ""

    # -- Tables -------------------------------------------------------------------------------------------------------

    def _table(self, node: Node, style: Style) -> None:
        self.end_paragraph(style)
        place = self.context.ledger.place
        style = Style(size=style.size, run=replace(style.run, link=""))
        rows = [row for row in _rows_of(node) if any(cell.tag in ("td", "th") for cell in row.elements)]
        cells = tuple(
            tuple(self._cell(cell, style) for cell in row.elements if cell.tag in ("td", "th")) for row in rows
        )
        caption = next((each.text for each in node.elements if each.tag == "caption"), "")
        if len(cells) == 1 and len(cells[0]) == 1 and not caption:
            self.blocks += cells[0][0].blocks
        elif any(cell.blocks for row in cells for cell in row):
            self.blocks.append(Table(cells, _has_head(rows[0]), caption, place))

    def _cell(self, node: Node, style: Style) -> Cell:
        inner = blocks_of(node.children, self.context, inside(style, _as_cell(node)))
        return Cell(inner, _spanned(node, "colspan"), _spanned(node, "rowspan"))


def _as_cell(node: Node) -> Node:
    """A head cell as an ordinary one: that it is a head is said once, of the row."""
    return Node("td", node.attributes, node.children)


def _rows_of(table: Node) -> list[Node]:
    rows: list[Node] = []
    for part in table.elements:
        rows += [part] if part.tag == "tr" else _rows_of(part) if part.tag in ("thead", "tbody", "tfoot") else []
    return rows


def _has_head(row: Node) -> bool:
    return all(cell.tag == "th" for cell in row.elements)


def _spanned(node: Node, name: str) -> int:
    written = re.fullmatch(r"\s*(\d{1,4})\s*", node.get(name))
    return min(max(int(written[1]), 1), _MOST_SPANNED) if written else 1
