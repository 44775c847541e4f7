"""Runs both checkouts on one column after another and reports where what they make, find or mend is not the same."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from fnmatch import fnmatchcase
from pathlib import Path

from . import trees
from .checkout import Checkout, Said
from .edits import EDITS
from .trees import Difference

_SHOWN = 40  # differences of one step; the rest is counted


class Comparison:
    """folder: where sites, caches and mended columns go; excepted: globs of names of differences that are expected."""

    def __init__(
        self, base: Checkout, this: Checkout, folder: Path, excepted: Iterable[str], tell: Callable[[str], None]
    ) -> None:
        self._both = (base, this)
        self._folder = folder
        self._excepted = tuple(excepted)
        self._tell = tell
        self.found = 0

    def column(self, name: str, content: Path) -> None:
        """Findings, mends, a cold build, and a build after each edit. The edits stay in `content`."""
        self.findings(name, content)
        self.build(f"{name}: cold build", name, content)
        for edit, change in EDITS.items():
            change(content)
            self.build(f"{name}: {edit}", name, content)

    def findings(self, name: str, content: Path) -> None:
        """What `check` finds in `content`, then what `check --fix` makes of a copy of it and still finds there."""
        base, this = (checkout.check(content) for checkout in self._both)
        self._report(f"{name}: {len(this)} findings", trees.in_findings(base, this))
        mended = [self._folder / checkout.label / "mended" / name / content.name for checkout in self._both]
        for copy in mended:
            shutil.copytree(content, copy)
        base, this = (checkout.check(copy, "--fix") for checkout, copy in zip(self._both, mended, strict=True))
        self._report(f"{name}: mended by check --fix", (*trees.in_files(*mended), *trees.in_findings(base, this)))

    def build(self, step: str, name: str, content: Path) -> None:
        """Build `content` into the site that each checkout has of the column `name`, and compare what was said and written."""
        places = [self._folder / checkout.label for checkout in self._both]
        outputs = [place / "sites" / name for place in places]
        base, this = (
            checkout.build(content, output, place / "caches" / name)
            for checkout, output, place in zip(self._both, outputs, places, strict=True)
        )
        files = sum(path.is_file() for path in outputs[1].rglob("*"))
        self._report(f"{step}, {files} files", (*_in_words(base, this), *trees.in_files(*outputs)))
        if not this.ok:
            self._tell(f"    THIS does not build it: {len(this.problems)} problems")

    def _report(self, step: str, differences: Iterable[Difference]) -> None:
        every = list(differences)
        counted = [one for one in every if not any(fnmatchcase(one.name, glob) for glob in self._excepted)]
        self.found += len(counted)
        excepted = f" ({len(every) - len(counted)} excepted)" if len(every) > len(counted) else ""
        self._tell(f"{step}: {f'{len(counted)} differences' if counted else 'equal'}{excepted}")
        for one in counted[:_SHOWN]:
            self._tell(f"    {one.name}: {one.what}")
        if len(counted) > _SHOWN:
            self._tell(f"    … and {len(counted) - _SHOWN} more")


def _in_words(base: Said, this: Said) -> Iterable[Difference]:
    """What the two builds said otherwise."""
    if (base.ok, base.summary) != (this.ok, this.summary):
        yield Difference("summary", f"\n      BASE {base.ok} {base.summary!r}\n      THIS {this.ok} {this.summary!r}")
    for line in (line for line in base.problems if line not in this.problems):
        yield Difference("problem", f"missing: {line}")
    for line in (line for line in this.problems if line not in base.problems):
        yield Difference("problem", f"new: {line}")
