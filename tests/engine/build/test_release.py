"""A release takes the place of the one before as a whole, shares its files, and nothing left over ever gets into it."""

from __future__ import annotations

import errno
import os
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.engine.build import release as releases
from plugins.engine.build.release import MANIFEST, Release

OLD = {"index.html": b"old", "2017/08/a/index.html": b"story", "photos/a.jpg": b"photo"}
NEW = {"index.html": b"new", "2017/08/b/index.html": b"another", "photos/a.jpg": b"photo"}


def build(output: Path, files: dict[str, bytes], *, killed_after: int | None = None) -> Release:
    """One build as the press does it: what readers have already is kept, the rest is written, then all appears.

    killed_after: how many files are written before the build dies; None when it lives.
    """
    release = Release(output)
    release.recover()
    whole = {**files, MANIFEST: repr(sorted(files)).encode()}
    there = held(output)
    kept = {path: (output / path).stat().st_ino for path, data in whole.items() if there.get(path) == data}
    release.prepare(kept, whole.keys() - kept.keys())
    for path in sorted(whole.keys() - kept.keys())[:killed_after]:
        release.write(path, whole[path])
    if killed_after is None:
        release.appear()
    return release


def held(folder: Path) -> dict[str, bytes]:
    """Every file of the folder by its path, the manifest included."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def shown(folder: Path) -> dict[str, bytes]:
    """Every file of the folder but the manifest."""
    return {path: data for path, data in held(folder).items() if path != MANIFEST}


def inode(path: Path) -> int:
    return path.stat().st_ino


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A release that stands."""
    build(tmp_path / "output", OLD)
    assert shown(tmp_path / "output") == OLD
    return tmp_path / "output"


@pytest.fixture(params=["one step", "two steps"])
def steps(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """With and without a system that lets two folders change places."""
    if request.param == "two steps":
        monkeypatch.setattr(releases, "_swapped", lambda *_: False)
    return request.param


def test_a_switch_replaces_the_old_release_as_a_whole(output: Path, steps: str) -> None:
    build(output, NEW)
    assert shown(output) == NEW
    assert not (output / "2017/08/a").exists()
    assert sorted(path.name for path in output.parent.iterdir()) == ["output", "output.next"]


def test_the_previous_release_stays_beside_the_new_one(output: Path, steps: str) -> None:
    before = held(output)
    release = build(output, NEW)
    assert held(release.next) == before


def test_the_first_release_has_nothing_beside_it(output: Path) -> None:
    assert [path.name for path in output.parent.iterdir()] == ["output"]


def test_at_no_moment_is_the_site_missing_or_a_page_half_written(output: Path) -> None:
    pages = (b"a" * 200_000, b"b" * 300_000)
    build(output, {"index.html": pages[0]})
    is_over = threading.Event()

    def read() -> int:
        times = 0
        while not is_over.is_set():
            assert (output / "index.html").read_bytes() in pages
            times += 1
        return times

    with ThreadPoolExecutor(1) as pool:
        reader = pool.submit(read)
        try:
            for number in range(60):
                build(output, {"index.html": pages[number % 2]})
        finally:
            is_over.set()
        assert reader.result() > 0


def test_files_that_are_alike_are_one_file(output: Path) -> None:
    before = inode(output / "photos/a.jpg")
    release = build(output, NEW)
    assert inode(output / "photos/a.jpg") == before == inode(release.next / "photos/a.jpg")


def test_a_file_that_readers_may_have_open_is_never_written_to(output: Path) -> None:
    with (output / "index.html").open("rb") as reading:
        release = build(output, NEW)
        assert reading.read() == b"old"
    assert (release.next / "index.html").read_bytes() == b"old"
    build(output, {**NEW, "index.html": b"newer"})
    assert (release.next / "index.html").read_bytes() == b"new"


def test_what_belongs_to_the_next_release_alone_is_written_over(output: Path) -> None:
    build(output, {**OLD, "index.html": b"second"})
    beside = output.with_name("output.next") / "index.html"
    was, links = inode(beside), inode(output / "2017/08/a/index.html")
    build(output, {**OLD, "index.html": b"3"})
    assert (inode(output / "index.html"), (output / "index.html").read_bytes()) == (was, b"3")
    assert (beside.read_bytes(), inode(output / "2017/08/a/index.html")) == (b"second", links)


def test_a_file_that_somebody_else_holds_a_link_to_is_not_written_over(output: Path, tmp_path: Path) -> None:
    build(output, {**OLD, "index.html": b"second"})
    os.link(output.with_name("output.next") / "index.html", tmp_path / "mine.html")
    build(output, {**OLD, "index.html": b"third"})
    assert (tmp_path / "mine.html").read_bytes() == b"old"
    assert (output / "index.html").read_bytes() == b"third"


def test_a_kept_file_is_put_beside_whatever_stood_in_its_place(output: Path) -> None:
    release = build(output, NEW)
    release.prepare({}, ["photos/a.jpg", "index.html"])
    release.write("photos/a.jpg", b"half a photo")
    release.keep("photos/a.jpg")
    assert inode(release.next / "photos/a.jpg") == inode(output / "photos/a.jpg")
    assert (output / "photos/a.jpg").read_bytes() == b"photo"


def test_where_files_cannot_be_shared_they_are_copied(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    release = build(output, NEW)
    assert shown(output) == NEW
    assert inode(output / "photos/a.jpg") != inode(release.next / "photos/a.jpg")
    assert (output / "photos/a.jpg").stat().st_mtime_ns == (release.next / "photos/a.jpg").stat().st_mtime_ns


def test_any_other_trouble_with_a_shared_file_is_told(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "link", refuse)
    with pytest.raises(OSError, match="Input/output"):
        build(output, NEW)
    assert shown(output) == OLD


def test_a_folder_with_somebody_elses_files_is_not_ours(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    assert Release(tmp_path / "letters").stranger() is None
    (tmp_path / "letters/a.txt").write_text("x")
    assert Release(tmp_path / "letters").stranger() is not None
    assert Release(tmp_path / "new").stranger() is None


def test_a_file_is_no_place_for_a_release(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("x")
    assert Release(tmp_path / "letter.txt").stranger() is not None


def die_in_three_steps(monkeypatch: pytest.MonkeyPatch, output: Path, after: int) -> None:
    """A build on a system where folders cannot change places in one step, killed after so many of its renames."""
    renames = iter(range(9))
    rename = Path.rename

    def die(path: Path, target: Path) -> Path:
        if next(renames) == after:
            raise KeyboardInterrupt
        return rename(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(releases, "_swapped", lambda *_: False)
        patch.setattr(Path, "rename", die)
        with pytest.raises(KeyboardInterrupt):
            build(output, NEW)


def test_a_release_set_aside_by_a_killed_build_comes_back(
    output: Path, steps: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    die_in_three_steps(monkeypatch, output, after=1)
    assert not output.exists()
    Release(output).recover()
    assert shown(output) == OLD
    build(output, NEW)
    assert shown(output) == NEW
    assert sorted(path.name for path in output.parent.iterdir()) == ["output", "output.next"]


def test_what_was_set_aside_goes_when_the_new_release_stands(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    die_in_three_steps(monkeypatch, output, after=2)
    Release(output).recover()
    assert shown(output) == NEW
    assert [path.name for path in output.parent.iterdir()] == ["output"]


@pytest.mark.parametrize("name", ["output.old", "output.bak", "output-2016", "output.aside"])
def test_somebody_elses_folder_beside_the_site_is_left_alone(output: Path, name: str) -> None:
    (output.with_name(name)).mkdir()
    (output.with_name(name) / "letter.txt").write_text("x")
    Release(output).recover()
    build(output, NEW)
    assert (output.with_name(name) / "letter.txt").read_text() == "x"


def test_a_copy_of_the_site_that_somebody_keeps_is_left_alone(output: Path) -> None:
    copy = output.with_name("output.old")
    os.mkdir(copy)
    (copy / MANIFEST).write_text("{}")
    Release(output).recover()
    assert (copy / MANIFEST).is_file()


def test_what_does_not_belong_to_the_next_release_is_removed_from_it(output: Path) -> None:
    release = build(output, NEW)
    for name in ("stray.html", "2017/stray/deep/x.html", "photos/.DS_Store"):
        (release.next / name).parent.mkdir(parents=True, exist_ok=True)
        (release.next / name).write_text("x")
    (release.next / "empty/folder").mkdir(parents=True)
    (release.next / "away").symlink_to(output.parent)
    (output / "stray.html").write_text("x")
    build(output, OLD)
    assert shown(output) == OLD
    assert not (output / "empty").exists()
    assert not (output / "away").is_symlink()


def test_a_link_that_leads_out_of_the_next_release_is_removed_and_not_followed(output: Path, tmp_path: Path) -> None:
    release = build(output, NEW)
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters/a.txt").write_text("x")
    (release.next / "photos/letters").symlink_to(tmp_path / "letters")
    build(output, OLD)
    assert (tmp_path / "letters/a.txt").read_text() == "x"


def test_a_changed_file_left_over_from_a_killed_build_never_survives(output: Path) -> None:
    killed = build(output, {**OLD, "photos/a.jpg": b"other", "killed.html": b"half"}, killed_after=9)
    (killed.next / "index.html").unlink(missing_ok=True)
    (killed.next / "index.html").write_bytes(b"left over")
    release = Release(output)
    release.prepare({path: inode(output / path) for path in OLD}, ())
    assert {**held(release.next), **OLD, "manifest.json": b""} == {**OLD, "manifest.json": b""}
    assert all(inode(release.next / path) == inode(output / path) for path in OLD)


def test_a_half_written_file_of_a_killed_build_is_written_anew(output: Path) -> None:
    release = build(output, NEW)
    (release.next / "index.html").unlink()
    (release.next / "index.html").write_bytes(b"ha")
    build(output, {**NEW, "index.html": b"half"})
    assert shown(output)["index.html"] == b"half"


def test_a_file_may_stand_where_a_folder_was_and_the_other_way_round(output: Path) -> None:
    for files in ({"a": b"1"}, {"a/b": b"2"}, {"a": b"3"}, {"a/b/c": b"4"}, {"a/b": b"5"}, {"a": b"6"}):
        build(output, files)
        assert shown(output) == files


def test_a_release_may_be_read_by_everybody(output: Path) -> None:
    for folder in (output, output / "2017"):
        assert folder.stat().st_mode & 0o755 == 0o755
    assert (output / "index.html").stat().st_mode & 0o644 == 0o644


_PATHS = st.sampled_from(["index.html", "a/index.html", "a/b/index.html", "c", "c/d", "e.xml"])
_FILES = st.dictionaries(_PATHS, st.sampled_from([b"", b"one", b"two"])).filter(lambda files: {"c", "c/d"} - {*files})


@settings(max_examples=150)
@given(st.lists(st.tuples(_FILES, st.none() | st.integers(0, 6)), min_size=1, max_size=7))
def test_whatever_builds_came_before_and_wherever_they_died_readers_have_the_last_whole_release(
    builds: list[tuple[dict[str, bytes], int | None]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        output, expected = Path(folder) / "output", {}
        for files, killed_after in builds:
            build(output, files, killed_after=killed_after)
            expected = files if killed_after is None else expected
            assert shown(output) == expected
