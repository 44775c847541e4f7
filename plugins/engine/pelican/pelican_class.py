"""Pelican with its own habits: the column is read before anything else, a plugin that fails stops the build, files are made last."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from pelican import Pelican

from plugins.newsroom.column import column, ownership, promised_addresses
from plugins.newsroom.findings.catalogue import problem
from plugins.newsroom.findings.problems import Place, Problem
from plugins.newsroom.findings.refusals import Refusal
from plugins.newsroom.text.dates import SHANGHAI

from ..build import press
from ..build.keys import Keys
from ..build.orders import Orders
from .settings import complete
from .templates import KeptBytecode, Theme

_SETTINGS_FILE = "pelicanconf.py"


class Newsdesk(Pelican):
    """Given as PELICAN_CLASS. Raises Refusal when settings or plugins are unusable."""

    def __init__(self, settings: dict[str, Any]) -> None:
        problems = complete(settings, _SETTINGS_FILE)
        if problems:
            raise Refusal(problems)
        settings.update(PROBLEMS=[], FRAME={}, FURNISHINGS={}, DEPENDS=[])
        settings["MEMO"] = settings["MEMO"] or (lambda _: {})
        settings["KEYS"] = Keys(repr((settings["GROUND"], settings["SITEURL"], settings["COLUMN_PREVIEW"])))
        settings["COLUMN"] = column.load(
            Path(settings["PATH"]),
            instant(settings["COLUMN_NOW"]),
            preview=settings["COLUMN_PREVIEW"],
            progress=settings["PROGRESS"],
            library=settings["LIBRARY"],
            memory=settings["MEMO"]("kin"),
            seen=_seen(settings["PREVIOUS"]),
        )
        settings["ORDERS"] = Orders(partial(ownership.shown, settings["COLUMN"]))
        settings["TEMPLATES"] = Theme(settings["MEMO"]("templates"))
        bytecode = KeptBytecode(Path(settings["COLUMN_CACHE"]) / "templates")
        settings["JINJA_ENVIRONMENT"] = {**settings["JINJA_ENVIRONMENT"], "bytecode_cache": bytecode}
        super().__init__(settings)

    def init_plugins(self) -> None:
        """Import and register PLUGINS in their order; Pelican itself would only log a failure and go on without."""
        self.plugins = []
        failures: list[Problem] = []
        for name in self.settings["PLUGINS"] or ():
            try:
                plugin = import_module(name)
                plugin.register()
                self.plugins.append(plugin)
            except Exception as error:
                failures.append(
                    problem("PL01", Place(_SETTINGS_FILE), {"name": name, "detail": f"{type(error).__name__}: {error}"})
                )
        if failures:
            raise Refusal(failures)

    def run(self) -> None:
        """Pelican's run orders the files; only then are they made."""
        super().run()
        make = self.settings["PRESS"] or press.into(Path(self.settings["OUTPUT_PATH"]))
        make(self.settings["ORDERS"])

    def _get_generator_classes(self) -> list[type]:
        """A generator gives way to one that extends it: ours for stories and standing pages replace Pelican's."""
        classes = super()._get_generator_classes()
        return [one for one in classes if not any(other is not one and issubclass(other, one) for other in classes)]


def _seen(previous: str) -> frozenset[str] | None:
    """The addresses that readers have, as the file `previous` tells; None where nobody knows."""
    promised = promised_addresses.read_file(Path(previous)) if previous else None
    return frozenset(promised.pages) if promised else None


def instant(text: str | None) -> datetime:
    """The pinned instant: `text` in ISO 8601 (Asia/Shanghai unless it names an offset), or now."""
    moment = datetime.fromisoformat(text) if text else datetime.now(SHANGHAI)
    return moment if moment.tzinfo else moment.replace(tzinfo=SHANGHAI)
