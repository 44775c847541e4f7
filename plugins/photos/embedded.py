"""What a file says of itself: who made it, who gave it, what it shows. Only ever a proposal to an editor."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree import ElementTree

from PIL import ExifTags, Image, IptcImagePlugin

from .opening import open_original
from .original import Original

# IPTC-IIM 4.2: By-line, Credit, Caption; the same in XMP; the same in EXIF, which knows no credit.
_IPTC = {"creator": (2, 80), "provider": (2, 110), "caption": (2, 120)}
_XMP = {
    "creator": "{http://purl.org/dc/elements/1.1/}creator",
    "provider": "{http://ns.adobe.com/photoshop/1.0/}Credit",
    "caption": "{http://purl.org/dc/elements/1.1/}description",
}
_EXIF = {"creator": ExifTags.Base.Artist, "caption": ExifTags.Base.ImageDescription}
_ITEM = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li"
_LONGEST_XMP, _LONGEST_NAME, _LONGEST_CAPTION = 1 << 20, 40, 120
_HAN = re.compile(r"[\u3400-\u9fff]")  # what cameras write by themselves has none
_IS_CREDIT = re.compile(r"(?:摄|摄影|影|图|供图|制图|绘|画|发|提供)$|^(?:摄影|制图|绘图|图片?|供图)\b|资料")


@dataclass(frozen=True, slots=True)
class Words:
    """creator: names set apart by spaces; provider: an agency or an office; caption: one line. "" for what is not said."""

    creator: str = ""
    provider: str = ""
    caption: str = ""

    @property
    def who(self) -> str:
        return self.creator or self.provider

    @property
    def credit(self) -> str:
        """The credit as an editor would write it: 张三 摄, 某单位 供图; "" when nobody is named."""
        if not self.who or _IS_CREDIT.search(self.who):
            return self.who
        return f"{self.who} 摄" if self.creator else f"{self.who} 供图"


def words_in(original: Original) -> Words:
    """What the file says of itself, IPTC before XMP before EXIF. Metadata that is damaged says nothing."""
    try:
        with open_original(original.path.read_bytes(), original.kind) as image:
            said = (_from_iptc(image), _from_xmp(image), _from_exif(image))
    except Exception:  # damaged metadata raises anything; there is simply nothing to propose
        return Words()
    names = {key: _first(said, key, _LONGEST_NAME) for key in ("creator", "provider")}
    caption = _first(said, "caption", _LONGEST_CAPTION)
    return Words(**names, caption=caption if _HAN.search(caption) else "")


def _first(said: Iterable[dict[str, list[str]]], key: str, longest: int) -> str:
    lines = (_one_line(source.get(key, ()), longest) for source in said)
    return next((line for line in lines if line), "")


def _from_iptc(image: Image.Image) -> dict[str, list[str]]:
    record = IptcImagePlugin.getiptcinfo(image) or {}
    found = {key: record.get(dataset, []) for key, dataset in _IPTC.items()}
    return {key: [_text(one) for one in (v if isinstance(v, list) else [v])] for key, v in found.items()}


def _from_xmp(image: Image.Image) -> dict[str, list[str]]:
    packet = image.info.get("xmp") or b""
    if len(packet) > _LONGEST_XMP or b"<!" in packet:  # no packet has a document type; entities could grow without end
        return {}
    try:
        root = ElementTree.fromstring(packet.strip(b"\0 \r\n\t"))
    except ElementTree.ParseError:
        return {}
    return {key: _property(root, name, only_first=key == "caption") for key, name in _XMP.items()}


def _property(root: ElementTree.Element, name: str, *, only_first: bool) -> list[str]:
    """The values of a property, whichever of its three forms it has: an attribute, plain text, a list. A caption's list
    holds one text in several languages."""
    values = [element.attrib[name] for element in root.iter() if name in element.attrib]
    for element in root.iter(name):
        items = [item.text or "" for item in element.iter(_ITEM)]
        values += items or [element.text or ""]
    return values[:1] if only_first else values


def _from_exif(image: Image.Image) -> dict[str, list[str]]:
    exif = image.getexif()
    return {key: [str(exif.get(tag, "")).strip("\0")] for key, tag in _EXIF.items()}


def _text(data: bytes) -> str:
    """Bytes as UTF-8, or as the GB 18030 of older Chinese desks."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")


def _one_line(pieces: Iterable[str], longest: int) -> str:
    """The pieces on one line; "" for question marks, which is what cameras make of Chinese, and for what is too long."""
    line = " ".join(" ".join(pieces).split())
    printable = "".join(character for character in line if character.isprintable() and character not in '"\\<>[]')
    return printable if len(printable) <= longest and printable.strip("? .") else ""
