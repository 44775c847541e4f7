"""The types of the house: mypy (settings in pyproject.toml) finds nothing new, and `Any` stays rare."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[1]
MOST_ERRORS = 206  # of mypy
MOST_ANY = 250  # what the libraries without types leave us; one more wants a type of its own
_ANY = re.compile(r"\bAny\b")


@pytest.mark.slow
def test_mypy_finds_nothing_new():
    found = subprocess.run([sys.executable, "-m", "mypy"], cwd=HOUSE, capture_output=True, text=True, check=False)
    assert found.stdout.count(": error: ") <= MOST_ERRORS, found.stdout
    assert not found.stderr


def test_any_is_rare():
    files = [HOUSE / "tasks.py", *sorted((HOUSE / "plugins").rglob("*.py"))]
    counts = {file.relative_to(HOUSE).as_posix(): len(_ANY.findall(file.read_text("utf-8"))) for file in files}
    assert sum(counts.values()) <= MOST_ANY, {name: count for name, count in counts.items() if count}
