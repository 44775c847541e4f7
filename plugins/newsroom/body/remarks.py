"""Remark: a finding about a line of a body, made before the body's position in its file is known."""

from __future__ import annotations

from dataclasses import dataclass, field

Change = tuple[
    int, int, int, str
]  # a line and two columns in it, all counted from 0, and the replacement for the text between them


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding. line, column: counted from 0; length: in characters; values: for the placeholders of its message.

    changes: the fix, if it is certain.
    """

    code: str
    line: int
    column: int = 0
    length: int = 1
    values: dict[str, object] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
