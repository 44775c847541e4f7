"""All words of a story with their places: a finding about any of them can carry an edit that `check --fix` makes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.desk.mending import mend
from plugins.newsroom.body import to_document
from plugins.newsroom.findings.catalogue import problem
from plugins.newsroom.findings.problems import Problem
from plugins.newsroom.head import read as read_head
from plugins.newsroom.story import leftovers
from plugins.newsroom.story.wording import placed_words
from plugins.newsroom.text.placed import NOWHERE, Kind, PlacedText
from plugins.newsroom.text.source import Source
from tests.newsdesk import column, story

STORY = """---
标题: "商都“新貌”"
引题: 引，题
副题: [副题一, 副题二]
日期: 2017-08-20
署名: 文/张三
摘要: >
  摘要一，
  摘要二。
更正:
  - 日期: 2017-08-21
    说明: '更正，说明'
图片:
  1.jpg:
    说明: "图片\\"说明\\""
    替代文字: 替代，文字
    许可: 许可一
---

正文，**甲**乙。

![图注，一](2.jpg "张三 摄")
"""


def words_of(source: Source) -> PlacedText:
    head, body, _ = read_head(source)
    assert head is not None
    document, _ = to_document(body.text, source.place_at, "2017/08/20-a")
    return placed_words(source, head, body, document, "2017/08/20-a")


def test_all_words_of_a_story_are_told_in_one_value():
    text = words_of(Source("content/x.md", STORY))
    assert [(block.kind, block.text) for block in text.blocks] == [
        (Kind.TITLE, "商都“新貌”"),
        (Kind.DECK, "引，题"),
        (Kind.DECK, "副题一"),
        (Kind.DECK, "副题二"),
        (Kind.SUMMARY, "摘要一，摘要二。"),
        (Kind.CORRECTION, "更正，说明"),
        (Kind.CAPTION, '图片"说明"'),
        (Kind.ALTERNATIVE, "替代，文字"),
        (Kind.QUOTATION, "许可一"),
        (Kind.PARAGRAPH, "正文，甲乙。"),
        (Kind.CAPTION, "图注，一"),
    ]
    for block in text.blocks:
        assert [text.source.text[at] for at in block.offsets] == list(block.text)


@pytest.mark.parametrize("number", range(11))
def test_a_word_wherever_it_stands_in_a_story_can_be_put_right_alone(number):
    source = Source("content/x.md", STORY)
    text = words_of(source)
    block = text.blocks[number]
    edit = text.edit(block, 1, 2, "新")
    assert edit is not None
    again = words_of(Source("content/x.md", STORY[: edit.start] + edit.replacement + STORY[edit.end :]))
    wanted = [other.text for other in text.blocks]
    wanted[number] = block.text[0] + "新" + block.text[2:]
    assert [other.text for other in again.blocks] == wanted


@pytest.mark.parametrize(("number", "replacement"), [(0, '"'), (1, "\n"), (2, "], ["), (3, "]"), (5, "'"), (8, "\n")])
def test_what_would_be_more_than_words_in_a_head_is_no_edit(number, replacement):
    text = words_of(Source("content/x.md", STORY))
    assert text.edit(text.blocks[number], 1, 2, replacement) is None


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10), st.data())
def test_any_edit_of_a_story_leaves_all_else_as_it_was(number, data):
    text = words_of(Source("content/x.md", STORY))
    block = text.blocks[number]
    at = data.draw(st.integers(0, len(block.text) - 1))
    replacement = data.draw(st.text("甲，:#'\"[]*|&{} ", max_size=3))
    edit = text.edit(block, at, at + 1, replacement)
    if edit is not None:
        again = words_of(Source("content/x.md", STORY[: edit.start] + edit.replacement + STORY[edit.end :]))
        wanted = [other.text for other in text.blocks]
        wanted[number] = block.text[:at] + replacement + block.text[at + 1 :]
        assert [other.text for other in again.blocks] == wanted


def test_a_finding_about_words_is_mended_by_check_fix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def half_width(source: Source, *_: object) -> Iterator[Problem]:
        """A comma of a keyboard that was left in Latin: for this test only."""
        text = words_of(source)
        for block in text.blocks:
            for at in (at for at, sign in enumerate(block.text) if sign == ","):
                edit = text.edit(block, at, at + 1, "，")
                edits = (edit,) if edit else ()
                yield problem("ST22", text.place(block, at, at + 1), {"words": ","}, edits=edits)

    body = "　　第一段,“甲”**乙**,丙。\n\n- 项,一\n\n> 引,文[链,接](https://a.cn/x,y)\n\n| a | b |\n|---|---|\n| 1,2 | 三,四 |\n"
    content = column(tmp_path / "content", {"2017/08/20-a/index.md": story(body, 标题="甲,乙")})
    file = content / "2017/08/20-a/index.md"
    before = file.read_text("utf-8")
    monkeypatch.setattr(leftovers, "find", half_width)
    shown = mend(content)
    assert file.read_text("utf-8") == before.replace(",", "，").replace("https://a.cn/x，y", "https://a.cn/x,y")
    assert shown.startswith("--- a/content/2017/08/20-a/index.md")
    assert mend(content) == ""


def test_words_without_a_place_are_told_all_the_same():
    text = words_of(Source("content/x.md", STORY.replace('"图片\\"说明\\""', '"图\\u7247"')))
    block = next(block for block in text.blocks if block.text == "图片")
    assert (block.offsets[0] != NOWHERE, block.offsets[1]) == (True, NOWHERE)
    assert text.edit(block, 1, 2, "面") is None
    assert text.place(block, 1, 2).line == text.place(block, 0, 1).line
