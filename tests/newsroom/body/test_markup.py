"""A body as a value: photos, links, notes, tables, plain words, places, and that nothing can make it fail."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.newsroom.body import dialect
from plugins.newsroom.body.document import Document, LinkSlot, PhotoSlot, WrittenPhoto
from plugins.newsroom.body.markup import read_in_full
from tests.newsroom.bodies import check, codes, html, html_of, junk, marked, read

# -- Photos --------------------------------------------------------------------------------------------------------


def test_a_paragraph_of_one_photo_is_a_slot() -> None:
    document, problems = read('甲\n\n![城墙遗址东南角](01.jpg "张三 摄")\n\n乙')
    assert problems == ()
    assert document.parts == ("<p>甲</p>\n", PhotoSlot((0,)), "<p>乙</p>")
    photo = document.photos[0]
    assert (photo.file, photo.caption, photo.credit) == ("01.jpg", "城墙遗址东南角", "张三 摄")
    assert (photo.place.line, photo.place.column, photo.place.length) == (3, 12, 6)
    assert photo.credit_place is not None
    assert (photo.credit_place.line, photo.credit_place.column, photo.credit_place.length) == (3, 20, 4)


@pytest.mark.parametrize("between", [" ", "\n", "  \n", ""])
def test_several_photos_in_one_paragraph_are_a_gallery(between: str) -> None:
    document, _ = read(f'![甲](1.jpg "张三 摄"){between}![乙](2.jpg "张三 摄"){between}![丙](1.jpg "李四 摄")')
    assert document.parts == (PhotoSlot((0, 1, 2)),)
    assert [photo.caption for photo in document.photos] == ["甲", "乙", "丙"]


@pytest.mark.parametrize(
    ("body", "page"),
    [
        ("前 ![图](1.jpg) 后", "<p>前</p>\n@<p>后</p>"),
        ("![图](1.jpg)\n正文", "@<p>正文</p>"),
        ("前 **重 ![图](1.jpg) 要** 后", "<p>前 <strong>重</strong></p>\n@<p><strong>要</strong> 后</p>"),
        ("前\n\n![图][甲]\n后\n\n[甲]: 1.jpg", "<p>前</p>\n@<p>后</p>"),
        ("- 甲 ![图](1.jpg) 乙", "<ul><li>甲@乙</li>\n</ul>"),
        ("## 前 ![图](1.jpg) 后", '<h2 id="前后">前后</h2>\n@'),
        ("**![图](1.jpg)**", "@"),
        ("[![图](1.jpg)](https://a.cn)", "@"),
        ("## 题 ![图](1.jpg)", '<h2 id="题">题</h2>\n@'),
        ("- 甲 ![图](1.jpg)\n- 乙", "<ul><li>甲@</li>\n<li>乙</li>\n</ul>"),
        ("> ![图](1.jpg)", "<blockquote>@</blockquote>"),
        ("| 甲 | 乙 |\n|---|---|\n| 丙 | ![图](1.jpg) |", "<td>@</td>"),
    ],
)
def test_a_photo_stands_where_it_was_written_and_cuts_a_paragraph_in_two(body: str, page: str) -> None:
    figure = '<figure class="photo">0</figure>'
    assert page.replace("@", figure) in html(body)
    check(html(body))


@pytest.mark.parametrize(
    ("written", "file"),
    [
        ("城墙 东南.jpg", "城墙 东南.jpg"),
        ("<城墙 (东南).jpg>", "城墙 (东南).jpg"),
        ("%E5%9F%8E%20a.jpg", "城 a.jpg"),
        ("图/01.jpg", "图/01.jpg"),
        ("a_b_c*d*.jpg", "a_b_c*d*.jpg"),
        ("a&amp;b.jpg", "a&b.jpg"),
    ],
)
def test_a_file_name_is_understood_however_it_is_written(written: str, file: str) -> None:
    document, problems = read(f'![图]({written} "张三 摄")')
    assert [photo.file for photo in document.photos] == [file]
    assert document.photos[0].credit == "张三 摄"
    assert problems == ()


@pytest.mark.parametrize(
    "file",
    [
        "https://a.cn/1.jpg",
        "//a.cn/1.jpg",
        "/1.jpg",
        "../1.jpg",
        "a/../../1.jpg",
        "data:image/png;base64,AA",
        "C:\\图\\1.jpg",
    ],
)
def test_a_photo_that_does_not_lie_beside_the_story_is_an_error_at_its_name(file: str) -> None:
    document, (problem,) = read(f"甲 ![图]({file})")
    assert (problem.code, marked(problem)) == ("BD01", file)
    assert document.photos == ()


def test_a_photo_without_a_file_name_is_an_error() -> None:
    assert codes("![图]()") == ["BD02"]


def test_chinese_quotes_around_a_credit_are_understood_and_reported() -> None:
    document, (problem,) = read("![图](01.jpg “张三 摄”)")
    assert (document.photos[0].file, document.photos[0].credit) == ("01.jpg", "张三 摄")
    assert (problem.code, marked(problem)) == ("BD05", "张三 摄")


@pytest.mark.parametrize("slip", ['![图](01 "张三 摄', "![图]（01）", "真好！[图](01.jpg)", '![图](01 "张三 摄"）'])
def test_a_photo_that_is_not_written_right_is_an_error_and_not_lost(slip: str) -> None:
    _, problems = read(f"前文\n\n{slip}")
    assert "BD04" in [problem.code for problem in problems]
    assert {problem.place.line for problem in problems} == {3}


@pytest.mark.parametrize("address", ["https://a.cn/b", "yejing.mp4", "../16-a/index.md"])
def test_a_link_that_holds_nothing_but_a_photo_is_told_where_it_leads(address: str) -> None:
    (problem,) = read(f'甲\n\n[![图](01.jpg "张三 摄")]({address})')[1]
    assert (problem.code, problem.place.line, marked(problem)) == ("BD53", 3, address)
    assert codes('[甲![图](01.jpg "张三 摄")](https://a.cn/b)') == []


def test_a_photo_written_by_reference_is_known_by_the_line_of_its_file_name() -> None:
    document, problems = read('![图][一]\n\n文\n\n[一]: 01.jpg "张三 摄"')
    assert document.photos[0].file == "01.jpg"
    assert (document.photos[0].place.line, document.photos[0].place.column) == (5, 6)
    assert problems == ()


def test_photos_of_one_name_are_told_apart_by_their_places() -> None:
    body = (
        "`![图](1.jpg)` ![甲](1.jpg) ![乙](1.jpg)\n\n- ![丙](1.jpg)\n\n注[^1]\n\n[^1]: ![丁](1.jpg)\n\n> ![戊](1.jpg)"
    )
    for photo in read(body)[0].photos:
        line = next(number for number, text in enumerate(body.split("\n"), start=1) if f"[{photo.caption}]" in text)
        column = photo.place.text.index(f"[{photo.caption}](") + len("[甲](") + 1
        assert (photo.place.line, photo.place.column) == (line, column)
    assert len(read(body)[0].photos) == 5


@settings(max_examples=100)
@given(
    st.lists(
        st.sampled_from(
            ["甲乙丙", "![图](01.jpg)", "[见](../a/index.md)", " `![码](01.jpg)` ", "\n", "\n\n", "**粗**"]
        ),
        max_size=20,
    )
)
def test_every_photo_and_link_is_found_where_it_stands(pieces: list[str]) -> None:
    body = "".join(pieces)
    document, problems = read(body)
    lines = body.split("\n")
    expected = [
        (number, match.start(1) + 1)
        for number, line in enumerate(lines, start=1)
        for match in re.finditer(r"`[^`]*`|!\[图\]\((01\.jpg)\)", line)
        if match.group(1)
    ]
    assert [(photo.place.line, photo.place.column) for photo in document.photos] == expected
    assert all(marked_text(link.place) == "../a/index.md" for link in document.links)
    assert len(document.links) == pieces.count("[见](../a/index.md)")
    assert problems == ()


def marked_text(place: object) -> str:
    return place.text[place.column - 1 : place.column - 1 + place.length]


# -- Links ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "target", "fragment"),
    [
        ("../16-qiye/index.md", "2017/08/16-qiye/index.md", ""),
        ("../16-qiye/index.md#措施", "2017/08/16-qiye/index.md", "措施"),
        ("../16-qiye/", "2017/08/16-qiye/index.md", ""),
        ("../16-qiye", "2017/08/16-qiye/index.md", ""),
        ("../16-qiye/#一、措施", "2017/08/16-qiye/index.md", "一-措施"),
        ("../../07/31-a.md", "2017/07/31-a.md", ""),
        ("../../../pages/about/index.md", "pages/about/index.md", ""),
        ("../%E4%BC%81%E4%B8%9A/index.md", "2017/08/企业/index.md", ""),
        ("<../企业 服务/index.md>", "2017/08/企业 服务/index.md", ""),
        ("index.md", "2017/08/16-shangdu/index.md", ""),
    ],
)
def test_a_link_to_another_storys_file_leaves_a_slot(written: str, target: str, fragment: str) -> None:
    document, problems = read(f"见[那篇]({written})。")
    assert problems == ()
    assert [(link.target, link.fragment) for link in document.links] == [(target, fragment)]
    assert document.parts == ('<p>见<a href="', LinkSlot(0), '">那篇</a>。</p>')
    assert marked_text(document.links[0].place) == written.strip("<>")


@pytest.mark.parametrize(
    ("address", "printed"),
    [
        ("https://a.cn/b?c=1&d=2#e", "https://a.cn/b?c=1&amp;d=2#e"),
        ("http://管城.cn/商都", "http://管城.cn/商都"),
        ("<https://a.cn/b c>", "https://a.cn/b%20c"),
        ("HTTPS://A.cn", "https://A.cn"),
    ],
)
def test_a_link_to_the_web_is_kept(address: str, printed: str) -> None:
    assert html(f"[甲]({address})") == f'<p><a href="{printed}" rel="noopener">甲</a></p>'
    check(html(f"[甲]({address})"))


def test_a_link_to_mail_or_telephone_is_kept() -> None:
    assert html("[甲](mailto:a@b.cn) [乙](tel:0371-12345678)") == (
        '<p><a href="mailto:a@b.cn">甲</a> <a href="tel:0371-12345678">乙</a></p>'
    )
    assert html("<a@b.cn>") == '<p><a href="mailto:a@b.cn">a@b.cn</a></p>'


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("javascript:alert(1)", "BD06"),
        ("JaVaScRiPt&#58;alert(1)", "BD06"),
        ("java&#x09;script:alert(1)", "BD06"),
        ("vbscript:x", "BD06"),
        ("data:text/html,x", "BD06"),
        ("file:///etc/passwd", "BD06"),
        ("", "BD07"),
        ("<>", "BD07"),
        ("/2017/08/shangdu/", "BD08"),
        ("方案.csv", "AT02"),
        ("../16-x/01.jpg", "BD09"),
        ("../../../../x.md", "BD10"),
        ("#没有", "BD11"),
        ("www.guancheng.gov.cn", "BD12"),
        ("guancheng.gov.cn/x", "BD12"),
        ("//a.cn/x", "BD12"),
        ("http://", "BD12"),
        ("https://[::1", "BD12"),
    ],
)
def test_a_link_that_cannot_stand_is_an_error_at_its_address(address: str, code: str) -> None:
    document, (problem,) = read(f"甲\n[见]({address})乙")
    assert (problem.code, problem.place.line) == (code, 2)
    assert "&" in address or marked(problem) in address or address == ""
    assert "href" not in html_of(document)


def test_a_link_that_is_not_written_right_is_a_warning() -> None:
    _, (problem,) = read("见[甲](https://a.cn。")
    assert (problem.code, problem.place.column) == ("BD24", 2)


def test_a_link_cannot_stand_inside_a_link() -> None:
    page = html("[见 <https://b.cn> 等](https://a.cn)")
    assert page.count("<a ") == 1
    check(page)


def test_a_definition_nobody_refers_to_is_an_error_for_its_words_would_be_lost() -> None:
    _, (problem,) = read("正文。\n\n[注]: 本文数据截至8月。")
    assert (problem.code, problem.place.line) == ("BD22", 3)
    assert codes("见[注]。\n\n[注]: ../a/index.md") == []


# -- Notes, quotes, tables -----------------------------------------------------------------------------------------


def test_footnotes_have_stable_ids_chinese_labels_and_the_order_of_the_text() -> None:
    document, problems = read("甲[^b]乙[^a]丙[^b]\n\n[^a]: 注甲\n\n[^b]: 注乙")
    page = html_of(document)
    assert problems == ()
    assert page.index('<li id="fn-b">') < page.index('<li id="fn-a">')
    assert (
        '<sup id="fnref-b"><a href="#fn-b" class="footnote-ref" role="doc-noteref" aria-label="注释 1">1</a></sup>'
        in page
    )
    assert 'href="#fnref2-b" class="footnote-backref" aria-label="回到正文"' in page
    assert not re.search("[A-Za-z]{3,}", re.sub("<[^>]*>", "", page))
    assert "Jump" not in page
    assert set(document.anchors) == {"fn-a", "fn-b", "fnref-a", "fnref-b", "fnref2-b"}
    check(page)


@pytest.mark.parametrize("label", ["1", "注一", "a b", "a!", "a?", "*", "α"])
def test_a_footnotes_label_may_be_anything(label: str) -> None:
    document, _ = read(f"甲[^{label}]\n\n[^{label}]: 注")
    check(html_of(document))
    assert len(document.anchors) == 2


def test_notes_that_do_not_meet_are_reported() -> None:
    _, problems = read("甲[^1]乙`[^3]`\n\n[^2]: 注")
    assert [(problem.code, marked(problem)) for problem in problems] == [("BD21", "[^2]"), ("BD20", "[^1]")]


def test_a_quote_that_begins_with_editors_words_is_an_editors_note() -> None:
    assert html("> 编者按：本期起") == '<blockquote class="editors-note"><p>编者按：本期起</p>\n</blockquote>'
    assert 'class="editors-note"' in html("> **【编者按】** 本期起")
    assert "class" not in html("> 他说，编者按是什么")


def test_a_table_scrolls_in_a_box_of_its_own() -> None:
    page = html("| 甲 | 乙 | 丙 | 丁 |\n|---|---|---|--:|\n| 1 | 2 | 3 | 4 |")
    assert page.startswith('<section class="table-wrap" tabindex="0" aria-label="表格"><table><thead>')
    assert '<td class="align-right">4</td>' in page
    two = html("| 甲 | 乙 | 丙 | 丁 |\n|---|---|---|---|\n\n文\n\n| 1 | 2 | 3 | 4 |\n|---|---|---|---|")
    assert 'aria-label="表格1"' in two
    assert 'aria-label="表格2"' in two
    check(page + two)


def test_a_table_that_fits_any_screen_needs_no_box_and_no_stop_of_the_tab_key() -> None:
    assert html("| 甲 | 乙 | 丙 |\n|---|---|--:|\n| 1 | 2 | 3 |").startswith("<table><thead>")
    spanning = "<table><tr><td colspan=4>甲</td></tr></table>"
    assert "table-wrap" in html(spanning)
    check(html(f"<table><tr><td>{spanning}</td></tr></table>"))


def test_definition_lists_and_sane_lists_are_read() -> None:
    assert html("甲\n:   乙") == "<dl><dt>甲</dt>\n<dd>乙</dd>\n</dl>"
    assert html("3. 甲\n4. 乙").startswith('<ol start="3">')


# -- Plain words ---------------------------------------------------------------------------------------------------


def test_the_plain_words_hold_what_readers_read_and_nothing_else() -> None:
    body = (
        '　　甲**乙**[丙](https://a.cn)[^1]。\n\n![图说](1.jpg "张三 摄")\n\n## 小标题\n\n- 项一\n- 项二\n\n'
        "> 引文\n\n| 头 | 二 |\n|---|---|\n| 三 | 四 |\n\n<div><p>原<b>文</b></p>\n<p>二\n段</p></div>\n\n戊<b>己</b>&amp;\n\n[^1]: 注释\n"
    )
    expected = "甲乙丙。\n项一\n项二\n引文\n头 二\n三 四\n原文\n二段\n戊己&"
    assert read(body)[0].text == expected


# -- Whatever is written -------------------------------------------------------------------------------------------


def test_an_empty_body_is_an_empty_document() -> None:
    assert read("") == (Document(), ())
    assert read(" \n　　\n") == (Document(), ())


def test_no_part_is_empty_and_no_two_strings_touch() -> None:
    parts = read("甲\n\n![图](1.jpg)\n\n![图](2.jpg)\n\n乙[丙](../a/index.md)丁<b>戊</b>\n\n己")[0].parts
    kinds = "".join("s" if isinstance(part, str) else "P" if isinstance(part, PhotoSlot) else "L" for part in parts)
    assert kinds == "sPPsLs"
    assert all(part.strip() for part in parts if isinstance(part, str))


@settings(max_examples=400)
@given(junk)
def test_whatever_is_written_is_read_without_failing_and_comes_out_valid(body: str) -> None:
    document, problems = read(body)
    page = html_of(document)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef]", page + document.text)
    if not any(problem.is_error for problem in problems):
        check(page)
        used = [photo for part in document.parts if isinstance(part, PhotoSlot) for photo in part.photos]
        assert sorted(used) == list(range(len(document.photos)))
    assert all(isinstance(photo, WrittenPhoto) for photo in document.photos)


@settings(max_examples=100)
@given(junk, junk)
def test_a_body_is_read_the_same_whatever_was_read_before(body: str, other: str) -> None:
    first = read(body)
    read(other)
    assert read(body) == first


@settings(max_examples=200)
@given(junk)
def test_leaving_out_rules_that_cannot_apply_changes_nothing(body: str) -> None:
    quick = read(body, way=read_in_full)
    needed = dialect._needed
    dialect._needed = lambda rules, text: [rule for _, rule in rules]
    try:
        assert read(body, way=read_in_full) == quick
    finally:
        dialect._needed = needed


def test_nesting_beyond_reason_is_an_error_and_does_no_harm_to_the_next_story() -> None:
    assert codes("- " * 1500 + "甲") == ["BD26"]
    assert html("- 甲\n- 乙") == "<ul><li>甲</li>\n<li>乙</li>\n</ul>"
