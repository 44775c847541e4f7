"""Reads what is drawn in a Word file: pictures, text boxes, word art; charts, diagrams and objects are listed with their words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol
from xml.etree.ElementTree import Element

from plugins.newsroom.submission.alternatives import as_written
from plugins.newsroom.submission.tree import Block, Paragraph, Picture, Run

from .elements import child_of, children_of, chosen, words_in
from .lines import Beside, Item
from .package import Part
from .pictures import Absent
from .reading import Reading


class Walk(Protocol):
    """What the reader of drawings asks of the reader of blocks."""

    part: Part
    reading: Reading

    def boxed(self, parent: Element) -> tuple[Block, ...]:
        """The blocks of a text box."""


@dataclass(frozen=True)
class _Frame:
    """What holds for all within a drawing. descriptions: of its pictures, nearest first; is_preview: its picture only shows
    an object that is listed itself."""

    is_floating: bool = False
    descriptions: tuple[str, ...] = ()
    is_preview: bool = False


def items_of(walk: Walk, drawing: Element) -> Iterator[Item]:
    """What is drawn, in its order. drawing: a w:drawing, w:pict or w:object."""
    embedded = child_of(drawing, "o:OLEObject")
    if embedded is not None:
        what = embedded.get("ProgID") or "别的程序"
        walk.reading.ledger.leave_out(words_in(drawing) or what, "IN39", what=f"插入的对象（{what}）")
    yield from _within(walk, drawing, _Frame(is_preview=embedded is not None))


def _within(walk: Walk, parent: Element, frame: _Frame) -> Iterator[Item]:
    for child in chosen(parent) if parent.tag == "mc:AlternateContent" else parent:
        if child.tag in ("a:blip", "v:imagedata", "v:fill"):
            yield from _picture(walk, child, parent, frame)
        elif child.tag == "w:txbxContent":
            yield Beside(walk.boxed(child))
        elif child.tag in ("a:p", "v:textpath"):
            yield from _lettering(walk, child)
        elif child.tag == "dgm:relIds" or child.tag.endswith(":chart"):
            _list_figure(walk, child)
        else:
            yield from _within(walk, child, _framed(child, frame))


def _framed(element: Element, frame: _Frame) -> _Frame:
    """The frame of what is in `element`."""
    if element.tag in ("wp:inline", "wp:anchor"):
        frame = replace(frame, is_floating=element.tag == "wp:anchor")
    elif element.tag.startswith("v:"):
        floats = "position:absolute" in element.get("style", "").replace(" ", "")
        frame = replace(frame, is_floating=frame.is_floating or floats)
    own = [element, *children_of(element, "wp:docPr"), *children_of(element, "pic:nvPicPr/pic:cNvPr")]
    found = [each.get(key, "") for each in own for key in ("descr", "alt", "o:title", "title")]
    return replace(frame, descriptions=(*filter(None, found), *frame.descriptions))


def _picture(walk: Walk, image: Element, parent: Element, frame: _Frame) -> Iterator[Picture]:
    key = next((key for key in ("r:embed", "r:id", "o:relid", "r:link", "r:href") if image.get(key)), "")
    if not key or (image.tag == "v:fill" and image.get("type") not in ("frame", "tile", "pattern")):
        return
    reading = walk.reading
    found = reading.pictures.find(walk.part, image.get(key, ""))
    if isinstance(found, Absent):
        if not frame.is_preview:
            reading.ledger.leave_out(found.name, found.code, **found.values)
        return
    name, data = reading.pictures.take(found)
    if _is_cropped(image, parent):
        reading.ledger.doubt("IN43", name=name)
    described = (as_written(each) for each in (image.get("o:title", ""), *frame.descriptions))
    alternative = next(filter(None, described), "")
    yield Picture(name, data, alternative, frame.is_floating, reading.ledger.place)


def _is_cropped(image: Element, parent: Element) -> bool:
    cuts = child_of(parent, "a:srcRect") if image.tag == "a:blip" else image
    keys = ("l", "t", "r", "b") if image.tag == "a:blip" else ("cropleft", "croptop", "cropright", "cropbottom")
    return cuts is not None and any(cuts.get(key, "0") not in ("0", "") for key in keys)


def _lettering(walk: Walk, drawn: Element) -> Iterator[Beside]:
    """Words that are drawn: word art, labels of shapes."""
    words = drawn.get("string", "") if drawn.tag == "v:textpath" else words_in(drawn)
    if words.strip():
        yield Beside((Paragraph((Run(words.strip()),), is_boxed=True, place=walk.reading.ledger.place),))


def _list_figure(walk: Walk, figure: Element) -> None:
    """A chart or a diagram: its words are in a part of its own."""
    is_chart = figure.tag != "dgm:relIds"
    relation = walk.part.relations.get(figure.get("r:id" if is_chart else "r:dm", ""))
    part = walk.reading.package.part(relation.target) if relation and not relation.is_outside else None
    labels = [] if part is None else [each.text or "" for each in part.root.iter() if each.tag in ("a:t", "c:v")]
    what = "图表" if is_chart else "示意图（SmartArt）"
    walk.reading.ledger.leave_out("、".join(filter(str.strip, labels)) or what, "IN39", what=what)
