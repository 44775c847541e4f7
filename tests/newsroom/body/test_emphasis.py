"""Marks of emphasis beside Han and full-width punctuation, and the signs that are none."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.newsroom.bodies import html, read


@pytest.mark.parametrize(
    "text",
    [
        "长3*5米、宽2*4米",
        "长5米*宽3米*高2米",
        "138****1234，4101**********1234",
        "2*3*4",
        "2**3**4",
        "2 * 3 * 4",
        "尾号****的，尾号****的",
        "张*明、李*华、王*。",
        "张*、李*等",
        "姓名：____电话：____。",
        "snake_case_x",
        "3~5",
    ],
)
def test_signs_of_the_text_stay(text: str) -> None:
    assert html(text) == f"<p>{text}</p>"


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("甲*强调*乙", "甲<em>强调</em>乙"),
        ("**“重点”**后文", "<strong>“重点”</strong>后文"),
        ("他说**“好”**。", "他说<strong>“好”</strong>。"),
        ("**时间：**8月", "<strong>时间：</strong>8月"),
        ("共**3**项，共*3*项", "共<strong>3</strong>项，共<em>3</em>项"),
        ("**甲****乙**", "<strong>甲</strong><strong>乙</strong>"),
        ("*甲**乙**丙*丁", "<em>甲<strong>乙</strong>丙</em>丁"),
        ("~~“甲”~~乙", "<del>“甲”</del>乙"),
        ("**~~甲~~**", "<strong><del>甲</del></strong>"),
    ],
)
def test_marked_words_are_marked(text: str, inner: str) -> None:
    assert html(text) == f"<p>{inner}</p>"


def test_words_that_are_struck_out_are_none_of_the_words() -> None:
    assert read("~~原定二十日~~改为三十日。")[0].text == "改为三十日。"
    assert read("甲<del>乙<b>丙</b></del>丁<s>戊</s>")[0].text == "甲丁"
    assert read("甲</s>乙<s>丙")[0].text == "甲乙丙"


@settings(max_examples=300)
@given(
    st.lists(
        st.sampled_from(["*", "**", "***", "_", "~~", "甲", "“乙”", "Word", "3", " ", "，", "[丙](https://a.cn)"]),
        max_size=16,
    )
)
def test_marks_that_overlap_lose_no_letter(pieces: list[str]) -> None:
    body = "文" + "".join(pieces)
    expected = body.replace("[丙](https://a.cn)", "丙")
    page = re.sub("<[^>]*>", "", html(body))
    assert re.sub(r"[\W_]", "", page) == re.sub(r"[\W_]", "", expected)
