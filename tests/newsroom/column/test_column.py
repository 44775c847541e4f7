"""The column as a whole: every file accounted for, and the rules that hold between stories."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.newsroom.column import column as columns
from plugins.newsroom.column.visibility import Held
from plugins.newsroom.findings.problems import has_errors
from plugins.newsroom.text.dates import SHANGHAI
from tests.newsdesk import column, story

NOW = datetime(2017, 9, 1, 8, 0, tzinfo=SHANGHAI)


def _load(folder, files=None, *, preview=False):
    return columns.load(column(folder / "content", files), NOW, preview=preview)


def _codes(read):
    return [finding.code for finding in read.problems]


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            [
                story(),
                story(状态="草稿"),
                story(状态="待审"),
                story(日期="2099-01-01"),
                story(下线="2017-08-30"),
                story(状态="撤稿", 撤稿日期="2017-08-20", 撤稿说明="重复。"),
                story(标题=None),
                story(标题=None, 状态="草稿"),
                story("![图](没有.jpg)", 状态="撤稿", 撤稿日期="2017-08-20", 撤稿说明="重复。"),
                "junk",
                "",
            ]
        ),
        max_size=8,
    )
)
def test_every_story_read_is_published_held_back_or_reported(tmp_path_factory, texts):
    files = {f"2017/08/20-gao{number}/index.md": text for number, text in enumerate(texts)}
    read = _load(tmp_path_factory.mktemp("column"), files)
    tally = read.tally
    assert tally.read == len(texts) + 1
    assert tally.read == tally.published + sum(number for _, number in tally.held) + tally.reported
    assert tally.published == len(read.visible)


def test_a_preview_shows_what_is_to_come_but_never_what_is_gone(tmp_path):
    files = {
        "2017/08/20-a/index.md": story(状态="草稿"),
        "2017/08/20-b/index.md": story(日期="2099-01-01"),
        "2017/08/20-c/index.md": story(下线="2017-08-20"),
    }
    read = _load(tmp_path, files, preview=True)
    assert {s.source: read.preview_note(s) for s in read.visible} == {
        "2017/08/20-b/index.md": "未到发布时间",
        "2017/08/20-a/index.md": "草稿",
        "2017/08/16-haogao/index.md": "",
    }


def test_an_expiry_day_is_the_last_day_a_story_is_seen(tmp_path):
    files = {"2017/08/20-a/index.md": story(下线="2017-08-31"), "2017/08/20-b/index.md": story(下线="2017-09-01")}
    held = _load(tmp_path, files).held
    assert held == {"2017/08/20-a/index.md": Held.EXPIRED}


def test_a_photo_is_reported_even_when_its_story_has_other_slips(tmp_path):
    text = story('文字。\n\n![图](没有.jpg "张三 摄")\n', 标题=None)
    read = _load(tmp_path, {"2017/08/20-a/index.md": text})
    assert [photo.file for photo in read.photos["2017/08/20-a/index.md"]] == ["没有.jpg"]


def test_a_former_address_that_somebody_holds_is_an_error_with_the_holder(tmp_path):
    files = {"2017/08/20-a/index.md": story(旧址="2017/08/haogao/")}
    (finding,) = _load(tmp_path, files).problems
    assert finding.code == "AD15"
    assert "content/2017/08/16-haogao/index.md" in finding.message


def test_two_stories_may_not_claim_one_former_address(tmp_path):
    files = {f"2017/08/2{n}-x{n}/index.md": story(旧址="xw/1.html") for n in (0, 1)}
    read = _load(tmp_path, files)
    assert _codes(read) == ["AD15"]
    assert read.problems[0].place.file == "content/2017/08/21-x1/index.md"


def test_a_former_address_is_pointed_at_where_it_is_written_and_told_what_stands_there(tmp_path):
    aliases = "\n  - xw/1.html\n  - section/study/\n  - 2017/08/haogao/\n"
    taken, clash = story(旧址=aliases), story(旧址=aliases.replace("section/study", "xw/2"))
    one = _load(tmp_path / "one", {"2017/08/20-a/index.md": taken}).problems
    assert [(finding.code, finding.place.line) for finding in one] == [("AD13", 8)]
    assert "版块的网页" in one[0].message
    other = _load(tmp_path / "other", {"2017/08/20-a/index.md": clash}).problems
    assert [(finding.code, finding.place.line) for finding in other] == [("AD15", 9)]


def test_a_link_from_one_draft_to_another_is_no_error(tmp_path):
    files = {
        "2017/08/20-a/index.md": story("见[乙](../20-b/index.md)。\n", 状态="草稿"),
        "2017/08/20-b/index.md": story(状态="草稿"),
    }
    assert _codes(_load(tmp_path, files)) == []


def test_a_link_to_a_broken_story_is_not_reported_twice(tmp_path):
    files = {"2017/08/20-a/index.md": story("见[乙](../20-b/index.md)。\n"), "2017/08/20-b/index.md": story(标题=None)}
    assert _codes(_load(tmp_path, files)) == ["ST01"]


GONE = {"状态": "撤稿", "撤稿日期": "2017-08-20", "撤稿说明": "重复。"}


@pytest.mark.parametrize(
    ("text", "stops"),
    [
        (story(标题=None, 状态="草稿"), False),
        (story("锟斤拷\n", 状态="草稿"), False),
        (story(标题='"半个引号', 状态="草稿"), False),
        (story(日期="某日", 署名="记者 张三 文/图", 状态="待审"), False),
        (story("<b>没有收住的标签\n\n![图](没有.jpg)\n", **GONE), False),
        (story("见[甲](../20-mei/index.md)。\n", **GONE), False),
        (story(标题=None, **GONE), True),  # its notice prints the headline
        (story(标题=None, 状态="草搞"), True),
        (story(标题=None, 状态="草稿\n状态: 发布"), True),  # nobody knows which is meant
        ("只有正文。\n", True),
        (story(标题=None, 日期="2099-01-01"), True),
        (story(状态="草稿", 网址="haogao", 日期="2017-08-16"), True),  # the address of another story
    ],
)
def test_what_is_wrong_where_readers_see_nothing_stops_nothing(tmp_path, text, stops):
    read = _load(tmp_path, {"2017/08/20-a/index.md": text})
    found = [finding for finding in read.problems if finding.is_error]
    assert (bool(found), has_errors(found)) == (True, stops)
    assert read.tally.reported == (stops and "haogao" not in text)


def test_a_link_to_a_draft_is_an_error_also_when_the_draft_has_errors(tmp_path):
    files = {
        "2017/08/20-a/index.md": story("见[乙](../20-b/index.md)。\n"),
        "2017/08/20-b/index.md": story(标题=None, 状态="草稿"),
    }
    read = _load(tmp_path, files)
    assert [(finding.code, finding.stops) for finding in read.problems] == [("LK02", True), ("ST01", False)]
    assert "草稿" in read.problems[0].message


def test_names_that_fit_two_people_are_told_apart_by_the_outlet_or_the_body_in_brackets(tmp_path):
    people = (
        "- {id: a, name: 张三, units: [北下街]}\n- {id: b, name: 张三, units: [某晚报]}\n- {id: li-si, name: 李四}\n"
    )
    files = {
        "data/people.yaml": people,
        "2017/08/16-haogao/index.md": story(署名="某晚报记者 张三 文"),
        "2017/08/16-haogao/01.jpg": b"",
        "2017/08/20-a/index.md": story(署名="通讯员 张三（北下街） 文"),
        "2017/08/20-b/index.md": story(署名="记者 张三 文", 单位="北下街"),
    }
    read = _load(tmp_path, files)
    assert [finding for finding in read.problems if finding.is_error] == []
    signed = {s.source[8:]: s.people[0].id for s in read.briefs}
    assert signed == {"16-haogao/index.md": "b", "20-a/index.md": "a", "20-b/index.md": "a"}


def test_the_columns_own_name_and_units_sign_without_a_person_page(tmp_path):
    files = {"2017/08/20-a/index.md": story(署名="文/本专栏 图/北下街 供图/某某区委宣传部")}
    read = _load(tmp_path, files)
    assert _codes(read) == []
    assert read.by_source["2017/08/20-a/index.md"].people == ()


def test_a_repost_needs_no_byline_but_is_reminded_of_its_original(tmp_path):
    read = _load(tmp_path, {"2017/08/20-a/index.md": story(署名=None, 来源="某日报")})
    assert _codes(read) == ["ST08"]
    origin = read.story("2017/08/20-a/index.md").origin
    assert (origin.name, origin.is_repost) == ("某日报", True)


def test_a_misspelt_or_unreadable_key_is_not_reported_as_missing_too(tmp_path):
    files = {
        "2017/08/20-a/index.md": story().replace("版块", "版快"),
        "2017/08/20-b/index.md": story(版块='"学习贯彻'),
    }
    read = _load(tmp_path, files)
    assert len(read.problems) == 2
    assert "ST03" not in _codes(read)
