"""Sets the levels and ids of a body's headings, and collects the ids that one can link to.

A heading's id consists of its own words: `## 商都遗址` is #商都遗址. So an editor can write the fragment without looking it
up, it does not depend on a pinyin table, and headings that sound alike do not clash. It does not depend on other headings,
except where the same words occur again: the first keeps them, a later one is prefixed with the heading above it
(#企业服务-整改措施), and only then numbered.
"""

from __future__ import annotations

import re
from unicodedata import normalize
from xml.etree.ElementTree import Element

from . import marks
from .document import Heading
from .galley import Galley

TAGS = ("h1", "h2", "h3", "h4", "h5", "h6")
TOP = 2  # h1 is the story's headline
# Ids used by the page around the body.
_PAGE_IDENTIFIERS = frozenset(
    {"main", "headline", "corrections", "corrections-heading", "withdrawal", "related", "search-foot"}
)
_RESERVED_PREFIXES = ("fn-", "fnref", "headline-")  # used by footnotes and by the headlines of other stories
_PHOTO_OR_LINK = re.compile(r"\]\(")
_BLANKS = " \t\n\u3000\xa0"
_LONGEST_MARKS = 20  # characters of markup around a headline
_NOT_IN_IDENTIFIER = re.compile(r"\W+")


def settle(root: Element, galley: Galley) -> None:
    """Set levels and ids in place, and collect headings and anchors."""
    headings = [element for element in root.iter() if element.tag in TAGS]
    levels = below_headline([int(heading.tag[1]) for heading in headings])
    for heading, level in zip(headings, levels, strict=True):
        heading.tag = f"h{level}"
    _settle_written(root, galley)
    written = [
        Heading(level, words_of(heading), heading.get("id") or "")
        for heading, level in zip(headings, levels, strict=True)
    ]
    galley.headings = named(written, galley.anchors)
    for heading, value in zip(headings, galley.headings, strict=True):
        heading.set("id", value.identifier)


def below_headline(levels: list[int]) -> list[int]:
    """The levels of all headings of a body, shifted so that the highest is TOP and none skips a level after its predecessor."""
    shift = TOP - min(levels, default=TOP)
    shifted: list[int] = []
    above: list[int] = []  # the written levels of the headings that enclose the current one
    for level in levels:
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        shifted.append(min(6, level + shift, TOP - 1 + len(above)))
    return shifted


def skips(levels: list[int]) -> list[int]:
    """Indexes of the headings whose written level is more than one below that of the previous heading."""
    return [index for index in range(1, len(levels)) if levels[index] > levels[index - 1] + 1]


def repeated_headline(body: str, title: str) -> tuple[int, int] | None:
    """Where a body begins by repeating its story's headline: offset and length of that line, including an underline."""
    written = body.lstrip(_BLANKS)
    first, _, rest = written.partition("\n")
    if len(first) > len(title) + _LONGEST_MARKS or _PHOTO_OR_LINK.search(first) or not likeness(title):
        return None
    if likeness(first) != likeness(title):
        return None
    below = rest.partition("\n")[0]
    is_underlined = bool(below.strip(_BLANKS)) and not below.strip(_BLANKS + "=-")
    return len(body) - len(written), len(first) + (len(below) + 1 if is_underlined else 0)


def words_of(element: Element) -> str:
    """The plain text inside an element, without footnote numbers."""
    return marks.only_text("".join(_words(element))).strip()


def _words(element: Element) -> list[str]:
    pieces = [element.text or ""]
    for child in element:
        if child.tag != "sup":
            pieces += _words(child)
        pieces.append(child.tail or "")
    return pieces


def likeness(words: str) -> str:
    """Words as an id: letters, digits and `_` of any script unchanged, everything else a hyphen. Idempotent."""
    return _NOT_IN_IDENTIFIER.sub("-", normalize("NFC", words)).strip("-")


def _settle_written(root: Element, galley: Galley) -> None:
    """Keep the valid ids that editors wrote; report and remove the others."""
    for element in root.iter():
        written = element.get("id")
        if written is None or (element.tag in ("sup", "li") and written in galley.anchors):
            continue
        identifier = normalize("NFC", written)
        first = galley.source.find("#" + written)
        if not may_be_written(identifier):
            galley.report("BD18", galley.place_of("#" + written), {"identifier": written})
        elif identifier in galley.anchors:
            galley.report("BD19", galley.place_of("#" + written, first + 1), {"identifier": written})
        else:
            galley.anchors.add(identifier)
            element.set("id", identifier)
            continue
        del element.attrib["id"]


def may_be_written(identifier: str) -> bool:
    """Whether an editor may give this id to a part of the body."""
    return bool(identifier) and identifier == likeness(identifier) and not _is_reserved(identifier)


def _is_reserved(identifier: str) -> bool:
    return identifier in _PAGE_IDENTIFIERS or identifier.startswith(_RESERVED_PREFIXES)


def named(headings: list[Heading], anchors: set[str]) -> list[Heading]:
    """The same headings, each one without an id given a new one that is not among `anchors`; it is added there."""
    named: list[Heading] = []
    counted: dict[str, int] = {}
    above: list[tuple[int, str]] = []  # level and slug of the headings that enclose the current one
    for heading in headings:
        own = likeness(heading.text) or "h"
        if _is_reserved(own):
            own = f"h-{own}"
        above = [(level, name) for level, name in above if level < heading.level]
        identifier = heading.identifier
        if not identifier:
            identifier = _free(own, above[-1][1] if above else "", anchors, counted)
            anchors.add(identifier)
        above.append((heading.level, own))
        named.append(Heading(heading.level, heading.text, identifier))
    return named


def _free(own: str, parent: str, anchors: set[str], counted: dict[str, int]) -> str:
    """An id that is not among `anchors`. counted: the highest number given so far, by the id that it is appended to."""
    qualified = f"{parent}-{own}" if parent else own
    for name in (own, qualified):
        if name not in anchors:
            return name
    number = counted.get(qualified, 1) + 1
    while f"{qualified}-{number}" in anchors:
        number += 1
    counted[qualified] = number
    return f"{qualified}-{number}"
