"""How long a text takes to read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom.text.reading_time import minutes


@pytest.mark.parametrize(
    ("characters", "wanted"), [(0, 0), (399, 0), (400, 1), (599, 1), (600, 2), (1200, 3), (12000, 30)]
)
def test_four_hundred_characters_are_a_minute_and_less_is_not_counted(characters, wanted):
    assert minutes("城" * characters) == wanted


def test_punctuation_and_spaces_take_no_time():
    assert minutes("城墙，" * 200 + "……" * 500 + " \n" * 500) == 1


def test_words_in_other_letters_and_numbers_count_as_words():
    assert minutes("Zhengzhou " * 238) == 1
    assert minutes("2017-08-16 " * 238) == 1
    assert minutes("城" * 400 + "don't " * 238) == 2


@given(st.text(), st.text(alphabet="城墙 a1，", max_size=2000))
def test_more_text_never_takes_less_time(text, more):
    assert 0 <= minutes(text) <= minutes(text + "\n" + more)
