"""Both kinds of places for every test of delivery, and one SSH server for all of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.desk.delivery.release import Release

from . import shelves
from .shelves import Shelf


@pytest.fixture(
    params=["folder", pytest.param("host", marks=[pytest.mark.slow, pytest.mark.needs("sshd", "ssh", "rsync")])]
)
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> Shelf:
    path = tmp_path / "网站"
    if request.param == "folder":
        return shelves.folder(path)
    return shelves.host(path, request.getfixturevalue("server"))


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., Release]:
    """A finished build of the given files, in a new folder each time."""
    made: list[Release] = []

    def _make(*matter: object, **named: object) -> Release:
        made.append(shelves.release(tmp_path / f"built-{len(made)}", *matter, **named))
        return made[-1]

    return _make
