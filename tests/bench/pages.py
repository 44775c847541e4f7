"""What readers on a slow phone wait for, page by page, beside a plain page in the same run: `python -m tests.bench.pages`.

Weight, requests and shifts are certain. Milliseconds differ from run to run: the ratios of one run count.
"""

from __future__ import annotations

import shutil
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.desk import programs
from plugins.desk.build import build
from tests.newsdesk import NOW, ROOT
from tests.phone import first_visit, served

_TIMES = 5  # visits to each page, in turn; the median counts
_STORY = "2017/08/chengqiang/"  # begins with a photo and has three more
_PAGES = {"home": "", "story with photos": _STORY, "archives": "archives/", "search": "search/"}
_PLAIN = "plain.html"


@dataclass(frozen=True, slots=True)
class Visit:
    """painted: when the largest thing stood there, blocked: how long scripts kept the page from answering, in milliseconds.

    weight: bytes as they were sent; requests: of files beside the page; shifts: how far things jumped, in layout shift scores.
    """

    painted: float
    blocked: float
    weight: int
    requests: int
    shifts: float


def main() -> None:
    if programs.missing(["chromium"]):
        print("pages are not measured: Chromium is not installed")
        return
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        site = _site(Path(name))
        with served(site) as host, _browser() as browser:
            seen = _visits(browser, host)
    print(
        f"{'a slow phone sees first':30}{'LCP ms':>9}{'TBT ms':>9}{'KB':>9}{'requests':>10}{'shifts':>9}{'LCP':>9}{'weight':>9}"
    )
    for name, visits in seen.items():
        _row(name, _median(visits), _median(seen["plain page"]))


def _site(folder: Path) -> Path:
    """The sample content as it is built for readers, and the words and photos of a story as the plainest page there is."""
    site = folder / "host"
    result = build(ROOT / "content", site, "https://portal.example/", cache=folder / "cache", now=NOW)
    assert result.ok, result.problems
    (site / _PLAIN).write_text(_plain(site / _STORY / "index.html"), encoding="utf-8")
    return site


def _plain(page: Path) -> str:
    """The headline, the paragraphs and the photos of `page`, without style sheet or script."""
    import html5lib

    root = html5lib.parse(page.read_text(encoding="utf-8"), namespaceHTMLElements=False)
    (main,) = root.iter("main")
    blocks = []
    for element in main.iter():
        if element.tag in ("h1", "h2", "p"):
            blocks.append(f"<{element.tag}>{''.join(element.itertext())}</{element.tag}>")
        elif element.tag == "img" and "/photos/" in element.get("src", ""):
            size = " ".join(f'{name}="{element.get(name)}"' for name in ("src", "width", "height", "alt"))
            blocks.append(f"<img {size}>")
    return f'<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>plain</title>{"".join(blocks)}</html>'


def _visits(browser: Any, host: str) -> dict[str, list[Visit]]:
    pages = {"plain page": _PLAIN, **_PAGES}
    seen: dict[str, list[Visit]] = {name: [] for name in pages}
    for _ in range(_TIMES):
        for name, address in pages.items():
            seen[name].append(_visit(first_visit(browser, host + address)))
    return seen


def _visit(told: dict[str, Any]) -> Visit:
    weight = told["page"] + sum(file["size"] for file in told["files"])
    return Visit(told["largest"]["at"], told["blocked"], weight, len(told["files"]), told["shifts"])


def _median(visits: list[Visit]) -> Visit:
    return Visit(*(statistics.median(getattr(visit, name) for visit in visits) for name in Visit.__slots__))


def _row(name: str, visit: Visit, plain: Visit) -> None:
    print(
        f"{name:30}{visit.painted:9.0f}{visit.blocked:9.0f}{visit.weight / 1024:9.1f}{visit.requests:10.0f}{visit.shifts:9.3f}"
        f"{visit.painted / plain.painted:9.2f}{visit.weight / plain.weight:9.2f}"
    )


@contextmanager
def _browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield browser
        browser.close()


if __name__ == "__main__":
    main()
