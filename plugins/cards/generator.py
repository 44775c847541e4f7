"""Orders the drawn cards: one for the column, one for each of the newest stories without a photo."""

from __future__ import annotations

from functools import partial
from typing import Any

from plugins.newsroom import cards
from plugins.newsroom.cards import Card


class CardsGenerator:
    """Makes files only."""

    def __init__(self, context: dict[str, Any], settings: dict[str, Any], *_: Any, **__: Any) -> None:
        self.settings = settings

    def generate_output(self, writer: Any) -> None:
        column = self.settings["COLUMN"]
        wanted = (cards.of_column(column.registries.site), *cards.of_stories(column, self.settings["CARDS"]).values())
        for card in dict.fromkeys(wanted):
            writer.offer(card.rendition.address, partial(_drawn, card), ())  # its name says what it shows


def _drawn(card: Card) -> bytes:
    from .drawing import draw  # noqa: PLC0415  a build without new cards needs no Pillow

    return draw(card)
