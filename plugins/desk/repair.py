"""Applies the edits of findings to the bytes of a file, and makes a diff. Checking and writing to disk are left to others."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import unified_diff

from plugins.newsroom import head, registry
from plugins.newsroom.findings.problems import Edit, Problem
from plugins.newsroom.text.source import Source, decode


def apply(data: bytes, file: str, problems: Iterable[Problem]) -> bytes:
    """The bytes of `file` with all certain edits of `problems` applied: UTF-8, LF, no byte order mark.

    Of two overlapping edits the first is applied; checking the result again finds the other. Without any edit, and for a file
    that cannot be decoded without loss, the bytes are returned unchanged.
    """
    mends = [problem for problem in problems if problem.place.file == file and problem.is_mendable]
    source, _ = _decoded(data, file)
    if not mends or not source.encoding:
        return data
    return _edited(source.text, (edit for problem in mends for edit in problem.edits)).encode("utf-8")


def _decoded(data: bytes, file: str) -> tuple[Source, tuple[Problem, ...]]:
    is_registry = file.endswith((".yaml", ".yml"))
    return decode(data, file, registry.LAYOUT if is_registry else head.LAYOUT)


def _edited(text: str, edits: Iterable[Edit]) -> str:
    """`text` with the edits applied from left to right; one that begins inside its predecessor is skipped."""
    pieces, done = [], 0
    for edit in sorted(set(edits)):
        if done <= edit.start <= edit.end <= len(text):
            pieces += [text[done : edit.start], edit.replacement]
            done = edit.end
    return "".join([*pieces, text[done:]])


def diff(before: bytes, after: bytes, file: str) -> str:
    """The changes from `before` to `after`, as a unified diff of the text; "" if there are none.

    Changes that a text diff cannot show (encoding, line breaks, invisible characters) are listed above it, one per line.
    """
    if before == after:
        return ""
    old, findings = _decoded(before, file)
    new, _ = _decoded(after, file)
    notes = [f"# {file}：{finding.message}，已改好\n" for finding in findings if finding.reencode]
    lines = unified_diff(_lines(old.text), _lines(new.text), f"a/{file}", f"b/{file}")
    return "".join([*notes, *lines])


def _lines(text: str) -> list[str]:
    """The lines with their breaks; a missing last break is added, so that the diff never runs two lines together."""
    return [line + "\n" for line in text.removesuffix("\n").split("\n")] if text else []
