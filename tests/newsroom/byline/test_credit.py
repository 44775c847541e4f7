"""Credits of photos and drawings: what they say, what they lack, and what a byline says about the photos below it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.newsroom import byline
from plugins.newsroom.byline.credit import from_byline, parse_credit
from plugins.newsroom.findings.problems import Level, Place

modest = settings(max_examples=150)


def place_of(text: str) -> Place:
    """Where a credit stands in a picture's title."""
    return Place("content/2017/08/16-a/index.md", 12, 20, len(text), f'![东南角的城墙遗址](01.jpg "{text}")')


def people(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(person.name, person.role, person.does) for person in parse_credit(text, place_of(text))[0].contributors]


def codes(text: str) -> list[str]:
    return [problem.code for problem in parse_credit(text, place_of(text))[1]]


def of_byline(text: str) -> str:
    return from_byline(byline.parse(text, place_of(text))[0])


@pytest.mark.parametrize(
    ("credit", "expected"),
    [
        ("张三 摄", [("张三", "photographer", ("photo",))]),
        ("张三", [("张三", "photographer", ("photo",))]),
        ("姜 璞", [("姜璞", "photographer", ("photo",))]),
        ("冉红政 姜璞 摄", [("冉红政", "photographer", ("photo",)), ("姜璞", "photographer", ("photo",))]),
        ("记者 张三", [("张三", "reporter", ("photo",))]),
        ("摄影记者 张三", [("张三", "reporter", ("photo",))]),
        ("本报记者 张三摄", [("张三", "reporter", ("photo",))]),
        ("摄影：张三", [("张三", "photographer", ("photo",))]),
        ("制图 本专栏", [("本专栏", "artist", ("drawing",))]),
        ("制图/伍攀", [("伍攀", "artist", ("drawing",))]),
        ("张三 漫画", [("张三", "artist", ("drawing",))]),
        ("图/视觉中国", [("视觉中国", "agency", ("photo",))]),
        ("视觉中国", [("视觉中国", "agency", ("photo",))]),
        ("新华社发", [("新华社", "agency", ("photo",))]),
        ("新华社发（张三 摄）", [("新华社", "agency", ("photo",)), ("张三", "photographer", ("photo",))]),
        ("资料图片", [("资料图片", "stock", ("photo",))]),
        ("图片由区委宣传部提供", [("区委宣传部", "provider", ("photo",))]),
        ("区委宣传部提供", [("区委宣传部", "provider", ("photo",))]),
        ("区委宣传部", [("区委宣传部", "provider", ("photo",))]),
        ("李京儒 供图", [("李京儒", "provider", ("photo",))]),
        ("图片来源：网络", [("网络", "stock", ("photo",))]),
        ("来源：郑州晚报", [("郑州晚报", "source", ())]),
        ("张三 文/图", [("张三", "author", ("text", "photo"))]),
    ],
)
def test_a_credit_says_who_made_the_picture(credit: str, expected: list[tuple[str, str, tuple[str, ...]]]) -> None:
    assert people(credit) == expected
    assert codes(credit) == []


@pytest.mark.parametrize("credit", ["摄", "图", "记者", "——", "", " ", "图片由提供", "编辑："])
def test_a_credit_that_names_nobody_is_an_error(credit: str) -> None:
    problems = parse_credit(credit, place_of(credit))[1]
    assert [(problem.code, problem.level) for problem in problems] == [("CR01", Level.ERROR)]
    assert problems[0].place.column == 20


@pytest.mark.parametrize("credit", ["张三 文", "编辑：张三"])
def test_a_credit_without_anybody_who_made_a_picture_is_an_error(credit: str) -> None:
    assert codes(credit) == ["CR02"]


def test_a_credit_that_cannot_be_read_is_kept_with_a_warning() -> None:
    credit, problems = parse_credit("阿不都热依木 摄", place_of("阿不都热依木 摄"))
    assert byline.render(credit) == "阿不都热依木 摄"
    assert [(problem.code, problem.level) for problem in problems] == [("BL01", Level.WARNING)]


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("记者 冉红政 通讯员 姜璞 文/图", "冉红政 姜璞 摄"),
        ("本报记者 张三 文 李四 图", "李四 摄"),
        ("文/张三 图/李四", "李四 摄"),
        ("晚报记者 张志新 摄影报道", "张志新 摄"),
        ("首席记者 张三 摄影记者 王五 摄", "王五 摄"),
        ("记者 郜碧澄（实习） 文/图", "郜碧澄 摄"),
        ("记者 张三 文/图 李四 制图", "张三 摄"),
        ("John Smith、张三 摄", "John Smith、张三 摄"),
    ],
)
def test_the_photographers_of_a_byline_are_the_credit(line: str, credit: str) -> None:
    assert of_byline(line) == credit


@pytest.mark.parametrize(
    "line",
    [
        "记者 张三",  # nobody photographed
        "记者 张三 文 李四 制图",
        "记者 张三 文 通讯员 姜璞 供图",  # handed in
        "记者 张三 文 图/视觉中国",  # an agency
        "记者 张三 文/图 资料图片",  # some photos are of others
        "新华社发（张三 摄）",
        "记者 张三 文 区委宣传部 图",
        "通讯员 区委宣传部 摄",
        "记者 张三 摄影 李四",  # whose work is it?
        "记者 张三 文/图 王治张玉东",
        "记者 李博文/图",
    ],
)
def test_a_byline_in_doubt_gives_no_credit(line: str) -> None:
    assert of_byline(line) == ""


NAMES = st.lists(
    st.sampled_from(["张三", "冉红政", "姜璞", "买买提·艾力", "欧阳小文", "John Smith"]), min_size=1, max_size=4
)


@modest
@given(NAMES, st.sampled_from(["文/图", "图", "摄", "摄影报道"]), st.sampled_from(["", "记者 ", "本报通讯员 "]))
def test_the_credit_of_a_byline_names_its_photographers_in_order(names: list[str], craft: str, role: str) -> None:
    credit = of_byline(f"{role}{'、'.join(names)} {craft}")
    assert [name for name, _, _ in people(credit)] == names
    assert codes(credit) == []


@modest
@given(st.text(max_size=40))
def test_any_credit_is_read_and_every_finding_points_inside_it(text: str) -> None:
    credit, problems = parse_credit(text, place_of(text))
    assert credit.written == text
    for problem in problems:
        assert problem.place.column >= 20
        assert problem.place.column + problem.place.length <= 20 + max(1, len(text))
    assert credit.contributors or problems
