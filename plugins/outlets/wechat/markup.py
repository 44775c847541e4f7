"""A small tree of elements, read from clean HTML and written as HTML again. What the elements mean is left to others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

VOID = frozenset(("br", "col", "hr", "img", "wbr"))


@dataclass(slots=True)
class Node:
    """One element. children: elements and texts in their order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
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
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    @property
    def has_words(self) -> bool:
        """Whether text stands in it directly, in no element of its own."""
        return any(isinstance(child, str) and child.strip() for child in self.children)


def element(tag: str, name: str = "", *children: Node | str, **attributes: str) -> Node:
    """An element of a class of the sheet; `_` in the name of an attribute stands for `-`."""
    given = {key.replace("_", "-"): value for key, value in attributes.items()}
    return Node(tag, {"class": name, **given} if name else given, list(children))


def parse(html: str) -> Node:
    """The tree of well-formed HTML, below an element of no name."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    return builder.root


def written(node: Node) -> str:
    """The element as HTML; of one without a name, what is in it."""
    inside = "".join(
        escape(child, quote=False) if isinstance(child, str) else written(child) for child in node.children
    )
    if not node.tag:
        return inside
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in node.attributes.items())
    start = f"<{node.tag}{attributes}>"
    return start if node.tag in VOID else f"{start}{inside}</{node.tag}>"


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(node)
        if tag not in VOID:
            self._open.append(node)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and len(self._open) > 1:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)
