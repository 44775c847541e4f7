"""What the head of every kind of page tells machines, read as a crawler reads it: by an HTML parser that is not ours."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.assets.bundle import files
from plugins.heads.facts import findings, missing
from plugins.heads.graph import creators
from plugins.heads.labels import story_labels
from plugins.heads.pages import PageHeads
from plugins.heads.script import as_script
from plugins.newsroom.byline import Contributor
from plugins.newsroom.pages.urls import Urls
from plugins.newsroom.registry import Site
from plugins.newsroom.story.credits import credit_of
from plugins.newsroom.story.model import Attribution, DeskRole
from plugins.newsroom.text.dates import SHANGHAI
from plugins.newsroom.text.typography import printable
from tests.theme import samples as s
from tests.theme.pages import COMMON, PAGES, THEME, environment, render_all

HOSTILE = "引号\"'与<b>]]></script><!--&amp;\u2028𠮷😀\u3000末"
SITE_LABELS = ["SiteName", "SiteDomain", "SiteIDCode"]
COLUMN_LABELS = ["ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"]
STORY_LABELS = ["ArticleTitle", "PubDate", "ContentSource", "Keywords", "Author", "Description", "Image", "Url"]
OURS = {"viewport", "theme-color", "robots", "description", "twitter:card"}
WHOLE = replace(s.SITE, portal_domain="portal.example")


def _head(html: str):
    return html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False).find("head")


def _labels(html: str) -> list[tuple[str, str]]:
    metas = [meta for meta in _head(html).iter("meta") if meta.get("name")]
    return [(meta.get("name"), meta.get("content")) for meta in metas if meta.get("name") not in OURS]


def _data(html: str) -> dict:
    (script,) = [one for one in _head(html).iter("script") if one.get("type") == "application/ld+json"]
    return json.loads(script.text)


def _nodes(html: str) -> dict[str, dict]:
    return {node["@type"]: node for node in _data(html)["@graph"]}


def _rendered(name: str, matter: dict, site: Site = WHOLE) -> str:
    made = environment()
    made.globals["page_heads"] = PageHeads(site, Urls("https://portal.example/zt/guancheng"))
    return made.get_template(f"{name}.html").render({**COMMON, "site": site, **matter})


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("", SITE_LABELS + COLUMN_LABELS),
        (s.SHEETS[0].address, SITE_LABELS + COLUMN_LABELS),
        (s.SHEETS[2].address, SITE_LABELS + COLUMN_LABELS),
        (s.FULL.story.address, SITE_LABELS + COLUMN_LABELS + STORY_LABELS),
        ("archives/", SITE_LABELS),
        ("corrections/", SITE_LABELS),
        ("about/", SITE_LABELS),
        (s.WITHDRAWN.story.address, SITE_LABELS),
        ("404.html", SITE_LABELS),
    ],
)
def test_each_kind_of_page_carries_its_labels_in_the_prescribed_order(address, wanted):
    assert [name for name, _ in _labels(_rendered(*PAGES[address]))] == wanted


def test_no_label_is_empty_or_repeated_and_no_name_differs_from_another_by_case_only():
    for address, html in render_all().items():
        metas = [meta for meta in _head(html).iter("meta") if meta.get("name") not in (None, "theme-color")]
        names = [meta.get("name").lower() for meta in metas]
        assert len(names) == len(set(names)), address
        assert all(meta.get("content").strip() for meta in metas), address
        assert all(next(iter(meta.attrib)) == "name" for meta in metas), address


def test_the_labels_of_a_story_say_what_the_page_shows():
    labels = dict(_labels(_rendered(*PAGES[s.FULL.story.address])))
    assert labels["SiteIDCode"] == s.SITE.site_code
    assert labels["ColumnType"] == "工作动态"
    assert labels["PubDate"] == "2017-08-16 09:30"
    assert labels["ContentSource"] == "本专栏"
    assert labels["Keywords"] == "城墙,安置房"
    assert labels["Url"] == "https://portal.example/zt/guancheng/2017/08/shangdu/"
    assert labels["Image"].startswith("https://portal.example/zt/guancheng/photos/")
    assert labels["ArticleTitle"] == "一层一层往上夯\u3000商都历史文化区按节点推进"


def test_the_home_page_calls_itself_home_and_keeps_its_description():
    html = _rendered(*PAGES[""])
    assert dict(_labels(html))["ColumnType"] == "首页"
    assert [meta.get("content") for meta in _head(html).iter("meta") if meta.get("name") == "description"]


def test_what_is_not_known_of_the_site_is_left_out_named_and_forbids_production():
    bare = replace(WHOLE, site_code="", icp="")
    assert "SiteIDCode" not in dict(_labels(_rendered(*PAGES[""], site=bare)))
    assert missing(bare) == ("网站标识码", "ICP备案号")
    reminder, error = (findings(bare, "content", production=wish)[0] for wish in (False, True))
    assert not reminder.is_error
    assert error.is_error
    assert "网站标识码、ICP备案号" in error.message
    assert findings(WHOLE, "content", production=True) == ()


def test_the_structured_data_of_a_story_names_everybody_and_everything():
    news = _nodes(_rendered(*PAGES[s.FULL.story.address]))["NewsArticle"]
    assert news["headline"] == "一层一层往上夯\u3000商都历史文化区按节点推进"
    assert news["alternativeHeadline"].startswith("学习贯彻市委全会精神")
    assert news["datePublished"] == "2017-08-16T09:30:00+08:00"
    assert news["dateModified"] == "2017-08-18T00:00:00+08:00"
    assert news["articleSection"] == "学习贯彻"
    assert [one["name"] for one in news["about"]] == ["商都历史文化区", "安置房建设", "北下街街道办事处", "十八里河街道办事处", "城墙", "安置房"]  # fmt: skip
    assert news["correction"] == [
        {"@type": "CorrectionComment", "text": s.FULL.story.corrections[0].text, "datePublished": "2017-08-18"}
    ]
    assert news["sourceOrganization"]["name"] == "本专栏"
    assert len(news["image"]) == len(s.FULL.figures)
    first = news["image"][0]
    assert (first["width"], first["height"]) == (1280, 853)
    assert first["creditText"] == "制图 本专栏"
    assert first["caption"] == s.FULL.figures[0].use.caption
    assert first["contentUrl"].startswith("https://portal.example/zt/guancheng/photos/")
    assert first["creator"] == [{"@type": "Organization", "name": "本专栏"}]


def test_everybody_in_the_byline_has_a_place_and_a_role():
    story = s.article("x", "题", desk=(DeskRole("责编", ("甲", "某报编辑部")), DeskRole("校对", ("乙",))))
    story.story = replace(
        story.story,
        attributions=(
            Attribution(
                Contributor("张三", "reporter", org="某报", rank="首席", title="记者", does=("text", "photo")),
                s.PEOPLE[0],
            ),
            Attribution(Contributor("李四", "photographer", does=("photo",), craft="摄"), None),
            Attribution(Contributor("某中心", "provider", does=("photo",), craft="供图"), None),
            Attribution(Contributor("区委宣传部", "correspondent", title="通讯员", does=("photo",)), None),
            Attribution(Contributor("管城在行动", "author", does=("text",)), None),
        ),
    )
    news = _nodes(_rendered("story", {"article": story}))["NewsArticle"]
    assert news["author"] == [
        {
            "@type": "Person",
            "name": "张三",
            "url": "https://portal.example/zt/guancheng/person/p0/",
            "jobTitle": "首席记者",
            "affiliation": {"@type": "Organization", "name": "某报"},
        },
        {"@type": "Organization", "name": "管城在行动"},
    ]
    assert news["contributor"] == [
        {"@type": "Person", "name": "李四", "jobTitle": "摄"},
        {"@type": "Organization", "name": "某中心"},
        {"@type": "Organization", "name": "区委宣传部"},
    ]
    assert news["editor"] == [{"@type": "Person", "name": "甲"}, {"@type": "Organization", "name": "某报编辑部"}]


@pytest.mark.parametrize(
    ("address", "types"),
    [
        ("", ["CollectionPage", "BreadcrumbList", "Organization"]),
        (s.SHEETS[0].address, ["CollectionPage", "BreadcrumbList", "Organization"]),
        (s.SHEETS[2].address, ["CollectionPage", "BreadcrumbList", "Organization"]),
        (s.FULL.story.address, ["NewsArticle", "BreadcrumbList", "Organization"]),
        ("archives/", ["BreadcrumbList", "Organization"]),
        ("about/", ["BreadcrumbList", "Organization"]),
    ],
)
def test_each_kind_of_page_says_what_it_is_where_it_stands_and_who_publishes_it(address, types):
    data = _data(_rendered(*PAGES[address]))
    assert data["@context"] == "https://schema.org"
    assert [node["@type"] for node in data["@graph"]] == types


def test_a_repost_says_on_what_it_is_based():
    assert _nodes(_rendered(*PAGES[s.LONG.story.address]))["NewsArticle"]["isBasedOn"].startswith("https://paper.")


def test_the_way_down_begins_at_home_and_ends_at_the_page():
    steps = _nodes(_rendered(*PAGES[s.FULL.story.address]))["BreadcrumbList"]["itemListElement"]
    assert [step["position"] for step in steps] == [1, 2, 3]
    assert [step["name"] for step in steps[:2]] == ["首页", "学习贯彻"]
    assert steps[0]["item"] == "https://portal.example/zt/guancheng/"
    assert steps[2]["item"] == "https://portal.example/zt/guancheng/2017/08/shangdu/"


def test_a_list_names_its_stories_in_order():
    page = _nodes(_rendered(*PAGES[s.SHEETS[0].address]))["CollectionPage"]
    urls = [item["url"] for item in page["mainEntity"]["itemListElement"]]
    assert urls == [f"https://portal.example/zt/guancheng/{a.story.address}" for a in s.SHEETS[0].stories]
    assert page["mainEntity"]["itemListElement"][0]["name"] == "一层一层往上夯\u3000商都历史文化区按节点推进"


def test_the_publisher_has_a_logo_that_the_theme_brings_along():
    logo = _nodes(_rendered(*PAGES[""]))["Organization"]["logo"]
    address = logo["url"].removeprefix("https://portal.example/zt/guancheng/")
    assert address in {address for address, _ in files(THEME)}


def test_a_page_that_has_a_picture_to_be_shared_with_asks_for_a_large_one():
    for address, html in render_all().items():
        names = {meta.get("name") or meta.get("property") for meta in _head(html).iter("meta")}
        assert ("og:image" in names) == ("twitter:card" in names), address


def test_open_graph_shows_the_first_photo_with_its_size():
    metas = {m.get("property"): m.get("content") for m in _head(_rendered(*PAGES[s.FULL.story.address])).iter("meta")}
    assert metas["og:type"] == "article"
    assert metas["og:image"].startswith("https://portal.example/")
    assert metas["og:image:width"] == "1280"
    assert metas["article:published_time"] == "2017-08-16T09:30:00+08:00"


def test_a_hostile_headline_breaks_out_of_nothing():
    nasty = s.article(
        "x", HOSTILE, kicker=HOSTILE, summary=HOSTILE, figures=(s.figure(1, caption=HOSTILE),),
        people=(replace(s.PEOPLE[0], name=HOSTILE),), tags=(replace(s.TAGS[0], name=HOSTILE),),
    )  # fmt: skip
    html = _rendered("story", {"article": nasty})
    html5lib.HTMLParser(strict=True).parse(html)
    labels = dict(_labels(html))
    assert labels["ArticleTitle"] == labels["Description"] == HOSTILE
    news = _nodes(html)["NewsArticle"]
    assert news["headline"] == news["about"][0]["name"] == news["image"][0]["caption"] == HOSTILE


def test_control_characters_reach_neither_a_label_nor_the_data():
    story = s.article("x", "甲\u0001乙\ud800", summary="丙\u0008").story
    labels = dict(story_labels(story, "https://a.example/", ""))
    assert (labels["ArticleTitle"], labels["Description"]) == ("甲乙", "丙")


_WORDS = st.text().map(printable)  # all that a page may hold


@given(st.recursive(_WORDS | st.integers() | st.none(), lambda one: st.lists(one) | st.dictionaries(_WORDS, one)))
def test_data_in_a_script_comes_back_whole_and_holds_no_mark_of_html(data):
    text = str(as_script(data))
    assert json.loads(text) == data
    assert not set("<>&\u2028\u2029") & set(text)


def test_a_lone_surrogate_does_not_reach_the_page():
    as_script({"a": "x\ud800y"}).encode("utf-8")


def test_whoever_is_in_the_credit_is_the_creator_unless_it_is_in_doubt():
    assert creators(credit_of("张三 李四 摄")) == (("photographer", "张三"), ("photographer", "李四"))
    assert creators(credit_of("图片由区委宣传部提供")) == (("provider", "区委宣传部"),)
    assert creators(credit_of("资料图片")) == ()


def test_a_story_without_a_clock_time_has_a_day_for_search_engines_and_midnight_for_the_label():
    article = s.article("y", "题", has_time=False)
    article.story = replace(article.story, published=datetime(2017, 8, 16, tzinfo=SHANGHAI))
    html = _rendered("story", {"article": article})
    assert dict(_labels(html))["PubDate"] == "2017-08-16 00:00"
    assert _nodes(html)["NewsArticle"]["datePublished"] == "2017-08-16"
