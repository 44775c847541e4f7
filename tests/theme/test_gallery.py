"""The gallery of components: none is missing, every example can be looked at, and none breaks what holds for pages."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from PIL import Image

from tests import newsdesk

from . import components
from .gallery import examples, write
from .sheets import COMPONENTS, text_of

_SIZES = {"narrowest phone": {"width": 320, "height": 640}, "desktop": {"width": 1440, "height": 900}}
# An example is a part of a page: what a whole page must have is judged in test_accessibility.
_RUN = """async () => {
  const rules = {};
  for (const whole of ["region", "landmark-one-main", "page-has-heading-one", "heading-order"]) rules[whole] = { enabled: false };
  const { violations } = await axe.run(document, { iframes: false, resultTypes: ["violations"], rules });
  return violations.map(({ id, nodes }) => [id, nodes[0].html.slice(0, 120)]);
}"""
_WAYS = (("narrowest phone", "light"), ("desktop", "dark"))


def _opened(*ways: tuple[str, str]) -> pytest.MarkDecorator:
    """Opens the gallery in each way: (size, scheme)."""
    needs = (pytest.mark.browser, pytest.mark.needs("chromium"))
    params = [pytest.param(way, id=", ".join(way), marks=needs) for way in ways]
    return pytest.mark.parametrize("opened", params, indirect=True)


def test_every_component_has_an_example() -> None:
    assert {one.component for one in examples()} == set(components.names())


@pytest.mark.parametrize("sheet", sorted(COMPONENTS.glob("*/*.css")), ids=lambda sheet: sheet.stem)
def test_every_class_of_a_component_is_worn_in_its_examples(sheet: Path) -> None:
    html = "".join(f'class="{one.within}" {one.html}' for one in examples() if one.component == sheet.stem)
    worn = {name for value in re.findall(r'class="([^"]*)"', html) for name in value.split()}
    assert set(re.findall(r"\.(g-[a-z][\w-]*)", text_of(sheet))) - worn == set()


def test_what_has_nothing_to_show_leaves_nothing_on_the_page() -> None:
    empty = [one for one in examples() if one.is_empty]
    assert empty
    assert [one for one in empty if one.html.strip()] == []


def test_no_two_examples_of_a_component_have_one_name() -> None:
    names = [(one.component, one.name) for one in examples()]
    assert len(set(names)) == len(names)


@pytest.mark.slow
def test_the_task_says_where_the_page_is(tmp_path: Path) -> None:
    command = [sys.executable, "tasks.py", "gallery", "--folder", str(tmp_path)]
    told = subprocess.run(command, cwd=newsdesk.ROOT, capture_output=True, text=True, check=True).stdout
    page = Path(told.strip().removeprefix("用浏览器打开："))
    assert page.is_relative_to(tmp_path)
    html = page.read_text(encoding="utf-8")
    assert html.count("<iframe") == sum(not one.is_empty for one in examples())
    assert html.count("<dt>") == sum(len(params) for _, params in components.macros())


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("gallery"))


@pytest.fixture(scope="module")
def opened(request: pytest.FixtureRequest, browser: Any, gallery: Path) -> Iterator[Any]:
    """The gallery as a file, at the size and in the scheme that are asked for."""
    size, scheme = request.param
    context = browser.new_context(viewport=_SIZES[size], color_scheme=scheme, reduced_motion="reduce")
    context.add_init_script(path=AXE_FILE_PATH)
    page = context.new_page()
    page.slips = []
    page.on("pageerror", lambda error: page.slips.append(str(error)))
    page.goto(gallery.as_uri())
    page.locator("html[data-is-fitted]").wait_for()
    yield page
    context.close()


@_opened(*_WAYS)
def test_axe_has_nothing_against_any_example(opened: Any) -> None:
    found = {frame.title(): frame.evaluate(_RUN) for frame in opened.frames}
    assert len(found) > len(components.names())
    assert {title: slips for title, slips in found.items() if slips} == {}
    assert opened.slips == []


@_opened(*_WAYS)
def test_no_example_is_wider_than_its_page(opened: Any) -> None:
    too_wide = "document.documentElement.scrollWidth > innerWidth"
    assert [frame.title() for frame in opened.frames if frame.evaluate(too_wide)] == []


@_opened(_WAYS[1])  # in the other, axe finds what has the colour of its ground
def test_every_example_is_seen(opened: Any) -> None:
    blank = []
    for frame in opened.locator("iframe").all():
        picture = Image.open(io.BytesIO(frame.screenshot(type="jpeg", quality=30))).convert("L")
        inside = picture.crop((4, 4, picture.width - 20, picture.height - 4))  # without frame and handle
        darkest, lightest = inside.getextrema()
        if lightest - darkest < 40:
            blank.append(frame.get_attribute("title"))
    assert blank == []
