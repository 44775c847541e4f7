"""Resolves rows of single characters in a byline: 姜 璞 文 柳 军 图 is two names and two crafts. Longer runs are left to `runs`."""

from __future__ import annotations

from .kinds import Finding, Name, Single, SingleWork, Token, Tokens, Work
from .words import has_compound_surname, is_name

_SINGLES = (Single, SingleWork)
_CONJUNCTIONS = "和与及"
_CONJUNCTION, _DOUBTFUL_NAME, _LEFT_OVER = 1, 1000, 1000000  # costs of a reading; the cheapest reading wins


def with_pairs(tokens: Tokens) -> tuple[Tokens, list[Finding]]:
    """The tokens with every row of single characters read as names and crafts; a doubtful row is a finding.

    A row that cannot be read completely, or in two equally good ways, becomes Unread: a single character is never a name.
    """
    result: Tokens = []
    findings: list[Finding] = []
    for row in _rows(tokens):
        if not isinstance(row[0], _SINGLES):
            result += row
            continue
        cost, ways, read = _cheapest(row)
        if cost >= _LEFT_OVER or ways > 1:
            result += [token.as_unread() for token in row]
            continue
        if cost >= _DOUBTFUL_NAME:
            findings.append(Finding("BL09", row[0].start, row[-1].end))
        result += read
    return result, findings


def _rows(tokens: Tokens) -> list[Tokens]:
    """The tokens in rows: single characters separated only by spaces form one row, every other token its own."""
    rows: list[Tokens] = []
    for token in tokens:
        left = rows[-1][-1] if rows else None
        if (
            left
            and isinstance(left, _SINGLES)
            and isinstance(token, _SINGLES)
            and token.before
            and not token.before.strip()
        ):
            rows[-1].append(token)
        else:
            rows.append([token])
    return rows


def _cheapest(row: Tokens) -> tuple[int, int, Tokens]:
    """(lowest cost, number of readings with that cost, the first of them), computed from the end of the row."""
    best: list[tuple[int, int, Tokens]] = [(0, 1, [])]
    for i in range(len(row) - 1, -1, -1):
        options = [(cost + best[-1][0], best[-1][1], [*read, *best[-1][2]]) for cost, read in _alone(row[i])]
        if i + 1 < len(row):
            options += [
                (cost + best[-2][0], best[-2][1], [*read, *best[-2][2]]) for cost, read in _pair(*row[i : i + 2])
            ]
        least = min(cost for cost, _, _ in options)
        cheapest = [option for option in options if option[0] == least]
        best.append((least, sum(ways for _, ways, _ in cheapest), cheapest[0][2]))
    return best[-1]


def _alone(token: Token) -> list[tuple[int, Tokens]]:
    if isinstance(token, SingleWork):
        return [(0, [Work(token.text, token.start, token.end, token.before, token.after, craft=token.craft)])]
    return [(_CONJUNCTION, [])] if token.text in _CONJUNCTIONS else [(_LEFT_OVER, [token])]


def _pair(left: Token, right: Token) -> list[tuple[int, Tokens]]:
    """The two as one name, if possible: of the craft characters only 文 occurs in names; 欧 阳 may lack a given name."""
    text = left.text + right.text
    if "图" in text or text == "文文" or not is_name(text):
        return []
    cost = _DOUBTFUL_NAME if "文" in text or has_compound_surname(text) else 0
    name = Name(text, left.start, right.end, left.before, right.after, right.note)
    return [(cost, [name])]
