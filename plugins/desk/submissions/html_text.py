"""The text of a page: our own rule for Chinese encodings first, then what the page says of itself."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from plugins.newsroom.findings.refusals import Refusal
from plugins.newsroom.submission.tree import Doubt
from plugins.newsroom.text import encodings

from .ledger import sentence

_DECLARED = re.compile(rb"""charset\s{0,3}=\s{0,3}["']?([\w.:\-]{2,40})""", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page says its encoding
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030"}  # WHATWG Encoding Standard, 4.2
_MOST_BROKEN = 0.01  # of all characters


@dataclass(frozen=True, slots=True)
class Decoded:
    text: str
    doubts: tuple[Doubt, ...] = ()


def decode(file: str, data: bytes) -> Decoded:
    """The text of the page `file`. Raises Refusal when it has no known encoding."""
    found = encodings.read_bytes(data)
    if found.text is not None and not found.is_damaged:
        return Decoded(found.text)
    text = _as_declared(data) or found.text
    if text is None:
        raise Refusal.of("IN61", file=file)
    broken = text.count("\ufffd")
    return Decoded(text, (Doubt(sentence("IN74", count=broken)),) if broken else ())


def _as_declared(data: bytes) -> str | None:
    """The text in the encoding that the page names, if nearly all of it is."""
    named = _DECLARED.search(data[:_HEAD])
    name = named[1].decode("ascii").lower() if named else ""
    try:
        text = data.decode(codecs.lookup(_WIDER.get(name, name)).name, errors="replace")
    except (LookupError, ValueError):
        return None
    return text if text.count("\ufffd") <= _MOST_BROKEN * len(text) else None
