"""The published bytes are judged, not intentions: orientation and colour by pixels, sizes, metadata, determinism."""

from __future__ import annotations

import struct
import subprocess
import zlib
from pathlib import Path

import pytest
from PIL import Image

from plugins.newsroom.media.photo import Rendition
from plugins.photos.imprint import PLACEHOLDER
from plugins.photos.inspect import Original, examine
from plugins.photos.notice import Notice
from plugins.photos.plan import Planner
from plugins.photos.recipe import STANDARD
from plugins.photos.render import Undecodable, master, render
from plugins.photos.shot import Shot

from .pictures import (
    ADOBE_RGB,
    BLUE,
    DISPLAY_P3,
    GREEN,
    RED,
    SRGB_D50,
    YELLOW,
    corners,
    gamma,
    heic,
    linear,
    near,
    opened,
    press_profile,
    profile,
    put,
    quarters,
    saved,
    scene,
    srgb_curve,
    use,
)

pytestmark = pytest.mark.slow  # real photos, decoded and encoded

LOSSY = 9  # steps of 255 that the encoders may stray on a flat patch


def published(folder: Path, name: str, data: bytes) -> tuple[tuple[Rendition, bytes], ...]:
    original = examine(put(folder, name, data), STANDARD.limits)
    assert isinstance(original, Original)
    return tuple((shot.rendition, file) for shot, file in render(data, original, shots(original), STANDARD))


def shots(original: Original) -> tuple[Shot, ...]:
    """The whole picture in all widths; what it says is tested with `imprint`."""
    planned = Planner(STANDARD).figure(use(original.path.name), original, False)
    return tuple(Shot(rendition, Notice("", "")) for rendition in planned.renditions)


def with_orientation(value: int) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = value
    return exif


UPRIGHT = {  # what a viewer shows of the quarters for each orientation (CIPA DC-008, 4.6.5)
    1: (RED, GREEN, BLUE, YELLOW),
    2: (GREEN, RED, YELLOW, BLUE),
    3: (YELLOW, BLUE, GREEN, RED),
    4: (BLUE, YELLOW, RED, GREEN),
    5: (RED, BLUE, GREEN, YELLOW),
    6: (BLUE, RED, YELLOW, GREEN),
    7: (YELLOW, GREEN, BLUE, RED),
    8: (GREEN, YELLOW, RED, BLUE),
}


@pytest.mark.parametrize("orientation", UPRIGHT)
def test_every_rendition_stands_upright(tmp_path: Path, orientation: int) -> None:
    data = saved(quarters(640, 400), "JPEG", quality=95, exif=with_orientation(orientation))
    for rendition, file in published(tmp_path, "01.jpg", data):
        picture = opened(file)
        assert picture.size == (rendition.width, rendition.height)
        assert (picture.width > picture.height) == (orientation < 5)
        assert all(near(*pair, LOSSY) for pair in zip(corners(picture), UPRIGHT[orientation], strict=True))


def test_the_widest_picture_is_resampled_in_its_own_shape(tmp_path: Path) -> None:
    data = saved(quarters(3000, 1000), "JPEG", exif=with_orientation(6))
    original = examine(put(tmp_path, "01.jpg", data), STANDARD.limits)
    assert isinstance(original, Original)
    assert master(data, original, (1000, 3000)).size == (1000, 3000)


@pytest.mark.parametrize(
    ("name", "file_format"), [("01.png", "PNG"), ("01.webp", "WEBP"), ("01.avif", "AVIF"), ("01.jpg", "MPO")]
)
def test_other_formats_stand_upright_too(tmp_path: Path, name: str, file_format: str) -> None:
    data = saved(quarters(480, 340), file_format, exif=with_orientation(6))
    for _, file in published(tmp_path, name, data):
        assert all(near(*pair, 14) for pair in zip(corners(opened(file)), UPRIGHT[6], strict=True))


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_heic_stands_upright_in_the_right_colours(tmp_path: Path, orientation: int) -> None:
    exif = with_orientation(orientation).tobytes()
    data = heic(quarters(640, 400), exif=exif, icc_profile=profile(SRGB_D50[::-1], srgb_curve()))
    swapped = [colour[::-1] for colour in UPRIGHT[orientation]]
    for rendition, file in published(tmp_path, "01.heic", data):
        assert opened(file).size == (rendition.width, rendition.height)
        assert all(near(*pair, 20) for pair in zip(corners(opened(file)), swapped, strict=True))


def test_a_large_jpeg_read_at_reduced_size_is_the_same_picture(tmp_path: Path) -> None:
    source = scene(4200, 2800)
    data = saved(source, "JPEG", quality=90)
    for rendition, file in published(tmp_path, "01.jpg", data):
        wanted = source.resize((16, 10), Image.Resampling.BOX).tobytes()
        seen = opened(file).convert("RGB").resize((16, 10), Image.Resampling.BOX).tobytes()
        assert near(seen, wanted, 6), rendition


def test_nothing_is_ever_enlarged_and_at_least_three_widths_are_made(tmp_path: Path) -> None:
    files = published(tmp_path, "01.jpg", saved(scene(1000, 700), "JPEG"))
    widths = {rendition.width for rendition, _ in files}
    assert len(widths) >= 3
    assert max(widths) == 1000
    assert all(opened(file).width == rendition.width for rendition, file in files)


def test_files_are_of_the_type_they_are_announced_as(tmp_path: Path) -> None:
    for rendition, file in published(tmp_path, "01.jpg", saved(scene(700, 500), "JPEG")):
        assert Image.MIME[opened(file).format] == rendition.media_type
        if rendition.media_type == "image/jpeg":
            assert opened(file).info.get("progressive")


def test_the_same_original_gives_the_same_bytes(tmp_path: Path) -> None:
    data = saved(scene(900, 600), "JPEG")
    assert published(tmp_path, "01.jpg", data) == published(tmp_path, "02.jpg", data)


def to_srgb(value: tuple[int, ...], primaries: tuple[tuple[float, ...], ...], power: float | None) -> tuple[int, ...]:
    """Reference: from a matrix profile to sRGB by hand, clipped to what a screen can show. power None: the sRGB curve."""
    light = [linear(v / 255) if power is None else (v / 255) ** power for v in value]
    xyz = [sum(light[i] * primaries[i][k] for i in range(3)) for k in range(3)]
    inverse = (
        (3.1338561, -1.6168667, -0.4906146),
        (-0.9787684, 1.9161415, 0.0334540),
        (0.0719453, -0.2289914, 1.4052427),
    )
    linear_rgb = [min(1.0, max(0.0, sum(row[k] * xyz[k] for k in range(3)))) for row in inverse]
    return tuple(round(255 * (12.92 * v if v <= 0.0031308 else 1.055 * v ** (1 / 2.4) - 0.055)) for v in linear_rgb)


@pytest.mark.parametrize(
    ("primaries", "curve", "power"),
    [
        (DISPLAY_P3, srgb_curve(), None),
        (ADOBE_RGB, gamma(563 / 256), 563 / 256),
        (SRGB_D50[::-1], srgb_curve(), None),
        (SRGB_D50, gamma(1.5), 1.5),
    ],
    ids=["p3", "adobe", "swapped channels", "darker tones"],
)
def test_colours_are_brought_to_srgb(tmp_path: Path, primaries: tuple, curve: tuple, power: float | None) -> None:
    data = saved(quarters(640, 400), "PNG", icc_profile=profile(primaries, curve))
    wanted = [to_srgb(colour, primaries, power) for colour in (RED, GREEN, BLUE, YELLOW)]
    assert any(not near(*pair, 12) for pair in zip(wanted, (RED, GREEN, BLUE, YELLOW), strict=True))
    for _, file in published(tmp_path, "01.png", data):
        assert all(near(*pair, LOSSY) for pair in zip(corners(opened(file)), wanted, strict=True))


@pytest.mark.parametrize("orientation", UPRIGHT)
@pytest.mark.parametrize(
    ("primaries", "curve", "power"),
    [(DISPLAY_P3, srgb_curve(), None), (ADOBE_RGB, gamma(563 / 256), 563 / 256), (SRGB_D50[::-1], srgb_curve(), None)],
    ids=["p3", "adobe", "swapped channels"],
)
def test_turning_and_colours_go_together(
    tmp_path: Path, primaries: tuple, curve: tuple, power: float | None, orientation: int
) -> None:
    exif, icc = with_orientation(orientation), profile(primaries, curve)
    data = saved(quarters(640, 400), "JPEG", quality=96, subsampling=0, exif=exif, icc_profile=icc)
    wanted = [to_srgb(colour, primaries, power) for colour in UPRIGHT[orientation]]
    for _, file in published(tmp_path, "01.jpg", data):
        assert all(near(*pair, LOSSY + 2) for pair in zip(corners(opened(file)), wanted, strict=True))


@pytest.mark.parametrize(
    "icc",
    [b"", b"rubbish", profile(SRGB_D50, srgb_curve()), profile(None, gamma(1.8))],
    ids=["none", "bad", "srgb", "grey"],
)
def test_no_a_bad_and_an_unfit_profile_leave_colours_alone(tmp_path: Path, icc: bytes) -> None:
    data = saved(quarters(640, 400), "PNG", **({"icc_profile": icc} if icc else {}))
    for _, file in published(tmp_path, "01.png", data):
        assert all(near(*pair, LOSSY) for pair in zip(corners(opened(file)), UPRIGHT[1], strict=True))


def test_cmyk_becomes_rgb(tmp_path: Path) -> None:
    data = saved(quarters(640, 400, "CMYK"), "JPEG", quality=95)
    for _, file in published(tmp_path, "01.jpg", data):
        assert opened(file).mode == "RGB"
        assert all(near(*pair, 14) for pair in zip(corners(opened(file)), UPRIGHT[1], strict=True))


def test_the_inks_of_a_cmyk_picture_are_those_of_its_profile(tmp_path: Path) -> None:
    """On this press the first ink is red, the second green, the third blue."""
    press = press_profile(((54, 81, 70), (88, -79, 81), (30, 68, -112), (0, 0, 0)))
    inks = Image.new("CMYK", (640, 400))
    for number, ink in enumerate(((255, 0, 0, 0), (0, 255, 0, 0), (0, 0, 255, 0), (0, 0, 0, 255))):
        inks.paste(ink, (number % 2 * 320, number // 2 * 200, number % 2 * 320 + 320, number // 2 * 200 + 200))
    data = saved(inks, "JPEG", quality=95, icc_profile=press)
    for _, file in published(tmp_path, "01.jpg", data):
        seen = corners(opened(file))
        assert all(
            near(*pair, 20) for pair in zip(seen, ((255, 0, 0), (0, 255, 0), (0, 0, 255), (0, 0, 0)), strict=True)
        )
        assert "icc_profile" not in opened(file).info


def ramp(mode: str) -> Image.Image:
    """Grey from 0 on the left to full on the right, 640 wide; 16 bits when asked."""
    if mode == "L":
        return Image.frombytes("L", (256, 1), bytes(range(256))).resize((640, 400), Image.Resampling.BILINEAR)
    row = b"".join(min(65535, x * 65535 // 639).to_bytes(2, "little") for x in range(640))
    return Image.frombytes("I;16", (640, 400), row * 400)


@pytest.mark.parametrize("mode", ["L", "I;16"])
def test_grey_of_8_and_16_bits_keeps_its_tones(tmp_path: Path, mode: str) -> None:
    for rendition, file in published(tmp_path, "01.png", saved(ramp(mode), "PNG")):
        assert rendition.media_type == "image/avif" or opened(file).mode == "L"
        picture = opened(file).convert("L")
        seen = [picture.getpixel((rendition.width * part // 8, 50)) for part in range(1, 8)]
        assert near(seen, [255 * part // 8 for part in range(1, 8)], 5)


def test_grey_with_its_own_profile_is_brought_to_the_screens_tones(tmp_path: Path) -> None:
    data = saved(Image.new("L", (640, 400), 128), "PNG", icc_profile=profile(None, gamma(1.0)))
    for _, file in published(tmp_path, "01.png", data):
        assert abs(opened(file).convert("L").getpixel((50, 50)) - 188) <= 3


def test_grey_with_a_colour_profile_stays_grey_in_the_screens_tones(tmp_path: Path) -> None:
    data = saved(Image.new("L", (640, 400), 128), "PNG", icc_profile=profile(SRGB_D50, gamma(1.0)))
    for rendition, file in published(tmp_path, "01.png", data):
        assert rendition.media_type == "image/avif" or opened(file).mode == "L"
        assert near(opened(file).convert("RGB").getpixel((50, 50)), (188, 188, 188), 3)


def test_a_palette_becomes_colours(tmp_path: Path) -> None:
    data = saved(quarters(640, 400).quantize(16), "PNG")
    for _, file in published(tmp_path, "01.png", data):
        assert all(near(*pair, 14) for pair in zip(corners(opened(file)), UPRIGHT[1], strict=True))


def test_transparent_parts_show_white_paper(tmp_path: Path) -> None:
    veil = quarters(640, 400, "RGBA")
    veil.paste((0, 0, 0, 0), (0, 0, 320, 200))
    veil.paste((0, 0, 0, 128), (320, 0, 640, 200))
    wanted = ((255, 255, 255), (127, 127, 127), BLUE, YELLOW)
    for _, file in published(tmp_path, "01.png", saved(veil, "PNG")):
        assert all(near(*pair, LOSSY) for pair in zip(corners(opened(file)), wanted, strict=True))


@pytest.mark.parametrize("mode", ["P", "LA", "1"])
def test_rarer_modes_are_published_too(tmp_path: Path, mode: str) -> None:
    picture = Image.new("L", (640, 400), 255)
    picture.paste(0, (0, 0, 320, 200))
    data = saved(picture.convert(mode), "PNG", **({"transparency": 255} if mode == "P" else {}))
    for _, file in published(tmp_path, "01.png", data):
        assert [value[0] > 200 for value in corners(opened(file))] == [False, True, True, True]


def test_the_first_frame_of_a_moving_picture_is_published(tmp_path: Path) -> None:
    data = saved(quarters(640, 400), "GIF", save_all=True, append_images=[Image.new("RGB", (640, 400))])
    for _, file in published(tmp_path, "01.gif", data):
        assert getattr(opened(file), "n_frames", 1) == 1
        assert all(near(*pair, 14) for pair in zip(corners(opened(file)), UPRIGHT[1], strict=True))


@pytest.mark.parametrize(("name", "file_format"), [("01.webp", "WEBP"), ("01.avif", "AVIF"), ("01.png", "PNG")])
def test_of_every_moving_format_the_first_frame_is_published(tmp_path: Path, name: str, file_format: str) -> None:
    more = [Image.new("RGB", (640, 400))]
    data = saved(quarters(640, 400), file_format, save_all=True, append_images=more, duration=100)
    for _, file in published(tmp_path, name, data):
        assert getattr(opened(file), "n_frames", 1) == 1
        assert all(near(*pair, 14) for pair in zip(corners(opened(file)), UPRIGHT[1], strict=True))


def test_colours_of_16_bits_keep_their_tones(tmp_path: Path) -> None:
    row = b"".join(struct.pack(">3H", 65535 * x // 639, 30000, 65535 - 65535 * x // 639) for x in range(640))
    for rendition, file in published(tmp_path, "01.png", png_of_16_bits(640, 400, row)):
        picture = opened(file).convert("RGB")
        for part in range(1, 8):
            wanted = (255 * part // 8, 117, 255 - 255 * part // 8)
            assert near(picture.getpixel((rendition.width * part // 8, 50)), wanted, LOSSY)


def png_of_16_bits(width: int, height: int, row: bytes) -> bytes:
    """A colour PNG of 16 bits a channel, the same in every line: Pillow reads them but writes none."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 16, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress((b"\0" + row) * height)) + chunk(b"IEND", b"")


def private_exif() -> Image.Exif:
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = "CameraMaker", "SecretModel"
    exif.get_ifd(0x8769).update({0xA431: "SERIAL4711", 0xA435: "LENS0815"})
    exif.get_ifd(0x8825).update({1: "N", 2: (34.0, 45.0, 30.0), 3: "E", 4: (113.0, 41.0, 5.0)})
    return exif


PRIVATE = {
    "exif": private_exif(),
    "xmp": b"<x:xmpmeta>SecretXmp</x:xmpmeta>",
    "icc_profile": profile(DISPLAY_P3, srgb_curve()),
}


@pytest.mark.parametrize(
    ("name", "file_format"),
    [("01.jpg", "JPEG"), ("01.webp", "WEBP"), ("01.avif", "AVIF"), ("01.png", "PNG"), ("01.heic", "HEIF")],
)
def test_nothing_private_leaks(tmp_path: Path, name: str, file_format: str) -> None:
    options = PRIVATE | ({"comment": b"SecretComment"} if file_format == "JPEG" else {})
    if file_format == "HEIF":
        data = heic(scene(700, 500), **PRIVATE | {"exif": private_exif().tobytes()})
    else:
        data = saved(scene(700, 500), file_format, **options)
    assert b"SERIAL4711" in data
    for _, file in published(tmp_path, name, data):
        picture = opened(file)
        assert not picture.getexif()
        assert picture.info.get("xmp", PLACEHOLDER) == PLACEHOLDER
        assert not {"icc_profile", "exif", "comment", "XML:com.adobe.xmp", "photoshop"} & set(picture.info)
        assert not any(
            word in file
            for word in (b"SERIAL4711", b"LENS0815", b"Secret", b"CameraMaker", b"Exif\0\0", b"ICC_PROFILE")
        )


@pytest.mark.needs("exiftool")
def test_exiftool_finds_no_place_serial_or_profile(tmp_path: Path) -> None:
    data = saved(scene(700, 500), "JPEG", **PRIVATE, comment=b"SecretComment")
    source = put(tmp_path, "source.jpg", data)
    for rendition, file in published(tmp_path, "01.jpg", data):
        put(tmp_path, rendition.address, file)
    groups = (
        "-GPS:all",
        "-ExifIFD:all",
        "-IFD0:all",
        "-XMP:all",
        "-ICC_Profile:all",
        "-IPTC:all",
        "-Comment",
        "-MakerNotes:all",
    )
    ask = ["exiftool", "-G1", "-s", *groups]
    assert "GPSLatitude" in subprocess.run([*ask, str(source)], capture_output=True, text=True, check=True).stdout
    found = subprocess.run(
        [*ask, "-q", "-r", str(tmp_path / "photos")], capture_output=True, text=True, check=False
    ).stdout
    assert [line for line in found.splitlines() if not line.startswith("=")] == []


@pytest.mark.parametrize(("name", "file_format"), [("01.png", "PNG"), ("01.webp", "WEBP")])
def test_damage_that_only_decoding_shows_is_undecodable(tmp_path: Path, name: str, file_format: str) -> None:
    data = bytearray(saved(scene(700, 500), file_format))
    data[-3000:-20] = b"\xff" * 2980
    original = examine(put(tmp_path, name, bytes(data)), STANDARD.limits)
    assert isinstance(original, Original)
    with pytest.raises(Undecodable):
        list(render(bytes(data), original, shots(original), STANDARD))
