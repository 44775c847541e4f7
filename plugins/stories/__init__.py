"""Template values for story pages (byline, link targets, neighbours, related stories), and template functions and filters.

Figures and attachments are added to the page here too; the pages themselves are ordered by the adapter to Pelican.
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.media.photo import cover_of
from plugins.newsroom.pages.listing import Listed
from plugins.newsroom.pages.scan_code import ScanCode, scan_code
from plugins.newsroom.story.brief import Brief
from plugins.site.feature import Feature, Names, Need
from plugins.site.site import Site

from .filters import FILTERS


def _globals(site: Site) -> Names:
    urls = site.urls

    def code(address: str) -> ScanCode:
        return scan_code(urls.absolute(address))

    return {"url": urls.url, "absolute": urls.absolute, "url_of": urls.url_of, "scan_code": code}


def _attach(site: Site, brief: Brief) -> Names:
    """Called only for stories that readers may see: what is held back cannot leak through a template."""
    column = site.column
    story, relations = column.story(brief.source), column.relations[brief.source]
    figures = site.figures_of(brief)
    return {
        "story": story,
        "preview_note": column.preview_note(brief),
        "byline": story.signed,
        "figures": figures,
        "cover": cover_of(figures, brief.cover),
        "attachments": site.attachments_of(brief),
        "links": tuple(map(site.urls.of_link, story.document.links, relations.linked)),
        "newer": _named(site, relations.newer),
        "older": _named(site, relations.older),
        "related": tuple(_named(site, related) for related in relations.related),
    }


def _named(site: Site, brief: Brief | None) -> Listed | None:
    """Another story as a mere headline, without a photo."""
    return Listed(brief, preview_note=site.column.preview_note(brief)) if brief else None


def _fingerprints(site: Site, brief: Brief) -> Iterator[str]:
    column, relations = site.column, site.column.relations[brief.source]
    yield brief.fingerprint
    yield column.preview_note(brief)
    yield from relations.fingerprints
    if column.preview:
        yield from map(column.preview_note, relations.related)


FEATURE = Feature(
    name="stories",
    needs=(
        Need("assets", "每个网页都要用样式和脚本"),
        Need("lists", "每个网页都有通往首页、版块和往期的链接"),
        Need("feeds", "每个网页都有通往订阅页的链接"),
        Need("heads", "每个网页都要写明标签和摘要，并有通往网站地图的链接"),
        Need("search", "每个网页都有检索的入口"),
    ),
    globals=_globals,
    filters=FILTERS,
    attach=_attach,
    fingerprints=_fingerprints,
)
