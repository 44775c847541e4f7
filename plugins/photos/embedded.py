"""Who a file itself says made it: IPTC By-line, XMP dc:creator or EXIF Artist. Only ever a proposal to an editor."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree

from PIL import ExifTags, Image, IptcImagePlugin

from .inspect import Original
from .opening import open_original

_BY_LINE = (2, 80)  # IPTC-IIM 4.2, dataset 2:80
_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
_ITEM = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li"
_LONGEST_XMP, _LONGEST_NAME = 1 << 20, 40


def creator_in(original: Original) -> str:
    """The creators named in the file's metadata, set apart by spaces; "" when there are none or they cannot be read."""
    try:
        with open_original(original.path.read_bytes(), original.kind) as image:
            found = (_from_iptc(image), _from_xmp(image), _from_exif(image))
            return next((names for names in map(_one_line, found) if names), "")
    except Exception:  # damaged metadata raises anything; there is simply nothing to propose
        return ""


def _from_iptc(image: Image.Image) -> list[str]:
    names = (IptcImagePlugin.getiptcinfo(image) or {}).get(_BY_LINE, [])
    return [_text(name) for name in (names if isinstance(names, list) else [names])]


def _from_xmp(image: Image.Image) -> list[str]:
    packet = image.info.get("xmp") or b""
    if len(packet) > _LONGEST_XMP or b"<!" in packet:  # no packet has a document type; entities could grow without end
        return []
    try:
        root = ElementTree.fromstring(packet.strip(b"\0 \r\n\t"))
    except ElementTree.ParseError:
        return []
    return [item.text or "" for creator in root.iter(_CREATOR) for item in creator.iter(_ITEM)]


def _from_exif(image: Image.Image) -> list[str]:
    return [str(image.getexif().get(ExifTags.Base.Artist, "")).strip("\0")]


def _text(data: bytes) -> str:
    """Bytes as UTF-8, or as the GB 18030 of older Chinese desks."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")


def _one_line(names: Iterable[str]) -> str:
    """The names on one line; "" for question marks, which is what cameras make of Chinese, and for whole sentences."""
    line = " ".join(" ".join(names).split())
    printable = "".join(character for character in line if character.isprintable() and character not in '"\\<>')
    return printable if len(printable) <= _LONGEST_NAME and printable.strip("? .") else ""
