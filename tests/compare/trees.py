"""Where two folders differ, byte for byte, and where two lists of findings do."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .checkout import Finding

_BEFORE, _AFTER = 20, 60  # bytes of an excerpt around the first that differs


@dataclass(frozen=True, slots=True)
class Difference:
    """name: the file's path in its folder, or a finding's code and place; `--except` is matched with it. what: one or more lines."""

    name: str
    what: str


def in_files(base: Path, this: Path) -> Iterator[Difference]:
    """Every file that one folder lacks or whose bytes differ, in the order of their paths."""
    ours, theirs = _files(this), _files(base)
    for name in sorted(ours | theirs):
        if name not in ours:
            yield Difference(name, "missing")
        elif name not in theirs:
            yield Difference(name, "new")
        elif what := _in_bytes((base / name).read_bytes(), (this / name).read_bytes()):
            yield Difference(name, what)


def in_findings(base: Sequence[Finding], this: Sequence[Finding]) -> Iterator[Difference]:
    """Every finding that only one of the two tells; one difference more when both tell the same in another order."""
    theirs, ours = (
        Counter(json.dumps(row, ensure_ascii=False, sort_keys=True) for row in rows) for rows in (base, this)
    )
    for sign, only in (("missing", theirs - ours), ("new", ours - theirs)):
        for written in only.elements():
            yield Difference(_name(json.loads(written)), f"finding {sign}: {written}")
    if theirs == ours and list(base) != list(this):
        at = next(number for number, pair in enumerate(zip(base, this, strict=True)) if pair[0] != pair[1])
        yield Difference(_name(this[at]), f"findings in another order from number {at + 1} on")


def _name(row: Finding) -> str:
    return f"{row.get('code')} {row.get('file')}:{row.get('line')}:{row.get('column')}"


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def _in_bytes(base: bytes, this: bytes) -> str:
    """The first offset that differs, with an excerpt of both; "" when they are equal."""
    if base == this:
        return ""
    shorter = min(len(base), len(this))
    at = next((number for number in range(shorter) if base[number] != this[number]), shorter)
    head = f"differs from byte {at} on ({len(base)} and {len(this)} bytes)"
    if b"\0" in base[:1000]:
        return head
    excerpts = (data[max(0, at - _BEFORE) : at + _AFTER].decode("utf-8", "replace") for data in (base, this))
    return head + "".join(f"\n      {label} {text!r}" for label, text in zip(("BASE", "THIS"), excerpts, strict=True))
