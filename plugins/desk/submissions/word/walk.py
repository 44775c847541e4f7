"""Walks through the blocks of one part of a Word file: the text itself, its notes, and the boxes and cells within."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from xml.etree.ElementTree import Element

from plugins.newsroom.submission.tree import Block, Look, Paragraph, Picture, leaves

from . import inline
from .elements import child_of, children_of, chosen, words_in
from .fields import Fields
from .lines import Item, blocks_of
from .package import Part
from .reading import Reading
from .styles import ParagraphStyle, is_on
from .tables import table_of

_NOTES = {"footnote": ("footnotes", "脚注"), "endnote": ("endnotes", "尾注")}
_SILENT = frozenset(("w:sectPr", "w:tcPr", "w:tblPr", "w:sdtPr", "w:sdtEndPr", "w:customXmlPr"))


class Walk:
    """reading: shared by all parts of the file."""

    def __init__(self, reading: Reading, part: Part) -> None:
        self.reading, self.part = reading, part
        self.fields = Fields(part.root)
        self.has_moves = next(part.root.iter("w:moveTo"), None) is not None
        self.is_prompting = False
        self._is_boxed = False
        self._carried: list[Item] = []

    def blocks(self, parent: Element) -> tuple[Block, ...]:
        """All that is in `parent`, in its order."""
        before, self._carried = self._carried, []
        found = (*self._blocks(parent), *self._end())
        self._carried = before
        return found

    def boxed(self, parent: Element) -> tuple[Block, ...]:
        """All that is in a text box: nobody knows where in the running text it belongs."""
        before, self._is_boxed = self._is_boxed, True
        with self.reading.at(f"{self.reading.ledger.place}旁边的文本框" if not before else self.reading.ledger.place):
            found = self.blocks(parent)
        self._is_boxed = before
        return tuple(replace(block, is_floating=True) if isinstance(block, Picture) else block for block in found)

    @contextmanager
    def within_control(self, control: Element) -> Iterator[None]:
        before, self.is_prompting = self.is_prompting, self.is_prompting or _prompts(control)
        yield
        self.is_prompting = before

    def note(self, kind: str, key: str) -> str:
        """The key of the note `key` in the part of its kind, read when it is first called; "" if there is none."""
        reading = self.reading
        if (kind, key) in reading.callers:
            return reading.callers[kind, key]
        part = reading.package.beside(_NOTES[kind][0])
        note = None if part is None else _note(part.root, kind, key)
        if part is None or note is None:
            return ""
        name = str(max(map(int, reading.notes), default=0) + 1)
        reading.callers[kind, key], reading.notes[name] = name, ()  # also when another note is called within
        with reading.at(f"{_NOTES[kind][1]} {name}"):
            reading.notes[name] = _unindented(self._only_words(Walk(reading, part).blocks(note)))
        if not reading.notes[name]:
            reading.callers[kind, key] = ""
            del reading.notes[name]
        return reading.callers[kind, key]

    def _only_words(self, blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
        for leaf in leaves(blocks):
            if isinstance(leaf, Picture):
                self.reading.ledger.leave_out(leaf.name, "IN52")
            else:
                yield leaf

    def _blocks(self, elements: Iterable[Element]) -> Iterator[Block]:
        for child in elements:
            if child.tag == "w:p":
                yield from self._paragraph(child)
            elif child.tag == "w:tbl":
                yield from self._end()
                yield from table_of(self, child)
            elif child.tag == "mc:AlternateContent":
                yield from self._blocks(chosen(child))
            elif child.tag == "w:altChunk":
                self.reading.ledger.leave_out("夹着的文件", "IN51")
            elif child.tag == "w:sdt":
                with self.within_control(child):
                    yield from self._blocks(child)
            elif child.tag in ("w:del", "w:moveFrom"):
                self._list_deleted(child)
            elif child.tag not in _SILENT:
                yield from self._blocks(child)

    def _list_deleted(self, change: Element) -> None:
        self.reading.ledger.leave_out(words_in(change), "IN31")
        self.reading.see(change)

    def _paragraph(self, element: Element) -> Iterator[Block]:
        properties = child_of(element, "w:pPr")
        style = self.reading.styles.of_paragraph(properties)
        self.reading.begin_paragraph(has_words=bool(words_in(element)))
        line = inline.Inline(self, style)
        line.read(element)
        line.close()
        items, self._carried = [*self._carried, *line.items], []
        if _joins_next(properties):
            self._carried = items
        elif items:
            yield from blocks_of(items, self._form(style, properties))

    def _end(self) -> Iterator[Block]:
        """The words of a paragraph whose end was deleted, when no other follows."""
        items, self._carried = self._carried, []
        if items:
            yield from blocks_of(items, self._form(self.reading.styles.of_paragraph(None), None))

    def _form(self, style: ParagraphStyle, properties: Element | None) -> Paragraph:
        """A paragraph of this look and place, without its words."""
        item = self.reading.numbering.item(*style.numbering, style.style)
        is_framed = child_of(properties, "w:framePr") is not None
        look = Look(alignment=style.alignment, style=style.name)
        return Paragraph((), look, style.heading, item, self._is_boxed or is_framed, self.reading.ledger.place)


def _prompts(control: Element) -> bool:
    """Whether a control still shows what should be written in it."""
    prompt = child_of(control, "w:sdtPr/w:showingPlcHdr")
    return prompt is not None and is_on(prompt)


def _joins_next(properties: Element | None) -> bool:
    """Whether a tracked change deletes the end of the paragraph, or it is only the large first letter of the next one."""
    frame = child_of(properties, "w:framePr")
    if frame is not None and frame.get("w:dropCap", "none") != "none":
        return True
    return any(child_of(properties, mark) is not None for mark in ("w:rPr/w:del", "w:rPr/w:moveFrom"))


def _note(root: Element, kind: str, key: str) -> Element | None:
    return next((each for each in children_of(root, f"w:{kind}") if each.get("w:id", "") == key), None)


def _unindented(note: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """Without the blank between the number of a note, which Word prints, and its words."""
    first, *others = (*note, None)
    if first is None or not first.runs:
        return ()
    begin, *rest = first.runs
    return (replace(first, runs=(replace(begin, text=begin.text.lstrip()), *rest)), *filter(None, others))
