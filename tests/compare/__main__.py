"""Compares two checkouts: `python -m tests.compare BASE_CHECKOUT [THIS_CHECKOUT]`; the exit code is 1 when anything differs.

Both build and check the sample, a generated column and broken ones; every file, finding and mend is compared.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from tests.bench.house import ROOT

from . import contents
from .checkout import CannotRun, Checkout, copied
from .comparison import Comparison
from .speed import Race


def main() -> int:
    wishes = _wishes()
    with tempfile.TemporaryDirectory(prefix="compare-") as name:
        folder = Path(name)
        try:
            base = copied("BASE", wishes.base.resolve(), folder / "programs/base")
            this = copied("THIS", wishes.this.resolve(), folder / "programs/this")
            if wishes.speed:
                content = contents.filler(folder / "race/content", wishes.stories, wishes.photos)
                _race(base, this, content, folder / "race", wishes.rounds)
                return 0
            content = contents.generated(folder / "generated/content", wishes.stories, wishes.photos)
            return _compare(base, this, content, folder, wishes.excepted)
        except CannotRun as trouble:
            print(trouble, file=sys.stderr)
            return 2


def _wishes() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.compare", description=__doc__)
    parser.add_argument("base", type=Path, metavar="BASE_CHECKOUT")
    parser.add_argument("this", type=Path, metavar="THIS_CHECKOUT", nargs="?", default=ROOT)
    parser.add_argument("--stories", type=int, default=1000)
    parser.add_argument("--photos", type=int, default=20, help="how many of the stories have one")
    parser.add_argument(
        "--except", dest="excepted", action="append", default=[], metavar="GLOB", help="expected to differ"
    )
    parser.add_argument("--speed", action="store_true", help="measure user CPU instead")
    parser.add_argument("--rounds", type=int, default=5, help="of --speed")
    return parser.parse_args()


def _compare(base: Checkout, this: Checkout, content: Path, folder: Path, excepted: list[str]) -> int:
    comparison = Comparison(base, this, folder / "compared", excepted, lambda line: print(line, flush=True))
    sample = Path(shutil.copytree(ROOT / "content", folder / "sample/content"))
    comparison.column("sample", sample)
    comparison.column("generated", content)
    for name, broken in contents.broken(folder / "broken").items():
        comparison.findings(name, broken)
        comparison.build(f"{name}: build", name, broken)
    print(f"{comparison.found} differences" if comparison.found else "THIS equals BASE")
    return int(comparison.found > 0)


def _race(base: Checkout, this: Checkout, content: Path, folder: Path, rounds: int) -> None:
    race = Race(base, this, content, folder)
    for number in range(1, rounds + 1):
        race.round(number)
        print(f"after round {number}:\n{race.table()}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
