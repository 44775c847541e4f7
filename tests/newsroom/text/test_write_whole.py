"""A file is replaced in one step: whoever reads it has the old bytes or the new ones, and what dies leaves no rubbish."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from plugins.newsroom.text.files import write_whole


@pytest.mark.parametrize("is_lasting", [False, True])
def test_what_was_written_is_there_also_where_there_was_no_folder(tmp_path: Path, is_lasting: bool) -> None:
    write_whole(tmp_path / "a/b/file", b"one ", b"two", is_lasting=is_lasting)
    assert (tmp_path / "a/b/file").read_bytes() == b"one two"
    assert [path.name for path in (tmp_path / "a/b").iterdir()] == ["file"]


def test_a_file_keeps_its_permissions_and_a_new_one_has_those_of_any_other(tmp_path: Path) -> None:
    for name, mode in (("old", 0o640), ("new", None)):
        if mode:
            (tmp_path / name).touch()
            (tmp_path / name).chmod(mode)
        write_whole(tmp_path / name, b"new")
        (tmp_path / "any").touch()
        assert (tmp_path / name).stat().st_mode & 0o777 == (mode or (tmp_path / "any").stat().st_mode & 0o777)


def test_a_write_that_dies_leaves_what_was_there_and_no_rubbish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "file").write_bytes(b"old")
    monkeypatch.setattr(os, "replace", die)
    with pytest.raises(OSError, match="No space"):
        write_whole(tmp_path / "file", b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("file", b"old")]


def test_readers_meet_the_old_bytes_or_the_new_ones(tmp_path: Path) -> None:
    versions = [bytes([number]) * 200_000 for number in range(4)]
    write_whole(tmp_path / "file", versions[0])

    def work(number: int) -> bool:
        write_whole(tmp_path / "file", versions[number % 4])
        return (tmp_path / "file").read_bytes() in versions

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(80)))
