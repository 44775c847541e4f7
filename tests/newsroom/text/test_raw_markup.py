"""Marks that would be printed as they are: every kind is found, and newspaper text holds none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom.body import coverage, plain
from plugins.newsroom.findings.problems import Place, in_order
from plugins.newsroom.registry import Registries, Site
from plugins.newsroom.story.loading import parse
from plugins.newsroom.text import raw_markup
from tests.newsroom.bodies import FOLDER, codes, marked, read

PIECES = (
    *"[]()!！［］（）【】=+-*#_:~%^?.{}|＃＊＞｀｜&x",
    "甲",
    "乙",
    "\n",
    "\n\n",
    " ",
    "toc",
    "note",
    "../a/index.md",
    "[/b]",
    "==",
    "%%",
    "!!!",
)

FOREIGN = (
    "[[城墙|遗址]]",
    '{{< figure src="a.jpg" >}}',
    "{% raw %}",
    "[TOC]",
    "[[_TOC_]]",
    "> [!WARNING]\n> 甲",
    '!!! note "甲"',
    "::: tip",
    "- [ ] 甲",
    "==甲==",
    "%%甲%%",
    "{++甲++}",
    "[b]甲[/b]",
    "甲^[乙]",
    "[甲]（../a/index.md）",
    "［甲］(https://a.cn/)",
    "【甲】(../a/index.md)",
    "[甲] (https://a.cn/)",
)
DOUBTFUL = (
    "＃＃ 甲",
    "＊＊甲＊＊",
    "＞ 甲",
    "**甲",
    "甲乙丙**，丁",
    "-甲",
    "甲`乙",
    "&nbsp 甲",
    "甲 {#b} 乙",
    "[甲][乙]",
)
FINE = (
    "电话：138****1234，卡号6222****0000",
    "张**、李*反映",
    "【本报讯】（记者 张三）甲",
    "好！【甲】（乙）",
    "长3*5米，x==y",
    "文献[1][2]",
    "50%以上，100%%",
    "时间:14:30:00",
    "甲<乙，丙>丁",
    "5℃～-3℃",
    "A&B，R&D",
    "《甲》——乙……",
)


@pytest.mark.parametrize("body", FOREIGN)
def test_what_other_programs_understand_stops_the_story(body: str) -> None:
    problems = read("首段。\n\n" + body)[1]
    assert [(problem.code, problem.place.line) for problem in problems] == [("BD64", 3)]
    assert marked(problems[0])[0] == problems[0].message[1]


@pytest.mark.parametrize("body", DOUBTFUL)
def test_what_may_be_meant_is_only_told(body: str) -> None:
    assert codes("首段。\n\n" + body) == ["BD65"]


@pytest.mark.parametrize("body", FINE)
def test_newspaper_text_holds_no_marks(body: str) -> None:
    assert codes(body) == []
    assert list(raw_markup.find(body, raw_markup.IN_LINES)) == []


@pytest.mark.parametrize("words", ["**甲**", "`甲`", "[甲](https://a.cn)", "甲<br>乙", "*甲乙*", "甲[^1]", "~~甲~~"])
def test_headlines_and_captions_are_words_only(words: str) -> None:
    assert len(list(raw_markup.find(words, raw_markup.IN_LINES))) == 1


def test_a_mark_is_shown_where_it_stands_though_the_same_stands_before_it() -> None:
    problem = read("**甲**乙**丙**丁\n戊，**，己")[1][0]
    assert (problem.place.line, problem.place.column, marked(problem)) == (2, 3, "**")


def test_code_shows_marks_on_purpose() -> None:
    assert codes("`[[甲]]`\n\n```\n==乙== **\n```") == []


def test_a_caption_is_looked_at_as_well() -> None:
    assert codes('![**甲**乙](01.jpg "张三 摄")') == ["BD65"]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_no_plain_body_holds_marks(body: str) -> None:
    document = plain.read(body, lambda line, column, length: Place("x.md", line, column, length), FOLDER)
    if document is not None:
        lines = coverage.compare(document, body).printed.lines
        assert [list(raw_markup.find(line.text)) for line in lines if list(raw_markup.find(line.text))] == []


def test_lines_of_the_head_that_are_printed_are_looked_at_where_the_mark_stands() -> None:
    head = (
        "标题: 甲**乙**\n副题: [丙, 丁==戊==]\n图片:\n  01.jpg:\n    说明: 己[庚](a.md)\n更正:\n"
        "  - {日期: 2017-08-17, 说明: 辛&nbsp;壬}\n"
    )
    text = f"---\n日期: 2017-08-16\n版块: 学习贯彻\n署名: 记者 张三 文/图\n{head}---\n\n文。\n\n![图](01.jpg)\n"
    loaded = parse(text.encode(), "content/x.md", "x.md", False, Registries(Site("专栏", "专栏", "说明")))
    found = [p for p in loaded.problems if p.code in ("BD64", "BD65")]
    assert [(p.place.line, p.place.column, p.code) for p in in_order(found)] == [
        (5, 6, "BD65"),
        (6, 10, "BD64"),
        (9, 10, "BD64"),
        (11, 27, "BD65"),
    ]


@pytest.mark.parametrize(
    ("body", "right"), [("首段。\n\n＃＃　小标题", "首段。\n\n## 小标题"), ("甲＊＊乙＊＊丙", "甲**乙**丙")]
)
def test_signs_typed_full_width_are_mended(body: str, right: str) -> None:
    (problem,) = read(body)[1]
    (edit,) = problem.edits
    assert body[: edit.start] + edit.replacement + body[edit.end :] == right
    assert codes(right) == []
