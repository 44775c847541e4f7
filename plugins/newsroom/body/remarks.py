"""A remark in the lines of a body: what the reading of its lines found, before anything knows where the body stands in its file."""

from __future__ import annotations

from dataclasses import dataclass, field

Change = tuple[
    int, int, int, str
]  # a line and two columns of it, all counted from 0, and what shall stand between them


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding. line, column: counted from 0; length: in characters; values: what its sentences name.

    changes: the mend, if it is certain.
    """

    code: str
    line: int
    column: int = 0
    length: int = 1
    values: dict[str, object] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
