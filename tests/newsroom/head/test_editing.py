"""An edit of one value of a head changes the bytes of that value and no others."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.newsroom.head import LAYOUT, edit, read, value_of, write
from plugins.newsroom.head.editing import changed
from plugins.newsroom.schema import KEYS
from plugins.newsroom.text.source import decode

from .heads import changes, files, values

STORY = """\
---
# 先问一下: 王五
标题: "拆迁: 清零"
日期: 2017-08-16   # 待定

单位: [北下街, '西大街']   # 两个
责编:
  - 王五  # 值班
  # 下一位
  - 赵六
摘要: >
  一句话。
  又一句。
更正:
  - 日期: 2017-08-18
    说明: 已改正。
  - {日期: 2017-08-19, 说明: 又改。}
图片:
  01.jpg:
    # 待核
    焦点: [0.5, 0.3]
  02.jpg:
    署名: 资料图片
---
正文。
"""


def said_in(text: str) -> dict[str, object]:
    head, _, _ = read(decode(text.encode(), "a.md", LAYOUT)[0])
    return {key: value_of(mark) for key, mark in head.values.items()}


@settings(max_examples=80, deadline=None)
@given(changes())
def test_only_the_bytes_of_the_value_change(change):
    said, pieces, path, value = change
    text = "".join(piece for _, piece in pieces)
    at = next(index for index, (place, _) in enumerate(pieces) if place == path)
    before, after = ("".join(piece for _, piece in part) for part in (pieces[:at], pieces[at + 1 :]))
    assert said_in(text) == said
    edited = edit(text, path, value)
    assert (edited[: len(before)], edited[len(edited) - len(after) :]) == (before, after)
    assert said_in(edited) == changed(said, path, value)


@settings(max_examples=80, deadline=None)
@given(files(), st.sampled_from(KEYS), st.data())
def test_a_key_is_put_in_or_taken_out_and_no_other_line_changes(file, key, data):
    said, pieces = file
    text = "".join(piece for _, piece in pieces)
    new = data.draw(values(key))
    with_key, without = edit(text, key.name, new), edit(text, key.name, None)
    assert said_in(with_key) == {**said, key.name: new}
    assert said_in(without) == {name: value for name, value in said.items() if name != key.name}
    kept = without.splitlines(keepends=True)
    for lines in (text.splitlines(keepends=True), *([] if key.name in said else [with_key.splitlines(keepends=True)])):
        remaining = iter(lines)
        assert all(line in remaining for line in kept)
    assert edit(text, key.name, said.get(key.name)) == text


@pytest.mark.parametrize(
    ("where", "value", "old", "new"),
    [
        ("标题", "拆迁清零", '"拆迁: 清零"', '"拆迁清零"'),
        ("日期", "2017-08-17", "2017-08-16 ", "2017-08-17 "),
        (("单位", 1), "南关", "'西大街'", "'南关'"),
        (("单位", 2), "南关", "'西大街']", "'西大街', 南关]"),
        (("单位", 0), None, "[北下街, ", "["),
        (("单位", 1), None, ", '西大街'", ""),
        ("单位", ["北下街", "南关"], "'西大街'", "'南关'"),
        ("单位", ["南关"], "[北下街, '西大街']", "[南关]"),
        (("责编", 0), "孙七", "王五  #", "孙七  #"),
        (("责编", 0), None, "  - 王五  # 值班\n", ""),
        (("责编", 0), "—孙七", "王五  #", '"—孙七"  #'),
        (("责编", 2), "孙七", "  - 赵六\n", "  - 赵六\n  - 孙七\n"),
        ("摘要", "只有一句: 好。", "一句话。\n  又一句。", "只有一句: 好。"),
        (("更正", 0, "说明"), "改了。", "已改正。", "改了。"),
        (("更正", 0, "日期"), None, "日期: 2017-08-18\n    说明", "说明"),
        (("更正", 1, "说明"), "甲, 乙", "又改。", '"甲, 乙"'),
        (("更正", 1, "说明"), None, ", 说明: 又改。", ""),
        (("更正", 1), None, "  - {日期: 2017-08-19, 说明: 又改。}\n", ""),
        (
            ("更正", 2),
            {"说明": "三。", "日期": "2017-08-20"},
            "又改。}\n",
            "又改。}\n  - 日期: 2017-08-20\n    说明: 三。\n",
        ),
        (("图片", "01.jpg", "焦点"), ["0.1", "0.2"], "[0.5, 0.3]", "[0.1, 0.2]"),
        (("图片", "01.jpg", "焦点", 1), "0.4", "0.3", "0.4"),
        (("图片", "01.jpg", "替代文字"), "墙", "焦点", "替代文字: 墙\n    焦点"),
        (("图片", "02.jpg", "AI生成"), "是", "资料图片\n", "资料图片\n    AI生成: 是\n"),
        (("图片", "02.jpg"), None, "  02.jpg:\n    署名: 资料图片\n", ""),
        (("图片", "03.jpg", "署名"), "张三 摄", "资料图片\n", "资料图片\n  03.jpg:\n    署名: 张三 摄\n"),
        ("更正", None, STORY[STORY.index("更正") : STORY.index("图片")], ""),
        ("来源", "郑州日报", "\n单位:", "来源: 郑州日报\n\n单位:"),
        (("话题", 0), "城墙", "责编:", "话题: 城墙\n责编:"),
    ],
)
def test_each_kind_of_place(where, value, old, new):
    assert STORY.count(old) == 1
    assert edit(STORY, where, value) == STORY.replace(old, new)


@pytest.mark.parametrize(
    ("text", "where", "value", "edited"),
    [
        ("---\n标题:\n---\n", "标题", "甲", "---\n标题: 甲\n---\n"),
        ("---\n标题: # 备注\n---\n", "日期", "2017-08-16", "---\n标题: # 备注\n日期: 2017-08-16\n---\n"),
        ("---\r\n日期: 2017-08-16\r\n---\r\n", "标题", "甲", "---\r\n标题: 甲\r\n日期: 2017-08-16\r\n---\r\n"),
        ("---\n单位: 北下街、南关\n---\n", ("单位", 1), "西大街", "---\n单位: [北下街, 西大街]\n---\n"),
        ("---\n责编: 王五\n---\n", ("责编", 1), "赵六", "---\n责编: [王五, 赵六]\n---\n"),
        ("标题: 甲\n日期: 2017-08-16\n", "标题", "乙", "标题: 乙\n日期: 2017-08-16\n"),
        ("---\n标题: 甲\x0b乙\n引题: 丙\x0b丁\n---\n", "标题", "戊", "---\n标题: 戊\n引题: 丙\x0b丁\n---\n"),
        ("---\x0b标题: 甲\x0b日期: 2017-08-16\x0b---\x0b文。", "标题", "乙", "---\x0b标题: 乙\x0b日期: 2017-08-16\x0b---\x0b文。"),
        ("---\n标\u200b题: 甲\u200b\n---\n文\u200b。\n", "标题", "乙", "---\n标\u200b题: 乙\u200b\n---\n文\u200b。\n"),
        ("---\n图片:\n  - 文件: 1.jpg\n    署名: 甲\n---\n", ("图片", "1.jpg", "署名"), "乙", "---\n图片:\n  - 文件: 1.jpg\n    署名: 乙\n---\n"),
        ("---\n更正:\n  日期: 2017-08-18\n  说明: 甲\n---\n", ("更正", 0, "说明"), "乙", "---\n更正:\n  日期: 2017-08-18\n  说明: 乙\n---\n"),
    ],
)  # fmt: skip
def test_heads_that_are_written_in_other_ways(text, where, value, edited):
    assert edit(text, where, value) == edited


@pytest.mark.parametrize(
    ("text", "where", "value"),
    [
        ("没有稿头。\n", "标题", "甲"),
        (STORY, "题目", "甲"),
        (STORY, ("单位", 5), "甲"),
        (STORY, ("标题", "说明"), "甲"),
        (STORY, ("更正", 0, "题目"), "甲"),
        (STORY, "标题", "甲\n乙"),
    ],
)
def test_what_cannot_be_done_is_refused(text, where, value):
    with pytest.raises(ValueError, match=r"."):
        edit(text, where, value)


def test_a_head_made_key_by_key_is_the_one_written_at_once():
    text = "---\n---\n"
    for name in ("图片", "日期", "标题"):
        text = edit(text, name, said_in(STORY)[name])
    assert text == write({name: said_in(STORY)[name] for name in ("标题", "日期", "图片")})
