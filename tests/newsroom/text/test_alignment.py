"""Where two texts differ: the stretches rebuild the one from the other, in linear time."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom.text.alignment import Stretch, differences

TEXTS = st.text("甲乙丙12", max_size=60)


@given(TEXTS, TEXTS)
def test_what_is_outside_the_stretches_is_equal(written: str, printed: str) -> None:
    stretches = differences(written, printed)
    ends = [Stretch(0, 0, 0, 0), *stretches, Stretch(len(written), 0, len(printed), 0)]
    for before, after in pairwise(ends):
        assert written[before.end : after.start] == printed[before.printed_end : after.printed_start]
    assert all(part.start < part.end or part.printed_start < part.printed_end for part in stretches)


def test_a_few_words_lost_from_a_long_text_are_found_exactly() -> None:
    text = "".join(chr(0x4E00 + (number * 7919) % 5000) for number in range(30_000))
    printed = text[:500] + text[520:9_000] + "新" + text[9_000:]
    assert differences(text, printed) == (Stretch(500, 520, 500, 500), Stretch(9_000, 9_000, 8_980, 8_981))


def test_what_changed_places_is_one_stretch_in_each() -> None:
    text = "".join(chr(0x4E00 + (number * 7919) % 5000) for number in range(4_000))
    assert len(differences(text, text[3_000:] + text[:3_000])) == 2
