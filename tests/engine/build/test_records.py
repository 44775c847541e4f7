"""What was read comes back in the next build, and whatever is damaged is read anew instead of stopping it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.engine.build.records import Record, Records, fingerprint_of
from plugins.engine.cache import codec
from plugins.engine.cache.store import Store
from plugins.newsroom.body.document import Document
from plugins.newsroom.column.library import Catalogued
from plugins.newsroom.story.brief import brief_of
from plugins.newsroom.story.model import Story
from plugins.newsroom.text.dates import SHANGHAI

NAMES = ("a.md", "b.md", "c.md", "d.md", "e.md")


def story(source: str, text: str) -> Story:
    published = datetime(2017, 8, 16, 9, 30, tzinfo=SHANGHAI)
    return Story(source, False, "题", published, f"{source[0]}/", Document(parts=(text,)))


def records_in(folder: Path, reader: str = "reader", registries: str = "1") -> Records:
    return Records(Store(folder / "store"), reader, registries)


def keep(records: Records, stories: Iterable[Story], gone: Iterable[str] = ()) -> None:
    """As the library does after reading."""
    changed = {}
    for one in stories:
        packed = codec.packed(one)
        short = Catalogued(one.source, False, brief_of(one, fingerprint_of(packed)), ())
        changed[one.source] = Record((1, 2, 3, 4), b"sha256", short)
        records.put_story(one.source, packed)
    records.keep(changed, gone)


def held(records: Records) -> dict[str, Story | None]:
    return {source: records.story(source) for source in sorted(records.by_source)}


@pytest.fixture
def filled(tmp_path: Path) -> list[Story]:
    """Three stories of which the records know."""
    stories = [story(name, name * 50) for name in NAMES[:3]]
    keep(records_in(tmp_path), stories)
    return stories


def test_what_was_kept_comes_back_in_the_next_build(tmp_path: Path, filled: list[Story]) -> None:
    assert held(records_in(tmp_path)) == {one.source: one for one in filled}


def test_what_another_program_or_registry_read_is_not_used(tmp_path: Path, filled: list[Story]) -> None:
    records = records_in(tmp_path, "reader", "2")
    assert (records.by_source, records.is_outdated) == ({}, False)
    keep(records, [story("a.md", "new")])
    assert held(records_in(tmp_path, "reader", "2")) == {"a.md": story("a.md", "new")}
    assert records_in(tmp_path).by_source == {}
    other = records_in(tmp_path, "another reader", "2")
    assert (other.by_source, other.is_outdated) == ({}, True)


_CHANGES = st.lists(
    st.tuples(st.dictionaries(st.sampled_from(NAMES), st.text("xy", max_size=9), max_size=3), st.sets(st.sampled_from(NAMES))),
    max_size=12,
)  # fmt: skip


@settings(max_examples=30)
@given(_CHANGES)
def test_whatever_changes_the_next_build_knows_the_last_state_of_every_story(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[dict[str, str], set[str]]]
) -> None:
    folder, expected = tmp_path_factory.mktemp("records"), dict[str, str]()
    for texts, gone in changes:
        records = records_in(folder)
        vanished = (gone & expected.keys()) - texts.keys()
        keep(records, [story(name, text) for name, text in texts.items()], vanished)
        expected = {name: text for name, text in {**expected, **texts}.items() if name not in vanished}
        for known in (records, records_in(folder)):
            assert held(known) == {name: story(name, text) for name, text in sorted(expected.items())}
        assert not Store(folder / "store").is_damaged


def test_a_story_is_kept_with_its_record_or_not_at_all(tmp_path: Path, filled: list[Story]) -> None:
    records_in(tmp_path).put_story("a.md", codec.packed(story("a.md", "new")))
    assert held(records_in(tmp_path)) == {one.source: one for one in filled}


def test_a_story_that_is_not_the_one_its_record_tells_of_is_as_good_as_not_kept(
    tmp_path: Path, filled: list[Story]
) -> None:
    records = records_in(tmp_path)
    records.put_story("a.md", codec.packed(story("a.md", "new")))
    assert held(records) == {"a.md": None, "b.md": filled[1], "c.md": filled[2]}


def spoil(folder: Path, table: str) -> None:
    """Change a byte in one value."""
    database = sqlite3.connect(folder / "store")
    database.execute(f"UPDATE {table} SET data = data || x'00' WHERE key = (SELECT max(key) FROM {table})")
    database.commit()
    database.close()


def test_a_story_whose_bytes_are_damaged_is_as_good_as_not_kept(tmp_path: Path, filled: list[Story]) -> None:
    spoil(tmp_path, "stories")
    records = records_in(tmp_path)
    assert held(records) == {"a.md": filled[0], "b.md": filled[1], "c.md": None}
    assert Store(tmp_path / "store").is_damaged


@pytest.mark.parametrize("table", ["stories", "records"])
def test_after_damage_all_is_begun_anew(table: str, tmp_path: Path, filled: list[Story]) -> None:
    spoil(tmp_path, table)
    held(records_in(tmp_path))
    records = records_in(tmp_path)
    assert records.by_source == {}
    keep(records, filled)
    assert held(records_in(tmp_path)) == {one.source: one for one in filled}
    assert not Store(tmp_path / "store").is_damaged
