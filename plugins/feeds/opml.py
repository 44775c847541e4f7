"""Writes an OPML 2.0 file of all feeds, for import into feed readers."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

from plugins.newsroom.text.typography import printable

Outline = tuple[str, str, str]  # title, absolute URL of the feed, absolute URL of its page


def opml(title: str, column: Outline, groups: Iterable[tuple[str, Iterable[Outline]]]) -> bytes:
    """UTF-8 bytes. groups: a heading and the feeds under it; one without feeds is left out."""
    rows = [_feed(*column)]
    for heading, outlines in groups:
        inner = "".join(_feed(*outline) for outline in outlines)
        if inner:
            rows.append(f"<outline text={_value(heading)}>\n{inner}</outline>\n")
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n'
        f"<head><title>{_value(title)[1:-1]}</title></head>\n<body>\n{''.join(rows)}</body>\n</opml>\n"
    ).encode()


def _feed(title: str, feed: str, page: str) -> str:
    words = _value(title)
    return f'<outline type="rss" text={words} title={words} xmlUrl={_value(feed)} htmlUrl={_value(page)}/>\n'


def _value(text: str) -> str:
    return quoteattr(printable(text), {'"': "&quot;"})
