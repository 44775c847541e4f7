"""The tokens of a byline, one class per kind. Splitting a line into tokens is left to `tokens` and `runs`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from .words import Craft


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a byline at [start, end) of the written line.

    before, after: the characters up to the neighbouring tokens, made half-width; note: the text in brackets after a name.
    """

    text: str
    start: int
    end: int
    before: str = ""
    after: str = ""
    note: str = ""

    @property
    def follows_comma(self) -> bool:
        return any(mark in self.before for mark in "、,;。")

    @property
    def has_colon(self) -> bool:
        return self.after.lstrip().startswith(":")

    def as_unread(self) -> Unread:
        """The same word, including its note, as a token that was not understood."""
        note = len(self.after.rstrip()) if self.note else 0
        return Unread(self.text, self.start, self.end + note, self.before, self.after[note:])


class Name(Token):
    """A person's name."""

    __slots__ = ()


class Body(Token):
    """An outlet, a public body, or a calling such as 受访者."""

    __slots__ = ()


class Single(Token):
    """One Han character: half of a two-character name set with a space."""

    __slots__ = ()


class Rank(Token):
    """首席 before a role."""

    __slots__ = ()


class Stock(Token):
    """资料图片."""

    __slots__ = ()


class Wire(Token):
    """新华社 of 新华社发."""

    __slots__ = ()


class Unread(Token):
    """Text that matches no rule."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Identity(Token):
    """A role before names. text: the title only; org, rank: the outlet and the rank before it."""

    org: str = ""
    rank: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk(Token):
    """A desk label: 编辑, 来源."""

    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Work(Token):
    """A craft, the work people did: 文, 摄, 供图. leads: whether it can only belong to the names after it (图片由…)."""

    craft: Craft
    leads: bool = False

    @property
    def is_tied_right(self) -> bool:
        """Whether it is attached to what follows: 文/张三, 图：李四."""
        return self.has_colon or self.after.startswith(("/", "|"))

    @property
    def is_tied_left(self) -> bool:
        """Whether it is attached to what precedes: 孙珺摄, 廖谦/图, 张三（摄）, 张三（实习）摄."""
        last = self.before[-1:]
        return last in ("", "/", "|", ")") or (last == "(" and self.after.startswith(")"))


class SingleWork(Work):
    """文, 图 or 摄 alone: a craft, or half of a two-character name set with a space."""

    __slots__ = ()


Tokens = list[Token]
_Plain = TypeVar("_Plain", Name, Body, Wire)


def turned(token: Token, kind: type[_Plain]) -> _Plain:
    """The same word as a token of another kind."""
    return kind(token.text, token.start, token.end, token.before, token.after, token.note)


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding about [start, end) of the written line: a code of the catalogue."""

    code: str
    start: int
    end: int
