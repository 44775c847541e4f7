"""The pictures of a page: those that lie in it or beside it, byte for byte; all others are listed with their address."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from urllib.parse import unquote, unquote_to_bytes

from plugins.newsroom.submission.alternatives import as_written
from plugins.newsroom.submission.tree import Picture
from plugins.photos import containers

from .html_tree import Node
from .ledger import Ledger
from .pictures import suffix_of

# The bytes of a file beside the page, by its path from there; None when there is none.
Beside = Callable[[str], bytes | None]

_SOURCES = ("src", "data-src", "data-original")
_EMBEDDED = re.compile(r"data:([^,]{0,200}),(.*)", re.DOTALL | re.IGNORECASE)
_REMOTE = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_EMOJI = re.compile(r"emoji|_face\b|expression", re.IGNORECASE)
_SMALLEST = 200  # bytes; anything smaller is a blank that holds a place
_PLACEHOLDER = 3000  # bytes of what stands in a page until the picture itself comes from its site


def emoji_of(node: Node) -> str:
    """The words for an emoji that is a picture, "" for any other picture."""
    return node.get("alt") if _EMOJI.search(f"{node.get('class')} {node.get('src')}") else ""


def read(node: Node, beside: Beside, number: int, ledger: Ledger) -> Picture | None:
    """The picture of an `img`; None for a blank that only holds a place and for one that is elsewhere, which `ledger` lists.

    number: counted from 1.
    """
    addresses = [address for name in _SOURCES if (address := node.get(name).strip())]
    remote = next((address for address in addresses if _REMOTE.match(address)), "")
    for address in addresses:
        data = _bytes_of(address, beside)
        suffix = suffix_of(data) if data else ""
        if data and suffix and not _holds_a_place(data, is_embedded=bool(remote and _EMBEDDED.match(address))):
            return Picture(_name(address, number, suffix), data, as_written(node.get("alt")), place=ledger.place)
    local = next((address for address in addresses if not _EMBEDDED.match(address)), "")
    if remote:
        ledger.leave_out(f"图片 {remote}", "IN65")
    elif local:
        ledger.leave_out(f"图片 {unquote(local)}", "IN66")
    elif any("svg" in address[:30] for address in addresses):
        ledger.leave_out(f"图片 {node.get('alt')}", "IN69", what="画出来的图形")
    return None


def _holds_a_place(data: bytes, *, is_embedded: bool) -> bool:
    """Whether a picture is a blank. is_embedded: it stands in the page itself, instead of one from elsewhere."""
    kind = containers.kind_of(data)
    size = containers.declared_size(kind, data) if kind else None
    return len(data) < (_PLACEHOLDER if is_embedded else _SMALLEST) or (size is not None and max(size) <= 2)


def _bytes_of(address: str, beside: Beside) -> bytes | None:
    embedded = _EMBEDDED.match(address)
    if not embedded:
        return beside(address) or beside(unquote(address.partition("?")[0]))
    if not embedded[1].lower().endswith(";base64"):
        return unquote_to_bytes(embedded[2])
    try:
        return base64.b64decode(re.sub(r"\s+", "", unquote(embedded[2])), validate=False)
    except (binascii.Error, ValueError):
        return None


def _name(address: str, number: int, suffix: str) -> str:
    """The file's own name where it has one that a person may have given, with the suffix that fits its bytes."""
    path = "" if _EMBEDDED.match(address) else unquote(address.partition("?")[0])
    stem = path.replace("\\", "/").rpartition("/")[2].rpartition(".")[0]
    return f"{stem or f'{number:02}'}{suffix}"
