"""The list of all rules, in the order in which they look; of two slips that overlap, the first rule's counts."""

from __future__ import annotations

from collections.abc import Iterator

from .copy import Copy
from .rule import Rule, Slip
from .rules import (
    blanks_between_han,
    broken_paragraphs,
    compatibility_characters,
    contradicting_marks,
    corner_quotes,
    dashes,
    document_numbers,
    doubled_marks,
    ellipses,
    full_width_letters,
    half_width_brackets,
    half_width_marks,
    invisible_characters,
    middle_dots,
    nested_titles,
    private_characters,
    quotation_marks,
    ranges,
    unpaired_marks,
    unusual_blanks,
)

_CHARACTERS = (
    invisible_characters.RULE,
    unusual_blanks.RULE,
    compatibility_characters.RULE,
    private_characters.RULE,
    document_numbers.RULE,
    full_width_letters.RULE,
)
_PUNCTUATION = (
    doubled_marks.RULE,
    ellipses.RULE,
    dashes.RULE,
    ranges.RULE,
    middle_dots.RULE,
    half_width_brackets.RULE,
    half_width_marks.RULE,
    *quotation_marks.RULES,
    corner_quotes.RULE,
    nested_titles.RULE,
    broken_paragraphs.RULE,
    unpaired_marks.RULE,
    contradicting_marks.RULE,
    blanks_between_han.RULE,
)
RULES: tuple[Rule, ...] = (
    *_CHARACTERS,
    *_PUNCTUATION,
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
