"""Publishes the theme's static files: the flattened style sheet, the scripts and the pictures, and how hosts should send them.

Reads: the theme's folder; settings COLUMN. Writes: theme/…, headers/… and _headers on the site; settings JINJA_GLOBALS (static),
FURNISHINGS (stylesheet, scripts, recall, policy).
Settings: THEME, SITEURL. Signals: initialized, get_generators.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from markupsafe import Markup
from pelican import signals

from plugins.newsroom.column.column import Column
from plugins.newsroom.pages.urls import Places
from plugins.newsroom.text.fingerprint import checksum

from .bundle import FOLDER, bundle, files, recall, scripts
from .headers import RULES, policy


class ThemeFiles:
    """A generator: makes files, changes no article."""

    def __init__(self, context: Any, settings: Mapping[str, Any], *_: Any, **__: Any) -> None:
        self.theme = Path(settings["THEME"])
        self.places = Places(settings["SITEURL"])
        self.column: Column = settings["COLUMN"]

    def generate_output(self, writer: Any) -> None:
        for named in (bundle(self.theme), *scripts(self.theme).values()):
            writer.offer(named.name, partial(bytes, named.data), (), belongs_to=())  # its name says what it holds
        for address, path in files(self.theme):
            writer.offer(address, path.read_bytes, (checksum(path.read_bytes()),))
        told = _policy(recall(self.theme), self.column)
        for address, rules in RULES.items():
            writer.offer(address, partial(rules, self.places, told), (told,))


def _install(pelican: Any) -> None:
    settings = pelican.settings
    places = Places(settings["SITEURL"])
    static = {"static": lambda name: places.url(f"{FOLDER}/{name}")}
    settings["JINJA_GLOBALS"] = {**settings["JINJA_GLOBALS"], **static}
    theme = Path(settings["THEME"])
    first = recall(theme)
    settings["FURNISHINGS"].update(
        recall=Markup(first),
        policy=_policy(first, settings["COLUMN"]),
        stylesheet=places.url(bundle(theme).name),
        scripts={name: places.url(script.name) for name, script in scripts(theme).items()},
    )


def _policy(inline: str, column: Column) -> str:
    """Pages are told that they may play something once a story that readers may see does."""
    shown = (*column.visible, *column.visible_pages)
    return policy(
        inline, has_players=any(use.is_player for one in shown for use in column.attachments.get(one.source, ()))
    )


def _generator(_pelican: Any) -> type[ThemeFiles]:
    return ThemeFiles


def register() -> None:
    signals.initialized.connect(_install)
    signals.get_generators.connect(_generator)
