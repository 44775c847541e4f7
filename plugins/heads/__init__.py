"""Metadata for machines: labels, Open Graph and structured data in every page's head; sitemaps, robots.txt and status file."""

from __future__ import annotations

from collections.abc import Iterable

from plugins.newsroom.findings.problems import Problem
from plugins.site.feature import Feature, Names, Need
from plugins.site.site import Site

from .facts import findings
from .ordering import order
from .pages import PageHeads


def _survey(site: Site) -> Iterable[Problem]:
    """Missing facts of the site are reported when pages are built, since these lack them; see `inspect` too."""
    column, configuration = site.column, site.configuration
    if not site.is_made or configuration.preview:
        return ()
    return findings(column.registries.site, column.content.name, production=configuration.production)


def _globals(site: Site) -> Names:
    facts = site.column.registries.site
    return {"page_heads": PageHeads(facts, site.urls, preview=site.configuration.preview)}


FEATURE = Feature(
    name="heads",
    needs=(
        Need("share_images", "没有照片的网页分享时要用绘制的配图"),
        Need("lists", "网站地图和站点地图列出每个列表的网页"),
        Need("feeds", "站点地图列出订阅页"),
        Need("search", "站点地图列出检索页"),
        Need("stories", "站点地图列出每篇稿件的网页"),
    ),
    survey=_survey,
    globals=_globals,
    order=order,
)
