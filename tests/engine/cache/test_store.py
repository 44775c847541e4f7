"""What is in the store is what was put there, or nothing; and what was put there last is there, whoever was killed meanwhile."""

from __future__ import annotations

import errno
import os
import signal
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.engine.cache.store import Store

_KEYS = st.text("ab/城", min_size=1, max_size=4)
_VALUES = st.dictionaries(_KEYS, st.binary(max_size=40), max_size=5)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with a table of a hundred values."""
    put(tmp_path / "cache/store", {str(number): bytes([number]) * 1000 for number in range(100)})
    return tmp_path / "cache/store"


def put(path: Path, values: dict[str, bytes], stamp: str = "1", name: str = "things") -> None:
    store = Store(path)
    store.table(name, stamp).put(values.items())
    store.commit()
    store.close()


def held(path: Path, stamp: str = "1", name: str = "things") -> dict[str, bytes]:
    return dict(Store(path).table(name, stamp).all())


@settings(max_examples=50)
@given(st.lists(st.tuples(_VALUES, st.sets(_KEYS)), max_size=5))
def test_the_next_build_finds_what_was_put_last(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[dict[str, bytes], set[str]]]
) -> None:
    path, expected = tmp_path_factory.mktemp("cache") / "store", dict[str, bytes]()
    for values, gone in changes:
        store = Store(path)
        store.table("things", "1").put(values.items(), gone)
        store.commit()
        expected = {key: value for key, value in expected.items() if key not in gone} | values
        table = Store(path).table("things", "1")
        assert table.all() == expected
        assert all(table.get(key) == expected.get(key) for key in {*expected, *gone, "nothing"})
        assert not store.is_damaged


def test_where_nothing_was_put_there_is_nothing_and_no_damage(tmp_path: Path) -> None:
    store = Store(tmp_path / "none/store")
    assert (store.table("things", "1").all(), store.table("things", "1").get("a"), store.is_damaged) == (
        {},
        None,
        False,
    )
    assert not (tmp_path / "none").exists()


def test_values_of_another_stamp_are_none_and_go_with_the_first_that_is_put(path: Path) -> None:
    put(path, {"x": b"y"}, name="others")
    assert (held(path, "2"), Store(path).table("things", "2").stamp_before) == ({}, "1")
    assert len(held(path)) == 100
    put(path, {"a": b"new"}, "2")
    assert (held(path), held(path, "2"), held(path, name="others")) == ({}, {"a": b"new"}, {"x": b"y"})


def test_nothing_is_there_for_others_before_it_is_kept_for_good(path: Path) -> None:
    store = Store(path)
    table = store.table("things", "1")
    table.put([("new", b"value")])
    assert (table.get("new"), Store(path).table("things", "1").get("new")) == (b"value", None)
    store.close()
    assert "new" not in held(path)


def test_a_process_that_is_killed_while_it_puts_leaves_what_was_there(path: Path) -> None:
    before = held(path)
    child = os.fork()
    if not child:
        Store(path).table("things", "1").put((str(number), bytes(100_000)) for number in range(200))
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    assert held(path) == before
    put(path, {"new": b"value"})
    assert held(path) == {**before, "new": b"value"}


def test_a_forked_process_reads_what_its_parent_reads(path: Path) -> None:
    table = Store(path).table("things", "1")
    assert table.get("7") == bytes([7]) * 1000
    child = os.fork()
    if not child:
        os._exit(table.get("8") != bytes([8]) * 1000)
    assert os.waitpid(child, 0)[1] == 0
    assert table.get("9") == bytes([9]) * 1000


def test_many_builds_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "store"
    put(path, {})
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: put(path, {str(number): bytes([number]) * 5000}), range(40)))
    assert held(path) == {str(number): bytes([number]) * 5000 for number in range(40)}


def spoil(path: Path) -> None:
    """Change one byte of a value."""
    data = path.read_bytes()
    place = data.index(bytes([77]) * 1000) + 500
    path.write_bytes(data[:place] + b"?" + data[place + 1 :])


def halve(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def replaced_by(make: Callable[[Path], object]) -> Callable[[Path], None]:
    def replace(path: Path) -> None:
        path.unlink()
        make(path)

    return replace


@pytest.mark.parametrize(
    "damage",
    [
        spoil,
        halve,
        replaced_by(lambda path: path.write_bytes(b"garbage" * 999)),
        replaced_by(Path.mkdir),
        replaced_by(os.mkfifo),
        replaced_by(lambda path: path.symlink_to(path)),
    ],
)
def test_damage_is_told_and_the_next_build_begins_anew(damage: Callable[[Path], None], path: Path) -> None:
    before = held(path)
    damage(path)
    store = Store(path)
    assert dict(store.table("things", "1").all()).items() < before.items()
    assert store.is_damaged
    again = Store(path)
    again.begin_anew_after_damage()
    assert (again.is_damaged, again.is_marked, held(path)) == (True, False, {})
    put(path, {"a": b"b"})
    assert (held(path), Store(path).is_damaged) == ({"a": b"b"}, False)


def test_a_table_that_was_read_before_the_store_was_begun_anew_can_still_be_put_into(path: Path) -> None:
    spoil(path)
    store = Store(path)
    table = store.table("things", "1")
    assert table.get("77") is None
    store.begin_anew_after_damage()
    assert table.get("78") is None
    table.put([("78", b"new")])
    store.commit()
    assert held(path) == {"78": b"new"}


def test_a_database_of_another_program_gives_way(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as strange:
        strange.execute("CREATE TABLE things (name TEXT)")
    strange.close()
    assert held(path) == {}
    put(path, {"a": b"b"})
    assert held(path) == {"a": b"b"}


def test_a_file_that_one_may_not_read_is_no_damage(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        error = sqlite3.OperationalError("unable to open database file")
        error.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
        raise error

    monkeypatch.setattr(sqlite3, "connect", refuse)
    store = Store(path)
    assert (store.table("things", "1").all(), store.is_damaged) == ({}, False)
    with pytest.raises(OSError, match="unable to open"):
        store.table("things", "1").put([("a", b"b")])


def test_a_full_disk_is_told_as_such_and_what_was_there_stays(path: Path) -> None:
    before, store = held(path), Store(path)
    table = store.table("things", "1")
    with store.changing() as connection:
        connection.execute("COMMIT")
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")
        connection.execute("BEGIN IMMEDIATE")
    with pytest.raises(OSError, match="full") as met:
        table.put([("large", bytes(1_000_000))])
    assert met.value.errno == errno.ENOSPC
    assert held(path) == before


def test_where_no_folder_can_be_made_nothing_is_read_and_putting_tells_it(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file stands where the folder should be")
    store = Store(tmp_path / "cache/store")
    table = store.table("things", "1")
    assert (table.get("a"), store.is_damaged) == (None, False)
    with pytest.raises(OSError, match="cache"):
        table.put([("a", b"b")])
