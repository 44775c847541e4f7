"""What counts as the same when readers search."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.search.folding import BREAK, folded


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("姜 璞", "姜璞"),
        ("拆迁清零　安置先行", "拆迁清零安置先行"),
        ("《商都》文化", "商都文化"),
        ("“三个一”机制", "三个一机制"),
        ("ＡＢＣ１２３", "abc123"),
        ("3.5%", "３.５％"),
        ("Pelican", "PELICAN"),
    ],
)
def test_spaces_marks_width_and_case_do_not_count(text: str, same: str) -> None:
    assert folded(text) == folded(same)


@pytest.mark.parametrize("text", ["甲，乙", "甲。乙", "甲、乙", "甲；乙", "甲\n乙", "甲！乙"])
def test_where_a_sentence_pauses_a_word_ends(text: str) -> None:
    assert folded(text) == f"甲{BREAK}乙"


@given(st.text())
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    once = folded(text)
    assert folded(once) == once or any(len(letter.lower()) > 1 for letter in text)
