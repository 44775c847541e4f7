"""Asks for the doubts about the stories of a column. What is doubtful is left to `looking`."""

from __future__ import annotations

from collections.abc import Iterable

from plugins.newsroom.column.column import Column
from plugins.newsroom.findings.problems import Exempted, Problem
from plugins.newsroom.findings.progress import Progress
from plugins.newsroom.proofreading.rule import DOUBT
from plugins.newsroom.story import loading

from .looking import Looker
from .model import Model

_LOOKING = "找疑点"


def ask(
    column: Column, sources: Iterable[str], model: Model, progress: Progress | None = None
) -> tuple[tuple[Problem, ...], tuple[Exempted, ...]]:
    """The doubts about those of the sources that are well-formed stories or pages, and what these except from them."""
    rules = (Looker(model).rule(),)
    briefs = [column.by_source[source] for source in sorted(sources) if source in column.by_source]
    problems: list[Problem] = []
    exempted: list[Exempted] = []
    for number, brief in enumerate(briefs, start=1):
        read = loading.load(column.content, brief.source, brief.is_page, column.registries, rules)
        problems += (problem for problem in read.problems if problem.code == DOUBT)
        exempted += (each for each in read.exempted if each.code == DOUBT)
        if progress:
            progress(number, len(briefs), _LOOKING)
    return tuple(problems), tuple(exempted)
