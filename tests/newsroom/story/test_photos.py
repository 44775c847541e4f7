"""Caption, credit, cover and details of photos, as stories write them."""

from __future__ import annotations

from datetime import datetime

import pytest

from plugins.newsroom.column import column as columns
from plugins.newsroom.text.dates import SHANGHAI
from tests.newsdesk import BODY, column, jpeg, story

NOW = datetime(2017, 9, 1, 8, 0, tzinfo=SHANGHAI)
SOURCE = "2017/08/20-tu/index.md"


def _read(folder, text):
    files = {SOURCE: text, "2017/08/20-tu/01.jpg": jpeg(), "2017/08/20-tu/02.jpg": jpeg(700, 500)}
    read = columns.load(column(folder / "content", files), NOW)
    found = read.story(SOURCE) if SOURCE in read.by_source else None
    return found, [f for f in read.problems if SOURCE in f.place.file]


def test_the_photographers_of_the_byline_are_the_credit_when_none_is_written(tmp_path):
    found, findings = _read(tmp_path, story(BODY + "\n![图](01.jpg)\n", 署名="记者 张三 文 李四 图"))
    assert not findings
    assert found.photos[0].credit == "李四 摄"


@pytest.mark.parametrize("byline", ["记者 张三", "文/张三 供图/李四", "记者 张三 文"])
def test_in_doubt_about_who_took_it_a_photo_without_credit_is_an_error(tmp_path, byline):
    found, findings = _read(tmp_path, story(BODY + "\n![图](01.jpg)\n", 署名=byline))
    assert found is None
    assert [finding.code for finding in findings if finding.is_error] == ["CR10"]


def test_a_credit_in_the_head_serves_a_photo_without_one(tmp_path):
    head = "\n  01.jpg:\n    署名: 资料图片\n    替代文字: 墙的一角\n    焦点: [0.2, 0.8]\n    到期: 2018-01-01\n    AI生成: 是"
    found, findings = _read(tmp_path, story(BODY + "\n![图](01.jpg)\n", 署名="记者 张三", 图片=head))
    (photo,) = found.photos
    assert not findings
    assert (photo.credit, photo.alternative, photo.caption) == ("资料图片", "墙的一角", "图")
    assert (photo.detail.focus, photo.detail.expires, photo.ai_generated) == (
        (0.2, 0.8),
        datetime(2018, 1, 2, tzinfo=SHANGHAI),
        True,
    )


@pytest.mark.parametrize(
    ("detail", "code"),
    [("焦点: [2, 0]", "CR15"), ("焦点: 中间", "CR15"), ("AI生成: 大概", "CR16")],
)
def test_a_detail_nobody_understands_is_an_error(tmp_path, detail, code):
    text = story(BODY + '\n![图](01.jpg "张三 摄")\n', 图片=f"\n  01.jpg:\n    {detail}")
    _, findings = _read(tmp_path, text)
    assert [finding.code for finding in findings] == [code]


def test_photos_written_together_know_that_they_stand_in_a_gallery(tmp_path):
    photo = '![图]({}.jpg "张三 摄")\n'
    together = f"{photo.format('01')}{photo.format('02')}"
    found, _ = _read(tmp_path, story(f"{photo.format('02')}\n{BODY}\n\n{together}"))
    assert [(use.file, use.in_gallery) for use in found.photos] == [
        ("02.jpg", False),
        ("01.jpg", True),
        ("02.jpg", True),
    ]


def test_the_cover_is_the_first_photo_or_the_one_that_is_named(tmp_path):
    body = BODY + '\n![甲](01.jpg "张三 摄")\n![乙](02.jpg "张三 摄")\n'
    first, _ = _read(tmp_path / "a", story(body))
    second, _ = _read(tmp_path / "b", story(body, 封面="02.jpg"))
    assert (first.cover, second.cover) == (0, 1)


def test_a_cover_outside_the_text_is_a_photo_too_and_needs_its_credit(tmp_path):
    found, findings = _read(tmp_path, story(BODY, 封面="01.jpg", 署名="记者 张三 文/图"))
    assert (len(found.photos), found.cover, found.photos[0].credit) == (1, 0, "张三 摄")
    assert [finding.code for finding in findings] == ["CR11"]


def test_a_cover_in_another_folder_is_an_error(tmp_path):
    _, findings = _read(tmp_path, story(BODY, 封面="../16-haogao/01.jpg"))
    assert "CR14" in [finding.code for finding in findings]


@pytest.mark.parametrize(
    "written", ["![城墙 张三 摄](01.jpg)", "![城墙](01.jpg)\n（张三 摄）", "![城墙 张三 摄][甲]\n\n[甲]: 01.jpg"]
)
def test_who_is_named_beside_a_photo_took_it_whatever_the_byline_says(tmp_path, written):
    found, findings = _read(tmp_path, story(f"{BODY}\n\n{written}\n", 署名="记者 张三 通讯员 李四 文/图"))
    (photo,) = found.photos
    assert (photo.credit, photo.caption, photo.alternative) == ("张三 摄", "城墙", "城墙")
    assert [finding.code for finding in findings] == ["CR20"]


def test_people_who_are_registered_are_known_by_their_names(tmp_path):
    people = "- 标识: wang-wu\n  名称: 王五\n- 标识: zhao-liu\n  名称: 赵六\n"
    text = story(f"{BODY}\n\n![王五 赵六 摄](01.jpg)\n", 署名="记者 张三 文/图")
    files = {SOURCE: text, "2017/08/20-tu/01.jpg": jpeg(), "data/people.yaml": people}
    read = columns.load(column(tmp_path / "content", files), NOW)
    assert read.story(SOURCE).photos[0].credit == "王五 赵六 摄"


def test_where_nobody_is_named_beside_a_photo_all_of_the_byline_took_it(tmp_path):
    found, findings = _read(tmp_path, story(f"{BODY}\n\n![游客在拍摄](01.jpg)\n", 署名="记者 张三 通讯员 李四 文/图"))
    assert (found.photos[0].credit, findings) == ("张三 李四 摄", [])


@pytest.mark.parametrize(
    ("written", "head"),
    [
        ('![城墙 张三 摄](01.jpg "李四 摄")', None),
        ("![](01.jpg)", "\n  01.jpg:\n    说明: 城墙 张三 摄\n    署名: 李四 摄"),
    ],
)
def test_two_names_for_one_photo_are_an_error_that_says_both(tmp_path, written, head):
    found, findings = _read(tmp_path, story(f"{BODY}\n\n{written}\n", **({"图片": head} if head else {})))
    assert found is None
    (error,) = (finding for finding in findings if finding.is_error)
    assert error.code == "CR23"
    assert "张三" in error.message
    assert "李四" in error.message


@pytest.mark.parametrize("written", ['![城墙](01.jpg "张三 摄")', "![城墙 张三 摄](01.jpg)"])
def test_a_name_in_the_text_goes_before_one_in_the_head_and_both_are_told(tmp_path, written):
    head = "\n  01.jpg:\n    署名: 李四 摄"
    found, findings = _read(tmp_path, story(f"{BODY}\n\n{written}\n", 图片=head))
    assert found.photos[0].credit == "张三 摄"
    (told,) = (finding for finding in findings if finding.code == "CR28")
    assert "张三" in told.message
    assert "李四" in told.message


def test_a_file_is_known_by_its_name_on_windows_and_on_a_mac(tmp_path):
    body = BODY + '\n\n![图](图\u0065\u0301.jpg "张三 摄")\n![图](.\\02.jpg "张三 摄")\n'
    text = story(body, 封面=".\\02.jpg", 图片="\n  图\u00e9.jpg:\n    替代文字: 墙")
    files = {SOURCE: text, "2017/08/20-tu/图\u00e9.jpg": jpeg(), "2017/08/20-tu/02.jpg": jpeg(700, 500)}
    read = columns.load(column(tmp_path / "content", files), NOW)
    found = read.story(SOURCE)
    assert (found.photos[0].alternative, found.photos[1].file, found.cover) == ("墙", "02.jpg", 1)
    assert [finding.code for finding in read.problems] == ["CR26", "BD51"]


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({}, ["FI12"]),
        ({"2017/08/20-tu/index.md": story("正文。", 版块="没有这一版")}, []),  # it may show the photo: it was not read
        ({"2017/08/20-duan.md": story("正文。", 版块="没有这一版")}, []),
        ({"2017/08/20-tu/初稿.docx": b"PK"}, []),
        ({"2017/08/21-bie/index.md": story("正文。", 版块="没有这一版")}, ["FI12"]),
    ],
)
def test_a_photo_is_called_unused_when_every_story_that_could_show_it_was_read(tmp_path, files, told):
    read = columns.load(
        column(tmp_path / "content", {"2017/08/20-tu/图/01.jpg": jpeg(), "2017/08/20-tu/01.jpg": jpeg()} | files), NOW
    )
    unused = [finding.place.file for finding in read.problems if finding.code == "FI12"]
    assert ["FI12" for file in unused if file.endswith("20-tu/01.jpg")] == told
