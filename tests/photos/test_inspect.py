"""Every way in which a photo can be wrong is one finding at the place in the story, and no pixel is decoded for it."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFile

from plugins.newsroom.findings.problems import Level, Problem
from plugins.photos.inspect import Original, look_at
from plugins.photos.plan import figures
from plugins.photos.recipe import STANDARD, Limits

from .pictures import heic, put, quarters, saved, scene, story

pytestmark = pytest.mark.slow  # real photos, in every format


@pytest.fixture(autouse=True)
def _no_pixels(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looking never decodes."""

    def refuse(*_: object) -> None:
        raise AssertionError("a pixel was decoded while looking at a header")

    monkeypatch.setattr(ImageFile.ImageFile, "load", refuse)


def findings(content: Path, file: str, limits: Limits = STANDARD.limits) -> tuple[Problem, ...]:
    return figures(story(file), content, replace(STANDARD, limits=limits))[1]


def only(content: Path, file: str, limits: Limits = STANDARD.limits) -> Problem:
    (finding,) = findings(content, file, limits)
    assert file in finding.message
    assert (finding.place.file, finding.place.line) == ("content/index.md", 9)
    return finding


GOOD = saved(scene(800, 500), "JPEG", quality=80)


def test_a_good_photo_has_no_findings(tmp_path: Path) -> None:
    put(tmp_path, "01.jpg", GOOD)
    assert findings(tmp_path, "01.jpg") == ()


def test_a_missing_photo_is_an_error(tmp_path: Path) -> None:
    finding = only(tmp_path, "01.jpg")
    assert (finding.code, finding.level) == ("PH01", Level.ERROR)


def test_another_case_is_named(tmp_path: Path) -> None:
    put(tmp_path, "01.JPG", GOOD)
    finding = only(tmp_path, "01.jpg")
    assert finding.code == "PH01"
    assert "大小写" in finding.advice
    assert "01.JPG" in finding.advice


def test_the_nearest_name_is_named_when_there_is_one(tmp_path: Path) -> None:
    put(tmp_path, "chengqiang.jpg", GOOD)
    put(tmp_path, "renmin.jpg", GOOD)
    assert "chengqiang.jpg" in only(tmp_path, "chengqian.jpg").advice


def test_the_same_name_with_another_suffix_is_named(tmp_path: Path) -> None:
    put(tmp_path, "01.png", b"x")
    put(tmp_path, "02.jpg", GOOD)
    assert "01.png" in only(tmp_path, "01.jpg").advice


def test_no_name_is_guessed_between_two(tmp_path: Path) -> None:
    put(tmp_path, "city-1.jpg", GOOD)
    put(tmp_path, "city-2.jpg", GOOD)
    advice = only(tmp_path, "city-3.jpg").advice
    assert "city-1" not in advice
    assert "city-2" not in advice


def test_the_story_itself_is_never_proposed(tmp_path: Path) -> None:
    put(tmp_path, "index.md", b"---")
    assert "index.md" not in only(tmp_path, "index.jpg").advice


def test_a_name_in_another_unicode_form_is_found(tmp_path: Path) -> None:
    put(tmp_path, "Cafe\u0301.jpg", GOOD)
    assert findings(tmp_path, "Caf\u00e9.jpg") == ()


def test_a_backslash_is_explained(tmp_path: Path) -> None:
    assert "“/”" in only(tmp_path, "photos\\01.jpg").advice


@pytest.mark.parametrize(
    "file", ["../secret.jpg", "../../secret.jpg", "sub/../../secret.jpg", "", "../content/../secret.jpg"]
)
def test_a_path_that_leaves_the_content_folder_is_an_error(tmp_path: Path, file: str) -> None:
    content = tmp_path / "content"
    put(content, "01.jpg", GOOD)
    put(tmp_path, "secret.jpg", GOOD)
    assert only(content, file).code == "PH02"


def test_an_absolute_path_is_an_error(tmp_path: Path) -> None:
    outside = put(tmp_path, "secret.jpg", GOOD)
    (tmp_path / "content").mkdir()
    original, faults = look_at(tmp_path / "content", str(outside), STANDARD.limits)
    assert original is None
    assert [fault.code for fault in faults] == ["PH02"]


def test_a_link_that_leads_outside_is_an_error(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "01.jpg").symlink_to(put(tmp_path, "secret.jpg", GOOD))
    assert only(content, "01.jpg").code == "PH02"


def test_links_in_a_circle_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").symlink_to(tmp_path / "b.jpg")
    (tmp_path / "b.jpg").symlink_to(tmp_path / "a.jpg")
    assert only(tmp_path, "a.jpg").code in ("PH02", "PH03")


def test_a_folder_a_dead_link_and_a_pipe_are_no_photos(tmp_path: Path) -> None:
    (tmp_path / "folder.jpg").mkdir()
    (tmp_path / "dead.jpg").symlink_to(tmp_path / "gone.jpg")
    os.mkfifo(tmp_path / "pipe.jpg")
    assert [only(tmp_path, name).code for name in ("folder.jpg", "dead.jpg", "pipe.jpg")] == ["PH03"] * 3


def test_an_unreadable_file_is_an_error_with_the_reason_in_chinese(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "01.jpg", GOOD)

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    finding = only(tmp_path, "01.jpg")
    assert finding.code == "PH04"
    assert "没有权限" in finding.message


def test_a_file_that_is_still_elsewhere_is_told_how_it_comes_here(tmp_path: Path) -> None:
    put(tmp_path, "01.jpg", b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n")
    put(tmp_path, ".02.jpg.icloud", b"bplist00")
    pointer, absent = only(tmp_path, "01.jpg"), only(tmp_path, "02.jpg")
    assert (pointer.code, absent.code) == ("PH30", "PH31")
    assert "git lfs pull" in pointer.advice


def test_a_photo_is_never_to_be_given_the_name_of_another(tmp_path: Path) -> None:
    put(tmp_path, "01.jpg", GOOD)
    put(tmp_path, "01.png", GOOD)
    assert "01-2.jpg" in only(tmp_path, "01.png").advice


def test_an_empty_file_is_an_error(tmp_path: Path) -> None:
    put(tmp_path, "01.jpg", b"")
    assert only(tmp_path, "01.jpg").code == "PH05"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"<html><body>404</body></html>", "网页"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        (b"%PDF-1.4", "PDF"),
        (b"PK\x03\x04........word/document.xml", "Word"),
        ("图片见附件".encode(), "文本"),
    ],
)
def test_what_is_no_picture_is_called_what_it_is(tmp_path: Path, data: bytes, name: str) -> None:
    put(tmp_path, "01.jpg", data)
    finding = only(tmp_path, "01.jpg")
    assert finding.code == "PH06"
    assert name in finding.message


def test_heic_is_taken_and_under_another_name_called_what_it_is(tmp_path: Path) -> None:
    put(tmp_path, "01.heic", heic(scene(800, 500)))
    put(tmp_path, "02.jpg", heic(scene(800, 500)))
    assert findings(tmp_path, "01.heic") == ()
    finding = only(tmp_path, "02.jpg")
    assert finding.code == "PH08"
    assert "HEIC" in finding.message
    assert "02.heic" in finding.advice


def test_a_wrong_suffix_is_an_error_that_names_the_right_one(tmp_path: Path) -> None:
    put(tmp_path, "01.jpg", saved(scene(800, 500), "PNG"))
    finding = only(tmp_path, "01.jpg")
    assert finding.code == "PH08"
    assert "PNG" in finding.message
    assert "01.png" in finding.advice


@pytest.mark.parametrize("name", ["01.JPG", "01.jpeg", "照片 1.jpg"])
def test_usual_names_of_jpeg_files_are_right(tmp_path: Path, name: str) -> None:
    put(tmp_path, name, GOOD)
    assert findings(tmp_path, name) == ()


def test_a_jpeg_that_goes_over_its_picture_without_end_is_never_decoded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A few kilobytes of empty scans keep a decoder busy for minutes."""
    data = saved(scene(800, 500), "JPEG", progressive=True)
    last = data.rindex(b"\xff\xda")
    put(tmp_path, "01.jpg", data[:-2] + data[last:-2] * 200 + data[-2:])
    put(tmp_path, "02.jpg", data)
    monkeypatch.setattr("plugins.photos.inspect.open_original", None)
    assert only(tmp_path, "01.jpg").code == "PH23"
    monkeypatch.undo()
    assert findings(tmp_path, "02.jpg") == ()


@pytest.mark.parametrize("kept", [0.2, 0.6, 0.95])
def test_a_heic_cut_short_is_an_error(tmp_path: Path, kept: float) -> None:
    data = heic(scene(800, 500))
    put(tmp_path, "01.heic", data[: int(len(data) * kept)])
    assert only(tmp_path, "01.heic").code == "PH09"


def test_the_pixel_limit_holds_for_heic(tmp_path: Path) -> None:
    put(tmp_path, "01.heic", heic(scene(800, 500)))
    assert only(tmp_path, "01.heic", replace(STANDARD.limits, most_pixels=300_000)).code == "PH12"


@pytest.mark.parametrize("file_format", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
def test_a_file_cut_short_is_an_error(tmp_path: Path, file_format: str) -> None:
    name = "01." + file_format.lower().replace("jpeg", "jpg")
    data = saved(quarters(800, 500), file_format)
    put(tmp_path, name, data[: len(data) * 3 // 4])
    assert only(tmp_path, name).code == "PH09"


def test_a_too_small_photo_is_an_error_with_its_size(tmp_path: Path) -> None:
    put(tmp_path, "01.jpg", scene(319, 400))
    finding = only(tmp_path, "01.jpg")
    assert finding.code == "PH10"
    assert "319×400" in finding.message


def test_the_size_that_counts_is_the_upright_one(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    put(tmp_path, "01.jpg", saved(scene(900, 300), "JPEG", exif=exif))
    assert "300×900" in only(tmp_path, "01.jpg").message


def test_a_narrow_photo_is_a_warning(tmp_path: Path) -> None:
    put(tmp_path, "01.jpg", scene(600, 400))
    finding = only(tmp_path, "01.jpg")
    assert (finding.code, finding.level) == ("PH11", Level.WARNING)


@pytest.mark.parametrize("size", [(60_000, 60_000), (40_000, 500)])
def test_a_bomb_is_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]) -> None:
    data = bytearray(saved(scene(800, 500), "PNG"))
    data[16:24] = size[0].to_bytes(4, "big") + size[1].to_bytes(4, "big")
    put(tmp_path, "01.png", bytes(data))
    monkeypatch.setattr(Image, "open", None)
    finding = only(tmp_path, "01.png")
    assert finding.code == "PH12"
    assert f"{size[0]}×{size[1]}" in finding.message


@pytest.mark.parametrize(
    ("name", "file_format"), [("01.jpg", "JPEG"), ("01.webp", "WEBP"), ("01.gif", "GIF"), ("01.avif", "AVIF")]
)
def test_the_pixel_limit_holds_for_every_format(tmp_path: Path, name: str, file_format: str) -> None:
    put(tmp_path, name, saved(quarters(800, 500), file_format))
    limits = replace(STANDARD.limits, most_pixels=399_999, most_pixels_jpeg=399_999)
    assert only(tmp_path, name, limits).code == "PH12"


def test_too_many_bytes_are_an_error(tmp_path: Path) -> None:
    path = put(tmp_path, "01.jpg", GOOD)
    with path.open("r+b") as file:
        file.truncate(41 * 1024**2)
    finding = only(tmp_path, "01.jpg")
    assert finding.code == "PH13"
    assert "41 MB" in finding.message


def test_a_header_that_makes_no_sense_is_an_error(tmp_path: Path) -> None:
    data = saved(scene(800, 500), "PNG")
    put(tmp_path, "01.png", data[:24] + b"\xff\xff\xff\xff\xff" + data[29:])
    assert only(tmp_path, "01.png").code == "PH14"


def test_a_moving_picture_is_a_warning(tmp_path: Path) -> None:
    put(tmp_path, "01.gif", saved(quarters(800, 500), "GIF", save_all=True, append_images=[scene(800, 500)]))
    finding = only(tmp_path, "01.gif")
    assert (finding.code, finding.level) == ("PH15", Level.WARNING)


def test_the_second_picture_of_a_phone_file_is_no_animation(tmp_path: Path) -> None:
    data = saved(scene(800, 500), "MPO", save_all=True, append_images=[quarters(400, 250)])
    put(tmp_path, "01.jpg", data)
    assert findings(tmp_path, "01.jpg") == ()


@pytest.mark.parametrize("file_format", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_the_orientation_is_read_from_every_format(tmp_path: Path, file_format: str, orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    name = "01." + file_format.lower().replace("jpeg", "jpg")
    put(tmp_path, name, saved(quarters(800, 500), file_format, exif=exif))
    original, _ = look_at(tmp_path, name, STANDARD.limits)
    assert original is not None
    assert original.orientation == orientation
    assert (original.width, original.height) == ((500, 800) if orientation >= 5 else (800, 500))


def test_the_orientation_of_a_png_is_found_behind_its_pixels_too(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    data = saved(scene(800, 500), "PNG", exif=exif)
    at = data.index(b"eXIf") - 4
    end = at + 12 + int.from_bytes(data[at : at + 4], "big")
    put(tmp_path, "01.png", data[:at] + data[end:-12] + data[at:end] + data[-12:])
    original, _ = look_at(tmp_path, "01.png", STANDARD.limits)
    assert original is not None
    assert original.orientation == 6


TURNED_BY_99 = b"II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00\x63\x00\x00\x00\x00\x00\x00\x00"


@pytest.mark.filterwarnings("ignore:Corrupt EXIF")
@pytest.mark.parametrize("block", [b"MM\x00*\xff\xff\xff\xff", b"rubbish", b"", TURNED_BY_99])
def test_a_senseless_exif_block_leaves_the_photo_as_it_is(tmp_path: Path, block: bytes) -> None:
    put(tmp_path, "01.jpg", saved(scene(800, 500), "JPEG", exif=b"Exif\0\0" + block))
    original, faults = look_at(tmp_path, "01.jpg", STANDARD.limits)
    assert original is not None
    assert (original.orientation, faults) == (1, ())


@given(st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_damage_is_a_finding_or_a_photo_but_never_an_exception(tmp_path: Path, data: st.DataObject) -> None:
    damaged = bytearray(GOOD)
    for at in data.draw(st.lists(st.integers(0, 700), max_size=10)):
        damaged[at] = data.draw(st.integers(0, 255))
    put(tmp_path, "01.jpg", bytes(damaged[: data.draw(st.integers(0, len(damaged)))]))
    original, faults = look_at(tmp_path, "01.jpg", STANDARD.limits)
    assert isinstance(original, Original) != any(fault.code not in ("PH11", "PH15") for fault in faults)
