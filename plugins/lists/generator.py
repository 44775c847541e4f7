"""Orders the pages of `grouping` from the theme's templates, and fills the frame that all pages share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from plugins.newsroom.column.column import Column
from plugins.newsroom.media.photo import cover_of
from plugins.newsroom.pages.listing import Listed, Listing, Sheet, Signpost, sheets
from plugins.newsroom.story.brief import Brief
from plugins.newsroom.text import addresses
from plugins.newsroom.text.typography import split_at_gap

from .grouping import Lists
from .months import around, by_month, month_of
from .profiles import Profiles

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
        profiles = Profiles(self.lists, self.column.registries)
        for listing in self.lists.all:
            if listing.kind != "month":
                _order_sheets(writer, listing, self.settings["LIST_SIZE"], profiles)
        for month, earlier, later in around(self.lists.months):
            _order_month(writer, month, earlier, later)
        if self.stories:
            self._order_archives(writer)
        if self.entries:
            told = [(listed.edition, on.isoformat(), text, str(gone)) for listed, on, text, gone in self.entries]
            matter = partial(dict, entries=self.entries)
            writer.offer_page(addresses.CORRECTIONS, "corrections", matter, (text for entry in told for text in entry))
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
        newest = lists.months[0]
        depends = (*(listing.heading for listing in counted), *(listed.edition for listed in newest.stories))
        writer.offer_page(
            addresses.ARCHIVES,
            "archives",
            lambda: {"years": lists.years, "lists": directories, "newest": month_of(newest)},
            depends,
        )


def _order_sheets(writer: Any, listing: Listing, size: int, profiles: Profiles) -> None:
    """Only the newest sheet says how many stories there are and what is known of the subject: a new story leaves the others alone."""
    for sheet in sheets(listing, size):
        over = (listing.name_plate,) if sheet.newer else (listing.heading, *profiles.depends(listing))
        depends = (*over, str(sheet.number), str(sheet.of), *(listed.edition for listed in sheet.stories))
        writer.offer_page(sheet.address, "listing", partial(_sheet_matter, listing, sheet, profiles), depends)


def _sheet_matter(listing: Listing, sheet: Sheet, profiles: Profiles) -> dict[str, Any]:
    facts = () if sheet.newer else profiles.facts(listing)
    return {"listing": listing, "sheet": sheet, "facts": facts, "years": by_month(sheet.stories)}


def _order_month(writer: Any, listing: Listing, earlier: Listing | None, later: Listing | None) -> None:
    (sheet,) = sheets(listing, len(listing.stories))
    ways = (other.address if other else "" for other in (earlier, later))
    writer.offer_page(
        listing.address,
        "listing",
        lambda: {"listing": listing, "sheet": sheet, "month": month_of(listing, earlier, later)},
        (listing.heading, *ways, *(listed.edition for listed in listing.stories)),
    )


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
