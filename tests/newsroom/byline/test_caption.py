"""Captions that end in a credit, and those that only seem to."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.newsroom.byline.caption import Certainty, credit_at_end
from plugins.newsroom.byline.credit import names_in

modest = settings(max_examples=150)


@pytest.mark.parametrize(
    ("caption", "credit", "rest"),
    [
        ("城墙遗址 张三 摄", "张三 摄", "城墙遗址"),
        ("会场 张三 摄", "张三 摄", "会场"),
        ("城墙遗址（张三 摄）", "张三 摄", "城墙遗址"),
        ("图为城墙（张三 摄）。", "张三 摄", "图为城墙。"),
        ("图为城墙。张三/摄", "张三/摄", "图为城墙。"),
        ("城墙　摄影：张三", "摄影：张三", "城墙"),
        ("城墙。本报记者 张三 摄", "本报记者 张三 摄", "城墙。"),
        ("城墙本报记者张三摄", "本报记者 张三 摄", "城墙"),
        ("城墙 张三摄", "张三 摄", "城墙"),
        ("城墙 郑州晚报 记者 张三 摄", "郑州晚报记者 张三 摄", "城墙"),
        ("城墙 记者 张三 通讯员 李四 摄", "记者 张三 通讯员 李四 摄", "城墙"),
        ("城墙——张三 摄", "张三 摄", "城墙"),
        ("城墙 本报资料照片", "本报资料照片", "城墙"),
        ("城墙（视觉中国）", "视觉中国", "城墙"),
        ("图为城墙。张三 李四 摄", "张三 李四 摄", "图为城墙。"),
        ("图为城墙。张三、李四 摄", "张三、李四 摄", "图为城墙。"),
        ("城墙 姜 璞 摄", "姜璞 摄", "城墙"),
        ("城墙 John Smith 摄", "John Smith 摄", "城墙"),
        ("城墙 通讯员 张三 供图", "通讯员 张三 供图", "城墙"),
        ("城墙（图片由区委宣传部提供）", "图片由区委宣传部提供", "城墙"),
        ("城墙（资料图片）", "资料图片", "城墙"),
        ("城墙 新华社发（张三 摄）", "新华社发（张三 摄）", "城墙"),
        ("城墙 图源：视觉中国", "图源：视觉中国", "城墙"),
        ("示意图 制图：本专栏", "制图：本专栏", "示意图"),
        ("张三 摄", "张三 摄", ""),
    ],
)
def test_a_caption_that_ends_in_a_credit_tells_who_made_the_picture(caption: str, credit: str, rest: str) -> None:
    told = credit_at_end(caption)
    assert told is not None
    assert (told.credit, told.rest, told.certainty) == (credit, rest, Certainty.SURE)
    assert caption[: told.start] + caption[told.end :] == rest


@pytest.mark.parametrize(
    "caption",
    [
        "游客在拍摄",
        "现场航摄",
        "由无人机拍摄",
        "图为城墙（高空拍摄）",
        "城墙示意图",
        "规划 图",
        "老照片",
        "王五和他的摄影",
        "学习摄影",
        "图为市民观看由档案馆提供的图片",
        "图为招聘会现场，岗位由街道提供。",
        "图为记者来到新华社",
        "城墙（张三）",
    ],
)
def test_what_somebody_in_the_picture_does_is_no_credit(caption: str) -> None:
    assert credit_at_end(caption) is None


@pytest.mark.parametrize(
    "caption", ["城墙遗址张三摄", "张三拍摄", "城墙 张三 图", "企业供图", "通讯员供图", "张三航摄"]
)
def test_what_may_be_a_credit_is_told_and_not_taken(caption: str) -> None:
    told = credit_at_end(caption)
    assert told is not None
    assert told.certainty is Certainty.DOUBTFUL


@pytest.mark.parametrize("caption", ["李四 张三 摄", "图为老人、张三 摄"])
def test_where_the_names_begin_is_not_guessed(caption: str) -> None:
    told = credit_at_end(caption)
    assert told is not None
    assert told.certainty is Certainty.UNCLEAR


def test_a_name_that_signs_the_story_is_known_wherever_it_stands() -> None:
    assert [credit_at_end(text, {"张三", "李四"}).rest for text in ("城墙遗址张三摄", "李四 张三 摄")] == [
        "城墙遗址",
        "",
    ]


@pytest.mark.parametrize("line", ["来源：郑州晚报", "（记者 张三 文/图）", "记者 张三 摄影报道"])
def test_what_may_be_said_of_the_story_is_not_taken_for_a_photo_from_its_text(line: str) -> None:
    assert credit_at_end(line).is_sure
    assert not credit_at_end(line, is_line=True).is_sure


def test_a_line_of_its_own_may_begin_with_names() -> None:
    assert credit_at_end("张三 李四 摄", stands_alone=True).credit == "张三 李四 摄"


WORDS = st.sampled_from(
    [
        "城墙",
        "张三",
        "李四",
        "记者",
        "摄",
        "摄影",
        "拍摄",
        "图",
        "供图",
        "（",
        "）",
        "：",
        "/",
        " ",
        "。",
        "、",
        "，",
        "新华社发",
        "资料图片",
    ]
)


@modest
@given(st.lists(WORDS, max_size=12).map("".join) | st.text(max_size=80))
def test_whatever_a_caption_says_nothing_of_it_is_lost(caption: str) -> None:
    told = credit_at_end(caption)
    if told is None:
        return
    assert 0 <= told.start < told.end <= len(caption)
    if told.is_sure:
        assert caption[: told.start] + caption[told.end :].rstrip() == told.rest
        letters = [c for c in caption[told.start : told.end] if c.isalnum()]
        assert [c for c in told.credit if c.isalnum()] == letters
        assert names_in(told.credit)
