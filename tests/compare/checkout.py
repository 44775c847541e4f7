"""One of the two checkouts: a copy of its program in a folder of its own, and the commands that run it there."""

from __future__ import annotations

import compileall
import json
import os
import re
import resource
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import TypedDict

from plugins.desk import environment

NOW = "2018-01-01T08:00"
SITE_URL = "https://portal.example/zt"  # with a path, so that an address without the prefix is seen
_INSIDE = Path(__file__).with_name("inside.py")
_PACKAGE = re.compile("[-_.]+")
_STAMP = (
    "import pathlib, sys; from plugins.desk import environment as own; house = pathlib.Path.cwd();"
    "own.write_stamp(house, own.BASE); sys.exit(not own.is_ready(house, own.BASE))"
)
_LEFT_BEHIND = shutil.ignore_patterns(".*", "__pycache__", "content", "output", "output.next", "tests")


class CannotRun(Exception):
    """A checkout cannot be run as this comparison runs it. The text says which and why."""


class Finding(TypedDict, total=False):
    """A row of `check --format json`."""

    file: str
    line: int
    column: int
    code: str
    level: str
    message: str
    advice: str
    unseen: bool


@dataclass(frozen=True, slots=True)
class Said:
    """What a build said. summary: its numbers, without seconds; problems: a line for each, in the order of the build."""

    ok: bool
    summary: str
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checkout:
    """label: BASE or THIS; folder: the copied program; python: runs it."""

    label: str
    folder: Path
    python: str = sys.executable

    def build_command(self, content: Path, output: Path, cache: Path, now: str = NOW) -> list[str]:
        """now: the instant of the build, "" for this moment."""
        return [self.python, "-P", str(_INSIDE), *map(str, (content, output, cache)), SITE_URL, now]

    def build(self, content: Path, output: Path, cache: Path) -> Said:
        """Raises CannotRun when `plugins.desk.build.build` is not what `inside` calls, or ends with an exception."""
        done = self._run(self.build_command(content, output, cache))
        if done.returncode:
            raise CannotRun(
                f"{self.label}: build() failed, or its API differs from what inside.py calls:\n{done.stderr}"
            )
        said = json.loads(done.stdout.splitlines()[-1])
        return Said(said["ok"], said["summary"], tuple(said["problems"]))

    def check(self, content: Path, *wishes: str) -> list[Finding]:
        """The rows of `tasks.py check --format json`. Raises CannotRun when it prints no JSON."""
        at = ["--content", str(content), "--now", NOW]
        done = self._run([self.python, "tasks.py", "check", "--format", "json", *at, *wishes])
        try:
            rows: list[Finding] = json.loads(done.stdout)
        except ValueError:
            raise CannotRun(f"{self.label}: check --format json printed no JSON:\n{done.stdout}{done.stderr}") from None
        return rows

    def user_seconds(self, command: Sequence[str]) -> float:
        """User CPU of `command` and of all its processes that it waits for. Raises CannotRun when it fails."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        done = self._run(command)
        if done.returncode:
            raise CannotRun(f"{self.label}: {' '.join(command)} failed:\n{done.stdout}{done.stderr}")
        return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before

    def _run(self, command: Sequence[str]) -> subprocess.CompletedProcess[str]:
        known = {name: value for name, value in os.environ.items() if not name.startswith(("PUBLISH_", "PYTHONPATH"))}
        env = {**known, "PYTHONPATH": str(self.folder), "PYTHONUTF8": "1", "NO_COLOR": "1"}
        return subprocess.run(command, cwd=self.folder, env=env, capture_output=True, encoding="utf-8", check=False)


def copied(label: str, checkout: Path, folder: Path) -> Checkout:
    """The program of `checkout` copied to `folder`, compiled. The checkout itself may be edited meanwhile and is left as it is.

    Both checkouts run with the packages of the Python that compares, or with their own where their pins are others. Raises
    CannotRun when neither has what is pinned: nothing is installed here.
    """
    if not (checkout / "plugins/desk/build.py").is_file():
        raise CannotRun(f"{label}: {checkout} is no checkout of this project")
    shutil.copytree(checkout, folder, ignore=_LEFT_BEHIND)
    compileall.compile_dir(folder / "plugins", quiet=1)
    for prefix in (Path(sys.prefix), (checkout / ".venv").resolve()):
        if not _lacking(folder / environment.BASE, prefix):
            return Checkout(label, folder, _lent(label, prefix, folder))
    lacking = ", ".join(_lacking(folder / environment.BASE, Path(sys.prefix)))
    raise CannotRun(f"{label}: {sys.prefix} lacks what {checkout} pins: {lacking}")


def _lacking(requirements: Path, prefix: Path) -> list[str]:
    """The pins that the environment `prefix` does not hold in just that version. It may hold more."""
    folders = [str(path) for path in prefix.glob("lib/python*/site-packages")]
    held = {f"{_PACKAGE.sub('-', one.name).lower()}=={one.version}" for one in metadata.distributions(path=folders)}
    pins = re.findall(r"(?m)^([\w.-]+==[^\s;]+) *\\?$", requirements.read_text(encoding="utf-8"))
    return [pin for pin in pins if _PACKAGE.sub("-", pin.split("==")[0]).lower() + pin[pin.index("==") :] not in held]


def _lent(label: str, prefix: Path, folder: Path) -> str:
    """The Python of a `.venv` in `folder` whose packages are those of `prefix`, stamped as complete: `tasks.py` installs nothing."""
    own = folder / ".venv"
    own.mkdir()
    for path in prefix.iterdir():
        if path.name != "installed.json":
            (own / path.name).symlink_to(path)
    python = str(own / "bin/python")
    done = subprocess.run([python, "-c", _STAMP], cwd=folder, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise CannotRun(f"{label}: its plugins.desk.environment takes no packages that are lent to it:\n{done.stderr}")
    return python
