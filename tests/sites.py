"""Sites for tests of single features: whatever column, nothing kept, the given configuration."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from plugins.site.configuration import Configuration
from plugins.site.feature import Feature
from plugins.site.site import Site
from tests.writers import Written


def site(column: Any, *, theme: str | Path = "theme", **settings: Any) -> Site:
    """settings: fields of `Configuration`."""
    return Site(Configuration(theme=Path(theme), **settings), column)


def ordered(feature: Feature, of: Site, writer: Written) -> Written:
    """What the feature makes, each file as soon as it is ordered."""
    feature.frame(of)
    feature.order(of, writer)
    return writer
