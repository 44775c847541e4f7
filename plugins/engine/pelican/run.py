"""The state of one run of Pelican: the caller's options and what is built up while it runs. Carried in Pelican's settings."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from plugins.newsroom.column import column, ownership, promised_addresses
from plugins.newsroom.column.library import Library
from plugins.newsroom.findings.problems import Problem
from plugins.newsroom.findings.progress import Progress
from plugins.newsroom.findings.refusals import Refusal
from plugins.newsroom.findings.report import as_text
from plugins.newsroom.story.brief import Brief
from plugins.newsroom.text.memory import Memory
from plugins.site.configuration import Configuration, instant
from plugins.site.feature import Feature, survey
from plugins.site.site import Site

from ..build.keys import Keys
from ..build.orders import Orders
from .templates import Theme


def _as_written(configuration: Configuration) -> Configuration:
    return configuration


def _nothing_kept(_name: str) -> Memory:
    return {}


@dataclass
class Run:
    """configure: applies the caller's options to the settings file's configuration; library: reads the stories, None to read all
    files again; memory, stats, progress: as in `Site`; press: makes the files, None for every file anew into OUTPUT_PATH;
    program: a fingerprint of the program, part of the key of every file; tells: whether findings are printed.

    Filled in by the run: site, features, orders, keys, theme; frame: values that every page may show, by name; values: the same
    for those that only pages using them depend on.
    """

    configure: Callable[[Configuration], Configuration] = _as_written
    library: Library | None = None
    memory: Callable[[str], Memory] = _nothing_kept
    stats: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    progress: Progress | None = None
    press: Callable[[Orders], None] | None = None
    program: str = ""
    tells: bool = True
    features: tuple[Feature, ...] = ()
    site: Site = field(init=False)
    orders: Orders = field(init=False)
    keys: Keys = field(init=False)
    theme: Theme = field(init=False)
    frame: dict[str, object] = field(default_factory=dict)
    values: dict[str, object] = field(default_factory=dict)

    def read(self, content: Path, settings: Configuration) -> None:
        """Read the column. settings: the configuration in the settings file."""
        configuration = self.configure(settings)
        read = column.load(
            content,
            instant(configuration.now),
            preview=configuration.preview,
            progress=self.progress,
            library=self.library,
            memory=self.memory("kin"),
            seen=_seen(configuration.previous),
        )
        self.site = Site(configuration, read, memory=self.memory, stats=self.stats, progress=self.progress)
        self.orders = Orders(partial(ownership.shown, read))
        self.keys = Keys(repr((self.program, configuration.site_url, configuration.preview)))
        self.theme = Theme(self.memory("templates"))

    def survey(self) -> None:
        """Collect the findings of all features. Raises Refusal when they forbid making the site; nothing is written then."""
        survey(self.features, self.site)
        problems = self.site.problems
        if not self.site.column.may_appear(problems):
            self.refuse(problems)
        if self.tells and problems:
            _tell(problems)

    def refuse(self, problems: Sequence[Problem]) -> None:
        """Stop the run with these findings. Raises Refusal."""
        if self.tells:
            _tell(problems)
        raise Refusal(problems)

    def name(self) -> None:
        """Collect the values of the whole site that pages show."""
        for feature in self.features:
            self.frame.update(feature.frame(self.site))
            self.values.update(feature.values(self.site))

    def globals(self) -> dict[str, object]:
        return {name: value for feature in self.features for name, value in feature.globals(self.site).items()}

    def filters(self) -> dict[str, Callable[..., Any]]:
        return {name: made for feature in self.features for name, made in feature.filters.items()}

    def attached(self, brief: Brief) -> dict[str, object]:
        """The features' template values for the page of one story, by name."""
        return {name: value for feature in self.features for name, value in feature.attach(self.site, brief).items()}

    def fingerprints(self, brief: Brief) -> list[str]:
        """Strings that change whenever the page of a story does."""
        return [text for feature in self.features for text in feature.fingerprints(self.site, brief)]


def _tell(problems: Sequence[Problem]) -> None:
    sys.stderr.write(as_text(problems, colour=sys.stderr.isatty()))


def _seen(previous: Path | None) -> frozenset[str] | None:
    """The published addresses listed in the file `previous`; None when they are not known."""
    promised = promised_addresses.read_file(previous) if previous else None
    return frozenset(promised.pages) if promised else None


def configuration_in(settings: Mapping[str, Any]) -> Configuration:
    """The configuration in Pelican's settings, including the two facts that Pelican has names for."""
    written = settings.get("COLUMN") or Configuration()
    return replace(written, site_url=settings["SITEURL"], theme=Path(settings["THEME"]))
