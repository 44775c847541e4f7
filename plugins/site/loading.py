"""Loads the features named in a list, and reports what is wrong with the list as findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module

from plugins.newsroom.findings.catalogue import problem
from plugins.newsroom.findings.problems import Place, Problem

from .feature import Feature

LIST = "plugins/features.py"


def load(packages: Iterable[str]) -> tuple[tuple[Feature, ...], tuple[Problem, ...]]:
    """The features, and findings about those that cannot be imported, are listed twice, or need others that are missing.

    packages: dotted names of packages that define `FEATURE`.
    """
    features: list[Feature] = []
    problems: list[Problem] = []
    for package in packages:
        try:
            features.append(import_module(package).FEATURE)
        except Exception as error:
            detail = f"{type(error).__name__}: {error}"
            problems.append(problem("PL01", Place(LIST), {"name": package, "detail": detail}))
    return tuple(features), tuple(problems) or (*_twice(features), *_unmet(features))


def _twice(features: Sequence[Feature]) -> Iterator[Problem]:
    names = [feature.name for feature in features]
    for name in dict.fromkeys(name for name in names if names.count(name) > 1):
        yield problem("PL12", Place(LIST), {"name": name})


def _unmet(features: Sequence[Feature]) -> Iterator[Problem]:
    names = {feature.name for feature in features}
    for feature in features:
        for need in feature.needs:
            if need.feature not in names:
                values = {"name": feature.name, "needed": need.feature, "reason": need.reason}
                yield problem("PL11", Place(LIST), values)
