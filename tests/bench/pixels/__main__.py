"""Renders one set of photos our way and as plain Pillow does, then builds a column of them: `python3 tasks.py bench --pixels N`.

Seconds differ from machine to machine and from minute to minute: the ratios of one run count.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import mean

from PIL import Image

from tests import newsdesk
from tests.bench.house import ROOT
from tests.bench.measure import run

from . import photographs
from .peers import installed
from .scoring import Judge
from .ways import Made, Timed, ours, plain, timed

_JUDGED = (480, 800, 1280)  # widths in pixels
_OURS = "ours: AVIF + JPEG"
_WAYS: dict[str, Callable[[Path], Timed]] = {
    _OURS: partial(timed, ours),
    "plain Pillow: WebP + JPEG": partial(timed, partial(plain, formats=("webp", "jpeg"))),
    "plain Pillow: AVIF + JPEG": partial(timed, partial(plain, formats=("avif", "jpeg"))),
}


class Tally:
    """What one way took for all photos."""

    def __init__(self) -> None:
        self.cpu, self.sizes, self.scores = 0.0, dict[str, int](), dict[str, list[float]]()

    def count(self, made: Made, cpu: float, judge: Judge) -> None:
        self.cpu += cpu
        for (name, width), data in made.items():
            self.sizes[name] = self.sizes.get(name, 0) + len(data)
            if width in _JUDGED:
                self.scores.setdefault(name, []).append(judge.score(data))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=4)
    parser.add_argument("--folder", type=Path)
    wishes = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="pixels-") as name:
        folder = Path(name)
        paths = photographs.make(folder / "made", wishes.photos)
        paths += photographs.found(wishes.folder) if wishes.folder else []
        print(
            f"{len(paths)} photos, {wishes.photos} of them made here, {photographs.SIZE[0]}x{photographs.SIZE[1]}",
            flush=True,
        )
        _compare(paths, folder)
        _build(paths, folder)


def _compare(paths: list[Path], folder: Path) -> None:
    ways = _WAYS | installed()
    tallies, ratios = {name: Tally() for name in ways}, list[float]()
    for path in paths:
        judge = Judge(path, folder)
        for name, way in ways.items():
            made, cpu = way(path)
            tallies[name].count(made, cpu, judge)
            if name == _OURS:
                ratios += _beside_webp(made, judge)
    _print(tallies, len(paths))
    if ratios:
        print(f"AVIF of ours / WebP of equal score, bytes: {mean(ratios):.3f} in the mean, {max(ratios):.3f} at worst")


def _beside_webp(made: Made, judge: Judge) -> list[float]:
    ratios = []
    for (name, width), data in made.items():
        if name == "avif" and width in _JUDGED[1:]:
            as_good = judge.webp_as_good_as(judge.score(data), Image.open(io.BytesIO(data)).size)
            ratios += [len(data) / as_good] if as_good else []
    return ratios


def _print(tallies: dict[str, Tally], photos: int) -> None:
    print(f"{'':28}{'CPU s/photo':>12}{'x ours':>8}  {'format':6}{'kB/photo':>10}{'score':>8}{'least':>8}")
    whole = next(iter(tallies.values())).cpu
    for way, tally in tallies.items():
        head = f"{way:28}{tally.cpu / photos:12.3f}{tally.cpu / whole:8.2f}"
        for name, size in tally.sizes.items():
            scores = tally.scores[name]
            print(f"{head:48}  {name:6}{size / photos / 1000:10.1f}{mean(scores):8.1f}{min(scores):8.1f}", flush=True)
            head = ""


def _build(paths: list[Path], folder: Path) -> None:
    """A column with these photos, each the cover of its own story: from nothing, again, and with one photo more."""
    content = newsdesk.column(folder / "content")
    for number, path in enumerate(paths[:-1]):
        _tell(content, number, path)
    command = [
        sys.executable,
        "-m",
        "tests.bench.pixels.building",
        str(content),
        *(str(folder / n) for n in ("o", "c")),
    ]
    print(f"{'':28}{'wall s':>12}{'CPU s':>8}{'peak MB':>10}")
    for name in (f"{len(paths) - 1} photos, cold", "nothing changed", "one photo more"):
        if name == "one photo more":
            _tell(content, len(paths), paths[-1])
        took = run(command, ROOT)
        print(f"{name:28}{took.wall:12.2f}{took.cpu:8.2f}{took.peak:10.0f}", flush=True)


def _tell(content: Path, number: int, photo: Path) -> None:
    story = content / f"2017/08/17-photo-{number}"
    story.mkdir(parents=True)
    name = f"01{photo.suffix}"
    (story / name).write_bytes(photo.read_bytes())
    text = newsdesk.story(f'第一段。\n\n![现场]({name} "张三 摄")\n', 标题=f"照片之{number}")
    (story / "index.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
