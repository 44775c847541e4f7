"""How words look by the styles of a Word file: size, weight, alignment, heading, list, each inherited (ECMA-376 part 1, 17.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from xml.etree.ElementTree import Element

from plugins.newsroom.submission.tree import Alignment

from .elements import child_of, children_of

_HEADING = re.compile(r"(?:heading|标题|標題|样式 标题|überschrift|titre|título)\s*([1-9])(?!\d)", re.IGNORECASE)
_ALIGNMENTS: dict[str, Alignment] = {
    "left": "left",
    "start": "left",
    "center": "center",
    "right": "right",
    "end": "right",
    "both": "justify",
    "distribute": "justify",
}
_PROMPTS = frozenset(("placeholder text", "占位符文本"))
_OFF = frozenset(("0", "false", "off", "none"))
_USUAL_SIZE = 10.0  # points, where nothing says any (17.3.2.38)
_DEEPEST_HEADING = 6
_MOST_ANCESTORS = 20  # a style based on itself ends here


@dataclass(frozen=True)
class Style:
    """A style of the file. name: as its user sees it; runs, paragraphs: what it says of each, if anything."""

    name: str
    parent: str
    runs: Element | None
    paragraphs: Element | None


class Styles:
    """root: of the part of styles; None for a file without any."""

    def __init__(self, root: Element | None) -> None:
        rows = list(children_of(root, "w:style"))
        self._styles = {row.get("w:styleId", ""): _style(row) for row in rows}
        self._usual = _usual(rows)
        self._defaults = child_of(root, "w:docDefaults/w:rPrDefault/w:rPr")
        self._paragraph_defaults = child_of(root, "w:docDefaults/w:pPrDefault/w:pPr")

    def of_paragraph(self, properties: Element | None) -> ParagraphStyle:
        style = value(properties, "w:pStyle") or self._usual
        return ParagraphStyle(self, properties, style)

    def is_prompt(self, style: str) -> bool:
        """Whether this style marks the words in a control that tell what to write there."""
        return style in self._styles and self._styles[style].name.lower() in _PROMPTS

    def ancestry(self, style: str) -> Iterator[Style]:
        """The style and those it is based on, nearest first."""
        for _ in range(_MOST_ANCESTORS):
            found = self._styles.get(style)
            if found is None:
                return
            yield found
            style = found.parent

    def own_run_layers(self, style: str) -> list[Element]:
        """What a style and those it is based on say of runs, nearest first."""
        return [each.runs for each in self.ancestry(style) if each.runs is not None]

    def run_layers(self, paragraph_style: str) -> list[Element]:
        """All that is said of the runs of such a paragraph, the file's defaults last."""
        return self.own_run_layers(paragraph_style) + ([] if self._defaults is None else [self._defaults])

    def paragraph_layers(self, style: str) -> list[Element]:
        layers = [each.paragraphs for each in self.ancestry(style)] + [self._paragraph_defaults]
        return [layer for layer in layers if layer is not None]


class ParagraphStyle:
    """How one paragraph and its runs look."""

    def __init__(self, styles: Styles, properties: Element | None, style: str) -> None:
        own = [] if properties is None else [properties]
        self._styles, self._style = styles, style
        self._layers = own + styles.paragraph_layers(style)
        self._run_layers = styles.run_layers(style)

    @property
    def style(self) -> str:
        return self._style

    @cached_property
    def name(self) -> str:
        return next((style.name for style in self._styles.ancestry(self._style)), "")

    @cached_property
    def alignment(self) -> Alignment:
        return _ALIGNMENTS.get(_first(self._layers, "w:jc"), "")

    @cached_property
    def heading(self) -> int:
        """1 to 6 by the outline level or the name of a style, 0 for none."""
        level = _first(self._layers, "w:outlineLvl")
        if level.isdecimal():
            return min(int(level) + 1, _DEEPEST_HEADING) if int(level) < 9 else 0
        names = (_HEADING.fullmatch(style.name.strip()) for style in self._styles.ancestry(self._style))
        return next((min(int(match[1]), _DEEPEST_HEADING) for match in names if match), 0)

    @cached_property
    def numbering(self) -> tuple[str, str]:
        """(id, level) of the list, "" where nothing is said."""
        found = [child_of(layer, "w:numPr") for layer in self._layers]
        number = next((each for row in found if (each := value(row, "w:numId"))), "")
        return number, next((each for row in found if (each := value(row, "w:ilvl"))), "")

    def of_run(self, properties: Element | None) -> RunStyle:
        own = [] if properties is None else [properties]
        return RunStyle(own + self._styles.own_run_layers(value(properties, "w:rStyle")) + self._run_layers)


@dataclass(frozen=True)
class RunStyle:
    """layers: all that is said of a run, nearest first."""

    layers: list[Element]

    @property
    def size(self) -> float:
        """In points."""
        written = _first(self.layers, "w:sz")
        return float(written) / 2 if re.fullmatch(r"\d+(?:\.\d+)?", written) else _USUAL_SIZE

    @property
    def position(self) -> str:
        return _first(self.layers, "w:vertAlign")

    def has(self, tag: str) -> bool:
        """Whether a toggle such as w:b is on: the nearest that says anything decides."""
        return next((is_on(found) for layer in self.layers if (found := child_of(layer, tag)) is not None), False)


def is_on(toggle: Element) -> bool:
    return toggle.get("w:val", "true").lower() not in _OFF


def value(parent: Element | None, tag: str) -> str:
    """The w:val of a child, "" for none."""
    found = child_of(parent, tag)
    return "" if found is None else found.get("w:val", "")


def _first(layers: list[Element], tag: str) -> str:
    return next((found for layer in layers if (found := value(layer, tag))), "")


def _style(row: Element) -> Style:
    return Style(value(row, "w:name"), value(row, "w:basedOn"), child_of(row, "w:rPr"), child_of(row, "w:pPr"))


def _usual(rows: list[Element]) -> str:
    """The style of paragraphs that name none."""
    usual = (row for row in rows if row.get("w:type") == "paragraph" and row.get("w:default", "0").lower() not in _OFF)
    return next((row.get("w:styleId", "") for row in usual), "")
