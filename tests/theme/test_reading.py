"""How a page can be read: switches, tools, paper, Chinese type; by finger, by keyboard, with and without script."""

from __future__ import annotations

import gzip
import io
from typing import Any

import pytest
import zxingcpp
from PIL import Image

from plugins.assets.bundle import bundle

from .pages import PAGES, THEME
from .samples import FULL, LONG, TWELVE

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium")]

_STORY = FULL.story.address
_ROOT_SIZE = "parseFloat(getComputedStyle(document.documentElement).fontSize)"
_PAPER = "getComputedStyle(document.documentElement).backgroundColor"
_FIRST_FRAME = f"requestAnimationFrame(() => {{ window.first = [{_ROOT_SIZE}, {_PAPER}] }})"
_DENIED = "Storage.prototype.getItem = Storage.prototype.setItem = () => { throw new DOMException('denied') }"
_CHOICES = {"大字": 21.33, "特大": 30, "标准": 16}


def _choose(page: Any, *words: str) -> None:
    for word in words:
        page.locator(".g-switches__label", has_text=word).click()


@pytest.fixture
def scriptless(browser: Any, address: str) -> Any:
    opened = browser.new_page(base_url=address, java_script_enabled=False, viewport={"width": 360, "height": 740})
    yield opened
    opened.close()


def test_switches_work_without_script(scriptless):
    scriptless.goto(_STORY)
    for word, pixels in _CHOICES.items():
        _choose(scriptless, word)
        assert _style(scriptless, "html", "fontSize") == pytest.approx(pixels, abs=0.02)
    colours = set()
    for word in ("浅色", "深色", "高对比"):
        _choose(scriptless, word)
        colours.add(scriptless.locator("html").evaluate("e => getComputedStyle(e).backgroundColor"))
    assert colours == {"rgb(250, 247, 240)", "rgb(26, 23, 19)", "rgb(0, 0, 0)"}


def test_what_was_chosen_is_there_before_the_next_page_is_drawn(page):
    page.goto("")
    _choose(page, "特大", "深色", "高对比")
    page.add_init_script(_FIRST_FRAME)
    page.goto(_STORY)
    assert page.evaluate("window.first") == [30, "rgb(0, 0, 0)"]
    assert page.locator(".g-switches__choice:checked").evaluate_all("all => all.map(e => e.value)") == [
        "largest",
        "high",
        "dark",
    ]
    _choose(page, "标准", "自动", "高对比")
    page.reload()
    assert page.evaluate("window.first") == [16, "rgb(250, 247, 240)"]


def test_what_was_chosen_waits_for_no_file(page):
    page.goto("")
    _choose(page, "特大", "深色")
    page.route("**/switches.*.js", lambda route: route.abort())
    page.goto(_STORY)
    assert page.evaluate(_ROOT_SIZE) == pytest.approx(30, abs=0.02)
    assert page.evaluate(_PAPER) == "rgb(26, 23, 19)"


def test_the_browsers_own_frame_takes_the_colour_that_was_chosen(page):
    page.goto("")
    frames = page.locator("meta[name=theme-color]")
    own = frames.evaluate_all("all => all.map((meta) => meta.content)")
    _choose(page, "深色")
    assert set(frames.evaluate_all("all => all.map((meta) => meta.content)")) == {"rgb(26, 23, 19)"}
    page.goto(_STORY)
    page.wait_for_function("document.querySelector('meta[name=theme-color]').content === 'rgb(26, 23, 19)'")
    _choose(page, "自动")
    assert frames.evaluate_all("all => all.map((meta) => meta.content)") == own


def test_a_page_gone_back_to_has_learned_of_the_choice(page):
    page.goto("")
    page.goto(_STORY)
    _choose(page, "大字")
    page.go_back()
    page.wait_for_function(f"Math.abs({_ROOT_SIZE} - 21.33) < .02")


@pytest.mark.parametrize("trouble", [_DENIED, "Storage.prototype.getItem = () => '{broken'"])
def test_where_nothing_may_be_remembered_the_switches_work_on_the_page(page, trouble):
    slips: list[str] = []
    page.on("pageerror", lambda error: slips.append(str(error)))
    page.add_init_script(trouble)
    page.goto(_STORY)
    _choose(page, "大字")
    assert page.evaluate(_ROOT_SIZE) == pytest.approx(21.33, abs=0.02)
    assert slips == []


def test_the_system_is_followed_until_the_reader_chooses(page):
    page.emulate_media(color_scheme="dark", contrast="more")
    page.goto("")
    assert page.evaluate(_PAPER) == "rgb(0, 0, 0)"
    _choose(page, "浅色")
    assert page.evaluate(_PAPER) == "rgb(255, 255, 255)"


def test_the_first_keys_lead_to_the_text_and_to_the_switches(page):
    page.goto(_STORY)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "跳到正文"
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    assert page.evaluate(_ROOT_SIZE) == pytest.approx(21.33, abs=0.02)
    outline = "getComputedStyle(document.activeElement.nextElementSibling).outlineStyle"
    assert page.evaluate(outline) == "solid"
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.locator("[value=high]").is_checked()


def test_the_skip_link_puts_the_next_key_into_the_text(page):
    page.goto(_STORY)
    page.keyboard.press("Tab")
    assert page.locator(".g-skip").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("where", ["", _STORY])
def test_whatever_has_the_focus_shows_it(page, where):
    page.goto(where)
    count = page.locator("a:visible, button:visible, input").count()
    for _ in range(min(count, 60)):
        page.keyboard.press("Tab")
        shown = """() => { const e = document.activeElement, s = getComputedStyle(e.matches(".g-switches__choice") ? e.nextElementSibling : e);
            return [e.outerHTML.slice(0, 80), e === document.body || s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2] }"""
        what, is_shown = page.evaluate(shown)
        assert is_shown, what


@pytest.mark.parametrize(("word", "least"), [("标准", 44), ("大字", 60), ("特大", 60)])
def test_what_is_to_be_touched_is_large_enough(page, word, least):
    page.set_viewport_size({"width": 360, "height": 740})
    for where in ("", _STORY, "archives/", "404.html"):
        page.goto(where)
        _choose(page, word)
        small = page.evaluate(
            """least => [...document.querySelectorAll("button, input, nav a, .g-button, .g-more, .g-footer__link, .g-belongs__link")]
            .map((e) => [e.textContent || e.value, (e.closest(".g-brief") || e).getBoundingClientRect()])
            .filter(([, box]) => box.width && box.height < least - .5 )
            .map(([words, box]) => [words.trim(), box.width, box.height])""",
            least,
        )
        assert small == [], where


# How wide the page is in each size of print, chosen one after the other.
_WIDTHS = """(words) => words.map((word) => {
    [...document.querySelectorAll(".g-switches__label")].find((label) => label.textContent.includes(word)).click();
    return document.documentElement.scrollWidth;
})"""


def test_no_page_has_to_be_moved_sideways_on_the_narrowest_phone(page):
    page.set_viewport_size({"width": 320, "height": 640})
    for where in PAGES:
        page.goto(where)
        assert page.evaluate(_WIDTHS, list(_CHOICES)) == [320, 320, 320], where


def test_text_is_set_as_old_eyes_need_it(page):
    for where in (_STORY, "about/", "corrections/"):
        page.goto(where)
        loose = page.evaluate(
            """() => [...document.querySelectorAll("main p, main li, main dd, main td, main h1, main h2")].filter((e) => e.offsetHeight)
            .map((e) => [e.textContent.slice(0, 20), parseFloat(getComputedStyle(e).lineHeight) / parseFloat(getComputedStyle(e).fontSize)])
            .filter(([, ratio]) => ratio < 1.3)"""
        )
        assert loose == []
    page.goto(_STORY)
    size, line, gap = (_style(page, ".g-body > p + p", name) for name in ("fontSize", "lineHeight", "marginTop"))
    assert size >= 18
    assert gap >= 1.3 * (line - size)


def test_chinese_text_is_set_by_its_own_rules(page):
    page.goto(_STORY)
    text = page.locator(".g-body > p").first
    styles = text.evaluate(
        "e => { const s = getComputedStyle(e); return [s.lineBreak, s.textAutospace, s.textAlign, s.textWrapStyle] }"
    )
    assert styles == ["strict", "normal", "justify", "pretty"]
    assert _style(page, ".g-body > p", "textIndent") == 2 * _style(page, ".g-body > p", "fontSize")
    assert page.locator("h1").evaluate("e => getComputedStyle(e).textWrapStyle") == "balance"
    page.set_viewport_size({"width": 360, "height": 740})
    _choose(page, "特大")
    assert text.evaluate("e => getComputedStyle(e).textAlign") == "start"


def test_quotation_marks_fill_a_square_in_chinese_and_are_narrow_in_latin(page):
    page.goto(_STORY)
    widths = page.evaluate(
        """() => [["zh-CN", ".g-body"], ["en", ".g-body"], ["zh-CN", "h1"]].map(([lang, where]) => {
            const probe = document.createElement("span");
            probe.lang = lang;
            probe.textContent = "“";
            document.querySelector(where).append(probe);
            return probe.getBoundingClientRect().width / parseFloat(getComputedStyle(probe).fontSize);
        })"""
    )
    assert widths == [pytest.approx(1, abs=0.02), pytest.approx(0.5, abs=0.15), pytest.approx(1, abs=0.02)]


def test_tools_stand_only_where_they_work(page, scriptless):
    page.add_init_script(
        "delete Navigator.prototype.share; delete Navigator.prototype.clipboard; speechSynthesis.getVoices = () => []"
    )
    page.goto(_STORY)
    assert page.locator(".g-tools button:visible").all_inner_texts() == ["打印"]
    scriptless.goto(_STORY)
    assert not scriptless.locator(".g-tools").is_visible()


def test_tools_copy_share_and_print_the_address_of_the_story(page, address):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.add_init_script(
        "window.told = []; window.print = () => told.push('print'); navigator.share = async (what) => told.push(what.url)"
    )
    page.goto(_STORY)
    for name in ("打印", "复制网址", "分享"):
        page.get_by_role("button", name=name).click()
    page.get_by_text("网址已复制").wait_for()
    url = page.locator("link[rel=canonical]").get_attribute("href")
    assert page.evaluate("told") == ["print", url]
    assert page.evaluate("navigator.clipboard.readText()") == url


_VOICES = """window.said = [];
window.SpeechSynthesisUtterance = class extends EventTarget { constructor(words) { super(); this.words = words; } };
Object.assign(speechSynthesis, { getVoices: () => [{ lang: "en-US" }, { lang: "zh-CN" }], speak: (one) => said.push(one), cancel: () => {} });"""


def test_a_story_is_read_aloud_in_chinese_from_its_headline_to_its_end(page):
    page.add_init_script(_VOICES)
    page.goto(_STORY)
    button = page.get_by_role("button", name="朗读")
    button.click()
    said = page.evaluate("said.map((one) => one.words)")
    assert set(page.evaluate("said.map((one) => one.lang)")) == {"zh-CN"}
    assert "一层一层往上夯" in said[1]
    shown = [words.strip() for words in page.locator(".g-body > :is(p, ul > li)").all_text_contents()]
    assert [words for words in shown if said.count(words) != shown.count(words)] == []
    assert button.get_attribute("aria-pressed") == "true"
    page.evaluate("said.at(-1).dispatchEvent(new Event('end'))")
    assert button.get_attribute("aria-pressed") == "false"


def test_nothing_moves_when_tools_and_choices_appear(page):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("")
    _choose(page, "深色")
    page.add_init_script(
        "window.shifts = 0; new PerformanceObserver((l) => { for (const e of l.getEntries()) shifts += e.value })"
        ".observe({ type: 'layout-shift', buffered: true })"
    )
    page.route("**/tools.*.js", lambda route: (page.wait_for_timeout(200), route.continue_()))
    page.goto(_STORY)
    page.get_by_role("button", name="打印").wait_for()
    page.wait_for_timeout(100)
    assert page.evaluate("shifts") == 0


@pytest.mark.parametrize("scheme", ["浅色", "深色"])
def test_a_phone_can_scan_the_address_off_the_screen(page, scheme):
    page.goto(_STORY)
    _choose(page, scheme)
    assert _scanned(page) == page.locator("link[rel=canonical]").get_attribute("href")
    page.set_viewport_size({"width": 360, "height": 740})
    assert not page.locator(".g-whereabouts").is_visible()


def test_paper_has_the_story_its_address_and_a_code_and_no_way_to_go(page):
    page.goto(_STORY)
    _choose(page, "深色", "特大")
    page.emulate_media(media="print")
    for gone in (".g-switches", ".g-nav", ".g-tools", ".g-breadcrumb", ".g-neighbours", ".g-footer"):
        assert not page.locator(gone).first.is_visible(), gone
    url = page.locator("link[rel=canonical]").get_attribute("href")
    assert url in page.locator(".g-whereabouts__address").inner_text()
    assert _scanned(page) == url
    inks = page.evaluate(f"[{_PAPER}, getComputedStyle(document.body).color]")
    assert inks == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    assert page.locator("figure").first.evaluate("e => getComputedStyle(e).breakInside") == "avoid"
    assert page.pdf().startswith(b"%PDF")


@pytest.mark.parametrize("has_script", [True, False])
def test_no_page_complains_or_asks_anybody_else(browser, address, has_script):
    page = browser.new_page(base_url=address, java_script_enabled=has_script)
    slips: list[tuple[str, str]] = []
    asked: list[str] = []
    # files beside stories are no part of these pages' folder
    page.on("console", lambda said: "/files/" in said.location["url"] or slips.append((page.url, said.text)))
    page.on("pageerror", lambda error: slips.append((page.url, str(error))))
    page.on("request", lambda request: asked.append(request.url))
    of_a_template = {template: where for where, (template, _) in PAGES.items()}
    for where in PAGES if has_script else of_a_template.values():
        if PAGES[where][0] != "search":  # asks for an index, which only a whole build has
            page.goto(where)
    page.close()
    assert slips == []
    assert {url for url in asked if not url.startswith(address)} == set()


@pytest.mark.parametrize("story", [FULL, LONG, TWELVE], ids=lambda story: story.story.address)
def test_the_first_view_of_a_story_comes_in_thirty_kilobytes(page, story):
    html = page.request.get(story.story.address).body()
    needed = (html, bundle(THEME).data)
    assert sum(len(gzip.compress(data)) for data in needed) < 30 * 1024


def _style(page: Any, where: str, name: str) -> float:
    return float(page.locator(where).first.evaluate(f"e => parseFloat(getComputedStyle(e).{name})"))


def _scanned(page: Any) -> str:
    picture = page.locator(".g-whereabouts__code").screenshot()
    (code,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)).convert("L"))
    return str(code.text)
