"""The pages that list stories: home, sections, units, projects, people, tags, months, archives, corrections; and 404.

Reads: settings COLUMN, FIGURES. Writes: settings LISTINGS, FRAME (site, sections, pages, preview, has_corrections); list pages.
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
