"""Notes: each becomes a footnote of Word where it is first called; a later call repeats its number."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from docx.oxml.xmlchemy import BaseOxmlElement

from .parts import Notes, element
from .words import Inline, Look, run

_NUMBER = Look((("w:rStyle", "FootnoteReference"),))


class NoteCalls:
    """body: of the story; notes: of the file."""

    def __init__(self, body: Element, notes: Notes) -> None:
        self._sources = {f"#{item.get('id', '')}": item for item in _notes(body)}
        self._notes = notes
        self._made: dict[str, str] = {}

    def call(self, address: str) -> BaseOxmlElement | None:
        """The number in the text of the note at `address`, None where there is no such note."""
        source = self._sources.get(address)
        if source is None:
            return None
        if address in self._made:
            words = element("w:t")
            words.text = self._made[address]
            return run(_NUMBER, words)
        key, note = self._notes.add()
        self._made[address] = key
        inline = Inline(self._notes.part, _no_note, _no_words)
        for number, paragraph in enumerate(_paragraphs(source)):
            note.append(_written(inline, paragraph, is_first=number == 0))
        return run(_NUMBER, element("w:footnoteReference", **{"w:id": key}))


def _written(inline: Inline, source: Element, *, is_first: bool) -> BaseOxmlElement:
    made = element("w:p", element("w:pPr", element("w:pStyle", **{"w:val": "FootnoteText"})))
    if is_first:
        made.append(run(_NUMBER, element("w:footnoteRef")))
        inline.say(made, " ")
    inline.write(made, source)
    return made


def _paragraphs(source: Element) -> list[Element]:
    return list(source.iter("p")) or [source]


def _notes(body: Element) -> Iterator[Element]:
    for section in body.iter("section"):
        if section.get("class") == "footnote":
            yield from section.iter("li")


def _no_note(_address: str) -> None:
    return None


def _no_words(_attachment: int, _words: str) -> str:
    return ""
