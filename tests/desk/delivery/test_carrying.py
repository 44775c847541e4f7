"""A page that is open finds its files after the next releases too, unless what they show may not be seen any longer."""

from __future__ import annotations

import json
import re
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from plugins.desk import publish as desk
from plugins.desk.delivery import carrying
from plugins.desk.delivery.carrying import Load, Row
from tests import newsdesk

from . import shelves
from .shelves import Shelf

SURVIVED = 2  # switches through which a file of the page that is open stays
NEWS = {"2017/08/a/": None, "2017/08/b/": None}


def _release(make, number, shown=NEWS, **more):
    """A release with files named after what they hold: one of nobody, one of story a, one of a photo of story b."""
    files = {
        "index.html": f"theme/s.{number}.css photos/{number}-a.jpg photos/{number}-b.jpg",
        f"theme/s.{number}.css": f"css {number}",
        f"photos/{number}-a.jpg": f"a {number}",
        f"photos/{number}-b.jpg": f"b {number}",
        **more,
    }
    lasting = [
        [[], [f"theme/s.{number}.css"]],
        [["2017/08/a/"], [f"photos/{number}-a.jpg"]],
        [["2017/08/b/#1"], [f"photos/{number}-b.jpg"]],
    ]
    return make(files, lasting, shown)


def _named(number: int, letters: str = "ab") -> set[str]:
    return {f"theme/s.{number}.css", *(f"photos/{number}-{letter}.jpg" for letter in letters)}


def _there(shelf: Shelf) -> set[str]:
    return shelf.shown.keys() - {"index.html", "manifest.json"}


def test_what_pages_of_the_last_three_releases_name_is_there_and_no_more(shelf, make):
    for number in range(4):
        shelf.put(_release(make, number), keep=1)  # one release is enough to carry from
    assert _there(shelf) == _named(3) | _named(2) | _named(1)
    again = _release(make, 3)
    assert not shelf.destination.compare(again)
    before = shelf.ids
    shelf.put(again, keep=1)
    assert shelf.ids == before


def test_nothing_stays_of_what_may_not_be_seen_any_longer(shelf, make):
    shelf.put(_release(make, 0))
    shelf.put(_release(make, 1, {"2017/08/b/": ["2"]}))
    assert _there(shelf) == _named(1) | _named(0, "")
    shelf.put(_release(make, 2))  # and does not come back
    assert _there(shelf) == _named(2) | _named(1) | _named(0, "")


def test_a_file_that_was_harmed_is_not_carried_and_does_not_stop_a_release(shelf, make):
    shelf.put(_release(make, 0))
    (shelf.path / "current/photos/0-a.jpg").write_text("坏")
    (shelf.path / "current/photos/0-b.jpg").unlink()
    shelf.put(_release(make, 1))
    assert _there(shelf) == _named(1) | _named(0, "")


def test_in_doubt_nothing_is_carried(make):
    release = _release(make, 1)
    load = Load((Row(1, (), {"theme/x.css": "1"}),))
    assert carrying.load_of(release, "", load).files == {"theme/x.css": "1"}
    for unknown in ("", "{}", '{"shown": 3}', "不是"):
        assert carrying.load_of(make({"index.html": unknown}), "", load) == Load()
        assert carrying.load_of(release, unknown, Load()) == Load()
        assert carrying.read(unknown) == Load()


def test_no_name_leads_out_of_a_release_or_into_the_place_of_its_own_files(make):
    release = _release(make, 1, **{"about/index.html": ""})
    bad = ["/etc/passwd", "../x.css", "a/../../x", "index.html", "about", "index.html/x", "index.html/y/z"]
    load = Load((Row(1, (), dict.fromkeys([*bad, "good/x.css"], "1")),))
    assert list(carrying.load_of(release, "", load).files) == ["good/x.css"]
    assert carrying.read(load.as_json()) == load


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


def _fetched(address: str) -> str:
    with urllib.request.urlopen(address, timeout=20) as answer:
        return answer.read().decode()


def test_a_page_that_is_open_while_releases_switch_loses_no_file(tmp_path, make):
    shelf, over = shelves.folder(tmp_path / "site"), threading.Event()
    shelf.put(_release(make, 0))
    begun: list[int] = []
    done: list[int] = []
    faults: list[str] = []

    def put(number: int) -> None:
        begun.append(number)
        shelf.put(_release(make, number))
        done.append(number)

    def read(site: str) -> None:
        while not over.is_set():
            before = len(done)
            try:
                for name in _fetched(site).split():
                    _fetched(site + name)
            except OSError as error:
                if len(begun) - before <= SURVIVED:  # a reader held up for longer than that may miss a file
                    faults.append(str(error))

    with _served(shelf.path / "current") as site:
        reader = threading.Thread(target=read, args=(site,))
        reader.start()
        for number in range(1, 20, 2):
            opened = _fetched(site)
            put(number)
            put(number + 1)
            assert all(_fetched(site + name) for name in opened.split())
        over.set()
        reader.join()
    assert faults == []


BODY = '第一段。\n\n![{}](01.jpg "张三 摄")\n'
OTHERS = {
    "2017/08/17-mimi/index.md": newsdesk.story("这里有一个密语。\n\n![门口](01.jpg)\n", 标题="将要撤下"),
    "2017/08/17-mimi/01.jpg": newsdesk.jpeg(900, 700),
    "2017/08/18-xuke/index.md": newsdesk.story("许可有期。\n\n![借来的](01.jpg)\n", 标题="许可"),
    "2017/08/18-xuke/01.jpg": newsdesk.jpeg(1000, 900),
    "2017/08/19-wutu/index.md": newsdesk.story("没有照片。\n", 标题="一个标题"),
}


def test_a_real_column_keeps_what_open_pages_name_and_nothing_of_what_was_withdrawn(tmp_path, monkeypatch):
    monkeypatch.setattr(desk, "BUILT", tmp_path / "built")
    monkeypatch.setattr(desk, "PROMISED", tmp_path / "promised")
    content = newsdesk.column(tmp_path / "content", OTHERS)
    shelf = shelves.folder(tmp_path / "site")

    def publish(**stories: str) -> set[str]:
        for name, text in stories.items():
            next(content.glob(f"2017/08/*-{name}/index.md")).write_text(text, encoding="utf-8")
        assert desk.publish(content, shelf.settings).ok
        return {path.relative_to(shelf.path / "current").as_posix() for path in (shelf.path / "current").rglob("*")}

    def named_by(name: str) -> set[str]:
        page = (shelf.path / f"current/2017/08/{name}/index.html").read_text(encoding="utf-8")
        return set(re.findall(r"(?:photos|theme|cards)/[\w.-]+\.(?:avif|jpg|png|css|js)", page))

    def index() -> str:
        table = json.loads((shelf.path / "current/search/index/2017/table.json").read_text(encoding="utf-8"))
        return f"search/index/2017/{table['edition']}/leaf-0.json"

    publish()
    opened, hidden, searched = named_by("haogao") | named_by("wutu"), named_by("mimi") | named_by("xuke"), index()
    assert {name.partition("/")[0] for name in opened} == {"photos", "theme", "cards"}
    hidden -= opened
    assert hidden
    there = publish(haogao=newsdesk.story(BODY.format("换了说明")), wutu=newsdesk.story("没有。\n", 标题="另一个标题"))
    assert {name.partition("/")[0] for name in opened - named_by("haogao") - named_by("wutu")} == {"photos", "cards"}
    assert opened | hidden | {searched} <= there
    gone = newsdesk.story("这里有一个密语。\n", 标题="将要撤下", 状态="撤稿", 撤稿日期="2017-08-20", 撤稿说明="重复。")
    over = newsdesk.story("许可有期。\n\n![借来的](01.jpg)\n", 标题="许可", 图片="\n  01.jpg:\n    到期: 2017-08-25")
    there = publish(mimi=gone, xuke=over)
    assert opened <= there
    assert hidden & there == set()
    assert searched not in there
    texts = [path.read_bytes() for path in (shelf.path / "current").resolve().rglob("*") if path.is_file()]
    assert not [text for text in texts if "密语".encode() in text]


@pytest.mark.parametrize("text", ["", "[]", '[[1, [], {"a": "b"}]]'])
def test_a_load_is_read_as_it_was_written(text):
    assert carrying.read(text).as_json() == (text or "[]")
