"""How a build stops: an exit that carries its findings. Printing them is left to who catches it, or to the gate."""

from __future__ import annotations

from collections.abc import Iterable

from .problems import Problem, in_order


class Stop(SystemExit):
    """Ends a build with exit code 1. problems: all findings, in reading order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        super().__init__(1)
        self.problems = in_order(problems)
