"""Line ends in paragraphs, and where paragraphs and lists begin."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.newsroom.body.joining import join
from tests.newsroom.bodies import check, html, read


@pytest.mark.parametrize(
    ("body", "paragraph"),
    [
        ("主动加快知\n识更新", "主动加快知识更新"),
        ("他说：\n“好”\n——再见\n……", "他说：“好”——再见……"),
        ("甲**乙\n丙**\n丁", "甲<strong>乙丙</strong>丁"),
        ("甲*乙*\n**丙**丁", "甲<em>乙</em><strong>丙</strong>丁"),
        ("见[全\n文](https://a.cn)\n后", '见<a href="https://a.cn" rel="noopener">全文</a>后'),
        ("one\ntwo", "one two"),
        ("**one**\n*two*", "<strong>one</strong> <em>two</em>"),
        ("管城\nGuancheng\n管城", "管城Guancheng管城"),
        ("到2017\n年", "到2017年"),
        ("行末有空格 \n　下一行", "行末有空格下一行"),
        ("硬换行  \n下一行", "硬换行<br>下一行"),
        ("硬换行\\\n下一行", "硬换行<br>下一行"),
        ("甲`x\ny`\n乙", "甲<code>x\ny</code>乙"),
        ("甲<b>乙</b>\n丙", "甲<b>乙</b>丙"),
        ("甲&ldquo;\n乙", "甲“乙"),
    ],
)
def test_lines_of_a_paragraph_are_joined_as_chinese_wants(body: str, paragraph: str) -> None:
    assert html(body) == f"<p>{paragraph}</p>"


def test_lines_are_joined_in_items_cells_headings_quotes_and_notes() -> None:
    page = html("- 甲\n乙\n\n> 丙\n> 丁\n\n注[^1]\n文\n\n[^1]: 戊\n己")
    assert "<li>甲乙</li>" in page
    assert "<p>丙丁</p>" in page
    assert "</sup>文" in page
    assert "戊己" in page
    check(page)


def test_a_footnote_mark_between_latin_and_han_asks_for_no_space() -> None:
    assert "</sup>管城" in html("管城[^1]\n管城\n\n[^1]: 注")
    assert "</sup> word" in html("word[^1]\nword\n\n[^1]: 注")


def test_code_keeps_its_lines() -> None:
    assert html("```\n甲\n乙\n```") == "<pre><code>甲\n乙\n</code></pre>"
    assert html("    a\n    b") == "<pre><code>a\nb\n</code></pre>"


HAN = st.text(alphabet="管城区委市政府，。“”", min_size=1, max_size=6)


@settings(max_examples=150)
@given(st.lists(HAN, min_size=2, max_size=6))
def test_no_space_is_ever_left_between_chinese_lines(lines: list[str]) -> None:
    assert read("\n".join(lines))[0].text.replace("\n", "") == "".join(lines)


@settings(max_examples=100)
@given(
    st.lists(st.tuples(HAN, st.sampled_from(["{}", "**{}**", "*{}*", "[{}](https://a.cn)"])), min_size=2, max_size=6)
)
def test_no_space_is_left_across_emphasis_and_links(pieces: list[tuple[str, str]]) -> None:
    words = [word.strip("，。“”") or "管" for word, _ in pieces]
    body = "\n".join(form.format(word) for word, (_, form) in zip(words, pieces, strict=True))
    assert read(body)[0].text == "".join(words)


@given(st.lists(st.text(alphabet="abc123", min_size=1, max_size=4), min_size=1, max_size=5))
def test_latin_words_keep_one_space(words: list[str]) -> None:
    assert join("\n".join(words)) == " ".join(words)


@given(st.text(alphabet="管a \n“", max_size=20))
def test_joining_twice_changes_nothing(text: str) -> None:
    assert join(join(text)) == join(text)
    assert "\n" not in join(text)


# -- Where paragraphs and lists begin ------------------------------------------------------------------------------


def test_a_list_may_follow_its_lead_in_without_a_blank_line() -> None:
    assert html("正文：\n- 甲\n- 乙") == "<p>正文：</p>\n<ul><li>甲</li>\n<li>乙</li>\n</ul>"
    assert html("正文：\n1. 甲\n2. 乙") == "<p>正文：</p>\n<ol><li>甲</li>\n<li>乙</li>\n</ol>"
    assert html("> 正文：\n> - 甲") == "<blockquote><p>正文：</p>\n<ul><li>甲</li>\n</ul>\n</blockquote>"


def test_a_lead_in_written_over_several_lines_is_one_paragraph() -> None:
    assert html("要做到\n以下：\n- 甲").startswith("<p>要做到以下：</p>\n<ul>")


def test_a_list_stays_one_tight_list_over_lazy_lines() -> None:
    assert html("- 甲\n续\n- 乙") == "<ul><li>甲续</li>\n<li>乙</li>\n</ul>"


def test_what_is_no_list_stays_text() -> None:
    assert html("甲\n-乙") == "<p>甲-乙</p>"
    assert html("共有\n3. 5公里") == "<p>共有3. 5公里</p>"
    assert html("```\n正文：\n- 甲\n```") == "<pre><code>正文：\n- 甲\n</code></pre>"


def test_two_full_width_spaces_begin_a_paragraph_and_are_dropped() -> None:
    assert html("　　第一段\n　　第二段\n续") == "<p>第一段</p>\n<p>第二段续</p>"
    assert html("　　第一段\n　　\n第二段") == "<p>第一段</p>\n<p>第二段</p>"
    assert read("　　第一段\n　　第二段")[0].text == "第一段\n第二段"


def test_a_hashtag_is_no_heading() -> None:
    assert html("#管城在行动#") == "<p>#管城在行动#</p>"
    assert html("## 标题 ##") == '<h2 id="标题">标题</h2>'
