"""The report an editor prints before the inspector comes, and the file that programs watch."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import pytest

from plugins.desk.inspection import inspect
from plugins.heads.status import status
from plugins.newsroom.column import column as columns
from plugins.newsroom.column.freshness import freshness
from plugins.newsroom.pages.urls import Urls
from plugins.newsroom.text.dates import SHANGHAI
from tests.newsdesk import SITE, column, run, story

NOW = datetime(2017, 8, 20, 9, 30, tzinfo=SHANGHAI)


def test_a_column_in_order_passes(tmp_path):
    files = {f"2017/08/1{n}-x{n}/index.md": story(版块="项目建设", 日期=f"2017-08-1{n} 10:00") for n in range(4)}
    report = inspect(column(tmp_path / "content", files), NOW)
    assert report.failures == 0, report.text
    assert "检查时刻：2017年8月20日" in report.text
    assert "首页          5 篇  最近 2017年8月16日，4 天前，还剩 10 天，到 2017年8月30日 09:30" in report.text
    assert "没有发现不合要求的地方" in report.text


def test_everything_that_would_fail_is_named_and_counted(tmp_path):
    files = {
        "data/site.yaml": SITE.replace("site_code: '0000000000'\n", "").replace("source: 某专栏\n", ""),
        "2017/08/17-lian/index.md": story("见[这篇](../18-meiyou/index.md)。\n", 日期="2017-08-17"),
    }
    content = column(tmp_path / "content", files)
    report = inspect(content, NOW + timedelta(days=12))
    assert "学习贯彻      2 篇  最近 2017年8月17日，15 天前，超期 1 天" in report.text
    assert "空白版块：项目建设\n" in report.text
    assert "内容单薄的版块（不足 3 篇）：首页、学习贯彻\n" in report.text
    assert "没有写明时、分的稿件：1 篇\n  content/2017/08/17-lian/index.md\n" in report.text
    assert "没有写“来源”" in report.text
    assert "失效的站内链接：1 处\n  content/2017/08/17-lian/index.md:" in report.text
    assert "标签和页脚缺少的内容：网站标识码\n" in report.text
    assert report.failures == 7
    assert f"有 {report.failures} 项不合要求" in report.text


@pytest.mark.parametrize(
    ("hours", "told"),
    [
        (1, "不到 1 天前，还剩 13 天"),
        (13 * 24 + 1, "13 天前，还剩不到 1 天"),
        (14 * 24 + 1, "14 天前，超期不到 1 天"),
        (15 * 24, "超期 1 天"),
    ],
)
def test_less_than_a_day_is_said_in_words(tmp_path, hours, told):
    content = column(tmp_path / "content")
    assert told in inspect(content, datetime(2017, 8, 16, 9, 30, tzinfo=SHANGHAI) + timedelta(hours=hours)).text


@pytest.mark.parametrize(("days", "overdue"), [(13, False), (14, True)])
def test_two_weeks_are_two_weeks_to_the_minute(tmp_path, days, overdue):
    read = columns.load(column(tmp_path / "content"), NOW)
    home = freshness(read)[0]
    assert home.latest == datetime(2017, 8, 16, 9, 30, tzinfo=SHANGHAI)
    assert home.is_overdue(home.latest + timedelta(days=days)) is overdue
    assert not home.is_overdue(home.latest + timedelta(days=14) - timedelta(seconds=1))


def test_programs_read_dates_that_do_not_change_with_the_day_of_the_build(tmp_path):
    content = column(tmp_path / "content")
    one, other = (status(columns.load(content, NOW + timedelta(days=n)), Urls("https://a.example")) for n in (0, 9))
    assert one == other
    told = json.loads(one)
    assert told["home"]["latest"] == "2017-08-16T09:30:00+08:00"
    assert told["home"]["due"] == "2017-08-30T09:30:00+08:00"
    assert [(row["name"], row["stories"], row["url"]) for row in told["sections"]] == [
        ("学习贯彻", 1, "https://a.example/section/study/"),
        ("项目建设", 0, None),
    ]
    assert told["facts_missing"] == []


def test_the_task_prints_the_report_and_fails_when_something_does(tmp_path):
    done = run("check", "--inspection", "--content", column(tmp_path / "content"), "--now", "2017-09-20T08:00")
    assert done.returncode == 1
    assert "超期 20 天" in done.stdout
    assert "Traceback" not in done.stdout
