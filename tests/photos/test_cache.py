"""The cache gives back what was put, and nothing else: not halves, not damage, not what another build is writing."""

from __future__ import annotations

import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from plugins.photos.cache import Cache

DAY = 86_400


def test_what_was_put_is_given_back(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    assert cache.get("a/b-320.avif") is None
    cache.put("a/b-320.avif", b"picture")
    assert cache.get("a/b-320.avif") == b"picture"
    assert cache.get("a/b-480.avif") is None


@pytest.mark.parametrize("damage", [b"", b"x", b"photo1\n\0", b"photo1\n\0" + bytes(32) + b"picture"])
def test_a_damaged_entry_is_as_good_as_absent(tmp_path: Path, damage: bytes) -> None:
    cache = Cache(tmp_path)
    cache.put("key", b"picture")
    (tmp_path / "key").write_bytes(damage)
    assert cache.get("key") is None


def test_an_entry_cut_short_is_as_good_as_absent(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("key", b"picture" * 100)
    whole = (tmp_path / "key").read_bytes()
    (tmp_path / "key").write_bytes(whole[:-1])
    assert cache.get("key") is None


def test_a_write_that_dies_leaves_neither_entry_nor_rubbish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(tmp_path)

    def die(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", die)
    with pytest.raises(OSError, match="No space"):
        cache.put("key", b"picture")
    assert list(tmp_path.iterdir()) == []


def test_many_builds_at_once_see_only_whole_entries(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    versions = [bytes([n]) * 50_000 for n in range(4)]

    def work(number: int) -> bool:
        cache.put("key", versions[number % 4])
        return cache.get("key") in versions

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(80)))
    assert [path.name for path in tmp_path.iterdir()] == ["key"]


def aged(cache: Cache, key: str, days: float, size: int = 1000) -> None:
    cache.put(key, bytes(size))
    os.utime(cache.folder / key, (10_000 * DAY - days * DAY,) * 2)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*") if path.is_file()}


def test_pruning_drops_what_was_long_unused(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    aged(cache, "x/old", 91)
    aged(cache, "x/young", 89)
    assert cache.prune(most_bytes=10**9, most_days=90, now=10_000 * DAY) == 1
    assert names(tmp_path) == {"young"}


def test_pruning_drops_the_longest_unused_until_the_rest_fits(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for days in (5, 1, 3, 2, 4):
        aged(cache, f"used-{days}", days)
    assert cache.prune(most_bytes=2500, most_days=90, now=10_000 * DAY) == 3
    assert names(tmp_path) == {"used-1", "used-2"}


def test_use_makes_an_entry_young_again(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    aged(cache, "key", 3000)
    before = (tmp_path / "key").stat().st_mtime
    assert cache.get("key") is not None
    assert (tmp_path / "key").stat().st_mtime > before + DAY


def test_what_another_build_is_writing_is_left_alone_for_a_day(tmp_path: Path) -> None:
    for name, hours in ((".new-now", 1), (".new-dead", 30)):
        (tmp_path / name).write_bytes(b"half")
        os.utime(tmp_path / name, (10_000 * DAY - hours * 3600,) * 2)
    Cache(tmp_path).prune(most_bytes=0, most_days=90, now=10_000 * DAY)
    assert names(tmp_path) == {".new-now"}


def test_pruning_looks_at_the_entries_once_a_day(tmp_path: Path) -> None:
    cache, now = Cache(tmp_path), time.time()
    for moment, left in ((now, {"young"}), (now + DAY / 2, {"young", "old"}), (now + 1.1 * DAY, {"young"})):
        for key, used in (("old", now - 91 * DAY), ("young", now)):
            cache.put(key, b"picture")
            os.utime(tmp_path / key, (used, used))
        cache.prune_daily(most_bytes=10**9, most_days=90, now=moment)
        assert names(tmp_path) - {".pruned"} == left


def test_the_note_of_the_last_pruning_is_no_entry(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.prune_daily(most_bytes=0, most_days=0, now=time.time())
    assert cache.prune(most_bytes=0, most_days=0, now=time.time() + 100 * DAY) == 0
    assert names(tmp_path) == {".pruned"}


def test_pruning_a_cache_that_is_not_there_does_nothing(tmp_path: Path) -> None:
    assert Cache(tmp_path / "none").prune(most_bytes=0, most_days=0, now=0) == 0
