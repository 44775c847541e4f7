"""The body of a story as one tree: its HTML parsed, with elements of our own where pictures and attachments stand."""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, TreeBuilder

from plugins.newsroom.body.document import AttachmentSlot, LinkSlot, Part, PhotoSlot

from .material import Material

PHOTOS, ATTACHMENT = "x-photos", "x-attachment"  # their attribute `is` holds indexes
BLOCKS = frozenset(f"p h2 h3 h4 h5 h6 ul ol li dl dt dd div section blockquote pre table hr {PHOTOS}".split())
_VOID = frozenset(("br", "hr", "wbr", "col"))


def tree_of(material: Material) -> Element:
    reader = _Reader()
    reader.feed("".join(_html(part, material) for part in material.story.document.parts))
    return reader.close_tree()


def _html(part: Part, material: Material) -> str:
    if isinstance(part, PhotoSlot):
        return f'<{PHOTOS} is="{" ".join(map(str, part.photos))}"></{PHOTOS}>'
    if isinstance(part, LinkSlot):
        return escape(material.links[part.link])
    if isinstance(part, AttachmentSlot):
        return f'<{ATTACHMENT} is="{part.attachment}">{part.words}</{ATTACHMENT}>'
    return part


class _Reader(HTMLParser):
    """Well-formed HTML in, as `newsroom.body` writes it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._tree = TreeBuilder()
        self._tree.start("body", {})

    def close_tree(self) -> Element:
        self.close()
        self._tree.end("body")
        return self._tree.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._tree.start(tag, {name: value or "" for name, value in attrs})
        if tag in _VOID:
            self._tree.end(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self._tree.end(tag)

    def handle_data(self, data: str) -> None:
        self._tree.data(data)
