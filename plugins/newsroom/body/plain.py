"""The fast path: parses a body of only plain paragraphs, headings, flat lists, quotes and photos without Python-Markdown.

Plain is what has only one possible reading, so that Markdown's tree is not needed to interpret it:

* paragraphs of text, `**strong**` words and `[links](address)`, with or without two full-width spaces at their start;
* headings `## words` and `## words {#id}`;
* lists of one level, one line an item, `- ` or `1. `; quotes whose every line begins with `>`;
* photos `![caption](file "credit")` in a paragraph of their own.

A body that contains anything else, anywhere, or about which there is anything to report, is not plain: `read` returns
None and Python-Markdown parses it (`markup.read_in_full`). For a plain body both ways give equal Documents, so ids,
addresses, positions and joined lines come from the same functions; tests/newsroom/body/test_plain.py compares the two.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from string import ascii_letters, digits

from ..findings.problems import Place
from ..text import raw_markup
from . import addresses, emphasis, headings, illustrations, linking, paragraphs, quoting, rendering
from .document import Document, Heading
from .galley import Galley
from .joining import fillings, join

# The only white space in a plain body is " ", line feed and U+3000; control characters are left to `marks`.
_NOT_PLAIN = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    r"<&\\`|]"
)

# A line of text does not begin like a heading, quote, item, rule, underline, definition or fence, and does not end in
# white space. Stars are checked together with strong words. A list or quote must be followed by a blank line.
_LINE = r"(?![ \#>=:+~-]|\d+[.)][ ])[^\s{}>][^\n{}>]*+(?<=\S)"
_BLOCK = re.compile(
    rf"""
    (?: (?P<heading>   (?P<level>\#{{1,6}}) [ ]+ (?P<title>[^\s#>{{}}\[\]*_][^\n#>{{}}\[\]*_]*?) (?<=\S)
                       (?: [ ]*\{{\#(?P<identifier>[\w-]+)\}} )? (?=\n|\Z) )
      | (?P<ul>        -[ ]{_LINE}  (?: \n-[ ]{_LINE} )*          (?=\n\n|\Z) )
      | (?P<ol>        1\.[ ]{_LINE} (?: \n[0-9]+\.[ ]{_LINE} )*  (?=\n\n|\Z) )
      | (?P<quote>     >[ ]?{_LINE} (?: \n>[ ]?{_LINE} )*         (?=\n\n|\Z) )
      | (?P<paragraph> (?: \u3000{{2,}} )? {_LINE} (?: \n{_LINE} )* )
    ) (?: \n+ | \Z )
    """,
    re.VERBOSE,
)
_INDENT = "\u3000"
_MERGING = ("ul", "ol", "quote")  # two of one kind in a row are one for Markdown
_ITEM_START = re.compile(r"^(?:-|[0-9]+\.) ", re.MULTILINE)
_QUOTE_START = re.compile(r"^> ?", re.MULTILINE)

_ADDRESS_START = re.compile(r"\]\(")  # in a plain body each belongs to a link or photo
_LATIN = frozenset(ascii_letters + digits + "０１２３４５６７８９")
_LINK = re.compile(r"""(?<![!！])\[([^\s\[\]*_]|[^\s\[\]*_][^\[\]*_]*[^\s\[\]*_])\]\(([^\s()<>"'\[\]*]+)\)""")
_PHOTO = re.compile(r"""!\[([^\[\]\n*_]*)\]\(([^\s()<>"'“”＂‘’\[\]]+)(?:[ ]+"([^"'()\[\]\n]+)")?\)""")


class _NotPlainError(Exception):
    """The body contains something that is left to the full parser."""


def read(body: str, place_at: Callable[[int, int, int], Place], folder: str) -> Document | None:
    """The same Document as from `markup.read_in_full`, or None when the body is not plain or something is wrong with it."""
    if _NOT_PLAIN.search(body) or raw_markup.MAY_HOLD.search(body):
        return None
    galley = Galley(body, place_at, folder)
    try:
        return _Setter(galley).document()
    except _NotPlainError:
        return None


class _Setter:
    """Writes the HTML and collects the plain words of one body, block by block."""

    def __init__(self, galley: Galley) -> None:
        self._galley = galley
        self._addresses = map(re.Match.end, _ADDRESS_START.finditer(galley.source))
        self._words: list[str] = []
        self._holds_address = addresses.holds_address(galley.source)
        self._holds_topics = False

    def document(self) -> Document:
        """The whole body. Raises _NotPlainError."""
        galley = self._galley
        blocks = tuple(_blocks(galley.source.strip("\n")))
        if self._holds_address and any(addresses.holds_address(block["title"] or "") for block in blocks):
            raise _NotPlainError
        galley.headings = _named([block for block in blocks if block.lastgroup == "heading"], galley.anchors)
        self._holds_topics = (
            galley.source.count("#") > sum(block[0].count("#") for block in blocks if block["level"]) + 1
        )
        unset = iter(galley.headings)
        html = "".join(_heading(next(unset)) if block.lastgroup == "heading" else self._set(block) for block in blocks)
        if galley.problems:
            raise _NotPlainError
        return Document(
            rendering.cut(html, galley),
            tuple(galley.photos),
            tuple(galley.links),
            tuple(galley.headings),
            tuple(sorted(galley.anchors)),
            "\n".join(self._words),
            tuple(galley.attachments),
            is_plain=True,
        )

    def _set(self, block: re.Match[str]) -> str:
        """The HTML of a block other than a heading."""
        kind = block.lastgroup or ""
        text = block[kind]
        if kind == "paragraph":
            text = text.lstrip(_INDENT)
            return self._photos(text) if text.startswith("![") else f"<p>{self._line(text)}</p>\n"
        if kind == "quote":
            line = self._line(_QUOTE_START.sub("", text))
            is_note = quoting.is_editors_note(self._words[-1])
            opening = f'<blockquote class="{quoting.EDITORS_NOTE}">' if is_note else "<blockquote>"
            return f"{opening}<p>{line}</p>\n</blockquote>\n"
        items = _ITEM_START.sub("", text).split("\n")
        if kind == "ol" and (items[0][0].isdecimal() or not _count_up(text)):
            raise _NotPlainError
        return f"<{kind}><li>" + "</li>\n<li>".join(map(self._line, items)) + f"</li>\n</{kind}>\n"

    def _line(self, text: str) -> str:
        """The HTML of one paragraph, item or quote, joined into one line; its words are added to the plain text."""
        if "\n" in text and paragraphs.may_break(text) and paragraphs.breaks(text.split("\n"))[0]:
            raise _NotPlainError
        if not _has_markup(text):
            self._check(text)
            line = join(text)
            self._words.append(line)
            return line
        html, words = self._marked(text)
        self._check(words)
        if "\n" in words:
            between = fillings(words)
            html, words = _filled(html, between), _filled(words, between)
        self._words.append(" ".join(words.split()))
        return html

    def _check(self, words: str) -> None:
        """Give up where words may contain an address, or a topic between two `#`."""
        if (self._holds_address and addresses.holds_address(words)) or (self._holds_topics and words.count("#") > 1):
            raise _NotPlainError

    def _marked(self, text: str) -> tuple[str, str]:
        """The HTML and the words of a text with strong words or links, lines not yet joined."""
        pieces = text.split("**")
        is_paired = len(pieces) % 2 == 1 and all(pieces[2:-1:2])
        if not is_paired or not all(map(_is_strong, pieces[::2], pieces[1::2], pieces[2::2])):
            raise _NotPlainError
        words = "".join(_LINK.sub(_words_of, piece) for piece in pieces) if "[" in text else "".join(pieces)
        if _has_markup(words):  # something is not closed, or is not clearly separate from its surroundings
            raise _NotPlainError
        if "[" in text:
            pieces = [_LINK.sub(self._link, piece) for piece in pieces]
        pieces[1::2] = [f"<strong>{strong}</strong>" for strong in pieces[1::2]]
        return "".join(pieces), words

    def _link(self, match: re.Match[str]) -> str:
        words, written = match.groups()
        place = self._galley.place(next(self._addresses), len(written))
        attributes = linking.attributes(written, place, self._galley)
        return "<a" + "".join(f' {name}="{value}"' for name, value in attributes.items()) + f">{words}</a>"

    def _photos(self, text: str) -> str:
        if _PHOTO.sub("", text).strip():
            raise _NotPlainError
        photos = self._galley.photos
        first = len(photos)
        for match in _PHOTO.finditer(text):
            caption, file, credit = match.groups(default="")
            credit = credit.replace(_INDENT, " ").strip()
            photo = illustrations.photo(file, next(self._addresses), caption.strip(), credit, self._galley)
            if photo is not None:
                photos.append(photo)
        self._galley.slots.append(tuple(range(first, len(photos))))
        return rendering.photos_mark(len(self._galley.slots) - 1)


def _blocks(text: str) -> Iterator[re.Match[str]]:
    position, before = 0, ""
    while position < len(text):
        block = _BLOCK.match(text, position)
        if block is None or (block.lastgroup == before and before in _MERGING):
            raise _NotPlainError
        yield block
        position, before = block.end(), block.lastgroup or ""


def _named(blocks: list[re.Match[str]], anchors: set[str]) -> list[Heading]:
    """The headings with their levels and ids; ids written by the editor take precedence."""
    for written in filter(None, (block["identifier"] for block in blocks)):
        if written in anchors or not headings.may_be_written(written):
            raise _NotPlainError
        anchors.add(written)
    written_levels = [len(block["level"]) for block in blocks]
    if headings.skips(written_levels):
        raise _NotPlainError
    levels = headings.below_headline(written_levels)
    pairs = zip(levels, blocks, strict=True)
    return headings.named(
        [Heading(level, block["title"], block["identifier"] or "") for level, block in pairs], anchors
    )


def _heading(heading: Heading) -> str:
    return f'<h{heading.level} id="{heading.identifier}">{heading.text}</h{heading.level}>\n'


def _is_strong(before: str, words: str, after: str) -> bool:
    """Whether words between `**` are unambiguously strong."""
    if not words or words != words.strip() or words[0] in emphasis.NOT_BEFORE_WORDS:
        return False
    return before[-1:] not in _LATIN and after[:1] not in _LATIN


def _count_up(items: str) -> bool:
    """Whether the items of an ordered list, one per line, are numbered 1, 2, 3 …"""
    return all(line.startswith(f"{number}. ") for number, line in enumerate(items.split("\n"), start=1))


def _has_markup(text: str) -> bool:
    return "*" in text or "[" in text or "]" in text or "_" in text


def _words_of(match: re.Match[str]) -> str:
    return match[1]


def _filled(text: str, between: list[str]) -> str:
    """A text of several lines joined into one, with these strings between them."""
    first, *others = text.split("\n")
    return first + "".join(filling + line for filling, line in zip(between, others, strict=True))
