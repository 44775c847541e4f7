"""What Git leaves where two versions could not be merged: one error a conflict, with both ends and both names, and nothing else."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom.column import column as columns
from plugins.newsroom.text import conflicts
from plugins.newsroom.text.dates import SHANGHAI
from tests.newsdesk import SECTIONS, column, story

NOW = datetime(2017, 9, 1, 8, 0, tzinfo=SHANGHAI)
UP, DOWN = "<" * 7, ">" * 7  # spelt out nowhere: a test looks for them in the files of the house
CONFLICT = f"{UP} HEAD\n{{}}\n=======\n{{}}\n{DOWN} 修改\n"
UNITS = "- id: beixiajie\n  name: 北下街街道办事处\n  short: 北下街\n"
BOTH = (
    "- id: nanguan\n  name: 南关街道办事处\n  short: 南关\n",
    "- id: xidajie\n  name: 西大街街道办事处\n  short: 西大街\n",
)


def found(text: str) -> list[tuple[str, int]]:
    return [(one.code, one.place.line) for one in conflicts.find(text.encode(), "content/a.md")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("2017/08/20-a/index.md", story(CONFLICT.format("九成。", "八成。"))),
        ("2017/08/20-a/index.md", story("```\n" + CONFLICT.format("甲", "乙") + "```\n").replace("\n", "\r\n")),
        ("2017/08/20-a/index.md", story().replace("标题: 一篇好稿\n", CONFLICT.format("标题: 甲", "标题: 乙"))),
        ("2017/08/20-a/index.md", story("> " + CONFLICT.format("甲", "乙").replace("\n", "\n> "))),
        (
            "pages/lianxi/index.md",
            "---\n" + CONFLICT.format("标题: 甲", "标题: 乙") + "日期: 2017-08-01\n---\n\n联系。\n",
        ),
        ("data/sections.yaml", SECTIONS + CONFLICT.format("- id: a\n  name: 甲", "- id: b\n  name: 乙")),
        ("data/site.yaml", CONFLICT.format("name: 某专栏\ndescription: 甲", "name: 某专栏\ndescription: 乙")),
        ("2017/08/20-a/备忘.txt", CONFLICT.format("甲", "乙")),
    ],
    ids=["body", "fenced CRLF", "head", "quoted", "page", "sections", "site", "other text"],
)
def test_a_conflict_in_any_text_is_one_error_that_names_both_ends_and_both_names(tmp_path, name, text):
    read = columns.load(column(tmp_path / "content", {name: text}), NOW)
    (error,) = [finding for finding in read.problems if finding.is_error]
    first = text.split("\n").index(next(line for line in text.split("\n") if UP in line)) + 1
    last = next(number for number, line in enumerate(text.split("\n"), 1) if DOWN in line)
    assert (error.code, error.place.file, error.place.line) == ("FI20", f"content/{name}", first)
    assert f"第 {first} 行到第 {last} 行" in error.message
    assert "“HEAD”" in error.message
    assert "“修改”" in error.message


def test_a_branch_is_named_in_utf_8_also_where_the_text_is_gbk(tmp_path):
    before, after = story("甲乙丙丁。\n@").encode("gbk").split(b"@")
    data = before + CONFLICT.format("x", "y").encode() + after
    read = columns.load(column(tmp_path / "content", {"2017/08/20-a/index.md": data}), NOW)
    (error,) = [finding for finding in read.problems if finding.is_error]
    assert error.code == "FI20"
    assert "“修改”" in error.message


def test_units_of_both_versions_are_known_to_the_stories(tmp_path):
    files = {
        "data/units.yaml": UNITS + CONFLICT.format(*BOTH),
        "2017/08/20-a/index.md": story(单位="南关"),
        "2017/08/21-b/index.md": story(单位="西大街"),
    }
    read = columns.load(column(tmp_path / "content", files), NOW)
    assert [finding.code for finding in read.problems if finding.is_error] == ["FI20"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"甲\n{UP} HEAD\n乙\n", [("FI21", 2)]),
        (f"甲\n=======\n乙\n{DOWN} xiugai\n", [("FI21", 4)]),
        ("||||||| 0a1b2c3d\n甲\n", [("FI21", 1)]),
        (
            f"{UP} HEAD\n甲\n||||||| merged common ancestors\n{UP}<< a\n=========\n{DOWN}>> b\n=======\n{DOWN} c\n",
            [("FI20", 1)],
        ),
        ("小标题\n=======\n\n|甲|\n|||||||\n", []),
        (f"{DOWN}更多\n{DOWN}> 更多\n=======\n", []),
    ],
    ids=["upper half", "lower half", "base alone", "merge of merges", "underline and row", "arrows"],
)
def test_half_a_conflict_is_an_error_and_what_only_looks_like_one_is_none(text, expected):
    assert found(text) == expected


@given(
    st.lists(
        st.sampled_from([f"{UP} a", "=======", "||||||| 0a1b2c3", f"{DOWN} b", f"{UP}< c", f"{DOWN}> d", "甲"]),
        max_size=12,
    )
)
def test_conflicts_never_overlap_and_both_versions_keep_every_line_at_its_number(lines):
    data = "\n".join(lines).encode()
    numbers = [finding.place.line for finding in conflicts.find(data, "a.md")]
    assert numbers == sorted(set(numbers))
    assert {version.count(b"\n") for version in conflicts.versions(data)} == {data.count(b"\n")}
