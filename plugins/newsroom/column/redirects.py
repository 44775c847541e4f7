"""Former addresses (旧址) and where each leads now. Which of them cannot be is left to `rules`."""

from __future__ import annotations

from dataclasses import dataclass

from ..story.brief import Brief
from .column import Column
from .visibility import Held


@dataclass(frozen=True, slots=True)
class Redirect:
    """former: a site-relative path that ends in "/" or in a page's suffix; story: who stands at its address now."""

    former: str
    story: Brief


def redirects(column: Column) -> tuple[Redirect, ...]:
    """Those that readers may follow, by former address: of visible stories and of the notices of withdrawn ones.

    Each leads to an address that is none of them, so that there are neither chains nor loops.
    """
    told = (
        Redirect(former, brief)
        for brief in column.everything
        if brief.aliases and (column.is_visible(brief) or column.held[brief.source] is Held.WITHDRAWN)
        for former in brief.aliases
    )
    return tuple(sorted(told, key=lambda redirect: redirect.former))
