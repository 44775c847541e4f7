"""Takes the README's screenshots: builds the sample content and renders it in the system's Chromium."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from plugins.newsroom.findings.refusals import Refusal

from .build import build

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
_NOW = "2017-09-05T08:00:00+08:00"  # the sample stories are public by then


@dataclass(frozen=True, slots=True)
class View:
    """One screenshot. address: site-relative page; width, height: of the window in CSS pixels."""

    name: str
    address: str
    width: int
    height: int


VIEWS = (View("home", "", 1200, 1400), View("story", "2017/08/chengqiang/", 390, 1200))


def take(content: Path, folder: Path, views: tuple[View, ...] = VIEWS) -> tuple[Path, ...]:
    """Write a PNG of every view of `content` into `folder`; returns the files. Raises Refusal."""
    browser = next((found for name in _BROWSERS if (found := shutil.which(name))), None)
    if browser is None:
        raise Refusal.of("TK85")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        site = Path(name) / "site"
        if not build(content, site, now=_NOW).ok:
            raise Refusal.of("TK86")
        with _served(site) as address:
            return tuple(_photograph(browser, Path(name), address, view, folder) for view in views)


def _photograph(browser: str, scratch: Path, address: str, view: View, folder: Path) -> Path:
    picture = folder / f"{view.name}.png"
    options = [
        *("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run"),
        *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
        f"--user-data-dir={scratch / view.name}",
        f"--window-size={view.width},{view.height}",
        f"--screenshot={picture}",
    ]
    subprocess.run([browser, *options, address + view.address], capture_output=True, timeout=120, check=False)
    if not picture.is_file():
        raise Refusal.of("TK87", view=view.name)
    return picture


@contextmanager
def _served(site: Path) -> Iterator[str]:
    """Serve `site` on this machine while the block runs; yields its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """No log."""
