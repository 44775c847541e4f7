"""HTTP header rules for web servers: content security policy and caching.

The policy is also in the head of every page, for hosts that cannot send headers.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable

from plugins.newsroom.pages.urls import Urls
from plugins.newsroom.text import fingerprint
from plugins.newsroom.text.addresses import FILES

Rules = Callable[[Urls, str], bytes]  # (urls, policy of the pages) -> file
_UNCHANGING = "public, max-age=31536000, immutable"  # for files whose names change with their bytes
_CHANGING = "no-cache"  # cached, but revalidated
_HEX = f"[0-9a-f]{{{fingerprint.NAME}}}"
_FINGERPRINTED = rf"([^/]+\.{_HEX}\.(css|js)|{_HEX}-[^/]+\.(avif|jpg))"
_ATTACHED = rf"{FILES}{_HEX}/[^/]+"  # here the folder name changes with the bytes, and the file keeps its name


def policy(inline: str, *, has_players: bool = False) -> str:
    """The policy: scripts, styles, pictures and requests from and to this host only, plus the inline script `inline`; sound and
    film of this host if there is any.

    Source: Content Security Policy Level 3, hash-source.
    """
    sha256 = b64encode(fingerprint.sha256(inline.encode())).decode()
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' 'sha256-{sha256}'",
            "style-src 'self'",
            "img-src 'self' data:",
            *(("media-src 'self'",) if has_players else ()),
            "font-src 'none'",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
        )
    )


def nginx(places: Urls, policy: str) -> bytes:
    """For `include` in the `location` of the column."""
    always = [f'add_header {name} "{value}" always;' for name, value in _always(policy).items()]
    kept = [*always, f'add_header Cache-Control "{_UNCHANGING}";']
    files = f'location ~ "^{re.escape(places.decoded_prefix)}/(.*/{_FINGERPRINTED}|{_ATTACHED})$" {{'
    return _lines([*always, f'add_header Cache-Control "{_CHANGING}";', files, *(f"    {line}" for line in kept), "}"])


def apache(places: Urls, policy: str) -> bytes:
    """For `Include` in the column's `<Directory>`, or as part of .htaccess there; with mod_headers."""
    always = [f'Header always set {name} "{value}"' for name, value in _always(policy).items()]
    kept = f'Header set Cache-Control "{_UNCHANGING}"'
    files = f'<FilesMatch "^{_FINGERPRINTED}$">'
    attached = f'<If "%{{REQUEST_URI}} =~ m#/{_ATTACHED}$#">'
    changing = f'Header set Cache-Control "{_CHANGING}"'
    return _lines([*always, changing, files, f"    {kept}", "</FilesMatch>", attached, f"    {kept}", "</If>"])


def static_host(places: Urls, policy: str) -> bytes:
    """The `_headers` file of static hosts."""
    always = [f"  {name}: {value}" for name, value in _always(policy).items()]
    return _lines([f"{places.url()}*", *always])


RULES: dict[str, Rules] = {
    "headers/nginx.conf": nginx,
    "headers/apache.conf": apache,
    "_headers": static_host,
}


def _always(policy: str) -> dict[str, str]:
    return {
        "Content-Security-Policy": f"{policy}; frame-ancestors 'self'",  # frame-ancestors works in a header only
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
    }


def _lines(lines: list[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()
