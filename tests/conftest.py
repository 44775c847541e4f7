"""What holds for all tests: programs of the system that some need, a plain word when they were not there, and one browser."""

from __future__ import annotations

import compileall
import gc
import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from plugins.desk import programs
from tests import newsdesk

NOT_RUN = "未运行"

# A busy machine is no fault: no example has a deadline, and none is called slow.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


def pytest_configure(config: pytest.Config) -> None:
    """Compiles the program once, for the hundreds of commands that tests start: where Python writes no bytecode by itself, each
    of them would compile what it imports, which takes as long as checking the sample."""
    if not hasattr(config, "workerinput"):
        compileall.compile_dir(newsdesk.ROOT / "plugins", quiet=1)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long begins first, so that no process is left with it when the others have done."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """A test marked `needs(…)` fails in CI where a program is missing; elsewhere it is left out, and said so at the end."""
    needed = [name for mark in item.iter_markers("needs") for name in mark.args]
    missing = programs.missing(needed)
    if missing and os.environ.get("CI"):
        pytest.fail(f"{'、'.join(missing)} must be installed in CI: see plugins/desk/programs.py", pytrace=False)
    if missing:
        pytest.skip(f"{NOT_RUN}：缺少 {'、'.join(missing)}。装上就会运行：{programs.command(missing)}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One loud line for every kind of test that could not run here."""
    skipped = terminalreporter.stats.get("skipped", [])
    reasons = [str(report.longrepr[2]).removeprefix("Skipped: ") for report in skipped]
    for reason in sorted(set(reasons)):
        terminalreporter.write_line(f"!! {reasons.count(reason)} 项测试{reason}", red=True, bold=True)


@pytest.fixture(scope="session", autouse=True)
def nothing_is_kept_for_ever() -> Iterator[None]:
    """A command leaves what its build was made of to the system, unlooked at. Here hundreds of builds share one process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gc, "freeze", lambda: None)
        yield


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium, opened once for the tests of a module: Playwright's loop bears no other beside it in one process."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as player:
        opened = player.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield opened
        opened.close()
