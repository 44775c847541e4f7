"""Renders every kind of page of the theme from `samples`. `python -m tests.theme.pages FOLDER` writes them as a site to look at."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from plugins.assets.bundle import bundle, files, recall, scripts
from plugins.assets.headers import policy
from plugins.feeds.qr import qr
from plugins.heads.pages import PageHeads
from plugins.newsroom.pages.listing import Signpost
from plugins.newsroom.pages.scan_code import scan_code
from plugins.newsroom.pages.urls import Urls
from plugins.newsroom.text import dates, reading_time
from plugins.newsroom.text.typography import split_at_gap, split_at_pauses

from . import samples as s

THEME = Path(__file__).resolve().parents[2] / "theme"
PREFIX = "/zt/guancheng/"
_PLACES = Urls("https://portal.example/zt/guancheng")

COMMON: Mapping[str, Any] = {
    "site": s.SITE,
    "sections": tuple(front.signpost for front in s.FRONTS),
    "pages": (Signpost(s.ABOUT.story.source, s.ABOUT.story.title, s.ABOUT.story.address),),
    "preview": False,
    "has_corrections": True,
    "recall": Markup(recall(THEME)),
    "policy": policy(recall(THEME), has_players=True),
    "stylesheet": _PLACES.url(bundle(THEME).name),
    "scripts": {name: _PLACES.url(script.name) for name, script in scripts(THEME).items()},
}
_HOME = {"lead": s.FULL, "latest": s.STORIES[1:], "fronts": s.FRONTS, "project_list": s.LISTS["project"]}
_LISTS = {**s.LISTS, "section": s.FRONTS, "month": s.MONTHS}
_GROUPS = {kind: tuple(one.signpost for one in found) for kind, found in _LISTS.items()}
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
    **{a.story.address: ("story", {"article": a}) for a in (*s.STORIES, s.DRAFT, s.ATTACHED)},
    s.WITHDRAWN.story.address: ("withdrawn", {"article": s.WITHDRAWN}),
    "about/": ("page", {"page": s.ABOUT}),
    s.SHEETS[0].address: ("listing", {"listing": s.FRONTS[0], "sheet": s.SHEETS[0]}),
    s.SHEETS[1].address: ("listing", {"listing": s.FRONTS[0], "sheet": s.SHEETS[1]}),
    s.SHEETS[2].address: ("listing", {"listing": s.LISTS["tag"][1], "sheet": s.SHEETS[2]}),
    **{s.LISTS[kind][0].address: ("listing", s.page_of(kind)) for kind in ("unit", "person", "project")},
    s.FRONTS[4].address: (
        "listing",
        {"listing": s.FRONTS[4], "sheet": s.Sheet(1, 1, s.FRONTS[4].address, (s.REPOST,))},
    ),
    s.MONTH.listing.address: ("listing", s.month_page()),
    "archives/": ("archives", {"years": s.YEARS, "lists": s.LISTS, "newest": s.NEWEST}),
    "corrections/": ("corrections", {"entries": s.ENTRIES}),
    "map/": ("sitemap", {"groups": _GROUPS}),
    "subscribe/": (
        "subscribe",
        {
            "groups": (("版块", _GROUPS["section"]), ("单位", _GROUPS["unit"])),
            "codes": {"": "subscribe/all.svg", s.FRONTS[0].address: "subscribe/xuexi.svg"},
        },
    ),
    "search/": ("search", {"years": (2017, 2016), "volumes": ("2017-2", "2017", "2016")}),
    "search-preview/": ("search", {"years": (2017,), "volumes": ("2017",), "preview": True}),
    "404.html": ("notfound", {"preview": True}),
}


class _Compiled(BytecodeCache):
    """Templates compiled once for all environments of a process."""

    def __init__(self) -> None:
        self._known: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._known:
            bucket.bytecode_from_string(self._known[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._known[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


def environment() -> Environment:
    """Jinja as the site runs it, with what the plugins provide."""
    env = Environment(
        loader=FileSystemLoader([THEME, THEME / "templates"]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["plugins.engine.pelican.once_tag.Once"],
        bytecode_cache=_COMPILED,
    )
    env.globals.update(
        url=_PLACES.url,
        url_of=_PLACES.url_of,
        absolute=_PLACES.absolute,
        scan_code=lambda address: scan_code(_PLACES.absolute(address)),
        page_heads=PageHeads(s.SITE, _PLACES),
        static=lambda name: _PLACES.url("theme/" + name),
    )
    env.filters.update(
        chinese_date=dates.chinese_date,
        chinese_datetime=dates.chinese_datetime,
        iso=_iso,
        halves=split_at_gap,
        clauses=split_at_pauses,
        chinese_weekday=dates.chinese_weekday,
        reading_minutes=reading_time.minutes,
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
    """Pages, style sheet, captions of films and drawn photos below `folder`, at the addresses the pages use."""
    root = folder / PREFIX.strip("/")
    matter = {address: html.encode() for address, html in render_all().items()}
    matter |= {named.name: named.data for named in (bundle(THEME), *scripts(THEME).values())}
    matter |= {address: path.read_bytes() for address, path in files(THEME)}
    matter |= {file: qr(_PLACES.absolute(address)) for address, file in PAGES["subscribe/"][1]["codes"].items()}
    matter |= {one.captions_address: b"WEBVTT\n" for one in s.ATTACHED.attachments if one.captions_address}
    for address, data in matter.items():
        path = root / (address + "index.html" if address.endswith("/") or not address else address)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    draw_photos(root)


def draw_photos(root: Path) -> None:
    """All photos of the samples below `root`, at the addresses their figures have."""
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
        for rendition in (*figure.renditions, *figure.crops):
            path = root / rendition.address
            path.parent.mkdir(parents=True, exist_ok=True)
            drawn = wall.resize((rendition.width, rendition.height), Image.Resampling.NEAREST)
            drawn.save(path, quality=50, method=0)


if __name__ == "__main__":
    write_site(Path(sys.argv[1]))
