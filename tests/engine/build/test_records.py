"""What was read comes back in the next build, and whatever is damaged is read anew instead of stopping it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.engine.build import records as module
from plugins.engine.build.records import Record, Records
from plugins.engine.cache import vault
from plugins.engine.cache.packs import Packed, Packs, edition_of
from plugins.newsroom.body.document import Document
from plugins.newsroom.column.library import Catalogued
from plugins.newsroom.story.brief import brief_of
from plugins.newsroom.story.model import Story
from plugins.newsroom.text.dates import SHANGHAI

NAMES = ("a.md", "b.md", "c.md", "d.md", "e.md")


def story(source: str, text: str) -> Story:
    published = datetime(2017, 8, 16, 9, 30, tzinfo=SHANGHAI)
    return Story(source, False, "题", published, f"{source[0]}/", Document(parts=(text,)))


def keep(records: Records, folder: Path, stories: Iterable[Story], gone: Iterable[str] = ()) -> None:
    """As the library does after reading: the stories into one new pack, their records into the index."""
    with Packs(folder) as packs:
        changed = {}
        for one in stories:
            packed = vault.packed(one)
            short = Catalogued(one.source, False, brief_of(one, edition_of(packed)), ())
            changed[one.source] = Record((1, 2, 3, 4), b"sha256", short, packs.add(packed))
    records.keep(changed, gone)


def held(records: Records) -> dict[str, Story | None]:
    return {source: records.story(source) for source in sorted(records.by_source)}


@pytest.fixture
def filled(tmp_path: Path) -> list[Story]:
    """Three stories of which the records know."""
    stories = [story(name, name * 50) for name in NAMES[:3]]
    keep(Records(tmp_path, "reader", "1"), tmp_path, stories)
    return stories


def test_what_was_kept_comes_back_in_the_next_build(tmp_path: Path, filled: list[Story]) -> None:
    assert held(Records(tmp_path, "reader", "1")) == {one.source: one for one in filled}


def test_another_process_finds_a_story_by_its_spot_or_says_that_it_is_damaged(
    tmp_path: Path, filled: list[Story]
) -> None:
    spots = [Records(tmp_path, "reader", "1").spot_of(one.source) for one in filled]
    assert [Packed(tmp_path).story(*spot) for spot in spots] == filled
    (spot, _), *_ = spots
    with pytest.raises(vault.Damaged):
        Packed(tmp_path).story(spot, "of another story")
    with pytest.raises(vault.Damaged):
        Packed(tmp_path).story(spot._replace(pack="pack-gone"), spots[0][1])


def test_what_another_program_or_registry_read_is_not_used(tmp_path: Path, filled: list[Story]) -> None:
    records = Records(tmp_path, "reader", "2")
    assert (records.by_source, records.is_damaged) == ({}, False)
    keep(records, tmp_path, [story("a.md", "new")])
    assert held(Records(tmp_path, "reader", "2")) == {"a.md": story("a.md", "new")}
    assert Records(tmp_path, "reader", "1").by_source == {}
    other = Records(tmp_path, "another reader", "2")
    assert (other.by_source, other.is_damaged, other.is_outdated) == ({}, False, True)


_CHANGES = st.lists(
    st.tuples(st.dictionaries(st.sampled_from(NAMES), st.text("xy", max_size=9), max_size=3), st.sets(st.sampled_from(NAMES))),
    max_size=12,
)  # fmt: skip


@settings(max_examples=30)
@given(_CHANGES, st.integers(1, 5), st.sampled_from([0, 10**9]))
def test_whatever_changes_the_next_build_knows_the_last_state_of_every_story(
    tmp_path_factory: pytest.TempPathFactory,
    changes: list[tuple[dict[str, str], set[str]]],
    most_changes: int,
    waste: int,
) -> None:
    folder, expected = tmp_path_factory.mktemp("records"), {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_MOST_CHANGES", most_changes)
        patch.setattr(module, "_LEAST_WASTE", waste)
        for texts, gone in changes:
            records = Records(folder, "reader", "1")
            vanished = (gone & expected.keys()) - texts.keys()
            keep(records, folder, [story(name, text) for name, text in texts.items()], vanished)
            expected = {name: text for name, text in {**expected, **texts}.items() if name not in vanished}
            for known in (records, Records(folder, "reader", "1")):
                assert held(known) == {name: story(name, text) for name, text in sorted(expected.items())}
                assert not known.is_damaged
                known.close()
    assert len(list(folder.glob("index-*"))) <= most_changes + 1


def pack_of(folder: Path) -> Path:
    (pack,) = folder.glob("pack-*")
    return pack


def spoil(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


@pytest.mark.parametrize("damage", [spoil, lambda path: path.write_bytes(b""), Path.unlink])
def test_a_story_whose_bytes_are_damaged_is_as_good_as_not_kept(
    damage: object, tmp_path: Path, filled: list[Story]
) -> None:
    damage(pack_of(tmp_path))
    records = Records(tmp_path, "reader", "1")
    assert all(found in (None, one) for found, one in zip(held(records).values(), filled, strict=True))
    assert None in held(records).values()
    assert records.is_damaged


@pytest.mark.parametrize("damage", [spoil, lambda path: path.write_bytes(b"")])
def test_a_damaged_index_is_begun_anew(damage: object, tmp_path: Path, filled: list[Story]) -> None:
    damage(next(tmp_path.glob("index-*")))
    records = Records(tmp_path, "reader", "1")
    assert (records.by_source, records.is_damaged) == ({}, True)
    keep(records, tmp_path, filled)
    again = Records(tmp_path, "reader", "1")
    assert held(again) == {one.source: one for one in filled}
    assert not again.is_damaged
    assert len(list(tmp_path.glob("*-*"))) == 2


@pytest.mark.parametrize("damage", [lambda path: path.write_bytes(b""), Path.unlink])
def test_a_pack_that_is_gone_does_not_keep_the_others_from_being_gathered(
    damage: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_LEAST_WASTE", 0)
    records = Records(tmp_path, "reader", "1")
    keep(records, tmp_path, [story("a.md", "a")])
    damage(pack_of(tmp_path))
    records = Records(tmp_path, "reader", "1")
    keep(records, tmp_path, [story("b.md", "b"), story("c.md", "c" * 9000)])
    keep(records, tmp_path, [story("c.md", "c")])
    assert held(Records(tmp_path, "reader", "1")) == {
        "a.md": None,
        "b.md": story("b.md", "b"),
        "c.md": story("c.md", "c"),
    }


def test_packs_that_hold_more_waste_than_matter_are_gathered_into_one(
    tmp_path: Path, filled: list[Story], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_LEAST_WASTE", 0)
    monkeypatch.setattr(module, "_MOST_CHANGES", 1)
    for number in range(6):
        keep(Records(tmp_path, "reader", "1"), tmp_path, [story("a.md", str(number) * 5000)])
    size = sum(path.stat().st_size for path in tmp_path.glob("pack-*"))
    assert size < 20_000
    assert held(Records(tmp_path, "reader", "1")) == {
        "a.md": story("a.md", "5" * 5000),
        "b.md": filled[1],
        "c.md": filled[2],
    }
