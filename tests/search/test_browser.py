"""The search page in a real browser: what it finds, what it says, and that the keyboard is enough."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

import pytest

from . import serving, varied

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium")]


def _open(page: Any, portal: tuple[serving.Portal, str], query: str = "") -> Any:
    page.goto(f"{portal[1]}search/{query}")
    return page.get_by_role("status")


def _results(page: Any) -> list[str]:
    return page.locator(".g-result__link").evaluate_all("links => links.map((link) => link.getAttribute('href'))")


def _choice(page: Any, label: str) -> Any:
    return page.get_by_role("combobox", name=label)


def _hrefs(tales: list[varied.Tale], phrase: str) -> list[str]:
    """The pages of all stories with the phrase, newest first."""
    return [serving.PREFIX + tale.address for tale in reversed(tales) if phrase in tale.text]


def test_a_word_is_found_marked_and_announced(page, portal, tales) -> None:
    from playwright.sync_api import expect

    phrase = tales[100].title[:4]
    status = _open(page, portal, f"?q={quote(phrase)}")
    expect(status).to_have_text(re.compile(rf"^找到 {len(_hrefs(tales, phrase))} 篇"))
    assert _results(page)[0] == serving.PREFIX + tales[100].address  # words of a headline come first
    first = page.locator(".g-result").first
    assert first.locator("h2 mark").inner_text() == phrase
    assert first.locator("time").get_attribute("datetime") == f"{tales[100].published:%Y-%m-%d}"
    assert tales[100].section in first.inner_text()
    assert status.get_attribute("aria-live") == "polite"
    assert page.title().startswith(f"{phrase} - 搜索")


def test_every_state_has_its_chinese_words(page, portal) -> None:
    from playwright.sync_api import expect

    expect(_open(page, portal)).to_have_text("")
    expect(_open(page, portal, "?q=城")).to_have_text("请至少写两个字。")
    expect(_open(page, portal, "?q=不会有的话")).to_have_text(
        "没有找到“不会有的话”。可以少写几个字，或者到往期里查找。"
    )
    expect(_open(page, portal, "?q=不会有的话&year=2016")).to_have_text(
        "没有找到“不会有的话”。可以放宽筛选，或者到往期里查找。"
    )
    page.route("**/table.json", lambda route: None)
    expect(_open(page, portal, "?q=城墙")).to_have_text("正在查找……")


def test_an_index_that_cannot_be_loaded_is_told_and_tried_again(page, portal, tales) -> None:
    from playwright.sync_api import expect

    portal[0].lost = "/index/2016/"
    status = _open(page, portal, f"?q={tales[3].people[0]}")
    expect(status).to_contain_text("检索用的文件没有读到")
    page.unroute_all()
    portal[0].lost = "nothing/"
    page.get_by_role("button", name="搜索").first.click()
    expect(status).to_contain_text("找到")


def test_hidden_stories_are_not_found(page, portal) -> None:
    from playwright.sync_api import expect

    for hidden in ("藏起来", "看不见"):
        expect(_open(page, portal, f"?q={hidden}")).to_contain_text("没有找到")


def test_several_words_must_all_be_there_and_a_spaced_name_is_one(page, portal, tales) -> None:
    from playwright.sync_api import expect

    tale = tales[200]
    (one, _), word = tale.people, tale.title[:2]
    wanted = [t for t in tales if one in t.text and word in t.text]
    expect(_open(page, portal, f"?q={one} {word}")).to_contain_text(f"找到 {len(wanted)} 篇")
    spaced = " ".join("王文")
    expect(_open(page, portal, f"?q={spaced}")).to_contain_text(f"找到 {len(_hrefs(tales, '王文'))} 篇")


def test_marks_spaces_and_forms_of_letters_in_a_question_do_not_count(page, portal, tales) -> None:
    from playwright.sync_api import expect

    first, second = tales[30].paragraphs[0].split("，")[:2]
    for query in (f"“{first}”", f"{first}，{second}", f"，{first}。", f"{first[0]}，{second}"):
        status = _open(page, portal, f"?q={quote(query)}")
        expect(status).to_contain_text("找到 1 篇")
        assert _results(page) == [serving.PREFIX + tales[30].address]
    _open(page, portal, f"?q={quote(f'《{first}》')}")
    assert page.locator(".g-result__text mark").first.inner_text() == first


def test_a_word_of_one_character_is_named_as_not_looked_for(page, portal, tales) -> None:
    from playwright.sync_api import expect

    status = _open(page, portal, f"?q={tales[5].title} 土 城墙上面的土")
    expect(status).to_contain_text("单个的字“土”没有查。")
    status = _open(page, portal, f"?q=， {tales[5].title} 土")
    expect(status).to_have_text("找到 1 篇。单个的字“土”没有查。")


def test_filters_narrow_and_the_address_keeps_them(page, portal, tales) -> None:
    from playwright.sync_api import expect

    tale = next(t for t in tales if t.published.year == 2016 and t.section == "项目建设")
    name = tale.people[0]
    wanted = [t for t in tales if name in t.people and t.published.year == 2016 and t.section == "项目建设"]
    status = _open(page, portal, f"?q={name}")
    expect(status).to_contain_text(f"找到 {len(_hrefs(tales, name))} 篇")
    _choice(page, "年份").select_option("2016")
    _choice(page, "版块").select_option("项目建设")
    expect(status).to_contain_text(f"找到 {len(wanted)} 篇")
    _choice(page, "次序").select_option("date")
    expect(page).to_have_url(re.compile("year=2016.*sort=date"))
    newest = [serving.PREFIX + tale.address for tale in reversed(wanted)][:10]
    page.locator(f".g-result:first-child a[href='{newest[0]}']").wait_for()
    assert _results(page) == newest
    page.reload()
    expect(status).to_contain_text(f"找到 {len(wanted)} 篇")
    assert _choice(page, "版块").locator("option:checked").inner_text() == "项目建设"
    for kind, value, count in (
        ("人物", tale.people[1], sum(set(tale.people) <= set(t.people) for t in tales)),
        ("单位", tale.unit, sum(name in t.people and t.unit == tale.unit for t in tales)),
    ):
        _open(page, portal, f"?q={name}")
        _choice(page, kind).select_option(value)
        expect(status).to_contain_text(f"找到 {count} 篇")


def test_going_back_shows_what_was_asked_before(page, portal, tales) -> None:
    from playwright.sync_api import expect

    status = _open(page, portal, f"?q={tales[0].title}")
    expect(status).to_contain_text("找到 1 篇")
    page.get_by_role("searchbox").first.fill(tales[9].title)
    page.keyboard.press("Enter")
    page.locator(f".g-result__link[href$='{tales[9].address}']").wait_for()
    page.go_back()
    page.locator(f".g-result__link[href$='{tales[0].address}']").wait_for()
    assert page.get_by_role("searchbox").first.input_value() == tales[0].title


def test_the_keyboard_is_enough(page, portal, tales) -> None:
    from playwright.sync_api import expect

    unit = tales[0].unit
    count = len(_hrefs(tales, unit))
    status = _open(page, portal)
    page.get_by_role("searchbox").first.focus()
    page.keyboard.type(unit)
    page.keyboard.press("Enter")
    expect(status).to_have_text(f"找到 {count} 篇，先列出 10 篇。")
    assert _focused(page) == "q"
    for name in ("", "section", "unit", "person", "year", "sort"):
        page.keyboard.press("Tab")
        assert _focused(page) == name
    for _ in range(10):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.href").endswith(_results(page)[9])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(status).to_have_text(f"找到 {count} 篇，已列出 20 篇。")
    assert page.evaluate("document.activeElement.href").endswith(_results(page)[10])


def _focused(page: Any) -> str:
    return page.evaluate("document.activeElement.name")


def test_the_field_at_the_foot_of_a_story_leads_to_the_answer(page, portal, tales) -> None:
    from playwright.sync_api import expect

    page.goto(portal[1] + tales[7].address)
    page.get_by_role("searchbox").fill(tales[8].title)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("找到 1 篇")
    page.goto(portal[1] + tales[7].address)
    page.get_by_role("banner").get_by_role("link", name="搜索").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("搜索")


def test_without_script_the_page_names_the_archives(browser, portal, tales) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(portal[1] + tales[7].address)
    page.get_by_role("searchbox").fill("城墙")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    notice = page.locator("noscript")
    assert "没有运行脚本" in notice.inner_text()
    notice.get_by_role("link", name="往期").click()
    page.wait_for_url("**/archives/")
    context.close()


def test_nothing_stands_out_sideways(page, portal, tales) -> None:
    _open(page, portal, f"?q={tales[0].unit}")
    page.locator(".g-result").first.wait_for()
    for width in (320, 768, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_results_do_not_push_the_page_about(page, portal, tales) -> None:
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver((list) => { for (const one of list.getEntries()) window.moved += one.value; })"
        ".observe({ type: 'layout-shift', buffered: true });"
    )
    _open(page, portal, f"?q={tales[0].title}")
    page.locator(".g-result").first.wait_for()
    page.wait_for_timeout(300)
    assert page.evaluate("window.moved") < 0.01


def test_fields_and_buttons_are_large_enough_for_a_finger(page, portal) -> None:
    _open(page, portal)
    sizes = page.locator(".g-search input, select, main button:visible").evaluate_all(
        "all => all.map((one) => one.offsetHeight)"
    )
    assert len(sizes) == 8
    assert min(sizes) >= 44
