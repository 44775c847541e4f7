"""One preview build in a process of its own, so that changed plugins and templates count at once.

`build` is the parent's side; `python -m plugins.desk.preview.once` the child's. When to build is left to `serve`.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import traceback
from dataclasses import asdict, dataclass
from pathlib import Path

from plugins.desk.environment import HOUSE

LOG = HOUSE / ".cache" / "last-error.log"


@dataclass(frozen=True, slots=True)
class Order:
    """What to build. content, output: absolute paths; site_url: absolute address; colour: a terminal reads it."""

    content: str
    output: str
    site_url: str
    colour: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it. report: the findings as text; coloured: the same for the terminal; summary: "" when not ok."""

    ok: bool
    report: str = ""
    coloured: str = ""
    summary: str = ""


async def build(order: Order) -> Outcome:
    """Carry out `order` in a child process. Whatever happens to the child, the answer is an Outcome."""
    path = os.pathsep.join(filter(None, (str(HOUSE), os.environ.get("PYTHONPATH", ""))))
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        __name__,
        json.dumps(asdict(order)),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"},
        start_new_session=True,  # Ctrl-C is for the parent, which ends the child itself
    )
    try:
        answer, complaints = await child.communicate()
    except asyncio.CancelledError:
        child.kill()
        await child.wait()
        raise
    try:
        return Outcome(**json.loads(answer))
    except (ValueError, TypeError):
        return _crashed(complaints.decode("utf-8", "replace"))


def _crashed(complaints: str) -> Outcome:
    """The outcome of a child that gave no answer: its last words."""
    LOG.parent.mkdir(exist_ok=True)
    LOG.write_text(complaints, encoding="utf-8")
    lines = [line for line in complaints.splitlines() if line.strip()] or ["没有说明原因"]
    report = f"网站程序出了错：{lines[-1].strip()}\n  详情见 {LOG.relative_to(HOUSE).as_posix()}\n"
    return Outcome(ok=False, report=report, coloured=report)


def _carry_out(order: Order) -> Outcome:
    from plugins.desk import build as builder  # noqa: PLC0415  the parent must not hold on to code that may change
    from plugins.newsroom import report  # noqa: PLC0415

    result = builder.build(
        Path(order.content),
        Path(order.output),
        order.site_url,
        preview=True,
        settings_file=HOUSE / "pelicanconf.py",
    )
    coloured = report.as_text(result.problems, colour=order.colour)
    return Outcome(result.ok, report.as_text(result.problems), coloured, result.summary)


def main() -> None:
    """The child's side: the order is the one argument, the answer is the only thing on standard output."""
    answer = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what libraries print must not get between
    try:
        outcome = _carry_out(Order(**json.loads(sys.argv[1])))
    except Exception:
        traceback.print_exc()
        sys.exit(1)
    answer.write(json.dumps(asdict(outcome), ensure_ascii=False))
    answer.close()


if __name__ == "__main__":
    main()
