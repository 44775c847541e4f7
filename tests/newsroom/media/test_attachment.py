"""Files that readers may take with them, as an editor writes of them: what is linked, what is missing, whose it is, how it is named."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom.column import column as columns
from plugins.newsroom.column.column import Column
from plugins.newsroom.media.attachment import AttachmentUse, address_of, published_name, size_in_words
from plugins.newsroom.text.dates import SHANGHAI
from tests.newsdesk import column, jpeg, story
from tests.newsroom.bodies import html_of, read

NOW = datetime(2017, 9, 1, 8, tzinfo=SHANGHAI)
HERE = "2017/08/20-fu"
SOURCE = f"{HERE}/index.md"


def load(folder: Path, body: str, files: dict[str, str | bytes] | None = None, **head: str | None) -> Column:
    """A column with one story of `body` and files beside it."""
    beside = {f"{HERE}/{name}": data for name, data in (files or {}).items()}
    return columns.load(column(folder / "content", {SOURCE: story(body, **head), **beside}), NOW)


def uses(folder: Path, body: str, *names: str) -> tuple[AttachmentUse, ...]:
    return load(folder, body, dict.fromkeys(names, b"x")).attachments[SOURCE]


def codes(found: Column, name: str = "") -> list[str]:
    return [one.code for one in found.problems if one.code[:2] in ("AT", "FI", "CR") and name in one.place.file]


@pytest.mark.parametrize(
    "written",
    ["附件 1.docx", "./附件%201.docx", "%E9%99%84%E4%BB%B6%201.docx", ".\\附件%201.docx", "../20-fu/附件%201.docx"],
)
def test_a_file_is_found_however_its_name_is_written(tmp_path, written):
    (use,) = uses(tmp_path, f"见[登记表](<{written}>)。\n", "附件 1.docx")
    assert (use.path, use.kind.name, use.words, use.is_player) == (f"{HERE}/附件 1.docx", "Word", "登记表", False)


@pytest.mark.parametrize(("written", "lies"), [("NFC", "NFD"), ("NFD", "NFC")])
def test_a_name_that_macos_takes_apart_is_the_same_name(tmp_path, written, lies):
    name = "café.pdf"
    (use,) = uses(tmp_path, f"[甲]({unicodedata.normalize(written, name)})\n", unicodedata.normalize(lies, name))
    assert use.name == unicodedata.normalize(lies, name)
    assert published_name(use.name) == unicodedata.normalize("NFC", name)


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("fangan.pdf", "fangan.PDF"),
        ("fangn.PDF", "fangan.PDF"),
        ("fangan.docx", "fangan.PDF"),
        ("没有.zip", "核对文件名"),
    ],
)
def test_a_file_that_is_not_there_is_an_error_that_names_what_is(tmp_path, written, advice):
    (missing,) = (
        one for one in load(tmp_path, f"甲\n\n见[方案]({written})\n", {"fangan.PDF": b"x"}).problems if one.is_error
    )
    assert (missing.code, missing.place.line, missing.place.column) == ("AT01", 10, 7)
    assert advice in missing.advice


@pytest.mark.parametrize("name", ["a.csv", "a.wps", "a.docm", "a.rar", "a.mov", "a.wav"])
def test_a_file_that_readers_cannot_use_is_refused_with_a_way_out(name):
    _, (problem,) = read(f"[甲]({name})")
    assert (problem.code, problem.is_error) == ("AT02", True)


def test_a_film_that_is_written_as_a_photo_is_told(tmp_path):
    assert codes(load(tmp_path, "![夜景](a.mp4)\n", {"a.mp4": b"x"}), HERE)[0] == "AT17"


def test_words_and_marks_inside_a_link_stay_and_nothing_else_of_the_paragraph_goes():
    document, problems = read(
        '前[方 **案**](a.pdf "题")后\n\n[看](b.mp4)\n\n> [听](c.mp3)\n\n- [见](b.mp4)\n\n[](d.pdf)'
    )
    assert problems == ()
    assert [(one.words, one.title, one.stands_alone) for one in document.attachments] == [
        ("方 案", "题", False),
        ("看", "", True),
        ("听", "", True),
        ("见", "", False),
        ("d.pdf", "", True),
    ]
    slots = [part for part in document.parts if not isinstance(part, str)]
    assert [slot.words for slot in slots] == ["方 <strong>案</strong>", "看", "听", "见", ""]
    kept = re.sub(r"<a .*?</a>", "", html_of(document)).replace("\n", "")
    assert kept == "<p>前后</p><blockquote></blockquote><ul><li></li></ul><p></p>"


@pytest.mark.parametrize("written", ["ye.mp4 “李四 摄像”", "ye.mp4“李四 摄像”", "ye.mp4 ＂李四 摄像＂"])
def test_a_credit_in_chinese_quotes_is_understood_and_told(written):
    document, (problem,) = read(f"[夜景]({written})")
    (film,) = document.attachments
    assert (film.target.rpartition("/")[2], film.title, problem.code) == ("ye.mp4", "李四 摄像", "AT20")


def test_a_blank_between_two_links_stays():
    document, _ = read("[a](a.pdf) [b](b.pdf)")
    assert document.parts[2] == " "


def test_a_blank_in_a_name_needs_no_brackets():
    document, problems = read("[登记表](登记 表.docx)")
    assert ([one.target.rpartition("/")[2] for one in document.attachments], problems) == (["登记 表.docx"], ())


def test_beside_raw_html_a_link_is_what_it_is_without():
    document, problems = read("一<br>二\n\n[甲](a.pdf)\n\n[乙](b.mp4)\n")
    assert ([one.words for one in document.attachments], problems) == (["甲", "乙"], ())


def test_a_film_takes_what_lies_beside_it_and_lacks_what_does_not(tmp_path):
    files = {"ye.mp4": b"x", "ye.jpg": jpeg(), "ye.vtt": "WEBVTT\n", "ye.txt": "字", "lu.mp3": b"x", "bai.docx": b"x"}
    found = load(tmp_path, '[夜](ye.mp4 "李四 摄像")\n\n[录](lu.mp3)\n', files, 署名="记者 张三")
    film, sound = found.attachments[SOURCE]
    assert (film.is_player, film.credit, film.captions, film.transcript, film.poster) == (
        True,
        "李四 摄像",
        f"{HERE}/ye.vtt",
        f"{HERE}/ye.txt",
        f"{HERE}/ye.jpg",
    )
    assert sound.is_player
    (poster,) = found.photos[SOURCE]
    assert (poster.caption, poster.credit, poster.is_poster) == ("夜", "李四 摄像", True)
    assert codes(found, HERE) == ["FI11", "AT11"]  # a file nobody uses, a sound without words
    alone = load(tmp_path / "alone", "[夜](ye.mp4)\n", {"ye.mp4": b"x"}, 署名="记者 张三")
    assert codes(alone, HERE) == ["AT10", "AT11", "AT19"]
    assert not any(one.is_error for one in alone.problems)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ({}, []),
        ({"状态": "草稿"}, ["AT16"]),
        ({"状态": "待审"}, ["AT16"]),
        ({"日期": "2017-10-01"}, ["AT16"]),
        ({"下线": "2017-08-20"}, ["AT16"]),
        ({"状态": "撤稿", "撤稿日期": "2017-08-20", "撤稿说明": "有误。"}, ["AT16"]),
    ],
)
def test_the_file_of_another_story_comes_online_with_that_story_only(tmp_path, head, expected):
    other = {"../16-ta/index.md": story("[甲](a.pdf)\n", **head), "../16-ta/a.pdf": b"x"}
    found = load(tmp_path, "见[方案](../16-ta/a.pdf)\n", other)
    assert codes(found, HERE) == expected
    assert found.attachments[SOURCE][0].path == ("" if expected else "2017/08/16-ta/a.pdf")


@given(st.text(min_size=1, max_size=120), st.sampled_from([".pdf", ".DOCX"]))
def test_whatever_a_file_is_called_its_published_name_fits_every_system_and_address(stem, suffix):
    name = published_name((stem.replace("/", "").lstrip(".") or "件") + suffix)  # hidden files are passed over
    assert name.endswith(suffix.lower())
    assert not re.search(r'[\\/:*?"<>|#%\x00-\x1f\x7f]', name)
    assert len(name.encode()) <= 200
    assert name[0] not in ". "
    assert name.removesuffix(suffix.lower()).upper() not in ("CON", "NUL", "COM1")
    assert published_name(name) == name


def test_a_file_keeps_its_own_name_and_its_folder_changes_with_its_bytes():
    one, other = address_of("实施方案.PDF", "0" * 64), address_of("实施方案.PDF", "1" * 64)
    assert re.fullmatch(r"files/[0-9a-f]{12}/实施方案\.pdf", one)
    assert one != other
    assert published_name("con.pdf") == "_con.pdf"


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 B"), (1023, "1023 B"), (1024, "1 KB"), (1_048_000, "1023 KB"), (1_048_575, "1.0 MB"), (1_258_291, "1.2 MB"), (209_715_200, "200 MB")],
)  # fmt: skip
def test_a_size_is_said_as_people_say_it(size, words):
    assert size_in_words(size) == words
