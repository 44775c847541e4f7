"""What a task refuses is said in the words of the catalogue, each sentence with the values it needs."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.newsroom.findings.catalogue import messages, problem
from plugins.newsroom.findings.problems import Place
from plugins.newsroom.findings.refusals import Refusal

HOUSE = Path(__file__).resolve().parents[2]
MODULES = [HOUSE / "tasks.py", *sorted((HOUSE / "plugins/desk").rglob("*.py"))]
OF_TASKS = set(messages("TK"))


def nodes() -> Iterator[ast.AST]:
    for module in MODULES:
        yield from ast.walk(ast.parse(module.read_text(encoding="utf-8")))


def refusals() -> Iterator[tuple[str, set[str]]]:
    """Every code that is named where something is refused, with the names of the values that are given."""
    for node in nodes():
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Refusal.of":
            given = {keyword.arg or "" for keyword in node.keywords}
            named = (one.value for one in ast.walk(node.args[0]) if isinstance(one, ast.Constant))
            yield from ((str(code), given) for code in named)


def test_each_sentence_gets_the_values_it_needs() -> None:
    wanting = [(code, given) for code, given in refusals() if set(messages(code[:2])[code].example) - given]
    assert wanting == []
    assert len(list(refusals())) > 40


def test_no_sentence_of_the_tasks_is_left_over_and_none_is_missing() -> None:
    written = {str(node.value) for node in nodes() if isinstance(node, ast.Constant)}
    assert {word for word in written if word[:2] == "TK" and word[2:].isdecimal()} == OF_TASKS


@pytest.mark.parametrize("code", sorted(OF_TASKS))
def test_a_refusal_is_one_line_that_says_what_to_do(code: str) -> None:
    said = str(Refusal.of(code, **messages("TK")[code].example))
    assert "\n" not in said
    assert "。" in said


def test_nobody_catches_it_and_the_process_ends_with_1() -> None:
    with pytest.raises(SystemExit) as ended:
        raise Refusal.of("TK33")
    assert ended.value.code == 1


def test_findings_of_the_content_are_carried_in_reading_order() -> None:
    first, second = (problem("FI07", Place(file)) for file in ("content/a.md", "content/b.md"))
    assert Refusal([second, first, second]).problems == (first, second)
