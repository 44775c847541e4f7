"""No body takes the square of its length: what would is not begun, and one sentence says from where on."""

from __future__ import annotations

import time

import pytest

from plugins.newsroom.body import effort
from plugins.newsroom.body.markup import read_in_full
from tests.newsroom.bodies import codes, read

pytestmark = pytest.mark.slow  # bodies as costly as may be

LONG = 24_000  # characters: enough that a square would be seen, and few enough to be read in a moment
COSTLY = (
    "<b><i></b></i>",
    "[a](",
    "![a](",
    "<a ",
    "<![CDATA[",
    "<!--a>",
    "[a",
    "<http://a",
    "字[^1]",
    "(",
    "**甲 ",
    "`甲``",
    "<p 'a",
    "{: #a ",
    "<div><b>甲</div></b>\n",
    "~~甲",
    "https://a",
    "- 甲\n  ",
    "|甲",
    "甲\t",
    "- 甲\n",
    "8. 甲\n   x\n",
    "> 甲\n乙\n",
    "甲。\n",
    "1、甲\n",
    "````x\n```\n",
    "甲\t乙\n",
    "# 甲\n",
    "*甲 _乙 ~~",
    "|a|b|\n|-|-|\n",
)


@pytest.fixture(scope="module")
def ordinary() -> float:
    """What an ordinary body of the same length takes, read in full: CPU seconds of this run."""
    return seconds("第一段，有**重点**和[文件](https://a.cn/)。\n\n" * (LONG // 34))


def seconds(body: str) -> float:
    start = time.process_time()
    read(body, way=read_in_full)
    return time.process_time() - start


@pytest.mark.parametrize("piece", COSTLY)
def test_nothing_repeated_costs_the_square_of_its_length(piece: str, ordinary: float) -> None:
    """Squares took from twenty to two hundred times as long as an ordinary body. The best of three counts: others may be at work."""
    body = "[^1]: 注\n\n" + piece * (LONG // len(piece))
    assert any(seconds(body) < 10 * ordinary for _ in range(3))


def test_a_body_too_costly_to_read_is_one_finding_at_its_paragraph() -> None:
    assert codes("甲\n\n" + "[a](" * 4_000) == ["BD27"]
    assert read("甲\n\n" + "[a](" * 4_000)[1][0].place.line == 3


def test_what_people_write_is_far_from_too_much() -> None:
    body = "\n\n".join(f"第{n}段**重点**，见[文件](https://a.cn/{n})，注[^{n}]。\n\n[^{n}]: 注{n}" for n in range(800))
    assert effort.too_much(body) is None
    assert sum(cost for _, cost in effort._costs(body)) < effort.BUDGET / 10
