"""Delivered files as trees, in few words: paragraphs with their look, pictures, tables, and the registries to compose them with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path

from plugins.newsroom import registry
from plugins.newsroom.submission.composing import Composed, compose
from plugins.newsroom.submission.tree import Block, Cell, ListItem, Look, Paragraph, Picture, Run, Submission, Table

REGISTRIES, _ = registry.load(Path(__file__).resolve().parents[3] / "content" / "data", "content/data")
TODAY = date(2017, 8, 20)

SESSION = "管城回族区委中心组第六次学习会在礼堂会议室召开，中心组全体成员出席。区委书记王东亮传达全会精神，并安排工作。"
STUDY = "会议要求，宣传部门牵头负责，各级各部门积极配合，用多种形式组织党员干部学习全会精神。"
AREA = "商都历史文化区做好签约、拆除和清运三项工作，五个片区早日具备交地条件；安置房的进度和质量全程监控。"
WORKS = "各项目单位倒排工期，区督查办跟踪进度、细节和质量，任务按节点完成。"

_pictures = count()


def line(text: str, size: float = 0, style: str = "", *, heading: int = 0, item: ListItem | None = None) -> Paragraph:
    return Paragraph((Run(text),), Look(size, style=style), heading, item)


def bold(text: str, size: float = 12) -> Paragraph:
    return Paragraph((Run(text, is_bold=True),), Look(size, is_bold=True))


def centred(text: str, size: float = 12) -> Paragraph:
    return Paragraph((Run(text),), Look(size, alignment="center"))


def right(text: str, size: float = 12) -> Paragraph:
    return Paragraph((Run(text),), Look(size, alignment="right"))


def text(*words: str, size: float = 12) -> tuple[Paragraph, ...]:
    return tuple(line(each, size) for each in words)


def picture(alternative: str = "", *, is_floating: bool = False) -> Picture:
    return Picture("image1.jpeg", b"picture %d" % next(_pictures), alternative, is_floating)


def table(*rows: tuple[str | Block | tuple[Block, ...], ...]) -> Table:
    return Table(tuple(tuple(map(_cell, row)) for row in rows))


def _cell(inside: str | Block | tuple[Block, ...]) -> Cell:
    return Cell((line(inside),) if isinstance(inside, str) else inside if isinstance(inside, tuple) else (inside,))


def plain(written: str) -> tuple[Paragraph, ...]:
    """The lines of a text file, without any look."""
    return tuple(line(each) for each in written.strip("\n").split("\n") if each.strip())


def composed(
    *blocks: Block,
    file: str = "gaojian.docx",
    notes: Mapping[str, tuple[Paragraph, ...]] | None = None,
    day: date | None = None,
) -> Composed:
    placed = tuple(replace(block, place=f"第 {number} 段") for number, block in enumerate(blocks, start=1))
    return compose(Submission(file, placed, notes or {}), REGISTRIES, day, "学习贯彻", TODAY)


def asked(story: Composed) -> str:
    """All that a person is asked, as one text."""
    return "\n".join(doubt.sentence for doubt in story.doubts)


def left_out(story: Composed) -> list[str]:
    return [item.text for item in story.left_out]
