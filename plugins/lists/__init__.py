"""The pages that list stories: home, sections, units, projects, people, tags, months, archives, corrections; and 404.

Reads: articles of the context, settings COLUMN. Writes: context sections, projects, listings; article.newer, article.older; list pages.
Settings: LIST_SIZE. Signals: get_generators.
"""

from __future__ import annotations

from typing import Any

from pelican import signals

from .generator import ListsGenerator


def _generator(pelican: Any) -> type[ListsGenerator]:
    return ListsGenerator


def register() -> None:
    signals.get_generators.connect(_generator)
