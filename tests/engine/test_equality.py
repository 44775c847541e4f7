"""Whatever happens to a house between two builds, the second gives what a build from nothing gives, byte for byte."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.desk.build import BuildResult, build
from tests.newsdesk import fingerprint

from .editing import CHANGES, ROWS, House

STEPS = st.lists(st.tuples(st.sampled_from(CHANGES), st.integers(0, 10_000)), min_size=1, max_size=8)
ROWS_OF_ALL = 4
QUIET = [HealthCheck.function_scoped_fixture, HealthCheck.data_too_large]


def _build(house: House, output: Path, cache: Path, processors: int = 1) -> BuildResult:
    now = house.now.isoformat()
    return build(house.content, output, cache=cache, house=house.folder, now=now, processors=processors)


def _clean(house: House, change: str) -> tuple[BuildResult, dict[str, str]]:
    """A build from nothing, and what it wrote."""
    output, cache = house.nothing_left(change)
    return _build(house, output, cache), fingerprint(output) if output.exists() else {}


def _told(result: BuildResult) -> list[str]:
    return [f"{problem.place} {problem.message} {problem.advice}" for problem in result.problems]


def _check(house: House, steps: list[tuple[str, int]]) -> None:
    _build(house, house.output, house.cache)
    for name, seed in steps:
        getattr(house, name)(random.Random(seed))
        before = fingerprint(house.output) if house.output.exists() else {}
        again, (clean, wanted) = _build(house, house.output, house.cache), _clean(house, name)
        assert again.ok == clean.ok, (name, again.problems, clean.problems)
        assert _told(again) == _told(clean), name
        found = fingerprint(house.output) if house.output.exists() else {}
        if clean.ok:
            assert found == wanted, (name, sorted(found.items() ^ wanted.items())[:6])
        else:
            assert found == before, (name, "a bad build touched the site")


@settings(max_examples=ROWS, suppress_health_check=QUIET)
@given(STEPS, st.integers(1, 20))
def test_after_any_row_of_changes_a_build_equals_one_from_nothing(tmp_path_factory, steps, stories):
    _check(House(tmp_path_factory.mktemp("house"), stories), steps)


@pytest.mark.slow
@settings(max_examples=ROWS, suppress_health_check=QUIET)
@given(st.lists(st.tuples(st.sampled_from(CHANGES), st.integers(0, 10_000)), min_size=6, max_size=14))
def test_the_same_after_longer_rows(tmp_path_factory, steps):
    _check(House(tmp_path_factory.mktemp("house"), 20), steps)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [4, 6])  # one that is over already, one that ends within a day
def test_a_photo_whose_time_runs_out_between_builds_is_seen_to_leave(tmp_path, seed):
    rows = [("photo", 1), ("photo", 2), ("photo_ends", seed), ("hours_pass", 1), ("hours_pass", 0)]
    _check(House(tmp_path, 6), rows)


@pytest.mark.slow
@pytest.mark.parametrize("first", range(ROWS_OF_ALL))
def test_every_kind_of_change_is_seen(tmp_path, first):
    """Each once, whatever chance does: the rows together hold them all, and in each one follows on the other."""
    _check(House(tmp_path, 12), [("photo", 1), *((change, 3) for change in CHANGES[first::ROWS_OF_ALL])])
