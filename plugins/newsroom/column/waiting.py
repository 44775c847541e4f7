"""Lists the stories waiting to be published, as lines for editors. Whether a story is held back is left to `visibility`."""

from __future__ import annotations

from collections.abc import Iterator

from ..story.brief import Brief
from ..text.dates import chinese_date, chinese_datetime
from .column import Column
from .visibility import Held

_REASONS = (Held.EMBARGO, Held.REVIEW, Held.DRAFT)


def lines(column: Column) -> Iterator[str]:
    """One line per story: scheduled ones first, by publication time, then 待审, then 草稿, each by date."""
    waiting = [brief for brief in column.everything if column.held.get(brief.source) in _REASONS]

    def order(brief: Brief) -> tuple[object, ...]:
        return _REASONS.index(column.held[brief.source]), brief.published, brief.source

    for brief in sorted(waiting, key=order):
        reason = column.held[brief.source]
        day = chinese_datetime(brief.published) if brief.has_time else chinese_date(brief.published)
        when = f"{day}发布" if reason is Held.EMBARGO else reason.value
        yield f"  {when}：《{' '.join(brief.title.split())}》（{brief.source}）"
