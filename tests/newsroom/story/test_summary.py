"""The summary nobody wrote: whole sentences of running text, never cells, items, headings or code."""

from __future__ import annotations

import pytest
from hypothesis import given

from plugins.newsroom.body.document import Document
from plugins.newsroom.story.summary import _html_of, _lines, of_body
from tests.newsroom.bodies import junk, read

OPENING = "8月16日，片区召开推进会，部署下一步工作。"
TABLE = "| 指标 | 数量 |\n|---|---|\n| 协议 | 320 户 |\n"


def _summary(body: str) -> str:
    return of_body(read(body)[0])


@pytest.mark.parametrize(
    "body",
    [
        f"{TABLE}\n{OPENING}\n",
        f"主要指标如下：\n\n{TABLE}\n{OPENING}\n",
        f"- 协议 320 户\n- 拆除 18 栋\n\n{OPENING}\n",
        f"1. 协议 320 户\n2. 拆除 18 栋\n\n{OPENING}\n",
        f"```\n代码\n```\n\n{OPENING}\n",
        f"## 一、基本情况\n\n{OPENING}\n",
        f"一、基本情况\n\n{OPENING}\n",
        f"**（一）基本情况**\n\n{OPENING}\n",
        f"●协议 320 户\n\n●拆除 18 栋。\n\n{OPENING}\n",
        f"时间：8月16日\n\n地点：会议室\n\n{OPENING}\n",
        f"320 18 45.6%\n\n{OPENING}\n",
        f"{OPENING}主要指标如下：\n\n{TABLE}",
        f"主要指标如下：\n\n| 甲 | 乙 | 丙 | 丁 |\n|---|---|---|---|\n| 1 | 2 | 3 | 4 |\n\n{OPENING}\n",
        f"<table><tr><td>协议<p>320 户。</p></td></tr></table>\n\n{OPENING}\n",
    ],
)
def test_only_running_text_is_told(body):
    assert _summary(body) == OPENING


def test_what_leads_to_a_list_ends_the_summary_when_nothing_else_says_it():
    body = "8月16日，片区召开推进会，部署三项工作：\n\n- 签完协议\n- 清完渣土\n\n会议强调，要压实责任。\n"
    assert _summary(body) == "8月16日，片区召开推进会，部署三项工作……"


def test_running_text_behind_a_list_goes_on():
    body = f"{OPENING}分工如下：\n\n- 甲组：协议\n- 乙组：渣土\n\n会议强调，要压实责任。\n"
    assert _summary(body) == f"{OPENING}会议强调，要压实责任。"


def test_an_item_that_is_a_sentence_is_running_text_and_so_is_an_answer():
    assert _summary("一、加快征迁。年底前完成。\n") == "一、加快征迁。年底前完成。"
    assert _summary("答：稳定指社会稳定。\n") == "答：稳定指社会稳定。"


def test_a_body_without_running_text_is_told_by_its_words():
    assert _summary("- 协议 320 户\n- 拆除 18 栋\n") == "协议 320 户 拆除 18 栋"
    assert of_body(Document()) == ""


def test_words_are_those_of_the_body_without_the_numbers_of_its_notes():
    body = f"- 一项\n\n{OPENING[:-1]}[^1]。水量 5 m<sup>3</sup> &lt; 6。\n\n[^1]: 注。\n"
    assert _summary(body) == f"{OPENING}水量 5 m3 < 6。"


@given(junk.map(lambda body: body.replace("<", "")))
def test_what_is_read_of_html_without_lists_is_the_text_of_the_body(body):
    document, _ = read(body)
    lines = list(_lines(_html_of(document)))
    if all(line.is_prose for line in lines):
        assert "".join("".join(line.text for line in lines).split()) == "".join(document.text.split())


def test_links_to_files_are_words_and_what_is_struck_out_is_none():
    assert _summary(f"~~原定20日~~见[方案](a.pdf)，今日公布。\n\n{TABLE}") == "见方案，今日公布。"
