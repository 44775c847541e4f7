"""What comes out of a kept file is what was put there, or nothing: never halves, damage, or another program's bytes."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.engine.cache.kept_files import Damaged, Outdated, Unusable, get, put

KIND = "tests 1"


DATA = st.binary(max_size=300)
KINDS = st.text(max_size=30)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file that is as it was put there."""
    put(tmp_path / "cache/file", KIND, b"matter" * 20)
    return tmp_path / "cache/file"


def kept(folder: str, kind: str, data: bytes) -> Path:
    put(Path(folder) / "file", kind, data)
    return Path(folder) / "file"


@given(KINDS, DATA, DATA)
def test_what_was_put_last_is_given_back(kind: str, before: bytes, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        kept(folder, kind, before)
        assert get(kept(folder, kind, data), kind) == data


def test_where_nothing_was_put_there_is_nothing(tmp_path: Path) -> None:
    assert get(tmp_path / "cache/file", KIND) is None


@given(DATA, st.data())
def test_any_byte_that_is_another_is_noticed(data: bytes, chosen: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = kept(folder, KIND, data)
        whole = bytearray(path.read_bytes())
        whole[chosen.draw(st.integers(0, len(whole) - 1))] ^= chosen.draw(st.integers(1, 255))
        path.write_bytes(whole)
        with pytest.raises(Unusable):
            get(path, KIND)


@given(DATA, st.data())
def test_a_file_cut_short_anywhere_is_noticed(data: bytes, chosen: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = kept(folder, KIND, data)
        whole = path.read_bytes()
        path.write_bytes(whole[: chosen.draw(st.integers(0, len(whole) - 1))])
        with pytest.raises(Damaged):
            get(path, KIND)


@given(DATA, st.binary(min_size=1, max_size=50))
def test_a_file_that_has_grown_is_noticed(data: bytes, more: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = kept(folder, KIND, data)
        path.write_bytes(path.read_bytes() + more)
        with pytest.raises(Damaged):
            get(path, KIND)


@given(KINDS, KINDS, DATA)
def test_a_file_of_another_kind_or_edition_is_not_taken_for_ours(kind: str, other: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = kept(folder, kind, data)
        if kind != other:
            with pytest.raises(Outdated):
                get(path, other)
            path.write_bytes(path.read_bytes() + b"!")
            with pytest.raises(Damaged):
                get(path, other)


@given(st.binary(max_size=300))
def test_a_file_of_another_program_is_not_taken_for_ours(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "file").write_bytes(data)
        with pytest.raises(Damaged):
            get(Path(folder) / "file", KIND)


def test_files_that_change_places_are_noticed(tmp_path: Path) -> None:
    for name in ("a", "b"):
        put(tmp_path / name, f"template {name}", name.encode())
    os.replace(tmp_path / "a", tmp_path / "b")
    with pytest.raises(Outdated):
        get(tmp_path / "b", "template b")


@pytest.mark.parametrize("stranger", [Path.mkdir, os.mkfifo, lambda path: path.symlink_to(path)])
def test_what_is_no_file_is_as_good_as_damaged_and_gives_way(stranger: Callable[[Path], None], file: Path) -> None:
    file.unlink()
    stranger(file)
    with pytest.raises(Damaged):
        get(file, KIND)
    put(file, KIND, b"matter")
    assert get(file, KIND) == b"matter"


def test_a_file_that_one_may_not_read_is_not_damaged(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(Unusable) as met:
        get(file, KIND)
    assert type(met.value) is Unusable


def test_where_a_file_stands_in_the_way_of_the_folder_there_is_nothing(file: Path) -> None:
    assert get(file / "other", KIND) is None


def test_a_write_that_dies_leaves_what_was_there_and_no_rubbish(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def die(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = get(file, KIND)
    monkeypatch.setattr(os, "replace", die)
    with pytest.raises(OSError, match="No space"):
        put(file, KIND, b"other")
    assert get(file, KIND) == before
    assert [path.name for path in file.parent.iterdir()] == ["file"]


def test_what_a_killed_build_was_writing_is_never_read(file: Path) -> None:
    (file.parent / ".new-half").write_bytes(file.read_bytes()[:50])
    assert get(file, KIND) == b"matter" * 20


def test_many_builds_at_once_see_only_whole_files(tmp_path: Path) -> None:
    versions = [bytes([number]) * 50_000 for number in range(4)]

    def work(number: int) -> bool:
        put(tmp_path / "file", KIND, versions[number % 4])
        return get(tmp_path / "file", KIND) in versions

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(80)))
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
