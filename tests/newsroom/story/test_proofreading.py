"""A story is proofread when it is read: each slip has its place and its edit, and what the head excepts is told apart."""

from __future__ import annotations

import pytest

from plugins.desk import repair
from plugins.newsroom.findings.catalogue import proofreading as catalogue
from plugins.newsroom.findings.catalogue.message import E, Message, W
from plugins.newsroom.findings.problems import Problem
from plugins.newsroom.proofreading import order
from plugins.newsroom.registry import Registries, Site
from plugins.newsroom.story.loading import Loaded, parse
from tests.newsdesk import story
from tests.newsroom.proofreading.sheets import matching

FILE = "2017/08/16-a/index.md"
COMMA, NUMBER, TWICE = "PF01", "PF02", "PF03"


@pytest.fixture(autouse=True)
def rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three rules: one that mends, one that finds errors, one that reminds."""
    made = (matching(COMMA, "(?<=[一-龥]),", "，"), matching(NUMBER, "[0-9]{8}"), matching(TWICE, "了了|李四李四"))
    monkeypatch.setattr(order, "RULES", made)
    for code, level in ((COMMA, W), (NUMBER, E), (TWICE, W)):
        monkeypatch.setitem(catalogue.MESSAGES, code, Message(level, "“{words}”不对", "请改正。"))


def _read(body: str, **head: str | None) -> Loaded:
    registries = Registries(Site("某专栏", "某专栏", "说明"))
    return parse(_text(body, **head).encode(), f"content/{FILE}", FILE, False, registries)


def _text(body: str, **head: str | None) -> str:
    return story(body, 版块=None, **head)


def _found(body: str, **head: str | None) -> list[Problem]:
    return [problem for problem in _read(body, **head).problems if problem.code.startswith("PF")]


def _mended(text: str) -> str:
    registries = Registries(Site("某专栏", "某专栏", "说明"))
    problems = parse(text.encode(), f"content/{FILE}", FILE, False, registries).problems
    wanted = [problem for problem in problems if problem.code.startswith("PF")]
    return repair.apply(text.encode(), f"content/{FILE}", wanted).decode()


def test_a_slip_is_told_at_its_place_with_its_edit():
    (problem,) = _found("第一段,**有**误。\n")
    assert (problem.code, problem.message, problem.place.line, problem.place.column) == (COMMA, "“,”不对", 7, 4)
    assert problem.place.text == "第一段,**有**误。"
    assert [edit.replacement for edit in problem.edits] == ["，"]


def test_a_head_is_proofread_like_a_body_and_code_quotations_and_licences_are_not():
    assert len(_found("正文。\n", 标题="甲,乙", 摘要="丙,丁")) == 2
    assert len(_found("> 编者按：甲,乙\n")) == 1
    body = '`甲,乙`与\n\n> 丙,丁\n>\n> - 项,目\n\n```\n戊,己\n```\n\n![图](01.jpg "张三 摄")\n'
    assert _found(body, 图片="{01.jpg: {许可: '作者,授权'}}") == []


def test_names_of_the_byline_of_credits_and_of_the_desk_are_never_doubted():
    assert [problem.code for problem in _found("来了李四李四。\n")] == [TWICE]
    assert _found("来了李四李四。\n", 责编="李四李四") == []


def test_a_hundred_commas_are_mended_together_and_nothing_else_is_touched():
    body = "".join(f"第{'一二三'[n % 3]}段,有[链,接](https://a.cn/甲,乙)和**重,点**,\\*星,号。\n\n" for n in range(40))
    text = _text(body)
    assert _mended(text) == text.replace(",", "，").replace("https://a.cn/甲，乙", "https://a.cn/甲,乙")
    assert _mended(_mended(text)) == _mended(text)


def test_what_readers_cannot_see_stops_nothing_and_of_a_withdrawn_story_only_its_head_is_seen():
    assert [problem.is_unseen for problem in _found("甲,乙。\n", 状态="草稿")] == [True]
    withdrawn = {"状态": "撤稿", "撤稿日期": "2017-08-20", "撤稿说明": "重复,已撤。"}
    assert sorted((problem.place.line, problem.is_unseen) for problem in _found("甲,乙。\n", **withdrawn)) == [
        (7, False),
        (10, True),
    ]


# -- Exceptions -------------------------------------------------------------------------------------------------------


def _with(*records: str, body: str = "甲,乙。来了了。\n") -> Loaded:
    return _read(body, 校对例外=f"[{', '.join(records)}]")


def _codes(loaded: Loaded) -> list[str]:
    return [problem.code for problem in loaded.problems if problem.code.startswith("PF")]


@pytest.mark.parametrize(
    ("record", "left"),
    [
        ("{规则: PF03, 理由: 口语}", [COMMA]),
        ("{规则: pf03, 文字: 来了了。, 理由: 口语}", [COMMA]),
        ("{rule: PF03, words: 了, reason: 口语}", [COMMA]),
        ("{规则: PF01, 文字: '甲,乙', 理由: 原文}", [TWICE]),
        ("{规则: PF03, 文字: 去了了, 理由: 口语}", [COMMA, TWICE, "PF93"]),
        ("{规则: PF01, 文字: 来了了, 理由: 口语}", [COMMA, TWICE, "PF93"]),
        ("{规则: PF03, 文字: 来了了}", [COMMA, TWICE, "PF91"]),
        ("{文字: 来了了, 理由: 口语}", [COMMA, TWICE, "PF91"]),
        ("{规则: PF0, 理由: 口语}", [COMMA, TWICE, "PF90"]),
    ],
)
def test_an_exception_counts_for_its_rule_and_words_if_it_gives_a_reason(record: str, left: list[str]):
    assert _codes(_with(record)) == left


def test_what_is_excepted_is_told_apart_with_its_reason():
    loaded = _with("{规则: PF03, 理由: 口语}", body="来了了。去了了。\n")
    (told,) = loaded.exempted
    assert (told.place.file, told.place.line) == (f"content/{FILE}", 5)
    assert (told.code, told.words, told.reason, told.count) == (TWICE, "", "口语", 2)


def test_an_error_can_be_excepted_only_where_its_rule_allows_that(monkeypatch: pytest.MonkeyPatch):
    record, body = "{规则: PF02, 理由: 公开的号码}", "电话12345678。\n"
    assert _codes(_with(record, body=body)) == [NUMBER, "PF92"]
    monkeypatch.setattr(order, "RULES", (matching(NUMBER, "[0-9]{8}", may_be_excepted=True),))
    assert _codes(_with(record, body=body)) == []


RECORDS = """---
标题: 甲
校对例外:
  - 规则: PF03
    理由: 口语
  - 规则: PF01
    文字: 丙丁,乙
    理由: 原文
  # 还要
  - 规则: PF01
    文字: 戊
    理由: 原文
日期: 2017-08-16
署名: 记者 张三
---

"""


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        ("来了了。\n", "  - 规则: PF03\n    理由: 口语\n  # 还要\n"),
        ("丙丁。\n", None),
        ("甲丙丁,乙。\n", "  - 规则: PF01\n    文字: 丙丁,乙\n    理由: 原文\n  # 还要\n"),
    ],
)
def test_exceptions_that_are_no_longer_needed_are_told_and_removed_together(body: str, kept: str | None):
    mended = _mended(RECORDS + body)
    assert _codes_of(RECORDS + body).count("PF93") == 3 - (kept or "").count("规则")
    assert mended == _without_records(kept) + body
    assert "PF93" not in _codes_of(mended)


def _codes_of(text: str) -> list[str]:
    registries = Registries(Site("某专栏", "某专栏", "说明"))
    return _codes(parse(text.encode(), f"content/{FILE}", FILE, False, registries))


def _without_records(kept: str | None) -> str:
    before, after = RECORDS.split("校对例外:\n")
    return before + (f"校对例外:\n{kept}" if kept else "") + "日期" + after.split("\n日期")[1]


def test_an_exception_in_a_story_that_cannot_be_read_whole_is_not_called_outdated():
    assert "PF93" in _codes(_read("甲。\n", 校对例外="[{规则: PF03, 理由: 口语}]"))
    assert "PF93" not in _codes(_read("甲。<iframe></iframe>\n", 校对例外="[{规则: PF03, 理由: 口语}]"))
