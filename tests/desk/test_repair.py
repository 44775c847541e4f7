"""Mending files: what is certain is written as the format asks, and means the same as before."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.desk import repair
from plugins.newsroom import schema
from plugins.newsroom.findings.problems import Edit, Level, Place, Problem
from plugins.newsroom.head import LAYOUT, read
from plugins.newsroom.text import dates
from plugins.newsroom.text.marked import Marked
from plugins.newsroom.text.source import decode

FILE = "content/a.md"


def found(data: bytes):
    source, problems = decode(data, FILE, LAYOUT)
    head, body, findings = read(source)
    days = [dates.parse(mark)[1] for key, mark in (head.values.items() if head else ()) if key == "日期"]
    return head, body, (*problems, *findings, *(finding for day in days for finding in day))


def mended(data: bytes) -> bytes:
    return repair.apply(data, FILE, found(data)[2])


def plain(value: Marked):
    if value.text is not None:
        return value.text
    if value.items is not None:
        return [plain(item) for item in value.items]
    return {key.text: plain(item) for key, item in value.entries}


def values(data: bytes):
    head, _, _ = found(data)
    return {key: plain(value) for key, value in head.values.items()} if head else None


SLIPS = """标 题：　推进: "三清零"\u3000
日期：2017年8月16日（星期三）
单位：北下街、南关
　话题: #城墙# 安置
责编: 姜 璞 冉红政
副题:
　－ 解读: 六个定位
摘要: |
　　第一句。
更正：
  - 日期：2017-08-20
   说明：第三段: 改
———
正文：不动。\u3000
"""
MENDED = """---
标题: "推进: \\"三清零\\""
日期: 2017-08-16
单位: [北下街, 南关]
话题: [城墙, 安置]
责编: [姜璞, 冉红政]
副题:
  - "解读: 六个定位"
摘要: |
  第一句。
更正:
  - 日期: 2017-08-20
    说明: "第三段: 改"
---
正文：不动。\u3000
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_a_file_full_of_slips_is_written_as_the_format_asks(encoding, line_break):
    data = SLIPS.replace("\n", line_break).encode(encoding)
    assert mended(data).decode() == MENDED
    assert [p.code for p in found(MENDED.encode())[2]] == []


def test_a_file_without_slips_is_given_back_byte_for_byte():
    assert mended(MENDED.encode()) == MENDED.encode()


def test_invisible_characters_are_taken_out_of_head_and_body():
    data = "---\n标题: 商\u200b都\n---\n正\ufeff文\x02。\n".encode()
    assert mended(data).decode() == "---\n标题: 商都\n---\n正文。\n"


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n\0", "标题".encode()[:-1] + b"\n", b"\xff\xfea"])
def test_what_cannot_be_read_without_loss_is_left_alone(data):
    asked = Problem("FI01", Level.WARNING, Place(FILE), "", "", reencode=True)
    assert repair.apply(data, FILE, [asked]) == data


def _problem(*edits: Edit, file: str = FILE) -> Problem:
    return Problem("HD05", Level.WARNING, Place(file), "", "", edits)


def test_of_overlapping_edits_the_first_is_made():
    problems = [_problem(Edit(2, 4, "X")), _problem(Edit(0, 3, "Y")), _problem(Edit(4, 5, "Z"))]
    assert repair.apply(b"abcdef", FILE, problems) == b"YdZf"


def test_the_same_edit_asked_for_twice_is_made_once():
    assert repair.apply(b"ab", FILE, [_problem(Edit(1, 1, "-")), _problem(Edit(1, 1, "-"))]) == b"a-b"


def test_edits_beyond_the_text_and_for_other_files_are_left_out():
    problems = [_problem(Edit(0, 99, "X")), _problem(Edit(0, 1, "X"), file="content/b.md")]
    assert repair.apply(b"ab", FILE, problems) == b"ab"


def test_a_diff_shows_the_changed_lines():
    before, after = "---\n标题：甲\n---\n".encode(), "---\n标题: 甲\n---\n".encode()
    lines = repair.diff(before, after, FILE).splitlines()
    assert lines[:2] == [f"--- a/{FILE}", f"+++ b/{FILE}"]
    assert "-标题：甲" in lines
    assert "+标题: 甲" in lines


def test_a_diff_says_what_lines_cannot_show():
    text = "---\n标题: 甲\n---\n"
    shown = repair.diff(text.replace("\n", "\r\n").encode("gb18030"), text.encode(), FILE)
    assert [line.split("：")[0] for line in shown.splitlines()] == [f"# {FILE}", f"# {FILE}"]
    assert "GB18030" in shown


def test_there_is_no_diff_of_equal_files():
    assert repair.diff(b"a", b"a", FILE) == ""


def test_a_diff_keeps_lines_apart_when_the_last_one_has_no_break():
    assert repair.diff(b"a", b"b", FILE).endswith("-a\n+b\n")


# -- properties -------------------------------------------------------------------------------------------------------

_NAMES = ["标题", "标 题", "Title", "副题", "单位", "话题", "责编", "摘要", "更正", "图片", "旧址", "审签", "题目"]
_SIGNS = list(":：、，,;；#@%*&!|>[]{}-\\?~`=“”'\"《》（） 　")
_WORDS = ["甲", "乙丙", "姜 璞", "a", "b c", ": ", " #", "- ", "null", "\u200b", "---", "09:30", "1"]
_BELOW = [
    "  - 日期：1",
    "    说明: x: y",
    "   说明：#z",
    "  - 甲",
    "- 乙",
    "-南关",
    "　　文字",
    "  01.jpg：",
    "    焦点: 1，2",
]
_BELOW += [
    "  # 注",
    "　",
    "",
    "  - |",
    "  说明: |",
    "     z",
    '  说明: "a',
    '  b"',
    "－ 丙",
    "  ]",
    "随便",
    "    环节: 初审",
]
_INDENT = st.sampled_from(["", "", "", " ", "　", "\t"])
_COLON = st.sampled_from([": ", ": ", ":", "：", " ： ", ":　", ":\t"])
_VALUE = st.lists(st.sampled_from(_SIGNS + _WORDS), max_size=6).map("".join)
_KEY_LINE = st.tuples(_INDENT, st.sampled_from(_NAMES), _COLON, _VALUE, _INDENT).map("".join)
_ENTRY = st.tuples(_KEY_LINE, st.lists(st.sampled_from(_BELOW), max_size=3)).map(lambda pair: [pair[0], *pair[1]])
_FENCE = st.sampled_from(["---", "---", "———", "－－－", "----", "---　", ""])
_HEAD = st.tuples(_FENCE, st.lists(_ENTRY, max_size=5), _FENCE).map(
    lambda parts: "\n".join([parts[0], *(line for entry in parts[1] for line in entry), parts[2], "正文。", ""])
)
_ENCODING = st.sampled_from(["utf-8", "utf-8-sig", "utf-16"])


@settings(max_examples=200)
@given(_HEAD, _ENCODING)
def test_a_mended_file_says_the_same_and_needs_no_mending(text, encoding):
    data = text.encode(encoding)
    after = mended(data)
    assert values(after) == values(data)
    assert found(after)[1].text == found(data)[1].text
    assert [p.code for p in found(after)[2] if p.is_error] == [p.code for p in found(data)[2] if p.is_error]
    assert [p for p in found(after)[2] if p.is_mendable] == []
    assert mended(after) == after


@settings(max_examples=300)
@given(_HEAD)
def test_a_mended_head_without_findings_is_plain_yaml_that_means_the_same(text):
    after = mended(text.encode())
    head, body, problems = found(after)
    if head is None or problems:
        return
    lines = after.decode()[: body.offset].rstrip("\n").removeprefix("---").removesuffix("---")
    raw = yaml.load(lines, Loader=yaml.CBaseLoader) or {}
    assert {schema.find(key, schema.TOP).name: _letters(value) for key, value in raw.items()} == {
        key: _letters(plain(value)) for key, value in head.values.items()
    }


def _letters(value) -> str:
    """All texts of a value in one, without spaces: how lines are joined is not YAML's business."""
    if isinstance(value, dict):
        return "".join(_letters(item) for item in value.values())
    if isinstance(value, list):
        return "".join(_letters(item) for item in value)
    return "" if value in ("~", "null") else "".join(value.split())


@settings(max_examples=200)
@given(st.binary(max_size=100))
def test_any_bytes_can_be_mended_twice_without_a_difference(data):
    after = mended(data)
    assert mended(after) == after
