"""A story as one stretch of HTML that stands alone in any feed reader: absolute addresses, plain `src`, credits in the figures."""

from __future__ import annotations

from html import escape
from typing import Any

from plugins.newsroom.article import Story
from plugins.newsroom.dates import chinese_date
from plugins.newsroom.document import PhotoSlot
from plugins.newsroom.photo import Figure
from plugins.newsroom.places import Places
from plugins.newsroom.relations import Relations


def full_text(article: Any, places: Places, relations: Relations) -> str:
    """Corrections, headline group, byline and source, then the body. Readers drop metadata, so it stands in the text."""
    story: Story = article.story
    blocks = [_correction(correction.day, correction.text) for correction in story.corrections]
    blocks += [f"<p><strong>{escape(line)}</strong></p>" for line in (story.kicker, *story.decks) if line]
    blocks.append(f"<p>{escape(_signed(article))}</p>")
    blocks.append(body(article, places, relations))
    return "\n".join(block for block in blocks if block)


def body(article: Any, places: Places, relations: Relations) -> str:
    """The body with every slot filled."""
    story: Story = article.story
    parts: list[str] = []
    for part in story.document.parts:
        if isinstance(part, str):
            parts.append(part)
        elif isinstance(part, PhotoSlot):
            photos = (article.figures[index] for index in part.photos)
            parts.extend(figure(photo, places) for photo in photos if photo.is_shown)
        else:
            link = story.document.links[part.link]
            parts.append(escape(places.absolute_of_link(link, relations.linked[part.link])))
    return "".join(parts)


def figure(photo: Figure, places: Places) -> str:
    """One photo: the fallback rendition in a plain `src`, caption and credit in the figcaption."""
    shown, use = photo.fallback, photo.use
    generated = "AI生成 " if use.ai_generated else ""
    rights = "，".join(part for part in (f"{generated}{use.credit}", use.licence) if part)
    caption = " ".join(part for part in (use.caption, f"（{rights}）") if part)
    return (
        f'<figure><img src="{escape(places.absolute(shown.address))}" alt="{escape(use.alternative)}"'
        f' width="{shown.width}" height="{shown.height}"><figcaption>{escape(caption)}</figcaption></figure>'
    )


def _signed(article: Any) -> str:
    byline = "".join(piece.text for piece in article.byline)
    return "　".join(part for part in (byline, f"来源：{article.story.origin.name}") if part)


def _correction(day: Any, text: str) -> str:
    return f"<p><strong>更正（{chinese_date(day)}）：</strong>{escape(text)}</p>"
