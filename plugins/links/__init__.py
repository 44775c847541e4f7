"""Addresses in templates (`url`, `absolute`, `url_of`, `scan_code`), where the links of a story lead, its neighbours and related
stories, and former addresses.

Reads: settings COLUMN, ATTACHMENTS. Writes: article.links, article.newer, article.older, article.related; settings JINJA_GLOBALS, DEPENDS, PROBLEMS;
a page an alias, rules for web servers, addresses.json. Settings: SITEURL, PREVIOUS. Signals: initialized, content_object_init, get_generators.
"""

from __future__ import annotations

from typing import Any

from pelican import signals
from pelican.contents import Article, Page

from plugins.newsroom.pages.listing import Listed
from plugins.newsroom.pages.scan_code import ScanCode, scan_code
from plugins.newsroom.pages.urls import Places
from plugins.newsroom.story.brief import Brief

from .redirects import RedirectsGenerator


def _install(pelican: Any) -> None:
    settings, column = pelican.settings, pelican.settings["COLUMN"]
    places = Places(settings["SITEURL"])

    def code(address: str) -> ScanCode:
        return scan_code(places.absolute(address))

    names = {"url": places.url, "absolute": places.absolute, "url_of": places.url_of, "scan_code": code}
    settings["JINJA_GLOBALS"] = {**settings["JINJA_GLOBALS"], **names}

    def depends(brief: Brief) -> tuple[str, ...]:
        relations = column.relations[brief.source]
        notes = (column.preview_note(story) for story in relations.related) if column.preview else ()
        return (*relations.edition, *notes)

    settings["DEPENDS"].append(depends)


def _attach(content: Any) -> None:
    if isinstance(content, Article | Page):
        column = content.settings["COLUMN"]
        source = content.relative_source_path
        relations = column.relations[source]
        places = Places(content.settings["SITEURL"])
        content.links = tuple(map(places.of_link, column.story(source).document.links, relations.linked))
        content.newer, content.older = (
            Listed(neighbour, preview_note=column.preview_note(neighbour)) if neighbour else None
            for neighbour in (relations.newer, relations.older)
        )
        content.related = tuple(Listed(story, preview_note=column.preview_note(story)) for story in relations.related)


def _generator(pelican: Any) -> type[RedirectsGenerator]:
    return RedirectsGenerator


def register() -> None:
    signals.initialized.connect(_install)
    signals.content_object_init.connect(_attach)
    signals.get_generators.connect(_generator)
