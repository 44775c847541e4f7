"""Punctuation and characters: what is planted is restored exactly, and what newspapers print is left alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.newsroom.proofreading.copy import Copy, copy_of
from plugins.newsroom.proofreading.order import slips_in
from plugins.newsroom.registry import Registries, Site
from plugins.newsroom.text.placed import Kind

SENTENCES = (
    "8月15日上午，管城回族区委中心组举行第六次学习会；全体成员参加。",
    "会议传达了《郑州建设国家中心城市重大项目库（征求意见稿）》，项目分为三类：续建、新开、前期。",
    "区里建立“三个一”机制：一个产业、一个团队、一套方案，对项目、进度、投资（含收入）逐一比较。",
    "“四重点”是新型城镇化、产业、开放创新和生态，“一稳定”是稳定，“一保证”是党的建设。",
    "专栏“建设国家中心城市·管城在行动”已在管城区人民政府网开通，请读者关注！",
    "项目库列出2017—2020年的重大项目，占全部项目的35%，其中续建（约20%）最多。",
    "“签约了没有？拆完了没有？”督查人员说，“渣土清了没有，要一一看到。”",
    "商都历史文化区先行——三项清零要看结果：签约、拆除、清运……",
    "他说：“把‘三个一’机制落实到人，《方案》（试行）要公开。”",
    "意见（郑政〔2017〕12号）已经印发，WTO（世界贸易组织）与此无关。",
)
RADICALS = {normalize("NFKC", chr(code)): chr(code) for code in range(0x2F00, 0x2FD6)}
Plant = Callable[[re.Match[str]], str]


def as_(wrong: str) -> Plant:
    return lambda found: wrong


def around(opening: str, closing: str) -> Plant:
    return lambda found: opening + found.group()[1:-1] + closing


FAULTS: tuple[tuple[str, Plant], ...] = (
    *((mark, as_(written)) for mark, written in zip("，；：。！？", ",;:.!?", strict=True)),
    ("，(?=.)", as_(", ")),
    *((mark, as_(mark * 2)) for mark in "，、；：。"),
    *(("（[^（）]*）", around(*pair)) for pair in ("()", "(）", "（)")),
    ("“[^“”]*”", around('"', '"')),
    ("“[^“”]*”", around("“", '"')),
    ("“[^“”]*”", around("”", "“")),
    ("“[^“”]*”", around("「", "」")),
    ("‘[^‘’]*’", around("'", "'")),
    ("‘[^‘’]*’", around("“", "”")),
    *(("……", as_(dots)) for dots in ("...", "......", "。。。", "…")),
    *(("——", as_(lines)) for lines in ("--", "---", "－－", "――", "──")),
    ("(?<=[0-9])—(?=[0-9])", as_("~")),
    ("·", as_("•")),
    ("[0-9]+", lambda found: found.group().translate({code: code + 0xFEE0 for code in range(0x30, 0x3A)})),
    ("〔[0-9]+〕", around("[", "]")),
    ("〔[0-9]+〕", around("（", "）")),
    ("(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])", as_("\u200b")),
    ("(?<=[\u4e00-\u9fff，])(?=[\u4e00-\u9fff])", as_("\u00a0")),
    ("[" + "".join(RADICALS) + "]", lambda found: RADICALS[found.group()]),
)


def copy(text: str, kind: Kind = Kind.PARAGRAPH) -> Copy:
    return copy_of([(kind, line) for line in text.split("\n")], Registries(Site("专栏", "专栏", "说明")))


def codes(text: str, kind: Kind = Kind.PARAGRAPH) -> list[str]:
    return [rule.code for rule, _ in slips_in(copy(text, kind))]


def mended(text: str, kind: Kind = Kind.PARAGRAPH) -> str:
    slips = sorted((slip for _, slip in slips_in(copy(text, kind))), key=lambda slip: slip.start, reverse=True)
    for slip in slips:
        if slip.replacement is not None:
            text = text[: slip.start] + slip.replacement + text[slip.end :]
    return text


@settings(max_examples=400, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(SENTENCES), st.sampled_from(FAULTS), st.integers(0, 20)), min_size=1, max_size=4)
)
@pytest.mark.parametrize("kind", [Kind.PARAGRAPH, Kind.CELL, Kind.CAPTION, Kind.SUMMARY])
def test_what_is_planted_in_a_sentence_is_restored_exactly(kind, drawn):
    sentences, planted = [], []
    for sentence, (pattern, plant), number in drawn:
        places = list(re.finditer(pattern, sentence))
        if places:
            place = places[number % len(places)]
            sentences.append(sentence)
            planted.append(sentence[: place.start()] + plant(place) + sentence[place.end() :])
    assert mended("\n".join(planted), kind) == "\n".join(sentences)


def test_every_fault_is_planted_somewhere():
    assert all(any(re.search(pattern, sentence) for sentence in SENTENCES) for pattern, _ in FAULTS)


def test_what_newspapers_print_is_left_alone():
    assert codes("\n".join(SENTENCES)) == []


@pytest.mark.parametrize(
    "text",
    [
        "全长1,200.5米，比分3:1，上午9:30—11:30，比例为1:500，增长4.5%～5%。",
        "请看“方案.docx”、Node.js、V2.0版，Yahoo!公司与Dr.王。",
        "他说：“I have a dream, and you?” (He was right.) It's 5'11\".",
        "（1）加强领导；2）落实责任。\n1.督促检查。\na.甲；b.乙。",
        "本报讯（记者 冉红政 通讯员 姜 璞）区委中心组学习。",
        "郑州—西安高铁，中国—东盟，1—9月，京－沪。",
        "“第一段没有引完。\n“第二段才引完。”",
        "真的吗？！真的！！！",
        "运行 check --fix 命令。",
        "• 学习贯彻\n● 方案落实",
        "《通知》《办法》，“三个一”“四重点”。",
        "逐级传达，层层发动\n会议要求，宣传部门要牵头负责。",
        "“’80后”与rock’n’roll。",
        "第一条 为了加强管理，制定本办法。",
        "一家人👨\u200d👩\u200d👧出游，气温24℃，面积50㎡。",
    ],
)
def test_what_looks_like_a_slip_and_is_none(text):
    assert codes(text) == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("PF30", "会议传达了《方案，全体成员参加。"),
        ("PF30", "会议传达了方案》，全体成员参加。"),
        ("PF30", "他说：“要抓紧落实。\n会议最后结束。"),
        ("PF30", "全体成员（含列席人员参加。"),
        ("PF31", "全体成员参加。，会议结束。"),
        ("PF31", "会议（，全体成员）结束。"),
        ("PF31", "，会议结束。"),
        ("PF32", "全体成员 参加了会议。"),
        ("PF33", "会议要求认真学习，\n全体成员都要参加。"),
        ("PF33", "会议结束。全体成员参加了学\n习会。"),
        ("PF33", "区委中心组的\n全体成员参加了会议。"),
        ("PF33", "会议传达了《郑州建设国家\n中心城市方案》。"),
        ("PF34", "全体成员\ue5e5参加。"),
    ],
)
def test_what_a_person_must_decide_is_found_and_not_mended(code, text):
    assert code in codes(text)
    assert mended(text) == text


def test_the_gap_of_a_headline_stays():
    assert codes("传达学习 推动落实", Kind.TITLE) == []
    assert mended("传达学习\u00a0\u00a0推动落实", Kind.TITLE) == "传达学习\u3000推动落实"


def test_a_range_is_written_as_elsewhere_in_the_story():
    assert mended("气温20～25℃，8月15日~28日") == "气温20～25℃，8月15日～28日"


def test_two_quotations_are_not_taken_for_one_within_another():
    assert mended('“一个产业"、"一个团队”') == "“一个产业”、“一个团队”"
    assert mended('“心里有底了。"居民说，"有事就找社区。”') == "“心里有底了。”居民说，“有事就找社区。”"
    assert mended("“好，”他说，“就这样。”") == "“好，”他说，“就这样。”"


def test_a_paragraph_that_breaks_off_after_a_slip_is_told_besides():
    assert codes("会议要求认真学习,\n全体成员都要参加。") == ["PF14", "PF33"]
