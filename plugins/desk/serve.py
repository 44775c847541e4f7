"""The local preview server: builds, serves, watches for saves, and reloads the browser.

Building is left to `build`; delivering pages and findings to the browser, to `preview`.
"""

from __future__ import annotations

import asyncio
import os
import socket
import sys
import webbrowser
from collections.abc import Callable, Coroutine
from contextlib import suppress
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import uvicorn
from starlette.applications import Starlette

from plugins.desk.environment import HOUSE
from plugins.newsroom.findings.refusals import Refusal

from .preview import builder, pages, watching

HOST = "127.0.0.1"  # this machine only: drafts must not be seen from outside
FIRST_PORT, PORTS = 8000, 50
PREVIEWS = HOUSE / ".cache" / "preview"  # one folder for each port, so that two previews never share one


def serve(content: Path, *, port: int = 0, open_browser: bool = True, say: Callable[[str], None] = print) -> None:
    """Preview `content` until Ctrl-C, drafts and future stories included.

    port: 0 for the first free one from 8000. Raises Refusal.
    """
    if not content.is_dir():
        raise Refusal.of("TK30", content=content)
    door = open_door(port)
    bulletin = pages.Bulletin()
    address = address_of(door)
    built = PREVIEWS / str(door.getsockname()[1])
    request = builder.PreviewRequest(str(content.resolve()), str(built), address, colour=sys.stdout.isatty())
    folders = [folder for folder in (content.resolve(), HOUSE / "theme", HOUSE / "plugins") if folder.is_dir()]

    async def preview() -> None:
        desk = builder.Builder(request)
        try:
            await rebuild(desk, None, bulletin, say)
            say(f"预览：{address}/（只在这台电脑上能看；按 Ctrl+C 结束）")
            if bulletin.saved:
                say(f"最近保存的一篇：{address}/{bulletin.saved}")
            show_in_browser(f"{address}/{bulletin.saved}", open_browser)
            async for changed in watching.saves(folders, HOUSE):
                saved = await rebuild(desk, changed, bulletin, say)
                if saved:
                    say(f"刚保存的一篇：{address}/{saved}")
        finally:
            await desk.close()

    run(Server(pages.live_site(built, bulletin, content), bulletin), door, preview)


def serve_built(
    output: Path, *, site_url: str = "", port: int = 0, open_browser: bool = True, say: Callable[[str], None] = print
) -> None:
    """Serve the finished release in `output` as it is, below the path it has on the portal, until Ctrl-C.

    site_url: the address it was built for; "" to read it from the home page. Raises Refusal.
    """
    home = output / "index.html"
    if not home.is_file():
        raise Refusal.of("TK40", output=output)
    prefix = urlsplit(site_url or canonical_address(home)).path.rstrip("/")
    door = open_door(port)
    address = f"{address_of(door)}{prefix}"

    async def show() -> None:
        say(f"网站：{address}/（按 Ctrl+C 结束）")
        show_in_browser(f"{address}/", open_browser)
        await asyncio.Event().wait()

    run(Server(pages.built_site(output.resolve(), unquote(prefix))), door, show)


async def rebuild(
    desk: builder.Builder, changed: frozenset[Path] | None, bulletin: pages.Bulletin, say: Callable[[str], None]
) -> str:
    """Build what was `changed` (None: everything) and report the result on the terminal and in the browsers. Returns the
    site-relative address of the story saved last, "" when there is none."""
    say("正在生成预览……")
    outcome = await desk.build(changed)
    if outcome.coloured:
        say(outcome.coloured.rstrip("\n"))
    say(outcome.summary if outcome.ok else "内容有错，预览仍是上一次的。改好并保存后会自动更新。")
    if outcome.ok and outcome.has_errors:
        say("有错的稿件还是上一次的样子，或者还没有显示；其余都是最新的。改好并保存后会自动更新。")
    bulletin.announce(
        is_good=outcome.ok,
        report=outcome.report if outcome.has_errors else "",
        are_new=outcome.are_new or not outcome.ok,
        saved=outcome.saved,
        kept=outcome.kept,
    )
    return outcome.saved


class Server(uvicorn.Server):
    """Uvicorn without log output, whose shutdown is not blocked by open event streams."""

    def __init__(self, site: Starlette, bulletin: pages.Bulletin | None = None) -> None:
        super().__init__(
            uvicorn.Config(site, log_level="critical", access_log=False, lifespan="off", timeout_graceful_shutdown=2)
        )
        self.bulletin = bulletin

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        if self.bulletin:
            self.bulletin.close()
        await super().shutdown(sockets)


def run(server: Server, door: socket.socket, work: Callable[[], Coroutine[object, object, None]]) -> None:
    """Serve on `door` while `work` goes on; returns quietly after Ctrl-C."""

    async def both() -> None:
        serving = asyncio.create_task(server.serve(sockets=[door]))
        working = asyncio.create_task(work())
        try:
            await asyncio.wait({serving, working}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            server.should_exit = True
            working.cancel()
            await asyncio.wait({serving, working})
        if not working.cancelled():
            working.result()

    with suppress(KeyboardInterrupt):
        asyncio.run(both())


def open_door(port: int = 0) -> socket.socket:
    """A listening socket on this machine: on `port`, or on the first free one from 8000. Raises Refusal."""
    for candidate in [port] if port else range(FIRST_PORT, FIRST_PORT + PORTS):
        door = socket.socket()
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, os.name == "posix")
        try:
            door.bind((HOST, candidate))
            door.listen()
        except (OSError, OverflowError):
            door.close()
        else:
            return door
    raise Refusal.of("TK41", ports=f"端口 {port}" if port else f"从 {FIRST_PORT} 起的 {PORTS} 个端口")


def address_of(door: socket.socket) -> str:
    return f"http://{HOST}:{door.getsockname()[1]}"


def show_in_browser(address: str, is_wanted: bool) -> None:
    """Open the address in the user's browser, if there is a desktop."""
    has_desktop = sys.platform in ("darwin", "win32") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if is_wanted and has_desktop and sys.stdout.isatty():
        webbrowser.open(address)


class _Canonical(HTMLParser):
    address = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag == "link" and named.get("rel") == "canonical":
            self.address = self.address or named.get("href") or ""


def canonical_address(page: Path) -> str:
    """The canonical address in a built page, "" if there is none."""
    reader = _Canonical()
    reader.feed(page.read_text(encoding="utf-8", errors="replace"))
    return reader.address
