"""The pictures with which pages without a photo are shared: drawn, with the headline.

Reads: settings COLUMN, FIGURES. Writes: cards/*.
Settings: none. Signals: get_generators.
"""

from __future__ import annotations

from typing import Any

from pelican import signals

from .generator import CardsGenerator


def _generator(pelican: Any) -> type[CardsGenerator]:
    return CardsGenerator


def register() -> None:
    signals.get_generators.connect(_generator)
