"""The words within a paragraph: every text in an element of its own, addresses as numbered references.

The editor drops addresses outside WeChat, so a link leaves its words and a number; `References` lists the addresses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import urlsplit

from .markup import Node, element

AT_HOME = "mp.weixin.qq.com"  # the only host that articles may link to
_WITHIN_LINES = (
    "a abbr b bdi bdo br cite code dfn del em i ins kbd mark q rb rp rt ruby s samp small span strong sub sup time u var"
    " wbr wx-file"
)
INLINE = frozenset(_WITHIN_LINES.split())
_PLAIN = {"strong": "strong", "b": "strong", "em": "em", "i": "em", "cite": "em", "dfn": "em", "var": "em"}
_STYLED = {
    **dict.fromkeys(("s", "del"), "struck"),
    **dict.fromkeys(("u", "ins"), "underlined"),
    **dict.fromkeys(("code", "kbd", "samp"), "typed"),
    "mark": "marked",
    "small": "small",
}
_BLANKS = re.compile("[ \t\n\r\f]+")


class References:
    """The addresses that an article refers to, each once, numbered from 1 in the order of the text."""

    def __init__(self) -> None:
        self.addresses: list[str] = []

    def mark(self, address: str) -> Node:
        """The number of an address, as it stands behind the words."""
        if address not in self.addresses:
            self.addresses.append(address)
        return element("sup", "reference", f"[{self.addresses.index(address) + 1}]")


class Words:
    """file: gives what stands for a link to an attachment, by its index and the words of the link."""

    def __init__(self, references: References, file: Callable[[int, Sequence[Node | str]], list[Node | str]]) -> None:
        self._references, self._file = references, file

    def set(self, children: Sequence[Node | str]) -> list[Node | str]:
        """The content of a paragraph, without blanks at its ends; [] when nothing is printed in it."""
        return [_leaf(child) for child in _trimmed([*self._all(children)])]

    def _all(self, children: Sequence[Node | str]) -> Iterator[Node | str]:
        for child in children:
            if isinstance(child, str):
                yield _BLANKS.sub(" ", child)
            else:
                yield from self._one(child)

    def _one(self, node: Node) -> Iterator[Node | str]:
        inside = [*self._all(node.children)] if node.tag != "wx-file" else []
        if node.tag == "br":
            yield element("br")
        elif node.tag == "a":
            yield from self._link(node, inside)
        elif node.tag == "wx-file":
            yield from self._file(int(node.get("number")), [*self._all(node.children)])
        elif node.tag in ("sub", "sup"):
            yield self._raised(node, inside)
        elif node.tag in _PLAIN:
            yield Node(_PLAIN[node.tag], {"class": "strong"} if _PLAIN[node.tag] == "strong" else {}, inside)
        elif node.tag in _STYLED:
            yield Node("span", {"class": _STYLED[node.tag]}, inside)
        else:
            yield from _unwrapped(node, inside)

    def _link(self, node: Node, inside: list[Node | str]) -> Iterator[Node | str]:
        address = node.get("href")
        if "footnote-backref" in node.classes:
            return
        if urlsplit(address).hostname == AT_HOME:
            yield Node("a", {"class": "link", "href": address}, [*map(_leaf, inside)])
            return
        yield from inside
        if urlsplit(address).scheme in ("http", "https") and node.text.strip() != address:
            yield self._references.mark(address)

    def _raised(self, node: Node, inside: list[Node | str]) -> Node:
        is_note = any("footnote-ref" in child.classes for child in node.elements)
        return Node(node.tag, {"class": "raised"}, ["注", *inside] if is_note else inside)


def _leaf(child: Node | str) -> Node | str:
    return element("span", "", child) if isinstance(child, str) and child.strip() else child


def _unwrapped(node: Node, inside: list[Node | str]) -> Iterator[Node | str]:
    """What stands in an element that the editor does not know, with the signs that browsers would have added."""
    if node.tag == "q":
        inside = ["“", *inside, "”"]
    elif node.tag == "rt":
        inside = [element("span", "small", "（", *inside, "）")]
    elif node.tag in ("rp", "wbr"):
        inside = []
    yield from inside


def _trimmed(children: list[Node | str]) -> list[Node | str]:
    """Without blanks at either end, and with neighbouring texts as one."""
    joined: list[Node | str] = []
    for child in children:
        before = joined[-1] if joined else None
        if isinstance(child, str) and isinstance(before, str):
            joined[-1] = before + child
        elif not isinstance(child, str) or child:
            joined.append(child)
    if joined and isinstance(joined[0], str):
        joined[0] = joined[0].lstrip(" ")
    if joined and isinstance(joined[-1], str):
        joined[-1] = joined[-1].rstrip(" ")
    return [child for child in joined if child != ""]
