"""Which page depends on which story."""

from __future__ import annotations

from datetime import datetime

from plugins.newsroom.column import column as columns
from plugins.newsroom.text.dates import SHANGHAI
from tests.newsdesk import column, story

NOW = datetime(2017, 9, 1, 8, 0, tzinfo=SHANGHAI)
HAOGAO = "2017/08/16-haogao/index.md"
FILES = {
    "2017/08/17-a.md": story("见[乙](19-c.md)和[关于](../../pages/about/index.md)。\n", 日期="2017-08-17"),
    "2017/08/18-b.md": story(日期="2017-08-18", 版块="项目建设", 署名="记者 李四"),
    "2017/08/19-c.md": story(日期="2017-08-19"),
    "2017/08/20-d.md": story(日期="2017-08-20", 状态="草稿"),
}


def _relations(folder, *, preview=False):
    return columns.load(column(folder / "content", FILES), NOW, preview=preview).relations


def test_neighbours_are_the_visible_stories_of_the_same_section(tmp_path):
    relations = _relations(tmp_path)
    middle = relations["2017/08/17-a.md"]
    assert (middle.newer.source, middle.older.source) == ("2017/08/19-c.md", HAOGAO)
    assert (relations["2017/08/19-c.md"].newer, relations[HAOGAO].older) == (None, None)
    assert relations["2017/08/18-b.md"].sources == ()


def test_a_draft_is_a_neighbour_only_in_a_preview(tmp_path):
    assert _relations(tmp_path / "a")["2017/08/20-d.md"].sources == ()
    seen = _relations(tmp_path / "b", preview=True)
    assert seen["2017/08/19-c.md"].newer.source == "2017/08/20-d.md"


def test_a_page_depends_on_its_neighbours_and_on_what_it_links_each_once(tmp_path):
    sources = _relations(tmp_path)["2017/08/17-a.md"].sources
    assert sources == ("2017/08/19-c.md", HAOGAO, "pages/about/index.md")
