"""Writes the pages of `grouping` through the theme's templates, and tells every article its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from pelican.generators import Generator
from pelican.writers import Writer

from plugins.newsroom import addresses
from plugins.newsroom.places import page_file
from plugins.newsroom.visibility import Held

from .grouping import Lists, sheets

_FRONT = 5  # stories a section shows on the home page
_LATEST = 12  # stories on the home page's rail


class ListsGenerator(Generator):
    """Runs after Pelican's own generators have read; makes files in generate_output."""

    def generate_context(self) -> None:
        column = self.settings["COLUMN"]
        self.articles: Sequence[Any] = self.context["articles"]
        self.lists = Lists(self.articles, column.registries)
        self.entries = _corrections(self.articles, self.context["hidden_articles"], column.held)
        by_source = {article.story.source: article for article in self.articles}
        for article in (*self.articles, *self.context["hidden_articles"], *self.context["pages"]):
            relations = column.relations[article.story.source]
            article.newer = by_source[relations.newer.source] if relations.newer else None
            article.older = by_source[relations.older.source] if relations.older else None
        self.context.update(
            site=column.registries.site,
            sections=self.lists.sections,
            projects=self.lists.projects,
            preview=column.preview,
            has_corrections=bool(self.entries),
            feed_url=addresses.FEED,
        )
        self.context["pages"] = sorted(self.context["pages"], key=lambda page: page.story.address)

    def generate_output(self, writer: Writer) -> None:
        self._write_home(writer)
        self._write_listings(writer)
        if self.articles:
            self._write(writer, addresses.ARCHIVES, "archives", years=self.lists.years, lists=self._directories())
        if self.entries:
            self._write(writer, addresses.CORRECTIONS, "corrections", entries=self.entries)
        self._write(writer, "404.html", "notfound")

    def _write(self, writer: Writer, address: str, template: str, **matter: Any) -> None:
        writer.write_file(page_file(address), self.get_template(template), self.context, **matter)

    def _write_home(self, writer: Writer) -> None:
        lead = next((article for article in self.articles[:_LATEST] if article.cover), None)
        lead = lead or next(iter(self.articles), None)
        latest = tuple(article for article in self.articles if article is not lead)[:_LATEST]
        fronts = tuple(replace(listing, stories=listing.stories[:_FRONT]) for listing in self.lists.sections)
        self._write(writer, "", "home", lead=lead, latest=latest, fronts=fronts, project_list=self.lists.projects)

    def _write_listings(self, writer: Writer) -> None:
        write = partial(self._write, writer)
        for listing in self.lists.all:
            for sheet in sheets(listing, self.settings["LIST_SIZE"]):
                write(sheet.address, "listing", listing=listing, sheet=sheet)

    def _directories(self) -> dict[str, Any]:
        lists = self.lists
        return {"unit": lists.units, "project": lists.projects, "person": lists.people, "tag": lists.tags}


def _corrections(articles: Sequence[Any], hidden: Sequence[Any], held: dict[str, Held]) -> tuple[Any, ...]:
    """(article, day, text, is_withdrawal) of every correction and withdrawal, newest first."""
    entries: list[tuple[Any, date, str, bool]] = [
        (article, correction.day, correction.text, False)
        for article in articles
        for correction in article.story.corrections
    ]
    for article in hidden:
        notice = article.story.withdrawal
        if held.get(article.story.source) is Held.WITHDRAWN and notice:
            entries.append((article, notice.day, notice.reason, True))
    return tuple(sorted(entries, key=lambda entry: (entry[1], entry[0].story.source), reverse=True))
