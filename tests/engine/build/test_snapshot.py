"""Looking again finds what a fresh look would find, notices every change, and trusts no file that is too young to tell."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.engine.build import snapshot
from plugins.engine.build.snapshot import UNKNOWN, Tree, look, look_again

COARSE = 0.02  # seconds: more than the clock of any kernel's file times needs to move on


@contextmanager
def tick(seconds: float) -> Iterator[None]:
    """As if file times were as coarse as that; with a negative number every file is old enough."""
    former = snapshot._TICK
    snapshot._TICK = int(seconds * 1e9)
    try:
        yield
    finally:
        snapshot._TICK = former


@pytest.fixture
def old() -> Iterator[None]:
    """All that lies there when a test looks is old enough to be trusted."""
    with tick(-60):
        yield


def is_hidden(name: str) -> bool:
    return name.startswith(".")


def put(root: Path, *paths: str, text: str = "one") -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    time.sleep(COARSE)


def changed(before: Tree, after: Tree) -> set[str]:
    """Files that came, went, or cannot be trusted to be the same."""
    return {
        path
        for path in before.files.keys() | after.files.keys()
        if before.files.get(path) != after.files.get(path) or after.files[path] == UNKNOWN
    }


def test_what_lies_there_is_found_and_what_is_to_be_skipped_is_not(tmp_path: Path, old: None) -> None:
    put(tmp_path, "a.md", "2017/08/b.md", ".git/config", "2017/.hidden", "2017/empty/.keep")
    tree = look(str(tmp_path), is_hidden)
    assert tree.files.keys() == {"a.md", "2017/08/b.md"}
    assert tree.folders.keys() == {"", "2017", "2017/08", "2017/empty"}
    status = (tmp_path / "a.md").stat()
    assert tree.files["a.md"] == (status.st_ctime_ns, status.st_mtime_ns, 3, status.st_ino)


def test_only_the_folders_and_files_that_are_asked_for_are_looked_at(tmp_path: Path, old: None) -> None:
    put(tmp_path, "plugins/a.py", "theme/b.html", "content/c.md", "conf.py", "other.py")
    tree = look(str(tmp_path), is_hidden, ("plugins", "theme", "nowhere"), ("conf.py", "gone.py"))
    assert tree.files.keys() == {"plugins/a.py", "theme/b.html", "conf.py"}
    assert tree.folders.keys() == {"plugins", "theme"}
    assert look_again(str(tmp_path), tree, is_hidden) is tree
    put(tmp_path, "conf.py", text="two")
    assert changed(tree, look_again(str(tmp_path), tree, is_hidden)) == {"conf.py"}


def test_when_nothing_changed_the_very_same_tree_comes_back(tmp_path: Path, old: None) -> None:
    put(tmp_path, "a.md", "2017/08/b.md", "2017/c.md")
    known = look(str(tmp_path))
    assert look_again(str(tmp_path), known) is known
    (tmp_path / "a.md").read_text()
    list((tmp_path / "2017").iterdir())
    assert look_again(str(tmp_path), known) is known


def overwrite_in_place(path: Path) -> None:
    with path.open("r+") as file:
        file.write("two")


def overwrite_and_set_the_time_back(path: Path) -> None:
    before = path.stat()
    overwrite_in_place(path)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def save_as_careful_editors_do(path: Path) -> None:
    before = path.stat()
    aside = path.with_name("aside")
    aside.write_text("two")
    os.utime(aside, ns=(before.st_atime_ns, before.st_mtime_ns))
    aside.replace(path)


def put_an_older_file_in_its_place(path: Path) -> None:
    os.replace(path.with_name("older.md"), path)


@pytest.mark.parametrize(
    "change",
    [
        overwrite_in_place,
        overwrite_and_set_the_time_back,
        save_as_careful_editors_do,
        put_an_older_file_in_its_place,
        Path.unlink,
        lambda path: path.rename(path.with_name("renamed.md")),
        lambda path: os.utime(path),
        lambda path: path.chmod(0o600),
        lambda path: (path.unlink(), path.mkdir()),
        lambda path: (path.unlink(), path.symlink_to("older.md")),
    ],
)
def test_a_change_is_noticed_even_when_size_and_time_are_the_same(
    change: Callable[[Path], object], tmp_path: Path, old: None
) -> None:
    put(tmp_path, "2017/older.md", text="old")
    put(tmp_path, "2017/a.md", "2017/b.md", "2018/c.md")
    known = look(str(tmp_path))
    change(tmp_path / "2017/a.md")
    again = look_again(str(tmp_path), known)
    assert again is not known
    assert "2017/a.md" in changed(known, again)
    assert not changed(known, again) & {"2017/b.md", "2018/c.md"}
    assert again == look(str(tmp_path))


def test_a_name_that_came_is_noticed_although_the_folder_was_given_its_former_time(tmp_path: Path, old: None) -> None:
    put(tmp_path, "2017/a.md")
    known = look(str(tmp_path))
    before = (tmp_path / "2017").stat()
    put(tmp_path, "2017/b.md")
    os.utime(tmp_path / "2017", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert look_again(str(tmp_path), known).files.keys() == {"2017/a.md", "2017/b.md"}


def test_a_change_behind_a_link_is_noticed(tmp_path: Path, old: None) -> None:
    put(tmp_path, "away/a.md")
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").symlink_to(tmp_path / "away/a.md")
    root = str(tmp_path / "content")
    known = look(root)
    assert look_again(root, known) is known
    put(tmp_path, "away/a.md", text="two")
    seen = look_again(root, known)
    assert changed(known, seen) == {"a.md"}
    (tmp_path / "away/a.md").unlink()
    gone = look_again(root, seen)
    assert changed(seen, gone) == {"a.md"}
    assert gone.files.keys() == look(root).files.keys()


def test_a_folder_that_became_a_link_is_not_followed(tmp_path: Path, old: None) -> None:
    put(tmp_path, "content/2016/08/a.md", "content/b.md")
    root = str(tmp_path / "content")
    known = look(root)
    (tmp_path / "content/2016").rename(tmp_path / "2016")
    (tmp_path / "content/2016").symlink_to(tmp_path / "2016")
    again = look_again(root, known)
    assert again == look(root)
    assert "2016/08/a.md" not in again.files


def test_links_that_lead_in_a_circle_or_nowhere_are_names_like_others(tmp_path: Path, old: None) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/round").symlink_to(tmp_path)
    (tmp_path / "nowhere").symlink_to(tmp_path / "gone")
    tree = look(str(tmp_path))
    assert tree.files.keys() == {"a/round", "nowhere"}
    assert look_again(str(tmp_path), tree) is tree


def test_what_is_younger_than_the_coarsest_clock_is_never_trusted(tmp_path: Path) -> None:
    put(tmp_path, "a.md", "2017/b.md")
    os.utime(tmp_path / "a.md", (0, 0))
    tree = look(str(tmp_path))
    assert set(tree.files.values()) == {UNKNOWN}
    assert set(tree.folders.values()) == {0}
    again = look_again(str(tmp_path), tree)
    assert again is not tree
    assert changed(tree, again) == {"a.md", "2017/b.md"}


def test_what_was_too_young_is_trusted_when_it_has_aged(tmp_path: Path) -> None:
    put(tmp_path, "a.md", "2017/b.md")
    young = look(str(tmp_path))
    with tick(-60):
        aged = look_again(str(tmp_path), young)
        assert aged == look(str(tmp_path))
        assert UNKNOWN not in aged.files.values()
        assert look_again(str(tmp_path), aged) is aged


def test_a_folder_that_is_gone_leaves_nothing(tmp_path: Path, old: None) -> None:
    put(tmp_path, "content/2017/a.md")
    known = look(str(tmp_path / "content"))
    shutil.rmtree(tmp_path / "content")
    assert look_again(str(tmp_path / "content"), known) == Tree()
    assert look(str(tmp_path / "content")) == Tree()


# -- properties -------------------------------------------------------------------------------------------------------


@dataclass
class Folder:
    """A small tree that is edited at random. count: edits so far, so that every text is another."""

    root: Path
    count: int = 0

    def edit(self, what: str, path: str, other: str) -> None:
        """One edit; what the file system refuses is not done."""
        self.count += 1
        with suppress(OSError, shutil.SameFileError):
            getattr(self, what)(self.root / path, self.root / other)

    def write(self, path: Path, _: Path) -> None:
        """The same size each time, in place."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{self.count:06}")

    def save(self, path: Path, _: Path) -> None:
        aside = self.root / ".aside"
        aside.write_text(f"{self.count:06}")
        os.replace(aside, path)

    def copy(self, path: Path, other: Path) -> None:
        """With all its times, as `cp -a` does."""
        shutil.copy2(path, other)

    def move(self, path: Path, other: Path) -> None:
        path.rename(other)

    def replace_by_link(self, path: Path, other: Path) -> None:
        """Moved elsewhere, as when a disk is full."""
        path.rename(other)
        path.symlink_to(other)

    def remove(self, path: Path, _: Path) -> None:
        path.unlink() if path.is_symlink() or not path.is_dir() else shutil.rmtree(path)

    def link(self, path: Path, other: Path) -> None:
        path.symlink_to(other)

    def make_folder(self, path: Path, _: Path) -> None:
        path.mkdir(parents=True)


_NAMES = ["a", "b", "d", "d/a", "d/b", "d/e", "d/e/a", "f/a", "f/.h", ".h/a"]
_EDIT = st.tuples(
    st.sampled_from(["write", "write", "save", "copy", "move", "replace_by_link", "remove", "link", "make_folder"]),
    st.sampled_from(_NAMES),
    st.sampled_from(_NAMES),
)


@settings(max_examples=80)
@given(st.lists(_EDIT, max_size=4), st.lists(_EDIT, max_size=4))
def test_looking_again_is_as_good_as_a_fresh_look(
    first: list[tuple[str, str, str]], then: list[tuple[str, str, str]]
) -> None:
    with tempfile.TemporaryDirectory() as root, tick(-60):
        folder = Folder(Path(root))
        put(Path(root), "a", "d/a", "d/e/a")
        for edit in first:
            folder.edit(*edit)
        time.sleep(COARSE)
        known = look(root, is_hidden)
        assert look_again(root, known, is_hidden) is known
        for edit in then:
            folder.edit(*edit)
        fresh, again = look(root, is_hidden), look_again(root, known, is_hidden)
        assert again == fresh
        assert (again is known) == (fresh == known)
        assert look_again(root, again, is_hidden) is again


@settings(max_examples=40)
@given(st.lists(st.tuples(st.lists(_EDIT, max_size=3), st.sampled_from([0, 0.002, 0.01, 0.03])), max_size=8))
def test_a_file_that_is_trusted_is_the_same_however_quickly_edits_and_looks_follow(
    rounds: list[tuple[list[tuple[str, str, str]], float]],
) -> None:
    with tempfile.TemporaryDirectory() as root, tick(COARSE):
        folder, known, before = Folder(Path(root)), look(root, is_hidden), {}
        for edits, pause in rounds:
            for edit in edits:
                folder.edit(*edit)
            time.sleep(pause)
            again, fresh = look_again(root, known, is_hidden), look(root, is_hidden)
            assert again.files.keys() == fresh.files.keys()
            assert again.folders.keys() == fresh.folders.keys()
            contents = {path: content(Path(root) / path) for path in again.files}
            for path in again.files.keys() & known.files.keys():
                if again.files[path] == known.files[path] != UNKNOWN:
                    assert contents[path] == before[path], path
            known, before = again, contents


def content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
