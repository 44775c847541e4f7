"""What may outlive its release, and what must not."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from plugins.newsroom import column as columns
from plugins.newsroom import lasting
from plugins.newsroom.dates import SHANGHAI
from tests import newsdesk

NOW = datetime(2017, 9, 1, 8, tzinfo=SHANGHAI)
STORY = "2017/08/haogao/"
BODY = '第一段正文。\n\n![甲](01.jpg "张三 摄")\n\n![乙](02.jpg "张三 摄")\n'


def _column(folder: Path, **head: str) -> columns.Column:
    text = newsdesk.story(BODY, **head)
    files = {"2017/08/16-haogao/index.md": text, "2017/08/16-haogao/02.jpg": newsdesk.jpeg()}
    return columns.load(newsdesk.column(folder, files), NOW)


def _photos(column: columns.Column) -> list[str]:
    return [lasting.of_photo(column.stories[0], name) for name in ("01.jpg", "02.jpg")]


def test_a_story_that_readers_may_see_keeps_all_that_ever_belonged_to_it(tmp_path):
    column = _column(tmp_path)
    assert lasting.of_all(column, column.stories[0]) == (STORY, *_photos(column))
    shown = lasting.shown(column)
    assert shown == {STORY: None, "about/": None}
    assert lasting.may_stay([], shown)
    assert lasting.may_stay([STORY, *_photos(column), lasting.of_photo(column.stories[0], "former.jpg")], shown)


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
        assert lasting.shown(column) == {"about/": None}
        assert not any(lasting.may_stay(["about/", one], lasting.shown(column)) for one in (STORY, *_photos(column)))


def test_of_a_photo_whose_right_has_ended_nothing_stays_nor_of_one_that_is_there_no_longer(tmp_path):
    column = _column(tmp_path, 图片="\n  02.jpg:\n    到期: 2017-08-25")
    shown, (first, second) = lasting.shown(column), _photos(column)
    assert lasting.of_all(column, column.stories[0]) == (STORY, first)
    assert lasting.may_stay([STORY, first], shown)
    assert not lasting.may_stay([STORY, first, second], shown)
    assert not lasting.may_stay([lasting.of_photo(column.stories[0], "former.jpg")], shown)
