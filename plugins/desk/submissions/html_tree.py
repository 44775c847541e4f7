"""A page's markup as a tree of elements, however broken it was written. What the elements mean is left to others.

html5ever (in nh3) builds the tree as browsers do; only names, attributes and text that readers of a story need come through.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

import nh3

from plugins.newsroom.findings.refusals import Refusal

DEEPEST = 150  # levels; what is nested deeper belongs to the element at this level
_MOST_OPEN = 3000  # elements within one another: html5ever needs time quadratic in them
_MOST_REPEATED = 300_000  # looks that are opened once and, never closed, hold for every paragraph after them
_MOST_TAGS = 60_000  # a page of a hundred thousand letters has some ten thousand
_MOST_CHARACTERS = 3_000_000  # of markup in order, pictures in it not counted; ten times those of it as it came
_OPENED = re.compile(
    r"<(/?)(?:(div|section|article|span|blockquote|center|table|ul|ol|li|td|tr|p|h[1-6])"
    r"|b|i|u|s|a|em|big|font|code|nobr|small|strike|strong|tt)\b",
    re.IGNORECASE,
)
_NESTING = ("div", "section", "article", "span", "blockquote", "center", "table", "ul", "ol")
_BLANKS = re.compile(r"[ \t\r\n\f\xa0]+")
_EMBEDDED = re.compile(r"data:[^\"'>)\s]*", re.IGNORECASE)
_VOID = frozenset(("br", "hr", "img", "meta", "link", "wbr", "input", "embed", "col", "area", "source", "track"))
_TAGS = (
    "a abbr article aside audio b big blockquote body br button canvas caption center cite code col colgroup dd del div dl"
    " dt em embed figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hr i iframe img input ins label li main mark"
    " meta mp-common-profile mpvideo mpvoice nav noscript object ol option p picture pre q s samp section select small source"
    " span strike strong sub summary details sup svg table tbody td textarea tfoot th thead title tr u ul video"
)
_ATTRIBUTES = (
    "align alt class colspan content data-original data-src datetime height hidden href id itemprop name property rowspan"
    " size src start style title type width"
)
_INLINE = "a abbr b big cite code em font i ins label mark q s samp small span strike strong sub sup u"
_ADDRESSES = frozenset(("http", "https", "mailto", "data", "file", "cid"))


@dataclass(slots=True)
class Node:
    """One element. children: elements and texts in their order."""

    tag: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")

    @property
    def classes(self) -> frozenset[str]:
        return frozenset(self.get("class").split())

    @property
    def elements(self) -> Iterator[Node]:
        return (child for child in self.children if isinstance(child, Node))

    def all(self) -> Iterator[Node]:
        """The element and all below it, in document order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += reversed([child for child in node.children if isinstance(child, Node)])

    @property
    def text(self) -> str:
        """All its text, each run of blanks as one; a full-width blank is a gap between two halves and stays."""
        return _BLANKS.sub(" ", "".join(self.texts())).strip()

    def texts(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                yield from child.texts()
                yield "" if child.tag in _INLINE.split() else " "


def parse(html: str, file: str) -> Node:
    """The tree below a node of no name. file: its name, for messages. Raises Refusal for markup beyond all measure."""
    if html.count("<") > _MOST_TAGS or _is_longer(html, 10 * _MOST_CHARACTERS) or _is_beyond_measure(html):
        raise Refusal.of("IN60", file=file)
    cleaned = nh3.clean(
        html,
        tags=set(_TAGS.split()),
        clean_content_tags={"script", "style"},
        attributes={"*": set(_ATTRIBUTES.split())},
        url_schemes=set(_ADDRESSES),
        link_rel=None,
    )
    if _is_longer(cleaned, _MOST_CHARACTERS):
        raise Refusal.of("IN60", file=file)
    builder = _Builder()
    builder.feed(cleaned)
    builder.close()
    return builder.root


def _is_longer(html: str, most: int) -> bool:
    return len(html) > most and len(_EMBEDDED.sub("", html)) > most


def _is_beyond_measure(html: str) -> bool:
    """Whether the tree would be far larger or deeper than any that a person made."""
    depth = looks = repeated = 0
    for tag in _OPENED.finditer(html):
        step, block = (-1 if tag[1] else 1), (tag[2] or "").lower()
        if not block:
            looks = max(looks + step, 0)
            continue
        repeated += looks
        depth = max(depth + step, 0) if block in _NESTING else depth
        if depth > _MOST_OPEN or repeated > _MOST_REPEATED:
            return True
    return False


class _Builder(HTMLParser):
    """Builds the tree from balanced markup."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("")
        self._open = [self.root]
        self._beyond = 0  # elements open below the deepest level

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(node)
        if tag in _VOID:
            return
        if len(self._open) < DEEPEST:
            self._open.append(node)
        else:
            self._beyond += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if self._beyond:
            self._beyond -= 1
        elif len(self._open) > 1:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)
