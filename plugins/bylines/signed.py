"""A rendered byline in pieces that know whose name they are. How names become links is the theme's."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.newsroom.article import Story
from plugins.newsroom.byline import lay_out
from plugins.newsroom.registry import Person


@dataclass(frozen=True, slots=True)
class SignedPiece:
    """A stretch of the byline; person is None for words between names and for names without a page."""

    text: str
    person: Person | None = None


def signed_pieces(story: Story) -> tuple[SignedPiece, ...]:
    """The byline of `story` in order; empty for a story without one. The texts concatenate to the rendered line."""
    if story.byline is None:
        return ()
    people = [signature.person for signature in story.signatures]
    return tuple(
        SignedPiece(piece.text, people[piece.contributor] if piece.contributor is not None else None)
        for piece in lay_out(story.byline)
    )
