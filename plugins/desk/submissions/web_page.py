"""Reads a page saved or pasted from WeChat, Word or the web. Which part of it is the story is left to `html_page`, encodings to `html_text`."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import MappingProxyType

from plugins.newsroom.submission.tree import Block, Doubt, Paragraph, Submission

from . import html_notes, html_page, html_text, html_tree, word_styles
from .html_blocks import Context, blocks_of

_CLIPBOARD = re.compile(r"\AVersion:[\d.]+\s+(?:\w+:[^\n<]*\n)+")  # Windows' header of HTML that was copied


def nothing_beside(_: str) -> bytes | None:
    """For a page without its pictures."""
    return None


def read(file: str, data: bytes, beside: Callable[[str], bytes | None] = nothing_beside) -> Submission:
    """The story in a page. beside: the bytes of a file by its path from the page, None when there is none. Raises Refusal."""
    decoded = html_text.decode(file, data)
    return read_text(file, decoded.text, beside, decoded.doubts)


def read_text(
    file: str, html: str, beside: Callable[[str], bytes | None], doubts: tuple[Doubt, ...] = ()
) -> Submission:
    """The story in the text of a page. doubts: about the text. Raises Refusal."""
    html = _CLIPBOARD.sub("", html)
    root = html_tree.parse(html, file)
    notes = html_notes.take_out(root)
    chosen = html_page.choose(root, html)
    context = Context(beside, frozenset(notes), chosen.is_word)
    if chosen.is_word:
        word_styles.set_on(root, html)
        _list_text_boxes(html, file, context)
    blocks = blocks_of([chosen.story], context)
    inner = {key: _paragraphs(blocks_of([node], context)) for key, node in notes.items()}
    book = context.ledger
    book.place = ""
    book.leave_out(" · ".join(chosen.around), "IN72")
    if chosen.origin:
        book.doubt("IN73", address=chosen.origin)
    return Submission(
        file,
        (*chosen.above, *blocks, *chosen.below),
        MappingProxyType(inner),
        tuple(book.left_out),
        (*doubts, *book.doubts),
        chosen.title,
        chosen.author,
    )


def _list_text_boxes(html: str, file: str, context: Context) -> None:
    """Text boxes stand in comments that only Word reads."""
    for piece in html.split("<v:textbox")[1:]:
        inside = piece.partition(">")[2].partition("</v:textbox")[0]
        context.ledger.leave_out(html_tree.parse(inside, file).text, "IN39", what="文本框")


def _paragraphs(blocks: tuple[Block, ...]) -> tuple[Paragraph, ...]:
    return tuple(block for block in blocks if isinstance(block, Paragraph))
