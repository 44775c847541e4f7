"""The list of all rules, in the order in which they look; of two slips that overlap, the first rule's counts."""

from __future__ import annotations

from collections.abc import Iterator

from .copy import Copy
from .rule import Rule, Slip
from .rules import leaders, misspelt_people, numbering, slogans, titles, two_forms, units, wording

RULES: tuple[Rule, ...] = (
    # the newsroom's own tables
    wording.RULE,
    *titles.RULES,
    misspelt_people.RULE,
    leaders.RULE,
    *units.RULES,
    *slogans.RULES,
    *numbering.RULES,
    two_forms.RULE,
)


def slips_in(copy: Copy, rules: tuple[Rule, ...] = RULES) -> Iterator[tuple[Rule, Slip]]:
    """Every slip in the copy that no earlier rule has found."""
    taken: list[tuple[int, int]] = []
    for rule in rules:
        if rule.signs and copy.signs.isdisjoint(rule.signs):
            continue
        for slip in rule.find(copy):
            if rule.kinds and copy.passage_at(slip.start).kind not in rule.kinds:
                continue
            if all(slip.end <= start or end <= slip.start for start, end in taken):
                taken.append((slip.start, slip.end))
                yield rule, slip
