"""Resolves the links of a body: to another story's file, an attachment, an anchor in the story itself, the web, or nowhere.

Whether the other story or the attachment exists is left to `column`.
"""

from __future__ import annotations

import posixpath
import re
from difflib import get_close_matches
from urllib.parse import quote, unquote, urlsplit
from xml.etree.ElementTree import Element

from ..findings.problems import Place
from ..media.attachment import kind_of, way_out
from . import attaching, marks
from .document import WrittenLink
from .galley import Galley, noted
from .headings import likeness

WEB_SCHEMES = frozenset({"http", "https"})
SCHEMES = WEB_SCHEMES | {"mailto", "tel"}
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]+")
_BARE_DOMAIN = re.compile(r"(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:cn|com|net|org|gov)(?:[/:?#]|$))", re.IGNORECASE)
_KEPT_IN_URL = "/:?#[]@!$&'()*+,;=%~"


def scheme_of(address: str) -> str:
    """The scheme as a browser would see it, in lower case; "" for a relative address."""
    match = _SCHEME.match(_INVISIBLE.sub("", address))
    return match.group(1).lower() if match else ""


def settle(root: Element, galley: Galley) -> None:
    """Give every link of the tree its final address, or a note for one, in place; an invalid link loses its address."""
    for link in root.iter("a"):
        written, number = noted(link.get("href") or "")
        if "aria-label" in link.attrib:  # a footnote's, set by us
            continue
        written = written.strip()
        start = galley.offsets[number] if number is not None else None
        place = galley.place(start, len(written)) if start is not None else galley.place_of(written)
        link.attrib.pop("href", None)
        link.attrib.update(attributes(written, place, galley))
        if link.get("href", "").startswith(marks.ATTACHMENT):
            attaching.take_title(link, start, galley)


def attributes(written: str, place: Place, galley: Galley) -> dict[str, str]:
    """The attributes of a link to `written`: its final address, or a note for one; {} after a finding."""
    address = _settled(written, place, galley)
    if address is None:
        return {}
    return {"href": address, "rel": "noopener"} if scheme_of(address) in WEB_SCHEMES else {"href": address}


def _settled(written: str, place: Place, galley: Galley) -> str | None:
    """The address to print, or None after a finding."""
    scheme = scheme_of(written)
    if not written:
        galley.report("BD07", place)
    elif scheme:
        return _with_scheme(written, scheme, place, galley)
    elif written.startswith("#"):
        return _within_story(written, place, galley)
    elif written.startswith(("//", "\\\\")) or _BARE_DOMAIN.match(written):
        galley.report("BD12", place, {"address": written})
    elif written.startswith(("/", "\\")):
        galley.report("BD08", place, {"address": written})
    else:
        return _to_story(written, place, galley)
    return None


def _with_scheme(written: str, scheme: str, place: Place, galley: Galley) -> str | None:
    if scheme not in SCHEMES:
        galley.report("BD06", place, {"address": _shown(written)})
        return None
    address = printable_url(_INVISIBLE.sub("%20", written))
    if address is None:
        galley.report("BD12", place, {"address": _shown(written)})
    return address


def printable_url(written: str) -> str | None:
    """An absolute address with all invalid characters escaped (RFC 3987); None when it is not an address."""
    try:
        parts = urlsplit(written)
        if parts.scheme in WEB_SCHEMES and (not parts.hostname or parts.port == 0 or "%20" in parts.netloc):
            return None
    except ValueError:
        return None
    if parts.scheme not in WEB_SCHEMES and not (parts.path or parts.netloc):
        return None
    rest = written[written.index(":") :]
    return parts.scheme + "".join(c if ord(c) > 0x7F else quote(c, safe=_KEPT_IN_URL) for c in rest)


def _shown(written: str) -> str:
    return _INVISIBLE.sub(" ", written)[:80]


def _within_story(written: str, place: Place, galley: Galley) -> str | None:
    fragment = _fragment(written[1:])
    if fragment in galley.anchors:
        return "#" + fragment
    anchors = sorted(anchor for anchor in galley.anchors if not anchor.startswith("fn"))
    near = get_close_matches(fragment, anchors, n=2, cutoff=0.6)
    hint = f"是不是“#{near[0]}”？" if len(near) == 1 else ""
    galley.report("BD11", place, {"fragment": fragment, "hint": hint, "anchors": "、".join(anchors) or "（没有）"})
    return None


def _fragment(written: str) -> str:
    """The id that a fragment refers to: an editor may write a heading's words with their punctuation."""
    return likeness(unquote(written))


def _to_story(written: str, place: Place, galley: Galley) -> str | None:
    address, title = attaching.without_curly_title(written)
    path, _, fragment = address.partition("#")
    path = unquote(path).replace("\\", "/").strip()
    name = posixpath.basename(path)
    is_attachment = kind_of(name) is not None
    if name in ("", ".", "..") or "." not in name:
        path = posixpath.join(path, "index.md")
    elif not is_attachment and (not name.lower().endswith(".md") or "?" in path):
        _report_unpublished(written, name, place, galley)
        return None
    target = posixpath.normpath(posixpath.join(galley.folder, path))
    if target.startswith("../"):
        galley.report("BD10", place, {"address": written})
        return None
    if is_attachment:
        return attaching.note(target, title, place, galley)
    galley.links.append(WrittenLink(written, target, _fragment(fragment), place))
    return marks.note(marks.LINK, len(galley.links) - 1)


def _report_unpublished(written: str, name: str, place: Place, galley: Galley) -> None:
    """Report a link to a file that the site does not publish, with an alternative for file types that editors use."""
    how = way_out(name)
    if how:
        galley.report("AT02", place, {"name": name, "how": how})
    else:
        galley.report("BD09", place, {"address": written})
