"""Our subclass of Pelican: reads the column first, loads features from a list, reports all findings, and writes files last."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican import Pelican

from plugins.site.loading import load

from ..build import press
from .generators import FeatureFiles, StandingPagesGenerator, StoriesGenerator
from .run import Run, configuration_in
from .settings import unknown
from .templates import KeptBytecode
from .writer import ColumnWriter


class ColumnPelican(Pelican):  # type: ignore[misc]  # Pelican has no types
    """Given as PELICAN_CLASS. Raises Refusal when settings or features are unusable, or findings forbid the site.

    Pelican's settings carry two names of ours: COLUMN, the configuration, and RUN, see `Run`. PLUGINS names features, see
    `site/loading`.
    """

    def __init__(self, settings: dict[str, Any]) -> None:
        run = self._run = settings.setdefault("RUN", Run())
        configuration = configuration_in(settings)
        problems = (*configuration.slips, *unknown(settings))
        if problems:
            run.refuse(problems)
        run.read(Path(settings["PATH"]), configuration)
        super().__init__(settings)

    def init_plugins(self) -> None:
        """Load the features; Pelican itself would only log what cannot be imported, and go on without it."""
        self._run.features, problems = load(self.settings["PLUGINS"] or ())
        if problems:
            self._run.refuse(problems)
        self.plugins: list[object] = []

    def run(self) -> None:
        """Pelican's own run only orders the files; they are made afterwards."""
        run, settings = self._run, self.settings
        run.survey()
        run.name()
        settings["JINJA_GLOBALS"] = {**settings["JINJA_GLOBALS"], **run.globals()}
        settings["JINJA_FILTERS"] = {**settings["JINJA_FILTERS"], **run.filters()}
        settings["JINJA_ENVIRONMENT"] = {**settings["JINJA_ENVIRONMENT"], "bytecode_cache": self._bytecode()}
        super().run()
        make = run.press or press.into(Path(self.output_path))
        make(run.orders)

    def _bytecode(self) -> KeptBytecode:
        extensions = self.settings["JINJA_ENVIRONMENT"].get("extensions", ())
        return KeptBytecode(self._run.site.configuration.cache / "templates", repr((self._run.program, extensions)))

    def _get_generator_classes(self) -> list[type]:
        return [StoriesGenerator, StandingPagesGenerator, FeatureFiles]

    def _get_writer(self) -> ColumnWriter:
        return ColumnWriter(self._run)
