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
_OPENED = re.compile(r"<(/?)(?:div|section|article|span|font|blockquote|center|table|ul|ol)\b", re.IGNORECASE)
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
_ADDRESSES = frozenset(("http", "https", "mailto", "data", "file"))


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
        yield self
        for child in self.elements:
            yield from child.all()

    @property
    def text(self) -> str:
        """All its text, each run of blanks as one."""
        return " ".join("".join(self.texts()).split())

    def texts(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                yield from child.texts()
                yield "" if child.tag in _INLINE.split() else " "


def parse(html: str, file: str) -> Node:
    """The tree below a node of no name. file: its name, for messages. Raises Refusal for markup nested beyond all measure."""
    if _is_nested_beyond_measure(html):
        raise Refusal.of("IN60", file=file)
    builder = _Builder()
    builder.feed(
        nh3.clean(
            html,
            tags=set(_TAGS.split()),
            clean_content_tags={"script", "style"},
            attributes={"*": set(_ATTRIBUTES.split())},
            url_schemes=set(_ADDRESSES),
            link_rel=None,
        )
    )
    builder.close()
    return builder.root


def _is_nested_beyond_measure(html: str) -> bool:
    depth = 0
    for tag in _OPENED.finditer(html):
        depth = max(depth - 1, 0) if tag[1] else depth + 1
        if depth > _MOST_OPEN:
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
