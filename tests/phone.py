"""A slow phone that sees a page for the first time, in a real browser, and a host that serves files as one would.

What it tells of bytes, requests and shifts is certain; milliseconds are for comparisons within one run.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

# Lighthouse's phone: slow 4G, a processor a quarter as quick.
_PHONE = {"viewport": {"width": 412, "height": 823}, "device_scale_factor": 1.75, "is_mobile": True, "has_touch": True}
_LINE = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
_SLOWER = {"rate": 4}
_PAUSE = 300  # milliseconds
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
        if not path.is_file():
            self.send_error(404)  # as the icon that a page without one is asked for
            return
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


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which `folder` is served on this machine, with a slash at its end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def first_visit(browser: Any, address: str) -> dict[str, Any]:
    """What the phone's browser tells of a page it has never seen. Times in milliseconds, sizes in bytes as they were sent.

    largest: when the largest thing was painted, and its url, "" for words; blocked: how long scripts kept the page from
    answering; shifts: how far things jumped; page, files: sizes, the files in the order in which they were asked for.
    """
    context = browser.new_context(**_PHONE)
    context.add_init_script(_WATCH)
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", _LINE)
    line.send("Emulation.setCPUThrottlingRate", _SLOWER)
    page.goto(address, wait_until="networkidle")
    told = _settled(page)
    context.close()
    return told


def _settled(page: Any) -> dict[str, Any]:
    """What the page tells once something is painted and nothing larger follows: a busy machine paints after the last byte."""
    before, told = None, page.evaluate(_TOLD)
    while not told["largest"] or told["largest"] != before:
        before = told["largest"]
        page.wait_for_timeout(_PAUSE)
        told = page.evaluate(_TOLD)
    return told
