"""A photo's place is held in the colour of a fixed palette that is nearest to its own."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom.media.placeholder import PALETTE, nearest

level = st.integers(0, 255)


def test_words_and_colours_can_stand_in_a_style_sheet() -> None:
    assert all(re.fullmatch(r"c\d\d", word) and re.fullmatch(r"#[0-9a-f]{6}", PALETTE[word]) for word in PALETTE)
    assert len(set(PALETTE.values())) == len(PALETTE) == 32


def test_a_colour_of_the_palette_is_nearest_to_itself() -> None:
    assert [nearest(tuple(bytes.fromhex(colour[1:]))) for colour in PALETTE.values()] == list(PALETTE)


@given(level, level, level)
def test_every_colour_has_one(red: int, green: int, blue: int) -> None:
    assert nearest((red, green, blue)) in PALETTE


@given(level)
def test_grey_stays_grey(grey: int) -> None:
    assert nearest((grey, grey, grey)) in ("c00", "c08", "c16", "c24")
