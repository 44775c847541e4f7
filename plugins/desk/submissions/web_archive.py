"""Reads pages that were saved as one file (.mht, .mhtml): a message whose first page is the story, with its pictures (RFC 2557)."""

from __future__ import annotations

import email
import email.policy
from email.message import Message

from plugins.newsroom.findings.refusals import Refusal
from plugins.newsroom.submission.tree import Submission

from . import web_page


def read(file: str, data: bytes) -> Submission:
    """The story in the page. Raises Refusal."""
    try:
        parts = list(email.message_from_bytes(data, policy=email.policy.default).walk())
    except RecursionError:  # messages within messages without end
        raise Refusal.of("IN60", file=file) from None
    page = next((part for part in parts if part.get_content_type() == "text/html"), None)
    if page is None:
        raise Refusal.of("IN08", file=file)
    files = {name: _bytes_of(part) for part in parts if part is not page for name in _names(part)}
    return web_page.read(file, _bytes_of(page), files.get)


def _names(part: Message) -> list[str]:
    """The addresses by which the page may show a part."""
    location, key = str(part.get("Content-Location", "")), str(part.get("Content-ID", ""))
    return [name for name in ("".join(location.split()), f"cid:{key.strip(' <>')}" if key else "") if name]


def _bytes_of(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""
