"""Numbers as text, and where pairs of characters stand."""

from __future__ import annotations

import json
from itertools import accumulate

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.search.postings import STEP, packed, pairs, plainly_packed


def unpacked(text: str) -> list[int]:
    """As the script of the page reads it."""
    numbers, steps = [], 0
    for character in text:
        code = ord(character)
        if code == 0x20:
            steps += STEP
        else:
            numbers.append(steps + code - (0x20 if code < 0xD800 else 0x820))
            steps = 0
    return numbers


def ascending(text: str) -> list[int]:
    return [number - 1 for number in accumulate(unpacked(text))]


@given(st.sets(st.integers(0, 5 * STEP)))
@example({0, 0xD800 - 0x21, 0xD800 - 0x20 + 0xD800, 2 * STEP + 0xD800, 4 * STEP})
def test_numbers_come_back_as_they_went(numbers: set[int]) -> None:
    assert ascending(packed(sorted(numbers))) == sorted(numbers)


@given(st.lists(st.integers(0, 3 * STEP)))
def test_numbers_of_any_order_do_too(numbers: list[int]) -> None:
    assert [number - 1 for number in unpacked(plainly_packed(numbers))] == numbers


@given(st.sets(st.integers(0, 5 * STEP)))
def test_packed_numbers_are_text_that_json_and_utf_8_can_carry(numbers: set[int]) -> None:
    text = packed(sorted(numbers))
    assert json.loads(json.dumps(text, ensure_ascii=False).encode("utf-8")) == text


@given(st.text(alphabet="管城在行动𠮷a\n") | st.text())
@example("")
@example("城")
def test_every_pair_is_where_the_text_has_it_and_none_goes_over_a_break(text: str) -> None:
    found = {
        (pair, at)
        for pair, offsets in pairs(np.array([*map(ord, text)], np.uint32)).items()
        for at in ascending(offsets)
    }
    wanted = {(text[at : at + 2], at) for at in range(len(text) - 1) if "\n" not in text[at : at + 2]}
    assert found == wanted
