"""Every feed of a real build, with the worst that editors can write, held to the rules of the formats."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest
from html5lib.html5parser import ParseError
from jsonschema import Draft202012Validator

from plugins.desk.build import build
from tests.newsdesk import column, common_cache, jpeg, story

from . import rules
from .json_feed_schema import SCHEMA

SITE = "https://portal.example/zt/guancheng"
HOSTILE = "\"引号'与<b>&amp;]]>--><!--</script>𠮷😀"
_QUOTED = "'" + HOSTILE.replace("'", "''") + "'"
_BODY = (
    '文<b>粗</b>[^1]，见[上一篇](../16-haogao/index.md#xiao)和[外面](https://other.example/a?b=1&c=2)。\n\n![图&𠮷😀](01.jpg "李四 摄")\n\n'
    "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n> 引文 ]]> 完\n\n- 一\n- 二\n\n[^1]: 注。\n"
)
FILES: dict[str, str | bytes] = {
    "data/projects.yaml": f"- id: qiao\n  name: 某桥\n  description: {_QUOTED}\n",
    "2017/08/20-huai/index.md": story(
        _BODY, 标题=_QUOTED, 引题=_QUOTED, 摘要=_QUOTED, 署名="记者 张三 文 李四 图", 版块="项目建设", 单位="北下街", 项目="某桥",
        话题="['𠮷&']", 更正=f"\n  - 日期: 2017-08-25\n    说明: {_QUOTED}", 日期="2017-08-20",
    ),
    "2017/08/20-huai/01.jpg": jpeg(900, 600),
    "2017/08/21-zhuan/index.md": story(
        来源="示例晚报", 原文="https://paper.example/1.html?a=1&b=2", 署名=None, 日期="2017-08-21 08:00"
    ),
    "2017/08/22-tu/index.md": story('![只有图](01.jpg "张三 摄")\n', 日期="2017-08-22 08:00", 标题="只有照片"),
    "2017/08/22-tu/01.jpg": jpeg(640, 480),
}  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("rules")
    column(folder / "content", FILES)
    now = "2017-09-01T08:00:00+08:00"
    result = build(folder / "content", folder / "output", SITE, now=now, cache=common_cache(folder), processors=1)
    assert result.ok, result.problems
    return folder / "output"


def _address(site: Path, file: Path) -> str:
    return f"{SITE}/{file.relative_to(site).as_posix()}"


def test_every_rss_and_atom_feed_keeps_the_rules(site):
    for name, judge in (("feed.xml", rules.rss), ("atom.xml", rules.atom)):
        feeds = sorted(site.rglob(name))
        assert len(feeds) == 7
        for file in feeds:
            judge(file.read_bytes(), _address(site, file))


def test_every_json_feed_keeps_the_rules(site):
    checker = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
    for file in site.rglob("feed.json"):
        feed = json.loads(file.read_bytes())
        checker.validate(feed)
        assert feed["feed_url"] == _address(site, file)
        for item in feed["items"]:
            rules.html(item["content_html"])


def test_every_length_is_that_of_the_file(site):
    told = re.compile(r'(?:url|href)="([^"]+)"[^>]*?(?:length|fileSize)="(\d+)"|length="(\d+)"[^>]*?href="([^"]+)"')
    found = 0
    for file in (*site.rglob("feed.xml"), *site.rglob("atom.xml")):
        for url, length, other_length, other_url in told.findall(file.read_text(encoding="utf-8")):
            lies = site / (url or other_url).removeprefix(f"{SITE}/")
            assert lies.stat().st_size == int(length or other_length), file
            found += 1
    assert found > 20


def test_hostile_words_come_back_from_every_format(site):
    rss = ElementTree.parse(site / "feed.xml").findall("channel/item")
    item = next(item for item in rss if item.findtext("link").endswith("/huai/"))
    assert item.findtext("title") == HOSTILE
    described = item.findtext("description")
    assert described == HOSTILE.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    atom = feedparser.parse((site / "atom.xml").read_bytes(), sanitize_html=False)
    post = next(one for one in atom.entries if one.link.endswith("/huai/"))
    assert (post.title, post.summary) == (HOSTILE, HOSTILE)
    (row,) = [one for one in json.loads((site / "feed.json").read_bytes())["items"] if one["url"].endswith("/huai/")]
    assert (row["title"], row["summary"]) == (HOSTILE, HOSTILE)
    for told in (item.findtext("{http://purl.org/rss/1.0/modules/content/}encoded"), row["content_html"]):
        assert told.startswith("<p><strong>更正（2017年8月25日）：</strong>&quot;引号&#x27;与&lt;b&gt;&amp;amp;")


@pytest.mark.parametrize(
    "wrong",
    [
        "<script>1</script>",
        '<p style="color:red">文</p>',
        '<img src="/1.jpg" alt="">',
        '<img src="https://a.example/1.jpg" srcset="https://a.example/2.jpg 2x" alt="">',
        '<a href="#x">文</a>',
        "<p>没<em>有</p>完",
        "<p>甲 &nothing; 乙</p>",
        '<p onclick="x()">文</p>',
        "<iframe></iframe>",
    ],
)
def test_the_rules_refuse_what_readers_choke_on(wrong):
    with pytest.raises((AssertionError, ParseError)):
        rules.html(wrong)
