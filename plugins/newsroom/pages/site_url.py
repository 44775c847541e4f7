"""Validates the site's base URL and brings it into normal form. Addresses below it are left to `urls`.

Source: RFC 3986, 6.2.2 and 6.2.3 (normalization), RFC 3490 (internationalized host names).
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import SplitResult, quote, unquote_to_bytes, urlsplit

NOT_WHOLE, WITH_ACCOUNT, WITH_TAIL = "PL09", "PL45", "PL46"  # finding codes
_PORTS = {"http": 80, "https": 443}
_ACCOUNT = re.compile(r"[^/?#]*//[^/?#]*@")
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?|\[[0-9a-f:.]+\]")
_KEPT = (
    "-._~!'()*+,;=:@&"  # characters that stay unescaped in a path segment; none has a meaning in server configuration
)
_UNFIT = re.compile(r'[\x00-\x20\x7f"$<>\\^`{|}]')


def read(written: str) -> tuple[str, str]:
    """(the address in its normal form, "") or ("", the code of the finding that says what is wrong with it).

    Scheme and host in lower case, Chinese hosts in Punycode, Chinese paths percent-encoded, no default port, no empty path
    segment, no trailing slash. "" stays "".
    """
    if not written.strip():
        return "", ""
    if _ACCOUNT.match(written):
        return "", WITH_ACCOUNT  # first of all: an address with a password must not be printed anywhere
    try:
        parts = urlsplit(written.strip())
        host, port = _host(parts), parts.port
        path = _path(parts.path)
    except ValueError:
        return "", NOT_WHOLE
    if parts.scheme not in _PORTS or not host or path is None:
        return "", NOT_WHOLE
    if "?" in written or "#" in written:
        return "", WITH_TAIL
    at = f":{port}" if port is not None and port != _PORTS[parts.scheme] else ""
    return f"{parts.scheme}://{host}{at}{path}", ""


def _host(parts: SplitResult) -> str:
    """The host in ASCII, "" for an invalid one. Raises UnicodeError, a ValueError."""
    host = unicodedata.normalize("NFKC", parts.hostname or "")
    if ":" in host:
        host = f"[{host}]"
    elif not host.isascii():
        host = host.encode("idna").decode("ascii")
    return host if _HOST.fullmatch(host) and ".." not in host else ""


def _path(path: str) -> str | None:
    """The path in its normal form, None where a segment leads elsewhere or has a special meaning to servers."""
    plain = [unquote_to_bytes(part).decode("utf-8") for part in path.split("/") if part]
    if any(part in (".", "..") or "/" in part or _UNFIT.search(part) for part in plain):
        return None
    return "".join("/" + quote(unicodedata.normalize("NFC", part), safe=_KEPT) for part in plain)
