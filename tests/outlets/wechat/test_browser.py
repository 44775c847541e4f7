"""Articles in a real browser: the platform's own rules find nothing, one click copies, and what was copied survives being pasted."""

from __future__ import annotations

import json

import probe
import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.newsdesk import column, jpeg, story

from .editor import pasted
from .made import files, samples

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.needs("chromium")]

# An empty editor: what is pasted is cleaned as the platform does it, and handed on.
EDITOR = """<!DOCTYPE html><meta charset="utf-8"><div id="editor" contenteditable></div><script>
document.getElementById("editor").addEventListener("paste", (event) => {
  event.preventDefault();
  const page = new DOMParser().parseFromString(event.clipboardData.getData("text/html"), "text/html");
  page.querySelectorAll("script, style, link, iframe, form, input").forEach((node) => node.remove());
  page.querySelectorAll("*").forEach((node) => {
    for (const name of ["class", "id"]) node.removeAttribute(name);
    if (node.style.display === "flex") node.remove();
    node.style.removeProperty("position");
    if (node.tagName === "A" && node.hostname !== "mp.weixin.qq.com") node.replaceWith(...node.childNodes);
    if (node.tagName === "IMG" && !/^data:image\\/(jpeg|png)/.test(node.src)) node.remove();
  });
  document.getElementById("editor").innerHTML = page.body.innerHTML;
});
</script>"""


@pytest.fixture(scope="module")
def everything(tmp_path_factory):
    """A story with all that stresses lines: strong and raised words in short and long paragraphs, lists, tables, notes, pictures."""
    body = (
        "短句，**重点**在中间。\n\n"
        + "**甲**乙[丙](https://b.example/)丁[^1]。" * 9
        + "\n\n## 小标题\n\n- 甲\n    - **乙**丙\n\n"
        '![东](01.jpg "张三 摄") ![西](02.jpg "李四 摄")\n\n| 一 | 二 |\n|--|--:|\n| **三** | 四[^1] |\n\n'
        "> 编者按　请看。\n\n> 引文\n\n---\n\n```\na = 1\n```\n\n[^1]: 说明。\n"
    )
    head = {"引题": "引", "副题": "副", "责编": "张三"}
    laid = {"01.jpg": jpeg(1600, 900), "02.jpg": jpeg(800, 1600), "index.md": story(body, **head)}
    content = column(
        tmp_path_factory.mktemp("all") / "content", {f"2017/08/16-haogao/{name}": data for name, data in laid.items()}
    )
    return files(content)


def articles(everything):
    yield "everything", everything
    yield from ((package.name, package.files) for package in samples())


def written(folder, files):
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def test_the_platforms_own_rules_find_nothing(everything, browser, tmp_path):
    for name, package in articles(everything):
        written(tmp_path / name, package)
        probe.build(str(tmp_path / name / "article.html"), None, str(tmp_path / name / "probe.html"))
        page = browser.new_page()
        page.goto((tmp_path / name / "probe.html").as_uri())
        told = json.loads(page.locator("#__probeReport").text_content())
        page.close()
        raw = {key: value for key, value in told["payloadRaw"].items() if key not in ("len", "head")}
        counts = [
            told["preview"]["count"],
            *(told["payload"][width]["count"] for width in ("w585", "w677", "w375")),
            raw,
        ]
        assert [count for each in counts for count in each.values() if count] == [], (name, counts)


@pytest.mark.parametrize("way", ["clipboard", "event"])  # the second is that of browsers without the first
def test_one_click_copies_what_can_be_pasted(everything, browser, tmp_path, way):
    written(tmp_path, everything)
    (tmp_path / "editor.html").write_text(EDITOR, encoding="utf-8")
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    if way == "event":
        page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto((tmp_path / "copy.html").as_uri())
    page.click("#copy")
    page.get_by_text("全文已复制").wait_for()
    page.goto((tmp_path / "editor.html").as_uri())
    page.click("#editor")
    page.keyboard.press("Control+V")
    page.locator("#editor h1").wait_for()
    kept = page.locator("#editor").inner_html()
    sizes = page.evaluate("[...document.images].map((image) => [image.naturalWidth, image.dataset.w])")
    ink = page.evaluate("getComputedStyle(document.querySelector('#editor h1')).color")
    context.close()
    assert pasted(kept) == pasted(everything["article.html"].decode())
    assert sizes == [[1080, "1080"], [800, "800"]]
    assert ink == "rgb(35, 30, 24)"


def test_the_dark_phone_shows_the_platforms_colours_and_the_page_is_accessible(everything, browser, tmp_path):
    written(tmp_path, everything)
    page = browser.new_page(viewport={"width": 1400, "height": 1000})
    page.goto((tmp_path / "copy.html").as_uri())
    colour = "(where) => getComputedStyle(document.querySelector(where)).color"
    assert page.evaluate(colour, "#light h1") == "rgb(35, 30, 24)"
    assert page.evaluate(colour, "#dark h1") == "rgb(169, 162, 153)"
    assert page.evaluate("[...document.querySelectorAll('#dark img')].every((image) => image.naturalWidth > 0)")
    assert Axe().run(page).violations_count == 0
    page.close()
