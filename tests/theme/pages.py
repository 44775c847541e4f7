"""Renders every kind of page of the theme from `samples`. `python -m tests.theme.pages FOLDER` writes them as a site to look at."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from plugins.assets.bundle import bundle, files
from plugins.newsroom import dates
from plugins.newsroom.listing import Signpost
from plugins.newsroom.places import Places
from plugins.newsroom.typography import split_at_gap

from . import samples as s

THEME = Path(__file__).resolve().parents[2] / "theme"
PREFIX = "/zt/guancheng/"
_PLACES = Places("https://portal.example/zt/guancheng")

COMMON: Mapping[str, Any] = {
    "site": s.SITE,
    "sections": tuple(front.signpost for front in s.FRONTS),
    "pages": (Signpost(s.ABOUT.story.source, s.ABOUT.story.title, s.ABOUT.story.address),),
    "preview": False,
    "feed_url": "feed.xml",
    "has_corrections": True,
    "stylesheet": _PLACES.url(bundle(THEME / "static").name),
}
_HOME = {"lead": s.FULL, "latest": s.STORIES[1:], "fronts": s.FRONTS, "project_list": s.LISTS["project"]}
PAGES: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "": ("home", _HOME),
    "home-plain/": (
        "home",
        {**_HOME, "lead": s.LONG, "latest": (s.PLAIN,), "fronts": s.FRONTS[4:], "project_list": ()},
    ),
    "home-preview/": ("home", {**_HOME, "lead": s.LONG, "latest": (s.DRAFT, s.PLAIN), "preview": True}),
    "home-empty/": (
        "home",
        {
            "lead": None,
            "latest": (),
            "fronts": (),
            "project_list": (),
            "sections": (),
            "pages": (),
            "has_corrections": False,
        },
    ),
    **{a.story.address: ("story", {"article": a}) for a in (*s.STORIES, s.DRAFT)},
    s.WITHDRAWN.story.address: ("withdrawn", {"article": s.WITHDRAWN}),
    "about/": ("page", {"page": s.ABOUT}),
    s.SHEETS[0].address: ("listing", {"listing": s.FRONTS[0], "sheet": s.SHEETS[0]}),
    s.SHEETS[1].address: ("listing", {"listing": s.FRONTS[0], "sheet": s.SHEETS[1]}),
    s.SHEETS[2].address: ("listing", {"listing": s.LISTS["tag"][1], "sheet": s.SHEETS[2]}),
    "archives/": ("archives", {"years": s.YEARS, "lists": s.LISTS}),
    "corrections/": ("corrections", {"entries": s.ENTRIES}),
    "search/": ("search", {"years": (2017, 2016), "script": "js/search.js?1"}),
    "search-preview/": ("search", {"years": (2017,), "script": "js/search.js?1", "preview": True}),
    "404.html": ("notfound", {"preview": True}),
}


def environment() -> Environment:
    """Jinja as the site runs it, with what the plugins provide."""
    env = Environment(
        loader=FileSystemLoader(THEME / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["plugins.engine.fragments.Once"],
    )
    env.globals.update(
        url=_PLACES.url,
        url_of=_PLACES.url_of,
        absolute=_PLACES.absolute,
        static=lambda name: _PLACES.url("theme/" + name),
    )
    env.filters.update(
        chinese_date=dates.chinese_date,
        chinese_datetime=dates.chinese_datetime,
        iso=_iso,
        halves=split_at_gap,
        one_line=lambda text: "\u3000".join(split_at_gap(text)),
    )
    return env


def _iso(moment: date) -> str:
    return moment.isoformat(timespec="seconds") if isinstance(moment, datetime) else moment.isoformat()


def render_all() -> dict[str, str]:
    """HTML by address, for every page there is. Each in an environment of its own: as far as they go, they are several sites."""
    return {
        address: environment().get_template(f"{name}.html").render({**COMMON, **matter})
        for address, (name, matter) in PAGES.items()
    }


def write_site(folder: Path) -> None:
    """Pages, style sheet and drawn photos below `folder`, at the addresses the pages use."""
    root = folder / PREFIX.strip("/")
    sheet = bundle(THEME / "static")
    matter = {address: html.encode() for address, html in render_all().items()}
    matter |= {sheet.name: sheet.data} | {address: path.read_bytes() for address, path in files(THEME / "static")}
    for address, data in matter.items():
        path = root / (address + "index.html" if address.endswith("/") or not address else address)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    _draw_photos(root)


def _draw_photos(root: Path) -> None:
    from PIL import Image, ImageDraw

    figures = {f.use.file: f for a in s.STORIES for f in a.figures}.values()
    for figure in figures:
        shade = int(figure.use.file[:2]) * 7 % 90
        wall = Image.new("RGB", (figure.width, figure.height), (205 - shade, 214 - shade // 2, 216))
        draw = ImageDraw.Draw(wall)
        for course in range(14):
            top = figure.height * (0.42 + course * 0.04)
            draw.rectangle(
                (0, top, figure.width, figure.height), fill=(186 - course * 5, 140 - course * 4, 88 - course * 3)
            )
        for rendition in figure.renditions:
            path = root / rendition.address
            path.parent.mkdir(parents=True, exist_ok=True)
            wall.resize((rendition.width, rendition.height)).save(path)


if __name__ == "__main__":
    write_site(Path(sys.argv[1]))
