"""Whatever is delivered, every letter of it is in the story or in the list, and Markdown prints the words of the tree."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.newsroom.body import to_document
from plugins.newsroom.body.placed import words_of
from plugins.newsroom.findings.problems import Place
from plugins.newsroom.story.loading import parse
from plugins.newsroom.submission import audit
from plugins.newsroom.submission.composing import compose
from plugins.newsroom.submission.inline import as_markdown
from plugins.newsroom.submission.tree import (
    Block,
    Cell,
    LeftOut,
    ListItem,
    Look,
    Paragraph,
    Picture,
    Run,
    Submission,
    Table,
)

from .delivered import AREA, REGISTRIES, SESSION, TODAY, line, table

NASTY = "*_`#|<>&~[](){}\\!=+-^:.\"'@%$“”（）《》【】—…·、，。 \u3000\t\xa0\u200b１Ａｂ3x甲乙①▲"
WORDS = st.one_of(
    st.text(NASTY, max_size=24),
    st.sampled_from(
        [
            *(
                "一、签约",
                "（一）东片区",
                "1. 第一",
                "• 进度",
                "— 3 —",
                "第 3 页",
                "（完）",
                "阅读原文",
                "——副题",
                "#三个清零#",
            ),
            *(
                "记者 冉红政 通讯员 姜璞 文/图",
                "本报讯（记者 冉红政）" + SESSION,
                "责编：王五 校对：赵六",
                "作者：冉红政",
            ),
            *(
                "▲城墙 姜璞 摄",
                "图为会议现场。",
                "姜璞 摄",
                "左图：城墙。右图：公园 姜璞 摄",
                "本版图片 姜璞 摄",
                "来源：某报 时间：2017-08-18 作者：记者 冉红政",
                "编　辑：王五",
                "8月16日，",
                "2017年8月16日",
                "来源：郑州日报",
                "编者按：" + AREA,
            ),
            *(
                "| a | b |",
                "[^1]: x",
                "<!-- x -->",
                "<b>甲</b>",
                "![a](b.jpg)",
                "{{甲}}",
                "甲\n乙\n\n丙",
                "> 引",
                "---",
                "~~~",
            ),
            *(
                "[甲]: http://a.cn",
                "http://a.cn/b_c_d",
                "&lt;",
                "    甲",
                "甲  ",
                "\\",
                "***",
                "```",
                "~~甲",
                "<script>",
            ),
            *(SESSION, AREA, SESSION[:20], SESSION[20:]),
        ]
    ),
)
RUNS = st.lists(
    st.builds(
        Run,
        WORDS,
        st.booleans(),
        st.booleans(),
        st.booleans(),
        st.sampled_from(("", "", "", "sub", "super")),
        st.sampled_from(("", "", "", "http://a.cn/(b)_c", "javascript:x", "#a", "mailto:a@b.cn")),
    )
    | st.builds(Run, st.just(""), note=st.sampled_from(("1", "2", "9"))),
    max_size=4,
).map(tuple)
LOOKS = st.builds(
    Look,
    st.sampled_from((0, 9, 12, 22)),
    st.booleans(),
    st.sampled_from(("", "center", "right")),
    st.sampled_from(("", "", "标题", "副标题", "题注", "heading 1")),
)
PARAGRAPHS = st.builds(
    Paragraph,
    RUNS,
    LOOKS,
    st.sampled_from((0, 0, 0, 1, 2, 5)),
    st.one_of(st.none(), st.none(), st.builds(ListItem, st.integers(0, 3), st.booleans())),
    st.booleans(),
    st.just("第 1 段"),
)
PICTURES = st.builds(
    Picture, st.sampled_from(("a.jpeg", "b.png", "c.emf")), st.binary(min_size=1, max_size=2), WORDS, st.booleans()
)
BLOCKS: st.SearchStrategy[Block] = st.recursive(
    PARAGRAPHS | PICTURES,
    lambda inner: st.builds(
        Table,
        st.lists(
            st.lists(
                st.builds(Cell, st.lists(inner, max_size=2).map(tuple), st.integers(1, 3), st.integers(1, 3)),
                max_size=3,
            ).map(tuple),
            max_size=3,
        ).map(tuple),
        st.booleans(),
        st.sampled_from(("", "表 1")),
    ),
    max_leaves=6,
)
SUBMISSIONS = st.builds(
    Submission,
    st.sampled_from(("稿件.docx", "20170816.txt")),
    st.lists(BLOCKS, max_size=8).map(tuple),
    st.dictionaries(st.sampled_from(("1", "2", "3")), st.lists(PARAGRAPHS, max_size=2).map(tuple), max_size=3),
)


def place(line: int, column: int, length: int = 1) -> Place:
    return Place("", line, column, length)


@settings(deadline=None, max_examples=100)
@given(SUBMISSIONS)
def test_every_letter_is_in_the_story_or_in_the_list(submission):
    story = compose(submission, REGISTRIES, None, "学习贯彻", TODAY)
    assert story.is_whole, [(item.text, item.place) for item in story.left_out]
    loaded = parse(story.text.encode("utf-8", "surrogatepass"), "content/a/index.md", "a/index.md", False, REGISTRIES)
    assert not [finding for finding in loaded.problems if finding.code.startswith("HD")]


@settings(deadline=None, max_examples=150)
@given(RUNS, st.sampled_from(("{}", "## {}", "- {}", "1. {}", "> {}", "| {} |\n| --- |")))
def test_markdown_prints_the_words_of_the_runs(runs, frame):
    runs = (Run("字"), *(run for run in runs if not run.note))
    document, _ = to_document(frame.format(as_markdown(runs, {}, frame=frame)), partial(place), "")
    printed = "".join("".join(words.split()) for _, words in words_of(document))
    assert printed == "".join("".join(run.text for run in runs).split())


@pytest.mark.parametrize(
    ("body", "lost"),
    [
        (f"{SESSION}\n\n{AREA}\n", []),
        (f"{AREA}\n\n{SESSION}\n", []),
        (
            f"{SESSION}\n",
            ["商都历史文化区做好签约", "拆除和清运三项工作", "五个片区早日具备交地条件", "安置房的进度和质量全程监控"],
        ),
        (f"{SESSION}\n\n{AREA.replace('安置房', '')}\n", ["安置房"]),
        (f"{SESSION}\n\n{AREA.replace('五个', '五')}\n", ["五个"]),
    ],
)
def test_what_is_missing_is_named_with_its_place(body, lost):
    blocks = (line(SESSION), table((line(AREA), "")))
    found = audit.missing(Submission("a.docx", blocks), {}, body, ())
    assert sorted(item.text for item in found) == sorted(lost)


def test_what_stands_twice_must_be_kept_twice():
    blocks = (line("同一句话。"), line("同一句话。"))
    assert audit.missing(Submission("a.txt", blocks), {}, "同一句话。\n", ())
    assert not audit.missing(Submission("a.txt", blocks), {}, "同一句话。\n", [LeftOut("同一句话。", "重复")])
