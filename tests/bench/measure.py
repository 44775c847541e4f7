"""Runs a command as a whole process and says what it took: wall and CPU seconds, and the memory of all its processes at the peak."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_BETWEEN_LOOKS = 0.05  # seconds


@dataclass(frozen=True, slots=True)
class Took:
    """wall, cpu: seconds, all processes together; peak: MB, pages that processes share counted once, 0 where nobody can tell."""

    wall: float
    cpu: float
    peak: float


def run(command: Sequence[str], folder: Path, **environment: str) -> Took:
    """Raises CalledProcessError, with what the command said, when it fails."""
    before, began = os.times(), time.monotonic()
    child = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        text=True,
    )
    watch = _Watch(child.pid)
    said, _ = child.communicate()
    wall = time.monotonic() - began
    peak, after = watch.end(), os.times()
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command, said)
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Took(wall, cpu, peak)


class _Watch:
    """Looks at the memory of a session's processes again and again, until it is ended."""

    def __init__(self, session: int) -> None:
        self._session, self._peak, self._is_over = session, 0, threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def _look(self) -> None:
        while not self._is_over.wait(_BETWEEN_LOOKS):
            self._peak = max(self._peak, sum(map(_share, _processes(self._session))))

    def end(self) -> float:
        self._is_over.set()
        self._thread.join()
        return self._peak / 1024


def _processes(session: int) -> list[Path]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, IndexError, ValueError):
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(fields[3]) == session:
                found.append(folder)
    return found


def _share(process: Path) -> int:
    """The process's proportional share of memory (Pss), in kB."""
    with suppress(OSError, ValueError, StopIteration):
        lines = (process / "smaps_rollup").read_text().splitlines()
        return int(next(line for line in lines if line.startswith("Pss:")).split()[1])
    return 0
