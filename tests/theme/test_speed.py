"""What a reader on a slow phone waits for before the first photo story stands there, in a real browser.

Bytes, requests, their order and what jumps hold on every machine. Milliseconds do not: `python3 tasks.py bench` tells them.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from plugins.desk.build import build
from tests.newsdesk import NOW, ROOT
from tests.phone import first_visit, served

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.needs("chromium")]

_PREFIX = "zt/guancheng/"
_SOURCE, _STORY = "2017/08/28-chengqiang", "2017/08/chengqiang/"  # begins with a photo and has three more


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the story is served as it is built for readers, as the only one of the sample content: it links to no other."""
    folder = tmp_path_factory.mktemp("speed")
    for part in ("data", "pages", _SOURCE):
        shutil.copytree(ROOT / "content" / part, folder / "content" / part)
    text = folder / "content" / _SOURCE / "index.md"
    text.write_text(re.sub(r"\[([^]]+)\]\(\.\./[^)]+\)", r"\1", text.read_text(encoding="utf-8")), encoding="utf-8")
    site = folder / "host" / _PREFIX
    site.parent.mkdir(parents=True)
    result = build(folder / "content", site, f"https://portal.example/{_PREFIX}", cache=folder / "cache", now=NOW)
    assert result.ok, result.problems
    with served(folder / "host") as host:
        yield host + _PREFIX


@pytest.fixture(scope="module")
def told(browser: Any, home: str) -> dict[str, Any]:
    return first_visit(browser, home + _STORY)


def test_the_first_view_waits_for_the_page_and_one_style_sheet_under_thirty_kilobytes(told):
    awaited = [file for file in told["files"] if file["blocks"]]
    assert [Path(file["url"]).name.split(".")[0] for file in awaited] == ["style"]
    assert told["page"] + sum(file["size"] for file in awaited) < 30 * 1024


def test_the_first_photo_is_the_largest_thing_and_is_asked_for_before_all_others(told, home):
    photos = [file["url"] for file in told["files"] if "/photos/" in file["url"]]
    assert told["largest"]["url"] == photos[0]
    assert photos[0].startswith(f"{home}photos/")


def test_a_page_asks_its_own_host_alone_and_for_few_files(told, home):
    asked = {file["url"] for file in told["files"]}
    assert all(url.startswith(home) for url in asked)
    assert len([url for url in asked if "/photos/" not in url]) == 5  # the style sheet, three scripts, the emblem


def test_nothing_jumps_while_a_page_comes_in(told):
    assert told["shifts"] == 0
