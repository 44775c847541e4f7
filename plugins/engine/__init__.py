"""How Pelican is run: one class that reads the column first and loads plugins strictly, one writer for every file.

Reads: the content folder. Writes: settings COLUMN, PROBLEMS, WRITTEN; every output file.
Settings: see `settings.OWN`. Signals: get_writer.
"""

from __future__ import annotations

from pelican import signals

from .writer import ColumnWriter


def _writer(pelican: object) -> type[ColumnWriter]:
    return ColumnWriter


def register() -> None:
    signals.get_writer.connect(_writer)
