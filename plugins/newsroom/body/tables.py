"""Parses table rows, written in Markdown or pasted from a spreadsheet, and rewrites them so that Markdown loses nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

Cell = tuple[int, str]  # the column at which its words begin, counted from 0, and the words

_PIECE = re.compile(r"\\.|(?P<ticks>`+)(?!`)|(?P<pipe>\|)|[^\\`|]+|\\", re.DOTALL)
_RULE_CELL = re.compile(r":?-+:?")
_BLANKS = " \t\u3000\xa0"
_TO_ASCII = str.maketrans("｜：—－─\u3000", "|:--- ")
_LEAD = re.compile(r"[ \t]*(?:[-*+●◆■•▲★·]|[（(]?[0-9一二三四五六七八九十]{1,3}[、.．)）])[ ]*\t(?=[^\t]*\Z)")


def cells(row: str) -> list[Cell]:
    """The cells of a row. A pipe after a backslash or inside code is literal; the outer pipes may be missing."""
    start = len(row) - len(row.lstrip(" "))
    end = len(row.rstrip(" "))
    pipes = [at for at in _pipes(row) if at < end]
    edges = [start - 1, *pipes, end]
    if pipes and pipes[0] == start:
        del edges[0]
    if len(edges) > 2 and pipes[-1] == end - 1:
        del edges[-1]
    return [_cell(row, left + 1, right) for left, right in pairwise(edges)]


def _cell(row: str, start: int, end: int) -> Cell:
    words = row[start:end]
    return start + len(words) - len(words.lstrip(_BLANKS)), words.strip(_BLANKS)


def _pipes(row: str) -> list[int]:
    if "\\" not in row and "`" not in row:
        return [at for at, character in enumerate(row) if character == "|"]
    found: list[int] = []
    closing = _closing_ticks(row) if "`" in row else {}
    position = 0
    while position < len(row):
        match = _PIECE.match(row, position)
        if match is None:
            break
        position = match.end()
        if match["pipe"]:
            found.append(match.start())
        elif match["ticks"]:
            position = closing.get(match.start(), position)
    return found


def _closing_ticks(row: str) -> dict[int, int]:
    """The end of the code opened by each run of backticks, by its start."""
    last: dict[int, int] = {}
    found: dict[int, int] = {}
    for match in reversed(list(re.finditer("`+", row))):
        length = len(match.group())
        if length in last:
            found[match.start()] = last[length]
        last[length] = match.end()
    return found


def is_rule(row: str) -> bool:
    """Whether a row is the delimiter row below a table's head: |---|:-:|"""
    if "|" not in row or "-" not in row or row.strip("|:- "):
        return False
    return all(_RULE_CELL.fullmatch(words) for _, words in cells(row))


def is_full_width_rule(row: str) -> bool:
    """Whether a row is a delimiter row except for full-width pipes, colons or dashes."""
    return not is_rule(row) and is_rule(in_ascii(row))


def in_ascii(rule: str) -> str:
    """A row that `is_full_width_rule`, with the ASCII signs that Markdown knows."""
    return rule.translate(_TO_ASCII)


def as_markdown(head: list[Cell], rule: list[Cell], rows: Sequence[list[Cell]]) -> list[str]:
    """The lines of a table, with every row padded to the longest, and pipes on both sides."""
    width = max(map(len, (head, rule, *rows)))
    whole = [_row(head, width, ""), _row(rule, width, "---")]
    return whole + [_row(row, width, "") for row in rows]


def _row(row: list[Cell], width: int, empty: str) -> str:
    words = [words for _, words in row] + [empty] * (width - len(row))
    return "| " + " | ".join(words) + " |"


# -- Spreadsheets --------------------------------------------------------------------------------------------------


def tabs(line: str) -> int:
    """How many tabs separate the words of a line; 0 where the only one follows an enumerator or precedes the first word."""
    if "\t" not in line.strip(_BLANKS) or _LEAD.match(line):
        return 0
    return line.rstrip(" ").count("\t")


def sheet_cells(line: str) -> list[Cell]:
    """The cells of a line pasted from a spreadsheet."""
    found, start = [], 0
    for words in line.split("\t"):
        found.append((start + len(words) - len(words.lstrip(_BLANKS)), words.strip(_BLANKS).replace("|", "\\|")))
        start += len(words) + 1
    return found


def sheet(lines: Sequence[str], first: int) -> int:
    """How many lines from lines[first] on are rows pasted from one spreadsheet; 0 when none are."""
    count = tabs(lines[first])
    if count < 1:
        return 0
    last = first + 1
    while last < len(lines) and lines[last].strip() and lines[last].rstrip(" ").count("\t") == count:
        last += 1
    return last - first if last - first > 1 else 0
