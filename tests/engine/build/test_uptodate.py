"""Two builds that would get into each other's way take turns, others do not wait; what counts as another program."""

from __future__ import annotations

import threading
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from plugins.engine.build.uptodate import BuildFolders, libraries

PATIENCE = 20.0  # seconds; only a failing test waits so long


def place(folder: Path, content: str, output: str) -> BuildFolders:
    return BuildFolders(folder / content, folder / output, folder, folder / "cache")


@pytest.mark.parametrize("other", [("content", "output"), ("elsewhere", "output"), ("content", "elsewhere")])
def test_what_a_living_build_is_making_is_left_alone(other: tuple[str, str], tmp_path: Path) -> None:
    is_in = threading.Event()

    def build() -> None:
        with place(tmp_path, *other).locked():
            is_in.set()

    with ThreadPoolExecutor(1) as pool:
        with place(tmp_path, "content", "output").locked():
            waiting = pool.submit(build)
            assert not is_in.wait(0.2)
        waiting.result(PATIENCE)
    assert is_in.is_set()


def test_builds_of_other_columns_into_other_folders_do_not_wait(tmp_path: Path) -> None:
    with place(tmp_path, "a", "output-a").locked(), place(tmp_path, "b", "output-b").locked():
        pass


def test_a_build_that_fails_lets_the_next_one_in(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), place(tmp_path, "content", "output").locked():
        raise KeyboardInterrupt
    with place(tmp_path, "content", "output").locked():
        pass


def test_another_zlib_counts_as_another_library(monkeypatch: pytest.MonkeyPatch) -> None:
    before = libraries()
    monkeypatch.setattr(zlib, "ZLIB_RUNTIME_VERSION", "0.0")
    assert len(libraries()) == len(before)
    assert libraries() != before
