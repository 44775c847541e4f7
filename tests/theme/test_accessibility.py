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

_ONE_OF_A_TEMPLATE = tuple({PAGES[where][0]: where for where in reversed(_KINDS)}.values())
# All pages once on either size. The other modes change colours and sizes only, which all pages of a template have alike.
_WAYS = (
    ("phone", "light", _KINDS),
    ("desktop", "dark", _KINDS),
    pytest.param("phone", "high contrast, dark", _ONE_OF_A_TEMPLATE, marks=pytest.mark.slow),
    pytest.param("phone", "largest print", _ONE_OF_A_TEMPLATE, marks=pytest.mark.slow),
    pytest.param("desktop", "high contrast", _ONE_OF_A_TEMPLATE, marks=pytest.mark.slow),
    pytest.param("desktop", "large print", _ONE_OF_A_TEMPLATE, marks=pytest.mark.slow),
)

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium")]


def _judged(browser: Any, address: str, size: str, mode: str, pages: tuple[str, ...]) -> dict[str, Any]:
    """What axe-core has against each of `pages`."""
    context = browser.new_context(base_url=address, viewport=_SIZES[size], reduced_motion="reduce")
    chosen = json.dumps(json.dumps(_MODES[mode]))
    context.add_init_script(f"localStorage.setItem('guancheng.reading', {chosen})")
    context.add_init_script(path=AXE_FILE_PATH)
    page = context.new_page()
    found = {}
    for where in pages:
        page.goto(where)
        if slips := page.evaluate(_RUN):
            found[where] = slips
    context.close()
    return found


@pytest.mark.parametrize(("size", "mode", "pages"), _WAYS)
def test_axe_has_nothing_against_any_kind_of_page(browser, address, size, mode, pages):
    assert _judged(browser, address, size, mode, pages) == {}


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
