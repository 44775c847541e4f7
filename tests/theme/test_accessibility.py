"""Every kind of page judged by axe-core: on a phone and on a desktop, in light, dark, high contrast and large print."""

from __future__ import annotations

import json
from typing import Any

import pytest
from axe_playwright_python.base import AXE_FILE_PATH

from .pages import PAGES
from .samples import ABOUT, ATTACHED, FULL, LONG, PLAIN, SHEETS, TALL, TWELVE, WITHDRAWN

# One page of every kind, and those whose matter is of another shape. Without script they are the same pages.
_KINDS = (
    "",
    "home-plain/",
    "home-empty/",
    *(one.story.address for one in (FULL, LONG, PLAIN, TALL, TWELVE, ATTACHED, WITHDRAWN, ABOUT)),
    SHEETS[0].address,
    SHEETS[1].address,
    *("unit/beixiajie/", "person/p0/", "project/shangdu-lishi/", "section/zuofeng/", "2017/08/"),
    "archives/",
    "corrections/",
    "search/",
    "map/",
    "subscribe/",
    "404.html",
)
_MODES: dict[str, dict[str, str]] = {
    "light": {},
    "dark": {"scheme": "dark"},
    "high contrast": {"contrast": "high"},
    "high contrast, dark": {"contrast": "high", "scheme": "dark"},
    "large print": {"size": "large"},
    "largest print": {"size": "largest"},
}
_SIZES = {"phone": {"width": 360, "height": 740}, "desktop": {"width": 1440, "height": 900}}
_RUN = """async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
    .flatMap(({ id, help, nodes }) => nodes.map((node) => [id, help, node.html.slice(0, 120)]))"""

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium")]


def _judged(browser: Any, address: str, size: str, mode: str) -> dict[str, Any]:
    """What axe-core has against each page."""
    context = browser.new_context(base_url=address, viewport=_SIZES[size], reduced_motion="reduce")
    chosen = json.dumps(json.dumps(_MODES[mode]))
    context.add_init_script(f"localStorage.setItem('guancheng.reading', {chosen})")
    context.add_init_script(path=AXE_FILE_PATH)
    page = context.new_page()
    found = {}
    for where in _KINDS:
        page.goto(where)
        if slips := page.evaluate(_RUN):
            found[where] = slips
    context.close()
    return found


_QUICK = {("phone", "light"), ("desktop", "dark")}


@pytest.mark.parametrize(
    ("size", "mode"),
    [
        pytest.param(size, mode, marks=[] if (size, mode) in _QUICK else pytest.mark.slow)
        for size in _SIZES
        for mode in _MODES
    ],
)
def test_axe_has_nothing_against_any_kind_of_page(browser, address, size, mode):
    assert _judged(browser, address, size, mode) == {}


def test_the_lightbox_is_accessible_while_it_is_open(browser, address):
    context = browser.new_context(base_url=address)
    context.add_init_script(path=AXE_FILE_PATH)
    page = context.new_page()
    page.goto(TWELVE.story.address)
    page.locator(".g-figure__open").first.press("Enter")
    assert page.evaluate(_RUN) == []
    context.close()


def test_a_page_of_every_template_is_judged():
    assert {PAGES[where][0] for where in _KINDS} == {template for template, _ in PAGES.values()}
