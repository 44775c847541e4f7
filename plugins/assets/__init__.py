"""Publishes the theme's static files: the flattened style sheet and the pictures.

Reads: the theme's static folder. Writes: theme/… on the site; settings JINJA_GLOBALS (static, stylesheet).
Settings: THEME, SITEURL. Signals: initialized, get_generators.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

from pelican import signals

from plugins.newsroom.places import Places

from .bundle import FOLDER, bundle, files


class BytesWriter(Protocol):
    def write_bytes(self, address: str, data: bytes) -> None: ...


class ThemeFiles:
    """A generator: makes files, changes no article."""

    def __init__(self, context: Any, settings: Mapping[str, Any], *_: Any, **__: Any) -> None:
        self.static = Path(settings["THEME"]) / "static"

    def generate_output(self, writer: BytesWriter) -> None:
        sheet = bundle(self.static)
        writer.write_bytes(sheet.name, sheet.data)
        for address, path in files(self.static):
            writer.write_bytes(address, path.read_bytes())


def _install(pelican: Any) -> None:
    settings = pelican.settings
    places = Places(settings["SITEURL"])
    sheet = bundle(Path(settings["THEME"]) / "static")
    names = {"static": lambda name: places.url(f"{FOLDER}/{name}"), "stylesheet": places.url(sheet.name)}
    settings["JINJA_GLOBALS"] = {**settings["JINJA_GLOBALS"], **names}


def _generator(_pelican: Any) -> type[ThemeFiles]:
    return ThemeFiles


def register() -> None:
    signals.initialized.connect(_install)
    signals.get_generators.connect(_generator)
