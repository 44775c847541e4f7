"""Copies made of plain text for tests of rules, and what becomes of a text when its slips are mended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from plugins.newsroom import registry
from plugins.newsroom.proofreading import order
from plugins.newsroom.proofreading.copy import Copy, copy_of
from plugins.newsroom.proofreading.rule import NO_TABLES, Rule, Slip, Source
from plugins.newsroom.registry import Registries
from plugins.newsroom.text.placed import Kind

CONTENT = Path(__file__).resolve().parents[3] / "content"
DAY = date(2017, 8, 16)


@cache
def registries() -> Registries:
    """Those of the column itself."""
    return registry.load(CONTENT / "data", "content/data")[0]


def copy(text: str, kind: Kind = Kind.PARAGRAPH) -> Copy:
    """A story of this text on 16 August 2017, a paragraph (or another block) a line."""
    return copy_of([(kind, line) for line in text.split("\n")], registries(), DAY, ("张三",))


def matching(
    code: str,
    pattern: str,
    replacement: str | None = None,
    *,
    signs: str = "",
    kinds: frozenset[Kind] | None = None,
    may_be_excepted: bool = False,
) -> Rule:
    """A rule that finds each match of a pattern, but no name."""

    def find(looked_at: Copy) -> Iterator[Slip]:
        for match in re.finditer(pattern, looked_at.text):
            if match.group() not in looked_at.names:
                yield Slip(*match.span(), {"words": match.group()}, replacement)

    return Rule(
        code=code,
        find=find,
        wrong="",
        right="",
        silent=(),
        source=Source(""),
        signs=signs,
        kinds=kinds,
        may_be_excepted=may_be_excepted,
    )


def found_for(rule: Rule, text: str) -> list[tuple[Rule, Slip]]:
    """What all rules find in an example of one of them, read on its day and with its tables."""
    kind = Kind.PARAGRAPH if rule.kinds is None or Kind.PARAGRAPH in rule.kinds else min(rule.kinds)
    tables = registries() if rule.tables is NO_TABLES else rule.tables
    return list(order.slips_in(copy_of([(kind, line) for line in text.split("\n")], tables, rule.day)))


def found(text: str, kind: Kind = Kind.PARAGRAPH, rules: tuple[Rule, ...] | None = None) -> list[tuple[Rule, Slip]]:
    return list(order.slips_in(copy(text, kind), order.RULES if rules is None else rules))


def mended(text: str, slips: list[tuple[Rule, Slip]]) -> tuple[str, list[tuple[str, int, int]]]:
    """The text with all replacements made; and for each of them the code of its rule and where it stands now."""
    pieces: list[str] = []
    done = length = 0
    made: list[tuple[str, int, int]] = []
    for rule, slip in sorted(slips, key=lambda pair: (pair[1].start, pair[1].end)):
        if slip.replacement is not None:
            pieces += [text[done : slip.start], slip.replacement]
            length += slip.start - done
            made.append((rule.code, length, length + len(slip.replacement)))
            length += len(slip.replacement)
            done = slip.end
    return "".join([*pieces, text[done:]]), made
