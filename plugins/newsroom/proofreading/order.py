"""The list of all rules, in the order in which they look; of two slips that overlap, the first rule's counts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from .copy import Copy
from .rule import Rule, Slip
from .rules import (
    backward_ranges,
    bank_cards,
    blanks_between_han,
    broken_paragraphs,
    compatibility_characters,
    conjunctions,
    contradicting_marks,
    corner_quotes,
    dashes,
    document_numbers,
    doubled_marks,
    ellipses,
    fixed_phrases,
    fixed_words,
    full_width_letters,
    half_width_brackets,
    half_width_marks,
    identity_cards,
    impossible_days,
    impossible_times,
    invisible_characters,
    leaders,
    middle_dots,
    misspelt_people,
    nested_titles,
    numbering,
    private_characters,
    quantities,
    quotation_marks,
    ranges,
    repeated,
    slogans,
    story_day,
    telephones,
    titles,
    traditional,
    two_forms,
    units,
    unpaired_marks,
    unusual_blanks,
    weekdays,
    wording,
    year_zeros,
    years,
)

_PERSONAL_NUMBERS = (
    identity_cards.RULE,
    bank_cards.RULE,
    telephones.RULE,
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
_DAYS_AND_WORDS = (
    weekdays.RULE,
    *story_day.RULES,
    impossible_days.RULE,
    impossible_times.RULE,
    backward_ranges.RULE,
    years.RULE,
    year_zeros.RULE,
    *quantities.RULES,
    traditional.RULE,
    *repeated.RULES,
    *fixed_words.RULES,
    conjunctions.RULE,
)
_TABLES = (
    wording.RULE,
    *titles.RULES,
    misspelt_people.RULE,
    leaders.RULE,
    *units.RULES,
    *slogans.RULES,
    *numbering.RULES,
    two_forms.RULE,
    fixed_phrases.RULE,  # the newsroom's own names come first
)
RULES: tuple[Rule, ...] = (
    *_PERSONAL_NUMBERS,
    *_CHARACTERS,
    *_PUNCTUATION,
    *_DAYS_AND_WORDS,
    *_TABLES,
)


def slips_in(copy: Copy, rules: tuple[Rule, ...] = RULES) -> Iterator[tuple[Rule, Slip]]:
    """Every slip in the copy that does not overlap one found before."""
    taken: list[tuple[int, int]] = []  # the ranges of the slips found, in the order of the text
    for rule in rules:
        if rule.signs and copy.signs.isdisjoint(_each(rule.signs)):
            continue
        for slip in rule.find(copy):
            if rule.kinds and copy.passage_at(slip.start).kind not in rule.kinds:
                continue
            at = bisect_left(taken, (slip.start, slip.end))
            if not any(_clash(slip, *other) for other in taken[max(0, at - 1) : at + 1]):
                taken.insert(at, (slip.start, slip.end))
                yield rule, slip


@cache
def _each(signs: str) -> frozenset[str]:
    """The single signs: of two sets only the smaller one need be gone through, and some rules have thousands of signs."""
    return frozenset(signs)


def _clash(slip: Slip, start: int, end: int) -> bool:
    """Whether a slip overlaps the range [start, end), or both are the same gap between two characters."""
    return (slip.start < end and start < slip.end) or slip.start == start == end == slip.end
