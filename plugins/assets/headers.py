"""What browsers are told about our files: what a page may load, and how long a file may be kept. For hosts that can send it.

The policy stands in the head of every page too, so that it holds on a host that cannot.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from plugins.newsroom.places import Places

# Scripts, styles, pictures and searches of this host and nothing else.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'none'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
    )
)
_ALWAYS = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'self'",  # the last word is heard in a header only
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
}
_UNCHANGING = "public, max-age=31536000, immutable"  # the name of such a file changes with its bytes
_CHANGING = "no-cache"  # kept, but asked after
_FINGERPRINTED = r"([^/]+\.[0-9a-f]{8}\.(css|js)|[0-9a-f]{12}-[^/]+\.(avif|jpg))"


def nginx(places: Places) -> bytes:
    """For `include` in the `location` of the column."""
    always = [f'add_header {name} "{value}" always;' for name, value in _ALWAYS.items()]
    kept = [*always, f'add_header Cache-Control "{_UNCHANGING}";']
    files = f'location ~ "^{re.escape(places.url())}.*/{_FINGERPRINTED}$" {{'
    return _lines([*always, f'add_header Cache-Control "{_CHANGING}";', files, *(f"    {line}" for line in kept), "}"])


def apache(places: Places) -> bytes:
    """For `Include` in the column's `<Directory>`, or as part of .htaccess there; with mod_headers."""
    always = [f'Header always set {name} "{value}"' for name, value in _ALWAYS.items()]
    kept = f'Header set Cache-Control "{_UNCHANGING}"'
    files = f'<FilesMatch "^{_FINGERPRINTED}$">'
    return _lines([*always, f'Header set Cache-Control "{_CHANGING}"', files, f"    {kept}", "</FilesMatch>"])


def static_host(places: Places) -> bytes:
    """The `_headers` file of static hosts."""
    always = [f"  {name}: {value}" for name, value in _ALWAYS.items()]
    return _lines([f"{places.url()}*", *always])


RULES: dict[str, Callable[[Places], bytes]] = {
    "headers/nginx.conf": nginx,
    "headers/apache.conf": apache,
    "_headers": static_host,
}


def _lines(lines: list[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()
