"""Redirects from former addresses (旧址) to the current ones. Clashes between them are left to `rules`."""

from __future__ import annotations

from dataclasses import dataclass

from ..story.brief import Brief
from .column import Column
from .visibility import Held


@dataclass(frozen=True, slots=True)
class Redirect:
    """former: a site-relative path that ends in "/" or in a page's suffix; story: the story it leads to."""

    former: str
    story: Brief


def redirects(column: Column) -> tuple[Redirect, ...]:
    """The redirects that readers may follow, sorted by former address: to visible stories and to notices of withdrawn ones.

    None leads to an address that is itself redirected, so there are neither chains nor loops.
    """
    followed = (
        Redirect(former, brief)
        for brief in column.everything
        if brief.aliases and (column.is_visible(brief) or column.held[brief.source] is Held.WITHDRAWN)
        for former in brief.aliases
    )
    return tuple(sorted(followed, key=lambda redirect: redirect.former))
