"""The values of a parsed byline: its people and its printed pieces. Parsing and printing are left to the other modules."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Contributor:
    """One name in a byline, in the order written.

    role: reporter, correspondent, author, photographer, artist, videographer, intern, provider, agency, stock, source,
    editor, proofreader, reviewer, chief, review1..3. rank: 首席, 见习 …; org: the outlet before the name, as written.
    does: any of text, photo, drawing, video. note: the text in brackets after the name.
    provided: the picture was provided by someone with another role (通讯员 姜璞 供图); providers and agencies do so by role.
    start, end: the range of the name in the written line, in characters from 0.
    title: the word for the role as written (记者, 责任编辑, 一审), "" if there was none.
    craft: the word for the work as printed (文/图, 漫画, 供图), "" if there was none.
    """

    name: str
    role: str
    org: str = ""
    rank: str = ""
    does: tuple[str, ...] = ()
    provided: bool = False
    note: str = ""
    start: int = 0
    end: int = 0
    title: str = ""
    craft: str = ""


@dataclass(frozen=True)
class Byline:
    """A byline as written and as understood.

    doubts: (start, end) of each part of the written line that is ambiguous. A line with doubts is printed as written.
    """

    written: str
    contributors: tuple[Contributor, ...] = ()
    doubts: tuple[tuple[int, int], ...] = ()

    @property
    def photographers(self) -> tuple[Contributor, ...]:
        return tuple(person for person in self.contributors if "photo" in person.does)


@dataclass(frozen=True)
class Piece:
    """A piece of a printed byline; `contributor` is the index of the person it names, or None for the words between."""

    text: str
    contributor: int | None = None
