"""A built site as a portal serves it: on loopback, under a path, with a strict Content-Security-Policy."""

from __future__ import annotations

import threading
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.newsdesk import ROOT

PREFIX = "/zt/guancheng/"
SITE_URL = "https://portal.example" + PREFIX.rstrip("/")
_INLINE = (ROOT / "theme/components/switches/inline/recall.js").read_bytes().strip()
# Written out here: what the pages themselves say must be no laxer.
_POLICY = (
    f"default-src 'none'; script-src 'self' 'sha256-{b64encode(sha256(_INLINE).digest()).decode()}'; style-src 'self'; "
    "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'"
)


class Portal(ThreadingHTTPServer):
    """site: its folder; served: path and bytes of every answer; lost: a word, and whatever has it in its path is not found."""

    site: Path
    served: list[tuple[str, int]]
    lost = ""


class _Handler(SimpleHTTPRequestHandler):
    server: Portal

    def do_GET(self) -> None:
        path = self.path
        if not path.startswith(PREFIX) or (self.server.lost and self.server.lost in path):
            return self.send_error(404)
        self.path = path[len(PREFIX) - 1 :]
        return super().do_GET()

    def copyfile(self, source: Any, outputfile: Any) -> None:
        data = source.read()
        self.server.served.append((self.path, len(data)))
        outputfile.write(data)

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", _POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[tuple[Portal, str]]:
    """The server of `site` and the address of its home page, while the block runs."""
    portal = Portal(("127.0.0.1", 0), partial(_Handler, directory=str(site)))
    portal.site, portal.served = site, []
    threading.Thread(target=portal.serve_forever, daemon=True).start()
    try:
        yield portal, f"http://127.0.0.1:{portal.server_address[1]}{PREFIX}"
    finally:
        portal.shutdown()
        portal.server_close()
