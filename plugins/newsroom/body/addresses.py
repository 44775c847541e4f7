"""Turns web and e-mail addresses written out in the text into links. Validating link targets is left to `linking`."""

from __future__ import annotations

import re
from html import unescape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from . import linking

_ADDRESS = (
    r"(?<![A-Za-z0-9_/:.@%+-])(?:"
    r"(?P<web>(?:[hH][tT][tT][pP][sS]?://|(?P<bare>[wW]{3}\.)(?=[A-Za-z0-9]))[!#-;=?-Z_a-z~\[\]]++)"
    r"|(?P<mail>[A-Za-z0-9._%+-]++@[A-Za-z0-9.-]++)"
    r")"
)
_HOST = re.compile(
    r"(?:[a-zA-Z]+://)?(?:[^/?#@]*@)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?=[:/?#]|$)|[a-zA-Z]+://localhost\b"
)
_JOINTS = frozenset("/=?&#-_%")
_TRAILING = "?!.,:;*_~'\"[]"
_MAIL = re.compile(r"[^@]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}\Z")
_ENTITY_AT_END = re.compile(r"&[a-zA-Z0-9]+;$")
_LONGEST_ENTITY = 40


def holds_address(text: str) -> bool:
    """Whether a text may contain an address that becomes a link."""
    # Searching for a single character is ten times as fast as for several.
    return (
        "@" in text
        or ("/" in text and "://" in text)
        or ("w" in text and "www." in text)
        or ("W" in text and "WWW." in text)
    )


def register(markdown: Markdown) -> None:
    """Make `markdown` recognize addresses; after raw tags, but before emphasis, so that a `_` in an address is not emphasis."""
    markdown.inlinePatterns.register(_Address(_ADDRESS, markdown), "address", 85)


class _Address(InlineProcessor):
    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(  # type: ignore[override]  # noqa: N802 - name and signature given by Markdown's InlineProcessor
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        written = m["mail"].rstrip(".-") if m["mail"] else _without_trailing(m["web"])
        shown = unescape(written)
        address = f"mailto:{shown}" if m["mail"] else f"http://{shown}" if m["bare"] else shown
        rule = _MAIL if m["mail"] else _HOST
        is_whole = rule.match(shown) is not None and linking.printable_url(address) is not None
        goes_on = written[-1:] in _JOINTS and m.end() < len(data) and data[m.end()].isalpha()  # …/wiki/郑州
        is_attribute = data.rfind("{", 0, m.start()) > data.rfind("}", 0, m.start())  # of {href=…}
        if not is_whole or goes_on or is_attribute or self._is_in_raw_link():
            return None, m.start(), m.end()
        link = Element("a", {"href": address})
        link.text = AtomicString(shown)
        return link, m.start(), m.start() + len(written)

    def _is_in_raw_link(self) -> bool:
        """Whether the body contains raw HTML links: links must not be nested, so no address becomes one then."""
        stash = self.md.htmlStash.rawHtmlBlocks if self.md else []
        return any(isinstance(piece, str) and piece[:2].lower() == "<a" for piece in stash)


def _without_trailing(written: str) -> str:
    """An address without what GitHub counts as part of the sentence around it: closing punctuation, unopened brackets."""
    end, unopened = len(written), written.count(")") - written.count("(")
    while end:
        sign = written[end - 1]
        entity = _ENTITY_AT_END.search(written, max(0, end - _LONGEST_ENTITY), end) if sign == ";" else None
        if entity is not None and unescape(entity.group()) != "&":
            end = entity.start()
        elif sign in _TRAILING or (sign == ")" and unopened > 0):
            end -= 1
            unopened -= sign == ")"
        else:
            break
    return written[:end]
