"""What was written stands on the page, in order, or there is a finding: whatever the body is made of."""

from __future__ import annotations

import re

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.newsroom.body import coverage, marks, plain
from plugins.newsroom.body.document import Document
from plugins.newsroom.body.markup import read_in_full
from plugins.newsroom.findings.problems import Place
from tests.newsroom.bodies import FOLDER, codes, html_of, junk, marked, read

WORDS = st.text("管城商都墙年月日ab3", min_size=1, max_size=8)


def paragraph(words: list[str]) -> tuple[str, str]:
    return "，".join(words) + "。", "".join(words)


def marked_up(words: list[str]) -> tuple[str, str]:
    first, *others = words
    line = f"**{first}**" + "".join(f"、[{word}](https://a.cn/x1)" for word in others)
    return line + "`码1`<b>粗</b>&amp;<!-- 暗 -->", "".join(words) + "码1粗"


def heading(words: list[str]) -> tuple[str, str]:
    return f"## {'、'.join(words)} {{#a{len(words)}{abs(hash(tuple(words)))}}}", "".join(words)


def listed(words: list[str]) -> tuple[str, str]:
    return "\n".join(f"- {word}" for word in words), "".join(words)


def numbered(words: list[str]) -> tuple[str, str]:
    rows = [f"{number}. 项{word}" for number, word in enumerate(words, start=1)]
    return "\n".join(rows), "".join(f"项{word}" for word in words)


def table(words: list[str]) -> tuple[str, str]:
    rows = "".join(f"\n| 格{word} | 乙 |" for word in words)
    return "| 头 | 二 |\n|---|---|" + rows, "头二" + "".join(f"格{word}乙" for word in words)


def quote(words: list[str]) -> tuple[str, str]:
    return "\n".join(f"> 引{word}" for word in words), "".join(f"引{word}" for word in words)


def code(words: list[str]) -> tuple[str, str]:
    return "```text\n" + "\n".join(words) + "\n```", "".join(words)


BLOCKS = st.tuples(
    st.sampled_from((paragraph, marked_up, listed, numbered, table, quote, code)),
    st.lists(WORDS, min_size=1, max_size=4),
).map(lambda pair: pair[0](pair[1]))


def shown(page: str) -> str:
    """The letters of a page as a browser has them, by a parser that is not ours."""
    return "".join(re.findall(r"[^\W_]+", "".join(html5lib.parseFragment(page).itertext())))


@settings(max_examples=150)
@given(st.lists(BLOCKS, min_size=1, max_size=6))
def test_bodies_of_every_construct_print_all_their_words_and_nothing_is_said(blocks: list[tuple[str, str]]) -> None:
    document, problems = read("\n\n<!-- -->\n\n".join(source for source, _ in blocks))
    assert shown(html_of(document)) == "".join(words for _, words in blocks)
    assert [problem for problem in problems if problem.code.startswith("BD6")] == []


@settings(max_examples=300)
@given(junk)
def test_what_nothing_is_said_of_is_printed_as_it_was_written(body: str) -> None:
    document, problems = read(body, way=read_in_full)
    if not problems:
        comparison = coverage.compare(document, marks.only_text(body), _notes(document))
        numbers = [comparison.letters.letters[part.start : part.end] for part in comparison.differences]
        assert [number for number in numbers if number.strip("1")] == []  # 1. 1. 1. is counted


def _notes(document: Document) -> list[str]:
    """The labels of the notes as the page has them at its end."""
    return re.findall(r'<li id="fn-([^"]*)">', "".join(part for part in document.parts if isinstance(part, str)))


@settings(max_examples=300)
@given(
    st.lists(
        st.sampled_from(("管城", "ab", "12", "\n", "\n\n", "- ", "1. ", "> ", "## ", "**", "，", "　　")), max_size=20
    )
)
def test_the_short_way_prints_every_word_too(pieces: list[str]) -> None:
    body = "".join(pieces)
    document = plain.read(body, lambda line, column, length: Place("x.md", line, column, length), FOLDER)
    if document is not None:
        assert coverage.compare(document, body).differences == ()


@pytest.mark.parametrize(
    ("body", "code", "under"),
    [
        ("甲\n\n<textarea>乙</textarea>", "BD13", "<textarea"),
        ("<script>\n\n甲\n\n</script>", "BD13", "<script"),
    ],
)
def test_what_is_lost_or_printed_by_mistake_is_shown_where_it_stands(body: str, code: str, under: str) -> None:
    problem = read(body)[1][0]
    assert (problem.code, marked(problem)) == (code, under)


def test_notes_stand_at_the_end_in_the_order_in_which_they_are_used() -> None:
    assert codes("甲[^b]乙[^a]\n\n[^a]: 注甲\n    续行\n\n    第二段\n\n[^b]: 注乙\n\n丙") == []


def test_where_something_is_wrong_already_nothing_is_said_twice() -> None:
    assert codes("甲<script>乙</script>丙") == ["BD13"]
