"""Publishes the theme's static files (style sheet, scripts, pictures) and the HTTP header rules for web servers."""

from __future__ import annotations

from functools import partial

from markupsafe import Markup

from plugins.newsroom.column.column import Column
from plugins.newsroom.text.fingerprint import checksum
from plugins.site.feature import Feature, Names
from plugins.site.site import Site
from plugins.site.writer import Writer

from .bundle import FOLDER, bundle, files, recall, scripts
from .headers import RULES, policy


def _order(site: Site, writer: Writer) -> None:
    theme = site.configuration.theme
    for named in (bundle(theme), *scripts(theme).values()):
        writer.offer(named.name, partial(bytes, named.data), (), belongs_to=())  # its name changes with its content
    for address, path in files(theme):
        writer.offer(address, path.read_bytes, (checksum(path.read_bytes()),))
    rule = _policy(recall(theme), site.column)
    for address, rules in RULES.items():
        writer.offer(address, partial(rules, site.urls, rule), (rule,))


def _globals(site: Site) -> Names:
    return {"static": lambda name: site.urls.url(f"{FOLDER}/{name}")}


def _values(site: Site) -> Names:
    theme, urls = site.configuration.theme, site.urls
    first = recall(theme)
    return {
        "recall": Markup(first),
        "policy": _policy(first, site.column),
        "stylesheet": urls.url(bundle(theme).name),
        "scripts": {name: urls.url(script.name) for name, script in scripts(theme).items()},
    }


def _policy(inline: str, column: Column) -> str:
    """The content security policy; it allows media only if a public story has sound or film."""
    shown = (*column.visible, *column.visible_pages)
    return policy(
        inline, has_players=any(use.is_player for brief in shown for use in column.attachments.get(brief.source, ()))
    )


FEATURE = Feature(name="assets", globals=_globals, values=_values, order=_order)
