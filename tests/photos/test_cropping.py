"""Covers are cut for lists, links and WeChat, photos of a gallery for their row: in the right shape, around the focus,
never enlarged."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageStat

from plugins.newsroom.media.photo import Figure, PhotoDetail
from plugins.newsroom.story.model import Story
from plugins.photos.cache import Cache
from plugins.photos.cropping import _best
from plugins.photos.plan import survey
from plugins.photos.production import produce
from plugins.photos.recipe import STANDARD, Crop

from .pictures import Pages, corners, near, opened, put, quarters, scene, story

pytestmark = pytest.mark.slow  # real photos, cut and encoded

Made = dict[str, bytes]  # files by address


def covered(
    content: Path, *files: str, focus: tuple[float, float] | None = None, is_generated: bool = False
) -> tuple[Figure, Made]:
    """The cover of a story with these photos, and every file made for it."""
    told = story(*files)
    pointed = tuple(
        replace(use, detail=PhotoDetail(use.file, focus=focus), ai_generated=is_generated) for use in told.photos
    )
    told = replace(told, photos=pointed)
    return planned(content, told)[0], made_of(content, told)


def planned(content: Path, told: Story) -> tuple[Figure, ...]:
    return survey(Pages(content, (told,)))[0].figures["index.md"]


def made_of(content: Path, told: Story) -> Made:
    album, _ = survey(Pages(content, (told,)))
    products = [produce(job, STANDARD, Cache(content.parent / "cache")) for job in album.jobs(["index.md"])]
    return {shot.rendition.address: data for product in products for shot, data in product.files}


SHAPES = {"card": 3 / 2, "social": 1200 / 630, "wechat-wide": 900 / 383, "wechat-square": 1.0}


@pytest.mark.parametrize("size", [(2400, 1700), (1000, 1500), (4000, 900), (500, 400)])
def test_every_purpose_has_its_shape_and_nothing_is_enlarged(tmp_path: Path, size: tuple[int, int]) -> None:
    put(tmp_path / "content", "01.jpg", scene(*size))
    figure, made = covered(tmp_path / "content", "01.jpg")
    assert {crop.purpose for crop in figure.crops} == set(SHAPES)
    for crop in figure.crops:
        assert opened(made[crop.address]).size == (crop.width, crop.height)
        assert crop.width / crop.height == pytest.approx(SHAPES[crop.purpose], rel=0.01)
        assert crop.width <= size[0]
        assert crop.height <= size[1]


def test_a_large_cover_is_cut_at_the_sizes_that_are_asked_for(tmp_path: Path) -> None:
    put(tmp_path / "content", "01.jpg", scene(2400, 1700))
    (figure,) = planned(tmp_path / "content", story("01.jpg"))
    assert [(c.width, c.height) for c in figure.crops_for("social", "image/jpeg")] == [(1200, 630)]
    assert [(c.width, c.height) for c in figure.crops_for("wechat-wide", "image/jpeg")] == [(900, 383)]
    assert [c.width for c in figure.crops_for("card", "image/avif")] == [288, 512, 896]
    assert figure.crops_for("social", "image/avif") == ()


def test_only_the_cover_is_cut(tmp_path: Path) -> None:
    for name in ("01.jpg", "02.jpg"):
        put(tmp_path, name, scene(900 + int(name[1]), 600))
    album, _ = survey(Pages(tmp_path, (story("01.jpg", "02.jpg", cover=1),)))
    first, cover = album.figures["index.md"]
    assert (first.crops, bool(cover.crops)) == ((), True)


@pytest.mark.parametrize("size", [(2400, 1600), (1000, 668), (480, 320)])
def test_a_cover_that_has_the_shape_of_a_card_is_shown_whole_there(tmp_path: Path, size: tuple[int, int]) -> None:
    put(tmp_path / "content", "01.jpg", scene(*size))
    (figure,) = planned(tmp_path / "content", story("01.jpg"))
    assert figure.cut("card") == figure
    assert {crop.purpose for crop in figure.crops} == {"social", "wechat-wide", "wechat-square"}


def gallery(*files: str, focus: tuple[float, float] | None = None) -> Story:
    """A story in which photos stand together, and whose cover is another."""
    told = story("cover.png", *files)
    together = tuple(
        replace(use, in_gallery=True, detail=PhotoDetail(use.file, focus=focus)) for use in told.photos[1:]
    )
    return replace(told, photos=(told.photos[0], *together))


def test_photos_of_a_gallery_are_cut_to_its_shape_at_the_sizes_it_shows(tmp_path: Path) -> None:
    put(tmp_path / "content", "cover.png", scene(900, 600))
    for name, size in (("phone.jpg", (2400, 1800)), ("square.jpg", (1000, 1000)), ("small.jpg", (500, 320))):
        put(tmp_path / "content", name, scene(*size))
    told = gallery("phone.jpg", "square.jpg", "small.jpg")
    (cover, phone, square, small), made = planned(tmp_path / "content", told), made_of(tmp_path / "content", told)
    assert not [crop for crop in cover.crops if crop.purpose == "gallery"]
    assert {crop.purpose for crop in phone.crops + square.crops + small.crops} == {"gallery"}
    widths = [[crop.width for crop in photo.crops_for("gallery", "image/avif")] for photo in (phone, square, small)]
    assert widths == [[320, 512, 800, 1280], [320, 512, 800, 1000], [320, 480]]
    for photo in (phone, square, small):
        assert photo.cut("gallery").media_types == photo.media_types
        for crop in photo.crops:
            assert opened(made[crop.address]).size == (crop.width, crop.height)
            assert crop.width / crop.height == pytest.approx(3 / 2, rel=0.01)


@pytest.mark.parametrize("size", [(1000, 1500), (1200, 800)], ids=["tall", "of its shape"])
def test_a_photo_that_fills_its_place_in_a_gallery_stands_there_whole(tmp_path: Path, size: tuple[int, int]) -> None:
    put(tmp_path / "content", "cover.png", scene(900, 600))
    put(tmp_path / "content", "01.jpg", scene(*size))
    _, photo = planned(tmp_path / "content", gallery("01.jpg"))
    assert (photo.crops, photo.cut("gallery")) == ((), photo)


@pytest.mark.parametrize("side", [0, 1], ids=["left", "right"])
def test_a_photo_of_a_gallery_shows_what_its_focus_points_at(tmp_path: Path, side: int) -> None:
    wide = quarters(2000, 500)
    put(tmp_path / "content", "cover.png", scene(900, 600))
    put(tmp_path / "content", "01.png", wide)
    told = gallery("01.png", focus=(float(side), 0.5))
    (_, photo), made = planned(tmp_path / "content", told), made_of(tmp_path / "content", told)
    seen = corners(opened(made[photo.cut("gallery").largest.address]))
    assert near(seen[0], corners(wide)[side], 9)
    assert near(seen[2], corners(wide)[2 + side], 9)


@pytest.mark.parametrize(
    ("focus", "corner"), [((0.1, 0.1), 0), ((0.9, 0.1), 1), ((0.0, 1.0), 2), ((1.0, 0.9), 3)], ids=str
)
def test_a_cut_shows_what_the_focus_points_at(tmp_path: Path, focus: tuple[float, float], corner: int) -> None:
    wide = quarters(1600, 700)
    put(tmp_path / "content", "01.jpg", wide)
    figure, made = covered(tmp_path / "content", "01.jpg", focus=focus)
    for crop in figure.crops_for("wechat-square", "image/jpeg"):
        seen = corners(opened(made[crop.address]))
        assert near(seen[corner], corners(wide)[corner], 9)
        assert len({seen[0], seen[1]}) == 1 or near(seen[0], seen[1], 9)


def test_another_focus_is_another_address_for_the_cuts_only(tmp_path: Path) -> None:
    put(tmp_path / "content", "01.jpg", scene(900, 600))
    left, _ = covered(tmp_path / "content", "01.jpg", focus=(0.1, 0.5))
    right, _ = covered(tmp_path / "content", "01.jpg", focus=(0.9, 0.5))
    assert left.renditions == right.renditions
    assert not {crop.address for crop in left.crops} & {crop.address for crop in right.crops}


@pytest.mark.parametrize("side", [0, 1], ids=["left", "right"])
@pytest.mark.parametrize("upright", [True, False])
def test_without_a_focus_a_cut_is_made_where_the_detail_is(tmp_path: Path, side: int, upright: bool) -> None:
    empty = Image.new("RGB", (1600, 600), (120, 140, 170))
    empty.paste(scene(400, 300), (100 + side * 1000, 150))
    put(tmp_path / "content", "01.png", empty if upright else empty.rotate(90, expand=True))
    figure, made = covered(tmp_path / "content", "01.png")
    (square,) = figure.crops_for("wechat-square", "image/jpeg")
    seen = opened(made[square.address]).convert("L")
    assert ImageStat.Stat(seen).stddev[0] > 25


@given(st.binary(min_size=1, max_size=80), st.integers(1, 80))
def test_the_best_place_lies_within_the_picture(strengths: bytes, length: int) -> None:
    middle = _best(strengths, length, 0.5)
    assert length >= len(strengths) or length / 2 <= middle * len(strengths) <= len(strengths) - length / 2


def test_where_all_is_alike_the_middle_is_shown() -> None:
    assert _best(bytes(100), 40, 0.5) == _best(b"\7" * 100, 40, 0.5) == 0.5


@given(st.integers(1, 9000), st.integers(1, 9000), st.sampled_from(STANDARD.crops))
def test_a_cut_always_fits(width: int, height: int, crop: Crop) -> None:
    across, down = crop.window(width, height)
    assert across <= width
    assert down <= height
    for cut in crop.sizes(width, height):
        assert min(cut) >= 1
        assert cut[0] <= across


def test_a_cover_that_becomes_none_keeps_its_bytes(tmp_path: Path) -> None:
    """What is made of a photo never depends on what else is: or a build would differ from one from nothing."""
    put(tmp_path / "content", "01.jpg", scene(3000, 500))
    _, as_cover = covered(tmp_path / "content", "01.jpg")
    album, _ = survey(Pages(tmp_path / "content", (story("01.jpg", cover=None),)))
    (job,) = album.jobs(["index.md"])
    alone = {shot.rendition.address: data for shot, data in produce(job, STANDARD, Cache(tmp_path / "other")).files}
    assert alone
    assert {address: as_cover[address] for address in alone} == alone


def by_purpose(figure: Figure, made: dict[str, bytes]) -> dict[str, Image.Image]:
    crops = [*figure.crops_for("card", "image/jpeg")[-1:], *(c for c in figure.crops if c.purpose != "card")]
    return {crop.purpose: opened(made[crop.address]) for crop in crops}


@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_a_cut_that_travels_without_its_caption_says_itself_that_a_machine_drew_it(tmp_path: Path, mode: str) -> None:
    put(tmp_path / "content", "01.jpg", scene(2400, 1700).convert(mode))
    plain, labelled = (
        by_purpose(*covered(tmp_path / "content", "01.jpg", is_generated=is_generated))
        for is_generated in (False, True)
    )
    assert set(plain) == set(labelled) == set(SHAPES)
    for purpose, picture in labelled.items():
        changed = ImageChops.difference(plain[purpose].convert("L"), picture.convert("L")).point(
            lambda v: 255 * (v > 48)
        )
        if purpose == "card":
            assert changed.getbbox() is None
            continue
        left, top, right, bottom = changed.getbbox()
        assert min(left / picture.width, top / picture.height) > 0.5, "in the lower right corner"
        assert right < picture.width
        assert bottom < picture.height
        assert bottom - top >= 0.05 * min(picture.size), "as high as GB 45438-2025 asks"
        assert right - left > 2 * (bottom - top)
