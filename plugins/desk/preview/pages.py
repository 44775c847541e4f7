"""The preview's web application: serves the built pages and injects a live-reload script.

Files are never changed: the script is added to HTML responses only. Building and watching are left to others.
"""

from __future__ import annotations

import asyncio
import html
import json
import mimetypes
import os
import re
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from plugins.newsroom.findings.refusals import Refusal

from . import handbook

LIVE = "/__preview"  # no story can have this address: slugs contain no underscore
UNSTORED = {"Cache-Control": "no-store"}
_STORY = re.compile(r"\d{4}/\d{2}/[^/]+(/(index\.html)?)?$")
CLIENT = Path(__file__).with_name("live.js")
PAGE = """<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title></head>
<body><main><p>{text}</p></main></body></html>
"""
EMPTY_PAGE = PAGE.format(title="预览", text="还没有可以看的页面：错误改好以后，这里会自动出现。")
NOT_FOUND = PAGE.format(title="没有这一页", text="没有这一页。")

for _type, _suffix in (("image/webp", ".webp"), ("image/avif", ".avif"), ("application/manifest+json", ".webmanifest")):
    mimetypes.add_type(_type, _suffix)


class Bulletin:
    """The state shown in browsers: the number of the last good build, the findings while there are errors, the story saved
    last, and by address the last good pages of stories that have errors now."""

    def __init__(self) -> None:
        self.good = 0
        self.report = ""
        self.are_new = False
        self.saved = ""
        self.kept: Mapping[str, str] = {}
        self.is_closed = False
        self._news = asyncio.Event()

    def announce(
        self,
        *,
        is_good: bool,
        report: str = "",
        are_new: bool = True,
        saved: str = "",
        kept: Mapping[str, str] | None = None,
    ) -> None:
        """Notify every browser of a finished build. report: the findings as text, "" when there are no errors; are_new: whether to
        show them at once."""
        self.good += is_good
        self.report, self.are_new = report, are_new
        self.saved = saved or self.saved
        self.kept = kept or {}
        self._wake()

    def close(self) -> None:
        """End all streams, so that the server can stop at once."""
        self.is_closed = True
        self._wake()

    def _wake(self) -> None:
        self._news.set()
        self._news = asyncio.Event()

    async def stream(self) -> AsyncIterator[str]:
        """Server-Sent Events: the current state, and again after each build."""
        while not self.is_closed:
            news = self._news
            state = {"build": self.good, "report": self.report, **({"open": self.are_new} if self.report else {})}
            yield f"data: {json.dumps(state, ensure_ascii=False)}\n\n"
            await news.wait()


class LivePages(StaticFiles):
    """The folder of the last good build; every HTML response includes the live script."""

    def __init__(self, folder: Path, bulletin: Bulletin, content: Path) -> None:
        super().__init__(directory=folder, html=True, check_dir=False)
        self.bulletin, self.content = bulletin, content

    async def check_config(self) -> None:
        """The folder may appear later, with the first good build."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        if not self.bulletin.good:
            return self._live(EMPTY_PAGE, 503, follows=True)
        try:
            response = await super().get_response(path, scope)
        except HTTPException as refusal:
            if refusal.status_code != 404:
                raise
            return self._live(NOT_FOUND, 404, follows=True)
        if isinstance(response, FileResponse) and response.media_type == "text/html":
            address = path.replace(os.sep, "/")
            kept = self.bulletin.kept.get(f"{address}/") if response.status_code == 404 else None
            page, status = (kept, 200) if kept else (Path(response.path).read_text("utf-8"), response.status_code)
            is_story = bool(_STORY.match(address))
            button = _button(address) if is_story and status == 200 else ""
            return self._live(page, status, follows=status == 404 or is_story, button=button)
        response.headers["Cache-Control"] = "no-cache"
        return response

    def handbook(self, name: str) -> Response:
        """A page of `docs/`, in the frame of the site where there is one yet."""
        own = Path(str(self.directory)) / "404.html"
        page = handbook.shown(name, own.read_text("utf-8") if own.is_file() else NOT_FOUND)
        return self._live(page or NOT_FOUND, 200 if page else 404, follows=False)

    def package(self, address: str) -> Response:
        """The page to copy a story for WeChat from, or why there is none."""
        from plugins.desk import wechat  # noqa: PLC0415  brings all features along, and most previews need none

        try:
            page, status = wechat.page_of(self.content, address, os.environ.get("PUBLISH_SITE_URL", "").strip()), 200
        except Refusal as refusal:
            page, status = PAGE.format(title="公众号排版", text=html.escape(str(refusal))), 409
        return HTMLResponse(page, status, headers=UNSTORED)

    def _live(self, page: str, status: int, *, follows: bool, button: str = "") -> HTMLResponse:
        """follows: whether the browser goes to the next story that is saved; a list does not, since it shows that story too.
        button: HTML."""
        follows_too = " data-follows" if follows else ""
        script = f'<script src="{LIVE}/live.js" data-build="{self.bulletin.good}"{follows_too} defer></script>'
        before, body_end, after = page.rpartition("</body>")
        live = before + button + script + body_end + after if body_end else page + script
        return HTMLResponse(live, status, headers=UNSTORED)


def _button(address: str) -> str:
    """What leads from a story's page to its package for WeChat."""
    folder = address.removesuffix("index.html").rstrip("/")
    return (
        f'<a href="{LIVE}/wechat/{html.escape(folder)}/" target="_blank" style="position:fixed;inset:auto 16px 16px auto;'
        'padding:8px 16px;border-radius:4px;background:#a3301d;color:#fff;font:15px/1.6 sans-serif">公众号排版</a>'
    )


def live_site(folder: Path, bulletin: Bulletin, content: Path) -> Starlette:
    """The preview at the root of the server. content: the folder that is previewed."""

    async def events(_: Request) -> Response:
        return StreamingResponse(bulletin.stream(), media_type="text/event-stream", headers=UNSTORED)

    async def script(_: Request) -> Response:
        return FileResponse(CLIENT, media_type="text/javascript", headers=UNSTORED)

    async def saved(_: Request) -> Response:
        return JSONResponse(f"/{bulletin.saved}", headers=UNSTORED)

    async def explained(request: Request) -> Response:
        return site.handbook(request.path_params["name"])

    async def package(request: Request) -> Response:
        return await run_in_threadpool(site.package, request.path_params["address"])

    site = LivePages(folder, bulletin, content)
    live = [
        Route(f"{LIVE}/events", events),
        Route(f"{LIVE}/saved", saved),
        Route(f"{LIVE}/live.js", script),
        Route(f"{LIVE}/docs/{{name:path}}", explained),
        Route(f"{LIVE}/wechat/{{address:path}}", package),
    ]
    return Starlette(routes=[*live, Mount("/", site)])


def built_site(folder: Path, prefix: str) -> Starlette:
    """A finished release as it is, below the path `prefix` ("" or "/zt/guancheng") that it has on the portal."""
    files = StaticFiles(directory=folder, html=True)
    if not prefix:
        return Starlette(routes=[Mount("/", files)])

    async def elsewhere(request: Request) -> Response:
        if request.url.path == "/":
            return RedirectResponse(f"{prefix}/")
        return HTMLResponse(_outside(request.url.path, prefix), 404)

    return Starlette(routes=[Mount(prefix, files), Route("/{path:path}", elsewhere)])


def _outside(path: str, prefix: str) -> str:
    message = f'这个地址在网站之外：{html.escape(path)}。网站在 <a href="{prefix}/">{prefix}/</a>。'
    return PAGE.format(title="没有这一页", text=message)
