"""How soon a reader on a slow phone sees the first photo story, in a real browser: bytes and order for certain, seconds at their best.

What else a machine does only adds to the seconds and never takes any, so one quick run of a few proves that the page can be
quick, and a slow one proves nothing. What may not vary at all, the bytes, what the first view waits for and what jumps, holds in every run.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from plugins.desk.build import build
from tests.newsdesk import NOW, ROOT

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.needs("chromium")]

_PREFIX = "/zt/guancheng/"
_STORY = "2017/08/chengqiang/"  # begins with a photo and has three more
_RUNS = 5
# Lighthouse's phone: slow 4G, a processor a quarter as quick.
_PHONE = {"viewport": {"width": 412, "height": 823}, "device_scale_factor": 1.75, "is_mobile": True, "has_touch": True}
_LINE = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
_SLOWER = {"rate": 4}
_WATCH = """window.seen = { largest: null, shifts: 0, blocked: 0 };
const watch = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
watch("largest-contentful-paint", (entry) => { seen.largest = { at: entry.startTime, url: entry.url } });
watch("layout-shift", (entry) => { seen.shifts += entry.value });
watch("longtask", (entry) => { seen.blocked += entry.duration - 50 });"""
_TOLD = """() => ({ ...seen, page: performance.getEntriesByType("navigation")[0].encodedBodySize,
  files: performance.getEntriesByType("resource").map((file) => (
    { url: file.name, size: file.encodedBodySize, blocks: file.renderBlockingStatus === "blocking" })) })"""


class _Host(SimpleHTTPRequestHandler):
    """Serves files as a host would: compressed, over connections that are kept open."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        kind = self.guess_type(str(path))
        data = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", kind)
        if not kind.startswith("image/") or kind.endswith("svg+xml"):
            data = gzip.compress(data)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the sample content is served as it is built for readers."""
    folder = tmp_path_factory.mktemp("speed")
    site = folder / "host" / _PREFIX.strip("/")
    site.parent.mkdir(parents=True)
    result = build(ROOT / "content", site, f"https://portal.example{_PREFIX}", cache=folder / "cache", now=NOW)
    assert result.ok, result.problems
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=str(folder / "host")))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{_PREFIX}"
    server.shutdown()
    server.server_close()


def _first_visit(browser: Any, address: str) -> dict[str, Any]:
    """What the slow phone's browser tells of a page it has never seen. Times in milliseconds, sizes in bytes as they were sent."""
    context = browser.new_context(**_PHONE)
    context.add_init_script(_WATCH)
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", _LINE)
    line.send("Emulation.setCPUThrottlingRate", _SLOWER)
    page.goto(address, wait_until="networkidle")
    told = page.evaluate(_TOLD)
    context.close()
    return told


def test_a_slow_phone_shows_the_first_photo_story_at_once(browser: Any, home: str) -> None:
    best = {"largest": float("inf"), "blocked": float("inf")}
    for _ in range(_RUNS):
        told = _first_visit(browser, home + _STORY)
        _holds_in_every_run(told, home)
        best = {
            "largest": min(best["largest"], told["largest"]["at"]),
            "blocked": min(best["blocked"], told["blocked"]),
        }
        if best["largest"] < 1200 and best["blocked"] == 0:
            return
    assert best["largest"] < 1200
    assert best["blocked"] == 0


def _holds_in_every_run(told: dict[str, Any], home: str) -> None:
    awaited = [file for file in told["files"] if file["blocks"]]
    assert sorted(Path(file["url"]).name.split(".")[0] for file in awaited) == ["style"]
    assert told["page"] + sum(file["size"] for file in awaited) < 30 * 1024
    assert told["largest"]["url"].startswith(f"{home}photos/")
    assert told["shifts"] == 0
