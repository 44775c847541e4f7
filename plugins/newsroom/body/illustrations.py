"""Moves the photos out of running text into slots between blocks, and reads what was written about each.

Whether the files exist, and how photos are laid out, is left to others.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from ..media.attachment import kind_of
from ..text.typography import joins_without_space
from .document import WrittenPhoto
from .galley import Galley, noted
from .joining import join

SLOT = "photo-slot"
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())  # noqa: SIM905 - a heading is never split around a photo
_INLINE = frozenset("a em strong sup del ins".split())  # noqa: SIM905
_CURLY_TITLE = re.compile(r"^(\S.*?)\s*[“”＂‘’](.*)[“”＂‘’\"']$", re.DOTALL)
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|/|\\")
_FULL_WIDTH = re.compile(r"[!！]\[[^\]\n]*\][ ]*（|！\[[^\]\n]*\]\(")

Words = list[str | Element]  # a stretch of running text: strings, and elements without their tails


def lift(root: Element, galley: Galley) -> None:
    """Replace photos by slots, in place: a photo splits its paragraph in two, moves behind its heading, and stays where it is
    in any other block. Photos with no words between them share a slot."""
    if "！[" in galley.source or "]（" in galley.source:
        for match in _FULL_WIDTH.finditer(galley.source):
            galley.report("BD04", galley.place(match.start(), len(match.group())))
    images = tuple(root.iter("img"))
    if not images:
        return
    _report_linked(root, galley)
    indexes = {image: _index(_read(image, galley), galley) for image in images}
    parents = {child: parent for parent in root.iter() for child in parent}
    for block in dict.fromkeys(_block_of(image, parents) for image in images):
        pieces = list(_pieces(block, indexes, galley))
        if block.tag in _HEADINGS:
            pieces = _behind_words(pieces)
        if block.tag in _HEADINGS or block.tag == "p":
            _replace(block, parents[block], pieces, parents)
        else:
            _fill(block, [part for piece in pieces for part in (piece if isinstance(piece, list) else [piece])])


def _report_linked(root: Element, galley: Galley) -> None:
    """Report links that contain photos and no words: clicking a photo enlarges it, so the link target would be unreachable."""
    for link in root.iter("a"):
        if link.find(".//img") is not None and not "".join(link.itertext()).strip():
            written, number = noted(link.get("href") or "")
            start = galley.offsets[number] if number is not None else None
            place = galley.place(start, len(written)) if start is not None else galley.place_of(written)
            galley.report("BD53", place, {"address": written})


def _read(image: Element, galley: Galley) -> WrittenPhoto | None:
    written, number = noted(image.get("src") or "")
    start = galley.offsets[number] if number is not None else None
    caption, credit = (join(noted(image.get(name) or "")[0].strip()) for name in ("alt", "title"))
    return photo(written, start, caption, credit, galley)


def photo(written: str, start: int | None, caption: str, credit: str, galley: Galley) -> WrittenPhoto | None:
    """One photo as written, or None after a finding. start: offset of `written` in the source, if known."""
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
        galley.report("AT17", place, {"file": written})
        return None
    if _ELSEWHERE.match(written) or "\\" in written or file.startswith(("../", "/")) or file == "..":
        galley.report("BD01", place, {"file": written})
        return None
    credit_at = galley.source.find(credit, start) if credit and start is not None else -1
    credit_place = galley.place(credit_at, len(credit)) if credit_at >= 0 else None
    if curly:
        galley.report("BD05", credit_place or place, advice="请把署名两边的引号改成英文双引号。")
    return WrittenPhoto(file, caption, credit, place, credit_place)


def _index(photo: WrittenPhoto | None, galley: Galley) -> int | None:
    """Add a photo to the galley and return its index; None for one that cannot be shown."""
    if photo is None:
        return None
    galley.photos.append(photo)
    return len(galley.photos) - 1


def _block_of(image: Element, parents: dict[Element, Element]) -> Element:
    block = parents[image]
    while block.tag in _INLINE and block in parents:
        block = parents[block]
    return block


def _pieces(block: Element, indexes: dict[Element, int | None], galley: Galley) -> Iterator[Words | Element]:
    """The content of the block in order: words, and slots for the photos between them."""
    photos: list[int] = []
    for piece in _cut(block):
        if isinstance(piece, Element):
            index = indexes[piece]
            photos += [] if index is None else [index]
        elif words := _trimmed(piece):
            if photos:
                yield _slot(photos, galley)
                photos = []
            yield words
    if photos:
        yield _slot(photos, galley)


def _slot(photos: list[int], galley: Galley) -> Element:
    galley.slots.append(tuple(photos))
    return Element(SLOT, {"number": str(len(galley.slots) - 1)})


def _cut(element: Element) -> Iterator[Words | Element]:
    """The words and images of an element in order. Emphasis and links around an image are split in two."""
    words: Words = [element.text or ""]
    for child in element:
        if child.tag == "img":
            yield words
            yield child
            words = []
        elif child.tag in _INLINE and child.find(".//img") is not None:
            for piece in _cut(child):
                if isinstance(piece, Element):
                    yield words
                    yield piece
                    words = []
                elif trimmed := _trimmed(piece):
                    words.append(_fill(Element(child.tag, child.attrib), trimmed))
        else:
            words.append(child)
        words.append(child.tail or "")
    yield words


def _trimmed(words: Words) -> Words:
    """The words without surrounding white space and hard breaks."""
    kept = list(words)
    for end, strip in ((0, str.lstrip), (-1, str.rstrip)):
        while kept:
            word = kept[end]
            if isinstance(word, Element):
                if word.tag != "br":
                    break
            elif word.strip():
                kept[end] = strip(word)
                break
            kept.pop(end)
    return kept


def _fill(element: Element, words: Words) -> Element:
    """The element with its content replaced by these words."""
    element.text = None
    element[:] = []
    for word in words:
        if isinstance(word, Element):
            word.tail = None
            element.append(word)
        elif len(element):
            element[-1].tail = (element[-1].tail or "") + word
        else:
            element.text = (element.text or "") + word
    return element


def _behind_words(pieces: list[Words | Element]) -> list[Words | Element]:
    """The words of a heading as one piece, joined like lines, followed by its photos."""
    together: Words = []
    for words in (piece for piece in pieces if isinstance(piece, list)):
        if together and not joins_without_space(_text(together), _text(words)):
            together.append(" ")
        together += words
    slots = [piece for piece in pieces if isinstance(piece, Element)]
    return [together, *slots] if together else list(slots)


def _text(words: Words) -> str:
    return "".join(word if isinstance(word, str) else "".join(word.itertext()) for word in words)


def _replace(block: Element, parent: Element, pieces: list[Words | Element], parents: dict[Element, Element]) -> None:
    """Replace the block by paragraphs of words with slots between them. Its attributes go to them; its id to the first."""
    attributes, tail = dict(block.attrib), block.tail
    at = list(parent).index(block)
    elements: list[Element] = []
    for piece in pieces:
        if isinstance(piece, list):
            elements.append(_fill(Element(block.tag, attributes), piece))
            attributes.pop("id", None)
        else:
            elements.append(piece)
    parent[at : at + 1] = elements
    if elements:
        elements[-1].tail = tail
    parents.update(dict.fromkeys(elements, parent))
