"""How an element makes its text look: by its tag, its attributes and its inline style. Style sheets are not read."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from plugins.newsroom.submission.tree import Alignment, ListItem, Run

from .html_tree import Node

_POINTS = {"pt": 1.0, "px": 0.75, "in": 72.0, "cm": 28.35, "mm": 2.835}
_SIZE = re.compile(r"([\d.]{1,8})\s*(pt|px|in|cm|mm|r?em|%)", re.IGNORECASE)
_FONT_SIZES = {"1": 7.5, "2": 10.0, "3": 12.0, "4": 13.5, "5": 18.0, "6": 24.0, "7": 36.0}  # HTML, 15.3.3, in points
_HEADING_SIZES = {1: 24.0, 2: 18.0, 3: 14.0}  # HTML, 15.3.7, in points
_ALIGNMENTS: dict[str, Alignment] = {
    "left": "left",
    "start": "left",
    "center": "center",
    "-webkit-center": "center",
    "right": "right",
    "end": "right",
    "justify": "justify",
}
_LINK = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)


_EMPTY = Run("")


@dataclass(frozen=True, slots=True)
class Style:
    """What an element passes on to the text inside. size: in points, 0 when unknown; run: a run without text."""

    run: Run = _EMPTY
    size: float = 0
    alignment: Alignment = ""
    heading: int = 0
    item: ListItem | None = None
    name: str = ""
    is_spaced: bool = False  # blanks and line breaks count


PLAIN = Style()


def declarations(node: Node) -> dict[str, str]:
    """The inline style by property, in small letters."""
    pairs = (each.partition(":") for each in node.get("style").split(";"))
    return {name.strip().lower(): value.strip().lower() for name, _, value in pairs if value.strip()}


def is_hidden(node: Node) -> bool:
    said = declarations(node)
    return "hidden" in node.attributes or said.get("display") == "none" or said.get("mso-hide") == "all"


def inside(style: Style, node: Node) -> Style:
    """The style of the text inside `node`, which stands in text of `style`."""
    said = declarations(node)
    heading = int(node.tag[1]) if re.fullmatch("h[1-6]", node.tag) else style.heading
    return replace(
        style,
        run=_run(style.run, node, said, is_heading=heading > style.heading),
        size=_size(style.size, node, said) or _HEADING_SIZES.get(heading, 0),
        alignment=_alignment(node, said) or style.alignment,
        heading=heading,
        name=node.get("class") if node.tag == "p" or node.tag[:1] == "h" else style.name,
        is_spaced=style.is_spaced or node.tag == "pre" or said.get("white-space", "").startswith("pre"),
    )


def _run(run: Run, node: Node, said: dict[str, str], *, is_heading: bool) -> Run:
    weight, line = said.get("font-weight", ""), said.get("text-decoration", said.get("text-decoration-line", ""))
    bold = run.is_bold or is_heading or node.tag in ("b", "strong", "th")
    if weight:
        bold = weight in ("bold", "bolder") or (weight.isdigit() and int(weight) >= 600)
    href = node.get("href").strip() if node.tag == "a" else ""
    return replace(
        run,
        is_bold=bold,
        is_italic=run.is_italic or node.tag in ("i", "em", "cite") or said.get("font-style") == "italic",
        is_struck=run.is_struck or node.tag in ("s", "strike", "del") or "line-through" in line,
        position="sub" if node.tag == "sub" else "super" if node.tag == "sup" else run.position,
        link=href if _LINK.fullmatch(href) else run.link,
    )


def _size(outer: float, node: Node, said: dict[str, str]) -> float:
    if node.tag == "font" and node.get("size") in _FONT_SIZES:
        return _FONT_SIZES[node.get("size")]
    written = _SIZE.fullmatch(said.get("font-size", ""))
    if not written:
        return outer
    number, unit = float(written[1].strip(".") or 0), written[2].lower()
    if unit in _POINTS:
        return round(number * _POINTS[unit], 1)
    if unit == "rem":
        return round(number * 12, 1)
    return round(number * (outer or 12) / (100 if unit == "%" else 1), 1)


def _alignment(node: Node, said: dict[str, str]) -> Alignment:
    written = said.get("text-align") or node.get("align").lower()
    return _ALIGNMENTS.get(written, "center" if node.tag == "center" else "")
