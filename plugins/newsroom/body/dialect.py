"""Our Markdown dialect: configures Python-Markdown with extensions and our own rules, and parses a text into a tree.

One Markdown object per process, replaced only after a failure. Interpreting the tree is left to others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from html import unescape
from typing import TypeVar, cast
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import SubstituteTagInlineProcessor
from markdown.preprocessors import HtmlBlockPreprocessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import AMP_SUBSTITUTE, ETX, HTML_PLACEHOLDER, STX, Registry, code_escape

from . import addresses, emphasis, lines, marks
from .containers import TooDeepError
from .remarks import Remark

_PLACEHOLDER = re.compile(
    rf"{STX}(?P<code>\d+){ETX}|{HTML_PLACEHOLDER % '(?P<piece>[0-9]+)'}|{AMP_SUBSTITUTE}(?P<entity>#?\w+;)|{STX}[^{STX}{ETX}]*{ETX}?|{ETX}"
)
_NUMBER = re.compile(marks.pattern(marks.NUMBER))
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|\w+);")
_SILENT = re.compile(r"<!--.*?--!?>|<![^-].*?>|<\?.*?>", re.DOTALL)

# A rule of Markdown cannot match in a text that contains none of its strings here. Rules not listed are always tried.
_NEEDS = {
    "indent": ("    ",),
    "defindent": ("    ",),
    "code": ("    ",),
    "table": ("|",),
    "hashheader": ("#",),
    "setextheader": ("=", "-"),
    "hr": ("-", "_", "*"),
    "olist": (". ",),
    "ulist": ("- ", "* ", "+ "),
    "deflist": (": ",),
    "quote": (">",),
    "footnote": ("[^",),
    "reference": ("]:",),
    "backtick": ("`",),
    "escape": ("\\",),
    "link": ("](",),
    "image_link": ("![",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n",),
    "backslash_break": ("\\\n",),
    "html": ("<",),
    "entity": ("&",),
    "em_strong": emphasis.SIGNS,
    "address": ("@", "://", "www.", "WWW."),
}
_INLINE_NEEDS = _NEEDS | dict.fromkeys(("reference", "image_reference", "short_reference", "short_image_ref"), ("]:",))


_Rule = TypeVar("_Rule")


@dataclass(frozen=True, slots=True)
class Reading:
    """The result of parsing a text. root: a `div` whose texts contain no placeholders except notes of raw pieces.

    pieces: raw HTML by the number of its note; footnotes: labels in the order of the text, then unreferenced ones;
    referred: labels referred to; definitions: address of every reference definition by its name; remarks: findings about
    the lines.
    """

    root: Element
    pieces: dict[int, str]
    footnotes: tuple[str, ...]
    referred: frozenset[str]
    definitions: dict[str, str]
    remarks: tuple[Remark, ...]


def read(text: str, source: str) -> Reading:
    """Parse one body. text: with notes of positions; source: without. Raises TooDeepError."""
    dialect = _dialect()
    try:
        root, remarks = dialect.tree(text, source)
    except RecursionError as error:
        _dialect.cache_clear()
        raise TooDeepError from error
    notes = dialect.footnotes
    labels = dict.fromkeys((*notes.footnote_order, *notes.footnotes))
    return Reading(
        root,
        _resolve(root, dialect.markdown.htmlStash.rawHtmlBlocks),
        tuple(label for label in labels if label in notes.footnotes),
        frozenset(notes.footnote_order),
        {name: address for name, (address, _) in dialect.markdown.references.items()},
        tuple(remarks),
    )


@cache
def _dialect() -> _Dialect:
    return _Dialect()


class _Dialect:
    """The one Markdown object, and its rules, each with the strings that a text must contain for it to match."""

    def __init__(self) -> None:
        self.footnotes = FootnoteExtension(USE_DEFINITION_ORDER=False)
        extensions = [TableExtension(use_align_attribute=True), self.footnotes]
        extensions += [DefListExtension(), AttrListExtension(), SaneListExtension()]
        self.markdown = markdown = Markdown(extensions=extensions)
        self.raw_blocks = _RawBlocks(markdown)
        markdown.inlinePatterns.register(SubstituteTagInlineProcessor(r"\\\n", "br"), "backslash_break", 185)
        emphasis.register(markdown)
        addresses.register(markdown)
        self.block_rules = _named(markdown.parser.blockprocessors, _NEEDS)
        self.inline_rules = _named(cast("Registry[InlineProcessor]", markdown.inlinePatterns), _INLINE_NEEDS)

    def tree(self, text: str, source: str) -> tuple[Element, list[Remark]]:
        """What Markdown.convert does up to the tree, without the rules and passes that cannot match in this text."""
        markdown = self.markdown.reset()
        rows, remarks = lines.rewrite(text, source, self._keep_code)
        rows = self.raw_blocks.run(rows)
        text = "\n".join(rows)
        markdown.parser.blockprocessors = _needed(self.block_rules, text)
        root = cast("Element", markdown.parser.parseDocument(rows).getroot())
        passes = markdown.treeprocessors
        if self.footnotes.footnotes:
            passes["footnote"].run(root)
        inline = cast("InlineProcessor", passes["inline"])
        inline.inlinePatterns = _needed(self.inline_rules, text)
        inline.run(root)
        if self.footnotes.footnotes:
            passes["footnote-duplicate"].run(root)
        if "{" in text:
            passes["attr_list"].run(root)
        if marks.NUMBER in text:
            _number_items(root)
        return root, remarks

    def _keep_code(self, code: str) -> str:
        """Store code as a `pre` element without attributes; returns its placeholder for the text."""
        pre = Element("pre")
        SubElement(pre, "code").text = code_escape(code)
        return self.markdown.htmlStash.store(pre)


def _named(rules: Registry[_Rule], needs: dict[str, tuple[str, ...]]) -> list[tuple[tuple[str, ...], _Rule]]:
    """The rules in order, each with the strings it needs; () means that it is always tried."""
    by_rank = {rules.get_index_for_name(name): needs[name] for name in needs if name in rules}
    return [(by_rank.get(rank, ()), rule) for rank, rule in enumerate(rules)]


def _needed(rules: Iterable[tuple[tuple[str, ...], _Rule]], text: str) -> Registry[_Rule]:
    """The rules to try: a plain list, since Markdown only iterates over them."""
    needed = [rule for needs, rule in rules if not needs or any(need in text for need in needs)]
    return cast("Registry[_Rule]", needed)


class _RawBlocks(HtmlBlockPreprocessor):
    def run(self, rows: list[str]) -> list[str]:
        return super().run(rows) if any("<" in row for row in rows) else rows


def _number_items(root: Element) -> None:
    """Give the items of ordered lists the numbers their editor wrote. A list written with 1. throughout is auto-numbered."""
    for items in root.iter("ol"):
        numbers = [_taken_number(item) for item in items]
        items.attrib.pop("start", None)
        if set(numbers) == {1}:
            continue
        expected = 1
        for index, (item, number) in enumerate(zip(items, numbers, strict=True)):
            if number is not None and number != expected:
                (items if not index else item).set("value" if index else "start", str(number))
            expected = (expected if number is None else number) + 1


def _taken_number(item: Element) -> int | None:
    """Remove the number noted at the start of an item, and return it."""
    holder = item[0] if not (item.text or "").strip() and len(item) else item
    match = _NUMBER.match(holder.text or "")
    if match is None:
        return None
    holder.text = (holder.text or "")[match.end() :]
    if holder is not item and not holder.text and not len(holder):
        item.remove(holder)
    return marks.number(match.group(1))


def _resolve(root: Element, stash: list[str | Element]) -> dict[int, str]:
    """Replace all placeholders in the tree: by characters, by fenced code, and by notes for raw HTML.

    Returns the raw HTML by the number of its note.
    """
    pieces: dict[int, str] = {}
    for element in tuple(root.iter()):
        if element.tag == "code":
            element.text = _plain_code(element.text or "", stash)
        elif element.text and STX in element.text:
            _resolve_text(element, stash, pieces)
        if element.tail and STX in element.tail:
            element.tail = _PLACEHOLDER.sub(lambda match: _character(match, stash, pieces), element.tail)
        for name, value in element.items():
            if value and (STX in value or "&" in value):
                value = _PLACEHOLDER.sub(lambda match: _character(match, stash, {}), value)
                element.set(name, _ENTITY.sub(lambda match: marks.only_text(unescape(match.group())), value))
    return pieces


def _resolve_text(element: Element, stash: list[str | Element], pieces: dict[int, str]) -> None:
    only = _PLACEHOLDER.fullmatch(element.text or "")
    block = _stashed(only, stash) if only and element.tag == "p" and not len(element) else None
    if isinstance(block, Element):
        element.tag, element.text = "pre", None
        SubElement(element, "code").text = _plain_code(block[0].text or "", stash)
        return
    element.text = _PLACEHOLDER.sub(lambda match: _character(match, stash, pieces), element.text or "")


def _stashed(match: re.Match[str], stash: list[str | Element]) -> str | Element | None:
    number = int(match["piece"]) if match["piece"] else -1
    return stash[number] if 0 <= number < len(stash) else None


def _character(match: re.Match[str], stash: list[str | Element], pieces: dict[int, str]) -> str:
    """The replacement of a placeholder in running text: a character, or a note for a piece of raw HTML."""
    if match["code"]:
        return chr(int(match["code"]))
    if match["entity"]:
        return marks.only_text(unescape("&" + match["entity"]))
    stashed = _stashed(match, stash)
    if stashed is None:
        return ""
    if isinstance(stashed, str) and stashed.startswith("&"):
        return marks.only_text(unescape(stashed))
    html = _SILENT.sub("", _html(stashed, stash))
    if not html.strip():
        return ""
    number = int(match["piece"])
    pieces[number] = html
    return marks.note(marks.RAW, number)


def _html(stashed: str | Element, stash: list[str | Element]) -> str:
    if isinstance(stashed, Element):
        return f"<pre><code>{stashed[0].text}</code></pre>"
    return _PLACEHOLDER.sub(lambda match: _html(_stashed(match, stash) or "", stash), stashed)


def _plain_code(text: str, stash: list[str | Element]) -> str:
    """The plain text of code: Markdown escapes it early, and leaves placeholders where it extracted HTML."""
    if STX in text:
        text = _PLACEHOLDER.sub(lambda match: _written(match, stash), text)
    if "&" in text:
        text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    if text.endswith("\n"):  # a block: it ends in one line feed, whatever blank lines follow
        text = text.rstrip() + "\n"
    return marks.without_places(text)


def _written(match: re.Match[str], stash: list[str | Element]) -> str:
    stashed = _stashed(match, stash)
    if stashed is None:
        return chr(int(match["code"])) if match["code"] else ""
    return (stashed[0].text or "") if isinstance(stashed, Element) else stashed.replace("&", "&amp;")
