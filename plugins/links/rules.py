"""Redirects as rules for web servers, ready to be included. Every rule names a whole path: nothing below it is caught."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import quote, unquote

from plugins.newsroom.column.redirects import Redirect
from plugins.newsroom.pages.urls import Urls

_Pairs = Iterable[tuple[str, str]]


def nginx(redirects: Iterable[Redirect], places: Urls) -> bytes:
    """For `include` in a server block. nginx compares decoded paths, so that Chinese stands as it is."""
    pairs = _pairs(redirects, places)
    return _lines(f'location = "{former}" {{ return 301 "{now}"; }}' for former, now in pairs)


def apache(redirects: Iterable[Redirect], places: Urls) -> bytes:
    """For `Include` or as part of .htaccess, with mod_alias. Apache compares decoded paths too, and encodes what it answers."""
    pairs = _pairs(redirects, places)
    return _lines(f'RedirectMatch 301 "^{re.escape(former)}$" "{unquote(now)}"' for former, now in pairs)


def static_host(redirects: Iterable[Redirect], places: Urls) -> bytes:
    """The `_redirects` file of static hosts: paths encoded, parted by spaces."""
    pairs = _pairs(redirects, places)
    return _lines(f"{quote(former, safe='/')} {now} 301" for former, now in pairs)


RULES: dict[str, Callable[[Iterable[Redirect], Urls], bytes]] = {
    "redirects/nginx.conf": nginx,
    "redirects/apache.conf": apache,
    "_redirects": static_host,
}


def _pairs(redirects: Iterable[Redirect], places: Urls) -> Iterator[tuple[str, str]]:
    """(former path, decoded; present path, encoded), both from the root of the host. A folder is also met without its slash.

    Neither holds a quotation mark, a backslash or a dollar sign that a server would take for its own: see `check_alias`.
    """
    for redirect in redirects:
        now = places.url(redirect.story.address)
        former = f"{places.decoded_prefix}/{redirect.former}"
        yield former, now
        if former.endswith("/"):
            yield former.removesuffix("/"), now


def _lines(rules: Iterable[str]) -> bytes:
    return "".join(f"{rule}\n" for rule in rules).encode()
