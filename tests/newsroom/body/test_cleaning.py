"""Raw HTML and attributes: what reaches a page, what is taken away and said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.newsroom.bodies import check, codes, html, html_of, marked, read


@pytest.mark.parametrize(
    "body",
    [
        "甲<b>乙</b><br>丙<sup>2</sup>",
        "<ruby>管<rt>guǎn</rt></ruby>城",
        "<p>甲</p>\n\n<ul>\n<li>乙\n<li>丙\n</ul>",
        '<table>\n<tr><td colspan="2">甲</td></tr>\n</table>',
        '见<a href="https://a.cn" title="甲">乙</a>',
        '<p class="align-right">落款</p>',
    ],
)
def test_plain_html_is_kept_without_a_word(body: str) -> None:
    assert codes(body) == []
    check(html(body))


def test_kept_html_reads_as_it_was_written() -> None:
    assert html("甲<b>乙</b>") == "<p>甲<b>乙</b></p>"
    assert html('<a href="https://a.cn">乙</a>') == '<p><a rel="noopener" href="https://a.cn">乙</a></p>'
    assert html('<p class="align-right">落款</p>') == '<p class="align-right">落款</p>'


@pytest.mark.parametrize(
    ("body", "code", "under"),
    [
        ("<script>alert(1)</script>", "BD13", "<script"),
        ("文字<SCRIPT src=//x></SCRIPT>", "BD13", "<SCRIPT"),
        ("<iframe src='https://a.cn'></iframe>", "BD13", "<iframe"),
        ("<style>p{}</style>", "BD13", "<style"),
        ("<form><input></form>", "BD13", "<form"),
        ("<video src=a.mp4></video>", "BD13", "<video"),
        ("<b onclick='x()'>甲</b>", "BD14", "<b"),
        ("<svg onload=alert(1)></svg>", "BD13", "<svg"),
        ("<b/onmouseover=x>甲</b>", "BD14", "<b"),
        ('<a href="javascript:x">甲</a>', "BD06", "<a"),
        ('<a href="JaVa&#x73;cript:x">甲</a>', "BD06", "<a"),
        ('<a href=" java\tscript:x">甲</a>', "BD06", "<a"),
        ("<img src=01.jpg>", "BD03", "<img"),
        ("<b>甲", "BD17", "<b"),
        ("甲</b>", "BD17", "</b"),
        ("<div>\n\n甲", "BD17", "<div"),
        ("<div><b>甲</div>", "BD17", "<b"),
        ("<p>甲", "BD17", "<p"),
        ('<a href="../x/index.md">甲</a>', "BD23", "<a"),
        ("<div>\n![图](01.jpg)\n</div>", "BD25", "0"),
    ],
)
def test_what_may_not_reach_a_page_is_an_error_at_its_tag(body: str, code: str, under: str) -> None:
    document, problems = read(f"第一段\n\n{body}")
    found = [problem for problem in problems if problem.code == code]
    assert found[0].is_error
    assert marked(found[0]) == under
    assert found[0].place.line >= 3
    page = html_of(document).lower()
    assert not any(
        word in page
        for word in ("<script", "<iframe", "<style", "<form", "<svg", "<img", "javascript", " on", "<video")
    )


@pytest.mark.parametrize(
    ("body", "code", "page"),
    [
        ("<font color=red>红</font>字", "BD15", "<p>红字</p>"),
        ("甲<o:p></o:p>乙", "BD15", "<p>甲乙</p>"),
        ('<b style="color:red">红</b>', "BD16", "<p><b>红</b></p>"),
        ('<b id="x">红</b>', "BD16", "<p><b>红</b></p>"),
        ('<b class="red">红</b>', "BD16", "<p><b>红</b></p>"),
        ("<center>\n甲\n</center>", "BD15", " 甲 "),
    ],
)
def test_what_is_only_a_look_is_taken_away_with_a_warning_and_the_words_stay(body: str, code: str, page: str) -> None:
    document, problems = read(body)
    assert [(problem.code, problem.is_error, problem.place.line) for problem in problems] == [(code, False, 1)]
    assert html_of(document) == page.strip() or html_of(document).strip() == page.strip()


@pytest.mark.parametrize(
    "body", ["甲<!-- 暗 -->乙", "<!-- 暗\n\n暗 -->\n甲乙", "<!-- <script>x</script> -->\n\n甲乙", "<?php x ?>\n\n甲乙"]
)
def test_comments_are_taken_away_in_silence(body: str) -> None:
    assert html(body) == "<p>甲乙</p>"
    assert codes(body) == []


@pytest.mark.parametrize(
    ("body", "code", "under"),
    [
        ("**甲**{onclick=alert(1)}", "BD14", "onclick"),
        ("![图](a.jpg){onerror=x}", "BD14", "onerror"),
        ("甲\n{: style=color:red}", "BD16", "style"),
        ("甲\n{: .red .align-right}", "BD16", "red"),
        ("## 甲 {#x onclick=1}", "BD14", "onclick"),
        ("[甲](https://a.cn){target=_blank}", "BD16", "target"),
        ("**甲**{#x}", "BD16", "id"),
    ],
)
def test_an_attribute_list_may_set_no_more_than_raw_html(body: str, code: str, under: str) -> None:
    document, problems = read(body)
    assert [problem.code for problem in problems] == [code]
    assert marked(problems[0]) == under or under == "id"
    check(html_of(document))


def test_an_attribute_list_may_set_ids_and_the_classes_we_have() -> None:
    assert html("甲\n{: #jia .align-right}") == '<p id="jia" class="align-right">甲</p>'
    assert codes("甲\n{: #jia .align-right}") == []


def test_an_address_set_by_an_attribute_list_is_judged_like_any_other() -> None:
    assert codes("[甲](https://a.cn){href=javascript:x}") == ["BD06"]
    assert codes("![图](a.jpg){src=https://a.cn/1.jpg}") == ["BD01"]


def test_code_is_shown_and_not_cleaned() -> None:
    body = "`<script>` 与 `<b onclick=x>`\n\n```\n<script>alert(1)</script>\n```\n\n    <iframe>\n"
    assert codes(body) == []
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html(body)
    assert "&lt;b onclick=x&gt;" in html(body)
    check(html(body))


def test_a_fence_cannot_carry_attributes() -> None:
    assert html('``` {.py onclick="x"}\n甲\n```') == "<pre><code>甲\n</code></pre>"


def test_angle_brackets_that_are_no_tags_are_text() -> None:
    assert html("速度<10，<记者>，1 < 2 > 0") == "<p>速度&lt;10，&lt;记者&gt;，1 &lt; 2 &gt; 0</p>"
    assert codes("速度<10，<记者>") == []


def test_raw_html_cannot_forge_what_stands_for_our_own_parts() -> None:
    body = '<hr class="&#xfde1;&#xfdd0;&#xfdef;"><a href="&#xfde2;&#xfdd0;&#xfdef;">x</a><b id="&#xfde3;main">y</b>\ufde1\ufdd0\ufdef'
    document, _ = read(body)
    assert all(isinstance(part, str) for part in document.parts)
    assert "id=" not in html_of(document)


def test_our_own_markup_survives_beside_raw_html() -> None:
    markdown = '## 甲 {#jia}\n\n注[^1]，[乙](../b/index.md)，[丙](#jia)\n\n![图](1.jpg "张三 摄")\n\n| 一 | 二 |\n|---|--:|\n\n> 编者按：丁\n\n[^1]: 戊'
    alone, _ = read(markdown)
    beside, problems = read(markdown + "\n\n<p>己</p>")
    assert problems == ()
    assert beside.photos == alone.photos
    assert beside.anchors == alone.anchors
    assert html_of(beside).replace("<p>己</p>", "").split() == html_of(alone).split()


def test_a_bracket_in_an_attribute_cannot_break_out() -> None:
    page = html('<a href="https://a.cn" title="<table>">甲</a>')
    assert "table-wrap" not in page
    check(page)


NAMES = "a b em p div ul li ol table tr td th dl dt dd blockquote h2 pre code sup span section"
TAGS = st.sampled_from(NAMES.split())
WORDS = st.sampled_from(
    [
        "管城",
        "\n",
        "\n\n",
        "# 甲\n",
        "- 项\n",
        "> 引\n",
        "![图](01.jpg)\n",
        "[甲](../x/index.md)",
        "**粗**",
        "[^1]",
        "\n\n[^1]: 注\n",
    ]
)
nested = st.deferred(
    lambda: st.lists(WORDS | st.builds("<{0}>{1}</{0}>".format, TAGS, nested), max_size=5).map("".join)
)


@given(nested)
def test_html_nested_in_any_way_comes_out_valid(body: str) -> None:
    document, problems = read(body)
    if not any(problem.is_error for problem in problems):
        check(html_of(document))
