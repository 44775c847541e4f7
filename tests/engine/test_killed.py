"""A build may be killed at any moment: readers have the old site or the new one, whole, and the next build mends the rest."""

from __future__ import annotations

import random
import signal
import subprocess
import sys

import pytest

from plugins.desk.build import build
from tests.newsdesk import ROOT, fingerprint

from .editing import House

NOW = "2015-01-01T12:00"  # all stories are out

# A build that ends itself and its workers at the Nth operation on a file, in whichever process that falls; 0: never.
BUILD = """
import os, signal, sys
from pathlib import Path
from plugins.desk.build import build
seen, last = 0, int(sys.argv[4])
def watch(event, arguments):
    global seen
    if event in ("open", "os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir"):
        seen += 1
        if seen == last:
            os.killpg(0, signal.SIGKILL)
content, output, cache = map(Path, sys.argv[1:4])
sys.addaudithook(watch)
result = build(content, output, cache=cache, now=sys.argv[5], processors=int(sys.argv[6]))
print(seen)
sys.exit(not result.ok)
"""


def _run(house: House, last: int = 0, processors: int = 2) -> subprocess.CompletedProcess[str]:
    folders = map(str, (house.content, house.output, house.cache))
    command = [sys.executable, "-c", BUILD, *folders, str(last), NOW, str(processors)]
    return subprocess.run(command, cwd=ROOT, start_new_session=True, capture_output=True, text=True, check=False)


def _clean(house: House) -> dict[str, str]:
    output, cache = house.nothing_left()
    assert build(house.content, output, cache=cache, now=NOW).ok
    return fingerprint(output)


def _write_everywhere(house: House, number: int) -> None:
    for path in house.stories():
        path.write_text(path.read_text(encoding="utf-8") + f"\n第{number}次添写。\n", encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("processors", [1, 2])
def test_a_build_killed_at_any_operation_leaves_the_old_site_or_the_new_one(tmp_path, processors):
    house, chance = House(tmp_path, 20), random.Random(processors)
    first = _run(house, processors=processors)
    assert first.returncode == 0, first.stderr
    operations, old = int(first.stdout), _clean(house)
    for number in range(5):
        _write_everywhere(house, number)
        new = _clean(house)
        near_the_end = number % 2  # where the folders change places and the ledger is written
        last = operations - chance.randrange(12) if near_the_end else chance.randrange(1, operations)
        killed = _run(house, last, processors)
        assert killed.returncode in (-signal.SIGKILL, 0)
        assert fingerprint(house.output) in (old, new), last
        if number % 3 == 2:
            done = _run(house, processors=processors)
            assert done.returncode == 0, done.stderr
            assert fingerprint(house.output) == new
            operations = int(done.stdout) or operations
        old = fingerprint(house.output)


@pytest.mark.slow
@pytest.mark.parametrize("last", [40, 400])
def test_a_first_build_killed_before_it_ends_is_made_good_by_the_next(tmp_path, last):
    house = House(tmp_path, 20)
    assert _run(house, last).returncode == -signal.SIGKILL
    assert not house.output.exists() or (house.output / "manifest.json").exists()
    done = _run(house)
    assert done.returncode == 0, done.stderr
    assert fingerprint(house.output) == _clean(house)


def test_any_number_of_workers_makes_the_same_site(tmp_path):
    house = House(tmp_path, 40)
    made = []
    for processors in (1, 2, 8):
        output, cache = tmp_path / f"output-{processors}", tmp_path / f"cache-{processors}"
        assert build(house.content, output, cache=cache, now=NOW, processors=processors).ok
        made.append(fingerprint(output))
    assert made[0] == made[1] == made[2]
