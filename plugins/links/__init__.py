"""Addresses in templates (`url`, `absolute`, `url_of`), where the links inside a story lead, and pages at former addresses.

Reads: settings COLUMN. Writes: article.links; settings JINJA_GLOBALS; a page an alias.
Settings: SITEURL. Signals: initialized, content_object_init, get_generators.
"""

from __future__ import annotations

from typing import Any

from pelican import signals
from pelican.contents import Article, Page

from plugins.newsroom.places import Places

from .redirects import RedirectsGenerator


def _install(pelican: Any) -> None:
    places = Places(pelican.settings["SITEURL"])
    names = {"url": places.url, "absolute": places.absolute, "url_of": places.url_of}
    pelican.settings["JINJA_GLOBALS"] = {**pelican.settings["JINJA_GLOBALS"], **names}


def _attach(content: Any) -> None:
    if isinstance(content, Article | Page):
        column = content.settings["COLUMN"]
        source = content.get_relative_source_path()
        places = Places(content.settings["SITEURL"])
        written = column.stories_by_source[source].document.links
        content.links = tuple(map(places.of_link, written, column.relations[source].linked))


def _generator(pelican: Any) -> type[RedirectsGenerator]:
    return RedirectsGenerator


def register() -> None:
    signals.initialized.connect(_install)
    signals.content_object_init.connect(_attach)
    signals.get_generators.connect(_generator)
