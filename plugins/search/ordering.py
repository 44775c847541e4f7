"""Orders the search page and the index folder of each volume of stories. The content of an index is left to `volume`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import groupby

from plugins.newsroom.column import ownership
from plugins.newsroom.column.column import Column
from plugins.newsroom.story.brief import Brief
from plugins.newsroom.text import addresses
from plugins.newsroom.text.fingerprint import digest
from plugins.site.site import Site
from plugins.site.writer import Writer

from .index import index

_STAGE = "编检索"
MOST = 500  # stories in a volume: a balance between the cost of an edit and the files fetched for a query


def order(site: Site, writer: Writer) -> None:
    """A preview has no index: nobody searches it."""
    column = site.column
    volumes = cut(column.visible, MOST)
    if not volumes:
        return
    values = {"years": _years(column.visible), "volumes": tuple(volumes)}
    writer.offer_page(addresses.SEARCH, "search", lambda: values, volumes)
    if not column.preview:
        registries, now = column.registries, column.now
        qualified_name = digest(tuple(map(registries.qualified_name, registries.people)))
        for name, briefs in volumes.items():
            over = (photo.path for brief in briefs for photo in column.lapsed(brief.source))
            depends = [qualified_name, *(brief.fingerprint for brief in briefs), "", *over]
            stories = column.library.stories([brief.source for brief in briefs])
            make, belongs_to = partial(index, stories, registries, now), _belongs_to(column, briefs)
            writer.offer_folder(addresses.index_address(name), make, depends, _STAGE, belongs_to)


def _belongs_to(column: Column, briefs: Iterable[Brief]) -> list[str]:
    """The owners of a volume: its stories and their photos, whose words it contains."""
    return [owner for brief in briefs for owner in ownership.of_all(column, brief)]


def cut(briefs: Sequence[Brief], most: int) -> dict[str, list[Brief]]:
    """The stories of each volume by its name, newest volume first, oldest story first. briefs: newest first.

    A year is a volume, 2017; one with many stories is several, 2017, 2017-2 …, counted from its oldest story, so that a new
    story changes the newest volume alone.
    """
    volumes: dict[str, list[Brief]] = {}
    for year, of_year in groupby(reversed(briefs), lambda brief: brief.published.year):
        stories = list(of_year)
        for number, start in enumerate(range(0, len(stories), most), start=1):
            volumes[f"{year:04}" if number == 1 else f"{year:04}-{number}"] = stories[start : start + most]
    return dict(reversed(volumes.items()))


def _years(briefs: Sequence[Brief]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(brief.published.year for brief in briefs))
