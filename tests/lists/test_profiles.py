"""What stands under the names of units and people, and which pages a new story changes."""

from __future__ import annotations

from datetime import datetime
from types import SimpleNamespace

import pytest

from plugins.lists import FEATURE
from plugins.newsroom.column import column as columns
from plugins.newsroom.text.dates import SHANGHAI
from tests.newsdesk import column, story
from tests.sites import ordered, site
from tests.writers import Written

NOW = datetime(2017, 9, 1, 8, 0, tzinfo=SHANGHAI)
UNITS = """
- {id: zhen, name: 管城回族区某镇, short: 某镇, until: 2017-07-31, successor: jiedao}
- {id: jiedao, name: 管城回族区某街道办事处, short: 某街道, since: 2017-08-01}
- {id: silent, name: 没有稿件的单位, short: 没有稿件的单位, successor: jiedao}
"""
PEOPLE = """
- id: zhang-san
  name: 张三
  units: [{unit: jiedao, since: 2017-01-01}, {unit: silent}, 某某晚报]
- {id: li-si, name: 李四}
"""
FILES = {
    "data/units.yaml": UNITS,
    "data/people.yaml": PEOPLE,
    "2017/07/20-a.md": story(日期="2017-07-20", 单位="某镇", 署名="记者 李四"),
    "2017/08/20-b.md": story(日期="2017-08-20", 单位="某街道", 署名="见习记者 张三"),
}


def _pages(folder, files=FILES, size=20) -> Written:
    read = columns.load(column(folder / "content", files), NOW)
    assert not read.broken
    return ordered(FEATURE, site(read, list_size=size), Written())


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> Written:
    return _pages(tmp_path_factory.mktemp("lists"))


def _facts(pages: Written, address: str) -> dict[str, list[tuple[str, str, str]]]:
    matter = SimpleNamespace(**pages.pages[f"{address}index.html"][1])
    return {fact.label: [(one.words, one.address, one.note) for one in fact.values] for fact in matter.facts}


def test_a_unit_says_its_short_name_its_time_and_what_followed(pages):
    assert _facts(pages, "unit/zhen/") == {
        "简称": [("某镇", "", "")],
        "名称使用": [("至2017年7月31日", "", "")],
        "后继": [("管城回族区某街道办事处", "unit/jiedao/", "")],
    }


def test_what_came_before_a_unit_is_linked_only_where_it_has_a_page(pages):
    before = [("管城回族区某镇", "unit/zhen/", ""), ("没有稿件的单位", "", "")]
    assert _facts(pages, "unit/jiedao/")["前身"] == before


def test_a_person_says_what_was_done_as_what_and_where_from(pages):
    assert _facts(pages, "person/zhang-san/") == {
        "身份": [("见习记者、记者", "", "")],
        "作品": [("文字 2 篇、图片 1 幅", "", "")],
        "所属": [
            ("管城回族区某街道办事处", "unit/jiedao/", "2017年1月1日起"),
            ("没有稿件的单位", "", ""),
            ("某某晚报", "", ""),
        ],
    }


def test_a_month_is_one_page_however_many_stories_it_has(tmp_path):
    files = {f"2017/08/21-x{n}.md": story(日期="2017-08-21") for n in range(9)}
    pages = _pages(tmp_path, {**FILES, **files}, size=2)
    matter = pages.pages["2017/08/index.html"][1]
    assert len(matter["sheet"].stories) == len(matter["listing"].stories) == 11
    assert "2017/08/page/1/index.html" not in pages.pages


def test_a_new_story_leaves_older_sheets_and_other_people_alone(tmp_path):
    files = {**FILES, **{f"2017/08/2{n}-x.md": story(日期=f"2017-08-2{n}", 署名="记者 李四") for n in range(5)}}
    before = _pages(tmp_path / "a", files, size=2).depends
    after = _pages(
        tmp_path / "b", {**files, "2017/08/26-y.md": story(日期="2017-08-26", 署名="记者 李四")}, size=2
    ).depends
    changed = {address for address in before if before[address] != after[address]}
    assert "person/li-si/index.html" in changed
    assert "section/study/page/1/index.html" in before.keys() - changed
    assert "person/zhang-san/index.html" in before.keys() - changed
    assert "2017/07/index.html" in before.keys() - changed
