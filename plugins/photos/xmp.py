"""Writes a notice as an XMP packet (ISO 16684-1; IPTC Photo Metadata 2023.2; TC260-PG-20258A for the label of GB 45438-2025)."""

from __future__ import annotations

import re
from html import escape

from .notice import Notice

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "TC260": "http://www.tc260.org.cn/ns/AIGC/1.0/",
}
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2


def packet(notice: Notice) -> bytes:
    """The packet in UTF-8, without the xpacket wrapper, which only programs scanning whole files need."""
    fields = "".join(_fields(notice))
    spaces = "".join(f' xmlns:{name}="{space}"' for name, space in _SPACES.items() if f"{name}:" in fields)
    about = f'<rdf:Description rdf:about=""{spaces}>{fields}</rdf:Description>'
    return f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{_RDF}">{about}</rdf:RDF></x:xmpmeta>'.encode()


def _fields(notice: Notice) -> list[str]:
    """All non-empty fields; dc:rights is the credit, since nothing more is known."""
    creators = "".join(f"<rdf:li>{_text(name)}</rdf:li>" for name in notice.creators)
    return [
        f"<dc:creator><rdf:Seq>{creators}</rdf:Seq></dc:creator>" if creators else "",
        _alternatives("dc:description", notice.caption),
        _alternatives("dc:rights", notice.credit),
        _simple("photoshop:Credit", notice.credit),
        _alternatives("xmpRights:UsageTerms", notice.terms),
        _simple("Iptc4xmpExt:DigitalSourceType", notice.source_type),
        _simple("TC260:AIGC", notice.aigc),
    ]


def _simple(name: str, value: str) -> str:
    return f"<{name}>{_text(value)}</{name}>" if value else ""


def _alternatives(name: str, value: str) -> str:
    item = f'<rdf:li xml:lang="x-default">{_text(value)}</rdf:li>'
    return f"<{name}><rdf:Alt>{item}</rdf:Alt></{name}>" if value else ""


def _text(value: str) -> str:
    return escape(_NOT_XML.sub("", value), quote=False)
