"""One varied column, built once, served and looked at in one browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from plugins.desk.build import build
from plugins.search import ordering
from tests.newsdesk import NOW, story

from . import serving, varied

HIDDEN = {
    "2016/05/02-caogao/index.md": story(
        "看不见的草稿正文。\n", 标题="藏起来的草稿", 状态="草稿", 日期="2016-05-02", 署名="文/本专栏"
    ),
    "2099/01/02-weilai/index.md": story(
        "看不见的未来正文。\n", 标题="藏起来的未来", 日期="2099-01-02", 署名="文/本专栏"
    ),
    "2016/05/03-guoqi/index.md": story(
        "看不见的旧闻正文。\n", 标题="藏起来的旧闻", 下线="2016-06-01", 日期="2016-05-03", 署名="文/本专栏"
    ),
    "2016/05/04-chexia/index.md": story(
        "看不见的撤稿正文。\n",
        标题="藏起来的撤稿",
        状态="撤稿",
        撤稿日期="2016-05-05",
        撤稿说明="有误。",
        日期="2016-05-04",
        署名="文/本专栏",
    ),
}


@pytest.fixture(scope="session")
def tales() -> list[varied.Tale]:
    return varied.tales(320)


@pytest.fixture(scope="session")
def portal(tales: list[varied.Tale], tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[serving.Portal, str]]:
    folder = tmp_path_factory.mktemp("search")
    content = varied.write(folder / "content", tales)
    for name, text in HIDDEN.items():
        (content / name).parent.mkdir(parents=True)
        (content / name).write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ordering, "MOST", 60)  # so that years have several volumes
        result = build(content, folder / "site", serving.SITE_URL, cache=folder / "cache", now=NOW)
    assert (folder / "site/search/index/2017-2/table.json").is_file()
    assert result.ok, result.problems
    with serving.served(folder / "site") as running:
        yield running


@pytest.fixture
def page(browser: Any, portal: tuple[serving.Portal, str]) -> Iterator[Any]:
    """A page that may say nothing on its console and ask nobody but the portal."""
    lost, (server, home) = [], portal
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.on("console", lambda told: lost.append(told.text))
    page.on("pageerror", lambda slip: lost.append(str(slip)))
    page.on("request", lambda request: None if request.url.startswith(home) else lost.append(request.url))
    yield page
    context.close()
    expected = server.lost
    server.lost = ""
    assert [words for words in lost if not (expected and "404" in words)] == []
