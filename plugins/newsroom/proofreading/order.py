"""The list of all rules, in the order in which they look; of two slips that overlap, the first rule's counts."""

from __future__ import annotations

from collections.abc import Iterator

from .copy import Copy
from .rule import Rule, Slip
from .rules import (
    backward_ranges,
    bank_cards,
    identity_cards,
    impossible_days,
    impossible_times,
    quantities,
    story_day,
    telephones,
    traditional,
    weekdays,
    year_zeros,
    years,
)

RULES: tuple[Rule, ...] = (
    # Days, quantities, numbers of people, words.
    identity_cards.RULE,
    bank_cards.RULE,
    telephones.RULE,
    weekdays.RULE,
    *story_day.RULES,
    impossible_days.RULE,
    impossible_times.RULE,
    backward_ranges.RULE,
    years.RULE,
    year_zeros.RULE,
    *quantities.RULES,
    traditional.RULE,
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
