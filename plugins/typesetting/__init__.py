"""Chinese text in templates: the filters that set dates, instants, two-part headlines and reading time.

Reads: nothing. Writes: settings JINJA_FILTERS.
Settings: JINJA_FILTERS. Signals: initialized.
"""

from __future__ import annotations

from typing import Any

from pelican import signals

from .filters import FILTERS


def _install(pelican: Any) -> None:
    pelican.settings["JINJA_FILTERS"] = {**pelican.settings["JINJA_FILTERS"], **FILTERS}


def register() -> None:
    signals.initialized.connect(_install)
