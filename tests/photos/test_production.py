"""Only what is missing is made: a second build touches no pixel, damage is mended, a bad photo is a finding."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from plugins.photos import render
from plugins.photos.cache import Cache
from plugins.photos.plan import Job, survey
from plugins.photos.production import Product, produce
from plugins.photos.recipe import STANDARD

from .pictures import Pages, put, saved, scene, story


@pytest.fixture
def decoded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the originals whose pixels were touched."""
    names: list[str] = []
    master = render.master

    def counting(data: bytes, original: object, size: object) -> object:
        names.append(original.path.name)
        return master(data, original, size)

    monkeypatch.setattr(render, "master", counting)
    return names


def jobs(content: Path, *files: str) -> tuple[Job, ...]:
    album, problems = survey(Pages(content, (story(*files),)))
    assert not [problem for problem in problems if problem.is_error]
    return album.jobs(["index.md"])


def run(content: Path, *files: str, cache: str = "cache") -> list[Product]:
    return [produce(job, STANDARD, Cache(content.parent / cache)) for job in jobs(content, *files)]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for number in (1, 2, 3):
        put(tmp_path / "content", f"0{number}.jpg", scene(500 + number, 400))
    return tmp_path / "content"


def files(products: list[Product]) -> dict[str, bytes]:
    return {shot.rendition.address: data for product in products for shot, data in product.files}


def test_a_second_build_touches_no_pixel_and_gives_the_same_bytes(content: Path, decoded: list[str]) -> None:
    first = run(content, "01.jpg", "02.jpg", "03.jpg")
    assert sorted(decoded) == ["01.jpg", "02.jpg", "03.jpg"]
    second = run(content, "01.jpg", "02.jpg", "03.jpg")
    assert len(decoded) == 3
    assert files(second) == files(first)
    assert [product.was_rendered for product in first + second] == [True] * 3 + [False] * 3


def test_one_new_photo_is_rendered_alone(content: Path, decoded: list[str]) -> None:
    run(content, "01.jpg", "02.jpg")
    run(content, "01.jpg", "03.jpg", "02.jpg")
    assert sorted(decoded) == ["01.jpg", "02.jpg", "03.jpg"]


def test_two_cold_builds_are_the_same_byte_for_byte(content: Path) -> None:
    assert files(run(content, "01.jpg", "02.jpg")) == files(run(content, "01.jpg", "02.jpg", cache="other"))


def test_products_come_in_the_order_of_the_stories(content: Path) -> None:
    order = ["03.jpg", "01.jpg", "02.jpg"]
    assert [product.job.first.file for product in run(content, *order)] == order


def test_a_damaged_cache_entry_is_made_anew(content: Path, decoded: list[str]) -> None:
    first = files(run(content, "01.jpg"))
    entry = max((content.parent / "cache").rglob("*.avif"))
    whole = entry.read_bytes()
    entry.write_bytes(whole[:-20])
    assert files(run(content, "01.jpg")) == first
    assert entry.read_bytes() == whole
    assert decoded == ["01.jpg", "01.jpg"]


def test_damage_found_only_in_the_pixels_is_a_finding_at_the_storys_place(content: Path) -> None:
    data = bytearray(saved(scene(700, 500), "PNG"))
    data[len(data) // 2 : len(data) // 2 + 40] = bytes(40)
    put(content, "04.png", bytes(data))
    good, bad = run(content, "01.jpg", "04.png")
    assert good.problem is None
    assert [shot.rendition.width for shot, _ in good.files if not shot.rendition.purpose] == [320, 501, 320, 501]
    assert (bad.files, bad.problem.code, bad.problem.place.line) == ((), "PH14", 10)


def test_a_photo_changed_after_it_was_planned_is_a_finding(content: Path) -> None:
    (planned,) = jobs(content, "01.jpg")
    put(content, "01.jpg", scene(800, 400))
    product = produce(planned, STANDARD, Cache(content / "cache"))
    assert product.problem.code == "PH16"


def test_a_photo_gone_after_it_was_planned_is_a_finding(content: Path) -> None:
    (planned,) = jobs(content, "01.jpg")
    (content / "01.jpg").unlink()
    product = produce(planned, STANDARD, Cache(content / "cache"))
    assert product.problem.code == "PH04"
    assert "文件不见了" in product.problem.message


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(content: Path) -> None:
    (kept,) = run(content, "01.jpg")
    shutil.rmtree(content.parent / "cache")
    (content.parent / "cache").write_text("a file stands where the folder should be")
    (product,) = run(content, "01.jpg")
    assert (product.problem, product.files) == (None, kept.files)


def test_a_photo_for_which_memory_does_not_suffice_is_a_finding(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def exhausted(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(render, "render", exhausted)
    (product,) = run(content, "01.jpg")
    assert "内存不足" in product.problem.message
