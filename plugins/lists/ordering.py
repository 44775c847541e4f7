"""Orders the list pages, and provides the values of the frame shared by all pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from plugins.newsroom.pages.listing import Listed, Listing, Sheet, Signpost, sheets
from plugins.newsroom.text import addresses
from plugins.newsroom.text.typography import split_at_gap
from plugins.site.feature import Names
from plugins.site.site import Site
from plugins.site.writer import Writer

from .grouping import Lists
from .months import around, by_month, month_of
from .profiles import Profiles

Correction = tuple[Listed, date, str, bool]
_FRONT = 5  # stories per section on the home page
_LATEST = 12  # stories in the home page's sidebar


@dataclass(frozen=True)
class Front:
    """The listed stories, computed once for frame and pages. stories: newest first; corrections: (story, day, text,
    is_withdrawal), newest first."""

    stories: tuple[Listed, ...]
    lists: Lists
    corrections: tuple[Correction, ...]


def frame(site: Site) -> Names:
    """The values of the frame. Lists need only briefs: no story is opened."""
    column = site.column
    stories = tuple(map(site.listed, column.visible))
    front = Front(stories, Lists(stories, column.registries), tuple(_corrections(site)))
    site.keep(front)
    site.listings = front.lists.all
    pages = sorted(column.visible_pages, key=lambda page: page.address)
    return {
        "site": column.registries.site,
        "sections": tuple(listing.signpost for listing in front.lists.sections),
        "pages": tuple(Signpost(page.source, "\u3000".join(split_at_gap(page.title)), page.address) for page in pages),
        "preview": column.preview,
        "has_corrections": bool(front.corrections),
    }


def order(site: Site, writer: Writer) -> None:
    front = site.kept(Front)
    _order_home(front, writer)
    profiles = Profiles(front.lists, site.column.registries)
    for listing in front.lists.all:
        if listing.kind != "month":
            _order_sheets(writer, listing, site.configuration.list_size, profiles)
    for month, earlier, later in around(front.lists.months):
        _order_month(writer, month, earlier, later)
    if front.stories:
        _order_archives(front.lists, writer)
    if entries := front.corrections:
        rows = [(listed.fingerprint, on.isoformat(), text, str(gone)) for listed, on, text, gone in entries]
        depends = (text for row in rows for text in row)
        writer.offer_page(addresses.CORRECTIONS, "corrections", lambda: {"entries": entries}, depends)
    writer.offer_page("404.html", "notfound", dict, ())


def _order_home(front: Front, writer: Writer) -> None:
    stories, projects = front.stories, front.lists.projects
    lead = next((listed for listed in stories[:_LATEST] if listed.cover), None)
    lead = lead or next(iter(stories), None)
    latest = tuple(listed for listed in stories[: _LATEST + 1] if listed is not lead)[:_LATEST]
    fronts = tuple(replace(listing, stories=listing.stories[:_FRONT]) for listing in front.lists.sections)
    values = {"lead": lead, "latest": latest, "fronts": fronts, "project_list": projects}
    shown = (*((lead,) if lead else ()), *latest, *(listed for front in fronts for listed in front.stories))
    depends = (
        *(listed.fingerprint for listed in shown),
        *(listing.heading_fingerprint for listing in (*fronts, *projects)),
    )
    writer.offer_page("", "home", lambda: values, depends)


def _order_archives(lists: Lists, writer: Writer) -> None:
    directories = {"unit": lists.units, "project": lists.projects, "person": lists.people, "tag": lists.tags}
    counted: Iterable[Listing] = (
        *lists.months,
        *(listing for listings in directories.values() for listing in listings),
    )
    newest = lists.months[0]
    depends = (
        *(listing.heading_fingerprint for listing in counted),
        *(listed.fingerprint for listed in newest.stories),
    )
    writer.offer_page(
        addresses.ARCHIVES,
        "archives",
        lambda: {"years": lists.years, "lists": directories, "newest": month_of(newest)},
        depends,
    )


def _order_sheets(writer: Writer, listing: Listing, size: int, profiles: Profiles) -> None:
    """Only the newest sheet shows the number of stories and facts about the subject, so that a new story changes no other."""
    for sheet in sheets(listing, size):
        over = (listing.name_fingerprint,) if sheet.newer else (listing.heading_fingerprint, *profiles.depends(listing))
        depends = (*over, str(sheet.number), str(sheet.of), *(listed.fingerprint for listed in sheet.stories))
        writer.offer_page(sheet.address, "listing", partial(_sheet_values, listing, sheet, profiles), depends)


def _sheet_values(listing: Listing, sheet: Sheet, profiles: Profiles) -> dict[str, object]:
    facts = () if sheet.newer else profiles.facts(listing)
    return {"listing": listing, "sheet": sheet, "facts": facts, "years": by_month(sheet.stories)}


def _order_month(writer: Writer, listing: Listing, earlier: Listing | None, later: Listing | None) -> None:
    (sheet,) = sheets(listing, len(listing.stories))
    neighbours = (other.address if other else "" for other in (earlier, later))
    writer.offer_page(
        listing.address,
        "listing",
        lambda: {"listing": listing, "sheet": sheet, "month": month_of(listing, earlier, later)},
        (listing.heading_fingerprint, *neighbours, *(listed.fingerprint for listed in listing.stories)),
    )


def _corrections(site: Site) -> Iterator[Correction]:
    """Every correction and withdrawal, newest first."""
    column = site.column
    entries = [
        (brief, correction.day, correction.text, False) for brief in column.visible for correction in brief.corrections
    ]
    entries += [
        (brief, brief.withdrawal.day, brief.withdrawal.reason, True) for brief in column.withdrawn if brief.withdrawal
    ]
    for brief, on, text, gone in sorted(entries, key=lambda entry: (entry[1], entry[0].source), reverse=True):
        yield site.listed(brief), on, text, gone
