"""What may outlive its release, and what must not."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from plugins.newsroom.column import column as columns
from plugins.newsroom.column import ownership
from plugins.newsroom.text.dates import SHANGHAI
from tests import newsdesk

NOW = datetime(2017, 9, 1, 8, tzinfo=SHANGHAI)
STORY = "2017/08/haogao/"
BODY = '第一段正文。\n\n![甲](01.jpg "张三 摄")\n\n![乙](02.jpg "张三 摄")\n'


def _column(folder: Path, **head: str) -> columns.Column:
    text = newsdesk.story(BODY, **head)
    files = {"2017/08/16-haogao/index.md": text, "2017/08/16-haogao/02.jpg": newsdesk.jpeg()}
    return columns.load(newsdesk.column(folder, files), NOW)


def _photos(column: columns.Column) -> list[str]:
    return [ownership.of_photo(column.briefs[0], name) for name in ("01.jpg", "02.jpg")]


def test_a_story_that_readers_may_see_keeps_all_that_ever_belonged_to_it(tmp_path):
    column = _column(tmp_path)
    assert ownership.of_all(column, column.briefs[0]) == (STORY, *_photos(column))
    shown = ownership.shown(column)
    assert shown == {STORY: None, "about/": None}
    assert ownership.may_stay([], shown)
    assert ownership.may_stay([STORY, *_photos(column), ownership.of_photo(column.briefs[0], "former.jpg")], shown)


def test_nothing_stays_of_a_story_that_is_not_shown_whatever_else_it_belongs_to(tmp_path):
    held = {
        "草稿": {"状态": "草稿"},
        "待审": {"状态": "待审"},
        "撤稿": {"状态": "撤稿", "撤稿日期": "2017-08-20", "撤稿说明": "重复。"},
        "下线": {"下线": "2017-08-20"},
        "未到": {"日期": "2017-09-30"},
    }
    for name, head in held.items():
        column = _column(tmp_path / name, **head)
        assert ownership.shown(column) == {"about/": None}
        assert not any(
            ownership.may_stay(["about/", one], ownership.shown(column)) for one in (STORY, *_photos(column))
        )


def test_of_a_photo_whose_right_has_ended_nothing_stays_nor_of_one_that_is_there_no_longer(tmp_path):
    column = _column(tmp_path, 图片="\n  02.jpg:\n    到期: 2017-08-25")
    shown, (first, second) = ownership.shown(column), _photos(column)
    assert ownership.of_all(column, column.briefs[0]) == (STORY, first)
    assert ownership.may_stay([STORY, first], shown)
    assert not ownership.may_stay([STORY, first, second], shown)
    assert not ownership.may_stay([ownership.of_photo(column.briefs[0], "former.jpg")], shown)
