"""Tells what became of tables of figures. Tables that only arrange a page were taken apart in `unfolding`."""

from __future__ import annotations

from .draft import Draft
from .tree import Table


def look_at_tables(draft: Draft) -> None:
    for part in draft.parts:
        if isinstance(part, Table) and any(cell.columns > 1 or cell.rows > 1 for row in part.rows for cell in row):
            draft.doubt("SB41", part.place)
