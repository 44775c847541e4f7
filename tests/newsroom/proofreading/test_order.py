"""The rules look one after another, and of two slips that overlap the first rule's counts."""

from __future__ import annotations

import time

from plugins.newsroom.proofreading.copy import HIDDEN, copy_of
from plugins.newsroom.proofreading.order import slips_in
from plugins.newsroom.proofreading.rule import Rule
from plugins.newsroom.text.placed import Kind
from tests.newsroom.proofreading.sheets import copy, matching, registries


def told(text: str, *rules: Rule) -> list[tuple[str, int, int]]:
    return [(each.code, slip.start, slip.end) for each, slip in slips_in(copy(text), rules)]


def test_of_overlapping_slips_that_of_the_first_rule_counts():
    assert told("甲乙丙丁", matching("A", "乙丙"), matching("B", "[甲丙丁]")) == [("A", 1, 3), ("B", 0, 1), ("B", 3, 4)]
    assert told("甲乙丙丁", matching("A", "[乙丁]"), matching("B", "甲.*")) == [("A", 1, 2), ("A", 3, 4)]


def test_a_gap_between_characters_is_no_part_of_either_but_is_taken_once():
    assert told(
        "甲乙", matching("A", "(?<=甲)"), matching("B", "(?<=甲)"), matching("C", "甲|乙"), matching("D", "甲乙")
    ) == [
        ("A", 1, 1),
        ("C", 0, 1),
        ("C", 1, 2),
    ]


def test_a_rule_looks_only_where_its_signs_occur_and_in_blocks_of_its_kinds():
    assert told("甲乙", matching("A", "甲", signs="丙"), matching("B", "甲", kinds=frozenset({Kind.TITLE}))) == []
    assert told("甲乙", matching("A", "甲", signs="丙乙"), matching("B", "乙", kinds=frozenset({Kind.PARAGRAPH}))) == [
        ("A", 0, 1),
        ("B", 1, 2),
    ]


def test_code_quotations_and_addresses_are_not_legible():
    blocks = [(Kind.CODE, "甲"), (Kind.QUOTATION, "乙"), (Kind.PARAGRAPH, "丙https://a.cn/丁")]
    text = copy_of(blocks, registries()).text
    assert text == f"{HIDDEN}\n{HIDDEN}\n丙{HIDDEN * 13}丁\n"


def test_a_text_of_nothing_but_slips_takes_time_in_proportion_to_its_length():
    def seconds(length: int) -> float:
        started = time.process_time()
        assert len(told("甲" * length, matching("A", "甲"), matching("B", "甲"))) == length
        return time.process_time() - started

    seconds(100)
    assert seconds(40_000) < 40 * seconds(4_000) + 0.1
