"""What is left by mistake is caught: our own words, notes to oneself, days that do not fit; and what waits is listed by name."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from plugins.desk import new_story
from plugins.newsroom.column import column as columns
from plugins.newsroom.column import waiting
from plugins.newsroom.text.dates import SHANGHAI
from plugins.newsroom.text.folder_day import filed_day
from tests.newsdesk import column, story

NOW = datetime(2017, 9, 1, 8, 0, tzinfo=SHANGHAI)
FILE = "2017/08/20-a/index.md"
UNDONE = "TO" + "DO"  # spelt out nowhere: a test looks for it in the files of the house


@pytest.fixture
def said(tmp_path):
    def _said(text: str, file: str = FILE) -> list[tuple[str, int]]:
        read = columns.load(column(tmp_path / "content", {file: text}), NOW)
        return [(one.code, one.place.line) for one in read.problems]

    return _said


def test_what_new_writes_is_an_error_once_it_is_published(tmp_path):
    content = column(tmp_path / "content")
    text = new_story.new("商都新貌", content, day=date(2017, 8, 20))
    text.write_text(text.read_text("utf-8").replace("状态: 草稿", "状态: 发布"), "utf-8")
    found = columns.load(content, NOW).problems
    assert [(one.code, one.is_error) for one in found] == [("ST21", True), ("ST20", True)]
    body = text.read_text("utf-8").replace("<!--", "").replace("-->", "").replace("署名: 本专栏", "署名: 文/本专栏")
    text.write_text(body, "utf-8")
    assert [one.code for one in columns.load(content, NOW).problems if one.code.startswith("ST")] == ["ST20", "ST20"]


@pytest.mark.parametrize(
    "note",
    [
        UNDONE,
        f"{UNDONE}：问街道",
        "签约 XXX 户",
        "数据待补。",
        "（待补充）",
        "（待核实）",
        "【请核对：三处】",
        "此处插图",
        "此处缺照片。",
    ],
)
def test_a_note_to_oneself_is_a_reminder_at_its_place(said, note):
    assert said(story(f"第一段。\n\n{note}\n")) == [("ST22", 10)]
    assert said(story(标题=f"甲{note}")) == [("ST22", 2)]


@pytest.mark.parametrize(
    "words",
    [
        f"{UNDONE}S",
        f"[甲](https://example.com/{UNDONE}/a)",
        "XXXL 号",
        "第XXX届",
        "期待补齐短板",
        "有待补偿",
        "此处放置图纸",
        "（待续）",
    ],
)
def test_words_that_only_hold_a_note_are_none(said, words):
    assert said(story(f"第一段。\n\n{words}\n")) == []


def test_notes_that_nobody_sees_are_none(said):
    assert said(story(f"第一段。\n\n<!-- {UNDONE} -->\n")) == []
    assert said(story(f"{UNDONE}\n", 状态="草稿")) == []
    assert said(story(责编=f"王五 # {UNDONE}")) == []


@pytest.mark.parametrize(
    ("file", "day"),
    [
        ("2017/09/01-gao/index.md", "2016-09-01"),
        ("2017/08/01-gao.md", "2017-08-10"),
        ("2017/08/gao/index.md", "2017-07-31"),
        ("2017/08/2017-08-03-gao/index.md", "2017-08-04"),
    ],
)
def test_the_day_of_a_folder_that_is_not_that_of_the_story_is_a_reminder(said, file, day):
    assert said(story(日期=day), file) == [("DT10", 3)]


@pytest.mark.parametrize(
    "file", ["gao.md", "2017/gao.md", "2017/08/gao/index.md", "2017/08/16-gao.md", "2017/8/16-gao/index.md"]
)
def test_a_folder_that_says_as_much_or_less_fits(said, file):
    assert said(story(日期="2017-08-16"), file) == []


def test_the_day_in_a_name_is_read_in_every_form_that_gives_a_slug():
    forms = ["16-a", "08-16-a", "2017-08-16-a", "2017.8.16_a", "20170816-a", "8月16日a", "2017年8月16日a", "１６-a"]
    assert {str(filed_day(f"2017/08/{form}/index.md")) for form in forms} == {"2017年8月16日"}


def test_a_day_far_ahead_and_an_end_before_the_beginning_are_reminders_that_name_the_story(tmp_path):
    files = {
        "a.md": story(标题="甲稿", 日期="2017-11-05"),
        "b.md": story(标题="乙稿", 日期="2017-10-05"),
        "c.md": story(标题="丙稿", 日期="2017-08-20", 下线="2017-08-19"),
        "d.md": story(标题="丁稿", 日期="2017-08-20", 下线="2017-08-20"),
    }
    read = columns.load(column(tmp_path / "content", files), NOW)
    assert [(one.code, one.place.file, one.is_error) for one in read.problems] == [
        ("DT11", "content/a.md", False),
        ("DT12", "content/c.md", False),
    ]
    assert ["甲稿" in read.problems[0].message, "丙稿" in read.problems[1].message] == [True, True]
    assert read.lasts_until == datetime(2017, 9, 6, tzinfo=SHANGHAI)  # then the first of them is no longer far ahead


def test_stories_that_wait_are_listed_by_name_with_their_day_those_that_appear_by_themselves_first(tmp_path):
    files = {
        "a.md": story(标题="甲稿", 日期="2017-09-05"),
        "b.md": story(标题="乙稿", 日期="2017-09-04 09:30"),
        "c.md": story(标题="丙稿", 状态="草稿"),
        "d.md": story(标题="丁稿　下半", 状态="待审"),
        "e.md": story(标题="戊稿", 下线="2017-08-20"),
    }
    assert list(waiting.lines(columns.load(column(tmp_path / "content", files), NOW))) == [
        "  2017年9月4日 09:30发布：《乙稿》（b.md）",
        "  2017年9月5日发布：《甲稿》（a.md）",
        "  待审：《丁稿 下半》（d.md）",
        "  草稿：《丙稿》（c.md）",
    ]
