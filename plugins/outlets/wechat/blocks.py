"""The body of a story as blocks that the editor keeps: paragraphs, sub-heads, flattened lists, tables, panels, pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import repeat

from .markup import Node, element
from .strata import mark
from .words import INLINE, Words

_DEEPEST = 4  # levels of lists, and of quotations, that are set apart
_COLUMNS = 6  # up to which no cell need be narrower than two characters on a phone
_BULLETS = "•◦▪▫"
_ALIGNED = ("align-left", "align-center", "align-right")
_NBSP = "\u00a0"

Pictures = Callable[[Sequence[int]], list[Node]]
Player = Callable[[int, Sequence[Node | str]], list[Node]]


class Blocks:
    """words: sets what stands within a paragraph; pictures, player: give the blocks of photos, and of a film or sound, by index."""

    def __init__(self, words: Words, pictures: Pictures, player: Player) -> None:
        self._words, self._pictures, self._player = words, pictures, player
        self._depth = 0  # of panels within one another

    def of(self, children: Sequence[Node | str], name: str = "text") -> list[Node]:
        """The blocks of what stands in an element. name: the class of paragraphs in it."""
        blocks: list[Node] = []
        run: list[Node | str] = []
        for child in children:
            if isinstance(child, str) or child.tag in INLINE:
                run.append(child)
                continue
            blocks += self._paragraph(run, name) + self._block(child, name)
            run = []
        return blocks + self._paragraph(run, name)

    def _paragraph(self, run: Sequence[Node | str], name: str, node: Node | None = None) -> list[Node]:
        inside = self._words.set(run)
        aligned = sorted(node.classes.intersection(_ALIGNED)) if node else []
        return [element("section", " ".join((name, *aligned)), *inside)] if inside else []

    def _block(self, node: Node, name: str) -> list[Node]:
        makers: dict[str, Callable[[Node, str], list[Node]]] = {
            "p": lambda node, name: self._paragraph(node.children, name, node),
            "blockquote": self._quote,
            "ul": lambda node, name: self._list(node, 0),
            "ol": lambda node, name: self._list(node, 0),
            "dt": lambda node, name: self._paragraph(node.children, "term"),
            "dd": lambda node, name: self._set_in("definition", node, "in-definition"),
            "hr": lambda node, name: [element("section", "mark", mark())],
            "pre": self._typed,
            "table": self._table,
            "wx-photos": lambda node, name: self._pictures([int(each) for each in node.get("numbers").split()]),
            "wx-player": lambda node, name: self._player(int(node.get("number")), node.children),
            "section": self._section,
            "div": self._section,
        }
        if re.fullmatch("h[1-6]", node.tag):
            return self._heading(node)
        return makers[node.tag](node, name) if node.tag in makers else self.of(node.children, name)

    def _heading(self, node: Node) -> list[Node]:
        inside = self._words.set(node.children)
        over = [element("section", "over", mark())] if node.tag == "h2" else []
        return [*over, Node(node.tag, {"class": "heading"}, inside)] if inside else []

    def _quote(self, node: Node, _name: str) -> list[Node]:
        is_note = "editors-note" in node.classes
        return self._set_in("panel", node, "panel-text") if is_note else self._set_in("quote", node, "quiet")

    def _set_in(self, panel: str, node: Node, name: str) -> list[Node]:
        """What is in an element, set apart; but what is set in too often already is only set below the rest."""
        self._depth += 1
        inside = self.of(node.children, name)
        self._depth -= 1
        return [element("section", panel, *inside)] if inside and self._depth < _DEEPEST else inside

    def _section(self, node: Node, name: str) -> list[Node]:
        if "footnote" in node.classes:
            return self._notes(node)
        if "editors-note" in node.classes:
            return self._quote(node, name)
        return self.of(node.children, name)

    # -- Lists ---------------------------------------------------------------------------------------------------------

    def _list(self, node: Node, level: int) -> list[Node]:
        """A list as paragraphs, each with its mark: the editor spoils lists in lists."""
        bullet = _BULLETS[min(level, _DEEPEST - 1)]
        numbers = iter(_numbers(node)) if node.tag == "ol" else repeat(bullet)
        blocks: list[Node] = []
        for child in node.children:
            if isinstance(child, Node) and child.tag == "li":
                blocks += self._item(child, next(numbers), level)
            else:
                blocks += self.of([child])
        return blocks

    def _item(self, item: Node, number: str, level: int) -> list[Node]:
        name = f"item level-{min(level, _DEEPEST - 1)}"
        own, *others = _with_lists_apart(item)
        blocks, bullet = self.of(own.children, name), element("span", "bullet", number)
        if blocks and "item" in blocks[0].classes:
            blocks[0].children.insert(0, bullet)
        else:
            blocks.insert(0, element("section", name, bullet))
        for part in others:
            blocks += self._list(part, level + 1) if part.tag else self.of(part.children, name)
        return blocks

    def _notes(self, node: Node) -> list[Node]:
        items = [item for each in node.elements if each.tag == "ol" for item in each.elements]
        notes = [block for number, item in enumerate(items, 1) for block in self._note(item, number)]
        return [element("section", "label", element("span", "", "注释")), *notes] if notes else []

    def _note(self, item: Node, number: int) -> list[Node]:
        blocks = self.of(item.children, "note")
        if blocks and "note" in blocks[0].classes:
            blocks[0].children.insert(0, element("span", "number", f"注{number}　"))
        return blocks

    # -- Code, tables ----------------------------------------------------------------------------------------------------

    def _typed(self, node: Node, _name: str) -> list[Node]:
        lines = node.text.strip("\n").split("\n")
        inside: list[Node | str] = []
        for line in lines:
            kept = re.sub("^ | (?= )|\t", _NBSP, line)
            inside += [element("br")] if inside else []
            inside += [element("span", "", kept)] if kept else []
        return [element("section", "code", *inside)] if node.text.strip() else []

    def _table(self, node: Node, _name: str) -> list[Node]:
        rows = [row for row in node.all() if row.tag == "tr"]
        captions = [self._paragraph(each.children, "table-name") for each in node.elements if each.tag == "caption"]
        room = " roomy" if max((len([*row.elements]) for row in rows), default=0) <= _COLUMNS else ""
        made = [element("tr", "", *(self._cell(cell, room) for cell in row.elements)) for row in rows]
        whole = [element("table", "table", Node("tbody", {}, [*made]))] if made else []
        return [*(block for blocks in captions for block in blocks), *whole]

    def _cell(self, cell: Node, room: str) -> Node:
        spans = {name: cell.get(name) for name in ("colspan", "rowspan") if cell.get(name)}
        aligned = sorted(cell.classes.intersection(_ALIGNED))
        name = " ".join(("head" if cell.tag == "th" else "cell", *aligned)) + room
        is_line = all(isinstance(child, str) or child.tag in INLINE for child in cell.children)
        inside = self._words.set(cell.children) if is_line else self.of(cell.children, "in-cell")
        return Node(cell.tag, {"class": name, **spans}, [*inside])


def _numbers(node: Node) -> list[str]:
    """What browsers print before the items of a numbered list (HTML: start, reversed, value)."""
    items = [child for child in node.elements if child.tag == "li"]
    step = -1 if "reversed" in node.attributes else 1
    number = int(node.get("start") or (len(items) if step < 0 else 1))
    marks: list[str] = []
    for item in items:
        number = int(item.get("value") or number)
        marks.append(f"{number}.")
        number += step
    return marks


def _with_lists_apart(item: Node) -> list[Node]:
    """The lists in an item, and what stands before, between and after them as elements without a name."""
    parts = [Node("")]
    for child in item.children:
        if isinstance(child, Node) and child.tag in ("ul", "ol"):
            parts += [child, Node("")]
        else:
            parts[-1].children.append(child)
    return parts
