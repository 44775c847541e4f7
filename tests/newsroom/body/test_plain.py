"""The short way gives what the full way gives, or nothing: on everything a grammar of plain and nearly plain bodies makes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.newsroom.body import placed, plain
from plugins.newsroom.body.document import Document
from plugins.newsroom.body.markup import read_in_full, to_document
from plugins.newsroom.findings.problems import Place
from plugins.newsroom.head import read as read_head
from plugins.newsroom.text.source import decode
from tests.columns import samples
from tests.newsroom.bodies import FOLDER, junk

CONTENT = Path(__file__).resolve().parents[3] / "content"


def place_at(line: int, column: int, length: int = 1) -> Place:
    return Place("content/x.md", line, column, length)


def short(body: str) -> Document | None:
    return plain.read(body, place_at, FOLDER)


def check_equal(body: str) -> None:
    document = short(body)
    if document is not None:
        full, problems = read_in_full(body, place_at, FOLDER)
        assert document == full
        assert problems == ()
        assert (document.is_plain, full.is_plain) == (True, False)
        assert placed.legible_of(document, "#") == placed.words_of(document) == placed.legible_of(full, "#")


# -- What is plain -------------------------------------------------------------------------------------------------

PLAIN = (
    "",
    "甲",
    "\n甲\n\n\n乙\n丙\n",
    "　　甲\n　　乙\n丙",
    "一Word\nword二\nword\nword，\n“丙”\n——丁",
    "## 甲\n乙\n### 丙 {#丙-丁}\n\n## 丁{#ding}\n\n## 甲\n### 戊\n# 己 庚",
    "**甲**乙 **丙** 丁\n**戊\n己**",
    "甲[乙](../x/index.md#丁)丙[戊](https://a.cn/b_c?d=1)，**[己](#h)**\n\n## h",
    "甲：\n- 乙\n- **丙**[丁](../x/)\n\n1. 戊\n2. 己",
    "> 编者按：甲\n>乙",
    '![甲](1_2.jpg "乙　丙") ![](图/2.jpg)\n![丁](3.jpg)\n\n　　![戊](4.jpg)',
    "甲！乙!丙 (丁) \"戊\" '己' 3~5 #庚 50% a+b=c;d:e-f",
)


@pytest.mark.parametrize("body", PLAIN)
def test_a_plain_body_takes_the_short_way(body: str) -> None:
    assert short(body) is not None
    check_equal(body)


NOT_PLAIN = (
    *(
        "甲 ",
        "甲　\n乙",
        "甲  \n乙",
        " 甲",
        "甲\n　乙",
        "甲\t乙",
        "甲\xa0乙",
        "甲\r\n乙",
        "甲\u2028乙",
        "甲\x02乙",
        "甲\ufdd0",
    ),
    *(
        "<b>甲</b>",
        "甲&amp;",
        "甲\\\n乙",
        "`甲`",
        "_甲_",
        "*甲*",
        "甲*乙",
        "**甲",
        "** 甲**",
        "**甲 **",
        "****",
        "***甲***",
    ),
    *(
        "- 甲\n乙",
        "- 甲\n\n- 乙",
        "- 甲\n  - 乙",
        "- - 甲",
        "- # 甲",
        "* 甲",
        "+ 甲",
        "2. 甲",
        "甲\n2. 乙",
        "- 甲\n1. 乙",
        "１. 甲",
    ),
    *("> 甲\n乙", "> > 甲", "> - 甲", ">", "> 甲\n>\n> 乙", "> 甲\n\n> 乙", "甲>乙"),
    *(
        "#甲",
        "#甲#",
        "## 甲 ##",
        "##",
        "## **甲**",
        "## 甲 {.x}",
        "## 甲 {#main}",
        "## 甲 {#a.b}",
        "## 甲　{#x}",
        "## 甲 {#x}\n## 乙 {#x}",
        "#甲 {#x}",
        "甲{#x}",
    ),
    *("甲\n---", "甲\n===", "---", "甲\n: 乙", "~~~\n甲\n~~~", "|甲|", "[^1]", "[甲]: 乙", "[甲]", "甲]"),
    *(
        "![甲](1.jpg)乙",
        "甲![乙](1.jpg)",
        "![甲](/1.jpg)",
        "![甲](1 “乙”)",
        "！[甲](x.md)",
        "![甲]（1）",
        "[![甲](1.jpg)](x.md)",
    ),
    *(
        "[甲](x.csv)",
        "[甲](#没有)",
        "[甲](a b)",
        "[甲](<x.md>)",
        '[甲](x.md "乙")',
        "[甲](a(b).md)",
        "[甲]()",
        "[](x.md)",
        "[甲[乙](x.md)",
    ),
    *("[**甲**](x.md)", "[甲**乙](x.md)丙**", "![甲](1.jpg)\n\n[甲]"),
)


@pytest.mark.parametrize("body", NOT_PLAIN)
def test_a_body_with_anything_else_in_it_is_left_to_the_full_way(body: str) -> None:
    assert short(body) is None
    assert to_document(body, place_at, FOLDER) == read_in_full(body, place_at, FOLDER)


def test_no_white_space_but_three_kinds_is_plain() -> None:
    spaces = {chr(code) for code in range(sys.maxunicode + 1) if chr(code).isspace()} - {" ", "\n", "\u3000"}
    assert {space for space in spaces if short(f"甲{space}乙") is not None} == set()


def test_most_stories_take_the_short_way() -> None:
    generated = ["\n\n".join(sample.paragraphs) for sample in samples(200)]
    assert all(short(body) is not None for body in generated)
    written = [read_head(decode(file.read_bytes(), "x")[0])[1].text for file in sorted(CONTENT.rglob("*.md"))]
    assert sum(short(body) is not None for body in written) > len(written) * 0.7
    for body in generated + written:
        check_equal(body)


# -- Whatever is written -------------------------------------------------------------------------------------------

WORDS = (
    *(
        "管城",
        "商都遗址",
        "编者按",
        "，",
        "。",
        "：",
        "“",
        "”",
        "——",
        "……",
        "（",
        "）",
        "《",
        "》",
        "！",
        "·",
        "〇",
        "年",
    ),
    *("Word", "a", "APEC 2017", "3.5", "2017", "http://a.cn/b", "é", "あ", "Ж", "①", "％", "🙂", "👨\u200d👩\u200d👧"),
    *("!", "?", ";", "'", '"', "(", ")", "%", "@", "main", "\u0301"),
)
PASTED = (
    "。\n",
    "\n1、",
    "\n（一）",
    "\n①",
    "\n时间：",
    "3*5",
    "138****1",
    "~~旧~~",
    "a@b.cn",
    "www.a.cn",
    "#话题#",
    "2**3**4",
)
ODD_WORDS = (" ", "　", "  ", "-", "--", "+", "=", "#", ":", "~", "1.", "1. ", "- ", "^", "x_y", "\u200b", "\n")
MARKED = (
    *(
        "**管城**",
        "**Word**",
        "**“管城”**",
        "**管 城**",
        "**管城\n商都**",
        "**[管城](../x.md)**",
        "**见[管城](../x.md)等**",
    ),
    *(
        "[管城](../x/index.md#y)",
        "[a b](https://a.cn/b_c)",
        "[管城](#管城)",
        "[管城\n商都](../y.md)",
        "[管　城](../x/)",
    ),
    *("[管城](mailto:a@b.cn)", "[管城](tel:1)", "[管城](x%20y.md)"),
    *("[管城](附件.docx)", "[管城](./x%20y.PDF)", "见[管城](a.mp4)。", "[管 城](../x/a.mp3)"),
)
ODDLY_MARKED = (
    *("** 管城**", "**管城 **", "**", "***", "****", "*", "*a*", "_", "__", "[**管城**](../x.md)", "[管**城](x.md)"),
    *(
        "[",
        "]",
        "(",
        ")",
        "](",
        "[管城]",
        "[ ](x.md)",
        "[管城] (x.md)",
        '[管城](x.md "a")',
        "[管城](<x.md>)",
        "[管城](#没有)",
    ),
    *(
        "[管城](http://)",
        "[管城](a(b).md)",
        "[管城](/x)",
        "[管城](x.docx)",
        "[管城](www.a.cn)",
        "[^1](x.md)",
        "[管城](x.md",
    ),
    *(
        "![管城](../1.jpg)",
        "![管城][1]",
        "！[管城](x.md)",
        "![管城]（1.jpg）",
        "![管城](1 2.jpg)",
        "![管城](1.jpg “张”)",
    ),
    *(
        "<",
        ">",
        "&",
        "&amp;",
        "\\",
        "`",
        "|",
        "{",
        "}",
        "{#x}",
        "\t",
        "\x02",
        "\x0b",
        "\ufdd0",
        "\ufdda",
        "[^1]",
        "[管城]: x",
    ),
    *("<b>", "<https://a.cn>", "\r\n"),
)
PHOTOS = (
    *(
        '![管城](1.jpg "张三 摄")',
        "![](2.jpg)",
        "![a_b*c](图/a_b.jpg)",
        '![管城](1.jpg  "张三　摄")',
        "![管城](%31.jpg)",
    ),
    *("![管城](a.jpg#b)", "![ 管城 ](./1.jpg)", "![^1](1.jpg)"),
)
STARTS = ("", "", "", "　　", "## ", "##", "### ", "# ", "###### ", "- ", "1. ", "> ", ">")
ODD_STARTS = (
    *(
        "　　　",
        "　",
        " ",
        "    ",
        "#",
        "####### ",
        "-",
        "-  ",
        "* ",
        "+ ",
        "2. ",
        "10. ",
        "1.",
        "1) ",
        "１. ",
        "> > ",
        "> - ",
        ">　　",
    ),
    *("- > ", ": ", ":", "| ", "**", "=", "---", "===", "- - -", "* * *", "***", "~~~", "```", "！", "!"),
)
ENDS = ("\n", "\n\n", "\n\n", "\n\n\n", " {#x}\n", "{#y}\n\n")
ODD_ENDS = (
    " \n",
    "　\n",
    "  \n",
    "\n \n",
    "\n　　\n",
    " ##\n\n",
    " {#管城}\n\n",
    " {#x .y}\n",
    "　{#z}\n",
    "\r\n",
    "\n>\n",
)
NASTY = "*_[]()!！<>&\\`|{}#-+=:~ 　\n\t.1>\"'“”^\r\x02\ufdda\u200b管a，"


def some(*fragments: str, at_least: int = 1, at_most: int = 6) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(fragments), min_size=at_least, max_size=at_most).map("".join)


words = some(*WORDS, *WORDS, *MARKED, *ODD_WORDS, *PASTED)
photos = some(*PHOTOS, *PHOTOS, " ", "\n", at_most=4)
item = st.tuples(some(*WORDS), some(*WORDS, *MARKED, at_least=0)).map("".join)
block = st.one_of(
    st.tuples(st.sampled_from(STARTS), words, st.sampled_from(ENDS)).map("".join),
    st.tuples(some(*WORDS), words, some(*WORDS), st.just("\n\n")).map("".join),
    st.tuples(st.sampled_from(("## ", "### ", "# ")), some(*WORDS), st.sampled_from(ENDS)).map("".join),
    st.tuples(photos, st.sampled_from(("\n", "\n\n"))).map("".join),
    st.tuples(st.sampled_from(("- ", "1. ", "> ")), st.lists(item, min_size=1, max_size=3)).map(
        lambda parts: "".join(f"{parts[0]}{line}\n" for line in parts[1]) + "\n"
    ),
)
odd_block = some(
    *(*STARTS, *ODD_STARTS, *ENDS, *ODD_ENDS, *WORDS, *WORDS, *ODD_WORDS, *MARKED, *MARKED, *ODDLY_MARKED, *PHOTOS),
    at_most=10,
)
plain_body = st.lists(block, max_size=7).map("".join)
nearly_plain_body = st.tuples(plain_body, odd_block, plain_body).map("".join)
slips = st.lists(st.tuples(st.integers(0, 200), st.integers(0, 2), st.text(NASTY, max_size=2)), min_size=1, max_size=3)


@settings(max_examples=500)
@given(plain_body | nearly_plain_body)
def test_both_ways_give_the_same(body: str) -> None:
    check_equal(body)


@settings(max_examples=300)
@given(plain_body, slips)
def test_both_ways_give_the_same_when_characters_slip_in_or_out(body: str, slips: list[tuple[int, int, str]]) -> None:
    for at, lost, gained in slips:
        at %= len(body) + 1
        body = body[:at] + gained + body[at + lost :]
    check_equal(body)


@settings(max_examples=300)
@given(st.text("管a*[]()!#->1. 　\n“，{}_:^9", max_size=14) | junk)
def test_both_ways_give_the_same_on_junk(body: str) -> None:
    check_equal(body)


@settings(max_examples=200)
@given(st.lists(st.text(st.characters(exclude_characters="<&\\`|"), max_size=6) | words, max_size=12).map("".join))
def test_both_ways_give_the_same_on_any_characters(body: str) -> None:
    check_equal(body)
