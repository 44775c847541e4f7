"""Which feeds a site has, who finds them, and what a change costs: real builds."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest
from jsonschema import Draft202012Validator

from plugins.desk.build import BuildResult, build
from plugins.feeds.qr import qr
from plugins.newsroom.pages.scan_code import scan_code
from tests.newsdesk import column, common_cache, jpeg, story

from .json_feed_schema import SCHEMA

SITE = "https://guancheng.example"
FILES: dict[str, str | bytes] = {
    "data/projects.yaml": "- id: qiao\n  name: 某桥\n",
    "2017/08/20-tu/index.md": story(
        '文。[^1]\n\n![图](01.jpg "李四 摄")\n\n[^1]: 注。\n', 署名="记者 张三 文 李四 图", 版块="项目建设", 单位="北下街", 项目="某桥"
    ),
    "2017/08/20-tu/01.jpg": jpeg(900, 600),
    "2017/08/23-che/index.md": story("撤下的正文。\n", 状态="撤稿", 撤稿日期="2017-08-25", 撤稿说明="重复。", 标题="撤下的"),
    "2017/08/24-cao/index.md": story("草稿。\n", 状态="草稿", 标题="秘密的草稿", 署名="记者 王五"),
}  # fmt: skip
FOLLOWED = (
    "",
    "section/study/",
    "section/works/",
    "unit/beixiajie/",
    "project/qiao/",
    "person/zhang-san/",
    "person/li-si/",
)


def make(folder: Path) -> BuildResult:
    now = "2017-09-01T08:00:00+08:00"
    result = build(folder / "content", folder / "output", now=now, cache=common_cache(folder), processors=1)
    assert result.ok, result.problems
    return result


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("feeds")
    column(folder / "content", FILES)
    make(folder)
    return folder / "output"


def test_the_column_and_every_list_that_is_not_empty_have_feeds_in_three_formats(site):
    for name in ("feed.xml", "atom.xml", "feed.json"):
        found = {path.relative_to(site).as_posix().removesuffix(name) for path in site.rglob(name)}
        assert found == set(FOLLOWED)


def test_every_feed_is_read_without_complaint_and_all_formats_hold_the_same_stories(site):
    checker = Draft202012Validator(SCHEMA)
    for address in FOLLOWED:
        folder = site / address
        found = feedparser.parse((folder / "feed.xml").read_bytes())
        other = feedparser.parse((folder / "atom.xml").read_bytes())
        data = json.loads((folder / "feed.json").read_text(encoding="utf-8"))
        checker.validate(data)
        assert not found.bozo
        assert not other.bozo
        ids = [one.id for one in found.entries]
        assert ids == [one.id for one in other.entries] == [one["id"] for one in data["items"]]
        assert ids
        assert found.feed.link == data["home_page_url"] == f"{SITE}/{address}"
        assert data["feed_url"] == f"{SITE}/{address}feed.json"


def test_withdrawn_and_hidden_stories_are_in_no_feed(site):
    for path in (*site.rglob("*.xml"), *site.rglob("*.json"), *site.rglob("*.opml")):
        text = path.read_text(encoding="utf-8")
        assert "撤下的" not in text, path
        assert "秘密的草稿" not in text, path


def test_the_lead_photo_is_an_enclosure_of_its_true_length(site):
    for address in ("", "section/works/", "person/li-si/"):
        one = feedparser.parse((site / address / "feed.xml").read_bytes()).entries[0]
        (enclosure,) = one.enclosures
        assert int(enclosure["length"]) == (site / enclosure["href"].removeprefix(f"{SITE}/")).stat().st_size
        assert enclosure["type"] == "image/jpeg"
        assert {credit["content"] for credit in one.media_credit} >= {"张三", "李四", "李四 摄"}


def test_every_address_inside_a_feed_is_absolute(site):
    for item in json.loads((site / "feed.json").read_text(encoding="utf-8"))["items"]:
        addresses = re.findall(r'(?:href|src)="([^"]*)"', item["content_html"])
        assert all(address.startswith("https://") for address in addresses), addresses
        assert "srcset" not in item["content_html"]


def test_every_page_leads_to_the_feeds_of_the_column_and_lists_to_their_own(site):
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' in text:
            continue
        found = re.findall(r'<link rel="alternate" type="([^"]+)" title="[^"]+" href="/([^"]+)"', text)
        assert {address for _, address in found[:3]} == {"feed.xml", "atom.xml", "feed.json"}
        assert all((site / address).is_file() for _, address in found)
        here = page.parent.relative_to(site).as_posix() + "/"
        assert len(found) == (6 if here in FOLLOWED else 3), here


def test_the_file_of_all_feeds_and_the_page_name_every_feed_and_no_other(site):
    outlines = ElementTree.fromstring((site / "feeds.opml").read_bytes()).iter("outline")
    listed = [outline.get("xmlUrl") for outline in outlines if outline.get("xmlUrl")]
    assert sorted(listed) == sorted(f"{SITE}/{address}feed.xml" for address in FOLLOWED)
    page = (site / "subscribe/index.html").read_text(encoding="utf-8")
    assert set(re.findall(r'href="/([^"]*)feed\.json" type=', page)) - {""} == set(FOLLOWED) - {""}
    codes = re.findall(r'<img class="g-feed__code" src="/([^"]+)"', page)
    assert codes == ["subscribe/all.svg", "subscribe/study.svg", "subscribe/works.svg"]


def test_a_code_leads_to_the_feed_and_needs_nothing_from_elsewhere(site):
    drawn = (site / "subscribe/study.svg").read_bytes()
    assert drawn == qr(f"{SITE}/section/study/feed.xml")
    assert drawn != qr(f"{SITE}/section/works/feed.xml")
    svg = ElementTree.fromstring(drawn)
    code = scan_code(f"{SITE}/section/study/feed.xml")
    assert svg.get("viewBox") == f"0 -.5 {code.side} {code.side}"
    assert [path.get("d") for path in svg][1] == code.path
    assert b"style=" not in drawn


def test_a_changed_body_makes_only_the_feeds_in_which_it_stands(tmp_path):
    named = {"2017/08/16-haogao/index.md": story("第一段。\n", 摘要="摘要。", 署名="记者 张三")}
    content = column(tmp_path / "content", {**FILES, **named})
    (content / "2017/08/16-haogao/01.jpg").unlink()
    make(tmp_path)
    files = {path: path.stat().st_ino for path in (tmp_path / "output").rglob("*") if path.is_file()}
    text = content / "2017/08/16-haogao/index.md"
    text.write_text(text.read_text(encoding="utf-8") + "\n又一段。\n", encoding="utf-8")
    result = make(tmp_path)
    now = {path: path.stat().st_ino for path in (tmp_path / "output").rglob("*") if path.is_file()}
    changed = {path.relative_to(tmp_path / "output").as_posix() for path in now if files.get(path) != now[path]}
    fed = {
        f"{address}{name}"
        for address in ("", "section/study/", "person/zhang-san/")
        for name in ("feed.xml", "atom.xml", "feed.json")
    }
    found_by = {name for name in changed if name.startswith("search/index/")}
    assert changed - found_by == {*fed, "2017/08/haogao/index.html", "manifest.json"}
    assert result.written == len(changed) - 1  # all but the manifest


def test_an_empty_column_has_its_own_feeds_and_a_page_to_subscribe_and_no_other(tmp_path):
    content = column(tmp_path / "content")
    for name in ("index.md", "01.jpg"):
        (content / "2017/08/16-haogao" / name).unlink()
    make(tmp_path)
    output = tmp_path / "output"
    assert {path.relative_to(output).as_posix() for path in output.rglob("*.xml")} >= {"feed.xml", "atom.xml"}
    assert json.loads((output / "feed.json").read_text())["items"] == []
    assert (output / "subscribe/index.html").is_file()
    assert not (output / "section").exists()
