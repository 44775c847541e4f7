"""User CPU of both checkouts for the same builds, one after the other, round by round, so that a slow minute meets both.

They are built as of this moment: to read a pinned instant, a build loads much of what one that finds nothing changed goes without.
"""

from __future__ import annotations

import shutil
import statistics
import sys
from collections.abc import Callable
from pathlib import Path

from . import edits
from .checkout import SITE_URL, Checkout

_STARTS = 5  # a start is short: it is measured so often in a round


class Race:
    """content: a column that may be edited; folder: where sites and caches go."""

    def __init__(self, base: Checkout, this: Checkout, content: Path, folder: Path) -> None:
        self._both = (base, this)
        self._content, self._folder = content, folder
        self.took: dict[str, dict[str, list[float]]] = {}

    def round(self, number: int) -> None:
        order = self._both if number % 2 else self._both[::-1]
        for checkout in order:
            shutil.rmtree(self._folder / checkout.label, ignore_errors=True)
            shutil.rmtree(checkout.folder / ".cache", ignore_errors=True)
        self._measure("cold build", order, self._build)
        self._measure("nothing changed", order, self._build)
        edits.body(self._content, number)
        self._measure("one body edited", order, self._build)
        edits.headline(self._content, number)
        self._measure("one headline edited", order, self._build)
        for checkout in order:
            checkout.user_seconds(
                self._start(checkout)
            )  # with the cache of the tasks: the ones below find nothing to do
        for _ in range(_STARTS):
            self._measure("start of tasks.py build, nothing changed", order, self._start)

    def _measure(self, name: str, order: tuple[Checkout, ...], command: Callable[[Checkout], list[str]]) -> None:
        for checkout in order:
            seconds = checkout.user_seconds(command(checkout))
            self.took.setdefault(name, {}).setdefault(checkout.label, []).append(seconds)

    def _build(self, checkout: Checkout) -> list[str]:
        own = self._folder / checkout.label
        return checkout.build_command(self._content, own / "site", own / "cache", now="")

    def _start(self, checkout: Checkout) -> list[str]:
        """As an editor starts it: by the Python of the machine, which hands over to the checkout's own."""
        python = getattr(sys, "_base_executable", sys.executable)
        output = self._folder / checkout.label / "site-of-tasks"
        wishes = ["--content", str(self._content), "--output", str(output), "--site-url", SITE_URL]
        return [python, "tasks.py", "build", *wishes]

    def table(self) -> str:
        """A row for each kind of build: medians of user CPU in seconds, and THIS divided by BASE."""
        lines = [f"{'user CPU, median':44}{'BASE s':>9}{'THIS s':>9}{'THIS/BASE':>11}"]
        for name, took in self.took.items():
            base, this = (statistics.median(took[checkout.label]) for checkout in self._both)
            lines.append(f"{name:44}{base:9.3f}{this:9.3f}{this / base:11.3f}")
        return "\n".join(lines)
