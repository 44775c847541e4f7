"""The style sheet that Word writes into a page: the sizes, the alignment and the names of its paragraph styles, set on their paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .html_looks import declarations
from .html_tree import Node

_STYLE_TAG = re.compile(r"<(/?)style\b[^>]{0,80}>", re.IGNORECASE)
_SELECTOR = re.compile(r"(p|h[1-6])(?:\.([\w\-]+))?")
_KEPT = ("font-size", "font-weight", "text-align")


def set_on(root: Node, html: str) -> None:
    """Give every paragraph what its style says and it does not say itself. html: the source of the page."""
    styles = _styles(html)
    for node in root.all():
        said = styles.get((node.tag, node.get("class")))
        if said:
            own = "".join(f";{name}:{value}" for name, value in said.items() if name in _KEPT)
            named = {"class": said["mso-style-name"]} if "mso-style-name" in said else {}
            node.attributes = {**node.attributes, **named, "style": f"{own};{node.get('style')}"}


def _styles(html: str) -> dict[tuple[str, str], dict[str, str]]:
    """The declarations of each paragraph style by element and class."""
    styles: dict[tuple[str, str], dict[str, str]] = {}
    for selectors, body in _rules(html):
        for selector in selectors.split(","):
            if simple := _SELECTOR.fullmatch(selector.strip(" \t\r\n<!-")):
                styles.setdefault((simple[1], simple[2] or ""), {}).update(_said(body))
    return styles


def _rules(html: str) -> Iterator[tuple[str, str]]:
    """The selectors and the declarations of every rule in the sheets of the page."""
    pieces = _STYLE_TAG.split(html)  # text, "" or "/", text, …
    for slash, sheet in zip(pieces[1::2], pieces[2::2], strict=True):
        first, *commented = sheet.split("/*") if not slash else ("",)
        for rule in "".join([first, *(each.partition("*/")[2] for each in commented)]).split("}"):
            selectors, _, body = rule.rpartition("{")
            yield selectors, body


def _said(body: str) -> dict[str, str]:
    named = re.search(r"mso-style-name:\s*\"?([^;\"\\]{1,60})", body)
    said = declarations(Node("p", {"style": body.replace("\n", " ")}))
    return (
        said | {"mso-style-name": named[1].strip()}
        if named
        else {k: v for k, v in said.items() if k != "mso-style-name"}
    )
