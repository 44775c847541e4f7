"""What every rule promises by its own examples, and what no rule may do to any text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.newsroom.findings.catalogue import problem
from plugins.newsroom.findings.problems import Place
from plugins.newsroom.proofreading import order
from plugins.newsroom.proofreading.rule import Rule
from tests.newsroom.proofreading.sheets import copy, found, found_for, mended

of_every_rule = pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.code) for rule in order.RULES])
EXAMPLES = [text for rule in order.RULES for text in (rule.wrong, rule.right, *rule.silent)]
SIGNS = sorted({sign for text in EXAMPLES for sign in text if not sign.isalpha()})
PIECES = [*"，。、；：？！“”‘’（）《》〈〉【】〔〕…—－-～~·.,;:?!()[]\"'% 　0189０９管城区的了一二", *SIGNS, *EXAMPLES]


@of_every_rule
def test_the_wrong_example_is_found_by_its_rule_alone_and_is_told_in_a_sentence(rule: Rule):
    slips = found_for(rule, rule.wrong)
    assert {other.code for other, _ in slips} == {rule.code}
    for _, slip in slips:
        assert "{" not in problem(rule.code, Place("content/x.md"), slip.values).message


@of_every_rule
def test_the_right_example_and_what_only_looks_similar_are_left_alone_by_all_rules(rule: Rule):
    for text in (rule.right, *rule.silent):
        assert [(other.code, text) for other, _ in found_for(rule, text)] == []


@of_every_rule
def test_a_mend_makes_the_right_example_of_the_wrong_one(rule: Rule):
    slips = found_for(rule, rule.wrong)
    if any(slip.replacement is not None for _, slip in slips):
        assert mended(rule.wrong, slips)[0] == rule.right


@of_every_rule
def test_a_rule_is_not_skipped_where_it_would_find_something(rule: Rule):
    """Its signs are characters of which every slip holds at least one."""
    assert not rule.signs or set(rule.signs) & copy(rule.wrong).signs


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_whatever_the_text_slips_lie_within_a_block_and_a_mend_leaves_nothing_to_mend_there(text: str):
    looked_at = copy(text)
    slips = found(text)
    for _, slip in slips:
        passage = looked_at.passage_at(slip.start)
        assert passage.start <= slip.start <= slip.end <= passage.end
        assert slip.replacement is None or slip.replacement != text[slip.start : slip.end]
    again, made = mended(text, slips)
    for rule, slip in found(again):
        if slip.replacement is not None:
            assert not [one for one in made if one[0] == rule.code and one[1] < slip.end and slip.start < one[2]]
