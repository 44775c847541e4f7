"""Orders the search page and, for each year of stories, the folder of its index. What an index holds is left to `volume`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from plugins.newsroom import addresses
from plugins.newsroom.brief import Brief
from plugins.newsroom.column import Column

_STAGE = "编检索"


class SearchGenerator:
    """Makes files only. A preview has no index: what is being written is looked at, not searched."""

    def __init__(self, context: Any, settings: Mapping[str, Any], *_: Any, **__: Any) -> None:
        self.column: Column = settings["COLUMN"]

    def generate_output(self, writer: Any) -> None:
        years = by_year(self.column.visible)
        if not years:
            return
        writer.offer_page(addresses.SEARCH, "search", partial(dict, years=tuple(years)), map(str, years))
        if not self.column.preview:
            for year, briefs in years.items():
                depends = [brief.edition for brief in briefs]
                writer.offer_folder(addresses.index_address(year), partial(self._index, briefs), depends, _STAGE)

    def _index(self, briefs: Sequence[Brief]) -> dict[str, bytes]:
        from .entry import entry_of  # noqa: PLC0415  most builds have no index to make
        from .volume import volume  # noqa: PLC0415

        return volume([entry_of(self.column.story(brief.source)) for brief in briefs])


def by_year(briefs: Sequence[Brief]) -> dict[int, list[Brief]]:
    """Stories of each year, newest year first, oldest story first. briefs: newest first."""
    years: dict[int, list[Brief]] = {}
    for brief in briefs:
        years.setdefault(brief.published.year, []).append(brief)
    return {year: found[::-1] for year, found in years.items()}
