"""Writing a head is the inverse of reading one."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings

from plugins.newsroom.head import LAYOUT, read, value_of, write
from plugins.newsroom.text.source import decode

from .heads import HEADS


def read_back(text: str):
    source, problems = decode(text.encode(), "a.md", LAYOUT)
    head, body, findings = read(source)
    return {key: value_of(mark) for key, mark in head.values.items()}, body.text, (*problems, *findings)


@settings(max_examples=120)
@given(HEADS)
def test_what_is_written_reads_back_the_same_and_nothing_is_found(values):
    assert read_back(write(values) + "正文。\n") == (values, "正文。\n", ())


@settings(max_examples=100)
@given(HEADS)
def test_other_readers_of_yaml_find_the_same_words(values):
    text = write(values).removeprefix("---\n").removesuffix("---\n")
    assert _flat(yaml.load(text, yaml.BaseLoader) or {}) == _flat(values)
    assert {type(yaml.safe_load(text).get(key)) for key in ("标题", "网址") if key in values} <= {str}


def _flat(value):
    """`value` with every list of one text as that text: both are written alike."""
    if isinstance(value, dict):
        return {key: _flat(below) for key, below in value.items()}
    if isinstance(value, list):
        return value[0] if len(value) == 1 and isinstance(value[0], str) else [_flat(below) for below in value]
    return value


def test_a_head_is_written_as_editors_write_it():
    values = {
        "日期": "2017-08-16 09:30",
        "标题": "拆迁清零　安置先行",
        "副题": ["三项清零", "推进: 安置房"],
        "单位": ["北下街", "西大街"],
        "责编": ["王五"],
        "网址": "0816",
        "更正": [{"说明": "已改正。", "日期": "2017-08-18"}],
        "图片": {"01.jpg": {"焦点": ["0.5", "0.3"], "AI生成": "是"}},
    }
    assert write(values) == (
        "---\n标题: 拆迁清零　安置先行\n副题:\n  - 三项清零\n  - \"推进: 安置房\"\n日期: 2017-08-16 09:30\n"
        "单位: [北下街, 西大街]\n网址: \"0816\"\n责编: 王五\n更正:\n  - 日期: 2017-08-18\n    说明: 已改正。\n"
        "图片:\n  01.jpg:\n    焦点: [0.5, 0.3]\n    AI生成: 是\n---\n"
    )  # fmt: skip


@pytest.mark.parametrize(
    "values", [{"题": "甲"}, {"标题": "甲\n乙"}, {"标题": "甲\x00"}, {"更正": ["甲"]}, {"责编": [""]}]
)
def test_what_no_head_can_hold_is_refused(values):
    with pytest.raises(ValueError, match=r"."):
        write(values)
