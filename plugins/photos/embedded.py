"""Reads creator, provider and caption from a file's metadata (IPTC, XMP, EXIF). Only ever a proposal to an editor."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree import ElementTree

from PIL import ExifTags, Image, ImageFile, IptcImagePlugin

from .opening import open_original
from .original import Original

# IPTC-IIM 4.2: By-line, Credit, Caption; the same in XMP; the same in EXIF, which has no credit.
_IPTC = {"creator": (2, 80), "provider": (2, 110), "caption": (2, 120)}
_XMP = {
    "creator": "{http://purl.org/dc/elements/1.1/}creator",
    "provider": "{http://ns.adobe.com/photoshop/1.0/}Credit",
    "caption": "{http://purl.org/dc/elements/1.1/}description",
}
_EXIF = {"creator": ExifTags.Base.Artist, "caption": ExifTags.Base.ImageDescription}
_WINDOWS = {"creator": ExifTags.Base.XPAuthor, "caption": ExifTags.Base.XPTitle}  # in UTF-16, not in EXIF's ASCII
_ITEM = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li"
_LONGEST_XMP, _LONGEST_NAME, _LONGEST_CAPTION = 1 << 20, 40, 120
_HAN = re.compile(r"[\u3400-\u9fff]")  # never in what cameras write by themselves
_GLUED = re.compile(
    r"[A-Za-z][\u3400-\u9fff]|[\u3400-\u9fff][A-Za-z]"
)  # M黮ler is not a name, but Müller in the wrong encoding
_LETTERS = (
    r"0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u3040-\u30fa\u30fc-\u30ff\u3400-\u9fff\U00020000-\U000323af"
)
_NAME = re.compile(f"[{_LETTERS}· ]+")
_BETWEEN_NAMES = re.compile(r"[\s,，、;；/／|&()（）]+")
_NO_LETTER_OF_OURS = re.compile(rf"[^\W_{_LETTERS}]|[\ue000-\uf8ff\ufffd]")
_OWNERS = (  # words in default owner names of cameras, phones and programs
    "acd adobe admin administrator apple artist asus author camera canon casio company computer copyright corp corporation"
    " customer default dell digital dji electronics fuji fujifilm gimp google hp huawei imaging inc iphone kodak leica"
    " lenovo lightroom ltd meitu microsoft name nikon none null olympus oppo owner panasonic pc pentax photo photographer"
    " photoshop picasa ricoh samsung screenshot sony systems unknown user vivo windows xiaomi your"
)
_NOBODY = frozenset(_OWNERS.split())
_NOBODY_HERE = re.compile(
    "用户|微软|管理员|系统|相机|电脑|手机|所有者|未知|佚名|雨林木风|番茄花园|佳能|尼康|索尼|美图|水印"
)
_IS_CREDIT = re.compile(r"(?:摄|摄影|影|图|供图|制图|绘|画|发|提供)$|^(?:摄影|制图|绘图|图片?|供图)\b|资料")


@dataclass(frozen=True, slots=True)
class Words:
    """creator: names separated by spaces; provider: an agency or office; caption: one line; each "" when missing."""

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
    """The words in the file's metadata, IPTC before XMP before EXIF. Damaged metadata is ignored."""
    try:
        with open_original(original.path.read_bytes(), original.kind) as image:
            said = (_from_iptc(image), _from_xmp(image), _from_exif(image))
            camera = _camera(image)
    except Exception:  # damaged metadata can raise anything; then there is nothing to propose
        return Words()
    names = {key: _first(_name(source.get(key, ()), camera) for source in said) for key in ("creator", "provider")}
    return Words(**names, caption=_first(_caption(source.get("caption", ())) for source in said))


def _first(lines: Iterable[str]) -> str:
    return next((line for line in lines if line), "")


def _camera(image: Image.Image) -> frozenset[str]:
    """The words of the camera's make, model and software, in lower case."""
    exif = image.getexif()
    named = " ".join(
        str(exif.get(tag, "")) for tag in (ExifTags.Base.Make, ExifTags.Base.Model, ExifTags.Base.Software)
    )
    return frozenset(re.findall(r"[^\W_]+", named.lower()))


def _name(pieces: Iterable[str], camera: frozenset[str]) -> str:
    """The names on one line; "" for what cannot be a name: other characters, a camera's default owner."""
    line = _one_line(pieces, _LONGEST_NAME)
    names = " ".join(_BETWEEN_NAMES.sub(" ", line).split())
    words = frozenset(names.lower().split())
    if not _NAME.fullmatch(names) or _NOBODY_HERE.search(names) or words & (_NOBODY | camera):
        return ""
    is_foreign = not _HAN.search(names) and names.isascii()
    return "" if is_foreign and (len(words) < 2 or any(map(str.isdigit, names))) else names


def _caption(pieces: Iterable[str]) -> str:
    line = _one_line(pieces, _LONGEST_CAPTION)
    return line if _HAN.search(line) and not _NO_LETTER_OF_OURS.search(line) else ""


def _from_iptc(image: ImageFile.ImageFile) -> dict[str, list[str]]:
    record = IptcImagePlugin.getiptcinfo(image) or {}
    found = {key: record.get(dataset, []) for key, dataset in _IPTC.items()}
    return {key: [_text(data) for data in (v if isinstance(v, list) else [v])] for key, v in found.items()}


def _from_xmp(image: Image.Image) -> dict[str, list[str]]:
    packet = image.info.get("xmp") or b""
    if (
        len(packet) > _LONGEST_XMP or b"<!" in packet
    ):  # valid packets have no document type; entities could expand without end
        return {}
    try:
        root = ElementTree.fromstring(packet.strip(b"\0 \r\n\t"))
    except ElementTree.ParseError:
        return {}
    return {key: _property(root, name, only_first=key == "caption") for key, name in _XMP.items()}


def _property(root: ElementTree.Element, name: str, *, only_first: bool) -> list[str]:
    """The values of a property in any of its three forms: an attribute, plain text, a list. A caption's list contains one text
    in several languages."""
    values = [element.attrib[name] for element in root.iter() if name in element.attrib]
    for element in root.iter(name):
        items = [item.text or "" for item in element.iter(_ITEM)]
        values += items or [element.text or ""]
    return values[:1] if only_first else values


def _from_exif(image: Image.Image) -> dict[str, list[str]]:
    exif = image.getexif()
    found = {}
    for key, tag in _EXIF.items():
        plain, windows = exif.get(tag, ""), exif.get(_WINDOWS[key], b"")
        words = [bytes(windows).decode("utf-16-le", "replace")] if windows else [str(plain)]
        found[key] = [word.strip("\0 ") for word in words]
    return found


def _text(data: bytes) -> str:
    """Decode bytes as UTF-8, or as GB 18030, which older Chinese programs write."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")


def _reread(line: str) -> str:
    """Repair a line decoded with the wrong encoding: GB 18030 or UTF-8 taken for Latin-1 (in EXIF, and in what programs copied
    from there), or UTF-8 taken for GB 18030. Other lines are returned unchanged."""
    for wrong, right in (("latin-1", "utf-8"), ("latin-1", "gb18030"), ("gb18030", "utf-8")):
        try:
            again = line.encode(wrong).decode(right)
        except UnicodeError:
            continue
        if again != line and len(_HAN.findall(again)) > 1 and not _GLUED.search(again):
            return again
    return line


def _one_line(pieces: Iterable[str], longest: int) -> str:
    """The pieces on one line; "" when it is too long, or only question marks, into which cameras turn Chinese."""
    line = " ".join(" ".join(map(_reread, pieces)).split())
    printable = "".join(character for character in line if character.isprintable() and character not in '"\\<>[]')
    return printable if len(printable) <= longest and printable.strip("? .") else ""
