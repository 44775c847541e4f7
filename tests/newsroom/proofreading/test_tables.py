"""The newsroom's own tables: what they find in a story of their day, and where they keep silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom.proofreading import order
from plugins.newsroom.proofreading.copy import copy_of
from plugins.newsroom.proofreading.formal import Formal, NearMisses
from plugins.newsroom.proofreading.rule import NO_TABLES
from plugins.newsroom.proofreading.samples import TABLES
from plugins.newsroom.registry import Person, Registries, Wording
from plugins.newsroom.text.likeness import taken_for
from plugins.newsroom.text.placed import Kind
from tests.newsroom.proofreading.sheets import DAY, registries

LATER = date(2020, 8, 16)


def found(
    text: str, day: date | None = DAY, tables: Registries | None = None, signed: tuple[str, ...] = ()
) -> list[tuple[str, str]]:
    """The codes of this table's rules and the words at which they point."""
    blocks = [(Kind.PARAGRAPH, line) for line in text.split("\n")]
    looked_at = copy_of(blocks, tables or registries(), day, signed)
    return [(rule.code, looked_at.text[slip.start : slip.end]) for rule, slip in order.slips_in(looked_at)]


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("市委市政府出台文件。", "PF70", "市委市政府"),
        ("会上，区委副书记王东亮作出安排。", "PF71", "区委副书记王东亮"),
        ("省委常委、市长马懿出席。", "PF71", "市长马懿"),
        ("郑州市委书记程志明出席。", "PF71", "市委书记程志明"),
        ("王东亮（区长）主持。", "PF71", "王东亮（区长"),
        ("马懿市长走访了社区。", "PF71", "马懿市长"),
        ("市委书记马毅出席。", "PF73", "马毅"),
        ("区委书记王亮东主持。", "PF73", "王亮东"),
        ("市长陈志明讲话。", "PF73", "陈志明"),
        ("王冬亮（区委书记）主持。", "PF73", "王冬亮"),
        ("本报讯（记者 冉宏政 通讯员 姜璞）", "PF73", "冉宏政"),
        ("通讯员蒋璞", "PF73", "蒋璞"),
        ("程志明、马懿的讲话。", "PF74", "程志明、马懿"),
        ("区委书记王东亮和市长程志明出席。", "PF74", "王东亮和市长程志明"),
        ("管城回族区北下街街道办事出开会。", "PF75", "管城回族区北下街街道办事出"),
        ("管城回族区北下街道办事处开会。", "PF75", "管城回族区北下街道办事处"),
        ("管城区回族人民政府发文。", "PF75", "管城区回族人民政府"),
        ("紫金山南路街道办事处开会。", "PF75", "紫金山南路"),
        ("商都文化历史区的建设。", "PF75", "商都文化历史区"),
        ("“三重点一稳定一保证”", "PF77", "三重点一稳定一保证"),
        ("“四重点一稳定”工作格局", "PF77", "四重点一稳定"),
        ("四重点一保证一稳定", "PF77", "四重点一保证一稳定"),
        ("推进八大支撑性工程。", "PF77", "八大支撑性工程"),
        ("围绕“五个定位”制定方案。", "PF77", "五个定位"),
        ("一个产业（项目、企业）、一套班子、一个专案的“四个一”机制", "PF77", "四个一"),
        ("一个产业（项目、企业）、一套班子的“三个一”机制", "PF78", "一个产业（项目、企业）、一套班子"),
        (
            "“五比五看五加快”考核，通过比项目、比进度、比投资、比发展，促建设。",
            "PF78",
            "通过比项目、比进度、比投资、比发展",
        ),
        ("一要学习，二要落实，二要考核。", "PF79", "二要"),
        ("提出2点意见：一是学习；二是落实；三是考核。", "PF80", "2点意见"),
        ("王东亮指出，要抓项目。王冬亮强调，要抓质量。", "PF81", "王冬亮"),
        ("居民李建军说，房子好。李建君一家三口。李建军很高兴。", "PF81", "李建君"),
        ("《城市更新办法》印发。按照《城市更新办发》执行。", "PF81", "城市更新办发"),
        ("金宸社区开展活动，金宸社区居民参加，金辰社区主任说。", "PF81", "金辰社区"),
        ("二里岗的居民来了，二立岗的居民走了。", "PF81", "二立岗"),
    ],
)
def test_a_slip_against_the_tables_is_found_where_it_stands(text, code, words):
    assert (code, words) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "省委常委、市委书记马懿和市委副书记、市长程志明出席，区委书记王东亮主持。",
        "管城区委书记王东亮、管城回族区委书记王东亮。",
        "郑州市市长程志明。程志明市长说，程志明副书记说，王东亮书记说。",
        "区委办公室主任王东亮、调研组组长王东亮、原区长王东亮、代区长王东亮。",
        "2016年，区长王东亮主持会议。",
        "去年，区长王东亮主持会议。",
        "区长王东亮当选为区委书记。",
        "市委书记、市长马懿、程志明分别讲话。",
        "市委副书记、副省长程志明出席。",
        "程志明向省委常委、市委书记马懿汇报。",
        "会议由程志明主持，市委书记马懿讲话。",
        "市长李志明出席。",
        "记者王红政、通讯员江山、通讯员姜红。",
        "省委书记马义、副市长程志民、市委书记李志明、区委常委王东良。",
        "管城回族区人民法院、管城区人民政府、市人民政府、区统战部、市委宣传部。",
        "管城区回族群众、二七区人民政府、东大街、西大街、南大街。",
        "紫荆山路、航海路、陇海路、城东路小学。",
        "五比、三个重点、四个一批、五个方面、两个定位，各有所指。",
        "“六个定位”包括国际综合交通枢纽、国际物流中心、国家重要的经济增长中心、国家极具活力的创新创业中心、"
        "国家内陆地区对外开放门户、华夏历史文明传承创新中心。",
        "重大产业、重大项目、重点企业实行“三个一”机制，一件事配一个班子、一套专门方案。",
        "一是学习：一是个人学，二是集体学；二是落实；三是考核。",
        "他有三个孩子，一是老大，二是老二。",
        "提出三点意见：一是学习，二是落实。同时，要加强考核。",
        "居民李建军说，房子好。居民张建军说，路也好。",
        "《城市更新办法》和《城市更新方法》、“商代城墙”和“商城城墙”。",
        "市一医院、省一医院，市二中学、市三中学。",
        "安置房和安置方案，教育部和教育不公平。",
    ],
)
def test_what_only_looks_like_a_slip_is_left_alone(text):
    assert found(text) == []


def test_a_story_is_judged_by_the_titles_of_its_day():
    text = "区委书记王东亮主持会议。"
    assert found(text) == []
    assert found(text, LATER) == [("PF72", "区委书记王东亮")]
    assert found("2017年，区委书记王东亮主持会议。", LATER) == []
    assert found(text, None) == []


def test_of_two_namesakes_the_one_without_titles_may_be_meant():
    tables = replace(TABLES, people=(*TABLES.people, Person("other", "王东亮")))
    assert found("区长王东亮主持会议。", tables=TABLES) == [("PF71", "区长王东亮")]
    assert found("区长王东亮主持会议。", tables=tables) == []


def test_a_story_is_judged_by_the_names_of_its_day():
    town, street = "某某河镇的居民来了。", "某某河街道的居民来了。"
    assert found(town, date(2016, 12, 31), TABLES) == []
    assert found(town, date(2017, 1, 1), TABLES) == [("PF76", "某某河镇")]
    assert found(street, date(2016, 12, 31), TABLES) == [("PF76", "某某河街道")]
    assert found(street, date(2017, 1, 1), TABLES) == []


def test_a_story_is_judged_by_the_wording_of_its_day():
    row = Wording(("甲乙", "丙乙"), "丁乙", "某标准", ("甲乙戊",), date(2017, 1, 1), date(2018, 12, 31))
    tables = replace(NO_TABLES, wording=(row,))
    assert found("甲乙、甲乙戊、丙乙、丁乙。", DAY, tables) == [("PF70", "甲乙"), ("PF70", "丙乙")]
    assert found("甲乙、甲乙戊、丙乙、丁乙。", LATER, tables) == []
    assert found("甲乙、甲乙戊、丙乙、丁乙。", None, tables) == []


def test_who_is_registered_or_signs_is_no_misspelling_of_another():
    assert found("记者冉宏政报道。", signed=("冉宏政",)) == []
    assert found("记者冉洪政报道。", signed=("冉宏政",)) == [("PF73", "冉洪政")]


def test_without_tables_the_rules_that_need_them_find_nothing():
    assert found("区长王东亮、回族管城区人民正府、四重点一稳定一保障。", tables=NO_TABLES) == []


@given(st.text("管城回族区人民政府北下街", max_size=12), st.text("管城回族区人民政府北下街", max_size=12))
def test_a_name_written_as_it_should_be_is_no_near_miss(before, after):
    near = NearMisses([Formal("管城回族区人民政府")])
    text = f"{before}，管城回族区人民政府，{after}"
    for start, end, name in near.find(text):
        assert text[start:end] != name
        assert "，" not in text[start:end]


@pytest.mark.parametrize(
    ("one", "other", "is_alike", "is_nearly"),
    [
        ("宏", "红", True, True),
        ("冉", "再", True, True),
        ("程", "陈", False, True),
        ("紫", "子", True, True),
        ("南", "蓝", False, True),
        ("东", "西", False, False),
    ],
)
def test_characters_are_taken_for_each_other_by_sound_and_by_look(one, other, is_alike, is_nearly):
    assert (taken_for(one, other), taken_for(one, other, nearly=True)) == (is_alike, is_nearly)
