"""Runs the preview's builds in a long-running child process with the site in memory, restarted when the program changes.

`Builder` is the parent's side; `python -m plugins.desk.preview.builder` the child's. When to build is left to `serve`.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import posixpath
import sys
import tempfile
import traceback
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING

from plugins.desk import failing
from plugins.desk.environment import HOUSE

if TYPE_CHECKING:
    from plugins.desk.build import BuildResult
    from plugins.desk.resident import Resident

PROGRAM = ("pelicanconf.py", "publishconf.py")
LONGEST_ANSWER = 64 * 1024 * 1024  # bytes: room for the findings of a column full of errors


@dataclass(frozen=True, slots=True)
class PreviewRequest:
    """What to build. content, output: absolute paths; site_url: absolute address; colour: whether output goes to a terminal."""

    content: str
    output: str
    site_url: str
    colour: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of a build. report: the findings as text; coloured: the same for the terminal; summary: "" when not ok.

    has_errors: whether a story is missing or outdated because of errors; are_new: whether such an error is in a file just
    saved; saved: site-relative address of the story saved last, "" for none;
    kept: by address, the last good page of a story that has errors.
    """

    ok: bool
    report: str = ""
    coloured: str = ""
    summary: str = ""
    has_errors: bool = False
    are_new: bool = False
    saved: str = ""
    kept: Mapping[str, str] = field(default_factory=dict)


class Builder:
    """Builds `request` repeatedly. Whatever happens to the child, the answer is an Outcome."""

    def __init__(self, request: PreviewRequest) -> None:
        self._request = request
        self._child: asyncio.subprocess.Process | None = None
        self._stderr: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115  as long as this object

    async def build(self, changed: Iterable[Path] | None = None) -> Outcome:
        """changed: what was saved since the last call; None for everything."""
        paths = None if changed is None else sorted(changed)
        if paths is not None and any(map(_is_program, paths)):
            await self.close()
        if self._child is None or self._child.returncode is not None:
            self._child, paths = await self._start(), None
        try:
            return await self._ask(None if paths is None else [os.fspath(path) for path in paths])
        except asyncio.CancelledError:
            await self.close()
            raise

    async def close(self) -> None:
        if self._child is not None and self._child.returncode is None:
            with suppress(ProcessLookupError):
                self._child.kill()
            await self._child.wait()
        self._child = None

    async def _start(self) -> asyncio.subprocess.Process:
        path = os.pathsep.join(filter(None, (str(HOUSE), os.environ.get("PYTHONPATH", ""))))
        self._stderr.seek(0)
        self._stderr.truncate()
        return await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            __name__,
            json.dumps(asdict(self._request)),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=self._stderr,
            env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"},
            limit=LONGEST_ANSWER,
            start_new_session=True,  # Ctrl-C is for the parent, which ends the child itself
        )

    async def _ask(self, changed: list[str] | None) -> Outcome:
        child = self._child
        assert child is not None
        assert child.stdin is not None
        assert child.stdout is not None
        with suppress(ConnectionError):
            child.stdin.write(json.dumps(changed).encode() + b"\n")
            await child.stdin.drain()
        answer = await child.stdout.readline()
        if answer:
            return Outcome(**json.loads(answer))
        await self.close()
        return self._crashed()

    def _crashed(self) -> Outcome:
        """The outcome when the child died without an answer: the last line of its stderr."""
        self._stderr.seek(0)
        complaints = self._stderr.read().decode("utf-8", "replace")
        failing.log(complaints)
        lines = [line for line in complaints.splitlines() if line.strip()] or ["没有说明原因"]
        report = f"网站程序出了错：{lines[-1].strip()}\n  详情见 {failing.LOG.relative_to(HOUSE).as_posix()}\n"
        return Outcome(ok=False, report=report, coloured=report, has_errors=True, are_new=True)


def _is_program(path: Path) -> bool:
    return path.is_relative_to(HOUSE / "plugins") or (path.parent == HOUSE and path.name in PROGRAM)


def main() -> None:
    """The child's side: the request is the only argument; each input line lists saved files, each output line is an Outcome."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # output printed by libraries must not mix with the answers
    try:
        _answer_all(PreviewRequest(**json.loads(sys.argv[1])), answers)
    except Exception:
        traceback.print_exc()
        sys.exit(1)


def _answer_all(request: PreviewRequest, answers: IO[str]) -> None:
    from plugins.desk.build import Assignment  # noqa: PLC0415  the parent must not import code that may change
    from plugins.desk.resident import Resident  # noqa: PLC0415

    resident = Resident(Assignment(Path(request.content), Path(request.output), request.site_url, preview=True))
    for line in sys.stdin:
        asked = json.loads(line)
        changed = None if asked is None else list(map(Path, asked))
        outcome = _outcome(resident, resident.build(changed), changed, request)
        answers.write(json.dumps(asdict(outcome), ensure_ascii=False) + "\n")
        answers.flush()
        if resident.has_waste:
            _collect()


def _outcome(resident: Resident, result: BuildResult, changed: list[Path] | None, request: PreviewRequest) -> Outcome:
    from plugins.newsroom.findings import report  # noqa: PLC0415

    problems = result.problems
    first = _about(changed or (), {problem.place.file for problem in problems}, Path(request.content))
    wrong = {problem.place.file for problem in problems if problem.is_error}
    return Outcome(
        result.ok,
        report.as_text(problems, first=first),
        report.as_text(problems, colour=request.colour, first=first),
        result.summary,
        bool(wrong),
        not wrong.isdisjoint(first),
        resident.last_saved(changed),
        dict(resident.kept.values()),
    )


def _about(changed: Iterable[Path], files: Iterable[str], content: Path) -> frozenset[str]:
    """Those of `files`, as named in findings, that were saved or are in the folder of a saved photo."""
    saved = {path.relative_to(content.parent).as_posix() for path in changed if path.is_relative_to(content)}
    folders = {posixpath.dirname(path) for path in saved if not path.endswith(".md")}
    return frozenset(file for file in files if file in saved or posixpath.dirname(file) in folders)


def _collect() -> None:
    """Collect the garbage of the last run, while nobody waits."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


if __name__ == "__main__":
    main()
