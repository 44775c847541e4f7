"""Pages in a real browser: photos as wide as was promised, nothing that jumps, a lightbox that works by keyboard and without script."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest

from .samples import FULL, SHEETS, TALL, TWELVE

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium")]

WIDTHS = (360, 768, 1024, 1440)
PHOTO_PAGES = ("", FULL.story.address, TALL.story.address, TWELVE.story.address, SHEETS[0].address)
_LATE = 300  # milliseconds by which photos come later than the page in tests of what jumps

# What `sizes` promises of every photo on the page, and how wide its picture is set (a tall one in a wide box is narrower).
_MEASURE = """() => [...document.querySelectorAll("img[sizes]")].map((img) => {
  const parts = img.sizes.split(/,\\s*(?![^(]*\\))/);
  const chosen = parts.find((part) => !part.startsWith("(min-width") || matchMedia(part.match(/^\\([^)]*\\)/)[0]).matches);
  const probe = document.createElement("div");
  probe.style.cssText = "position:absolute;inline-size:" + chosen.replace(/^\\(min-width[^)]*\\)\\s*/, "");
  document.body.append(probe);
  const promised = probe.getBoundingClientRect().width;
  probe.remove();
  const box = img.getBoundingClientRect(), shape = img.getAttribute("width") / img.getAttribute("height");
  const isWhole = getComputedStyle(img).objectFit === "contain";
  return [img.sizes, promised, isWhole ? Math.min(box.width, box.height * shape) : box.width];
})"""
_SHIFTS = """() => { window.shifts = 0; new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shifts += entry.value;
}).observe({type: "layout-shift", buffered: true}); }"""


@pytest.mark.parametrize("where", PHOTO_PAGES)
def test_every_photo_is_as_wide_as_it_told_the_browser(page, where):
    page.goto(where)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for sizes, promised, rendered in page.evaluate(_MEASURE):
            assert rendered == pytest.approx(promised, rel=0.02), (width, sizes)


def test_what_fits_a_line_of_a_phone_is_not_broken(page):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(SHEETS[0].address)
    pieces = page.locator(".g-card .g-headline__clause, .g-figure__credit, .g-figure__licence")
    heights = pieces.evaluate_all(
        "all => all.map((one) => [one.textContent, one.offsetHeight / parseFloat(getComputedStyle(one).lineHeight)])"
    )
    assert len(heights) > 10
    assert [words for words, lines in heights if lines > 1.5] == []


def test_a_headline_is_underlined_whole_with_its_link(page):
    page.goto("corrections/")
    lines = page.locator(".g-corrections__link .g-headline__half").evaluate_all(
        "all => all.map((one) => getComputedStyle(one).textDecorationLine)"
    )
    assert set(lines) == {"underline"}


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("where", PHOTO_PAGES)
def test_nothing_jumps_when_photos_come_late(page, where, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.add_init_script(f"({_SHIFTS})()")
    held: list[Any] = []
    is_time = threading.Event()
    page.route("**/photos/**", lambda route: route.continue_() if is_time.is_set() else held.append(route))
    page.goto(where, wait_until="commit")
    page.locator(".g-footer").wait_for()
    page.mouse.wheel(0, 3000)
    page.wait_for_timeout(_LATE)
    is_time.set()
    for route in held:
        route.continue_()
    page.wait_for_load_state("networkidle")
    assert held
    assert page.evaluate("window.shifts") == 0


def test_the_lightbox_shows_the_photo_with_its_words_and_gives_the_focus_back(page):
    page.goto(FULL.story.address)
    link = page.locator(".g-figure__open").first
    link.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    assert dialog.is_visible()
    assert dialog.locator("img").get_attribute("alt") == FULL.figures[0].use.alternative
    for words in (FULL.figures[0].use.caption, FULL.figures[0].use.credit, "1 / 7"):
        assert words in dialog.inner_text()
    page.keyboard.press("Escape")
    assert not dialog.is_visible()
    assert link.evaluate("link => link === document.activeElement")
    assert page.url.endswith(FULL.story.address)


def test_the_lightbox_is_complete_by_keyboard(page):
    page.goto(FULL.story.address)
    page.locator(".g-figure__open").first.press("Enter")
    dialog = page.get_by_role("dialog")
    page.keyboard.press("ArrowLeft")
    assert "1 / 7" in dialog.inner_text()
    page.keyboard.press("ArrowRight")
    assert "2 / 7" in dialog.inner_text()
    reached = set()
    for _ in range(8):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.textContent"))
    assert {"上一幅", "下一幅", "关闭"} <= reached
    dialog.get_by_role("button", name="关闭").press("Enter")
    assert page.locator(".g-figure__open").nth(1).evaluate("link => link === document.activeElement")


def test_a_page_with_one_photo_offers_no_way_to_another(page):
    page.goto(TALL.story.address)
    page.locator(".g-figure__open").click()
    assert page.get_by_role("dialog").get_by_role("button").all_inner_texts() == ["关闭"]
    page.locator(".g-lightbox__stage").click()
    assert not page.get_by_role("dialog").is_visible()


def test_without_script_the_link_opens_the_picture(browser, address):
    page = browser.new_page(base_url=address, java_script_enabled=False)
    page.goto(FULL.story.address)
    page.locator(".g-figure__open").first.click()
    page.wait_for_url("**/photos/*.jpeg")
    page.close()


def test_a_browser_that_knows_no_dialogs_shows_nothing_of_it_and_follows_the_link(browser, address):
    page = browser.new_page(base_url=address)
    page.add_init_script("delete HTMLDialogElement.prototype.showModal")
    page.goto(FULL.story.address)
    assert page.locator(".g-lightbox").evaluate("dialog => getComputedStyle(dialog).display") == "none"
    page.locator(".g-figure__open").first.click()
    page.wait_for_url("**/photos/*.jpeg")
    page.close()


def test_the_photo_that_leads_the_front_page_leads_to_its_story(page):
    page.goto("")
    photo = page.locator(".g-lead img").bounding_box()
    page.mouse.click(photo["x"] + 40, photo["y"] + 40)
    page.wait_for_url(f"**/{FULL.story.address}")


def test_paper_shows_no_lightbox(page):
    page.goto(FULL.story.address)
    page.locator(".g-figure__open").first.click()
    page.emulate_media(media="print")
    assert not page.locator(".g-lightbox").is_visible()
    assert page.locator(".g-body p").first.is_visible()


def test_the_pages_ask_nobody_else_and_run_under_a_strict_policy(page, address):
    asked: list[str] = []
    slips: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: slips.append(message.text))
    page.goto(FULL.story.address)
    page.locator(".g-figure__open").first.click()
    page.wait_for_load_state("networkidle")
    assert page.get_by_role("dialog").is_visible()
    assert slips == []
    assert {url for url in asked if not url.startswith(address)} == set()


def test_samples_are_drawn_for_every_photo(address: str, page: Any) -> None:
    missing: list[str] = []
    page.on("response", lambda answer: missing.append(answer.url) if answer.status == 404 else None)
    page.goto(TWELVE.story.address)
    page.mouse.wheel(0, 5000)
    page.wait_for_load_state("networkidle")
    assert missing == []
    assert Path(address).name == "guancheng"
