"""Renders a story as self-contained HTML for feed readers: absolute addresses, plain `src`, credits in the figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from html import escape

from plugins.newsroom.body.document import AttachmentSlot, PhotoSlot
from plugins.newsroom.column.relations import Relations
from plugins.newsroom.media.attachment import Attachment
from plugins.newsroom.media.photo import Figure
from plugins.newsroom.pages.urls import Urls
from plugins.newsroom.story.model import Story
from plugins.newsroom.text.dates import chinese_date
from plugins.newsroom.text.typography import one_line

from .enclosures import linked

_WITHIN = re.compile(r'(<a [^>]*?href=")(?=#)')


def full_text(
    story: Story,
    figures: Sequence[Figure],
    relations: Relations,
    places: Urls,
    attachments: Sequence[Attachment] = (),
) -> str:
    """Corrections, headline group, byline and source, then the body. Feed readers drop metadata, so it is part of the text."""
    blocks = [_correction(correction.day, correction.text) for correction in story.corrections]
    blocks += [f"<p><strong>{escape(one_line(line))}</strong></p>" for line in (story.kicker, *story.decks) if line]
    blocks.append(f"<p>{_signed(story)}</p>")
    blocks.append(body(story, figures, relations, places, attachments))
    return "\n".join(block for block in blocks if block)


def body(
    story: Story,
    figures: Sequence[Figure],
    relations: Relations,
    places: Urls,
    attachments: Sequence[Attachment] = (),
) -> str:
    """The body with every slot filled."""
    here = places.absolute(story.address)
    parts: list[str] = []
    for part in story.document.parts:
        if isinstance(part, str):
            parts.append(_WITHIN.sub(rf"\g<1>{here}", part))
        elif isinstance(part, PhotoSlot):
            photos = (figures[index] for index in part.photos)
            parts.extend(figure(photo, places) for photo in photos if photo.is_shown)
        elif isinstance(part, AttachmentSlot):
            parts.append(linked(attachments[part.attachment], part.words, places))
        else:
            link = story.document.links[part.link]
            parts.append(escape(places.absolute_of_link(link, relations.linked[part.link])))
    return "".join(parts)


def figure(photo: Figure, places: Urls) -> str:
    """One photo: the fallback rendition in a plain `src`, caption and credit in the figcaption."""
    shown, use = photo.fallback, photo.use
    generated = "AI生成 " if use.ai_generated else ""
    rights = "，".join(part for part in (f"{generated}{use.credit}", use.licence) if part)
    caption = " ".join(part for part in (use.caption, f"（{rights}）") if part)
    return (
        f'<figure><img src="{escape(places.absolute(shown.address))}" alt="{escape(use.alternative)}"'
        f' width="{shown.width}" height="{shown.height}"><figcaption>{escape(caption)}</figcaption></figure>'
    )


def _signed(story: Story) -> str:
    byline = "".join(piece.text for piece in story.signed)
    word = "转载自" if story.origin.is_repost else "来源"
    original = f'（<a href="{escape(story.origin.url)}">原文</a>）' if story.origin.url else ""
    origin = f"{word}：{escape(story.origin.name)}{original}" if story.origin.name else ""
    return "　".join(part for part in (escape(byline), origin) if part)


def _correction(day: date, text: str) -> str:
    return f"<p><strong>更正（{chinese_date(day)}）：</strong>{escape(text)}</p>"
