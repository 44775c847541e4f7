"""The address of the whole site as people write it, and as machines want it. What stands below it is left to `places`.

Source: RFC 3986, 6.2.2 and 6.2.3 (normal forms), RFC 3490 (names of hosts in other letters than Latin).
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import SplitResult, quote, unquote_to_bytes, urlsplit

NOT_WHOLE, WITH_ACCOUNT, WITH_TAIL = "PL09", "PL45", "PL46"  # codes of findings
_PORTS = {"http": 80, "https": 443}
_ACCOUNT = re.compile(r"[^/?#]*//[^/?#]*@")
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?|\[[0-9a-f:.]+\]")
_KEPT = "-._~!'()*+,;=:@&"  # what a part of a path may hold as it is; no server's rules take it for their own
_UNFIT = re.compile(r'[\x00-\x20\x7f"$<>\\^`{|}]')


def read(written: str) -> tuple[str, str]:
    """(the address in its normal form, "") or ("", the code of the finding that says what is wrong with it).

    Scheme and host in small letters, Chinese hosts in ASCII (punycode), Chinese paths in percent signs, no usual port, no
    empty part of a path, no slash at the end. "" is "" again.
    """
    if not written.strip():
        return "", ""
    if _ACCOUNT.match(written):
        return "", WITH_ACCOUNT  # before all else: such an address is printed nowhere
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
    """The host in ASCII, "" for none that could be one. Raises UnicodeError, a ValueError."""
    host = unicodedata.normalize("NFKC", parts.hostname or "")
    if ":" in host:
        host = f"[{host}]"
    elif not host.isascii():
        host = host.encode("idna").decode("ascii")
    return host if _HOST.fullmatch(host) and ".." not in host else ""


def _path(path: str) -> str | None:
    """The path in its normal form, None where a part of it leads elsewhere or would be taken for a server's own sign."""
    plain = [unquote_to_bytes(part).decode("utf-8") for part in path.split("/") if part]
    if any(part in (".", "..") or "/" in part or _UNFIT.search(part) for part in plain):
        return None
    return "".join("/" + quote(unicodedata.normalize("NFC", part), safe=_KEPT) for part in plain)
