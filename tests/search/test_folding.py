"""What counts as the same when readers search."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.search import folding
from plugins.search.folding import BREAK, BREAKS, PASSED_OVER


def text_of(codes: Any) -> str:
    return "".join(map(chr, codes))


def folded(text: str) -> str:
    return text_of(folding.folded([text])[0])


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


@given(st.lists(st.text(alphabet=f"管城Ａ｝ ab{PASSED_OVER}{BREAKS}𠮷") | st.text(), max_size=5))
def test_texts_folded_together_are_folded_as_each_alone(texts: list[str]) -> None:
    codes, lengths = folding.folded(texts)
    cuts = [0, *accumulate(lengths.tolist())]
    assert [text_of(codes[start:end]) for start, end in pairwise(cuts)] == [folded(text) for text in texts]


@given(st.characters(codec="utf-8"))
def test_a_character_is_passed_over_or_ends_a_word_or_stands_for_itself_in_small(character: str) -> None:
    seen = folded(character)
    if character in PASSED_OVER:
        assert seen == ""
    elif character in BREAKS:
        assert seen == BREAK
    elif not "\uff01" <= character <= "\uff5e":
        assert seen == character.lower()
