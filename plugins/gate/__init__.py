"""Where a bad build ends: when every address is known and nothing is written, all findings are counted.

Reads: settings COLUMN, PROBLEMS. Writes: nothing; raises Refusal.
Settings: REPORT_PROBLEMS. Signals: all_generators_finalized.
"""

from __future__ import annotations

import sys
from typing import Any

from pelican import signals

from plugins.newsroom.findings.refusals import Refusal
from plugins.newsroom.findings.report import as_text


def _close(generators: list[Any]) -> None:
    settings = generators[0].settings
    column = settings["COLUMN"]
    problems = (*column.problems, *settings["PROBLEMS"])
    if settings["REPORT_PROBLEMS"] and problems:
        sys.stderr.write(as_text(problems, colour=sys.stderr.isatty()))
    if not column.may_appear(problems):
        raise Refusal(problems)


def register() -> None:
    signals.all_generators_finalized.connect(_close)
