"""The definition of a feature: a value with a name, the features it needs, and a few optional steps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from plugins.newsroom.findings.problems import Problem
from plugins.newsroom.story.brief import Brief

from .site import Site
from .writer import Writer

Names = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Need:
    """feature: the name of another feature; reason: what would be missing without it, in Chinese, for the site's maintainers."""

    feature: str
    reason: str


def _no_findings(_site: Site) -> Iterable[Problem]:
    return ()


def _no_names(_site: Site) -> Names:
    return {}


def _no_names_of_a_story(_site: Site, _brief: Brief) -> Names:
    return {}


def _no_texts(_site: Site, _brief: Brief) -> Iterable[str]:
    return ()


def _no_files(_site: Site, _writer: Writer) -> None:
    """A feature without files of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """The steps, in the order in which they run; each runs for all features before the next.

    survey: findings that need no page to be made; used by `check` and `build`. Also fills what the feature offers to others. A
    running preview repeats it whenever more than the words of a story has changed.
    globals: functions and objects that templates call, by name; they depend on program and settings alone.
    filters: for templates, as above.
    frame: values that every page may show, by name; all pages depend on all of them.
    values: the same, but only pages whose templates use a name depend on it.
    attach: template values for the page of one story, when it is made; fingerprints: strings that change whenever they do.
    order: all files that the feature makes.
    """

    name: str
    needs: tuple[Need, ...] = ()
    survey: Callable[[Site], Iterable[Problem]] = _no_findings
    globals: Callable[[Site], Names] = _no_names
    filters: Mapping[str, Callable[..., object]] = field(default_factory=dict)
    frame: Callable[[Site], Names] = _no_names
    values: Callable[[Site], Names] = _no_names
    attach: Callable[[Site, Brief], Names] = _no_names_of_a_story
    fingerprints: Callable[[Site, Brief], Iterable[str]] = _no_texts
    order: Callable[[Site, Writer], None] = _no_files


def survey(features: Iterable[Feature], site: Site) -> None:
    """Run the survey of every feature and add its findings to `site.findings`."""
    for feature in features:
        site.findings += tuple(feature.survey(site))
