"""YAML with places."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.newsroom.text.marked import join_lines
from plugins.newsroom.text.source import Source
from plugins.newsroom.text.yaml_text import parse


def read(text: str):
    source = Source("a.yaml", text)
    return parse(
        text,
        lambda line, column, length=1: source.place_at(line + 1, column + 1, length),
        lambda line, column: source.offset_at(line + 1, column + 1),
    )


def value(text: str):
    marked, problems = read(text)
    assert problems == ()
    return marked.entries[0][1]


@pytest.mark.parametrize(
    ("written", "text", "column", "length"),
    [
        ("a: 商都", "商都", 4, 2),
        ('a: "商都"', "商都", 5, 2),
        ("a: '商都'", "商都", 5, 2),
        ("a: 2017-08-16", "2017-08-16", 4, 10),
        ("a: no", "no", 4, 2),
        ("a: ~", "", 4, 1),
        ('a: "~"', "~", 5, 1),
    ],
)
def test_a_text_stands_where_its_first_character_does(written, text, column, length):
    marked = value(written)
    assert (marked.text, marked.place.line, marked.place.column, marked.place.length) == (text, 1, column, length)


def test_a_span_covers_the_quotes():
    written = 'a: "商都"\n'
    start, end = value(written).span
    assert written[start:end] == '"商都"'


def test_without_an_offset_there_is_no_span():
    marked, _ = parse("a: b", lambda line, column, length=1: Source("a", "a: b").place_at(1, column + 1, length))
    assert marked.entries[0][1].span is None


def test_the_text_of_a_block_stands_on_the_line_below():
    place = value("a: |\n  第一行\n  第二行\n").place
    assert (place.line, place.column, place.length) == (2, 3, 3)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("a: 主动加快知\n  识更新", "主动加快知识更新"),
        ('a: "主动加快知\n  识更新"', "主动加快知识更新"),
        ("a: >\n  主动加快知\n  识更新\n", "主动加快知识更新"),
        ("a: new type\n  of town", "new type of town"),
        ("a: |\n  第一行\n  第二行\n", "第一行\n第二行\n"),
        ("a: 甲 乙\n  丙  丁", "甲 乙丙  丁"),
    ],
)
def test_folded_chinese_lines_are_joined_without_a_space(written, text):
    assert value(written).text == text


def test_lines_are_joined_with_a_space_between_latin_words_only():
    assert join_lines(["GB/T", "15834", "规定", "new"]) == "GB/T 15834规定new"


def test_a_repeated_key_is_a_finding_and_the_first_wins():
    marked, problems = read("a: 1\nb: 2\na: 3\n")
    assert [(p.code, p.place.line) for p in problems] == [("HD02", 3)]
    assert marked.get("a").text == "1"


@pytest.mark.parametrize(
    ("written", "word", "line", "column"),
    [
        ("a: b\nc: d: e", "冒号", 2, 5),
        ('a: "b', "引号", 1, 4),
        ("a: [b", "方括号", 1, 4),
        ("a: {b", "花括号", 1, 4),
        ("a: @b", "不能放在开头", 1, 4),
        ("a: *b", "引用", 1, 4),
        ('a: "\\商"', "反斜杠", 1, 5),
        ('a: "b" c', "引号、括号后面", 1, 8),
        ("a: - b", "另起一行", 1, 4),
        ("a: |x\n  b", "竖线", 1, 5),
    ],
)
def test_broken_yaml_is_one_error_in_chinese_where_it_breaks(written, word, line, column):
    marked, problems = read(written)
    assert marked is None
    assert [(p.code, p.place.line, p.place.column) for p in problems] == [("HD01", line, column)]
    assert word in problems[0].message


@pytest.mark.parametrize("written", ["[" * 5000, "- " * 5000 + "a", "{a: " * 5000])
def test_nesting_without_end_is_an_error_and_not_a_crash(written):
    _, problems = read(written)
    assert [p.code for p in problems] == ["HD01"]
    assert "嵌套" in problems[0].message


def test_a_value_that_contains_itself_is_an_error():
    _, problems = read("a: &x [*x, *x]")
    assert {p.code for p in problems} == {"HD01"}


def test_aliases_do_not_multiply_the_work():
    lines = ["l0: &l0 [a, a]"] + [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 15)]
    marked, problems = read("\n".join(lines))
    assert problems == ()
    assert len(marked.entries) == 15


@settings(max_examples=200)
@given(st.text("ab商：: -[]{}\"'|>#&*!\n\t~?,", max_size=60))
def test_any_text_is_read_or_reported(text):
    marked, problems = read(text)
    assert marked is not None or problems or not text.strip() or text.lstrip(" \n\t")[0] in "#-"
