"""Search in Chinese: an index for each year of stories, and the page that asks it.

Reads: settings COLUMN. Writes: search/index.html, search/index/….
Settings: none. Signals: get_generators.
"""

from __future__ import annotations

from typing import Any


def _generator(pelican: Any) -> type:
    from .generator import SearchGenerator  # noqa: PLC0415

    return SearchGenerator


def register() -> None:
    from pelican import signals  # noqa: PLC0415  another process makes an index without Pelican

    signals.get_generators.connect(_generator)
