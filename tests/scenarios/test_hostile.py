"""Words that mean something to a format stand in the registries and in every head: no file for machines is broken by them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import html5lib
import pytest

from plugins.desk.build import build
from tests.newsdesk import NOW, PEOPLE, SECTIONS, SITE, UNITS, column, common_cache, jpeg, story

HOST = "https://portal.example"
HOSTILE = "\"引号'与<b>&amp;]]>--><!--</script>𠮷😀"
QUOTED = "'" + HOSTILE.replace("'", "''") + "'"
FILES: dict[str, str | bytes] = {
    "data/site.yaml": re.sub("(?m)^(title|description|portal_name|host): .*", rf"\1: {QUOTED}", SITE),
    "data/sections.yaml": SECTIONS.replace("description: 学习。", f"description: {QUOTED}\n  keywords: [{QUOTED}]"),
    "data/units.yaml": UNITS.replace("管城回族区北下街街道办事处", QUOTED),
    "data/projects.yaml": f"- id: qiao\n  name: {QUOTED}\n  description: {QUOTED}\n",
    "data/people.yaml": PEOPLE,
    "2017/08/31-huai/index.md": story(
        '文。\n\n![图](01.jpg "说明 张三 摄")\n', 标题=QUOTED, 引题=QUOTED, 副题=QUOTED, 摘要=QUOTED, 来源=QUOTED, 原文="https://paper.example/?a='1'&b=<2>",
        单位="北下街", 项目=QUOTED, 话题=f"[{QUOTED}]", 日期="2017-08-31 12:00", 旧址="['xw/它的&页(1)[2]$3.html']",
        图片=f"\n  01.jpg:\n    说明: {QUOTED}\n    替代文字: {QUOTED}\n    许可: {QUOTED}",
        更正=f"\n  - 日期: 2017-08-31\n    说明: {QUOTED}",
    ),
    "2017/08/31-huai/01.jpg": jpeg(1300, 800),
    "2017/08/23-che/index.md": story(状态="撤稿", 撤稿日期="2017-08-25", 撤稿说明=QUOTED, 标题=QUOTED),
}  # fmt: skip
STORY = "2017/08/huai/index.html"


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    column(folder / "content", FILES)
    result = build(folder / "content", folder / "output", HOST, now=NOW, cache=common_cache(folder), processors=1)
    assert result.ok, result.problems
    return folder / "output"


def _page(path: Path) -> ElementTree.Element:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(path.read_text(encoding="utf-8"))


def test_every_page_is_well_formed(site):
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 15
    for page in pages:
        _page(page)


def test_labels_and_open_graph_say_the_words_as_they_are(site):
    for name in ("index.html", STORY, "section/study/index.html", "project/qiao/index.html"):
        metas = {
            meta.get("name") or meta.get("property"): meta.get("content") for meta in _page(site / name).iter("meta")
        }
        assert metas["SiteName"] == metas["og:site_name"] == HOSTILE, name
        assert HOSTILE in (metas.get("ColumnDescription"), metas.get("Description")), name
        assert metas["og:image"].startswith(f"{HOST}/")
    metas = {meta.get("name") or meta.get("property"): meta.get("content") for meta in _page(site / STORY).iter("meta")}
    assert {
        metas[name] for name in ("ArticleTitle", "ContentSource", "Keywords", "og:title", "og:image:alt", "article:tag")
    } == {HOSTILE}


def test_structured_data_says_the_words_as_they_are(site):
    (script,) = (one for one in _page(site / STORY).iter("script") if one.get("type") == "application/ld+json")
    news, _, publisher = json.loads(script.text)["@graph"]
    assert publisher["name"] == news["headline"] == news["description"] == news["sourceOrganization"]["name"] == HOSTILE
    assert news["alternativeHeadline"] == f"{HOSTILE} {HOSTILE}"
    assert [one["name"] for one in news["about"]] == [HOSTILE, HOSTILE, HOSTILE]
    assert news["correction"][0]["text"] == HOSTILE
    assert news["image"][0]["copyrightNotice"] == HOSTILE


def test_files_beside_the_pages_say_the_words_as_they_are(site):
    status = json.loads((site / "status.json").read_bytes())
    assert status["title"] == HOSTILE
    outlines = ElementTree.parse(site / "feeds.opml").getroot()
    assert outlines.findtext("head/title") == HOSTILE
    assert [
        one.get("text") for one in outlines.iter("outline") if one.get("xmlUrl", "").endswith("unit/beixiajie/feed.xml")
    ] == [f"{HOSTILE}"]
    news = ElementTree.parse(site / "sitemap-news-1.xml").getroot()
    words = [one.text for one in news.iter() if one.tag.endswith(("}name", "}title"))]
    assert words == [HOSTILE, HOSTILE]
    promised = json.loads((site / "addresses.json").read_bytes())["lists"]
    assert promised["project/qiao/"] == HOSTILE


def test_a_former_address_leads_on_whatever_its_story_is_called(site):
    page = _page(site / "xw/它的&页(1)[2]$3.html")
    assert [link.get("href") for link in page.iter("a")][-1] == "/2017/08/huai/"
    rules = (site / "_redirects").read_text(encoding="utf-8").splitlines()
    assert [line.split(" ")[1:] for line in rules] == [["/2017/08/huai/", "301"]]
    assert all(name in (site / "redirects/nginx.conf").read_text("utf-8") for name in ('"/xw/它的&页(1)[2]$3.html"',))


@pytest.mark.parametrize("character", ["\\u0007", "\\ufffe", "\\x1b"])
@pytest.mark.parametrize("file", ["data/site.yaml", "data/sections.yaml", "2017/08/16-haogao/index.md"])
def test_characters_that_xml_forbids_are_an_error_where_they_are_written(tmp_path, file, character):
    content = column(tmp_path / "content")
    said = (content / file).read_text(encoding="utf-8")
    (content / file).write_text(
        re.sub(r"(?m)(title|description|标题): (.+)", rf'\1: "\2{re.escape(character)}"', said, count=1), "utf-8"
    )
    result = build(content, tmp_path / "output", HOST, now=NOW, cache=common_cache(tmp_path), processors=1)
    assert ("HD01", f"content/{file}") in [(problem.code, problem.place.file) for problem in result.problems]
    assert not (tmp_path / "output").exists()
