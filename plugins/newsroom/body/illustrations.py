"""Lifts the photos out of the text: what was written about each, and a place of its own beside the paragraph it stood in.

Whether the files are there, and how photos are set, is left to others.
"""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote
from xml.etree.ElementTree import Element, SubElement

from ..attachment import kind_of
from ..document import WrittenPhoto
from ..typography import joins_without_space
from .galley import Galley, noted
from .joining import join

SLOT = "photo-slot"
_CONTAINERS = frozenset("p h1 h2 h3 h4 h5 h6".split())  # noqa: SIM905 - a slot stands behind these, and inside all other blocks
_INLINE = frozenset("a em strong sup".split())  # noqa: SIM905
_CURLY_TITLE = re.compile(r"^(\S.*?)\s*[“”＂‘’](.*)[“”＂‘’\"']$", re.DOTALL)
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|/|\\")
_FULL_WIDTH = re.compile(r"[!！]\[[^\]\n]*\][ ]*（|！\[[^\]\n]*\]\(")


def lift(root: Element, galley: Galley) -> None:
    """Put slots for the photos of each paragraph, heading, cell or item behind (or into) it, in place."""
    if "！[" in galley.source or "]（" in galley.source:
        for match in _FULL_WIDTH.finditer(galley.source):
            galley.report("BD04", galley.place(match.start(), len(match.group())))
    if not any(True for _ in root.iter("img")):
        return
    parents = {child: parent for parent in root.iter() for child in parent}
    slots: dict[Element, Element] = {}
    for image in tuple(root.iter("img")):
        photo = _read(image, galley)
        block = _take_out(image, parents)
        if photo is None:
            continue
        slot = slots.get(block)
        if slot is None:
            slot = slots[block] = _slot_beside(block, parents)
            slot.set("number", str(len(galley.slots)))
            galley.slots.append(())
        number = int(slot.get("number") or 0)
        galley.slots[number] = (*galley.slots[number], len(galley.photos))
        galley.photos.append(photo)
    _drop_empty(parents)


def _read(image: Element, galley: Galley) -> WrittenPhoto | None:
    written, number = noted(image.get("src") or "")
    start = galley.offsets[number] if number is not None else None
    caption, credit = (join(noted(image.get(name) or "")[0].strip()) for name in ("alt", "title"))
    return photo(written, start, caption, credit, galley)


def photo(written: str, start: int | None, caption: str, credit: str, galley: Galley) -> WrittenPhoto | None:
    """What was written about one photo, or None after a finding. start: offset of `written` in the source, if known."""
    curly = None if credit else _CURLY_TITLE.match(written)
    if curly:
        written, credit = curly.group(1).strip(), curly.group(2).strip()
    place = galley.place(start, len(written)) if start is not None else galley.place_of(written)
    file = posixpath.normpath(unquote(written)) if written else ""
    if not file or file == ".":
        galley.report("BD02", place)
        return None
    kind = kind_of(file)
    if kind and kind.is_played:
        galley.report("AT17", place, file=written)
        return None
    if _ELSEWHERE.match(written) or "\\" in written or file.startswith(("../", "/")) or file == "..":
        galley.report("BD01", place, file=written)
        return None
    credit_at = galley.source.find(credit, start) if credit and start is not None else -1
    credit_place = galley.place(credit_at, len(credit)) if credit_at >= 0 else None
    if curly:
        galley.report("BD05", credit_place or place)
    return WrittenPhoto(file, caption, credit, place, credit_place)


def _take_out(image: Element, parents: dict[Element, Element]) -> Element:
    """Remove an image, and the emphasis or link that held nothing else; returns the block it stood in."""
    element, parent = image, parents[image]
    _remove(parent, element)
    while parent.tag in _INLINE and not len(parent) and not (parent.text or "").strip():
        element, parent = parent, parents[parent]
        _remove(parent, element)
    while parent.tag in _INLINE and parent in parents:
        parent = parents[parent]
    return parent


def _remove(parent: Element, child: Element) -> None:
    """Remove a child but not the text behind it; the words on both sides meet as lines do."""
    index = list(parent).index(child)
    before = (parent[index - 1].tail if index else parent.text) or ""
    after = child.tail or ""
    if before[-1:].isspace() or after[:1].isspace():
        before, after = before.rstrip(), after.lstrip()
        is_start = not before and not index
        before += "" if is_start or joins_without_space(before, after) else " "
    if index:
        parent[index - 1].tail = before + after
    else:
        parent.text = before + after
    parent.remove(child)


def _slot_beside(block: Element, parents: dict[Element, Element]) -> Element:
    """A new slot behind a paragraph or heading, or at the end of any other block."""
    if block.tag not in _CONTAINERS:
        return SubElement(block, SLOT)
    slot, parent = Element(SLOT), parents[block]
    slot.tail, block.tail = block.tail, None
    parent.insert(list(parent).index(block) + 1, slot)
    parents[slot] = parent
    return slot


def _drop_empty(parents: dict[Element, Element]) -> None:
    """Remove the paragraphs and headings that held nothing but photos."""
    for block, parent in parents.items():
        if block.tag in _CONTAINERS and not "".join(block.itertext()).strip() and all(e.tag == "br" for e in block):
            _remove(parent, block)
