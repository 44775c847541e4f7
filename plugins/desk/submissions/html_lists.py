"""List items of a page: `li`, and the paragraphs by which Word writes lists, whose marks are text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plugins.newsroom.submission.tree import ListItem

from .html_looks import declarations
from .html_tree import Node

_LEVEL = re.compile(r"level(\d)")
_BULLETS = re.compile(r"[·•§Øüo●○■□◆◇\-–—\uf000-\uf0ff]")
_NUMBER = re.compile(r"\d{1,3}[.)]")


def item_of(node: Node, around: ListItem | None) -> tuple[ListItem | None, Sequence[Node | str]]:
    """The list item that a block is, and what is in it without its mark. around: the item that the block stands in."""
    if node.tag in ("ul", "ol"):
        return ListItem(around.depth + 1 if around else 0, node.tag == "ol"), node.children
    mark = _word_mark(node)
    if mark is None:
        return around, node.children
    is_ordered = bool(_NUMBER.fullmatch(mark))
    if not is_ordered and not _BULLETS.fullmatch(mark):
        return around, [mark, *_without_mark(node)]  # 一、 and （一） are words of the story
    level = _LEVEL.search(declarations(node).get("mso-list", ""))
    return ListItem(int(level[1]) - 1 if level else 0, is_ordered), _without_mark(node)


def _word_mark(node: Node) -> str | None:
    """The number or bullet that Word wrote before an item, None when the block is no item."""
    if "mso-list" not in declarations(node):
        return None
    return next((each.text for each in node.all() if _is_mark(each)), None)


def _is_mark(node: Node) -> bool:
    return declarations(node).get("mso-list") == "ignore"


def _without_mark(node: Node) -> Sequence[Node | str]:
    return [
        child if isinstance(child, str) else Node(child.tag, child.attributes, list(_without_mark(child)))
        for child in node.children
        if isinstance(child, str) or not _is_mark(child)
    ]
