"""Filters an editor's raw HTML and attributes through an allow-list, and reports everything removed with its line.

Text without raw HTML needs no cleaning: `rendering` escapes every character of it, and writes only the tags that
Markdown makes and only the attributes that `limit_attributes` has left.
"""

from __future__ import annotations

import re
from html import unescape
from xml.etree.ElementTree import Element

import nh3
from markdown.util import BLOCK_LEVEL_ELEMENTS

from ..findings.problems import Place
from . import marks
from .galley import Galley, noted
from .joining import BLOCKS
from .linking import SCHEMES, scheme_of

CLASSES = frozenset({"align-left", "align-center", "align-right", "editors-note"})  # what editors may use
_OUR_CLASSES = CLASSES | {"footnote", "footnote-ref", "footnote-backref"}
_TAGS = (
    "a abbr b bdi bdo blockquote br caption cite code col colgroup dd del dfn div dl dt em h2 h3 h4 h5 h6 hr i ins kbd"
    " li mark ol p pre q rp rt ruby s samp section small span strong sub sup table tbody td tfoot th thead time tr u ul"
    " var wbr"
)
TAGS = frozenset(_TAGS.split())
_FORBIDDEN = (  # removing these loses more than formatting: doing so silently would change the story
    "applet area audio base button canvas dialog embed form frame frameset iframe input link map math meta noembed"
    " noframes noscript object optgroup option param picture plaintext portal script select slot source style svg"
    " template textarea title track video xmp"
)
FORBIDDEN = frozenset(_FORBIDDEN.split())
_VOID = frozenset("area base br col embed frame hr img input link meta param source track wbr".split())  # noqa: SIM905
_END_OPTIONAL = frozenset("p li dt dd tr td th thead tbody tfoot caption colgroup rp rt".split())  # noqa: SIM905
_ONLY_WITHIN = {
    "li": ("ul", "ol"),
    **dict.fromkeys(("caption", "colgroup", "thead", "tbody", "tfoot", "tr", "td", "th"), ("table",)),
    **dict.fromkeys(("dt", "dd"), ("dl", "div")),
    **dict.fromkeys(("rt", "rp"), ("ruby",)),
}
_ATTRIBUTES = {
    "*": {"class", "lang", "dir"},
    "a": {"href", "title"},
    "abbr": {"title"},
    "dfn": {"title"},
    "col": {"span"},
    "colgroup": {"span"},
    "li": {"value"},
    "ol": {"start", "reversed"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
_OURS_ONLY = {"id", "role", "aria-label"}
_ADDRESSES = frozenset("href src action formaction xlink:href data poster background cite".split())  # noqa: SIM905
_TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>""")
_ATTRIBUTE = re.compile(r"""([^\s=/>"']+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]*))?""")
_CHARACTER = re.compile(r"&#(?:[xX][0-9a-fA-F]+|[0-9]+);?")
_WEB_LINK = re.compile(r'<a (?=[^>]*href="https?:)(?![^>]*rel=)')


# -- What Markdown's attribute lists may set -----------------------------------------------------------------------


def limit_attributes(root: Element, galley: Galley) -> None:
    """Remove, in place, the attributes that `{…}` may not set, and report them."""
    for element in root.iter():
        for name, value in tuple(element.items()):
            if name == "class":
                _limit_classes(element, value or "", galley)
            elif name == "align" and element.tag in ("td", "th") and f"align-{value}" in CLASSES:
                element.set("class", f"align-{value}")
                del element.attrib["align"]
            elif not _may_set(element, name, value or ""):
                del element.attrib[name]
                code = "BD14" if name.lower().startswith("on") else "BD16"
                galley.report(code, _place_in_list(name, galley), {"tag": element.tag, "name": name})


def _may_set(element: Element, name: str, value: str) -> bool:
    if name == "id":
        return element.tag in BLOCKS or (element.tag == "sup" and value.startswith("fnref"))
    if name == "start":
        return element.tag == "ol" and bool(re.fullmatch(r"[0-9]{1,9}", value))
    if name == "value":
        return element.tag == "li" and bool(re.fullmatch(r"[0-9]{1,9}", value))
    allowed = {"a": ("href", "title"), "img": ("src", "alt", "title")}
    return name in allowed.get(element.tag, ())


def _limit_classes(element: Element, value: str, galley: Galley) -> None:
    kept = [name for name in value.split() if name in _OUR_CLASSES]
    for name in value.split():
        if name not in _OUR_CLASSES:
            galley.report("BD16", _place_in_list(name, galley), {"tag": element.tag, "name": f".{name}"})
    element.set("class", " ".join(kept))
    if not kept:
        del element.attrib["class"]


def _place_in_list(name: str, galley: Galley) -> Place:
    """The position where `{… name …}` first occurs."""
    match = re.search(r"\{[^}\n]*?(" + re.escape(name) + ")", galley.source)
    return galley.place(match.start(1), len(name)) if match else galley.place_of("{")


# -- Raw HTML ------------------------------------------------------------------------------------------------------


def single_tag(piece: str) -> tuple[str, bool] | None:
    """The name of the single tag that makes up a piece of raw HTML, and whether it is an end tag; None if there is more."""
    match = _TAG.fullmatch(piece.strip())
    return (match.group(2).lower(), bool(match.group(1))) if match else None


def begins_block(piece: str) -> bool:
    """Whether the first tag of a piece of raw HTML is one that a paragraph cannot contain."""
    match = _TAG.search(piece)
    return match is not None and match.group(2).lower() in BLOCK_LEVEL_ELEMENTS


def is_void(name: str) -> bool:
    return name in _VOID


def inspect(piece: str, galley: Galley) -> None:
    """Report what will be removed from a piece of raw HTML, and block tags that do not pair."""
    if marks.ADDRESS in piece:
        _, number = noted(piece[piece.index(marks.ADDRESS) :])
        galley.report("BD25", galley.place(galley.offsets[number or 0]))
    is_single = single_tag(piece) is not None
    open_tags: list[tuple[str, Place]] = []
    for match in _TAG.finditer(piece):
        is_end, name = bool(match.group(1)), match.group(2).lower()
        _, number = noted(match.group(3))
        place = galley.place_of("</" + match.group(2))
        if not is_end:
            if number is not None:
                place = galley.place(galley.offsets[number], len(name) + 1)
            _inspect_start(name, match.group(3), place, galley)
        if not is_single:
            if not is_end and not _may_stand(name, open_tags):
                galley.report("BD28", place, {"tag": name, "within": _ONLY_WITHIN[name][0]})
            _pair(name, is_end, place, open_tags, galley)
    for name, place in open_tags[:1]:
        galley.report("BD17", place, {"tag": name})


def _may_stand(name: str, open_tags: list[tuple[str, Place]]) -> bool:
    """Whether a start tag is within its required parent: the innermost element whose end tag is not optional."""
    around = next((other for other, _ in reversed(open_tags) if other not in _END_OPTIONAL), "")
    return name not in _ONLY_WITHIN or around in _ONLY_WITHIN[name]


def _pair(name: str, is_end: bool, place: Place, open_tags: list[tuple[str, Place]], galley: Galley) -> None:
    if not is_end:
        if name not in _VOID:
            open_tags.append((name, place))
        return
    if all(name != other for other, _ in open_tags):
        galley.report("BD17", place, {"tag": f"/{name}"})
        return
    while open_tags:
        other, where = open_tags.pop()
        if other == name:
            return
        if other not in _END_OPTIONAL:
            galley.report("BD17", where, {"tag": other})


def _inspect_start(name: str, attributes: str, place: Place, galley: Galley) -> None:
    if name == "img":
        galley.report("BD03", place)
        return
    if name in FORBIDDEN:
        galley.report("BD13", place, {"tag": name})
    elif name not in TAGS:
        galley.report("BD15", place, {"tag": name})
    for match in _ATTRIBUTE.finditer(marks.without_places(attributes)):
        written = (match.group(2) or "").strip("\"'")
        _inspect_attribute(name, match.group(1).lower(), unescape(written), place, galley)


def _inspect_attribute(tag: str, name: str, value: str, place: Place, galley: Galley) -> None:
    if name.startswith("on"):
        galley.report("BD14", place, {"tag": tag, "name": name})
    elif name in _ADDRESSES and scheme_of(value) not in SCHEMES | {""}:
        galley.report("BD06", place, {"address": marks.only_text(value)[:80]})
    elif tag == "a" and name == "href":
        if not scheme_of(value):
            galley.report("BD23", place, {"address": value[:80]})
    elif tag in TAGS and (name not in _ATTRIBUTES["*"] | _ATTRIBUTES.get(tag, set())):
        galley.report("BD16", place, {"tag": tag, "name": name})
    elif tag in TAGS and name == "class":
        for word in value.split():
            if word not in CLASSES:
                galley.report("BD16", place, {"tag": tag, "name": f".{word}"})


def without_forged_notes(piece: str) -> str:
    """Raw HTML without its notes of positions, and without character references that could be mistaken for a note."""
    return _CHARACTER.sub(
        lambda match: match.group() if marks.only_text(unescape(match.group())) else "", noted(piece)[0]
    )


def clean(html: str) -> str:
    """HTML that contains raw pieces, cleaned with the allow-list; attributes that we set ourselves begin with marks.OURS."""
    cleaned = _CLEANER.clean(html)
    return _WEB_LINK.sub('<a rel="noopener" ', cleaned).replace("<p></p>", "")


def _keep(tag: str, name: str, value: str) -> str | None:
    if value.startswith(marks.OURS):
        return value[1:]
    if tag == "hr" and value.startswith(marks.PHOTOS):
        return value
    if name in _OURS_ONLY:
        return None
    if name == "rel":
        return value if value == "noopener" else None
    if name == "class":
        return " ".join(word for word in value.split() if word in CLASSES) or None
    if name == "href":
        return value if value.startswith((marks.LINK, marks.ATTACHMENT)) or scheme_of(value) in SCHEMES else None
    return value


_CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    clean_content_tags=set(FORBIDDEN),
    attributes=_ATTRIBUTES | {"*": _ATTRIBUTES["*"] | _OURS_ONLY, "a": _ATTRIBUTES["a"] | {"rel"}},
    attribute_filter=_keep,
    url_schemes=set(SCHEMES),
    link_rel=None,
)
