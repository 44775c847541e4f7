"""Finds the element of a page that holds the story: what the site calls the text of an article, or nearly all sentences."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .html_tree import Node

_FRAMES = "|html|body|div|section|article|main|center|form|table|tbody|tr|td"
_FURNITURE = "a nav footer aside button select form"
_NAMED_FURNITURE = re.compile(
    r"foot|copyright|sidebar|\bnav|menu|related|recommend|comment|share|\bside\b", re.IGNORECASE
)
# What sites call the text of an article: common names, and those of the systems that government sites are made with.
_NAMED_TEXT = re.compile(
    r"articlebody|article[-_]?(?:content|text|con)|artibody|endtext|post[-_]?(?:text|body|content)|main[-_]?content|all-txt|text-con"
    r"|trs_|ucap-content|\bzoom\b|pages_content|news[-_]?(?:txt|text|content|con)|rm_txt|content[-_]?(?:area|text|main)|detail[-_]?con",
    re.IGNORECASE,
)
_GOOD_PART = 0.25  # of the letters in sentences
_NEARLY_ALL = 0.8  # of the letters in sentences
_SENTENCE = re.compile(r"[，。；！？,;]")
_SHORTEST = 15  # letters of a text that counts as a sentence


def story_in(root: Node) -> Node:
    """The element with the story, the whole page when nothing smaller holds nearly all of it."""
    weights = _weights(root)
    return _heaviest(_named(root, weights), weights)


def _named(root: Node, weights: Mapping[int, int]) -> Node:
    """The innermost element that the site calls the text of an article and that holds a good part of all sentences."""
    best, least = root, _GOOD_PART * weights[id(root)]
    for node in root.all():
        if weights[id(node)] > least and (node.tag == "article" or _NAMED_TEXT.search(_names(node))):
            best, least = node, weights[id(node)] / 2
    return best


def _heaviest(node: Node, weights: Mapping[int, int]) -> Node:
    """Down from an element as long as one of its own holds nearly all letters of sentences."""
    while weights[id(node)]:
        frames = [child for child in node.elements if child.tag in _FRAMES.split("|")]
        heaviest = max(frames, key=lambda child: weights[id(child)], default=None)
        if heaviest is None or weights[id(heaviest)] < _NEARLY_ALL * weights[id(node)]:
            break
        node = heaviest
    return node


def _weights(root: Node) -> dict[int, int]:
    """The number of letters in sentences below each element, links and site furniture not counted."""
    weights: dict[int, int] = {}

    def weigh(node: Node) -> int:
        total = 0
        for child in node.children:
            total += weigh(child) if isinstance(child, Node) else _letters(child)
        weights[id(node)] = 0 if _is_furniture(node) else total
        return weights[id(node)]

    weigh(root)
    return weights


def _is_furniture(node: Node) -> bool:
    return node.tag in _FURNITURE.split() or bool(_NAMED_FURNITURE.search(_names(node)))


def _names(node: Node) -> str:
    return f"{node.get('class')} {node.get('id')} {node.get('itemprop')}"


def _letters(text: str) -> int:
    words = text.strip()
    return len(words) if len(words) >= _SHORTEST and _SENTENCE.search(words) else 0
