"""The press makes what is missing, keeps what lies there, and puts up a release only when everything could be made."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.engine.build.build_state import Printed
from plugins.engine.build.orders import Order, Orders
from plugins.engine.build.press import Press, into
from plugins.engine.build.release import MANIFEST, Release
from plugins.newsroom.findings.problems import Level, Place, Problem
from plugins.newsroom.findings.refusals import Refusal

PHOTOS = "照片"
CREWS = pytest.mark.parametrize("crew", [1, 2, 8])


class Site:
    """An output folder and what its last build noted down. made: the files that were made since it was last asked."""

    def __init__(self, folder: Path, crew: int = 1) -> None:
        self.output, self.crew = folder / "output", crew
        self.log = folder / "log"
        self.log.touch()
        self.before: dict[str, Printed] = {}

    @property
    def made(self) -> list[str]:
        names = sorted(self.log.read_text().splitlines())
        self.log.write_text("")
        return names

    def order(self, file: str, data: bytes, key: str | None = None, stage: str = "写网页") -> Order:
        """An order for one file whose making is noted, in whatever process it happens. key: of the bytes by default."""

        def make() -> tuple[bytes, ...]:
            with self.log.open("a") as log:
                log.write(f"{file}\n")
            return (data,)

        return Order((file,), hashlib.sha256(data).hexdigest() if key is None else key, make, stage)

    def build(self, *orders: Order, **more: object) -> Press:
        queue = Orders()
        for order in orders:
            if order.folder:
                queue.add_folder(order.folder, order.key, order.make, order.stage, ())
            else:
                queue.add(order.addresses, order.key, order.make, order.stage)
        press = Press(Release(self.output), self.before, self.intact, self.crew, **more)
        press.run(queue)
        self.before = press.printed
        return press

    @property
    def intact(self) -> set[str]:
        """The files that lie there as the last build left them, told as the desk does."""
        found = {path for path in self.before if (self.output / path).is_file()}
        status = {path: (self.output / path).stat() for path in found}
        return {path for path in found if status[path].st_mtime_ns == self.before[path].modified}

    def shown(self) -> dict[str, bytes]:
        files = {path.relative_to(self.output).as_posix(): path for path in self.output.rglob("*") if path.is_file()}
        return {name: path.read_bytes() for name, path in files.items() if name != MANIFEST}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


def pages(site: Site, number: int, **changed: bytes) -> list[Order]:
    return [site.order(f"p{n}/index.html", changed.get(f"p{n}", b"page %d" % n)) for n in range(number)]


@CREWS
def test_only_what_is_missing_or_depends_on_something_else_is_made(crew: int, tmp_path: Path) -> None:
    site = Site(tmp_path, crew)
    first = site.build(*pages(site, 200))
    assert (first.made, first.written, len(site.made)) == (200, 200, 200)
    second = site.build(*pages(site, 201, p7=b"changed"))
    assert site.made == ["p200/index.html", "p7/index.html"]
    assert (second.made, second.written) == (2, 2)
    assert site.shown() == {f"p{n}/index.html": b"page %d" % n for n in range(201)} | {"p7/index.html": b"changed"}


def test_when_nothing_changed_nothing_moves(site: Site) -> None:
    site.build(*pages(site, 3))
    before, inode = site.before, site.output.stat().st_ino
    again = site.build(*pages(site, 3))
    assert (again.made, again.written, site.before) == (0, 0, before)
    assert site.output.stat().st_ino == inode
    assert not site.output.with_name("output.next").exists()


def test_what_is_no_longer_ordered_is_gone(site: Site) -> None:
    site.build(*pages(site, 3))
    again = site.build(*pages(site, 2))
    assert (again.made, site.shown().keys()) == (0, {"p0/index.html", "p1/index.html"})
    assert not (site.output / "p2").exists()


def test_an_order_of_which_nobody_knows_what_it_depends_on_is_carried_out_at_every_build(site: Site) -> None:
    for _ in range(2):
        site.build(site.order("a.html", b"same", key=""))
        assert site.made == ["a.html"]


def test_a_file_made_anew_with_the_same_bytes_stays_the_file_readers_have(site: Site) -> None:
    site.build(site.order("a.html", b"same", key="1"), site.order("b.html", b"b"))
    inode = (site.output / "a.html").stat().st_ino
    again = site.build(site.order("a.html", b"same", key="2"), site.order("b.html", b"b"))
    assert (again.made, again.written) == (1, 0)
    assert (site.output / "a.html").stat().st_ino == inode
    assert site.before["a.html"].key == "2"


def overwrite(path: Path) -> None:
    path.write_bytes(b"spoilt")
    os.utime(path, ns=(0, 0))


@pytest.mark.parametrize("spoil", [overwrite, Path.unlink, lambda path: (path.unlink(), path.mkdir())])
@pytest.mark.parametrize("name", ["p1/index.html", MANIFEST])
def test_a_file_that_was_changed_by_other_hands_is_made_anew(
    spoil: Callable[[Path], object], name: str, site: Site
) -> None:
    site.build(*pages(site, 3))
    before = {path: path.read_bytes() for path in sorted(site.output.rglob("*")) if path.is_file()}
    spoil(site.output / name)
    site.build(*pages(site, 3))
    assert {path: path.read_bytes() for path in sorted(site.output.rglob("*")) if path.is_file()} == before


def test_several_files_of_one_order_are_made_together_or_kept_together(site: Site) -> None:
    def photo(key: str) -> Order:
        return Order(("photos/a-320.jpg", "photos/a-640.jpg"), key, lambda: (key.encode(), b"wide"), PHOTOS)

    site.build(photo("1"))
    assert site.shown() == {"photos/a-320.jpg": b"1", "photos/a-640.jpg": b"wide"}
    assert site.build(photo("1")).made == 0
    (site.output / "photos/a-640.jpg").unlink()
    assert site.build(photo("1")).made == 1
    assert site.shown() == {"photos/a-320.jpg": b"1", "photos/a-640.jpg": b"wide"}


def folder(site: Site, address: str, files: dict[str, bytes]) -> Order:
    """An order for a folder whose files are known only when they are made."""

    def make() -> dict[str, bytes]:
        with site.log.open("a") as log:
            log.write(f"{address}\n")
        return files

    return Order((), repr(files), make, PHOTOS, (), address)


@CREWS
def test_a_folder_is_made_as_a_whole_and_kept_as_a_whole(crew: int, tmp_path: Path) -> None:
    site = Site(tmp_path, crew)
    others = [*pages(site, 3), folder(site, "index/2016/", {"z": b"26"})]
    site.build(*others, folder(site, "index/2017/", {"a": b"1", "deep/b": b"2"}))
    assert {name: data for name, data in site.shown().items() if name.startswith("index/")} == {
        "index/2016/z": b"26",
        "index/2017/a": b"1",
        "index/2017/deep/b": b"2",
    }
    assert site.made
    site.build(*others, folder(site, "index/2017/", {"a": b"1", "deep/b": b"2"}))
    assert site.made == []
    site.build(*others, folder(site, "index/2017/", {"a": b"1", "c": b"3"}))
    assert site.made == ["index/2017/"]
    assert sorted(name for name in site.shown() if name.startswith("index/2017/")) == ["index/2017/a", "index/2017/c"]
    overwrite(site.output / "index/2017/a")
    site.build(*others, folder(site, "index/2017/", {"a": b"1", "c": b"3"}))
    assert (site.made, site.shown()["index/2017/a"]) == (["index/2017/"], b"1")
    site.build(*others)
    assert not (site.output / "index/2017").exists()


@pytest.mark.parametrize("file", ["index/", "index/2017/page.html"])
def test_nobody_puts_a_file_into_a_folder_that_somebody_else_makes(site: Site, file: str) -> None:
    orders = [folder(site, "index/", {"a": b"1"}), site.order(file + "x", b"mine")]
    for both in (orders, orders[::-1]):
        with pytest.raises(Refusal) as stop:
            site.build(*both)
        assert [found.code for found in stop.value.problems] == ["PL06"]
    with pytest.raises(Refusal):
        site.build(orders[0], folder(site, "index/2017/", {}))


def test_an_order_that_makes_other_files_than_it_said_is_an_error(site: Site) -> None:
    with pytest.raises(ValueError, match="zip"):
        site.build(Order(("a", "b"), "1", lambda: (b"a",), PHOTOS))
    assert not site.output.exists()


def finding(number: int) -> Problem:
    return Problem("PH14", Level.ERROR, Place("content/a.md", number), "坏了", "换一张。")


def broken(file: str, number: int, stage: str = PHOTOS) -> Order:
    def make() -> tuple[bytes, ...]:
        raise Refusal([finding(number)])

    return Order((file,), "1", make, stage)


@CREWS
def test_all_findings_come_at_once_and_the_old_release_stands(crew: int, tmp_path: Path) -> None:
    site = Site(tmp_path, crew)
    site.build(*pages(site, 70))
    before = site.shown()
    with pytest.raises(Refusal) as stop:
        site.build(
            broken("x.jpg", 1), *pages(site, 99, p1=b"new"), broken("y.html", 2, stage="写网页"), broken("z.jpg", 3)
        )
    assert sorted(found.place.line for found in stop.value.problems) == [1, 2, 3]
    assert site.shown() == before
    site.build(*pages(site, 70))
    assert site.shown() == before


@CREWS
def test_an_exception_in_the_making_leaves_the_old_release(crew: int, tmp_path: Path) -> None:
    site = Site(tmp_path, crew)
    site.build(*pages(site, 70))
    before = site.shown()
    with pytest.raises(ZeroDivisionError):
        site.build(*pages(site, 140), Order(("x.html",), "1", lambda: (bytes(1 // 0),), "写网页"))
    assert site.shown() == before


def test_what_is_made_lies_on_the_disk_before_the_next_is_begun(site: Site) -> None:
    """However many photos there are, memory holds one a process."""
    waiting: list[bool] = []

    def photo(number: int) -> Order:
        def make() -> tuple[bytes, ...]:
            before = site.output.with_name("output.next") / f"{number - 1}.jpg"
            waiting.append(number > 0 and not before.is_file())
            return (bytes(1000),)

        return Order((f"{number}.jpg",), "1", make, PHOTOS)

    site.build(*map(photo, range(20)))
    assert waiting == [False] * 20


@CREWS
def test_progress_counts_the_pieces_of_each_stage(crew: int, tmp_path: Path) -> None:
    site = Site(tmp_path, crew)
    told: list[tuple[int, int, str, int]] = []
    photos = [site.order(f"{n}.jpg", b"photo", stage=PHOTOS) for n in range(5)]
    site.build(*photos, *pages(site, 70), progress=lambda *step: told.append(step))
    assert [step for step in told if step[2] == PHOTOS] == [(n, 5, PHOTOS, 0) for n in range(1, 6)]
    assert [step[:2] for step in told if step[2] != PHOTOS] == [(n, 70) for n in range(1, 71)]


@CREWS
def test_the_manifest_lists_every_file_with_the_hash_of_its_bytes(crew: int, tmp_path: Path) -> None:
    site = Site(tmp_path, crew)
    site.build(*reversed(pages(site, 70)), site.order("商都.html", b"x"))
    for orders in (pages(site, 71), pages(site, 69)):
        site.build(*orders)
        text = (site.output / MANIFEST).read_text(encoding="utf-8")
        listed = json.loads(text)["files"]
        assert listed == {name: hashlib.sha256(data).hexdigest() for name, data in site.shown().items()}
        assert list(listed) == sorted(listed)


def test_two_sites_of_the_same_files_have_the_same_manifest(tmp_path: Path) -> None:
    manifests = []
    for crew, name in ((1, "a"), (2, "b")):
        (tmp_path / name).mkdir()
        site = Site(tmp_path / name, crew)
        site.build(*(pages(site, 70) if crew == 1 else reversed(pages(site, 70))))
        manifests.append((site.output / MANIFEST).read_bytes())
    assert manifests[0] == manifests[1]
    assert b'"p0/index.html"' in manifests[0]


def test_a_file_that_came_by_other_hands_does_not_stay(site: Site) -> None:
    site.build(*pages(site, 3))
    before = site.shown()
    (site.output / "stray.html").write_text("x")
    (site.output / "p1/stray.html").write_text("x")
    again = site.build(*pages(site, 3), is_tidy=lambda: False)
    assert (again.made, again.written) == (0, 0)
    assert site.shown() == before
    assert (site.output / MANIFEST).is_file()


def test_no_two_orders_may_name_one_file() -> None:
    orders = Orders()
    orders.add(("a/",), "1", tuple)
    with pytest.raises(Refusal) as stop:
        orders.add(("b.html", "a/index.html"), "2", tuple)
    assert [found.code for found in stop.value.problems] == ["PL06"]
    assert "a/index.html" in stop.value.problems[0].message


def test_pelicans_own_command_makes_every_file_anew_and_tells_all_findings(site: Site) -> None:
    orders = Orders()
    for order in (*pages(site, 3), broken("x.jpg", 1), broken("y.jpg", 2)):
        orders.add(order.addresses, order.key, order.make, order.stage)
    with pytest.raises(Refusal) as stop:
        into(site.output)(orders)
    assert [found.place.line for found in stop.value.problems] == [1, 2]
    assert site.shown() == {f"p{n}/index.html": b"page %d" % n for n in range(3)}
