"""The task `intake`: takes files in, checks the new stories, and tells both."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from plugins.desk import check, new_story
from plugins.desk.build import CACHE
from plugins.desk.choosing import Chosen
from plugins.newsroom import registry
from plugins.newsroom.findings.problems import Problem
from plugins.newsroom.findings.refusals import Refusal

from . import account
from .making import Wishes
from .taking import Outcome, take_in


def intake(
    paths: Sequence[Path],
    content: Path,
    *,
    day: date | None,
    section: str,
    today: date,
    format: str,
    cache: Path = CACHE,
) -> int:
    """Take the files at `paths` in and print the account. Returns the exit code: 1 when a file was not taken. Raises Refusal."""
    if not paths:
        raise Refusal.of("IN86")
    content = content.resolve()
    outcomes = take_in(paths, content, Wishes(day, _section(content, section), today))
    findings = _findings(content, outcomes, cache)
    if format == "json":
        sys.stdout.write(account.as_json(outcomes, findings, content.name))
    else:
        colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        sys.stdout.write(account.as_text(outcomes, findings, content.name, colour=colour))
    return int(any(outcome.refusal for outcome in outcomes))


def _section(content: Path, asked: str) -> str:
    """The name of the section that was asked for, "" for none. Raises Refusal."""
    if not content.is_dir():
        raise Refusal.of("TK30", content=content)
    sections = registry.load(content / "data", f"{content.name}/data")[0].sections
    return new_story.section_of(asked, sections).name if asked or not sections else ""


def _findings(content: Path, outcomes: Sequence[Outcome], cache: Path) -> tuple[Problem, ...]:
    new = frozenset(outcome.story for outcome in outcomes if outcome.story and not outcome.was_known)
    return check.check_files(content, Chosen(new), cache=cache) if new else ()
