"""Reads what stands in one paragraph of Word: runs, breaks, symbols, links, fields, notes, tracked changes, hidden words.

Where pictures and boxes go is left to `lines`, what is in them to `drawings`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Literal, Protocol
from xml.etree.ElementTree import Element

from plugins.newsroom.submission.tree import Run

from . import drawings
from .elements import child_of, children_of, chosen, words_in
from .fields import Fields, base_in, link_in
from .lines import Cut, Item, Piece
from .styles import ParagraphStyle, RunStyle, is_on, value
from .symbols import character

_USABLE = re.compile(r"(?:https?|mailto|tel|ftp):", re.IGNORECASE)
_PROPERTIES = "pPr rPr sdtPr sdtEndPr smartTagPr customXmlPr footnoteRef endnoteRef"
_SILENT = frozenset(f"w:{name}" for name in _PROPERTIES.split())
_POSITIONS: Mapping[str, Literal["sub", "super"]] = {"subscript": "sub", "superscript": "super"}
_PLAIN_MATH = frozenset(("m:oMathPara", "m:oMathParaPr", "m:oMath", "m:r", "m:t", "m:rPr", "m:sty", "m:nor", "m:jc"))


class Walk(drawings.Walk, Protocol):
    """What the reader of paragraphs asks of the reader of blocks. has_moves: whether the file shows where moved words went;
    is_prompting: whether this is in a control that nobody filled in."""

    fields: Fields
    has_moves: bool
    is_prompting: bool

    def within_control(self, control: Element) -> AbstractContextManager[None]:
        """All within is in this w:sdt."""

    def note(self, kind: str, key: str) -> str:
        """The key under which the note `key` of the file is kept, "" for none. kind: footnote or endnote."""


class Inline:
    """items: what was found, in its order."""

    def __init__(self, walk: Walk, style: ParagraphStyle) -> None:
        self.items: list[Item] = []
        self._walk, self._style = walk, style
        self._reading, self._fields = walk.reading, walk.fields
        self._link = ""
        self._is_prompt = False
        self._unusable: set[str] = set()
        self._aside: dict[str, list[str]] = {}
        self._dress(style.of_run(None))

    def read(self, elements: Iterable[Element]) -> None:
        for child in elements:
            act = _ACTS.get(child.tag)
            if act:
                act(self, child)
            elif child.tag not in _SILENT:
                self.read(child)

    def close(self) -> None:
        """List what was left out of this paragraph."""
        for code, words in self._aside.items():
            self._reading.ledger.leave_out("".join(words), code)
        self._aside.clear()

    def _dress(self, style: RunStyle) -> None:
        """What follows looks like this."""
        self._size, self._is_hidden = style.size, style.has("w:vanish")
        self._dressed = Run(
            "",
            is_bold=style.has("w:b"),
            is_italic=style.has("w:i"),
            is_struck=style.has("w:strike") or style.has("w:dstrike"),
            position=_POSITIONS.get(style.position, ""),
        )

    def _run(self, run: Element) -> None:
        properties = child_of(run, "w:rPr")
        before = self._size, self._is_hidden, self._dressed, self._is_prompt
        self._dress(self._style.of_run(properties))
        self._is_prompt = self._walk.is_prompting and self._reading.styles.is_prompt(value(properties, "w:rStyle"))
        self.read(run)
        self._size, self._is_hidden, self._dressed, self._is_prompt = before

    def _say(self, text: str) -> None:
        if self._fields.is_instruction:
            self._put_aside("IN37", text)
        elif self._is_hidden:
            self._put_aside("IN33", text)
        elif self._is_prompt:
            self._put_aside("IN36", text)
        else:
            self.items.append(
                Piece(replace(self._dressed, text=text, link=self._link or self._usable(self._fields.link)), self._size)
            )

    def _usable(self, link: str) -> str:
        """The link if readers can follow it."""
        if not link or _USABLE.match(link):
            return link
        if link not in self._unusable:
            self._reading.ledger.leave_out(link, "IN49")
        self._unusable.add(link)
        return ""

    def _put_aside(self, code: str, text: str) -> None:
        self._aside.setdefault(code, []).append(text)

    def _text(self, text: Element) -> None:
        self._reading.see(text)
        self._say((text.text or "").replace("\n", " "))

    def _break(self, mark: Element) -> None:
        if mark.get("w:type") in ("page", "column"):
            self.items.append(Cut())
        else:
            self._say("\n")

    def _symbol(self, symbol: Element) -> None:
        font, code = symbol.get("w:font", ""), symbol.get("w:char", "")
        found = character(font, code)
        if found:
            self._say(found)
        else:
            self._reading.ledger.leave_out(code or "符号", "IN46", font=font)

    def _field_mark(self, mark: Element) -> None:
        if drawn := self._fields.mark(mark):
            self._say(base_in(drawn))
            self._put_aside("IN54", drawn)
        box = child_of(mark, "w:ffData/w:checkBox")
        if box is not None:
            ticks = [each for tag in ("w:default", "w:checked") if (each := child_of(box, tag)) is not None]
            self.items.append(
                Piece(replace(self._dressed, text="☑" if ticks and is_on(ticks[-1]) else "☐"), self._size)
            )

    def _simple_field(self, field: Element) -> None:
        self._linked(field, link_in(field.get("w:instr", "")))

    def _hyperlink(self, link: Element) -> None:
        relation = self._walk.part.relations.get(link.get("r:id", ""))
        target = relation.target if relation and relation.is_outside else ""
        anchor = link.get("w:anchor", "")
        self._linked(link, f"{target}#{anchor}" if target and anchor and "#" not in target else target)

    def _linked(self, parent: Element, link: str) -> None:
        before = self._link
        self._link = self._usable(link) or before
        self.read(parent)
        self._link = before

    def _note(self, call: Element) -> None:
        key = self._walk.note(call.tag[2:].removesuffix("Reference"), call.get("w:id", ""))
        if key:
            self.items.append(Piece(Run("", note=key), self._size))

    def _comment(self, call: Element) -> None:
        self._reading.comments.setdefault(call.get("w:id", ""), self._reading.ledger.place)

    def _added(self, change: Element) -> None:
        if words_in(change):
            self._reading.changes["added" if change.tag == "w:ins" else "moved"] += 1
        self.read(change)

    def _dropped(self, change: Element) -> None:
        """Deleted, or moved to where it is read."""
        is_deleted = change.tag == "w:del" or not self._walk.has_moves
        words = words_in(change) or ("图片" if next(change.iter("a:blip"), None) is not None else "")
        self._reading.changes["deleted"] += is_deleted and bool(words)
        self._put_aside("IN31" if is_deleted else "IN32", words)
        self._reading.see(change)
        for mark in change.iter("w:fldChar"):
            self._fields.mark(mark)

    def _control(self, control: Element) -> None:
        with self._walk.within_control(control):
            self.read(control)

    def _alternatives(self, alternatives: Element) -> None:
        self.read(chosen(alternatives))

    def _ruby(self, ruby: Element) -> None:
        for reading in children_of(ruby, "w:rt"):
            self._put_aside("IN45", words_in(reading))
            self._reading.see(reading)
        for base in children_of(ruby, "w:rubyBase"):
            self.read(base)

    def _math(self, math: Element) -> None:
        self._reading.see(math)
        if all(each.tag in _PLAIN_MATH or each.tag.startswith("w:") for each in math.iter()):
            self._say(words_in(math))
        else:
            self._reading.ledger.leave_out(words_in(math) or "公式", "IN38")

    def _drawing(self, drawing: Element) -> None:
        self.items.extend(drawings.items_of(self._walk, drawing))


_ACTS: dict[str, Callable[[Inline, Element], None]] = {
    "w:r": Inline._run,
    "w:t": Inline._text,
    "w:tab": lambda inline, _: inline._say("\t"),
    "w:ptab": lambda inline, _: inline._say("\t"),
    "w:cr": lambda inline, _: inline._say("\n"),
    "w:noBreakHyphen": lambda inline, _: inline._say("-"),
    "w:br": Inline._break,
    "w:sym": Inline._symbol,
    "w:fldChar": Inline._field_mark,
    "w:instrText": lambda inline, words: inline._fields.instruct(words.text or ""),
    "w:fldSimple": Inline._simple_field,
    "w:hyperlink": Inline._hyperlink,
    "w:footnoteReference": Inline._note,
    "w:endnoteReference": Inline._note,
    "w:commentReference": Inline._comment,
    "w:ins": Inline._added,
    "w:moveTo": Inline._added,
    "w:del": Inline._dropped,
    "w:moveFrom": Inline._dropped,
    "w:sdt": Inline._control,
    "mc:AlternateContent": Inline._alternatives,
    "w:ruby": Inline._ruby,
    "m:oMath": Inline._math,
    "m:oMathPara": Inline._math,
    "w:drawing": Inline._drawing,
    "w:pict": Inline._drawing,
    "w:object": Inline._drawing,
}
