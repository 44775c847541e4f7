"""Which stories are found to have something in common."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom.body.document import Document
from plugins.newsroom.column import kinship
from plugins.newsroom.column.relations import relate
from plugins.newsroom.registry import Person, Project, Section, Term, Unit
from plugins.newsroom.story.brief import Brief, brief_of
from plugins.newsroom.story.model import Story
from plugins.newsroom.text.dates import SHANGHAI

FIRST = datetime(2017, 8, 1, 9, 0, tzinfo=SHANGHAI)
SECTION = Section("works", "项目建设", "")
_BARE = brief_of(Story("x", False, "题", FIRST, "x/", Document()))


def _brief(number: int, tags: str = "", projects: str = "", units: str = "", people: str = "", **rest) -> Brief:
    """The story of day `number`; letters stand for tags, projects, units and people."""
    shared = {
        "tags": tuple(Term(one, one) for one in tags),
        "projects": tuple(Project(one, one) for one in projects),
        "units": tuple(Unit(one, one, one) for one in units),
        "people": tuple(Person(one, one) for one in people),
    }
    return replace(
        _BARE,
        source=f"{number}.md",
        title=f"第{number}篇",
        address=f"{number}/",
        published=FIRST + timedelta(days=number),
        kin=repr((number, shared)),
        **{**shared, **rest},
    )


def _related(briefs: list[Brief], number: int) -> list[int]:
    listed = sorted(briefs, key=lambda brief: brief.published, reverse=True)
    return [int(one.source[:-3]) for one in relate(listed, listed)[f"{number}.md"].related]


@pytest.mark.parametrize("kind", ["tags", "projects", "units", "people"])
def test_sharing_anything_relates_and_sharing_nothing_does_not(kind):
    assert _related([_brief(1, **{kind: "a"}), _brief(2, **{kind: "b"}), _brief(3, **{kind: "a"})], 1) == [3]


def test_what_few_stories_share_says_more_than_what_many_do():
    many = [_brief(number, tags="c") for number in range(2, 40)]
    assert _related([_brief(1, tags="cr"), *many, _brief(60, tags="r")], 1)[0] == 60


def test_two_things_in_common_say_more_than_one():
    briefs = [_brief(1, tags="ab"), _brief(2, tags="a"), _brief(3, tags="b"), _brief(4, tags="ab")]
    assert _related(briefs, 1) == [4, 2, 3]


def test_a_subject_says_more_than_a_writer():
    briefs = [_brief(1, tags="a", people="p"), _brief(2, people="p"), _brief(3, tags="a")]
    assert _related(briefs, 1) == [3, 2]


def test_between_equals_the_nearer_in_time_comes_first():
    assert _related([_brief(number, tags="a") for number in range(1, 10)], 5)[:2] in ([4, 6], [6, 4])


def test_neighbours_are_not_named_twice():
    briefs = [_brief(number, tags="a", section=SECTION) for number in range(1, 6)]
    assert sorted(_related(briefs, 3)) == [1, 5]


def test_an_id_means_one_thing_in_each_registry():
    assert _related([_brief(1, tags="a"), _brief(2, units="a"), _brief(3, people="a")], 1) == []


letters = st.text("abcde", max_size=3).map(lambda text: "".join(sorted(set(text))))
columns = st.lists(st.tuples(letters, letters, letters), max_size=30)


@given(columns)
def test_related_stories_share_something_are_others_and_never_more_than_three(rows):
    briefs = [_brief(n, tags=t, units=u, people=p) for n, (t, u, p) in enumerate(rows)]
    listed = briefs[::-1]
    for brief in listed:
        related = relate(listed, listed)[brief.source].related
        assert len({one.source for one in related} - {brief.source}) == len(related) <= 3
        for one in related:
            assert {*one.tags, *one.units, *one.people} & {*brief.tags, *brief.units, *brief.people}


@given(columns, columns)
def test_what_was_remembered_never_changes_the_answer(rows, others):
    memory: dict[str, object] = {}
    for these in (rows, rows, rows + others, rows + others + rows, others, rows):
        listed = [_brief(n, tags=t, units=u, people=p) for n, (t, u, p) in enumerate(these)][::-1]
        assert kinship.kin(listed, memory) == kinship.kin(listed, {})


def test_a_new_story_changes_few_others():
    briefs = [_brief(number, tags="abcdefgh"[number % 8], units="uvw"[number % 3]) for number in range(400)]
    before, after = (relate(listed, listed) for listed in (briefs[:-1][::-1], briefs[::-1]))
    changed = [source for source in before if before[source].related != after[source].related]
    assert 0 < len(changed) <= 4 * 2


def test_the_fingerprint_changes_with_whoever_is_named():
    listed = [_brief(2, tags="a"), _brief(1, tags="a")]
    before = relate(listed, listed)["1.md"].fingerprints
    renamed = [replace(listed[0], reference_fingerprint="other"), listed[1]]
    assert relate(renamed, renamed)["1.md"].fingerprints != before
    retold = [replace(listed[0], summary="又一句"), listed[1]]
    assert relate(retold, retold)["1.md"].fingerprints == before


def test_a_mention_is_the_headline_the_day_and_the_address():
    story = Story("x", False, "题", FIRST, "x/", Document())
    changes = ({"title": "新题"}, {"published": FIRST + timedelta(days=1)}, {"address": "y/"})
    mentions = {brief_of(replace(story, **change)).reference_fingerprint for change in ({}, *changes)}
    assert len(mentions) == 4
    assert brief_of(replace(story, summary="又一句", kicker="引题")).reference_fingerprint in mentions
