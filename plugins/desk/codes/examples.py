"""Reads what the tables tell of each code beyond its sentence: what it means, wrong and right. Running them is left to `trial`.

One table a domain, `tables/HD.yaml`: its name, what it is about, and its codes. A code has either `wrong` and `right`, or `when`:
words for what no text can show. What a code does not say (`source`, `when`, and `in`, where its text stands) its domain may say for
all. Rules of proofreading say most of it themselves; the table may say something else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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

_Entry = Mapping[str, str | Sequence[str] | Mapping[str, str]]


@dataclass(frozen=True)
class Explained:
    """What is told of one code. Texts are "" when there is nothing to tell.

    means: a sentence or two beyond the message; when: in words, what no text shows; wrong, right: texts, which stand at `where`;
    head, body: what the story says beside either text; files: others, by path, "" for one that is taken away;
    also: codes that cannot but be found beside it; silent: what is right although it looks similar; source: of the rule.
    A rule for what a person must decide may have no right text.
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


@dataclass(frozen=True)
class Domain:
    """letters: the first two of its codes; name: of the domain, in Chinese; about: one sentence on it."""

    letters: str
    name: str
    about: str
    codes: tuple[Explained, ...]


@cache
def domains() -> tuple[Domain, ...]:
    """All domains with all their codes, in the order of the catalogue."""
    return tuple(map(_domain, DOMAINS))


def _domain(letters: str) -> Domain:
    table = yaml.safe_load((TABLES / f"{letters}.yaml").read_text("utf-8"))
    usual = {name: table[name] for name in ("source", "in", "when") if name in table}
    rules = {rule.code: _of_rule(rule) for rule in RULES}
    codes = (
        _explained(code, {**usual, **rules.get(code, {}), **table["codes"].get(code, {})})
        for code in sorted(messages(letters))
    )
    return Domain(letters, table["name"], table["about"], tuple(codes))


def _of_rule(rule: Rule) -> _Entry:
    """What a rule of proofreading tells of itself."""
    since = f"（{rule.source.since} 起）" if rule.source.since else ""
    right = rule.right if rule.right != rule.wrong else ""
    return {"wrong": rule.wrong, "right": right, "silent": rule.silent, "source": rule.source.name + since}


def _explained(code: str, entry: _Entry) -> Explained:
    def text(name: str) -> str:
        return cast(str, entry.get(name, ""))

    return Explained(
        code,
        text("source"),
        means=text("means"),
        when="" if text("wrong") else text("when"),
        wrong=text("wrong"),
        right=text("right"),
        where=text("in") or BODY,
        head=text("head"),
        body=text("body"),
        files=cast(Mapping[str, str], entry.get("files", {})),
        also=tuple(entry.get("also", ())),
        silent=tuple(entry.get("silent", ())),
    )
