"""Pelican with two habits of its own: the column is read before anything else, and a plugin that fails stops the build."""

from __future__ import annotations

from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from pelican import Pelican

from plugins.newsroom import column
from plugins.newsroom.dates import SHANGHAI
from plugins.newsroom.messages import problem
from plugins.newsroom.problems import Place, Problem
from plugins.newsroom.stop import Stop

from .settings import complete
from .templates import SharedBytecode

_SETTINGS_FILE = "pelicanconf.py"


class Newsdesk(Pelican):
    """Given as PELICAN_CLASS. Raises Stop when settings or plugins are unusable."""

    def __init__(self, settings: dict[str, Any]) -> None:
        problems = complete(settings, _SETTINGS_FILE)
        if problems:
            raise Stop(problems)
        settings["PROBLEMS"] = []
        settings["WRITTEN"] = []
        settings["COLUMN"] = column.load(
            Path(settings["PATH"]),
            instant(settings["COLUMN_NOW"]),
            preview=settings["COLUMN_PREVIEW"],
            progress=settings["PROGRESS"],
        )
        settings["JINJA_ENVIRONMENT"] = {**settings["JINJA_ENVIRONMENT"], "bytecode_cache": SharedBytecode()}
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
                    problem("PL01", Place(_SETTINGS_FILE), name=name, detail=f"{type(error).__name__}: {error}")
                )
        if failures:
            raise Stop(failures)


def instant(text: str | None) -> datetime:
    """The pinned instant: `text` in ISO 8601 (Asia/Shanghai unless it names an offset), or now."""
    moment = datetime.fromisoformat(text) if text else datetime.now(SHANGHAI)
    return moment if moment.tzinfo else moment.replace(tzinfo=SHANGHAI)
