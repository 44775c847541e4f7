"""What the platform takes: lengths of title, author, digest and article, numbers and sizes of pictures. Nothing is cut here.

Source: the official pages on drafts (draft/add) and on the editor.
"""

from __future__ import annotations

from collections.abc import Sequence

from plugins.newsroom.story.model import Story
from plugins.newsroom.text.typography import one_line, opening, split_at_gap, split_at_pauses

TITLE, TITLE_IN_EDITOR = 32, 64  # characters
AUTHOR = 16
DIGEST = 120
CONTENT, CONTENT_BYTES = 20_000, 1024 * 1024
PICTURE_BYTES = 1024 * 1024
STORIES = 8  # in one set


def title_of(story: Story) -> str:
    return one_line(story.title)


def author_of(story: Story) -> str:
    """Those who wrote the words, as names; the origin, where nobody is named."""
    writers = [each.contributor.name for each in story.attributions if "text" in each.contributor.does]
    return " ".join(dict.fromkeys(writers)) or story.origin.name


def digest_of(story: Story) -> str:
    """The summary as it was written; one that nobody wrote, in as many whole sentences as fit."""
    return story.summary if "摘要" in story.places else shorter_digest(story.summary)


def shorter_title(title: str) -> str:
    """As many of its clauses as fit."""
    halves = split_at_gap(title)
    clauses = split_at_pauses(halves[0] if len(halves[0]) <= TITLE else title)
    chosen = _fitting(clauses, TITLE).rstrip("，、：；。 　")
    return chosen or title[: TITLE - 2] + "……"


def shorter_author(author: str) -> str:
    """As many of the names as fit, with a word for the others."""
    names = _fitting([f"{name} " for name in author.split(" ")], AUTHOR - 1).strip()
    return f"{names}等" if names else author[:AUTHOR]


def shorter_digest(digest: str) -> str:
    """As many whole sentences as fit, of a digest that is too long. Latin letters are half as wide as Chinese, and count as much."""
    widths = range(2 * DIGEST, 0, -8)
    return (
        digest
        if len(digest) <= DIGEST
        else next(text for width in widths if len(text := opening(digest, width)) <= DIGEST)
    )


def _fitting(pieces: Sequence[str], most: int) -> str:
    chosen = ""
    for piece in pieces:
        if len(chosen.strip()) + len(piece.strip()) > most:
            break
        chosen += piece
    return chosen
