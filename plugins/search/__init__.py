"""Search in Chinese: an index for each year of stories, and the page that asks it.

Reads: settings COLUMN. Writes: search/index.html, search/index/….
Settings: none. Signals: get_generators.
"""

from __future__ import annotations

from typing import Any

from pelican import signals

from .generator import SearchGenerator


def _generator(pelican: Any) -> type[SearchGenerator]:
    return SearchGenerator


def register() -> None:
    signals.get_generators.connect(_generator)
