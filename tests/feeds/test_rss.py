"""The feed, read by other people's parsers, with the worst that titles and names can hold."""

from __future__ import annotations

from datetime import datetime, timedelta
from xml.etree import ElementTree

import feedparser
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.feeds.entry import Entry, Feed, identifier
from plugins.feeds.rss import printable, rss
from plugins.newsroom.article import Story
from plugins.newsroom.dates import SHANGHAI
from plugins.newsroom.document import Document

DAY = datetime(2017, 8, 16, 9, 30, tzinfo=SHANGHAI)


def _entry(**changed):
    facts = {
        "identifier": "urn:x", "url": "https://a.example/1/", "title": "标题", "summary": "摘要", "content": "<p>文</p>",
        "authors": ("张三",), "categories": (), "published": DAY, "updated": DAY,
    }  # fmt: skip
    return Entry(**{**facts, **changed})


def _feed(*entries):
    return Feed("某专栏", "说明", "https://a.example/", "https://a.example/feed.xml", entries)


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1), st.text(min_size=1), st.text())
def test_whatever_stands_in_a_title_a_name_or_a_text_comes_back_whole(title, name, text):
    title, name, text = printable(title), printable(name), printable(text)
    data = rss(_feed(_entry(title=title or "x", authors=(name or "x",), content=f"<p>{text}</p>")))
    item = ElementTree.fromstring(data).find("channel/item")
    content = item.findtext("{http://purl.org/rss/1.0/modules/content/}encoded")
    expected = (f"<p>{text}</p>").replace("]]>", "]]&gt;").replace("\r\n", "\n").replace("\r", "\n")
    assert content == expected
    assert item.findtext("title").split() == (title or "x").split()


def test_hostile_marks_do_not_end_the_text():
    data = rss(_feed(_entry(title='<b>"&\u0001]]>', content="<p>a]]>b</p>", authors=("欧阳<𠮷>",))))
    entry = feedparser.parse(data).entries[0]
    assert "𠮷" in entry.author


def test_entries_keep_their_order_and_the_channel_its_own_link():
    data = rss(_feed(*(_entry(url=f"https://a.example/{n}/", identifier=f"urn:{n}") for n in (3, 2, 1))))
    feed = feedparser.parse(data)
    assert [entry.id for entry in feed.entries] == ["urn:3", "urn:2", "urn:1"]
    assert feed.feed.link == "https://a.example/"


def test_the_feed_is_as_old_as_its_youngest_change_and_never_reads_the_clock():
    later = DAY + timedelta(days=2)
    data = rss(_feed(_entry(), _entry(updated=later)))
    assert b"<lastBuildDate>Fri, 18 Aug 2017 09:30:00 +0800</lastBuildDate>" in data
    assert rss(_feed()) == rss(_feed())
    assert b"01 Jan 1970" in rss(_feed())


def test_an_entry_keeps_its_identity_when_title_section_host_or_address_change():
    before = Story("a/index.md", False, "旧", DAY, "2017/08/a/", Document())
    after = Story("b/index.md", False, "新", DAY, "2017/09/b/", Document(), aliases=("xw/1.html", "2017/08/a/"))
    assert identifier(before) == identifier(after)
    assert identifier(before).startswith("urn:uuid:")
