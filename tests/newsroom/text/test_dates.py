"""Dates as editors write them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.newsroom.findings.problems import Edit, Place
from plugins.newsroom.text import dates
from plugins.newsroom.text.dates import SHANGHAI, parse
from plugins.newsroom.text.marked import Marked

HEAD = "日期: "


def marked(text: str) -> Marked:
    start = len(HEAD)
    place = Place("a.md", 3, start + 1, max(1, len(text)), HEAD + text)
    return Marked(place, text, span=(100, 100 + len(text)))


@pytest.mark.parametrize(
    ("written", "value", "has_time"),
    [
        ("2017-08-16", datetime(2017, 8, 16), False),
        ("2017-08-16 09:30", datetime(2017, 8, 16, 9, 30), True),
        ("2017-08-16 09:30:15", datetime(2017, 8, 16, 9, 30, 15), True),
        ("2017-08-16 00:00", datetime(2017, 8, 16), True),
    ],
)
def test_the_iso_forms_are_read_without_a_word(written, value, has_time):
    moment, problems = parse(marked(written))
    assert problems == ()
    assert moment == dates.Moment(value.replace(tzinfo=SHANGHAI), has_time)
    assert moment.value.utcoffset() == timedelta(hours=8)


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2017-8-16", "2017-08-16"),
        ("2017/8/16", "2017-08-16"),
        ("2017.8.16", "2017-08-16"),
        ("20170816", "2017-08-16"),
        ("2017年8月16日", "2017-08-16"),
        ("2017 年 8 月 16 日", "2017-08-16"),
        ("2017年8月16日（星期三）", "2017-08-16"),
        ("2017-08-16(周三)", "2017-08-16"),
        ("2017年8月20日星期天", "2017-08-20"),
        ("２０１７年８月１６日", "2017-08-16"),
        ("2017－08－16　09：30", "2017-08-16 09:30"),
        ("二〇一七年八月十六日", "2017-08-16"),
        ("二○一七年十二月三十一日", "2017-12-31"),
        ("二零一七年十月二十日", "2017-10-20"),
        ("2017年8月16日9时30分", "2017-08-16 09:30"),
        ("2017年8月16日 09:30", "2017-08-16 09:30"),
        ("2017年8月16日9点半", "2017-08-16 09:30"),
        ("2017年8月16日（星期三）下午3时", "2017-08-16 15:00"),
        ("2017年8月16日上午九时三十分", "2017-08-16 09:30"),
        ("2017-08-16T09:30:00+08:00", "2017-08-16 09:30"),
    ],
)
def test_a_certain_other_form_is_a_reminder_that_mends_itself(written, iso):
    moment, problems = parse(marked(written))
    assert moment is not None
    assert moment.iso == iso
    assert [(p.code, p.is_error, p.edits) for p in problems] == [
        ("DT05", False, (Edit(100, 100 + len(written), iso),)),
    ]
    assert parse(marked(iso)) == (moment, ())


def test_without_a_span_the_reminder_has_no_edit():
    text = "2017年8月16日"
    _, problems = parse(Marked(Place("a.md", 1, 1, len(text), text), text))
    assert [(p.code, p.is_mendable) for p in problems] == [("DT05", False)]


def test_a_wrong_weekday_is_an_error_at_its_column():
    moment, problems = parse(marked("2017年8月16日（星期四）"))
    assert moment is None
    assert problems[0].code == "DT04"
    assert problems[0].message == "2017年8月16日是星期三，不是星期四"
    assert (problems[0].place.column, problems[0].place.length) == (len(HEAD) + 12, 3)


@pytest.mark.parametrize(
    ("written", "code", "reason", "part"),
    [
        ("2017-08-32", "DT02", "2017年8月只有31天", "32"),
        ("2017-02-29", "DT02", "2017年2月只有28天", "29"),
        ("2017年13月1日", "DT02", "一年没有13月", "13"),
        ("2017-08-16 24:00", "DT03", "一天没有24时", "24"),
        ("2017-08-16 09:60", "DT03", "一小时没有60分", "60"),
        ("2017年8月16日下午0时", "DT03", "下午没有0时", "0时"),
        ("1917-08-16", "DT06", "1917", "1917"),
        ("2107年8月16日", "DT06", "2107", "2107"),
        ("2017-08-16T09:30:00Z", "DT07", "Z", "Z"),
    ],
)
def test_an_impossible_date_is_an_error_that_says_why_and_where(written, code, reason, part):
    moment, problems = parse(marked(written))
    assert moment is None
    assert [(p.code, p.is_error) for p in problems] == [(code, True)]
    assert reason in problems[0].message
    assert problems[0].place.column == len(HEAD) + 1 + written.index(part, 0 if code != "DT03" else 9)


@pytest.mark.parametrize(
    "written", ["", "八月中旬", "8月16日", "17年8月16日", "8/16/2017", "2017-08-16 9", "2017年十十月1日"]
)
def test_what_is_no_certain_date_is_an_error(written):
    moment, problems = parse(marked(written))
    assert moment is None
    assert [p.code for p in problems] == ["DT01"]


def test_dates_are_shown_in_chinese():
    moment = datetime(2017, 8, 6, 9, 5, tzinfo=SHANGHAI)
    assert dates.chinese_date(moment) == "2017年8月6日"
    assert dates.chinese_date(date(2017, 8, 6)) == "2017年8月6日"
    assert dates.chinese_datetime(moment) == "2017年8月6日 09:05"
    assert dates.chinese_weekday(moment) == "星期日"
    assert dates.chinese_month(2017, 8) == "2017年8月"


@settings(max_examples=100)
@given(st.datetimes(datetime(1949, 1, 1), datetime(2100, 12, 31)), st.booleans())
def test_a_date_shown_in_chinese_is_read_back(moment, has_time):
    moment = moment.replace(second=0, microsecond=0, **({} if has_time else {"hour": 0, "minute": 0}))
    shown = dates.chinese_datetime(moment) if has_time else dates.chinese_date(moment)
    read, problems = parse(marked(f"{shown}（{dates.chinese_weekday(moment)}）"))
    assert read == dates.Moment(moment.replace(tzinfo=SHANGHAI), has_time)
    assert [p.code for p in problems] == ["DT05"]


@settings(max_examples=200)
@given(st.text("0123456789-/.年月日时分秒点星期三四（） :：上下午二〇一七八十Z+T", max_size=30))
def test_any_text_is_a_date_or_an_error(text):
    moment, problems = parse(marked(text))
    assert (moment is None) == any(p.is_error for p in problems)
    for problem in problems:
        assert len(HEAD) < problem.place.column <= len(HEAD) + max(1, len(text))
