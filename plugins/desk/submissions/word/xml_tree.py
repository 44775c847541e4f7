"""Parses a part of a Word file into elements with short names, w:p or r:id, and refuses what no word processor writes.

What the elements mean is left to others. No entity is ever declared, nothing outside the file is ever opened.
"""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

_MOST_ELEMENTS = 600_000  # of one file; a report of 300 pages full of tables has 450,000
_DEEPEST = 150  # elements within elements; the walk through them is recursive
_OPEN = "http://schemas.openxmlformats.org"
_STRICT = "http://purl.oclc.org/ooxml"  # ISO/IEC 29500 strict, the same names elsewhere
_BOTH = {
    "w": "wordprocessingml%s/main",
    "wp": "drawingml%s/wordprocessingDrawing",
    "a": "drawingml%s/main",
    "pic": "drawingml%s/picture",
    "c": "drawingml%s/chart",
    "dgm": "drawingml%s/diagram",
    "r": "officeDocument%s/relationships",
    "m": "officeDocument%s/math",
}
_PREFIXES = {
    **{f"{_OPEN}/{path % '/2006'}": prefix for prefix, path in _BOTH.items()},
    **{f"{_STRICT}/{path % ''}": prefix for prefix, path in _BOTH.items()},
    f"{_OPEN}/package/2006/relationships": "rel",
    f"{_OPEN}/package/2006/content-types": "type",
    f"{_OPEN}/package/2006/metadata/core-properties": "cp",
    f"{_OPEN}/markup-compatibility/2006": "mc",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
}
_LOOKS = (
    "proofErr lastRenderedPageBreak bookmarkStart bookmarkEnd lang rFonts noProof color kern szCs spacing"
    " rPrChange pPrChange tblPrChange tcPrChange trPrChange sectPrChange"
)
_NOISE = frozenset(f"w:{name}" for name in _LOOKS.split())


class Forbidden(Exception):
    """The part declares entities, or a document type."""


class Oversized(Exception):
    """The file has more elements than any story, or they are nested deeper."""


class Malformed(Exception):
    """The part is not XML."""


@dataclass
class Budget:
    """How many elements may still be read."""

    elements: int = _MOST_ELEMENTS


def parse(data: bytes, budget: Budget) -> Element:
    """The root element. Raises Forbidden, Oversized, Malformed.

    Elements that only say how words look, in ways that nobody asks for, are left out, as are the former looks of tracked
    changes.
    """
    if data.count(b"</") + data.count(b"/>") > budget.elements:  # known before memory is spent on them
        raise Oversized
    parsing = _Parsing(budget)
    try:
        parsing.parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError) as error:  # LookupError: an encoding that nobody knows
        raise Malformed from error
    return parsing.builder.close()


class _Names(dict[str, str]):
    """w:p for expat's “namespace p”; ?:p in a namespace that nobody asks for, p in none."""

    def __missing__(self, name: str) -> str:
        namespace, _, local = name.rpartition(" ")
        self[name] = f"{_PREFIXES.get(namespace, '?')}:{local}" if namespace else local
        return self[name]


class _Parsing:
    """One run of expat, which calls these methods."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self.builder = TreeBuilder()
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self.builder.data
        self.parser.StartDoctypeDeclHandler = _refuse
        self._names = _Names()
        self._depth = self._muted = 0

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        names = self._names
        self._budget.elements -= 1
        self._depth += 1
        if self._budget.elements < 0 or self._depth > _DEEPEST:
            raise Oversized
        if self._muted or names[name] in _NOISE:
            self._muted += 1
        elif attributes:
            self.builder.start(names[name], {names[key]: value for key, value in attributes.items()})
        else:
            self.builder.start(names[name], attributes)

    def _end(self, name: str) -> None:
        self._depth -= 1
        if self._muted:
            self._muted -= 1
        else:
            self.builder.end(self._names[name])


def _refuse(name: str, system: str | None, public: str | None, has_subset: int) -> None:
    raise Forbidden
