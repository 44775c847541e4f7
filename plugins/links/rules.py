"""Redirect rules for web servers, as files to include. Every rule matches one whole path and nothing below it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import quote, unquote

from plugins.newsroom.column.redirects import Redirect
from plugins.newsroom.pages.urls import Urls

_Pairs = Iterable[tuple[str, str]]


def nginx(redirects: Iterable[Redirect], places: Urls) -> bytes:
    """For `include` in a server block. nginx compares decoded paths, so Chinese is written as it is."""
    pairs = _pairs(redirects, places)
    return _lines(f'location = "{former}" {{ return 301 "{now}"; }}' for former, now in pairs)


def apache(redirects: Iterable[Redirect], places: Urls) -> bytes:
    """For `Include` or as part of .htaccess, with mod_alias. Apache compares decoded paths too, and encodes the target itself."""
    pairs = _pairs(redirects, places)
    return _lines(f'RedirectMatch 301 "^{re.escape(former)}$" "{unquote(now)}"' for former, now in pairs)


def static_host(redirects: Iterable[Redirect], places: Urls) -> bytes:
    """The `_redirects` file of static hosts: encoded paths, separated by spaces."""
    pairs = _pairs(redirects, places)
    return _lines(f"{quote(former, safe='/')} {now} 301" for former, now in pairs)


RULES: dict[str, Callable[[Iterable[Redirect], Urls], bytes]] = {
    "redirects/nginx.conf": nginx,
    "redirects/apache.conf": apache,
    "_redirects": static_host,
}


def _pairs(redirects: Iterable[Redirect], places: Urls) -> Iterator[tuple[str, str]]:
    """(former path, decoded; current path, encoded), both from the root of the host. A folder also matches without its slash.

    Neither contains a quotation mark, backslash or dollar sign, which are special to servers: see `check_alias`.
    """
    for redirect in redirects:
        now = places.url(redirect.story.address)
        former = f"{places.decoded_prefix}/{redirect.former}"
        yield former, now
        if former.endswith("/"):
            yield former.removesuffix("/"), now


def _lines(rules: Iterable[str]) -> bytes:
    return "".join(f"{rule}\n" for rule in rules).encode()
