"""Headlines in lines: nothing is lost, no word is cut, no mark stands where it may not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.share_images.faces import writable
from plugins.share_images.setting import broken, cut, lines_of, pieces, written


def _em(character: str) -> float:
    return 0.5 if character.isascii() else 1.0


def _lines(text: str, room: float) -> list[str]:
    return [written(line) for line in broken(pieces(text, _em), _em, room)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("管城区召开推进会，要求年底完成", ["管城区召开推进会，", "要求年底完成"]),
        ("统筹推进城市建设管理和民生工作", ["统筹推进城市建设", "管理和民生工作"]),
        ("“我为群众办实事”活动进社区", ["“我为群众办实事”", "活动进社区"]),
        ("视频号与 Bilibili 同步直播", ["视频号与 Bilibili", "同步直播"]),
        ("生产总值同比增长八点五8.5%", ["生产总值同比增", "长八点五8.5%"]),
        ("短", ["短"]),
    ],
)
def test_a_headline_breaks_where_it_pauses_else_in_lines_of_one_length(text, lines):
    assert _lines(text, 11) == lines


_TEXT = st.text("管城区Ab1.-%，。：“”（）《》—… 、", max_size=60)


@given(_TEXT, st.integers(4, 14))
def test_nothing_is_lost_and_no_line_is_too_wide(text, room):
    lines = _lines(text, room)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(sum(map(_em, line)) <= room for line in lines)
    assert len(lines) == lines_of(pieces(text, _em), _em, room)


@given(st.lists(st.sampled_from(["管城", " Bilibili ", "8.5%", "（一期）", "，", "“路”：", "区"]), max_size=20))
def test_no_word_is_cut_and_no_mark_begins_or_ends_a_line_that_may_not(parts):
    lines = _lines("".join(parts), 13)
    assert " ".join(lines).count("Bilibili") == parts.count(" Bilibili ")
    for line, following in pairwise(lines):
        assert line[-1] not in "“（8."
        assert following[0] not in "，”：）%.5"


def test_a_line_that_is_cut_ends_in_an_ellipsis_behind_a_whole_word():
    (line,) = broken(pieces("同步直播 Bilibili", _em), _em, 20)
    assert cut(line, _em, 8) == "同步直播……"
    assert cut(line, _em, 20) == "同步直播 Bilibili……"


def test_what_no_face_can_write_leaves_no_crossed_box():
    assert writable("开工😀 👨‍👩‍👧大吉1\ufe0f\u20e3") == "开工 大吉1"
    assert writable("\U000323af氏") == "〓氏"
    assert writable("𠮷䶮①℃㎡—“”") == "𠮷䶮①℃㎡—“”"
