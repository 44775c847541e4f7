"""Reads what the tables tell of each code beyond its sentence: what it means, wrong and right. Running them is left to `trial`.

One table a domain, `tables/HD.yaml`: its name, where a text stands when a code does not say (`in`), the source of its rules, and
the codes. A code has either `wrong` and `right`, or `when`: words for what no text can show.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import cast

import yaml

from plugins.newsroom.findings.catalogue import DOMAINS, messages
from plugins.newsroom.proofreading.order import RULES
from plugins.newsroom.proofreading.rule import Rule

TABLES = Path(__file__).with_name("tables")
HEAD, BODY, STORY = "head", "body", "story"  # where a text stands; any other place is a file below the content folder

_Entry = Mapping[str, str | list[str] | dict[str, str]]


@dataclass(frozen=True)
class Explained:
    """What is told of one code. Texts are "" when there is nothing to tell.

    means: a sentence or two beyond the message; when: in words, what no text shows; wrong, right: texts, which stand at `where`;
    head, body: what the story says beside either text; files: others, by path, "" for one that is taken away;
    also: codes that cannot but be found beside it; silent: what is right although it looks similar; source: of the rule.
    """

    code: str
    source: str
    means: str = ""
    when: str = ""
    wrong: str = ""
    right: str = ""
    where: str = BODY
    head: str = ""
    body: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    also: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    is_tried: bool = False

    @property
    def is_shown(self) -> bool:
        return bool(self.wrong)


@dataclass(frozen=True)
class Domain:
    """letters: the first two of its codes; name: of the domain, in Chinese; about: one sentence on it."""

    letters: str
    name: str
    about: str
    codes: tuple[Explained, ...]


@cache
def domains() -> tuple[Domain, ...]:
    """All domains with all their codes, in the order of the catalogue. Raises KeyError for a code of which nothing is told."""
    return tuple(map(_domain, DOMAINS))


def _domain(letters: str) -> Domain:
    table = yaml.safe_load((TABLES / f"{letters}.yaml").read_text("utf-8"))
    told: Mapping[str, _Entry] = table["codes"] or {}
    rules = {rule.code: rule for rule in RULES if rule.code.startswith(letters)}
    codes = [
        _of_rule(rules[code]) if code in rules else _of_entry(code, told[code], table["source"], table.get("in", BODY))
        for code in sorted(messages(letters))
    ]
    return Domain(letters, table["name"], table["about"], tuple(codes))


def _of_entry(code: str, entry: _Entry, source: str, where: str) -> Explained:
    def text(name: str) -> str:
        return cast(str, entry.get(name, ""))

    return Explained(
        code,
        text("source") or source,
        means=text("means"),
        when=text("when"),
        wrong=text("wrong"),
        right=text("right"),
        where=text("in") or where,
        head=text("head"),
        body=text("body"),
        files=cast(dict[str, str], entry.get("files", {})),
        also=tuple(entry.get("also", ())),
        is_tried="wrong" in entry,
    )


def _of_rule(rule: Rule) -> Explained:
    """What a rule of proofreading tells of itself; its own tests hold the examples."""
    source = f"{rule.source.name}（{rule.source.since} 起）" if rule.source.since else rule.source.name
    return Explained(rule.code, source, wrong=rule.wrong, right=rule.right, silent=rule.silent)
