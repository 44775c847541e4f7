"""What search finds beside a plain scan of the same texts: nothing is missed and nothing is made up."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest

from . import serving, varied

pytestmark = [pytest.mark.browser, pytest.mark.needs("chromium")]

# Asks in the page itself, and lists more until all is listed.
_ASK = """async (query) => {
  const form = document.querySelector("main form"), status = document.querySelector("[role=status]");
  const more = document.querySelector("[data-more]"), list = document.querySelector("ol.g-search__results");
  const until = async (is) => { while (!is()) await new Promise((go) => setTimeout(go, 2)); };
  form.elements.q.value = query;
  form.requestSubmit();
  await until(() => /^(找到|没有|请)/u.test(status.textContent));
  const said = Number((/找到 (\\d+) 篇/u.exec(status.textContent) || [0, 0])[1]);
  while (!more.hidden) {
    const before = list.children.length;
    more.click();
    await until(() => list.children.length > before && !more.disabled);
  }
  return [said, [...list.querySelectorAll("a")].map((link) => link.getAttribute("href"))];
}"""


def _phrases(tales: list[varied.Tale], number: int) -> Iterator[tuple[str, str]]:
    """(kind, phrase): titles, names, units and random stretches of 2 to 6 characters without a mark."""
    chance = random.Random(11)
    for tale in chance.sample(tales, number):
        yield "title", tale.title
        yield "part of a title", tale.title[1:6]
        runs = [run for line in tale.paragraphs for run in line.replace("。", "，").split("，") if len(run) >= 6]
        run, length = chance.choice(runs), chance.randint(2, 6)
        at = chance.randrange(len(run) - length + 1)
        yield "phrase", run[at : at + length]
    for name in varied.PEOPLE[:number]:
        yield "name", name
    for unit in sorted({tale.unit for tale in tales}):
        yield "unit", unit
        yield "part of a unit", unit[4:8]


def test_search_finds_what_a_scan_finds(page: Any, portal, tales) -> None:
    page.goto(f"{portal[1]}search/")
    for kind, phrase in _phrases(tales, 40):
        said, found = page.evaluate(_ASK, phrase)
        wanted = {serving.PREFIX + tale.address for tale in tales if phrase in tale.text}
        assert len(found) == len(set(found)) == said, (kind, phrase)
        assert set(found) == wanted, (kind, phrase)


def test_one_question_costs_a_reader_little(page: Any, portal, tales) -> None:
    server, home = portal
    server.served.clear()
    page.goto(f"{home}search/?q={tales[50].title[:4]}")
    page.locator(".g-result").first.wait_for()
    asked = [size for path, size in server.served if "/search/index/" in path]
    whole = sum(path.stat().st_size for path in server.site.rglob("search/index/**/*.json"))
    assert 0 < sum(asked) < whole / 8, (len(asked), sum(asked), whole)
