"""How names are compared."""

from __future__ import annotations

import pytest

from plugins.newsroom.text.names import closed_up, closest


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("姜 璞", "姜璞"),
        ("姜\u3000璞", "姜璞"),
        (" 姜 璞 ", "姜璞"),
        ("阿卜杜拉•艾山", "阿卜杜拉·艾山"),
        ("John  Smith", "John Smith"),
        ("A 区", "A 区"),
        ("", ""),
    ],
)
def test_spaces_inside_chinese_names_and_kinds_of_dots_do_not_count(written, compared):
    assert closed_up(written) == compared


def test_the_closest_name_is_told_when_only_one_is_close():
    known = {"东大街": "东大街", "西大街": "西大街", "南关": "南关", "nanguan": "南关"}
    assert closest("东大接", known) == "东大街"
    assert closest("南官", known) == "南关"
    assert closest("nangun", known) == "南关"
    assert closest("南大街", known) == ""
    assert closest("天气预报", known) == ""
    assert closest("", known) == closest("南关", {}) == ""


def test_a_name_closer_than_the_rest_wins():
    known = {name: name for name in ("北下街街道办事处", "南关街道办事处", "西大街街道办事处")}
    assert closest("北下街街道办事外", known) == "北下街街道办事处"
