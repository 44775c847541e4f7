"""What the platform's dark mode makes of colours: figures measured with its own program, and what must hold for any colour."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from plugins.outlets.wechat import colours, schemes
from plugins.outlets.wechat.markup import Node, parse

NIGHT = colours.read(colours.DARK_GROUND)
DAY = colours.read(colours.LIGHT_GROUND)


@pytest.mark.parametrize(
    ("colour", "ratio"),
    [
        ("#666666", 3.06),
        ("#576b95", 3.30),
        ("#a3301d", 4.17),
        ("#595959", 5.26),
        ("#333333", 6.97),
        ("#821c0c", 5.52),
        ("#5f5546", 6.09),
        ("#1f4e8c", 4.76),
        ("#0b5cad", 4.98),
    ],
)
def test_contrasts_at_night_are_those_of_the_platform(colour, ratio):
    assert colours.contrast(colours.dark_text(colours.read(colour), NIGHT), NIGHT) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize(
    ("ground", "becomes"), [("#fff", "#191919"), ("#fdfaf4", "#1f1f1f"), ("#f2ecdf", "#c3beb3"), ("#000000", "#383838")]
)
def test_grounds_are_turned_round_dimmed_or_lifted(ground, becomes):
    assert colours.written(colours.dark_ground(colours.read(ground))) == becomes


@given(some.tuples(*[some.integers(0, 255)] * 3))
def test_any_colour_stays_a_colour(colour):
    for made in (colours.dark_text(colour, NIGHT), colours.dark_ground(colour), colours.dark_text(colour, DAY)):
        assert colours.read(colours.written(made))


def test_text_without_a_colour_of_its_own_is_read_against_the_ground_around_it():
    html = (
        '<section style="color:#231e18"><span>甲</span><section style="background-color:#fdfaf4"><span>乙</span></section>'
        '<span style="color:#999999">丙</span></section>丁'
    )
    first, second, third, last = schemes.readings(parse(html))
    assert (round(first.dark, 1), round(second.dark, 1), round(last.dark, 1)) == (7.0, 10.0, 7.0)
    assert second.light < first.light
    assert third.light < schemes.LEAST


def test_an_article_at_night_has_the_changed_colours_in_its_elements():
    html = '<p style="border-top:1px solid #ddd1b9;color:#231e18;background-color:#fdfaf4">甲</p>'
    (night,) = schemes.at_night(parse(html)).children
    assert isinstance(night, Node)
    assert night.get("style") == "border-top:1px solid #aca290;color:#d2c9be;background-color:#1f1f1f"
