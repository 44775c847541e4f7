"""Whatever lies in the cache, a build ends well: what it finds there is known or made anew, and only real damage is told."""

from __future__ import annotations

import errno
import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path

import pytest

from plugins.desk.build import BuildResult, build
from plugins.engine.build import build_state, release, upkeep
from plugins.engine.build.records import Records
from plugins.engine.build.uptodate import BuildFolders
from plugins.engine.cache import codec
from plugins.photos import inspect
from tests.newsdesk import NOW, column, fingerprint, jpeg, story

DAMAGE = "缓存有损坏"
FULL = OSError(errno.ENOSPC, "No space left on device")
PHOTOS = {
    "2017/08/16-haogao/index.md": story('一段。\n\n![城墙](01.jpg "张三 摄")\n\n![街道](02.jpg "张三 摄")\n'),
    "2017/08/16-haogao/01.jpg": jpeg(330, 220),
    "2017/08/16-haogao/02.jpg": jpeg(340, 220),
}


class Desk:
    """Builds columns into one folder with one cache, and counts what is looked at for it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.output, self.cache = folder, folder / "output", folder / "cache"
        self.looked_at: list[str] = []

    def column(self, name: str) -> Path:
        column(self.folder / name, PHOTOS)
        time.sleep(0.1)  # files written a moment ago would be looked into again
        return self.folder / name

    def build(self, name: str, cache: str = "cache", output: str = "output") -> BuildResult:
        self.looked_at.clear()
        wishes = {"now": NOW, "cache": self.folder / cache, "processors": 1}
        return build(self.folder / name, self.folder / output, **wishes)

    def edit(self, name: str) -> None:
        text = self.folder / name / "2017/08/16-haogao/index.md"
        text.write_text(text.read_text(encoding="utf-8") + "\n又一段。\n", encoding="utf-8")
        time.sleep(0.1)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    made, look_at = Desk(tmp_path), inspect.look_at

    def counted(content: Path, path: str, *rest: object) -> object:
        made.looked_at.append(path)
        return look_at(content, path, *rest)

    monkeypatch.setattr(inspect, "look_at", counted)
    return made


def ours(kind: type[Enum] = Enum) -> Iterator[type[Enum]]:
    """Every class of members in the program."""
    for each in kind.__subclasses__():
        if each.__module__.startswith("plugins."):
            yield each
        yield from ours(each)


def by_getattr(patch: pytest.MonkeyPatch) -> None:
    """Let members be pickled as Python 3.11.0 to 3.11.3 do it."""
    for kind in ours():
        patch.setattr(kind, "__reduce_ex__", lambda self, _: (getattr, (type(self), self.name)))


def stories_read(result: BuildResult) -> int:
    assert result.ok, result.problems
    assert DAMAGE not in result.summary
    read = re.search(r"这次读 (\d+) 篇", result.summary)
    return int(read[1]) if read else 0


@pytest.mark.slow
@pytest.mark.parametrize("prepare", [lambda _: None, by_getattr], ids=["as this Python pickles", "as 3.11.2 does"])
def test_columns_built_in_turn_know_each_their_own_stories_and_photos(
    prepare: Callable[[pytest.MonkeyPatch], None], desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare(monkeypatch)
    for name in "ab":
        desk.column(name)
        assert stories_read(desk.build(name)) == 2
        assert sorted(desk.looked_at) == ["2017/08/16-haogao/01.jpg", "2017/08/16-haogao/02.jpg"]
    for name, edits in (("a", 0), ("b", 0), ("b", 0), ("b", 1), ("a", 1), ("a", 1), ("b", 0)):
        if edits:
            desk.edit(name)
        assert stories_read(desk.build(name)) == edits
        assert desk.looked_at == []


def test_photos_are_not_looked_at_again_when_a_slip_is_mended(desk: Desk) -> None:
    text = desk.column("a") / "2017/08/16-haogao/index.md"
    good = text.read_text(encoding="utf-8")
    text.write_text(good.replace("版块: 学习贯彻", "版块: 没有的版块"), encoding="utf-8")
    assert not desk.build("a").ok
    assert len(desk.looked_at) == 2
    text.write_text(good, encoding="utf-8")
    assert stories_read(desk.build("a")) == 1
    assert desk.looked_at == []


def halve(path: Path) -> None:
    data = path.read_bytes()
    path.unlink()
    path.write_bytes(data[: len(data) // 2])


def replaced_by(make: Callable[[Path], object]) -> Callable[[Path], None]:
    def replace(path: Path) -> None:
        path.unlink()
        make(path)

    return replace


STRANGERS = (
    halve,
    replaced_by(Path.touch),
    replaced_by(lambda path: path.write_bytes(b"\x80\x05garbage" * 20)),
    replaced_by(lambda path: (path / "inside").mkdir(parents=True)),
    replaced_by(os.mkfifo),
    replaced_by(lambda path: path.symlink_to(path)),
    replaced_by(lambda path: None),
)


@pytest.mark.slow
def test_whatever_stands_in_the_place_of_its_files_the_site_is_made_and_the_next_build_knows_again(desk: Desk) -> None:
    desk.column("a")
    assert desk.build("a").ok
    for stranger in STRANGERS:
        for path in [path for path in desk.cache.rglob("*") if path.is_file()]:
            stranger(path)
        desk.edit("a")
        assert desk.build("a").ok
    desk.edit("a")
    assert stories_read(desk.build("a")) == 1
    assert desk.looked_at == []
    assert desk.build("a", "nothing", "clean").ok
    assert fingerprint(desk.output) == fingerprint(desk.folder / "clean")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["", "records", "photos"])
def test_where_nothing_can_be_kept_the_site_is_made_all_the_same(name: str, desk: Desk) -> None:
    desk.column("a")
    (desk.cache / name).parent.mkdir(exist_ok=True)
    (desk.cache / name).write_text("a file stands where the folder should be")
    for _ in range(2):
        result = desk.build("a")
        assert stories_read(result) > 0
        assert [problem.code for problem in result.problems if problem.code == "PL21"] == ["PL21"] * (name != "photos")
        desk.edit("a")
    assert (desk.output / "index.html").is_file()


def test_where_a_story_cannot_be_kept_none_is_half_kept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.column("a")
    with monkeypatch.context() as patch:
        refused = iter([FULL])
        kept = Records.put_story

        def refuse_the_first(records: Records, source: str, packed: bytes) -> None:
            for error in refused:
                raise error
            kept(records, source, packed)

        patch.setattr(Records, "put_story", refuse_the_first)
        assert [problem.code for problem in desk.build("a").problems if problem.code == "PL21"] == ["PL21"]
    desk.edit("a")
    result = desk.build("a")
    assert stories_read(result) == 2
    assert "PL21" not in [problem.code for problem in result.problems]
    desk.edit("a")
    assert stories_read(desk.build("a")) == 1


def test_what_another_python_kept_is_made_anew_and_is_no_damage(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.column("a")
    assert desk.build("a").ok
    with monkeypatch.context() as patch:
        patch.setattr(sys, "version", "3.99")
        patch.setattr(build_state, "_KIND", "ledger of another Python")
        assert stories_read(desk.build("a")) == 2
        assert len(desk.looked_at) == 2


@pytest.mark.parametrize("told", [b"garbage", codec.packed(None)])
def test_a_word_on_the_last_build_that_cannot_be_read_is_found_out_again(told: bytes, desk: Desk) -> None:
    content = desk.column("a")
    wanted = desk.build("a")
    assert "没有变化" in desk.build("a").summary
    path = BuildFolders(content, desk.output, content, desk.cache).state
    before = build_state.read(path)
    before.summary = told
    build_state.write(path, before)
    assert stories_read(desk.build("a")) == 0
    again = desk.build("a")
    assert "没有变化" in again.summary
    assert again.problems == wanted.problems


def test_a_stranger_in_the_cache_gives_way_to_what_is_built_there(desk: Desk) -> None:
    desk.column("a")
    for name in ("preview", "preview.next"):
        (desk.cache / name).mkdir(parents=True)
        (desk.cache / name / "not-ours").touch()
    assert desk.build("a", output="cache/preview").ok
    assert not (desk.cache / "preview/not-ours").exists()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("refusal", "said"),
    [
        (FULL, "磁盘满了"),
        (OSError(errno.EROFS, "Read-only file system", "/elsewhere"), "磁盘是只读的"),
        (PermissionError(errno.EACCES, "Permission denied", "{next}/index.html"), "没有权限"),
    ],
)
def test_a_site_that_cannot_be_written_is_said_in_one_sentence_and_the_old_one_stands(
    refusal: OSError, said: str, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.column("a")
    assert desk.build("a").ok
    before = fingerprint(desk.output)
    desk.edit("a")
    refused = OSError(refusal.errno, refusal.strerror, str(refusal.filename).format(next=f"{desk.output}.next"))
    written, calls = release._written, iter(range(99))

    def until_it_is_full(*arguments: object) -> os.stat_result:
        if next(calls) > 2:
            raise refused
        return written(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(release, "_written", until_it_is_full)
        result = desk.build("a")
    assert not result.ok
    (finding,) = result.problems
    assert (finding.code, finding.message) == ("PL20", f"网站写不进“output”：{said}")
    assert fingerprint(desk.output) == before
    assert not (desk.folder / "output.next").exists()
    assert stories_read(desk.build("a")) == 0
    assert fingerprint(desk.output) != before


def test_what_nobody_builds_any_longer_goes_and_what_is_built_stays(tmp_path: Path) -> None:
    places = [
        BuildFolders(tmp_path / str(n), tmp_path / f"output-{n}", tmp_path, tmp_path / "cache") for n in range(40)
    ]
    now = time.time()
    for number, place in enumerate(places):
        with place.locked():
            (place.records / "index-00000001").touch()
        days = {0: 100, 1: 80}.get(number, number / 10)
        for folder in (place.records, place.state.parent):
            os.utime(folder / "lock", (now - days * 86_400,) * 2)
    with places[0].locked():
        upkeep.tidy(places[0])
    for kept in ("records", "releases"):
        left = set((tmp_path / "cache" / kept).iterdir())
        assert len(left) == upkeep._MOST
        assert {
            (place.records if kept == "records" else place.state.parent) for place in places[:1] + places[2:10]
        } <= left
