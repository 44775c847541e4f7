"""Footnotes and endnotes of a page, as Word and Markdown write them: taken out of the text and kept by their ids."""

from __future__ import annotations

import re

from .html_tree import Node

_NOTE = re.compile(r"(?:ftn|edn|fn:)[\w\-]{1,40}")  # Word, Markdown
_BACK = re.compile(r"#_?(?:ftnref|ednref|fnref)", re.IGNORECASE)


def take_out(root: Node) -> dict[str, Node]:
    """The notes by the targets of their calls, in the order in which they are called; no longer in the tree afterwards."""
    found = {_target(node): node for node in root.all() if _NOTE.fullmatch(node.get("id"))}
    called = [target for node in root.all() if (target := node.get("href").rpartition("#")[2]) in found]
    notes = {target: found[target] for target in dict.fromkeys(called)}
    taken = {id(node) for node in notes.values()}
    for node in list(root.all()):
        node.children = [child for child in node.children if id(child) not in taken]
    return {target: _without_way_back(node) for target, node in notes.items()}


def _target(node: Node) -> str:
    """What a call links to: Word puts an anchor of this name into the note."""
    written = node.get("id")
    return written if written.startswith("fn:") else f"_{written}"


def _without_way_back(node: Node) -> Node:
    children = [
        child if isinstance(child, str) else _without_way_back(child)
        for child in node.children
        if isinstance(child, str) or not _BACK.search(child.get("href"))
    ]
    return Node("div" if node.tag == "li" else node.tag, node.attributes, children)
