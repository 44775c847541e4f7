"""What an article may consist of: elements, attributes and styles that the editor and every phone keep, as its own checker asks for.

Sources: the editor's rules of structure (wechatjs/verify-article-structure-spec), which say what is a violation; pasting into the
editor, which says what is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from .markup import Node
from .schemes import style_of
from .words import AT_HOME

_KEPT = "section p span strong em sub sup h1 h2 h3 h4 h5 h6 table tbody tr th td br img a svg path"
_STYLES = (
    "background-color border border-bottom border-collapse border-left border-top color display font-size font-weight height"
    " letter-spacing line-height margin min-width padding text-align text-decoration vertical-align width word-break"
)
_ELEMENTS = frozenset(_KEPT.split())
_INLINE = frozenset(("span", "strong", "em", "sub", "sup", "a"))
_BARE = _INLINE - {"a"}  # what may hold text itself: in all others each piece of it would count as a line
_ATTRIBUTES = frozenset(("style", "src", "alt", "data-w", "data-ratio", "colspan", "rowspan", "href"))
_DRAWING = frozenset(
    ("viewBox", "preserveAspectRatio", "d", "fill", "stroke", "stroke-width", "vector-effect", "style")
)
_PROPERTIES = frozenset(_STYLES.split())
_FORBIDDEN = re.compile(r"var\(|calc\(|url\(|flex|grid|\bstart\b|\bend\b|!important")
_DEEPEST = 14  # from the fifteenth level the editor takes elements apart


def violations(article: Node) -> tuple[str, ...]:
    """What the editor would drop, change or complain of, each once; () for an article as it should be."""
    return tuple(dict.fromkeys(_violations(article, 1, False)))


def _violations(node: Node, depth: int, is_inline: bool) -> Iterator[str]:
    yield from _of_element(node, is_inline)
    yield from _of_style(node)
    if depth > _DEEPEST:
        yield "层数太多"
    for child in node.elements:
        yield from _violations(child, depth + 1, is_inline or node.tag in _INLINE)


def _of_element(node: Node, is_inline: bool) -> Iterator[str]:
    if node.tag not in _ELEMENTS or (is_inline and node.tag not in _INLINE | {"br"}):
        yield f"<{node.tag}>"
    yield from (f"{node.tag} {name}" for name in node.attributes if name not in _may_have(node))
    if node.tag == "a" and urlsplit(node.get("href")).hostname != AT_HOME:
        yield f"href={node.get('href')}"
    if node.tag == "img" and not node.get("data-w"):
        yield "img"
    if node.tag not in _BARE and node.has_words:
        yield f"{node.tag}：{node.text[:20]}"


def _may_have(node: Node) -> frozenset[str]:
    return _DRAWING if node.tag in ("svg", "path") else _ATTRIBUTES


def _of_style(node: Node) -> Iterator[str]:
    for name, value in style_of(node).items():
        if name not in _PROPERTIES or _FORBIDDEN.search(value):
            yield f"{name}: {value}"
