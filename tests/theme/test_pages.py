"""Every kind of page, rendered from the samples: sound HTML, honest pictures, no link into nothing."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
from jinja2 import ChoiceLoader, DictLoader

from plugins import assets, lists
from plugins.newsroom.body.document import PhotoSlot
from plugins.newsroom.body.headings import may_be_written
from plugins.newsroom.column import column as columns
from plugins.newsroom.registry import Site
from tests import newsdesk
from tests.sites import site

from . import samples as s
from .pages import COMMON, PAGES, PREFIX, THEME, environment, render_all

_EVERY_PAGE = pytest.mark.parametrize("address", PAGES, ids=lambda address: address or "home")


@cache
def _html() -> dict[str, str]:
    return render_all()


def _tree(html: str) -> Element:
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False, strict=True)
    return parser.parse(html)


def _page(address: str) -> Element:
    return _tree(_html()[address])


def _render(template: str, **matter: Any) -> Element:
    return _tree(environment().get_template(template + ".html").render({**COMMON, **matter}))


def _story(**given: Any) -> Element:
    return _render("story", article=s.article("x", "标题", **given))


def _words(element: Element | None) -> str:
    assert element is not None
    return " ".join("".join(element.itertext()).split())


def _by_class(tree: Element, name: str) -> list[Element]:
    return [element for element in tree.iter() if name in element.get("class", "").split()]


def test_the_pages_are_tried_with_the_frame_that_the_site_has(tmp_path: Path) -> None:
    read = columns.load(newsdesk.column(tmp_path / "content"), datetime(2017, 9, 1, tzinfo=s.SHANGHAI))
    of = site(read, theme=THEME)
    frame = lists.FEATURE.frame(of)
    assert {name: type(value) for name, value in {**frame, **assets.FEATURE.values(of)}.items()} == {
        name: type(value) for name, value in COMMON.items()
    }
    for name in ("sections", "pages"):
        assert {type(one) for one in frame[name]} == {type(one) for one in COMMON[name]}


@_EVERY_PAGE
def test_the_html_has_no_parse_error(address: str) -> None:
    assert _page(address).tag == "html"
    assert _page(address).get("lang") == "zh-CN"


@_EVERY_PAGE
def test_there_is_one_main_heading_and_no_level_is_skipped(address: str) -> None:
    levels = [int(e.tag[1]) for e in _page(address).iter() if re.fullmatch(r"h[1-6]", str(e.tag))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


@_EVERY_PAGE
def test_every_picture_states_its_size_and_has_a_text_alternative(address: str) -> None:
    for picture in _page(address).iter("img"):
        assert int(picture.get("width", "0")) > 0
        assert int(picture.get("height", "0")) > 0
        assert picture.get("alt") is not None
        assert picture.get("src")


@_EVERY_PAGE
def test_every_figure_has_a_credit_of_its_own(address: str) -> None:
    for figure in _by_class(_page(address), "g-figure"):
        (credit,) = _by_class(figure, "g-figure__credit")
        assert _words(credit)


@_EVERY_PAGE
def test_addresses_are_never_empty_and_stay_under_the_prefix(address: str) -> None:
    tree = _page(address)
    ids = {e.get("id") for e in tree.iter()}
    for element in tree.iter():
        for target in (element.get("href"), element.get("src")):
            if target is not None and not target.startswith("https://"):
                assert target.startswith(PREFIX) or target.removeprefix("#") in ids, target


@_EVERY_PAGE
def test_ids_are_used_once_and_every_label_is_there(address: str) -> None:
    ids = Counter(e.get("id") for e in _page(address).iter() if e.get("id"))
    assert [name for name, times in ids.items() if times > 1] == []
    assert {e.get("aria-labelledby") for e in _page(address).iter()} - {None} <= set(ids)


@_EVERY_PAGE
def test_a_page_is_either_canonical_or_kept_out_of_search_engines(address: str) -> None:
    tree = _page(address)
    canonical = [e for e in tree.iter("link") if e.get("rel") == "canonical"]
    hidden = [e for e in tree.iter("meta") if e.get("name") == "robots"]
    assert len(canonical) + len(hidden) == 1
    assert _words(next(tree.iter("title")))


@_EVERY_PAGE
def test_nothing_runs_but_files_of_ours_and_nothing_comes_from_elsewhere(address: str) -> None:
    tree = _page(address)
    assert [e.tag for e in tree.iter() if e.tag in ("style", "iframe")] == []
    assert [name for e in tree.iter() for name in e.attrib if name == "style" or name.startswith("on")] == []
    first, *others = (e for e in tree.iter("script") if e.get("type") != "application/ld+json")
    assert (first.get("src"), first.text) == (None, COMMON["recall"])
    for script in others:
        assert (script.get("src") in COMMON["scripts"].values(), script.text, script.get("defer")) == (True, None, "")
    assert all(e.get("src", PREFIX).startswith(PREFIX) for e in tree.iter())
    assert [e.get("href") for e in tree.iter("link") if e.get("rel") == "stylesheet"] == [COMMON["stylesheet"]]


@_EVERY_PAGE
def test_the_policy_stands_before_all_that_it_is_about(address: str) -> None:
    charset, policy, *_ = next(_page(address).iter("head"))
    assert charset.get("charset") == "utf-8"
    assert (policy.get("http-equiv"), policy.get("content")) == ("Content-Security-Policy", COMMON["policy"])


def test_a_page_at_a_former_address_runs_under_the_same_policy() -> None:
    policies = [e.get("content") for e in _render("redirect", story=s.FULL.story).iter("meta")]
    assert COMMON["policy"] in policies


@_EVERY_PAGE
def test_the_switches_are_one_tap_away_on_every_page(address: str) -> None:
    (switches,) = _by_class(_page(address), "g-switches")
    groups = {_words(group[0]): [_words(label) for label in group.iter("label")] for group in switches}
    assert groups == {"字号": ["标准", "大字", "特大"], "对比度": ["高对比"], "明暗": ["自动", "浅色", "深色"]}


@_EVERY_PAGE
def test_groups_of_fields_have_legends_forms_a_way_to_send_them_and_buttons_say_what_they_are(address: str) -> None:
    page = _page(address)
    assert {group[0].tag for group in page.iter("fieldset")} == {"legend"}
    assert {button.get("type") for button in page.iter("button")} <= {"button", "submit"}
    for form in page.iter("form"):
        assert "submit" in {button.get("type") for button in form.iter("button")}


@_EVERY_PAGE
def test_every_article_is_called_by_the_headline_in_it(address: str) -> None:
    for article in _page(address).iter("article"):
        headline = next(e for e in article.iter() if re.fullmatch(r"h[1-6]", str(e.tag)))
        assert article.get("aria-labelledby") == headline.get("id") is not None
        assert _words(headline)


@pytest.mark.parametrize("address", [*PAGES, "a former address"], ids=lambda address: address or "home")
def test_all_that_is_said_stands_in_a_landmark(address: str) -> None:
    page = _page(address) if address in PAGES else _render("redirect", story=s.FULL.story)
    (body,) = page.iter("body")
    for part in body:
        assert part.tag in {"nav", "header", "main", "footer"} or (part.tag == "section" and part.get("aria-label"))


@_EVERY_PAGE
def test_pictures_in_a_source_set_are_offered_narrowest_first(address: str) -> None:
    for element in _page(address).iter():
        if offered := element.get("srcset"):
            widths = [int(part.split()[1].removesuffix("w")) for part in offered.split(", ")]
            assert widths == sorted(widths)
            assert element.get("sizes")


@pytest.mark.parametrize("address", ["", s.FULL.story.address])
def test_the_portals_header_and_footer_stand_around_every_page(address: str) -> None:
    env = environment()
    portal = {
        "portal/header.html": '<div class="portal-top">页头</div>',
        "portal/footer.html": '<div class="portal-foot">页脚</div>',
    }
    env.loader = ChoiceLoader([DictLoader(portal), env.loader])
    template, matter = PAGES[address]
    skip, *inside, foot = next(_tree(env.get_template(f"{template}.html").render({**COMMON, **matter})).iter("body"))
    assert [link.get("class") for link in skip] == ["g-skip"]
    assert (inside[0].get("class"), foot.get("class")) == ("portal-top", "portal-foot")
    assert "页头" not in _html()[address]


def test_only_the_body_component_trusts_html() -> None:
    trusting = {
        p.relative_to(THEME).as_posix() for p in THEME.rglob("*.html") if re.search(r"\|\s*safe", p.read_text())
    }
    assert trusting == {"components/body/body.html"}


def test_markup_in_a_headline_is_shown_as_text() -> None:
    page = _render("story", article=s.article("x", "<b>标题</b>", kicker="<i>引题</i>", summary='"><script>'))
    assert _words(next(page.iter("h1"))) == "<b>标题</b>"


def test_the_halves_of_a_headline_stay_in_one_piece_each() -> None:
    halves = _by_class(next(_page(s.FULL.story.address).iter("h1")), "g-headline__half")
    assert [_words(half) for half in halves] == ["一层一层往上夯", "商都历史文化区按节点推进"]


def test_a_headline_breaks_where_it_pauses() -> None:
    heading = next(_render("story", article=s.article("x", "安置房：进度要快\u3000质量要看全程")).iter("h1"))
    assert [_words(clause) for clause in _by_class(heading, "g-headline__clause")] == ["安置房：", "进度要快"]
    assert _words(heading) == "安置房：进度要快 质量要看全程"


def test_the_minute_is_shown_only_where_it_was_written() -> None:
    with_time, without = (next(_page(a.story.address).iter("time")) for a in (s.FULL, s.LONG))
    assert (with_time.get("datetime"), _words(with_time)) == ("2017-08-16T09:30:00+08:00", "2017年8月16日 09:30")
    assert (without.get("datetime"), _words(without)) == ("2017-08-15", "2017年8月15日")


def test_every_contributor_is_linked_to_a_page() -> None:
    names = _by_class(_page(s.LONG.story.address), "g-byline__name")
    assert [_words(name) for name in names] == [person.name for person in s.PEOPLE]
    assert names[0].get("href") == PREFIX + "person/p0/"


def test_a_story_without_a_byline_has_no_empty_place_for_it() -> None:
    items = _by_class(_page(s.PLAIN.story.address), "g-byline__item")
    assert [_words(item) for item in items] == ["2017年8月15日", "来源：本专栏"]


def test_a_repost_names_its_outlet_and_links_the_original() -> None:
    byline = _by_class(_page(s.LONG.story.address), "g-byline")[0]
    assert "转载自：示例晚报（原文）" in _words(byline)
    assert "https://paper.example/2017/08/15/1.html" in [a.get("href") for a in byline.iter("a")]


def test_the_first_photo_loads_first_and_the_others_when_needed() -> None:
    first, *others = (e for e in _page(s.FULL.story.address).iter("img") if "/photos/" in e.get("src", ""))
    assert first.get("fetchpriority") == "high"
    assert first.get("loading") is None
    assert {(e.get("loading"), e.get("decoding")) for e in others} == {("lazy", "async")}
    assert {e.get("fetchpriority") for e in others} == {None}


def test_a_photo_is_offered_in_every_format_and_the_last_is_the_fallback() -> None:
    picture = next(_page(s.FULL.story.address).iter("picture"))
    assert [e.get("type") for e in picture.iter("source")] == ["image/webp"]
    assert next(picture.iter("img")).get("src") == PREFIX + s.FULL.cover.fallback.address


def test_a_photo_made_by_a_machine_says_so_in_its_story_and_on_lists() -> None:
    labelled = [f for f in _page(s.FULL.story.address).iter("figure") if "AI生成" in _words(f)]
    assert len(labelled) == 1
    cards = [card for card in _by_class(_page(s.SHEETS[0].address), "g-card") if "AI生成" in _words(card)]
    assert len(cards) == len([a for a in s.STORIES if a.cover and a.cover.use.ai_generated])


def test_the_licence_stands_beside_the_credit_where_there_is_one() -> None:
    first, second, *_ = _page(s.FULL.story.address).iter("figure")
    assert _words(first).endswith("制图 本专栏 示例许可")
    assert _by_class(second, "g-figure__licence") == []


def test_a_card_shows_the_cut_that_was_made_for_it() -> None:
    (card,) = _by_class(_page(s.SHEETS[2].address), "g-card__photo")
    (img,) = card.iter("img")
    assert "-card-" in img.get("src", "")
    assert int(img.get("width", "0")) * 2 == pytest.approx(int(img.get("height", "0")) * 3, abs=3)


def test_a_photo_leads_to_itself_at_its_largest_in_a_format_every_browser_shows() -> None:
    link = _by_class(_page(s.FULL.story.address), "g-figure__open")[0]
    assert link.get("href") == PREFIX + "photos/000000000001-1920.jpeg"


def test_a_photo_that_is_not_shown_any_longer_leaves_nothing_behind() -> None:
    gone = replace(s.figure(1), renditions=(), width=0, height=0)
    parts = (PhotoSlot((0,)), "<p>文字。</p>", PhotoSlot((1, 2)))
    page = _story(parts=parts, figures=(gone, gone, s.figure(2)))
    (figure,) = page.iter("figure")
    assert "示意图之2" in _words(figure)
    assert next(figure.iter("img")).get("fetchpriority") == "high"
    assert _by_class(page, "g-gallery") == []
    alone = _story(parts=parts[:2], figures=(gone,))
    assert list(alone.iter("dialog")) == []


def test_several_photos_are_a_gallery_that_says_how_many() -> None:
    (gallery,) = _by_class(_page(s.TWELVE.story.address), "g-gallery")
    assert len(list(gallery.iter("figure"))) == 12
    assert gallery.get("aria-label") == "组图，共 12 幅"


def test_a_gallery_shows_the_cuts_made_for_it_and_opens_the_whole_photo() -> None:
    (gallery,) = _by_class(_page(s.TWELVE.story.address), "g-gallery")
    links = _by_class(gallery, "g-figure__open")
    for link, photo in zip(links, s.TWELVE.figures, strict=True):
        (image,) = link.iter("img")
        assert ("-gallery-" in image.get("src")) == ("-gallery-" in image.get("srcset")) == (photo.height == 1800)
        assert int(image.get("width")) * 2 == pytest.approx(int(image.get("height")) * 3, abs=2)
        assert link.get("href").endswith(photo.largest.address)


@pytest.mark.parametrize(
    ("count", "wide"), [(2, [24.5, 24.5]), (3, [16, 16, 16]), (4, [50, 16, 16, 16]), (5, [24.5, 24.5, 16, 16, 16])]
)
def test_photos_of_a_gallery_ask_for_the_size_they_are_set_at(count: int, wide: list[float]) -> None:
    page = _story(parts=(PhotoSlot(tuple(range(count))),), figures=tuple(s.figure(n) for n in range(count)))
    sizes = [e.get("sizes", "") for e in page.iter("img") if e.get("sizes")]
    assert [float(re.findall(r"([\d.]+)rem,", size)[-1]) for size in sizes] == wide


def test_a_link_to_another_story_gets_its_address() -> None:
    body = _by_class(_page(s.FULL.story.address), "g-body")[0]
    links = [a.get("href") for a in body.iter("a") if a.get("class") != "g-figure__open"]
    assert links[0] == "/zt/guancheng/2017/08/luxian/"


def test_the_end_names_the_desk_the_corrections_and_what_the_story_belongs_to() -> None:
    end = _words(_by_class(_page(s.FULL.story.address), "g-endmatter")[0])
    for words in (
        "责编：甲",
        "校对：乙、丙",
        "审核：丁",
        "更正",
        "2017年8月18日",
        "商都历史文化区",
        "北下街街道办事处",
        "安置房",
        "本文网址：https://portal.example/zt/guancheng/2017/08/shangdu/",
    ):
        assert words in end


def test_a_corrected_story_says_so_under_its_headline() -> None:
    assert "本稿有更正" in _words(_by_class(_page(s.FULL.story.address), "g-byline")[0])
    assert "更正" not in _words(_by_class(_page(s.LONG.story.address), "g-story")[0])


def test_neighbours_are_linked_where_there_are_any() -> None:
    (link,) = _by_class(_page(s.PLAIN.story.address), "g-neighbours__link")
    assert (link.get("rel"), link.get("href")) == ("next", PREFIX + s.FULL.story.address)
    assert _by_class(_page(s.TALL.story.address), "g-neighbours") == []


def test_a_draft_in_preview_is_marked_wherever_it_is_listed() -> None:
    assert [_words(mark) for mark in _by_class(_page("home-preview/"), "g-mark")] == ["草稿"]


def test_a_draft_in_preview_says_what_it_is() -> None:
    assert _words(_by_class(_page(s.DRAFT.story.address), "g-notice--preview")[0]) == "预览：草稿"


def test_a_withdrawn_story_shows_reason_and_day_but_no_text() -> None:
    page = _page(s.WITHDRAWN.story.address)
    notice = _words(_by_class(page, "g-notice")[0])
    assert "本稿已撤回" in notice
    assert "2017年8月20日" in notice
    assert "待核实" in notice
    assert _by_class(page, "g-body") == []
    assert [e.get("content") for e in page.iter("meta") if e.get("name") == "robots"] == ["noindex"]


def test_a_section_without_a_page_is_not_linked() -> None:
    page = _render("withdrawn", article=s.WITHDRAWN, sections=COMMON["sections"][1:])
    assert PREFIX + "section/xuexi/" not in [a.get("href") for a in page.iter("a")]


def test_the_front_page_does_not_print_its_lead_again_in_the_section() -> None:
    (section,) = [e for e in _by_class(_page(""), "g-section") if e.get("aria-labelledby") == "section-xuexi"]
    assert "一层一层往上夯" not in _words(section)


def test_a_section_whose_only_story_leads_the_page_shows_it_all_the_same() -> None:
    alone = s.listing("section", s.SECTIONS[0], (s.FULL,))
    page = _render("home", lead=s.FULL, latest=(), fronts=(alone,), project_list=())
    assert "一层一层往上夯" in _words(_by_class(page, "g-section")[0])


def test_a_day_is_named_once_for_the_eye_and_at_every_story_for_the_ear() -> None:
    rail = _by_class(_page(""), "g-rail")[0]
    items = list(rail.iter("li"))
    assert [i for i, item in enumerate(items) if "g-rail__item--new-day" in item.get("class", "")] == [0, 2, 4, 5, 6, 7]
    assert len(list(rail.iter("time"))) == len(items)


def test_an_empty_column_links_nothing_that_is_not_there() -> None:
    links = [a.get("href") for a in _page("home-empty/").iter("a")]
    assert PREFIX + "archives/" not in links
    assert PREFIX + "corrections/" not in links


def test_sheets_lead_to_their_neighbours_and_are_counted_from_the_newest() -> None:
    front, second, only = (_page(sheet.address) for sheet in s.SHEETS)
    assert "第 1 页，共 3 页" in _words(front)
    assert "第 2 页，共 3 页" in _words(second)
    assert [a.get("rel") for a in _by_class(second, "g-pagination")[0].iter("a")] == ["prev", "next"]
    assert "（第 2 页）" in _words(next(second.iter("title")))
    assert "第" not in _words(next(front.iter("title")))
    assert _by_class(only, "g-pagination") == []


def test_the_archives_count_the_stories_of_every_month_and_name() -> None:
    words = _words(_by_class(_page("archives/"), "g-listing")[0])
    assert "11月 12月 2 篇" in words
    assert "商都历史文化区 5 篇" in words


def test_a_month_without_stories_is_named_in_the_archives_but_not_linked() -> None:
    months = [e for e in _page("archives/").iter("li") if _words(e).startswith("11月")]
    assert [_words(month) for month in months] == ["11月", "11月"]
    assert [link for month in months for link in month.iter("a")] == []


def test_the_calendar_is_a_table_with_a_caption_and_named_columns() -> None:
    for address in ("archives/", s.MONTH.listing.address):
        (table,) = _by_class(_page(address), "g-calendar")
        assert _words(next(table.iter("caption"))).startswith("2017年")
        heads = list(table.iter("th"))
        assert {head.get("scope") for head in heads} == {"col"}
        assert [_words(head) for head in heads][::6] == ["星期一", "星期日"]
        assert {len(list(row)) for row in table.iter("tr")} == {7}


def test_a_day_of_the_calendar_leads_to_its_stories_and_one_without_leads_nowhere() -> None:
    page = _page(s.MONTH.listing.address)
    (table,) = _by_class(page, "g-calendar")
    targets = [link.get("href", "") for link in table.iter("a")]
    days = {f"#{e.get('id')}": e for e in _by_class(page, "g-day")}
    assert targets == sorted(days, key=lambda target: int(target[2:]))
    assert "一层一层往上夯" in _words(days["#d16"])
    quiet = [e for e in table.iter("td") if _words(e) == "1"]
    assert [list(e) for e in quiet] == [[]]


def test_the_calendar_of_the_archives_leads_into_the_page_of_the_month() -> None:
    (table,) = _by_class(_page("archives/"), "g-calendar")
    assert {link.get("href", "").split("#")[0] for link in table.iter("a")} == {PREFIX + s.NEWEST.listing.address}


def test_a_month_leads_to_the_nearest_months_with_stories() -> None:
    ways = _by_class(_page(s.MONTH.listing.address), "g-month__way")
    assert [(way.get("rel"), _words(way)) for way in ways] == [("prev", "2016年12月"), ("next", "2017年9月")]


def test_a_section_is_led_by_its_newest_story_which_is_not_listed_again() -> None:
    (lead,) = _by_class(_page(s.FRONTS[0].address), "g-lead")
    assert "一层一层往上夯" in _words(lead)
    assert next(lead.iter("img")).get("fetchpriority") == "high"
    cards = _by_class(_page(s.FRONTS[0].address), "g-card__headline")
    assert len(cards) == len(s.SHEETS[0].stories) - 1
    assert _by_class(_page(s.SHEETS[1].address), "g-lead") == []


def test_a_section_of_one_story_has_no_empty_list_under_its_lead() -> None:
    page = _page(s.FRONTS[4].address)
    assert "绿树进社区" in _words(_by_class(page, "g-lead")[0])
    assert _by_class(page, "g-listing__cards") == []


def test_a_project_is_a_line_of_days_by_year_and_month() -> None:
    (line,) = _by_class(_page(s.LISTS["project"][0].address), "g-timeline")
    assert [_words(e) for e in line.iter("h2")] == ["2017年"]
    assert [_words(e) for e in line.iter("h3")] == ["8月"]
    days = [e.get("datetime") for e in line.iter("time")]
    assert days == sorted(days, reverse=True)
    stories = s.LISTS["project"][0].stories
    assert len(days) == len(stories)
    assert len(list(line.iter("img"))) == sum(1 for story in stories if story.cover)


def test_facts_link_only_what_has_a_page() -> None:
    (facts,) = _by_class(_page(s.LISTS["person"][0].address), "g-facts")
    assert "作品 文字 12 篇、图片 8 幅" in _words(facts)
    assert "北下街街道办事处（2017年1月1日起） 示例晚报" in _words(facts)
    assert [_words(link) for link in facts.iter("a")] == ["北下街街道办事处"]


def test_only_the_newest_sheet_counts_the_stories() -> None:
    front, second = (_page(sheet.address) for sheet in s.SHEETS[:2])
    assert "共 6 篇" in _words(_by_class(front, "g-listing__count")[0])
    assert _words(_by_class(second, "g-listing__count")[0]) == "第 2 页"


def test_related_stories_stand_at_the_end_with_their_days() -> None:
    (related,) = _by_class(_page(s.FULL.story.address), "g-related")
    assert [_words(e) for e in _by_class(related, "g-brief__date")] == [
        "2017年8月15日",
        "2017年8月14日",
        "2017年8月14日",
    ]
    assert [_words(e) for e in _by_class(related, "g-mark")] == ["草稿"]
    assert _by_class(_page(s.LONG.story.address), "g-related") == []


def test_no_heading_of_a_text_can_take_an_id_of_the_page_around_it() -> None:
    page = _page(s.FULL.story.address)
    (body,) = _by_class(page, "g-body")
    around = {e.get("id") for e in page.iter() if e.get("id")} - {e.get("id") for e in body.iter()}
    assert "related" in around
    assert [identifier for identifier in around if may_be_written(str(identifier))] == []


def test_reading_time_stands_under_the_headline_but_not_of_what_is_read_at_once() -> None:
    assert "阅读约 3 分钟" in _words(_by_class(_page(s.FULL.story.address), "g-byline")[0])
    assert "分钟" not in _words(_by_class(_page(s.PLAIN.story.address), "g-byline")[0])


def test_facts_that_were_not_given_are_not_invented() -> None:
    bare = Site("管城在行动", "管城在行动", "")
    footer = _by_class(_render("notfound", site=bare), "g-footer")[0]
    assert not re.search("主办|承办|备案|标识码|找错", _words(footer))
    assert _by_class(_render("home", site=bare, **PAGES[""][1]), "g-masthead__series") == []


def test_the_section_of_a_story_is_marked_in_the_navigation() -> None:
    marked = [e for e in _page(s.LONG.story.address).iter("a") if e.get("aria-current") == "true"]
    assert [_words(e) for e in marked] == ["项目建设"]


def test_a_fault_in_the_values_is_an_error_and_no_blank() -> None:
    with pytest.raises(Exception, match="brief"):
        environment().get_template("story.html").render({**COMMON, "article": SimpleNamespace()})
