"""Times our build beside stock Pelican's on the same generated stories with the same theme: `python -m tests.against_stock`.

Seconds differ from machine to machine; the ratio, taken in one run, is what counts.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.columns import Sample, make, samples

ROOT = Path(__file__).resolve().parents[1]


def write_for_stock(folder: Path, stories: int, seed: int = 1) -> Path:
    """The same stories as `columns.make`, in the form stock Pelican's Markdown reader understands."""
    for sample in samples(stories, seed):
        path = folder / f"{sample.folder}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_stock_text(sample), encoding="utf-8")
    return folder


def _stock_text(sample: Sample) -> str:
    slug = sample.folder.rsplit("-", 1)[-1]
    head = (
        f"Title: {sample.title}\nDate: {sample.published:%Y-%m-%d %H:%M}\nCategory: {sample.section}\n"
        f"Authors: {', '.join(sample.people)}\nTags: {', '.join(sample.tags)}\nSlug: story-{slug}\n"
    )
    body = "\n\n".join(sample.paragraphs).replace("/index.md)", ".md)").replace("](../../../", "](../../")
    return f"{head}\n{body}\n"


def seconds(command: list[str], **environment: str) -> tuple[float, float]:
    """Wall and CPU seconds of `command` as a whole process. Raises CalledProcessError when it fails."""
    before, start = os.times(), time.monotonic()
    subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    used = (after.children_user + after.children_system) - (before.children_user + before.children_system)
    return time.monotonic() - start, used


def compare(stories: int) -> None:
    """Print a table: our build and stock Pelican's, wall and CPU seconds, files written, ratio."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours, stock = make(folder / "ours", stories), write_for_stock(folder / "stock", stories)
        output = {"ours": folder / "out-ours", "stock": folder / "out-stock"}
        commands = {
            "ours": [sys.executable, "tasks.py", "build", "--content", str(ours), "--output", str(output["ours"])],
            "stock": [
                *[sys.executable, "-m", "pelican", str(stock), "-s", "tests/stock/pelicanconf.py"],
                *["-o", str(output["stock"]), "--fatal", "errors", "-q"],
            ],
        }
        took = {name: seconds(command) for name, command in commands.items()}
        print(f"{stories} stories, {os.cpu_count()} processors, Python {sys.version.split()[0]}")
        print(f"{'':8}{'wall s':>8}{'CPU s':>8}{'pages':>8}{'vs stock':>10}")
        for name, (wall, cpu) in took.items():
            pages = sum(1 for _ in output[name].rglob("*.html"))
            print(f"{name:8}{wall:8.2f}{cpu:8.2f}{pages:8}{wall / took['stock'][0]:10.2f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, default=1000)
    compare(parser.parse_args().stories)
