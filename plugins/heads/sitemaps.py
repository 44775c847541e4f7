"""Writes sitemaps: the addresses and last changes of all pages (sitemaps.org 0.9, Google's image and news extensions).

Which pages there are is left to `inventory`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from plugins.newsroom.pages.urls import Urls
from plugins.newsroom.story.brief import Brief
from plugins.newsroom.text.typography import printable

MOST_URLS = 50_000  # in one file
MOST_NEWS = 1_000
_MOST_IMAGES = 1_000  # of one page
_OPENING = '<?xml version="1.0" encoding="UTF-8"?>\n'
_URLS = (
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
    ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n'
)
_INDEX = '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


@dataclass(frozen=True, slots=True)
class Spot:
    """One page. address: site-relative; changed: W3C date or instant, "" where unknown; images: addresses of its photos;
    headline, published: of a story that is news, else ""."""

    address: str
    changed: str = ""
    images: tuple[str, ...] = ()
    headline: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One file of the sitemap. address: site-relative; pages: its pages, in order; spot: makes a Spot of each, called only when
    the file is made."""

    address: str
    pages: tuple[Brief | Spot, ...]
    spot: Callable[..., Spot]

    @property
    def spots(self) -> Iterator[Spot]:
        return map(self.spot, self.pages)

    @property
    def changed(self) -> str:
        """The latest change of any of its pages, "" where unknown."""
        return max((spot.changed for spot in self.spots), default="")


def parts(kind: str, pages: Sequence[Brief | Spot], spot: Callable[..., Spot], size: int) -> tuple[Part, ...]:
    """`pages` in files of at most `size`, none of them empty. Filled from the beginning, so that pages added at the end change
    the last file only."""
    cut = [tuple(pages[start : start + size]) for start in range(0, len(pages), size)]
    return tuple(Part(f"sitemap-{kind}-{number}.xml", piece, spot) for number, piece in enumerate(cut, start=1))


def index(listed: Iterable[Part], places: Urls) -> bytes:
    rows = (
        f"<sitemap><loc>{escape(places.absolute(part.address))}</loc>{_changed(part.changed)}</sitemap>\n"
        for part in listed
    )
    return f"{_OPENING}{_INDEX}{''.join(rows)}</sitemapindex>\n".encode()


def urls(part: Part, places: Urls, publication: str) -> bytes:
    """publication: the name under which news appears."""
    rows = "".join(_url(spot, places, publication) for spot in part.spots)
    return f"{_OPENING}{_URLS}{rows}</urlset>\n".encode()


def _url(spot: Spot, places: Urls, publication: str) -> str:
    images = "".join(
        f"<image:image><image:loc>{escape(places.absolute(image))}</image:loc></image:image>"
        for image in spot.images[:_MOST_IMAGES]
    )
    news = _news(spot, publication) if spot.headline else ""
    return f"<url><loc>{escape(places.absolute(spot.address))}</loc>{_changed(spot.changed)}{images}{news}</url>\n"


def _changed(changed: str) -> str:
    return f"<lastmod>{changed}</lastmod>" if changed else ""


def _news(spot: Spot, publication: str) -> str:
    return (
        f"<news:news><news:publication><news:name>{escape(printable(publication))}</news:name>"
        f"<news:language>zh-cn</news:language></news:publication>"
        f"<news:publication_date>{spot.published}</news:publication_date>"
        f"<news:title>{escape(printable(spot.headline))}</news:title></news:news>"
    )
