"""A photo's place is held in its own colour: from the camera's thumbnail, or from as little of the picture as will do."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from PIL import Image, ImageFile

from plugins.newsroom.media.placeholder import PALETTE, nearest
from plugins.photos.plan import figures
from plugins.photos.recipe import STANDARD

from .pictures import SRGB_D50, profile, put, saved, scene, srgb_curve, story

SKY, LEAF = (118, 142, 174), (76, 98, 71)


def tint(folder: Path, name: str, data: bytes | Image.Image) -> str:
    put(folder, name, data)
    ((figure,), _) = figures(story(name), folder)
    return figure.placeholder


def with_thumbnail(colour: tuple[int, int, int]) -> bytes:
    """An EXIF block as cameras write it: an empty first directory, and a second one that points to a small JPEG."""
    small = saved(Image.new("RGB", (160, 120), colour), "JPEG")
    second = (
        struct.pack("<H", 2) + struct.pack("<HHII", 0x0201, 4, 1, 44) + struct.pack("<HHII", 0x0202, 4, 1, len(small))
    )
    return b"Exif\0\0" + b"II*\0\x08\0\0\0" + b"\0\0" + struct.pack("<I", 14) + second + bytes(4) + small


@pytest.mark.parametrize("name", ["01.jpg", "01.png", "01.webp", "01.avif"])
@pytest.mark.parametrize("colour", [SKY, LEAF])
def test_the_placeholder_is_the_colour_of_the_photo(tmp_path: Path, name: str, colour: tuple[int, int, int]) -> None:
    assert tint(tmp_path, name, Image.new("RGB", (640, 400), colour)) == nearest(colour)


def test_a_cameras_thumbnail_is_taken_and_the_picture_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = saved(Image.new("RGB", (640, 400), LEAF), "JPEG", exif=with_thumbnail(SKY))
    loaded = []
    load = ImageFile.ImageFile.load
    monkeypatch.setattr(ImageFile.ImageFile, "load", lambda image: loaded.append(image.size) or load(image))
    assert tint(tmp_path, "01.jpg", data) == nearest(SKY)
    assert all(max(size) <= 160 for size in loaded)


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("cut", [30, 60, 300])
def test_a_damaged_thumbnail_is_passed_over(tmp_path: Path, cut: int) -> None:
    data = saved(Image.new("RGB", (640, 400), LEAF), "JPEG", exif=with_thumbnail(SKY)[:cut])
    assert tint(tmp_path, "01.jpg", data) in (nearest(LEAF), "")


def test_the_colour_is_the_one_readers_see(tmp_path: Path) -> None:
    swapped = profile(SRGB_D50[::-1], srgb_curve())
    data = saved(Image.new("RGB", (640, 400), (200, 60, 60)), "PNG", icc_profile=swapped)
    assert tint(tmp_path, "01.png", data) == nearest((60, 60, 200))


def test_the_word_is_one_a_style_sheet_knows(tmp_path: Path) -> None:
    assert tint(tmp_path, "01.jpg", scene(700, 500)) in PALETTE


def test_where_nothing_is_printed_no_pixel_is_touched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from plugins.photos.plan import survey

    from .pictures import Pages

    put(tmp_path, "01.jpg", scene(700, 500))
    monkeypatch.setattr(ImageFile.ImageFile, "load", None)
    album, _ = survey(Pages(tmp_path, (story("01.jpg"),)), STANDARD, with_tints=False)
    assert album.figures["index.md"][0].placeholder == ""


def test_a_huge_picture_that_can_only_be_decoded_whole_has_no_colour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plugins.photos.tint._MOST_PIXELS", 640 * 400 - 1)
    assert tint(tmp_path, "01.png", Image.new("RGB", (640, 400), SKY)) == ""
    assert tint(tmp_path, "02.jpg", Image.new("RGB", (640, 400), SKY)) == nearest(SKY)
