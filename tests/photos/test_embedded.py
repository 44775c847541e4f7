"""What a file says of its maker is proposed to the editor who forgot the credit, and never used unasked."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import pytest
from PIL import Image

from plugins.photos.embedded import words_in
from plugins.photos.inspect import Original, look_at
from plugins.photos.recipe import STANDARD
from tests.newsdesk import BODY, column, run, story

XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq>{names}</rdf:Seq></dc:creator>
</rdf:Description></rdf:RDF></x:xmpmeta>"""


def _jpeg(*, xmp: str = "", artist: str | bytes = "", by_line: bytes = b"", model: str = "") -> bytes:
    exif, file = Image.Exif(), io.BytesIO()
    if artist:
        exif[0x013B] = artist
    if model:
        exif[0x0110] = model
    Image.new("RGB", (800, 600), "white").save(file, "JPEG", exif=exif, xmp=xmp.encode())
    data = file.getvalue()
    return data[:2] + (_app13(by_line) if by_line else b"") + data[2:]


def _app13(by_line: bytes) -> bytes:
    """A Photoshop resource block 0x0404 with one IPTC dataset 2:80 (IPTC-IIM 4.2)."""
    record = b"\x1c\x02\x50" + struct.pack(">H", len(by_line)) + by_line
    block = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(record)) + record + b"\0" * (len(record) % 2)
    payload = b"Photoshop 3.0\0" + block
    return b"\xff\xed" + struct.pack(">H", len(payload) + 2) + payload


def _original(folder: Path, data: bytes) -> Original:
    (folder / "01.jpg").write_bytes(data)
    original, _ = look_at(folder, "01.jpg", STANDARD.limits)
    assert original is not None
    return original


@pytest.mark.parametrize(
    ("facts", "creator"),
    [
        ({"xmp": XMP.format(names="<rdf:li>张三</rdf:li><rdf:li>李四</rdf:li>")}, "张三 李四"),
        ({"by_line": "王五".encode()}, "王五"),
        ({"by_line": "王五".encode("gb18030")}, "王五"),
        ({"artist": "Zhao Liu"}, "Zhao Liu"),
        ({"artist": "王五".encode("gb18030")}, "王五"),
        ({"artist": "王五".encode()}, "王五"),
        ({"xmp": XMP.format(names=f"<rdf:li>{'王小五'.encode('gb18030').decode('latin-1')}</rdf:li>")}, "王小五"),
        ({"xmp": XMP.format(names="<rdf:li>张三、李四</rdf:li>")}, "张三 李四"),
        ({"xmp": XMP.format(names="<rdf:li>買買提·艾力</rdf:li>")}, "買買提·艾力"),
        ({"xmp": XMP.format(names="<rdf:li>Иван</rdf:li>")}, ""),
        ({"xmp": XMP.format(names="<rdf:li>½º€</rdf:li>")}, ""),
        ({"artist": "Picasa"}, ""),
        ({"artist": "SAMSUNG ELECTRONICS"}, ""),
        ({"artist": "ACD Systems Digital Imaging"}, ""),
        ({"artist": "Administrator"}, ""),
        ({"artist": "微软用户".encode("gb18030")}, ""),
        ({"artist": "MI NOTE", "model": "MI NOTE LTE"}, ""),
        ({"artist": "Nexus 5X"}, ""),
        ({"artist": "???"}, ""),
        ({"xmp": "<x:xmpmeta"}, ""),
        ({"xmp": '<!DOCTYPE a [<!ENTITY b "c">]>' + XMP.format(names="<rdf:li>张三</rdf:li>")}, ""),
        ({}, ""),
    ],
)
def test_the_maker_is_read_from_iptc_xmp_or_exif(facts, creator, tmp_path):
    assert words_in(_original(tmp_path, _jpeg(**facts))).creator == creator


SAID = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"{more}>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{caption}</rdf:li><rdf:li xml:lang="en">wall</rdf:li></rdf:Alt>
</dc:description></rdf:Description></rdf:RDF></x:xmpmeta>"""


@pytest.mark.parametrize(
    ("xmp", "credit", "caption"),
    [
        (XMP.format(names="<rdf:li>张三</rdf:li>"), "张三 摄", ""),
        (XMP.format(names="<rdf:li>张三 摄</rdf:li>"), "张三 摄", ""),
        (XMP.format(names="<rdf:li>摄影 张三</rdf:li>"), "摄影 张三", ""),
        (SAID.format(more=' photoshop:Credit="某单位"', caption="城墙 一角"), "某单位 供图", "城墙 一角"),
        (SAID.format(more="", caption="SONY DSC"), "", ""),
        (SAID.format(more="", caption="长" * 121), "", ""),
    ],
)
def test_what_is_said_becomes_the_words_an_editor_would_write(xmp, credit, caption, tmp_path):
    words = words_in(_original(tmp_path, _jpeg(xmp=xmp)))
    assert (words.credit, words.caption) == (credit, caption)


def test_a_photo_without_credit_is_an_error_with_the_files_own_word_beside_it(tmp_path):
    text = story(BODY + "\n![图](01.jpg)\n", 署名="记者 张三")
    photo = _jpeg(xmp=XMP.format(names="<rdf:li>李四</rdf:li>"))
    done = run(
        "check", "--content", column(tmp_path / "c", {"2017/08/20-a/index.md": text, "2017/08/20-a/01.jpg": photo})
    )
    assert done.returncode == 1
    assert "CR10" in done.stdout
    assert '可以写成 ![图](01.jpg "李四 摄")' in done.stdout


def test_a_photo_with_a_credit_is_not_asked(tmp_path):
    text = story(BODY + '\n![图](01.jpg "张三 摄")\n')
    photo = _jpeg(xmp=XMP.format(names="<rdf:li>李四</rdf:li>"))
    done = run(
        "check", "--content", column(tmp_path / "c", {"2017/08/20-a/index.md": text, "2017/08/20-a/01.jpg": photo})
    )
    assert done.returncode == 0
    assert "李四" not in done.stdout
