"""Which picture stands for a page when it is shared: the one place where that is chosen."""

from __future__ import annotations

from plugins.newsroom.photo import Figure, Rendition


def card_of(figure: Figure) -> Rendition:
    """The rendition that share cards, labels and structured data show of a page's first photo."""
    return figure.fallback
