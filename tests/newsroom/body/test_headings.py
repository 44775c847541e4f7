"""Headings: levels, ids, and what of them stays when the text around them changes."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from plugins.newsroom.body.headings import likeness
from tests.newsroom.bodies import check, codes, html_of, marked, read


def ids(body: str) -> list[str]:
    return [heading.identifier for heading in read(body)[0].headings]


def levels(body: str) -> list[int]:
    return [heading.level for heading in read(body)[0].headings]


def test_headings_of_the_body_begin_below_the_headline() -> None:
    assert levels("# 甲\n## 乙") == [2, 3]
    assert levels("## 甲\n### 乙") == [2, 3]
    assert levels("### 甲\n#### 乙") == [2, 3]
    assert levels("# 甲\n###### 乙\n## 丙\n# 丁") == [2, 3, 3, 2]
    assert levels("甲\n===") == [2]


def test_an_id_is_made_of_the_headings_own_words() -> None:
    assert ids("## 商都遗址") == ["商都遗址"]
    assert ids("## 一、**提高**认识，APEC 2017") == ["一-提高认识-APEC-2017"]
    assert ids("## 见[甲](https://a.cn)注[^1]\n\n[^1]: 乙") == ["见甲注"]
    assert ids("## ……") == ["h"]


def test_a_written_id_is_kept_with_or_without_a_space_before_it() -> None:
    assert ids("## 甲 {#jia}\n## 乙{#yi}\n## 丙 {: #bing}") == ["jia", "yi", "bing"]
    assert read("段落\n{: #duan}")[0].anchors == ("duan",)


def test_the_same_words_again_are_called_after_the_heading_above_and_then_counted() -> None:
    body = "## 企业\n### 措施\n## 街道\n### 措施\n### 措施\n### 措施"
    assert ids(body) == ["企业", "措施", "街道", "街道-措施", "街道-措施-2", "街道-措施-3"]


@pytest.mark.parametrize("bad", ["main", "fn-1", "fnref-1", "a.b", "-a", "甲，乙"])
def test_an_id_that_cannot_stand_is_an_error_at_its_place(bad: str) -> None:
    _, (problem,) = read(f"文\n\n## 甲 {{#{bad}}}")
    assert (problem.code, problem.place.line, marked(problem)) == ("BD18", 3, f"#{bad}")


def test_an_id_given_twice_is_an_error_at_the_second() -> None:
    _, (problem,) = read("## 甲 {#x}\n\n## 乙 {#x}")
    assert (problem.code, problem.place.line) == ("BD19", 3)


def test_a_heading_named_like_a_part_of_the_page_gets_another_id() -> None:
    assert ids("## main\n## fn-1") == ["h-main", "h-fn-1"]


def test_a_written_id_goes_before_a_derived_one() -> None:
    assert ids("## 甲\n## 乙 {#甲}") == ["甲-2", "甲"]


WORDS = st.text(alphabet="管城商都遗址保护", min_size=1, max_size=4)
HEADING = st.tuples(st.integers(min_value=2, max_value=5), WORDS)


@settings(max_examples=150)
@given(st.lists(HEADING, min_size=1, max_size=8), st.integers(min_value=0, max_value=8))
def test_a_new_heading_below_all_others_leaves_every_id_alone(headings: list[tuple[int, str]], at: int) -> None:
    lines = ["## 开头"] + [f"{'#' * level} {words}" for level, words in headings]
    before = ids("\n\n".join(lines))
    at = min(at + 1, len(lines))
    after = ids("\n\n".join([*lines[:at], "###### 新的一节", *lines[at:]]))
    assert after[:at] + after[at + 1 :] == before


@settings(max_examples=100)
@given(st.lists(WORDS, min_size=1, max_size=8, unique=True), WORDS, st.integers(min_value=0, max_value=8))
def test_a_heading_with_other_words_leaves_ids_alone_wherever_it_stands(words: list[str], new: str, at: int) -> None:
    assume(new not in words)
    lines = [f"## {word}" for word in words]
    at = min(at, len(lines))
    after = ids("\n\n".join([*lines[:at], f"## {new}", *lines[at:]]))
    assert after == [*words[:at], new, *words[at:]]


@settings(max_examples=100)
@given(st.lists(st.tuples(st.integers(min_value=1, max_value=6), st.text(alphabet="甲乙- .1", max_size=3)), max_size=8))
def test_ids_are_unique_whatever_the_headings(headings: list[tuple[int, str]]) -> None:
    document, _ = read("\n\n".join(f"{'#' * level} x{words}" for level, words in headings))
    found = [heading.identifier for heading in document.headings]
    assert len(set(found)) == len(found)
    assert set(document.anchors) == set(found)
    check(html_of(document))


@given(st.text(max_size=20))
def test_a_likeness_is_its_own_likeness(words: str) -> None:
    assert likeness(likeness(words)) == likeness(words)


def test_a_link_inside_the_story_may_be_written_with_the_headings_words() -> None:
    assert (
        codes(
            "## 一、提高认识\n\n[见](#一-提高认识) [见](#一、提高认识) [见](#%E4%B8%80-%E6%8F%90%E9%AB%98%E8%AE%A4%E8%AF%86)"
        )
        == []
    )


def test_a_missing_fragment_is_an_error_that_names_the_near_one() -> None:
    _, (problem,) = read("## 整改措施\n\n见 [这里](#整改措试)。")
    assert (problem.code, marked(problem)) == ("BD11", "#整改措试")
    assert "是不是“#整改措施”？" in problem.advice
