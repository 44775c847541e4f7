"""Writes the sheet into the elements: the editor drops classes and style elements and keeps what stands in each element itself."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

import css_inline

from .markup import Node, parse, written

SHEET = Path(__file__).with_name("sheet.css")


def styled(node: Node) -> Node:
    """The element with all below it, their classes turned into styles."""
    attributes = {name: value for name, value in node.attributes.items() if name != "class"}
    if style := _style(node.get("class")):
        attributes["style"] = style
    children = [child if isinstance(child, str) else styled(child) for child in node.children]
    return Node(node.tag, attributes, children)


@lru_cache(maxsize=512)
def _style(names: str) -> str:
    """The style of an element of these classes, "" for none."""
    if not names:
        return ""
    element = _inliner().inline_fragment(written(Node("i", {"class": names})), SHEET.read_text("utf-8"))
    return next(parse(element).elements).get("style")


@cache
def _inliner() -> css_inline.CSSInliner:
    return css_inline.CSSInliner(minify_css=True, load_remote_stylesheets=False)
