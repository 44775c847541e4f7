"""Takes out tables in which the desk signs (责编, 初审, 终审): names of the desk go into the head, all words are listed as left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .cuts import words_of
from .draft import Draft
from .tree import Cell, Paragraph, Table, leaves

_HEADS = frozenset(("环节", "流程", "程序", "审稿环节", "审核环节", "审签", "岗位"))
_DESK = {"责编": "责编", "责任编辑": "责编", "校对": "校对", "责任校对": "校对", "审核": "审核"}
_STAGES = _DESK.keys() | set("初审 复审 终审 一审 二审 三审 初校 一校 二校 三校 签发 审签 主编 总编 总编辑".split())  # noqa: SIM905
_BESIDE = frozenset(("更正", "附件", "备注", "意见"))
_FEWEST = 2
_BETWEEN = re.compile(r"[、，,;；/\s]+")


def take_out(draft: Draft) -> None:
    for at, part in enumerate(draft.parts):
        if isinstance(part, Table) and _is_sign_off(part):
            for row in part.rows:
                _lift(draft, row)
                draft.leave_out("　".join(filter(None, map(_text, row))), "SB84", part.place)
            draft.parts[at] = Paragraph((), place=part.place)


def _is_sign_off(table: Table) -> bool:
    """Whether the first column names stages of the desk and, below them, at most what goes with them."""
    labels = [label for label in _labels(table) if label not in _HEADS]
    stages = [label for label in labels if label in _STAGES]
    return len(stages) >= _FEWEST and all(label in _STAGES or label in _BESIDE for label in labels)


def _labels(table: Table) -> Iterator[str]:
    return ("".join(_text(row[0]).split()).rstrip("：:") for row in table.rows if row)


def _lift(draft: Draft, row: tuple[Cell, ...]) -> None:
    """The names in the second field of 责编, 校对 and 审核."""
    if len(row) < _FEWEST:
        return
    key = _DESK.get("".join(_text(row[0]).split()).rstrip("：:"))
    names = list(filter(None, _BETWEEN.split(_text(row[1]))))
    if key and names:
        draft.head[key] = [*dict.fromkeys([*draft.head.get(key, []), *names])]


def _text(cell: Cell) -> str:
    return " ".join(words_of(leaf) for leaf in leaves(cell.blocks) if isinstance(leaf, Paragraph) and words_of(leaf))
