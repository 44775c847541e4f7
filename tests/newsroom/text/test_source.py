"""Files as editors' programs leave them: encodings, line breaks, invisible characters."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.newsroom import head, registry
from plugins.newsroom.text.source import Source, decode

STORY = "---\n标题: 商都历史文化区三清零\n---\n各级各部门层层传达。\n"


def codes(data: bytes) -> list[str]:
    return [finding.code for finding in decode(data, "content/a.md", head.LAYOUT)[1]]


def test_a_sound_file_has_no_findings():
    source, problems = decode(STORY.encode(), "content/a.md", head.LAYOUT)
    assert (source.text, source.encoding, source.file) == (STORY, "utf-8", "content/a.md")
    assert problems == ()


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (STORY.encode("gb18030"), "gb18030"),
        (STORY.encode("gbk"), "gb18030"),
        (b"\xff\xfe" + STORY.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + STORY.encode("utf-16-be"), "utf-16-be"),
        (STORY.encode("utf-16-le"), "utf-16-le"),
        (STORY.encode("utf-16-be"), "utf-16-be"),
    ],
    ids=["gb18030", "gbk", "utf-16-le", "utf-16-be", "utf-16-le without mark", "utf-16-be without mark"],
)
def test_another_encoding_is_understood_and_can_be_mended(data, encoding):
    source, problems = decode(data, "a.md", head.LAYOUT)
    assert (source.text, source.encoding) == (STORY, encoding)
    assert [(p.code, p.is_error, p.reencode) for p in problems] == [("FI01", False, True)]
    assert encoding.upper() in problems[0].message


def test_a_rare_character_of_gb18030_is_kept():
    text = STORY + "䶮㙍\U00020bb7。\n"
    assert decode(text.encode("gb18030"), "a.md", head.LAYOUT)[0].text == text


def test_a_byte_order_mark_is_taken_off_and_can_be_mended():
    source, problems = decode(b"\xef\xbb\xbf" + STORY.encode(), "a.md", head.LAYOUT)
    assert source.text == STORY
    assert [(p.code, p.reencode) for p in problems] == [("FI02", True)]


@pytest.mark.parametrize("line_break", ["\r\n", "\r", "\u2028", "\x0b", "\x85"])
def test_other_line_breaks_become_plain_ones(line_break):
    source, problems = decode(STORY.replace("\n", line_break).encode(), "a.md", head.LAYOUT)
    assert source.text == STORY
    assert [(p.code, p.reencode) for p in problems] == [("FI03", True)]


@pytest.mark.parametrize("sign", ["\x0b", "\x85", "\u2028", "\u2029"])
@pytest.mark.parametrize(
    ("pasted", "meant"),
    [
        ("标题: 拆迁清零@安置先行", "标题: 拆迁清零　安置先行"),
        ('标题: "拆迁清零@@安置先行"', '标题: "拆迁清零　安置先行"'),
        ("标题: 拆迁清零@日期: 2017-08-16@版块: 学习贯彻", "标题: 拆迁清零\n日期: 2017-08-16\n版块: 学习贯彻"),
        ("日期: 2017-08-16\n标题: 清零@时间：明天@", "日期: 2017-08-16\n标题: 清零　时间：明天"),
        ("标题: 清零@栏目：要闻", "标题: 清零\n栏目：要闻"),
        ("署名: 记者 张三@通讯员 李四", "署名: 记者 张三 通讯员 李四"),
        ("话题: 拆迁@安置，@城墙", "话题: 拆迁、安置，城墙"),
        ("摘要: 第一句。@第二句 one@two", "摘要: 第一句。第二句 one two"),
        ("更正:@  - 日期: 2017-08-18@    说明: 第二段@已改正", "更正:\n  - 日期: 2017-08-18\n    说明: 第二段已改正"),
    ],
)
def test_a_soft_return_of_word_in_a_head_is_what_an_editor_meant(pasted, meant, sign):
    source, problems = decode(f"---\n{pasted}\n---\n正文。\n".replace("@", sign).encode(), "a.md", head.LAYOUT)
    assert source.text == f"---\n{meant}\n---\n正文。\n"
    assert {p.code for p in problems} <= {"HD20", "FI03"}
    assert all(p.reencode and not p.is_error for p in problems)
    assert problems


def test_a_soft_return_in_a_registry_is_what_an_editor_meant():
    pasted = "- id: a\n  name: 北下街@街道办事处\n  names: 甲@乙@- id: b@  name: 丙\n"
    source, _ = decode(pasted.replace("@", "\x0b").encode(), "data/people.yaml", registry.LAYOUT)
    assert source.text == "- id: a\n  name: 北下街街道办事处\n  names: 甲、乙\n- id: b\n  name: 丙\n"


def test_a_soft_return_in_a_body_breaks_a_line():
    source, problems = decode(f"{STORY}标题:\x0b后半\n".encode(), "a.md", head.LAYOUT)
    assert source.text == f"{STORY}标题:  \n后半\n"
    assert decode(f"{STORY}甲\u2029乙\n".encode(), "a.md", head.LAYOUT)[0].text == f"{STORY}甲\n\n乙\n"
    assert [p.code for p in problems] == ["FI03"]


def test_invisible_characters_are_left_out_and_counted_in_columns():
    source, problems = decode("标\u200b题: 商\xad都\n\u200e二行".encode(), "a.md", head.LAYOUT)
    assert source.text == "标题: 商都\n二行"
    assert [(p.code, p.reencode, p.place.line, p.place.column) for p in problems] == [("FI04", True, 1, 2)]
    assert "3 个" in problems[0].message
    assert "零宽空格" in problems[0].message
    place = source.place(source.text.index("都"))
    assert (place.line, place.column, place.text) == (1, 8, "标\u200b题: 商\xad都")
    assert source.place(source.text.index("行")).column == 3


def test_a_joiner_inside_an_emoji_stays():
    family = "👩\u200d👩\u200d👧 一家\n"
    source, problems = decode(family.encode(), "a.md", head.LAYOUT)
    assert (source.text, problems) == (family, ())


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", "图片"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "图片"),
        (b"PK\x03\x04\x14\x00", "Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word"),
        (b"%PDF-1.7\n", "PDF"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"\x00\x01\x02\x03\xff\xfe\x00", "程序"),
        (STORY.encode().replace("商".encode(), b"\x00"), "程序"),
    ],
)
def test_what_is_no_text_is_an_error_that_says_what_it_is(data, word):
    source, problems = decode(data, "a.md", head.LAYOUT)
    assert [(p.code, p.is_error) for p in problems] == [("FI05", True)]
    assert word in problems[0].message
    assert (source.text, source.encoding) == ("", "")


def test_broken_utf8_is_an_error_where_the_bytes_are_broken():
    data = STORY.encode().replace("都".encode(), "都".encode()[:2])
    source, problems = decode(data, "a.md", head.LAYOUT)
    assert [(p.code, p.is_error, p.place.line, p.place.column) for p in problems] == [("FI06", True, 2, 6)]
    assert source.encoding == ""


@pytest.mark.parametrize("data", ["臺灣東區鐵路".encode("big5") * 20, "Übergröße".encode("latin-1"), b"\xff\xfeabc"])
def test_an_unknown_encoding_is_an_error_and_not_a_guess(data):
    assert codes(data) == ["FI09"]


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \n\n"])
def test_an_empty_file_is_an_error(data):
    assert codes(data)[-1] == "FI07"


@pytest.mark.parametrize("damage", ["\ufffd\ufffd", "锟斤拷", "烫烫烫"])
def test_characters_lost_by_a_former_conversion_are_an_error_where_they_stand(damage):
    _, problems = decode(f"一\n二三{damage}四\n".encode(), "a.md", head.LAYOUT)
    place = problems[0].place
    assert (problems[0].code, place.line, place.column, place.length) == ("FI08", 2, 3, len(damage))


def test_a_place_stays_inside_its_line():
    source = Source("a.md", "一二\n三四五\n")
    assert source.lines == ("一二", "三四五", "")
    place = source.place(4, 99)
    assert (place.line, place.column, place.length, place.text) == (2, 2, 2, "三四五")
    assert source.place_at(2, 2, 2) == source.place(4, 2)
    assert (source.place_at(2, 0).line, source.place_at(2, 0).column) == (2, 0)
    assert source.place_at(99, 99).line == 3
    assert source.place(999).line == 3


@settings(max_examples=200)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_reported(data):
    source, problems = decode(data, "a.md", head.LAYOUT)
    assert source.encoding or any(p.is_error for p in problems)
    assert "\r" not in source.text


@settings(max_examples=100)
@given(st.text(max_size=100), st.integers(0, 120), st.integers(0, 120))
def test_a_place_names_the_character_at_its_offset(text, offset, length):
    source, _ = decode(text.encode(), "a.md", head.LAYOUT)
    place = source.place(offset, length)
    assert 1 <= place.column <= len(place.text) + 1
    assert place.column - 1 + place.length <= max(len(place.text), place.column)
    if offset < len(source.text) and source.text[offset] != "\n":
        assert place.text[place.column - 1] == source.text[offset]
