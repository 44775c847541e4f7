"""`check --fix`: what is unambiguous is mended in the files, the rest is left and reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.desk import mending
from tests import newsdesk

STORY = "2017/08/16-haogao/index.md"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return newsdesk.column(tmp_path / "content")


def test_a_good_column_is_not_touched(content):
    before = newsdesk.fingerprint(content)
    assert mending.mend(content) == ""
    assert newsdesk.fingerprint(content) == before


def test_slips_of_several_kinds_are_mended_in_one_go_and_shown(content):
    slips = newsdesk.story(日期="２０１７年８月16日").replace("版块: ", "版块：")
    (content / STORY).write_bytes(slips.replace("\n", "\r\n").encode("gb18030"))
    shown = mending.mend(content)
    assert (content / STORY).read_bytes() == newsdesk.story(日期="2017-08-16").encode()
    assert f"content/{STORY}" in shown
    assert "+日期: 2017-08-16\n" in shown
    assert mending.mend(content) == ""


def test_what_is_not_certain_is_left_and_reported(content):
    (content / STORY).write_text(newsdesk.story(版块="没有的版块").replace("标题: ", "标题："), encoding="utf-8")
    result = newsdesk.run("check", "--content", content, "--fix")
    assert result.returncode == 1
    assert "+标题: 一篇好稿\n" in result.stdout
    assert "没有的版块" in (content / STORY).read_text(encoding="utf-8")
    assert "共 1 处错误，0 处提醒。" in result.stdout


def test_a_mended_file_keeps_its_permissions_and_leaves_nothing_beside_it(content):
    path = content / STORY
    path.write_text(newsdesk.story().replace("标题: ", "标题："), encoding="utf-8")
    path.chmod(0o640)
    mending.mend(content)
    assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(entry.name for entry in path.parent.iterdir()) == ["01.jpg", "index.md"]


def test_what_was_pasted_into_a_body_is_mended_and_needs_no_second_mend(content):
    pasted = "# 一篇好稿\n第一段。\n第二段。\n\n\t第三段。\n\n##小标题\n\n单位\t户数\n南关\t12\n\n｜甲｜乙｜\n｜---｜---｜\n｜1｜2｜\n注：丙。\n"
    meant = (
        "第一段。\n\n第二段。\n\n第三段。\n\n## 小标题\n\n| 单位 | 户数 |\n| --- | --- |\n| 南关 | 12 |\n\n"
        "|甲|乙|\n|---|---|\n|1|2|\n\n注：丙。\n"
    )
    (content / STORY).write_text(newsdesk.story(pasted), encoding="utf-8")
    mending.mend(content)
    assert (content / STORY).read_text(encoding="utf-8") == newsdesk.story(meant)
    assert mending.mend(content) == ""
