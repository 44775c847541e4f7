import resource
import struct
import time
import zipfile
from io import BytesIO

import pytest

from plugins.desk.submissions import gate
from plugins.desk.submissions.gate import Kind, kind_of
from plugins.newsroom.findings.refusals import Refusal

from .samples import PNG, TYPES, docx, p, zipped

STORY = docx(p("商都大道今天通车。"))


def compound(stream: str, begin: bytes = b"") -> bytes:
    """As much of a compound file as says what it is: its signature and the directory entry of one stream."""
    name = stream.encode("utf-16-le")
    entry = name.ljust(64, b"\0") + struct.pack("<H", len(name) + 2) + b"\x02"
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + begin.ljust(512, b"\0") + entry.ljust(512, b"\0")


def two_of_a_name() -> bytes:
    made = BytesIO(STORY)
    with zipfile.ZipFile(made, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", "<other/>")
    return made.getvalue()


def locked() -> bytes:
    data = bytearray(STORY)
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (STORY, Kind.WORD),
        (zipped({"[Content_Types].xml": TYPES, "xl/workbook.xml": "<workbook/>"}), Kind.WORKBOOK),
        ("商都大道今天通车。".encode(), Kind.TEXT),
        ("商都大道今天通车。".encode("gb18030"), Kind.TEXT),
        ("\ufeff商都大道今天通车。".encode("utf-16-le"), Kind.TEXT),
        ("商都大道，今天通车。\r\n".encode("utf-16-be"), Kind.TEXT),
        ("a < b，商都大道".encode(), Kind.TEXT),
        ("<section><p>商都大道</p></section>".encode(), Kind.HTML),
        ("<!DOCTYPE html><p>商都大道</p>".encode("utf-16"), Kind.HTML),
        ('<?xml version="1.0"?>\n<html xmlns="x">商都大道</html>'.encode(), Kind.HTML),
        ('<?xml version="1.0"?>\n<!-- 甲 --><html>商都大道</html>'.encode(), Kind.HTML),
    ],
)
def test_what_a_file_is_its_bytes_say_whatever_its_name(data, kind):
    assert kind_of("稿件.docx", data) is kind


MACROS = '<Types><Override PartName="/word/x.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
REFUSED = {
    "empty": (b"", "IN08"),
    "zeros": (b"\0" * 4096, "IN08"),
    "blank": (b"\r\n \t", "IN08"),
    "old": (compound("WordDocument"), "IN01"),
    "old table": (compound("Workbook"), "IN01"),
    "old slides": (compound("PowerPoint Document"), "IN04"),
    "password": (compound("EncryptedPackage"), "IN02"),
    "password of a zip file": (locked(), "IN02"),
    "half a compound file": (compound("WordDocument")[:600], "IN09"),
    "macros": (docx(p("通车"), parts={"vbaProject.bin": b"x"}), "IN03"),
    "macros under another name": (zipped({"[Content_Types].xml": MACROS, "word/document.xml": "<x/>"}), "IN03"),
    "cut off": (STORY[: len(STORY) // 2], "IN09"),
    "two of a name": (two_of_a_name(), "IN09"),
    "bomb": (docx(p("通车"), parts={"big.xml": b"<a>" + b" " * 30_000_000}), "IN10"),
    "many small ones": (docx("", parts={f"media/{n}.bin": bytes(900) * 1000 for n in range(300)}), "IN10"),
    "too many members": (zipped({f"word/{n}.xml": "" for n in range(10_001)}), "IN09"),
    "climbs": (zipped({"[Content_Types].xml": TYPES, "word/document.xml": "<x/>", "../../a.txt": "x"}), "IN11"),
    "climbs like Windows": (zipped({"[Content_Types].xml": TYPES, "word/a.xml": "<x/>", "C:\\a.txt": "x"}), "IN11"),
    "slides": (zipped({"[Content_Types].xml": TYPES, "ppt/presentation.xml": "<x/>"}), "IN04"),
    "layout": (zipped({"OFD.xml": "<x/>"}), "IN04"),
    "pdf": (b"%PDF-1.7\n", "IN04"),
    "open document": (zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}), "IN01"),
    "rtf": (b"{\\rtf1 a}", "IN01"),
    "XML of Word": (b'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><w:wordDocument/>', "IN01"),
    "other XML": (b'<?xml version="1.0"?><uof:UOF/>', "IN01"),
    "zip": (zipped({"a.docx": STORY}), "IN05"),
    "rar": (b"Rar!\x1a\x07\x00\xff\xff", "IN05"),
    "picture": (PNG, "IN06"),
    "scan": (b"II*\0\x08\0\0\0\xff\xfe", "IN06"),
    "film": (b"\0\0\0\x18ftypmp42\xff\xff\xff", "IN13"),
    "nothing known": (bytes(range(256)) * 4, "IN13"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_whatever_is_no_story_is_refused_in_one_sentence_at_once(name):
    data, code = REFUSED[name]
    start, before = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(Refusal) as refused:
        kind_of("稿件.docx", data)
    assert [problem.code for problem in refused.value.problems] == [code]
    assert "“稿件.docx”" in str(refused.value)
    assert time.process_time() - start < 2
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300_000  # KB


@pytest.mark.parametrize(
    ("file", "rest", "code"),
    [
        ("稿件.doc", b"", "IN01"),
        ("稿件.docx", b"", "IN09"),
        ("稿件.docx", "EncryptedPackage".encode("utf-16-le"), "IN02"),
    ],
)
def test_an_old_file_with_a_broken_directory_is_what_its_name_and_its_words_say(file, rest, code):
    with pytest.raises(Refusal) as refused:
        kind_of(file, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(700, b"\0") + rest.ljust(900, b"\0"))
    assert [problem.code for problem in refused.value.problems] == [code]


def test_a_file_larger_than_any_story_is_not_looked_at(monkeypatch):
    monkeypatch.setattr(gate, "MOST_BYTES", 10)
    with pytest.raises(Refusal, match="太大"):
        kind_of("稿件.docx", b"a" * 11)
