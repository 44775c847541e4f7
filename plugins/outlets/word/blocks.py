"""The blocks of a body in a Word file: paragraphs, sub-heads, lists, tables, pictures, in their order; notes where they are called."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from xml.etree.ElementTree import Element

from docx.oxml.xmlchemy import BaseOxmlElement

from . import tables
from .lists import Lists, within
from .markup import BLOCKS, PHOTOS
from .parts import element
from .words import Inline, Look

WIDTH = 8845  # of the text, in twips
_HEADS = {"h2": "Heading1", "h3": "Heading2", "h4": "Heading3", "h5": "Heading4", "h6": "Heading5"}
_STYLES = {**_HEADS, "dt": "Term", "dd": "Meaning", "pre": "Preformatted", "caption": "TableTitle"}
_ALIGNED = {"align-left": "left", "align-center": "center", "align-right": "right"}


@dataclass(frozen=True)
class Frame:
    """What holds for all within a block. style: of its paragraphs; item: (id, depth) of the list for the next paragraph, None
    outside of lists and after it; depth: of lists around."""

    style: str = "BodyText"
    item: tuple[str, int] | None = None
    depth: int = 0
    indent: int = 0


@dataclass(frozen=True)
class Blocks:
    """figure: writes one picture with its words; lists: of the file."""

    inline: Inline
    figure: Callable[[int], Iterator[BaseOxmlElement]]
    lists: Lists

    def within(self, parent: Element, frame: Frame) -> Iterator[BaseOxmlElement]:
        """The blocks inside `parent`; words between them are paragraphs."""
        words = Element("span")
        words.text = parent.text
        for child in parent:
            if child.tag not in BLOCKS:
                words.append(child)
                continue
            yield from self._words(words, frame)
            if _says(words) and frame.item:
                frame = _after_item(frame)
            for made in self._block(child, frame):
                yield made
                frame = _after_item(frame) if frame.item and child.tag not in ("ul", "ol") else frame
            words = Element("span")
            words.text = child.tail
        yield from self._words(words, frame)

    def _words(self, words: Element, frame: Frame) -> Iterator[BaseOxmlElement]:
        if _says(words):
            yield self.paragraph(words, frame)

    def _block(self, block: Element, frame: Frame) -> Iterator[BaseOxmlElement]:
        if block.tag == PHOTOS:
            for index in block.get("is", "").split():
                yield from self.figure(int(index))
        elif block.tag == "section" and block.get("class") == "footnote":
            return
        elif block.tag == "hr":
            yield element("w:p", element("w:pPr", element("w:pStyle", **{"w:val": "Rule"})))
        elif block.tag in ("ul", "ol"):
            yield from self._list(block, frame)
        elif block.tag == "table":
            yield from self._table(block)
        else:
            style = "Quote" if block.tag == "blockquote" else _STYLES.get(block.tag, frame.style)
            yield from self.within(block, replace(frame, style=style))

    def paragraph(self, source: Element, frame: Frame, align: str = "") -> BaseOxmlElement:
        made = element("w:p", self._properties(frame, align))
        look = Look(keeps_blanks=frame.style == "Preformatted")
        self.inline.write(made, source, look)
        return made

    def _properties(self, frame: Frame, align: str) -> BaseOxmlElement:
        properties = element("w:pPr", element("w:pStyle", **{"w:val": frame.style}))
        if frame.item:
            number, depth = frame.item
            level, key = element("w:ilvl", **{"w:val": str(depth)}), element("w:numId", **{"w:val": number})
            properties.append(element("w:numPr", level, key))
        elif frame.indent:
            properties.append(element("w:ind", **{"w:left": str(640 + 480 * frame.indent)}))
        if align:
            properties.append(element("w:jc", **{"w:val": align}))
        return properties

    # -- Lists ---------------------------------------------------------------------------------------------------------

    def _list(self, block: Element, frame: Frame) -> Iterator[BaseOxmlElement]:
        depth, is_ordered = within(frame.depth), block.tag == "ol"
        key = self.lists.add(depth, is_ordered=is_ordered, start=_number(block.get("start"), 1))
        for item in block:
            if item.tag != "li":
                continue
            if is_ordered and item.get("value"):
                key = self.lists.add(depth, is_ordered=True, start=_number(item.get("value"), 1))
            inner = Frame("ListParagraph", (key, depth), frame.depth + 1, depth + 1)
            yield from self.within(item, inner)

    # -- Tables --------------------------------------------------------------------------------------------------------

    def _table(self, table: Element) -> Iterator[BaseOxmlElement]:
        caption = table.find("caption")
        if caption is not None:
            yield self.paragraph(caption, Frame("TableTitle"))
        rows = tables.rows_of(table)
        placed, heads = tables.grid(rows), tables.head_rows(table, rows)
        widths = tables.widths(placed, WIDTH)
        if widths:
            yield new_table(widths, (self._row(row, widths, number < heads) for number, row in enumerate(placed)))
            yield element("w:p", element("w:pPr", element("w:pStyle", **{"w:val": "TableWords"})))

    def _row(self, places: list[tables.Place], widths: Sequence[int], is_head: bool) -> BaseOxmlElement:
        properties = element("w:trPr", element("w:cantSplit"))
        if is_head:
            properties.append(element("w:tblHeader"))
        starts = accumulate((place.columns for place in places), initial=0)
        cells = (
            self._cell(place, sum(widths[start : start + place.columns]))
            for place, start in zip(places, starts, strict=False)
        )
        return element("w:tr", properties, *cells)

    def _cell(self, place: tables.Place, width: int) -> BaseOxmlElement:
        properties = element("w:tcPr", element("w:tcW", **{"w:w": str(width), "w:type": "dxa"}))
        if place.columns > 1:
            properties.append(element("w:gridSpan", **{"w:val": str(place.columns)}))
        if place.reaches or place.is_continued:
            properties.append(element("w:vMerge", **{"w:val": "continue" if place.is_continued else "restart"}))
        properties.append(element("w:vAlign", **{"w:val": "center"}))
        inside = [] if place.cell is None else list(self._cell_words(place.cell))
        return element("w:tc", properties, *_ending_in_paragraph(inside))

    def _cell_words(self, cell: Element) -> Iterator[BaseOxmlElement]:
        frame = Frame("TableHead" if cell.tag == "th" else "TableWords")
        if any(child.tag in BLOCKS for child in cell):
            yield from self.within(cell, frame)
        else:
            yield self.paragraph(cell, frame, _ALIGNED.get(cell.get("class", ""), ""))


def new_table(widths: Sequence[int], rows: Iterable[BaseOxmlElement]) -> BaseOxmlElement:
    """A table with borders, as wide as the text. widths: of its columns, in twips."""
    properties = element(
        "w:tblPr",
        element("w:tblStyle", **{"w:val": "TableGrid"}),
        element("w:tblW", **{"w:w": "5000", "w:type": "pct"}),
        element("w:jc", **{"w:val": "center"}),
    )
    wide = (element("w:gridCol", **{"w:w": str(width)}) for width in widths)
    return element("w:tbl", properties, element("w:tblGrid", *wide), *rows)


def _ending_in_paragraph(inside: list[BaseOxmlElement]) -> list[BaseOxmlElement]:
    """A cell must end in a paragraph (ECMA-376 part 1, 17.4.65)."""
    is_whole = bool(inside) and inside[-1].tag.endswith("}p")
    return (
        inside
        if is_whole
        else [*inside, element("w:p", element("w:pPr", element("w:pStyle", **{"w:val": "TableWords"})))]
    )


def _after_item(frame: Frame) -> Frame:
    """Further paragraphs of an item have no number."""
    return replace(frame, item=None)


def _says(words: Element) -> bool:
    return bool(len(words)) or bool((words.text or "").strip())


def _number(written: str | None, otherwise: int) -> int:
    return int(written) if written and written.isdecimal() else otherwise
