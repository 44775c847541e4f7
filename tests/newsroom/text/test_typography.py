"""Facts about Chinese characters, line ends and sentences."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.newsroom.text.typography import (
    is_chinese,
    is_han,
    joins_without_space,
    opening,
    sentences,
    split_at_gap,
    split_at_pauses,
    width,
)


def test_han_is_han_and_nothing_else_is() -> None:
    assert all(map(is_han, "管〇㐂𠮷"))
    assert not any(map(is_han, "a1，。“あ　"))


def test_marks_that_latin_shares_stand_as_wide_as_han() -> None:
    assert width("“管城”——……·") == 2 * 9
    assert width("abc 123") == 7
    assert width("e\u0301\u200b") == 1


@pytest.mark.parametrize(
    ("headline", "halves"),
    [
        ("敢领改革风气之先　争做城市发展先锋", ("敢领改革风气之先", "争做城市发展先锋")),
        ("前半  后半", ("前半", "后半")),
        ("Zhengzhou today", ("Zhengzhou today",)),
        ("　只有一半　", ("只有一半",)),
        ("", ()),
    ],
)
def test_a_headline_parts_at_its_wide_gap_and_nowhere_else(headline: str, halves: tuple[str, ...]) -> None:
    assert split_at_gap(headline) == halves


@pytest.mark.parametrize(
    ("headline", "clauses"),
    [
        ("安置房：进度要快，质量要看全程", ("安置房：", "进度要快，", "质量要看全程")),
        ("问：“看懂了吗？”答：看懂了！！", ("问：", "“看懂了吗？”", "答：", "看懂了！！")),
        ("市委、市政府开会", ("市委、市政府开会",)),
        ("3:1，000", ("3:1，", "000")),
        ("", ()),
    ],
)
def test_a_headline_pauses_after_its_marks(headline: str, clauses: tuple[str, ...]) -> None:
    assert split_at_pauses(headline) == clauses


@given(st.text("一二a，；：。！？”）　 "))
def test_what_is_split_at_pauses_loses_nothing(headline: str) -> None:
    assert "".join(split_at_pauses(headline)) == headline


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("主动加快知", "识更新"),
        ("他说：“", "好"),
        ("“好”", "他说"),
        ("——", "这是"),
        ("……", "……"),
        ("共有APEC", "领导人"),
        ("在2017", "年"),
        ("管城", "Guancheng"),
        ("“管城”", "“商都”"),
        ("中文,", "“English”"),
        ("张三·", "李四"),
    ],
)
def test_lines_meet_without_a_space_where_chinese_is_on_either_side(before: str, after: str) -> None:
    assert joins_without_space(before, after)


@pytest.mark.parametrize(
    ("before", "after"), [("one", "two"), ("said", "“hello”"), ("2017", "08"), ("end.", "Next"), ("한국", "사람")]
)
def test_lines_of_other_scripts_keep_a_space(before: str, after: str) -> None:
    assert not joins_without_space(before, after)


def test_full_width_marks_are_chinese_and_shared_marks_are_not() -> None:
    assert all(map(is_chinese, "，。！？（）：；《》、管ＡあーＺ"))
    assert not any(map(is_chinese, "“”—…·,.a1 　"))


@pytest.mark.parametrize(
    ("paragraph", "parts"),
    [
        ("会议召开。会议强调，要落实。", ["会议召开。", "会议强调，要落实。"]),
        ("他说：“来了。走吧。”大家笑了。", ["他说：“来了。走吧。”", "大家笑了。"]),
        ("“来了。走吧”，他说。好。", ["“来了。走吧”，他说。", "好。"]),
        ("真的吗？！是的。", ["真的吗？！", "是的。"]),
        ("（见图。另见表。）后来。", ["（见图。另见表。）", "后来。"]),
        ("引号没有关：“来了。走吧。", ["引号没有关：“来了。", "走吧。"]),
        ("面积3.5平方公里。", ["面积3.5平方公里。"]),
        ("It rained. Then it stopped.", ["It rained. ", "Then it stopped."]),
        ("没有句号", ["没有句号"]),
        ("好。“来了。”他说。", ["好。", "“来了。”", "他说。"]),
    ],
)
def test_a_paragraph_parts_into_whole_sentences(paragraph: str, parts: list[str]) -> None:
    assert list(sentences(paragraph)) == parts


@given(st.text(alphabet="管城。！“”（）…— a.1，\n", max_size=40))
def test_sentences_put_together_are_the_paragraph(paragraph: str) -> None:
    assert "".join(sentences(paragraph)) == paragraph
    assert all(sentences(paragraph))


def test_the_opening_is_as_many_whole_sentences_as_fit() -> None:
    first, second, third = "甲" * 50 + "。", "乙" * 60 + "。", "丙" * 20 + "。"
    assert opening(f"{first}{second}\n{third}") == first + second
    assert opening(f"{first}\n{second}{third}") == first + second
    assert opening(first) == first
    assert opening("") == ""


def test_the_opening_passes_over_a_note_by_the_editors() -> None:
    assert opening("编者按：本期起开设专栏。\n8月16日，会议召开。") == "8月16日，会议召开。"
    assert opening("编者按：只有这一段。") == "编者按：只有这一段。"


def test_a_first_sentence_that_is_too_long_is_cut_at_a_pause() -> None:
    sentence = "会议强调，" + "要进一步提高认识，" * 20 + "确保完成。"
    cut = opening(sentence)
    assert cut.endswith("认识……")
    assert width(cut) <= 240
    assert opening("长" * 200) == "长" * 118 + "……"


def test_a_cut_prefers_a_pause_outside_quotes() -> None:
    assert opening("他指出，“" + "一，" * 150 + "二”。", columns=40) == "他指出……"


@settings(max_examples=100)
@given(st.text(alphabet="管城强调，。“”（a1 \n；", max_size=300), st.integers(min_value=20, max_value=240))
def test_an_opening_never_grows_too_wide_and_begins_as_the_text_does(text: str, columns: int) -> None:
    result = opening(text, columns)
    assert width(result) <= columns
    assert "\n" not in result
    begun = "".join(result.removesuffix("……").split())
    assert "".join(text.split()).startswith(begun)


def test_an_opening_that_stops_before_a_list_says_that_it_goes_on():
    assert opening("街道有：甲街、乙街；") == "街道有：甲街、乙街……"
    assert opening("要求如下：\n" + "长" * 300) == "要求如下……"
