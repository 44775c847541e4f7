"""The formats of feeds, read by other people's parsers, with the worst that titles, names and captions can hold."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from xml.etree import ElementTree

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from plugins.feeds.entry import Contributor, Entry, Feed, LeadPhoto, entry, identifier
from plugins.feeds.json_format import json_feed
from plugins.feeds.opml import opml
from plugins.feeds.xml_formats import atom, rss
from plugins.newsroom.body.document import Document
from plugins.newsroom.column.relations import Relations
from plugins.newsroom.pages.urls import Urls
from plugins.newsroom.story.changes import last_change
from plugins.newsroom.story.model import Correction, Story
from plugins.newsroom.text.dates import SHANGHAI
from plugins.newsroom.text.typography import printable
from tests.theme import samples as s

from .json_feed_schema import SCHEMA

DAY = datetime(2017, 8, 16, 9, 30, tzinfo=SHANGHAI)
HOSTILE = "\"引号'与<b>&amp;]]></description><!--𠮷😀"
PHOTO = LeadPhoto("https://a.example/1.jpg", "image/jpeg", 4321, 1280, 853, HOSTILE, f"{HOSTILE} 摄")
ADDRESS = {
    rss: "https://a.example/feed.xml",
    atom: "https://a.example/atom.xml",
    json_feed: "https://a.example/feed.json",
}
_NS = {
    "a": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "media": "http://search.yahoo.com/mrss/",
}
# Elements that the specifications allow more than once where these feeds use them.
_REPEATED = {"category", "author", "contributor", "link", "creator", "credit", "content", "entry", "item"}


def _entry(**changed) -> Entry:
    facts = {
        "identifier": "urn:x", "url": "https://a.example/1/", "title": "标题", "summary": "摘要", "content": "<p>文</p>",
        "contributors": (Contributor("张三", "reporter", "text", "记者", "https://a.example/person/zhang-san/"),),
        "categories": ("学习贯彻",), "published": DAY, "updated": DAY,
    }  # fmt: skip
    return Entry(**{**facts, **changed})


def _feed(*entries: Entry) -> Feed:
    return Feed("某专栏", "说明", "https://a.example/", "", "某专栏", entries)


def _made(feed: Feed) -> dict[str, bytes]:
    return {make.__name__: make(feed, address) for make, address in ADDRESS.items()}


@settings(max_examples=60)
@given(st.text(min_size=1), st.text(min_size=1), st.text())
def test_whatever_stands_in_a_title_a_name_or_a_text_comes_back_whole(title, name, text):
    title, name, text = (printable(words).replace("\r", "\n") for words in (title, name, text))
    title, name = title.strip() or "x", name.strip() or "x"
    one = _entry(title=title, contributors=(Contributor(name, "reporter", "text"),), content=f"<p>{text}</p>")
    made = _made(_feed(one))
    item = ElementTree.fromstring(made["rss"]).find("channel/item")
    assert item.findtext("content:encoded", namespaces=_NS) == f"<p>{text}</p>".replace("]]>", "]]&gt;")
    assert (item.findtext("title"), item.findtext("dc:creator", namespaces=_NS)) == (title, name)
    post = ElementTree.fromstring(made["atom"]).find("a:entry", _NS)
    assert post.findtext("a:content", namespaces=_NS) == f"<p>{text}</p>"
    assert (post.findtext("a:title", namespaces=_NS), post.findtext("a:author/a:name", namespaces=_NS)) == (title, name)
    (row,) = json.loads(made["json_feed"])["items"]
    assert (row["title"], row["authors"][0]["name"], row["content_html"]) == (title, name, f"<p>{text}</p>")


def test_hostile_captions_and_names_stay_inside_their_elements():
    one = _entry(photo=PHOTO, contributors=(Contributor(HOSTILE, "reporter", "text"),), categories=(HOSTILE,))
    made = _made(_feed(one))
    item = ElementTree.fromstring(made["rss"]).find("channel/item")
    shown = item.find("media:content", _NS)
    assert shown.findtext("media:description", namespaces=_NS) == HOSTILE
    assert shown.findtext("media:credit", namespaces=_NS) == f"{HOSTILE} 摄"
    assert item.findtext("category") == HOSTILE
    assert json.loads(made["json_feed"])["items"][0]["_newsroom"]["image_caption"] == HOSTILE
    outline = ElementTree.fromstring(opml(HOSTILE, (HOSTILE, "https://a.example/?a=1&b", "https://a.example/"), ()))
    assert outline.find("body/outline").get("text") == outline.findtext("head/title") == HOSTILE


def test_all_formats_tell_a_reader_the_same():
    people = (
        Contributor("张三", "reporter", "text", "记者"),
        Contributor("李四", "correspondent", "text", "通讯员"),
        Contributor("张三", "reporter", "photo", "记者"),
    )
    feed = _feed(
        *(_entry(identifier=f"urn:{n}", title=f"第{n}篇", contributors=people, photo=PHOTO) for n in (3, 2, 1))
    )
    made = _made(feed)
    read = {name: feedparser.parse(made[name]) for name in ("rss", "atom")}
    for found in read.values():
        assert not found.bozo
        assert [one.id for one in found.entries] == ["urn:3", "urn:2", "urn:1"]
        assert [one.title for one in found.entries] == ["第3篇", "第2篇", "第1篇"]
        assert found.entries[0].published_parsed == found.entries[0].updated_parsed
        assert found.feed.link == "https://a.example/"
        assert found.entries[0].enclosures[0]["length"] == "4321"
        assert [one["role"] for one in found.entries[0].media_credit[:3]] == [
            "reporter",
            "correspondent",
            "photographer",
        ]
    assert read["rss"].entries[0].author == "张三、李四"  # all of them, for readers that show one
    assert [author.name for author in read["atom"].entries[0].authors] == ["张三", "李四"]
    rows = json.loads(made["json_feed"])["items"]
    assert [row["id"] for row in rows] == ["urn:3", "urn:2", "urn:1"]
    assert [author["name"] for author in rows[0]["authors"]] == ["张三", "李四"]
    assert [(one["name"], one["work"]) for one in rows[0]["_newsroom"]["contributors"]][2] == ("张三", "photo")
    assert rows[0]["attachments"][0]["size_in_bytes"] == 4321


@pytest.mark.parametrize("feed", [_feed(), _feed(_entry()), _feed(_entry(photo=PHOTO), _entry(identifier="urn:y"))])
def test_json_feeds_obey_their_specification(feed):
    Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(
        json.loads(json_feed(feed, ADDRESS[json_feed]))
    )


@pytest.mark.parametrize("feed", [_feed(), _feed(_entry()), _feed(_entry(photo=PHOTO), _entry(identifier="urn:y"))])
def test_rss_has_what_its_validators_ask_for(feed):
    channel = ElementTree.fromstring(rss(feed, ADDRESS[rss])).find("channel")
    assert all(channel.findtext(name) for name in ("title", "link", "description", "language", "lastBuildDate"))
    assert channel.find("a:link[@rel='self']", _NS).get("href") == ADDRESS[rss]
    for item in channel.iterfind("item"):
        assert item.find("guid").get("isPermaLink") == "false"
        assert datetime.strptime(item.findtext("pubDate"), "%a, %d %b %Y %H:%M:%S %z") == DAY
        assert item.findtext("a:updated", namespaces=_NS) == DAY.isoformat()
        assert item.find("author") is None  # an address for mail, which nobody here gives
        enclosure = item.find("enclosure")
        assert enclosure is None or int(enclosure.get("length")) > 0
        _nothing_twice(item)
    _nothing_twice(channel)


@pytest.mark.parametrize("feed", [_feed(), _feed(_entry()), _feed(_entry(photo=PHOTO), _entry(identifier="urn:y"))])
def test_atom_has_what_its_specification_demands(feed):
    root = ElementTree.fromstring(atom(feed, ADDRESS[atom]))
    assert root.tag == f"{{{_NS['a']}}}feed"
    for one in (root, *root.iterfind("a:entry", _NS)):
        assert all(one.findtext(f"a:{name}", namespaces=_NS) for name in ("id", "title", "updated"))
        datetime.fromisoformat(one.findtext("a:updated", namespaces=_NS))
        assert one.find("a:author/a:name", _NS) is not None
        assert len(one.findall("a:link[@rel='alternate']", _NS)) == 1
        _nothing_twice(one)
    for content in root.iterfind("a:entry/a:content", _NS):
        assert content.get("type") == "html"
    assert root.find("a:link[@rel='self']", _NS).get("href") == ADDRESS[atom]
    ids = [one.text for one in root.iter(f"{{{_NS['a']}}}id")]
    assert len(ids) == len(set(ids))


def _nothing_twice(element: ElementTree.Element) -> None:
    tags = [child.tag for child in element if child.tag.rpartition("}")[2] not in _REPEATED]
    assert len(tags) == len(set(tags))


def test_the_feed_is_as_old_as_its_youngest_change_and_never_reads_the_clock():
    later = _feed(_entry(), _entry(identifier="urn:y", updated=DAY + timedelta(days=2)))
    assert b"<lastBuildDate>Fri, 18 Aug 2017 09:30:00 +0800</lastBuildDate>" in rss(later, ADDRESS[rss])
    assert b"<updated>2017-08-18T09:30:00+08:00</updated>" in atom(later, ADDRESS[atom])
    assert _made(_feed()) == _made(_feed())
    assert b"01 Jan 1970" in rss(_feed(), ADDRESS[rss])


def test_an_entry_keeps_its_identity_when_title_section_host_or_address_change():
    before = Story("a/index.md", False, "旧", DAY, "2017/08/a/", Document())
    after = Story("b/index.md", False, "新", DAY, "2017/09/b/", Document(), aliases=("xw/1.html", "2017/08/a/"))
    assert identifier(before) == identifier(after)
    assert identifier(before).startswith("urn:uuid:")


def test_every_correction_raises_the_last_change_also_on_the_day_of_publication():
    story = Story("a/index.md", False, "题", DAY, "2017/08/a/", Document())
    same = Correction(DAY.date(), "一")
    moments = [
        last_change(replace(story, corrections=found))
        for found in ((), (same,), (same, same), (Correction(DAY.date() + timedelta(days=2), "二"), same))
    ]
    assert moments == sorted(set(moments))
    assert moments[0] == DAY
    assert moments[3] == datetime(2017, 8, 18, tzinfo=SHANGHAI)


def test_a_whole_story_stands_in_its_entry_with_absolute_addresses_only():
    story = replace(s.FULL.story, cover=0)
    relations = Relations(linked=())
    document = replace(story.document, parts=tuple(p for p in story.document.parts if not hasattr(p, "link")))
    made = entry(
        replace(story, document=document), s.FULL.figures, relations, Urls("https://a.example/zt"), lambda *_: 7
    )
    assert made.content.startswith("<p><strong>更正（2017年8月18日）：")
    assert "学习贯彻市委全会精神" in made.content
    assert "来源：本专栏" in made.content
    assert 'href="https://a.example/zt/2017/08/shangdu/#fn-1"' in made.content
    assert 'href="#' not in made.content
    assert "srcset" not in made.content
    assert "AI生成" in made.content
    assert made.photo.length == 7
    assert made.photo.caption == s.FULL.figures[0].use.caption
    repost = entry(s.LONG.story, (), relations, Urls("https://a.example"), lambda *_: 7)
    assert '转载自：示例晚报（<a href="https://paper.example/2017/08/15/1.html">原文</a>）' in repost.content
    assert repost.original == "https://paper.example/2017/08/15/1.html"
