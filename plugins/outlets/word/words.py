"""Words within one paragraph: runs with their look, links, breaks, and calls of notes. Blocks are left to `blocks`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.xmlchemy import BaseOxmlElement

from .markup import ATTACHMENT, BLOCKS
from .parts import element

_BLANKS = re.compile(r"[ \t\r\n]+")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # no XML 1.0 file can hold them
_LOOKS = {
    **dict.fromkeys(("strong", "b", "th"), ("w:b", "1")),
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), ("w:i", "1")),
    **dict.fromkeys(("del", "s"), ("w:strike", "1")),
    **dict.fromkeys(("u", "ins"), ("w:u", "single")),
    "mark": ("w:highlight", "yellow"),
    "sub": ("w:vertAlign", "subscript"),
    "sup": ("w:vertAlign", "superscript"),
}
_ORDER = ("w:rStyle", "w:b", "w:i", "w:strike", "w:highlight", "w:u", "w:vertAlign")  # as the schema wants it


@dataclass(frozen=True, slots=True)
class Look:
    """properties: of runs, by tag."""

    properties: tuple[tuple[str, str], ...] = ()
    keeps_blanks: bool = False

    def with_tag(self, tag: str) -> Look:
        kept = replace(self, keeps_blanks=self.keeps_blanks or tag == "pre")
        return replace(kept, properties=(*kept.properties, _LOOKS[tag])) if tag in _LOOKS else kept

    def with_style(self, style: str) -> Look:
        return replace(self, properties=(*self.properties, ("w:rStyle", style)))


@dataclass(frozen=True)
class Inline:
    """Writes what stands within the paragraphs of one part of the file.

    part: holds the addresses of links; call: makes the number of a note from its id, None where no note is called;
    attached: what a link to an attachment says beside its words.
    """

    part: Part
    call: Callable[[str], BaseOxmlElement | None]
    attached: Callable[[int, str], str]

    def write(self, parent: BaseOxmlElement, source: Element, look: Look = Look()) -> None:
        """All words of `source`, none of blocks inside it."""
        self.say(parent, source.text or "", look)
        for child in source:
            if child.tag not in BLOCKS:
                self._child(parent, child, look)
            self.say(parent, child.tail or "", look)

    def say(self, parent: BaseOxmlElement, text: str, look: Look = Look()) -> None:
        shown = _CONTROLS.sub("", text)
        if look.keeps_blanks:
            for number, line in enumerate(shown.split("\n")):
                if number:
                    parent.append(run(look, element("w:br")))
                self._append(parent, line, look)
        else:
            self._append(parent, _BLANKS.sub(" ", shown), look)

    def _append(self, parent: BaseOxmlElement, text: str, look: Look) -> None:
        is_at_edge = not any(each.tag.endswith(("}r", "}hyperlink")) for each in parent)
        text = text.lstrip(" ") if is_at_edge and not look.keeps_blanks else text
        if text:
            words = element("w:t")
            words.text = text
            words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            parent.append(run(look, words))

    def _child(self, parent: BaseOxmlElement, child: Element, look: Look) -> None:
        called = self.call(child[0].get("href", "")) if child.tag == "sup" and len(child) else None
        if called is not None:
            parent.append(called)
        elif child.tag == "br":
            parent.append(run(look, element("w:br")))
        elif child.tag == "a" and child.get("href"):
            self._link(parent, child, look)
        elif child.tag == ATTACHMENT:
            self.write(parent, child, look)
            self.say(parent, self.attached(int(child.get("is", "")), "".join(child.itertext())), look)
        elif child.tag not in ("rp", "wbr"):
            self._read(parent, child, look)

    def _read(self, parent: BaseOxmlElement, child: Element, look: Look) -> None:
        """Anything else; the reading of a rare character stands after it in brackets."""
        marks = ("（", "）") if child.tag == "rt" else ("", "")
        self.say(parent, marks[0], look)
        self.write(parent, child, look.with_tag(child.tag))
        self.say(parent, marks[1], look)

    def _link(self, parent: BaseOxmlElement, child: Element, look: Look) -> None:
        address = child.get("href", "")
        if child.get("class") == "footnote-backref":
            return
        if address.startswith("#"):
            self.write(parent, child, look)
            return
        link = element(
            "w:hyperlink", **{"r:id": self.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)}
        )
        self.write(link, child, look.with_style("Hyperlink"))
        parent.append(link)


def run(look: Look, *contents: BaseOxmlElement) -> BaseOxmlElement:
    """A w:r."""
    made = element("w:r")
    if look.properties:
        properties = dict(look.properties)
        made.append(
            element("w:rPr", *(element(tag, **{"w:val": properties[tag]}) for tag in _ORDER if tag in properties))
        )
    for each in contents:
        made.append(each)
    return made
