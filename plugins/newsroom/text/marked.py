"""YAML values with source positions: every key and value carries its Place. Reading YAML is left to `yaml_text`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from ..findings.problems import Place
from ..findings.width import width


class Locate(Protocol):
    """Turns a 0-based (line, column) of the text given to YAML into the Place the editor sees."""

    def __call__(self, line: int, column: int, length: int = 1) -> Place: ...


@dataclass(frozen=True, slots=True)
class Marked:
    """One YAML value. Exactly one of the three shapes is filled: text (str), items (list) or entries (mapping).

    Scalars are never interpreted: `2017-08-16` and `no` stay the characters the editor wrote. An empty value is text "".
    place: for a text, the place of its first character, inside the quotes. span: [start, end) offsets of the value in
    the whole file, quotes included, for an Edit; None if not known.
    style: how a text was written: "" plain, "'", '"', "|" or ">".
    """

    place: Place
    text: str | None = None
    items: tuple[Marked, ...] | None = None
    entries: tuple[tuple[Marked, Marked], ...] | None = None
    span: tuple[int, int] | None = field(default=None, compare=False)
    style: str = field(default="", compare=False)

    def get(self, *names: str) -> Marked | None:
        """The value of the first entry whose key is one of `names`."""
        return next((value for key, value in self.entries or () if key.text in names), None)

    def text_of(self, name: str) -> str:
        """The text under the key `name`; "" if there is none."""
        value = self.get(name)
        return (value.text or "") if value else ""

    @property
    def is_empty(self) -> bool:
        return self.text == "" or self.items == () or self.entries == ()


def is_null(plain: str) -> bool:
    """Whether a plain scalar means "nothing here"."""
    return plain in ("", "~", "null")


def join_lines(pieces: list[str]) -> str:
    """The lines of one paragraph joined into one: with a space between Latin words, without one next to Chinese."""
    joined = ""
    for piece in pieces:
        is_chinese = joined and piece and 2 in (width(joined[-1]), width(piece[0]))
        joined += piece if is_chinese or not joined or not piece else " " + piece
    return joined
