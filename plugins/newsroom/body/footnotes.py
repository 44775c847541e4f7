"""Finishes the footnotes of a body: stable ids, Chinese ARIA labels, findings for missing and unused notes."""

from __future__ import annotations

import re
import zlib
from xml.etree.ElementTree import Element

from .dialect import Reading
from .galley import Galley
from .headings import likeness

_REFERENCE = re.compile(r"\[\^([^\]\n]*)\](?!\s*:)")
_BACK = "↩\ufe0e"  # the variation selector asks for a text glyph, not a colour emoji


def settle(reading: Reading, galley: Galley) -> None:
    """Order, rename and label the footnotes of a tree in place; report references without a note, and unreferenced notes."""
    if reading.footnotes:
        notes = next((div for div in reading.root.iter("div") if div.get("class") == "footnote"), None)
        if notes is not None:
            _set_notes(notes, reading)
        for element in reading.root.iter():
            if element.tag == "sup" and (element.get("id") or "").startswith("fnref"):
                _set_reference(element)
        for label in reading.footnotes:
            if label not in reading.referred:
                galley.report("BD21", galley.place_of(f"[^{label}]"), {"label": label})
    if "[^" in galley.source:
        _report_missing(reading, galley)
    galley.anchors.update(
        element.get("id", "") for element in reading.root.iter() if _is_ours(element) and element.get("id")
    )


def _is_ours(element: Element) -> bool:
    return element.tag in ("sup", "li") and (element.get("id") or "").startswith(("fn-", "fnref"))


def identifier(label: str) -> str:
    """The part of an id derived from a note's label: the label itself, or a stable slug of it that is valid in an id."""
    safe = likeness(label)
    return safe if safe and safe == label else f"{safe}-{zlib.crc32(label.encode()):08x}".lstrip("-")


def _renamed(name: str) -> str:
    """Turn Markdown's `fn:LABEL`, `fnref:LABEL` or `fnref2:LABEL` into the id that we print."""
    kind, _, label = name.partition(":")
    return f"{kind}-{identifier(label)}"


def _set_notes(notes: Element, reading: Reading) -> None:
    notes.tag = "section"
    notes.set("role", "doc-endnotes")
    notes.set("aria-label", "注释")
    items = notes.find("ol")
    if items is None:
        return
    rank = {f"fn:{label}": index for index, label in enumerate(reading.footnotes)}
    items[:] = sorted(items, key=lambda item: rank.get(item.get("id") or "", len(rank)))
    for item in items:
        label = (item.get("id") or "").partition(":")[2]
        item.set("id", _renamed(item.get("id") or ""))
        _set_ways_back(item, label in reading.referred)


def _set_ways_back(item: Element, is_referred: bool) -> None:
    for parent in tuple(item.iter()):
        for link in [child for child in parent if child.get("class") == "footnote-backref"]:
            if not is_referred:
                parent.remove(link)
                continue
            link.set("href", "#" + _renamed((link.get("href") or "#").removeprefix("#")))
            link.attrib.pop("title", None)
            link.set("aria-label", "回到正文")
            link.text = _BACK


def _set_reference(element: Element) -> None:
    element.set("id", _renamed(element.get("id") or ""))
    for link in element.iter("a"):
        link.set("href", "#" + _renamed((link.get("href") or "#").removeprefix("#")))
        link.set("role", "doc-noteref")
        link.set("aria-label", f"注释 {link.text}")


def _report_missing(reading: Reading, galley: Galley) -> None:
    words = "\n".join(text for element in reading.root.iter() if element.tag != "code" for text in _own(element))
    for match in _REFERENCE.finditer(galley.source):
        if match.group() in words:
            galley.report("BD20", galley.place(match.start(), len(match.group())), {"label": match.group(1)})


def _own(element: Element) -> tuple[str, ...]:
    tails = (child.tail or "" for child in element)
    return (element.text or "", *tails)
