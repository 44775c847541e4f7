"""Turns site-relative addresses into URLs, root-relative under the site's path prefix or absolute, for every kind of page."""

from __future__ import annotations

from functools import cached_property
from urllib.parse import quote, unquote, urlsplit

from ..body.document import WrittenLink
from ..registry import Person, Project, Section, Term, Unit
from ..story.brief import Brief
from ..story.model import Story
from ..text import addresses
from . import site_url as address_of_site
from .listing import Listing

_ADDRESS_OF = {
    Section: addresses.section_address,
    Unit: addresses.unit_address,
    Project: addresses.project_address,
    Person: addresses.person_address,
    Term: addresses.tag_address,
}


class Urls:
    """site_url: the column's absolute URL, with any path prefix; "" means the root of any host. All URLs returned are ASCII."""

    def __init__(self, site_url: str) -> None:
        self.site_url, _ = address_of_site.read(site_url)
        self._urls: dict[str, str] = {}

    @cached_property
    def prefix(self) -> str:
        """The path below which the column is served, "" or "/zt/guancheng"; Chinese in it is percent-encoded."""
        return urlsplit(self.site_url).path

    @cached_property
    def decoded_prefix(self) -> str:
        """The prefix decoded, as servers compare it: Chinese in plain characters."""
        return unquote(self.prefix)

    def url(self, address: str = "") -> str:
        """The root-relative URL of a site-relative address."""
        url = self._urls.get(address)
        if url is None:
            url = self._urls[address] = f"{self.prefix}/{quote(address, safe='/#?=&%')}"
        return url

    def absolute(self, address: str = "") -> str:
        """The absolute URL of a site-relative address."""
        return self._origin + self.url(address)

    @cached_property
    def _origin(self) -> str:
        return self.site_url.removesuffix(self.prefix)

    def absolute_of(self, value: Story | Brief | Section | Unit | Project | Person | Term | Listing) -> str:
        """The absolute URL of the page about `value`. Raises KeyError like `url_of`."""
        return self._origin + self.url_of(value)

    def url_of(self, value: Story | Brief | Section | Unit | Project | Person | Term | Listing) -> str:
        """The root-relative URL of the page about `value`. Raises KeyError for a kind that has no page."""
        if isinstance(value, Story | Brief | Listing):
            return self.url(value.address)
        return self.url(_ADDRESS_OF[type(value)](value.id))

    def of_link(self, link: WrittenLink, target: Brief | None) -> str:
        """The root-relative URL of a link to another story, "" when there is no such story."""
        return self.url(_with_fragment(link, target)) if target else ""

    def absolute_of_link(self, link: WrittenLink, target: Brief | None) -> str:
        """The absolute URL of a link to another story, "" when there is no such story."""
        return self.absolute(_with_fragment(link, target)) if target else ""


def _with_fragment(link: WrittenLink, target: Brief) -> str:
    return target.address + (f"#{link.fragment}" if link.fragment else "")


def page_file(address: str) -> str:
    """The output file of an address: `2017/08/x/` is `2017/08/x/index.html`, `feed.xml` is itself."""
    return address + "index.html" if address.endswith("/") or not address else address
