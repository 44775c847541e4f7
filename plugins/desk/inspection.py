"""Reports what a government site inspector would find: freshness, empty sections, times, sources, links, site facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from plugins.heads.facts import missing
from plugins.newsroom.column import column as columns
from plugins.newsroom.column.column import SITE_FILE, Column
from plugins.newsroom.column.freshness import THIN, WINDOW, Freshness, freshness, untimed
from plugins.newsroom.findings.problems import Problem
from plugins.newsroom.findings.progress import Progress
from plugins.newsroom.findings.report import where
from plugins.newsroom.findings.width import width
from plugins.newsroom.story.brief import Brief
from plugins.newsroom.text.dates import SHANGHAI, chinese_date, chinese_datetime

_SHOWN = 20  # stories listed per topic
_LINKS = ("LK01", "LK02", "LK03")


@dataclass(frozen=True, slots=True)
class Report:
    """text: the report, in Chinese; failures: how many rules are broken."""

    text: str
    failures: int


def inspect(content: Path, now: datetime | None = None, progress: Progress | None = None) -> Report:
    """The report on `content`. now: the time of the inspection; the current time by default."""
    return report(columns.load(content.resolve(), now or datetime.now(SHANGHAI), progress=progress))


def report(column: Column) -> Report:
    rows = freshness(column)
    overdue = [row for row in rows if row.is_overdue(column.now)]
    empty = [row for row in rows if not row.stories]
    late, dead = (
        tuple(untimed(column)),
        [each for each in column.problems if each.code in _LINKS and not each.is_unseen],
    )
    facts, site = missing(column.registries.site), column.registries.site
    lines = [
        f"检查时刻：{chinese_datetime(column.now.astimezone(SHANGHAI))}",
        f"\n更新（首页和每个版块 {WINDOW.days} 天内要有新稿）",
        *_table(rows, column.now),
        f"\n空白版块：{_names(empty)}",
        f"内容单薄的版块（不足 {THIN} 篇）：{_names(row for row in rows if row.is_thin)}",
        f"\n没有写明时、分的稿件：{len(late)} 篇",
        *_stories(late, column.content.name),
        f"来源：{'每篇都有' if site.source else f'{SITE_FILE} 没有写“来源”，没写来源的稿件显示的是专栏全称'}",
        f"失效的站内链接：{len(dead)} 处",
        *_links(dead),
        f"标签和页脚缺少的内容：{'、'.join(facts) or '没有'}",
    ]
    failures = len(overdue) + len(empty) + bool(late) + (not site.source) + bool(dead) + bool(facts)
    lines.append(f"\n结论：{f'有 {failures} 项不合要求。' if failures else '没有发现不合要求的地方。'}")
    return Report("\n".join(lines) + "\n", failures)


def _table(rows: Iterable[Freshness], now: datetime) -> Iterator[str]:
    rows = tuple(rows)
    widest = max(width(row.name) for row in rows)
    for row in rows:
        name = row.name + " " * (widest - width(row.name))
        yield f"  {name}  {row.stories:>5} 篇  {_state_of(row, now)}"


def _state_of(row: Freshness, now: datetime) -> str:
    if row.latest is None or row.due is None:
        return "还没有稿件"
    due = chinese_datetime(row.due.astimezone(SHANGHAI))
    state = f"超期{_days(now - row.due)}" if row.is_overdue(now) else f"还剩{_days(row.due - now)}，到 {due}"
    return f"最近 {chinese_date(row.latest.astimezone(SHANGHAI).date())}，{_days(now - row.latest).strip()}前，{state}"


def _days(time: timedelta) -> str:
    """Whole days, or a phrase for less than one; to follow another word."""
    return f" {time.days} 天" if time.days else "不到 1 天"


def _names(rows: Iterable[Freshness]) -> str:
    return "、".join(row.name for row in rows) or "没有"


def _stories(briefs: tuple[Brief, ...], folder: str) -> Iterator[str]:
    yield from (f"  {folder}/{brief.source}" for brief in briefs[:_SHOWN])
    if len(briefs) > _SHOWN:
        yield f"  ……另有 {len(briefs) - _SHOWN} 篇"


def _links(problems: list[Problem]) -> Iterator[str]:
    yield from (f"  {where(problem)} {problem.message}" for problem in problems[:_SHOWN])
    if len(problems) > _SHOWN:
        yield f"  ……另有 {len(problems) - _SHOWN} 处"
