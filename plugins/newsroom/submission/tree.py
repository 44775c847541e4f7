"""What was delivered, as a tree: paragraphs with their look, pictures, tables and notes, each with its place in the delivered file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

Alignment = Literal["", "left", "center", "right", "justify"]


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one look. link: the address it leads to; note: the key of a note that is called here, with text ""."""

    text: str
    is_bold: bool = False
    is_italic: bool = False
    is_struck: bool = False
    position: Literal["", "sub", "super"] = ""
    link: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph looks. size: of most of its characters, in points, 0 when unknown; style: the name of its paragraph style."""

    size: float = 0
    is_bold: bool = False
    alignment: Alignment = ""
    style: str = ""


@dataclass(frozen=True, slots=True)
class ListItem:
    """depth: 0 for the outermost list; label: the number as it is printed though nobody typed it, such as 一、 or （2）, "" for none."""

    depth: int
    is_ordered: bool
    label: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """heading: its level by style (1 to 6), 0 for none; place: where it stands in the file, in Chinese, such as 第 3 段.

    is_boxed: whether it stood in a text box or beside the running text, so that its place in the order is uncertain. A line
    break inside the paragraph is a line feed in a run.
    """

    runs: tuple[Run, ...]
    look: Look = Look()
    heading: int = 0
    item: ListItem | None = None
    is_boxed: bool = False
    place: str = ""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Picture:
    """data: its bytes as delivered; name: of the file, with the suffix that fits the bytes; alternative: as a person wrote it,
    never a path or an automatic description; is_floating: whether its place in the order is uncertain; caption, credit: as
    the picture's file itself says, never more than a proposal."""

    name: str
    data: bytes
    alternative: str = ""
    is_floating: bool = False
    place: str = ""
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    blocks: tuple[Block, ...]
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """rows: of cells; a cell that spans several columns or rows is given once. has_head: whether the first row is marked as a head."""

    rows: tuple[tuple[Cell, ...], ...]
    has_head: bool = False
    caption: str = ""
    place: str = ""


Block = Paragraph | Picture | Table


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something of the file that is not in the tree or the story, and why, in Chinese."""

    text: str
    reason: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that a person should look at, as a Chinese sentence. is_done: whether it only tells what was done."""

    sentence: str
    place: str = ""
    is_done: bool = False


@dataclass(frozen=True)
class Submission:
    """One delivered file. file: its name; notes: by their keys, in the order of their calls; title, author, category: as the
    file's properties say, "" for none (never more than a hint)."""

    file: str
    blocks: tuple[Block, ...]
    notes: Mapping[str, tuple[Paragraph, ...]] = field(default_factory=lambda: MappingProxyType({}))
    left_out: tuple[LeftOut, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    title: str = ""
    author: str = ""
    category: str = ""


def leaves(blocks: tuple[Block, ...]) -> Iterator[Paragraph | Picture]:
    """All paragraphs and pictures in their order, those in tables included."""
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from leaves(cell.blocks)
        else:
            yield block
