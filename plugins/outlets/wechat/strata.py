"""Courses of rammed earth, the column's one ornament, as the small drawings that the editor keeps."""

from __future__ import annotations

from collections.abc import Sequence

from .markup import Node, element

_OCHRE = "#b98d52"  # of lines only; the platform leaves drawings as they are in the dark
_ACROSS = (
    ("M0 2.6Q140 1.4 300 2.4T620 1.8T900 3T1200 2.2", "1"),
    ("M0 8Q90 7 210 7.7T470 8.4T780 7.2T1010 8.3T1200 7.5", ".75"),
    ("M0 13Q180 12.2 380 13.5T700 12.6T960 13.4T1200 12.8", "2"),
)
_SHORT = (("M0 1H72", "2"), ("M4 5.5H52M1 9.5H62", "1"))


def courses() -> Node:
    """Three level lines, slightly uneven, that keep their thickness however wide they are."""
    return _drawing("strata", "0 0 1200 16", _ACROSS, "none")


def mark() -> Node:
    """The same three lines, short: over a sub-head, between two parts."""
    return _drawing("short", "0 0 72 10", _SHORT, "xMinYMid")


def _drawing(name: str, box: str, lines: Sequence[tuple[str, str]], kept: str) -> Node:
    paths = (
        element("path", "", d=line, fill="none", stroke=_OCHRE, stroke_width=width, vector_effect="non-scaling-stroke")
        for line, width in lines
    )
    return element("svg", name, *paths, viewBox=box, preserveAspectRatio=kept)
