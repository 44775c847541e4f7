"""What may be asked of the elements of a Word file without knowing where they stand: their words, and the alternative to read."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

TEXTS = frozenset(("w:t", "a:t", "m:t", "w:delText"))
_CONTENTS = TEXTS | {"a:blip", "v:imagedata", "v:fill", "v:textpath", "c:chart", "dgm:relIds", "o:OLEObject"}


def children_of(parent: Element | None, path: str) -> Iterator[Element]:
    """Those at the end of a path such as w:rPr/w:del, in their order; none without a parent."""
    tag, _, rest = path.partition("/")
    for each in () if parent is None else parent:
        if each.tag == tag:
            yield from children_of(each, rest) if rest else (each,)


def child_of(parent: Element | None, path: str) -> Element | None:
    return next(children_of(parent, path), None)


def within(parent: Element) -> Iterator[Element]:
    """All elements in their order; of several alternatives only the one to be read."""
    waiting = [parent]
    while waiting:
        element = waiting.pop()
        yield element
        waiting.extend(reversed(chosen(element) if element.tag == "mc:AlternateContent" else list(element)))


def chosen(alternatives: Element) -> list[Element]:
    """What stands in the first alternative that holds anything: the newest, then what older programs read.

    Those for Word on the Mac alone are passed over: their pictures are PDF, the others' are not.
    """
    choices = [each for each in children_of(alternatives, "mc:Choice") if each.get("Requires") != "ma"]
    options = [*choices, *children_of(alternatives, "mc:Fallback")]
    best = next((option for option in options if _holds_something(option)), None)
    return [] if best is None else list(best)


def _holds_something(option: Element) -> bool:
    return any(each.tag in _CONTENTS or each.tag.endswith(":chart") for each in option.iter())


def words_in(parent: Element) -> str:
    """All words, whatever they are for, paragraphs and breaks as blanks."""
    said = []
    for each in within(parent):
        if each.tag in TEXTS:
            said.append(each.text or "")
        elif each.tag in ("w:p", "a:p", "w:br", "w:tab"):
            said.append(" ")
    return " ".join("".join(said).split())
