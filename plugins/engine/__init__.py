"""How Pelican is run: one class that reads the column first and loads plugins strictly, one writer that takes orders for every file.

Reads: the content folder. Writes: settings COLUMN, PROBLEMS, ORDERS, KEYS, TEMPLATES, FRAME, FURNISHINGS, DEPENDS; every output file.
Settings: see `settings.OWN`. Signals: get_writer, all_generators_finalized.
"""

from __future__ import annotations

from typing import Any


def _writer(pelican: Any) -> type:
    from .pelican.writer import ColumnWriter  # noqa: PLC0415

    return ColumnWriter


def _lend_templates(generators: list[Any]) -> None:
    """All pages are made in the environment of Pelican's first generator: the others have equal ones."""
    of_pelican = next(one for one in generators if hasattr(one, "env"))
    of_pelican.settings["TEMPLATES"].use(of_pelican.env)


def register() -> None:
    from pelican import signals  # noqa: PLC0415  the caches of this package are read before it is known if Pelican is needed

    signals.get_writer.connect(_writer)
    signals.all_generators_finalized.connect(_lend_templates)
