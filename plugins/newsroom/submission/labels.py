"""Lines that hold several labelled facts, as pages of sites print them: 来源：某报 发布时间：8月18日 作者：张三; each becomes a line of its own.

What a fact means is left to the steps that know it.
"""

from __future__ import annotations

import re
from itertools import pairwise

from . import cuts
from .tree import Paragraph

_PEOPLE = r"作者|记者|通讯员|责任编辑|责编|编辑|校对|审核"  # stay together: they may be one byline
_FACTS = (
    r"(?:文章|稿件|信息)?来源|稿源|(?:发布|发稿|发表|刊发|更新)?(?:时间|日期)|(?:联系|作者)?电话|联系人|手机|邮箱|(?:浏览|阅读|点击)(?:次数|量|数)?"
    r"|字号|字体|字数|索引号"
)
_LABEL = re.compile(rf"(?:^|[\s|丨｜/／【\[（(])(?:(?P<people>{_PEOPLE})|(?P<fact>{_FACTS}))(?=[：:])")
_SPACED = re.compile(r"^[（(]?(?P<left>[责编校审作记])(?P<gap>[ \t\u3000]+)(?=[编辑对核者][ \t\u3000]*[：:])")
_LONGEST = 150  # characters


def parted(line: Paragraph) -> tuple[Paragraph, ...]:
    """The facts of a line that holds nothing else, the line itself for any other."""
    line = _closed_up(line)
    text = line.text.strip(cuts.BLANKS)
    labels = list(_LABEL.finditer(line.text)) if len(text) <= _LONGEST else []
    if len(labels) < 2 or line.text[: labels[0].start()].strip(cuts.BLANKS) or "。" in text:
        return (line,)
    starts = [
        0,
        *(this.start() for last, this in pairwise(labels) if this["fact"] or last["fact"]),
    ]
    return tuple(cuts.part(line, *ends) for ends in zip(starts, [*starts[1:], len(line.text)], strict=True))


def _closed_up(line: Paragraph) -> Paragraph:
    """编　辑：王五 with a label that is one word."""
    label = _SPACED.match(line.text)
    return cuts.without(line, label.start("gap"), label.end("gap")) if label else line
