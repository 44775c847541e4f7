"""The workflow that publishes while everybody sleeps: bounded, pinned, and no story waits for tests of a tested program."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

WORKFLOW = yaml.safe_load(
    (Path(__file__).resolve().parents[1] / ".github" / "workflows" / "column.yml").read_text(encoding="utf-8")
)
JOBS: dict[str, dict[str, Any]] = WORKFLOW["jobs"]


def steps() -> Iterator[dict[str, Any]]:
    for job in JOBS.values():
        yield from job["steps"]


def test_no_job_runs_for_hours() -> None:
    assert all(0 < job["timeout-minutes"] <= 60 for job in JOBS.values())


def test_every_action_is_pinned_by_its_commit() -> None:
    used = [step["uses"] for step in steps() if "uses" in step]
    assert used
    assert [name for name in used if not re.fullmatch(r"actions/[a-z-]+(?:/[a-z]+)?@[0-9a-f]{40}", name)] == []


def test_what_one_python_made_is_never_given_to_another() -> None:
    keys = [step["with"]["key"] for step in steps() if "actions/cache" in step.get("uses", "")]
    made_by_python = [key for key in keys if "outputs.key" not in key]
    assert made_by_python
    assert all("steps.python.outputs.python-version" in key for key in made_by_python)


def test_what_was_not_tested_is_never_published_and_what_was_is_not_tested_again() -> None:
    tested = "needs.known.outputs.is-tested == 'true'"
    publish = JOBS["publish"]
    assert {"known", "check", "test", "build"} == set(publish["needs"])
    assert f"({tested} || needs.test.result == 'success')" in publish["if"]
    assert "cancelled()" in publish["if"]
    assert JOBS["test"]["if"] == JOBS["windows"]["if"] == tested.replace("==", "!=")
    assert "needs" not in JOBS["check"]
    assert "needs" not in JOBS["build"]


def test_the_mark_of_a_tested_program_changes_with_every_file_but_the_stories() -> None:
    hashed = next(step["env"]["PROGRAM"] for step in JOBS["known"]["steps"] if step.get("id") == "key")
    for folder in ("plugins/**", "theme/**", "tests/**", "*.py", "requirements*.txt", ".ci/**", ".github/**"):
        assert f"'{folder}'" in hashed
    assert "content" not in hashed


@pytest.mark.parametrize("job", ["build", "publish"])
def test_an_hour_in_which_nothing_changed_keeps_nothing(job: str) -> None:
    kept = [step for step in JOBS[job]["steps"] if "actions/cache/save@" in step.get("uses", "")]
    assert [
        re.fullmatch(r"steps\.before\.outputs\.(\w+) != steps\.after\.outputs\.\1", step["if"]) is None for step in kept
    ] == [False]
    written_always = [step for step in JOBS[job]["steps"] if "actions/cache@" in step.get("uses", "")]
    assert all("hashFiles" in step["with"]["key"] for step in written_always)  # these are written once for ever


def test_two_deliveries_never_overlap() -> None:
    assert "github.ref" in WORKFLOW["concurrency"]["group"]
    assert WORKFLOW["permissions"] == {"contents": "read"}
