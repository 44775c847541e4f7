"""Orders the pages of `grouping` from the theme's templates, and fills the frame that all pages share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from plugins.newsroom import addresses
from plugins.newsroom.brief import Brief
from plugins.newsroom.column import Column
from plugins.newsroom.fingerprint import digest
from plugins.newsroom.listing import Listed, Listing, Signpost
from plugins.newsroom.photo import cover_of
from plugins.newsroom.typography import split_at_gap

from .grouping import Lists, sheets

_FRONT = 5  # stories a section shows on the home page
_LATEST = 12  # stories on the home page's rail


class ListsGenerator:
    """Makes files only. What it lists comes from the column's briefs: no story is opened for a list."""

    def __init__(self, context: dict[str, Any], settings: dict[str, Any], *_: Any, **__: Any) -> None:
        self.settings = settings
        self.column: Column = settings["COLUMN"]

    def generate_context(self) -> None:
        column = self.column
        self.stories = tuple(map(self._listed, column.visible))
        self.lists = Lists(self.stories, column.registries)
        self.settings["LISTINGS"] = self.lists.all
        self.entries = tuple(_corrections(column, self._listed))
        pages = sorted(column.visible_pages, key=lambda page: page.address)
        self.settings["FRAME"].update(
            site=column.registries.site,
            sections=tuple(listing.signpost for listing in self.lists.sections),
            pages=tuple(Signpost(page.source, "\u3000".join(split_at_gap(page.title)), page.address) for page in pages),
            preview=column.preview,
            has_corrections=bool(self.entries),
        )

    def _listed(self, brief: Brief) -> Listed:
        figures = self.settings["FIGURES"].get(brief.source, ()) if self.column.is_visible(brief) else ()
        return Listed(brief, cover_of(figures, brief.cover), self.column.preview_note(brief))

    def generate_output(self, writer: Any) -> None:
        self._order_home(writer)
        for listing in self.lists.all:
            _order_sheets(writer, listing, self.settings["LIST_SIZE"])
        if self.stories:
            self._order_archives(writer)
        if self.entries:
            told = [(listed.edition, on.isoformat(), text, str(gone)) for listed, on, text, gone in self.entries]
            matter = partial(dict, entries=self.entries)
            writer.offer_page(addresses.CORRECTIONS, "corrections", matter, (digest(told),))
        writer.offer_page("404.html", "notfound", dict, ())

    def _order_home(self, writer: Any) -> None:
        lead = next((listed for listed in self.stories[:_LATEST] if listed.cover), None)
        lead = lead or next(iter(self.stories), None)
        latest = tuple(listed for listed in self.stories[: _LATEST + 1] if listed is not lead)[:_LATEST]
        fronts = tuple(replace(listing, stories=listing.stories[:_FRONT]) for listing in self.lists.sections)
        projects = self.lists.projects
        matter = partial(dict, lead=lead, latest=latest, fronts=fronts, project_list=projects)
        shown = (*((lead,) if lead else ()), *latest, *(listed for front in fronts for listed in front.stories))
        depends = (*(listed.edition for listed in shown), *(listing.heading for listing in (*fronts, *projects)))
        writer.offer_page("", "home", matter, depends)

    def _order_archives(self, writer: Any) -> None:
        lists = self.lists
        directories = {"unit": lists.units, "project": lists.projects, "person": lists.people, "tag": lists.tags}
        counted: Iterable[Listing] = (*lists.months, *(one for several in directories.values() for one in several))
        matter = partial(dict, years=lists.years, lists=directories)
        writer.offer_page(addresses.ARCHIVES, "archives", matter, (listing.heading for listing in counted))


def _order_sheets(writer: Any, listing: Listing, size: int) -> None:
    heading = listing.heading
    for sheet in sheets(listing, size):
        depends = (heading, str(sheet.number), str(sheet.of), *(listed.edition for listed in sheet.stories))
        writer.offer_page(sheet.address, "listing", partial(dict, listing=listing, sheet=sheet), depends)


def _corrections(column: Column, listed: Any) -> Iterator[tuple[Listed, date, str, bool]]:
    """(story, day, text, is_withdrawal) of every correction and withdrawal, newest first."""
    entries = [
        (brief, correction.day, correction.text, False) for brief in column.visible for correction in brief.corrections
    ]
    entries += [
        (brief, brief.withdrawal.day, brief.withdrawal.reason, True) for brief in column.withdrawn if brief.withdrawal
    ]
    for brief, on, text, gone in sorted(entries, key=lambda entry: (entry[1], entry[0].source), reverse=True):
        yield listed(brief), on, text, gone
