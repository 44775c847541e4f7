"""Whatever lies below the content folder and is no ordinary file is named, and never opened."""

from __future__ import annotations

import os
import socket
import unicodedata
from datetime import datetime

import pytest

from plugins.desk.check import check
from plugins.engine.build import snapshot
from plugins.newsroom.column import column as columns
from plugins.newsroom.column import content_files
from plugins.newsroom.column.content_files import is_passed_over, sort_out
from plugins.newsroom.text.dates import SHANGHAI
from tests.newsdesk import column, story

NOW = datetime(2017, 9, 1, 8, 0, tzinfo=SHANGHAI)


@pytest.fixture
def content(tmp_path):
    return column(tmp_path / "content")


def said(content) -> list[tuple[str, str]]:
    return [
        (one.code, one.place.file) for one in columns.load(content, NOW).problems if one.code.startswith(("FI", "RG"))
    ]


@pytest.mark.parametrize("name", ["2017/08/20-a/index.md", "2017/08/16-haogao/附件", "pages/a.md"])
def test_a_pipe_is_named_and_not_waited_for(content, name):
    (content / name).parent.mkdir(exist_ok=True)
    os.mkfifo(content / name)
    assert said(content) == [("FI22", f"content/{name}")]


def test_a_pipe_in_the_place_of_a_registry_is_named(content):
    (content / "data/units.yaml").unlink()
    os.mkfifo(content / "data/units.yaml")
    assert said(content) == [("RG03", "content/data/units.yaml")]


def test_a_socket_is_named(content, monkeypatch):
    monkeypatch.chdir(content / "2017")  # the name of a socket must be short
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("index.md")
        assert said(content) == [("FI22", "content/2017/index.md")]


def test_a_link_to_a_folder_and_one_to_nothing_are_named(content):
    (content / "2017/08/21-b").symlink_to(content / "2017/08/16-haogao")
    (content / "2017/08/22-c.docx").symlink_to(content / "nowhere")
    assert said(content) == [("FI23", "content/2017/08/21-b"), ("FI26", "content/2017/08/22-c.docx")]


def test_a_folder_named_like_a_story_is_named_unless_it_is_one(content):
    (content / "2017/08/20-a/index.md").mkdir(parents=True)
    (content / "2017/08/21-b.md").mkdir()
    (content / "2017/08/21-b.md/index.md").write_text(story(), encoding="utf-8")
    assert said(content) == [("FI24", "content/2017/08/20-a/index.md")]


def test_a_folder_that_cannot_be_entered_is_named_and_asked_again(content, monkeypatch):
    scandir, is_shut = os.scandir, True

    def refusing(path):
        if is_shut and str(path).endswith("16-haogao"):
            raise PermissionError
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    assert said(content) == [("FI25", "content/2017/08/16-haogao")]
    tree = snapshot.look(str(content), is_passed_over)
    assert sort_out(tree.files, tree.folders) == content_files.find(content)
    is_shut = False
    again = snapshot.look_again(str(content), tree, is_passed_over)
    assert again.files.keys() == snapshot.look(str(content), is_passed_over).files.keys()
    assert sort_out(again.files, again.folders) == content_files.find(content)


@pytest.mark.parametrize("name", ["表.xlsx", "资料.zip", "片.mp4", "汇报.pptx", "备忘.txt", "没有后缀"])
def test_every_file_left_behind_is_named(content, name):
    (content / "2017/08/16-haogao" / name).write_bytes(b"PK\x03\x04")
    assert said(content) == [("FI11", f"content/2017/08/16-haogao/{name}")]


def test_a_cover_that_is_missing_is_told_once(content):
    file = content / "2017/08/16-haogao/index.md"
    file.write_text(story("第一段。\n", 封面="没有.jpg", 署名="记者 张三"), encoding="utf-8")
    (content / "2017/08/16-haogao/01.jpg").unlink()
    assert [one.code for one in check(content, NOW) if one.code != "GV01"] == ["PH01"]


def test_names_are_compared_in_one_form_however_a_system_stores_them(tmp_path):
    folder = unicodedata.normalize("NFD", "2017/08/21-ガイド")
    text = story("见[乙](../21-ガイド/index.md)。\n\n![甲](é.jpg)\n", 封面=unicodedata.normalize("NFD", "é.jpg"))
    files = {"2017/08/20-a/index.md": text, f"{folder}/index.md": story(网址="yi"), "2017/08/20-a/é.jpg": b"x"}
    read = columns.load(column(tmp_path / "content", files), NOW)
    assert read.problems == ()
    assert read.by_source["2017/08/20-a/index.md"].cover == 0
    assert [other.title for other in read.relations["2017/08/20-a/index.md"].linked if other] == ["一篇好稿"]
