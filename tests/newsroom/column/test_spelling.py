"""One tag in several spellings is one tag with one page, spelt as the story has it that was published first."""

from __future__ import annotations

from datetime import datetime

import pytest

from plugins.desk import mending
from plugins.newsroom.column import column as columns
from plugins.newsroom.text.dates import SHANGHAI
from plugins.newsroom.text.names import tag_key
from tests.newsdesk import column, story

NOW = datetime(2017, 9, 1, 8, 0, tzinfo=SHANGHAI)
FILES = {
    "a.md": story(日期="2017-08-03", 话题="[Ppp, 5g]"),
    "b.md": story(日期="2017-08-02", 话题="[ppp, ５Ｇ, “三个一”, PPP]"),
    "c.md": story(日期="2017-08-01", 话题="[PPP, 三个一]"),
    "d.md": story(日期="2017-07-01", 话题="pPP", 状态="草稿"),
}


@pytest.mark.parametrize(
    ("one", "other"), [("PPP", "ppp"), ("５Ｇ", "5g"), ("“三个一”", "三个一"), ("「甲 乙」", "甲乙"), ('"“甲”"', "甲")]
)
def test_width_case_and_outer_quotes_make_no_other_tag(one, other):
    assert tag_key(one) == tag_key(other)


def test_what_stands_inside_a_name_does():
    assert len({tag_key(name) for name in ("“一”和“二”", "一和二", "一”和“二", "C#", "C")}) == 5


def test_every_story_and_every_list_has_a_tag_as_it_was_published_first(tmp_path):
    read = columns.load(column(tmp_path / "content", FILES), NOW)
    names = {source: [tag.name for tag in read.by_source[source].tags] for source in FILES}
    assert names == {
        "a.md": ["PPP", "５Ｇ"],
        "b.md": ["PPP", "５Ｇ", "三个一"],
        "c.md": ["PPP", "三个一"],
        "d.md": ["PPP"],
    }
    assert all(read.story(source).tags == read.by_source[source].tags for source in FILES)
    assert len({tag.id for brief in read.everything for tag in brief.tags}) == 3


def test_an_odd_spelling_is_a_reminder_at_its_place_that_check_fix_mends(tmp_path):
    content = column(tmp_path / "content", FILES)
    found = [one for one in columns.load(content, NOW).problems if one.code == "ST23"]
    assert [(one.place.file[8:], one.place.line, one.is_mendable) for one in found] == [
        ("a.md", 6, True),
        ("a.md", 6, True),
        ("b.md", 6, True),
        ("b.md", 6, True),
        ("d.md", 6, True),
    ]
    mending.mend(content)
    assert "话题: [PPP, ５Ｇ, 三个一, PPP]" in (content / "b.md").read_text("utf-8")
    assert columns.load(content, NOW).problems == ()


def test_a_registered_tag_is_spelt_as_it_is_registered(tmp_path):
    terms = "- id: ppp\n  name: PPP\n  names: [公私合作]\n"
    files = {"data/terms.yaml": terms, "a.md": story(话题="[ｐｐｐ, 公私合作]")}
    read = columns.load(column(tmp_path / "content", files), NOW)
    assert [(tag.id, tag.name) for tag in read.by_source["a.md"].tags] == [("ppp", "PPP")]
    assert [(one.code, one.place.column) for one in read.problems] == [("ST23", 6)]


def test_two_registered_tags_may_not_differ_in_spelling_alone(tmp_path):
    terms = "- id: one\n  name: PPP\n- id: two\n  name: ppp\n"
    read = columns.load(column(tmp_path / "content", {"data/terms.yaml": terms}), NOW)
    assert [one.code for one in read.problems] == ["RG08"]
