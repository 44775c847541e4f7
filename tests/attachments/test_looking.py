"""What is said of a file by its bytes: whether it is what its ending says, what it hides, and that it is read once and in pieces."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.attachments.looking import Limits, Looker, look_at
from plugins.newsroom.media import attachment_archive, attachment_film
from plugins.newsroom.media.attachment_scan import Scan

from .samples import (
    LFS,
    MP3,
    OFD,
    PDF,
    VTT,
    compound,
    document,
    film,
    locked,
    office,
    workbook,
    zipped,
)

GOOD = {
    "a.pdf": PDF,
    "a.PDF": b"\n" * 20 + PDF,
    "a.ofd": OFD,
    "a.docx": office("word"),
    "a.xlsx": office("xl"),
    "a.pptx": office("ppt"),
    "a.doc": compound(("WordDocument", document())),
    "a.xls": compound(("Workbook", workbook())),
    "a.ppt": compound(("PowerPoint Document", b"x")),
    "a.zip": zipped("方案/读我.txt", "a.pdf", "shell.shx"),
    "a.mp3": MP3,
    "b.mp3": b"\xff\xfb\x90\x00" + bytes(400),
    "a.m4a": film(brand=b"M4A "),
    "a.mp4": film(),
    "a.vtt": VTT.encode(),
    "b.vtt": b"\xef\xbb\xbfWEBVTT",
    "a.txt": "任何文字".encode("gb18030"),
}
SPOILT = {
    "网页.xls": (b"<html><table>1</table></html>", "AT03"),
    "文本.pdf": (b"hello", "AT03"),
    "空.pdf": (b"", "AT03"),
    "表.docx": (office("xl"), "AT03"),
    "旧表.docx": (compound(("WordDocument", document())), "AT03"),
    "幻灯.doc": (compound(("PowerPoint Document", b"x")), "AT03"),
    "压缩.ofd": (zipped("a.txt"), "AT03"),
    "程序.zip": (b"MZ" + bytes(100), "AT03"),
    "手机.mp4": (film(brand=b"qt  "), "AT03"),
    "图.mp4": (film(brand=b"heic"), "AT03"),
    "取件.mp4": (LFS, "AT04"),
    "取件.txt": (LFS, "AT04"),
    "密.pdf": (PDF.replace(b"/Root", b"/Encrypt 9 0 R/Root"), "AT05"),
    "密.docx": (compound(("EncryptedPackage", b"x")), "AT05"),
    "密.doc": (compound(("WordDocument", document(0x0100))), "AT05"),
    "密.xls": (compound(("Workbook", workbook(is_locked=True))), "AT05"),
    "密.ppt": (compound(("PowerPoint Document", b"x"), ("EncryptedSummary", b"x")), "AT05"),
    "密.zip": (locked(zipped("a.txt")), "AT05"),
    "宏.docx": (office("word", "word/vbaProject.bin"), "AT06"),
    "改名的宏.xlsx": (
        zipped("xl/a.xml", Content="", **{"[Content_Types]__xml": "ms-excel.sheet.macroEnabled"}),
        "AT06",
    ),
    "老宏.xlsx": (office("xl", "xl/macrosheets/sheet1.xml"), "AT06"),
    "没有目录的宏.docx": (office("word", "word/vbaProject.bin")[:200], "AT06"),
    "宏.doc": (compound(("WordDocument", document()), ("Macros", b"")), "AT06"),
    "宏.xls": (compound(("Workbook", workbook()), ("_VBA_PROJECT_CUR", b"")), "AT06"),
    "脚本.pdf": (PDF.replace(b"/Root", b"/OpenAction<</S/JavaScript/JS(1)>>/Root"), "AT06"),
    "启动.pdf": (PDF.replace(b"/Root", b"/OpenAction<</S /Launch /F(x)>>/Root"), "AT06"),
    "程序在里面.zip": (zipped("材料/安装.EXE"), "AT07"),
    "出去.zip": (zipped("../../a.txt"), "AT07"),
    "盘符.zip": (zipped("c:/a.txt"), "AT07"),
    "假.vtt": ("1\n00:00:00,000 --> 00:00:04,000\n字\n".encode(), "AT12"),
    "国标.vtt": ("WEBVTT\n\n字\n".encode("gb18030"), "AT12"),
    "新编码.mp4": (film(codec=b"hvc1"), "AT13"),
    "半截.xlsx": (office("xl")[:-40], "AT14"),
    "半截.pdf": (PDF[:-8] + b"\n", "AT14"),
    "半截.mp4": (film()[:24], "AT14"),
    "半截.doc": (compound(), "AT14"),
}


def _codes(folder: Path, name: str, data: bytes, limits: Limits | None = None) -> list[str]:
    (folder / name).write_bytes(data)
    look = look_at(folder.resolve(), name, limits or Limits())
    return [fault.at(None, name).code for fault in look.faults]  # every fault can be said in words


@pytest.mark.parametrize("name", GOOD)
def test_a_file_that_is_what_its_ending_says_is_offered(tmp_path, name):
    assert _codes(tmp_path, name, GOOD[name]) == []
    assert look_at(tmp_path.resolve(), name).sha256 == hashlib.sha256(GOOD[name]).hexdigest()


@pytest.mark.parametrize("name", SPOILT)
def test_a_file_that_is_not_what_readers_should_get_is_told(tmp_path, name):
    data, code = SPOILT[name]
    assert _codes(tmp_path, name, data) == [code]


def test_words_that_only_look_like_a_password_or_a_macro_are_words(tmp_path):
    said = PDF.replace(b"/Root", b"/Title(/Encrypt and /JavaScripture)/Root")
    assert _codes(tmp_path, "a.pdf", said) == []
    assert _codes(tmp_path, "a.doc", compound(("WordDocument", document() + "Macros".encode("utf-16-le")))) == []


def test_a_file_that_is_too_large_elsewhere_or_no_file_is_told(tmp_path):
    assert _codes(tmp_path, "a.pdf", PDF, Limits(document=10)) == ["AT08"]
    content = tmp_path / "content"
    (content / "b.pdf").mkdir(parents=True)
    (content / "c.pdf").symlink_to(tmp_path / "a.pdf")
    for name in ("b.pdf", "c.pdf", "d.pdf"):
        assert [fault.code for fault in look_at(content.resolve(), name).faults] == ["AT09"]


def test_what_is_remembered_is_not_opened_again(tmp_path):
    (tmp_path / "a.pdf").write_bytes(PDF)
    looks, stats = {}, {"a.pdf": (1, 2, 3, 4)}
    first = Looker(tmp_path, looks, stats).look("a.pdf")
    (tmp_path / "a.pdf").unlink()
    assert Looker(tmp_path, looks, stats).look("a.pdf") == first
    assert Looker(tmp_path, looks, {"a.pdf": (1, 2, 3, 5)}).look("a.pdf").faults[0].code == "AT09"
    assert Looker(tmp_path, {"a.pdf": ((0, 0, 0, 0), first)}, {"a.pdf": (0, 0, 0, 0)}).look("a.pdf").faults


@given(st.data())
def test_however_a_file_is_cut_into_pieces_the_same_is_found_in_it(data):
    whole = bytes(300) + compound(("WordDocument", document()), ("Macros", b"")) + bytes(300)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(whole)), max_size=8)))
    scan = Scan("ole")
    for start, end in zip([0, *cuts], [*cuts, len(whole)], strict=True):
        scan.feed(whole[start:end])
    assert scan.found == {".doc": 300 + 512, "macros": 300 + 512 + 128}


@given(st.binary(max_size=400), st.integers(0, 400), st.sampled_from([film(), office("word"), OFD]))
def test_no_bytes_whatever_frighten_those_who_look_inside(noise, place, whole):
    data = whole[:place] + noise + whole[place + len(noise) :]
    attachment_film.picture_of(io.BytesIO(data), len(data))
    attachment_archive.read(io.BytesIO(data), len(data))


def test_a_directory_that_is_too_long_is_not_read():
    data = zipped("a.txt")
    end = data.rindex(b"PK\x05\x06")
    many = data[: end + 10] + b"\xff\xff" + data[end + 12 :]
    assert attachment_archive.read(io.BytesIO(many), len(many)) is None


def test_a_film_that_was_held_upright_is_upright():
    picture = attachment_film.picture_of(io.BytesIO(film(1920, 1080, turned=True)), 10_000)
    assert picture is not None
    assert (picture.width, picture.height) == (1080, 1920)
