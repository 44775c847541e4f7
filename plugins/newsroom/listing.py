"""A list of stories under one heading: a section, a unit, a project, a person, a tag, a month. What it looks like is the theme's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Listing:
    """One list page's matter. kind: section, unit, project, person, tag or month; subject: the registry's value (or None).

    address: site-relative, ends in "/"; stories: newest first (Story values in newsroom code, articles in templates).
    """

    kind: str
    id: str
    title: str
    address: str
    stories: tuple[Any, ...]
    description: str = ""
    subject: Any = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a paginated listing. Numbers count from the oldest page, so that page 1 never changes its matter.

    newer, older: addresses of the neighbouring sheets, "" where there is none; the newest sheet stands at the listing's own address.
    """

    number: int
    of: int
    address: str
    stories: tuple[Any, ...]
    newer: str = ""
    older: str = ""
