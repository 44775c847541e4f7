"""What the W3C's feed validator asks of RSS and Atom, written from the specifications: RSS 2.0 and its best practices profile,
RFC 4287, Media RSS 1.5.1, the modules Content and Dublin Core. Every function raises AssertionError.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from email.utils import format_datetime
from xml.etree import ElementTree

import html5lib

_ATOM, _MEDIA = "{http://www.w3.org/2005/Atom}", "{http://search.yahoo.com/mrss/}"
_CONTENT, _CREATOR = "{http://purl.org/rss/1.0/modules/content/}encoded", "{http://purl.org/dc/elements/1.1/}creator"
_RSS_CHANNEL = {"title", "link", "description", "language", "lastBuildDate", "docs", f"{_ATOM}link", "item"}
_RSS_ITEM = {
    *("title", "link", "description", "guid", "pubDate", "category", "enclosure", _CONTENT, _CREATOR),
    *(f"{_ATOM}updated", f"{_MEDIA}credit", f"{_MEDIA}content"),
}
_ATOM_FEED = {f"{_ATOM}{name}" for name in ("id", "title", "subtitle", "updated", "author", "link", "entry")}
_ATOM_ENTRY = {
    *(f"{_ATOM}{name}" for name in ("id", "title", "summary", "content", "published", "updated", "author", "link")),
    *(f"{_ATOM}category", f"{_MEDIA}credit", f"{_MEDIA}content"),
}
_OFTEN = {
    f"{_MEDIA}content",
    "item",
    f"{_ATOM}entry",
    "category",
    f"{_ATOM}category",
    _CREATOR,
    f"{_ATOM}author",
    f"{_ATOM}link",
    f"{_MEDIA}credit",
}
# Those of the European Broadcasting Union that say what somebody in a byline did.
_ROLES = {"author", "camera operator", "correspondent", "editor", "illustrator", "photographer", "reporter"}
_IRI = re.compile(r"https?://[A-Za-z0-9.\-]+(:\d+)?/[!#-;=?-~]*")
_URN = re.compile(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_MIME = re.compile(r"[a-z]+/[a-z0-9.+\-]+")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+\-]\d\d:\d\d)")  # RFC 3339
_HTML = {
    *(
        "a",
        "abbr",
        "b",
        "blockquote",
        "br",
        "caption",
        "code",
        "dd",
        "del",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
    ),
    *(
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "section",
        "small",
        "span",
    ),
    *("strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul"),
    *("audio", "video"),
}
_ATTRIBUTES = {
    *(
        "align",
        "alt",
        "aria-hidden",
        "aria-label",
        "cite",
        "class",
        "colspan",
        "datetime",
        "height",
        "href",
        "id",
        "lang",
    ),
    *("rel", "reversed", "role", "rowspan", "scope", "src", "start", "tabindex", "title", "type", "value", "width"),
    *("controls", "preload", "poster"),
}


def rss(data: bytes, address: str) -> ElementTree.Element:
    """A feed that shall be found at `address`; returns its channel."""
    root = ElementTree.fromstring(data)
    assert (root.tag, root.attrib, [child.tag for child in root]) == ("rss", {"version": "2.0"}, ["channel"])
    channel = root[0]
    _children(channel, _RSS_CHANNEL, {"title", "link", "description", "language", "lastBuildDate"})
    _iri(channel.findtext("link"))
    _rfc822(channel.findtext("lastBuildDate"))
    assert channel.findtext("language") == "zh-CN"
    (own,) = channel.iterfind(f"{_ATOM}link")
    assert own.attrib == {"href": address, "rel": "self", "type": "application/rss+xml"}
    _all_different(item.findtext("guid") for item in channel.iterfind("item"))
    for item in channel.iterfind("item"):
        _item(item)
    return channel


def _item(item: ElementTree.Element) -> None:
    _children(item, _RSS_ITEM, {"title", "link", "guid", "pubDate", _CONTENT, f"{_ATOM}updated"})
    _iri(item.findtext("link"))
    assert item.find("guid").attrib == {"isPermaLink": "false"}
    assert _URN.fullmatch(item.findtext("guid"))
    published = _rfc822(item.findtext("pubDate"))
    assert _rfc3339(item.findtext(f"{_ATOM}updated")) >= published
    html(item.findtext("description") or "")
    html(item.findtext(_CONTENT))
    assert [child.tag for child in item].index(_CONTENT) > [child.tag for child in item].index("description")
    for enclosure in item.iterfind("enclosure"):
        assert enclosure.attrib.keys() == {"url", "length", "type"}
        _file(enclosure.get("url"), enclosure.get("length"), enclosure.get("type"))
    assert all(one.text.strip() for one in (*item.iterfind("category"), *item.iterfind(_CREATOR)))
    _media(item)


def atom(data: bytes, address: str) -> ElementTree.Element:
    """As `rss`; returns the root."""
    root = ElementTree.fromstring(data)
    assert root.tag == f"{_ATOM}feed"
    _children(root, _ATOM_FEED, {f"{_ATOM}{name}" for name in ("id", "title", "updated", "author")})
    _all_different(one.text for one in root.iter(f"{_ATOM}id"))
    own, page = sorted(root.iterfind(f"{_ATOM}link"), key=lambda link: link.get("rel"), reverse=True)
    assert own.attrib == {"href": address, "rel": "self", "type": "application/atom+xml"}
    assert (page.get("rel"), bool(_IRI.fullmatch(page.get("href")))) == ("alternate", True)
    for one in (root, *root.iterfind(f"{_ATOM}entry")):
        assert _URN.fullmatch(one.findtext(f"{_ATOM}id"))
        assert one.findtext(f"{_ATOM}title").strip()
        _rfc3339(one.findtext(f"{_ATOM}updated"))
        for author in one.iterfind(f"{_ATOM}author"):
            assert author.findtext(f"{_ATOM}name").strip()
            _iri(author.findtext(f"{_ATOM}uri", "https://a.example/"))
    for entry in root.iterfind(f"{_ATOM}entry"):
        _entry(entry)
    return root


def _entry(entry: ElementTree.Element) -> None:
    _children(entry, _ATOM_ENTRY, {f"{_ATOM}{name}" for name in ("id", "title", "published", "updated", "content")})
    assert _rfc3339(entry.findtext(f"{_ATOM}updated")) >= _rfc3339(entry.findtext(f"{_ATOM}published"))
    content = entry.find(f"{_ATOM}content")
    assert content.attrib == {"type": "html"}
    html(content.text)
    links = list(entry.iterfind(f"{_ATOM}link"))
    assert [link.get("rel") for link in links if link.get("rel") != "enclosure"] == ["alternate"]
    _all_different(link.get("href") for link in links)
    _iri(links[0].get("href"))
    for link in links[1:]:
        _file(link.get("href"), link.get("length"), link.get("type"))
    assert all(category.get("term").strip() for category in entry.iterfind(f"{_ATOM}category"))
    _media(entry)


def html(text: str) -> None:
    """A piece of HTML that any reader may show: well-formed, harmless, every address whole."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    for element in parser.parseFragment(text).iter():
        if not isinstance(element.tag, str) or element.tag == "DOCUMENT_FRAGMENT":
            continue
        assert element.tag in _HTML, element.tag
        assert element.attrib.keys() <= _ATTRIBUTES, element.attrib
        for name in ("href", "src", "poster"):
            found = element.get(name)
            assert found is None or found.startswith(("mailto:", "tel:")) or _IRI.fullmatch(found), found
        assert element.tag != "img" or {"src", "alt"} <= element.attrib.keys()


def _media(above: ElementTree.Element) -> None:
    for credit in above.iterfind(f"{_MEDIA}credit"):
        assert (credit.get("scheme"), credit.get("role") in _ROLES) == ("urn:ebu", True)
    for content in above.iterfind(f"{_MEDIA}content"):
        is_picture = content.get("medium") == "image"
        sides = {"width", "height"} if is_picture else set()
        assert content.attrib.keys() == {"url", "fileSize", "type", "medium"} | sides
        assert is_picture or content.get("medium") in ("document", "audio", "video")
        _file(content.get("url"), content.get("fileSize"), content.get("type"))
        assert all(int(content.get(side)) > 0 for side in sides)
        _children(content, {f"{_MEDIA}{name}" for name in ("credit", "description", "title")}, set())
        assert all(one.text.strip() and one.get("type", "plain") == "plain" for one in content)


def _children(element: ElementTree.Element, known: set[str], wanted: set[str]) -> None:
    found = Counter(child.tag for child in element)
    assert found.keys() <= known, found.keys() - known
    assert found.keys() >= wanted, wanted - found.keys()
    assert all(number == 1 for tag, number in found.items() if tag not in _OFTEN), found


def _file(url: str | None, length: str | None, media_type: str | None) -> None:
    _iri(url)
    assert length.isdigit()
    assert int(length) > 0
    assert _MIME.fullmatch(media_type)


def _iri(text: str | None) -> None:
    assert _IRI.fullmatch(text or ""), text


def _rfc822(text: str) -> datetime:
    """With a year of four digits, the right day of the week and an offset in digits."""
    moment = datetime.strptime(text, "%a, %d %b %Y %H:%M:%S %z")
    assert format_datetime(moment) == text
    return moment


def _rfc3339(text: str) -> datetime:
    assert _INSTANT.fullmatch(text), text
    return datetime.fromisoformat(text)


def _all_different(values: Iterable[object]) -> None:
    assert not [value for value, number in Counter(values).items() if number > 1]
