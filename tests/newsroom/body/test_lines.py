"""The blocks of a body as editors set them: lists, tables, lines that were pasted, and what is told of them."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.newsroom.findings.problems import Problem
from tests.newsroom.bodies import check, codes, html, marked, read


def words(body: str) -> list[str]:
    return read(body)[0].text.split("\n")


def mended(body: str) -> str:
    """The body after the mends of all findings about it."""
    edits = sorted({edit for problem in read(body)[1] for edit in problem.edits}, reverse=True)
    for edit in edits:
        body = body[: edit.start] + edit.replacement + body[edit.end :]
    return body


def told(body: str) -> list[tuple[str, int, str]]:
    return [(problem.code, problem.place.line, marked(problem)) for problem in read(body)[1]]


# -- Lists ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("margin", ["  ", "   ", "    ", "\t"])
def test_lists_nest_by_two_three_or_four_blanks_or_a_tab(margin: str) -> None:
    assert html(f"- 甲\n{margin}- 乙\n- 丙") == "<ul><li>甲<ul><li>乙</li>\n</ul>\n</li>\n<li>丙</li>\n</ul>"
    assert html(f"1. 甲\n{margin}- 乙\n2. 丙") == "<ol><li>甲<ul><li>乙</li>\n</ul>\n</li>\n<li>丙</li>\n</ol>"


def test_a_paragraph_set_in_below_an_item_belongs_to_it() -> None:
    page = html("1. 甲\n\n   乙\n2. 丙\n\n    丁\n\n戊")
    assert page == "<ol><li><p>甲</p>\n<p>乙</p>\n</li>\n<li><p>丙</p>\n<p>丁</p>\n</li>\n</ol>\n<p>戊</p>"


def test_lists_of_two_kinds_are_two_lists() -> None:
    assert html("- 甲\n1. 乙\n2. 丙") == "<ul><li>甲</li>\n</ul>\n<ol><li>乙</li>\n<li>丙</li>\n</ol>"


@pytest.mark.parametrize(
    "text", ["8. 15日起施行", "1986. 年", "2017. 8. 15", "3. 甲", "共有\n3. 5公里", "高度为\n1. 5米"]
)
def test_a_number_that_begins_no_list_is_a_word(text: str) -> None:
    assert html(text) == f"<p>{text.replace(chr(10), '')}</p>"


def test_items_keep_the_numbers_they_were_given() -> None:
    assert html("3. 甲\n4. 乙") == '<ol start="3"><li>甲</li>\n<li>乙</li>\n</ol>'
    assert html("1) 甲\n2) 乙") == "<ol><li>甲</li>\n<li>乙</li>\n</ol>"
    assert html("1. 甲\n1. 乙") == "<ol><li>甲</li>\n<li>乙</li>\n</ol>"
    assert html("1. 甲\n\n文\n\n2. 乙").endswith('<ol start="2"><li>乙</li>\n</ol>')
    assert html("1. 甲\n5. - 乙") == '<ol><li>甲</li>\n<li value="5"><ul><li>乙</li>\n</ul>\n</li>\n</ol>'
    assert told("1. 甲\n5. 乙") == [("BD42", 2, "5")]


# -- Tables --------------------------------------------------------------------------------------------------------


def cells(page: str) -> list[str]:
    return re.findall(r"<t[hd](?: [^>]*)?>(.*?)</t[hd]>", page)


def test_a_table_may_follow_a_sentence_and_text_may_follow_a_table() -> None:
    body = "如下：\n| 甲 | 乙 |\n|---|---|\n| `1|2` | 3\\|4 |\n注：丙。"
    page = html(body)
    assert page.index("<p>如下：</p>") < page.index("<table>")
    assert cells(page) == ["甲", "乙", "<code>1|2</code>", "3|4"]
    assert page.endswith("<p>注：丙。</p>")
    assert told(body) == [("BD31", 5, "注：丙。")]
    assert html(mended(body)) == page


def test_a_cell_beyond_the_head_is_kept_and_told() -> None:
    body = "甲 | 乙\n--- | ---\n1 | 2 | 多"
    assert cells(html(body)) == ["甲", "乙", "", "1", "2", "多"]
    assert told(body) == [("BD30", 3, "多")]


@pytest.mark.parametrize("body", ["｜甲｜乙｜\n｜---｜---｜\n｜1｜2｜", "|甲|乙|\n|——|——|\n|1|2|"])
def test_a_table_in_signs_of_a_chinese_keyboard_is_understood_and_mended(body: str) -> None:
    assert cells(html(body)) == ["甲", "乙", "1", "2"]
    assert codes(body) == ["BD45"]
    assert codes(mended(body)) == []
    assert html(mended(body)) == html(body)


def test_rows_out_of_a_spreadsheet_are_a_table() -> None:
    body = "户数如下：\n单位\t户数\n南关\t12\n西大街\t\n文"
    assert cells(html(body)) == ["单位", "户数", "南关", "12", "西大街", ""]
    assert codes(body) == ["BD32"]
    assert codes(mended(body)) == []
    assert html(mended(body)) == html(body)
    assert told("甲\t乙\n丙\t丁\t戊")[0][:2] == ("BD43", 2)
    assert words("1.\t甲\n2.\t乙") == ["甲", "乙"]
    assert words("一、\t甲\n二、\t乙") == ["一、 甲", "二、 乙"]


# -- Paragraphs that were pasted ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        "会议要求：\n1、甲；\n2、乙。\n会议强调丙。",
        "（一）甲\n（二）乙",
        "一、甲\n二、乙",
        "1.甲\n2.乙",
        "1．甲\n2．乙",
        "①甲\n②乙",
        "• 甲\n● 乙\n◆ 丙\n★ 丁",
        "第一，甲；\n第二，乙",
        "其一，甲\n其二，乙",
        "**时间：**8月\n**地点：**管城",
        "时　间：甲\n地　点：乙",
        "> 时间：甲\n> 地点：乙",
    ],
)
def test_a_line_that_opens_with_an_enumerator_or_a_label_keeps_its_line(body: str) -> None:
    assert len(words(body)) == body.count("\n") + 1
    assert codes(body) == []


@pytest.mark.parametrize(
    "body",
    ["来自\n一、二、三班", "买了\n1、2、3号", "投资\n3.5亿元", "说完\n又说：好", "甲，乙\n丙。丁", "他说：\n“好。”"],
)
def test_a_line_broken_by_a_window_goes_on(body: str) -> None:
    assert words(body) == [body.replace("\n", "")]
    assert codes(body) == []


def test_lines_that_are_whole_sentences_are_paragraphs_and_a_photo_among_them_stays() -> None:
    body = '甲。\n乙！\n![图](1.jpg "张三 摄")\n他说：“丙。”\n丁'
    page = '<p>甲。</p>\n<p>乙！</p>\n<figure class="photo">0</figure>'
    assert html(body).startswith(page)
    assert words(body) == ["甲。", "乙！", "他说：“丙。”", "丁"]
    assert codes(body) == ["BD33"]
    assert codes(mended(body)) == []
    assert html(mended(body)) == html(body)
    assert html("甲。  \n乙。") == "<p>甲。<br>乙。</p>"
    assert html("**甲。\n乙。**") == "<p><strong>甲。乙。</strong></p>"


@pytest.mark.parametrize("margin", ["    ", "\t", "　 　", "\xa0\xa0\xa0\xa0"])
def test_chinese_that_is_set_in_is_a_paragraph(margin: str) -> None:
    body = f"{margin}甲。\n{margin}乙。\n\n{margin}丙"
    assert words(body) == ["甲。", "乙。", "丙"]
    assert html(f"{margin}甲") == "<p>甲</p>"
    assert mended(f"\t甲。\n\n{margin}丙").startswith("甲。")


def test_what_is_set_in_without_chinese_is_code() -> None:
    assert html("    a = 1\n    b") == "<pre><code>a = 1\nb\n</code></pre>"


# -- Headings and rules --------------------------------------------------------------------------------------------


def test_signs_below_a_sentence_make_no_heading_of_it() -> None:
    assert html("这是一句话。\n---\n甲") == "<p>这是一句话。</p>\n<hr><p>甲</p>"
    assert html("小标题\n---") == '<h2 id="小标题">小标题</h2>'
    for body in ("甲。\n===\n乙", "甲。\n---\n乙"):
        assert codes(body) == ["BD35"]
        assert codes(mended(body)) == []
        assert html(mended(body)) == html(body)


def test_headings_that_are_empty_skip_a_level_or_lack_a_blank_are_told_at_their_line() -> None:
    body = "#\n\n## 甲\n\n#### 乙\n\n##丙"
    assert [(code, line) for code, line, _ in told(body)] == [("BD36", 1), ("BD37", 5), ("BD39", 7)]
    assert re.findall(r"<h\d", html(body)) == ["<h2", "<h3", "<h2"]
    assert codes(mended(body)) == ["BD37"]


def test_a_topic_and_a_number_sign_are_no_headings() -> None:
    assert told("#管城在行动#这是") == [("BD40", 1, "#管城在行动#")]
    assert html("#1机组投产") == "<p>#1机组投产</p>"
    assert codes("C#与F#；[甲](https://a.cn/#x#y)") == []


def test_a_block_inside_of_a_line_is_an_error() -> None:
    assert told("见<li>第一项</li>、后面的话。") == [("BD41", 1, "<li")]
    assert codes("<ul><li>甲</li></ul>") == []


def test_fences_stand_in_lists_too_and_one_that_does_not_close_takes_nothing_away() -> None:
    assert "<pre><code>a\n  b\n</code></pre>" in html("- 甲\n  ```\n  a\n    b\n  ```\n- 乙")
    assert told("```\n甲") == [("BD46", 1, "```")]
    assert words("```\n甲")[0].endswith("甲")


# -- Whatever is written -------------------------------------------------------------------------------------------

STARTS = (
    "",
    "",
    "- ",
    "1. ",
    "2. ",
    "8. ",
    "> ",
    "  ",
    "   ",
    "    ",
    "\t",
    "　　",
    "# ",
    "1、",
    "①",
    "时间：",
    "1) ",
    "|",
)
WORDS = (
    "管城",
    "商都。",
    "Word",
    "2017",
    "3*5",
    "138****1",
    "**重点**",
    "*强*",
    "a_b",
    "；",
    "15日",
    "\t",
    "“引”",
)
ENDS = ("\n", "\n", "\n\n", "  \n", "\n|---|---|\n", "\n---\n", "\n===\n")
line = st.tuples(
    st.lists(st.sampled_from(STARTS), max_size=3), st.lists(st.sampled_from(WORDS), max_size=4), st.sampled_from(ENDS)
)


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


@settings(max_examples=200)
@given(st.lists(line, max_size=8))
def test_no_letter_is_lost_without_a_finding(lines: list[tuple[list[str], list[str], str]]) -> None:
    body = "".join("".join(start) + "".join(words) + end for start, words, end in lines)
    page = html(body)
    check(page)
    if not re.search(r"[0-9][.)] ", body):  # the numbers of items are printed by readers' programs
        assert codes(body).count("BD60") == 0
        assert letters(unescape(re.sub("<[^>]*>", "", page))) == letters(body)


@settings(max_examples=100)
@given(st.lists(line, max_size=6))
def test_what_is_mended_needs_no_second_mend_at_the_same_place(
    lines: list[tuple[list[str], list[str], str]],
) -> None:
    body = "".join("".join(start) + "".join(words) + end for start, words, end in lines)
    for problem in read(body)[1]:
        assert all(0 <= edit.start <= edit.end <= len(body) for edit in problem.edits)
        assert problem.place.line <= body.count("\n") + 1


def test_a_finding_of_a_line_carries_its_mend_in_the_file() -> None:
    problem: Problem = read("文\n\n##甲")[1][0]
    assert (problem.place.line, problem.place.column, problem.edits[0].start) == (3, 1, 5)
