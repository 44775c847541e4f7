"""Files are known by their bytes: kind, size, whether they are whole. Pillow's own reading is the witness."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.photos.containers import (
    AVIF,
    GIF,
    HEIC,
    JPEG,
    PNG,
    WEBP,
    Kind,
    declared_size,
    described,
    is_whole,
    kind_of,
)

from .pictures import heic, quarters, saved, scene

FILES = {
    "jpeg": (JPEG, saved(scene(321, 200), "JPEG", quality=85)),
    "progressive": (JPEG, saved(scene(321, 200), "JPEG", quality=85, progressive=True, optimize=True)),
    "png": (PNG, saved(scene(321, 200), "PNG")),
    "webp": (WEBP, saved(scene(321, 200), "WEBP", quality=80)),
    "webp_lossless": (WEBP, saved(quarters(321, 200), "WEBP", lossless=True)),
    "webp_alpha": (WEBP, saved(quarters(321, 200, "RGBA").rotate(45), "WEBP", quality=80)),
    "gif": (GIF, saved(quarters(321, 200), "GIF")),
    "gif_moving": (GIF, saved(quarters(321, 200), "GIF", save_all=True, append_images=[scene(321, 200)])),
    "avif": (AVIF, saved(scene(321, 200), "AVIF", speed=9, max_threads=1)),
    "heic": (HEIC, heic(scene(321, 200))),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_known_by_its_bytes_and_is_whole(name: str) -> None:
    kind, data = FILES[name]
    assert kind_of(data) is kind
    assert is_whole(kind, data)
    assert declared_size(kind, data) == (None if kind in (AVIF, HEIC) else (321, 200))


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("kept", [0.3, 0.7, 0.97])
def test_a_file_cut_short_is_not_whole(name: str, kept: float) -> None:
    kind, data = FILES[name]
    assert not is_whole(kind, data[: int(len(data) * kept)])


@pytest.mark.parametrize("name", ["jpeg", "progressive", "png", "webp", "gif"])
def test_what_cameras_append_does_not_matter(name: str) -> None:
    kind, data = FILES[name]
    assert is_whole(kind, data + bytes(64))
    assert is_whole(kind, data + b"SEFT\x00\xff\xd8 the start of a film")


def test_the_end_of_an_embedded_thumbnail_is_not_the_end_of_the_photo() -> None:
    thumbnail = b"Exif\x00\x00" + saved(scene(64, 64), "JPEG")
    data = saved(scene(321, 200), "JPEG", exif=thumbnail)
    assert thumbnail in data
    assert is_whole(JPEG, data)
    assert not is_whole(JPEG, data[:-2])


@given(st.sampled_from(sorted(FILES)), st.data())
@settings(max_examples=150)
def test_damaged_bytes_never_raise(name: str, data: st.DataObject) -> None:
    kind, file = FILES[name]
    damaged = bytearray(file[: data.draw(st.integers(0, len(file)))])
    for at in data.draw(st.lists(st.integers(0, 600), max_size=8)):
        if at < len(damaged):
            damaged[at] = data.draw(st.integers(0, 255))
    found = kind_of(bytes(damaged)) or kind
    assert is_whole(found, bytes(damaged)) in (True, False)
    size = declared_size(found, bytes(damaged))
    assert size is None or len(size) == 2


def _zip(inner: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(inner, "x")
    return file.getvalue()


STRANGERS = {
    "网页（HTML）": b"\n<!DOCTYPE html><html><svg></svg></html>",
    "SVG 矢量图": b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
    "PDF 文件": b"%PDF-1.7\n",
    "Word 文档（docx）": _zip("word/document.xml"),
    "Excel 表格（xlsx）": _zip("xl/workbook.xml"),
    "压缩包（zip）": _zip("01.jpg"),
    "旧版 Office 或 WPS 文档": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "TIFF 图片或相机 RAW 原片": saved(quarters(8, 8), "TIFF"),
    "BMP 图片": saved(quarters(8, 8), "BMP"),
    "视频": b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom",
    "文本文件": "照片见附件。".encode("gb18030"),
    "全是空字节的坏文件": bytes(5000),
    "认不出的文件": b"\x01\x02\x03\x04\x05\x06\x07\x08",
}


@pytest.mark.parametrize("name", STRANGERS)
def test_a_stranger_is_called_by_its_name(name: str) -> None:
    assert kind_of(STRANGERS[name]) is None
    assert described(STRANGERS[name]) == name


def test_a_text_whose_first_page_ends_within_a_character_is_still_text() -> None:
    assert described(b"a" + "城".encode() * 2000) == "文本文件"


def test_heic_is_told_from_avif() -> None:
    heic = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"
    avif = b"\x00\x00\x00\x1cftypmif1\x00\x00\x00\x00mif1avifmiaf"
    assert kind_of(heic) is HEIC
    assert kind_of(avif) is AVIF


@given(st.binary(max_size=300))
@settings(max_examples=100)
def test_any_bytes_have_some_name(data: bytes) -> None:
    kind = kind_of(data)
    assert isinstance(kind, Kind) or described(data)
