"""The count as one value, before it is printed or written: its sentences, its tables, and the columns that each table has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from plugins.newsroom.column.column import Column as Content
from plugins.newsroom.column.counting import CELLS, OF_PEOPLE, By, Cell, Rate, Row, Table, tables, unsigned
from plugins.newsroom.column.pieces import Kind, Piece, held_in, pieces, published_in
from plugins.newsroom.column.visibility import Held

from .span import Span

Value = str | Fraction | Decimal


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table. value: a text, a count or money, for one row; is_summed: whether the last row adds it up."""

    head: str
    value: Callable[[Row], Value]
    is_summed: bool = True


@dataclass(frozen=True, slots=True)
class Report:
    """title: the whole name of the column and the stretch; facts: sentences above the tables; notes: below them."""

    title: str
    facts: tuple[str, ...]
    tables: tuple[Table, ...]
    notes: tuple[str, ...]
    span: Span
    has_fees: bool

    def columns(self, table: Table) -> tuple[Column, ...]:
        """All columns that a table can have: whether anything was reposted changes nothing."""
        shown = [Column(table.by.value, lambda row: row.label or f"（没有写{table.by.value}）", is_summed=False)]
        if table.by is By.PERSON:
            shown.append(Column("身份", lambda row: row.role, is_summed=False))
        shown += [_of_cell(cell) for cell in CELLS]
        if self.has_fees and table.by in OF_PEOPLE:
            shown.append(Column("稿酬（元）", lambda row: row.fee))
        return tuple(shown)


def _of_cell(cell: Cell) -> Column:
    kind, is_repost = cell
    return Column(f"转载{kind.value}" if is_repost else kind.value, lambda row: row.count(cell))


def report_on(content: Content, span: Span, which: Iterable[By], rate: Rate | None) -> Report:
    """Count the column's stretch. which: the tables wanted; rate: None where no fees are asked for."""
    registries = content.registries
    found, is_shared = tuple(pieces(content, span.first, span.last)), registries.site.shares_co_authored
    counted = tables(found, which, is_shared=is_shared, name=registries.qualified_name, rate=rate)
    facts = (
        f"{span}：{_published(content, span, found)}",
        f"没有计入：{_left_out(content, span)}。",
    )
    notes = tuple(_notes(found, counted, is_shared, rate is not None))
    return Report(f"{registries.site.title}　{span.name}统计", facts, counted, notes, span, rate is not None)


def _published(content: Content, span: Span, found: Iterable[Piece]) -> str:
    reposts = sum(piece.is_repost for piece in found if piece.kind is Kind.STORY)
    stories = len(published_in(content, span.first, span.last))
    return f"发布 {stories} 篇，其中原创 {stories - reposts} 篇，转载 {reposts} 篇。"


def _left_out(content: Content, span: Span) -> str:
    held = Counter(held_in(content, span.first, span.last))
    reasons = [f"{reason.value} {held[reason]} 篇" for reason in Held if held[reason]]
    broken = content.tally.reported
    return "，".join([*reasons, *([f"有错的 {broken} 篇（请先运行 check）"] if broken else [])]) or "没有"


def _notes(found: tuple[Piece, ...], counted: Iterable[Table], is_shared: bool, has_fees: bool) -> Iterator[str]:
    shown = {table.by for table in counted}
    if not shown.isdisjoint(OF_PEOPLE):
        yield f"几个人共同署名的，{'平分' if is_shared else '各计一次'}。"
        nobodys: Mapping[Kind, int] = unsigned(found)
        listed = "，".join(f"{kind.value} {nobodys[kind]}" for kind in Kind if nobodys.get(kind))
        if listed:
            yield f"没有计到个人的：{listed}（署的是本专栏或机构、资料图片，或者没有写名字）。"
    if By.UNIT in shown and any(len(piece.units) > 1 for piece in found):
        yield "一篇稿件写了几个单位的，每个单位各计一次。"
    if has_fees and not shown.isdisjoint(OF_PEOPLE):
        yield "转载的不计稿酬。"
