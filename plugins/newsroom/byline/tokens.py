"""Splits a byline into tokens: half-width forms, brackets, neighbours. Passes that join tokens are in `joins`."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache

from . import words
from .joins import joined_up
from .kinds import Body, Desk, Finding, Identity, Name, Single, Stock, Token, Tokens, Unread, Wire, Work
from .runs import tokens_of

_MARKS = "\u0300-\u036f"
_LATIN = "A-Za-z\u00c0-\u024f"
_ATOM = rf"[^\W_](?:[^\W_]|[{_MARKS}])*"
_RUN = re.compile(rf"{_ATOM}(?:·{_ATOM}|(?<=[{_LATIN}])[.'’-](?=[{_LATIN}]){_ATOM})*(?:(?<=\b[{_LATIN}])\.)?")
_BRACKETED = re.compile(r"\(([^()]*)\)")
_BULLETS = frozenset("□■●○◆◇▲△▼▽★☆◎▪▫◼◻◾◽|/+⁄")
_BEFORE_LINE = "".join(_BULLETS) + " -:*"
_LOOKALIKES = (
    dict.fromkeys("丨｜│┃∣︱￨", "|")
    | dict.fromkeys("⁄∕／", "/")
    | dict.fromkeys("•・‧･．∙⋅·", "·")
    | dict.fromkeys("（【〔［〖[", "(")
    | dict.fromkeys("）】〕］〗]", ")")
)


def cut(text: str) -> tuple[Tokens, list[Finding]]:
    """The tokens of a byline in the order written, and the findings. Offsets count characters of `text`."""
    plain = _with_labels(half_width(text))
    pairs, strays = _brackets(plain)
    findings = [Finding("BL04", at, at + 1) for at in strays]
    findings += _notes_to_both_sides(plain, pairs)
    tokens = _with_notes(text, plain, _note_candidates(plain, pairs))
    tokens, doubts = joined_up(tokens, text)
    return tokens, findings + doubts


def half_width(text: str) -> str:
    """`text` with full-width forms, bars, dots, brackets and spaces normalised, character for character."""
    return "".join(map(_half_width, text))


def one_line(text: str) -> str:
    """`text` with line breaks, control and invisible characters replaced by spaces, character for character."""
    return "".join(" " if character != "\u3000" and _half_width(character) == " " else character for character in text)


@lru_cache(maxsize=8192)
def _half_width(character: str) -> str:
    if character in _LOOKALIKES:
        return _LOOKALIKES[character]
    if "！" <= character <= "～":
        return chr(ord(character) - 0xFEE0)
    is_blank = character.isspace() or unicodedata.category(character) in ("Cc", "Cf", "Zs", "Zl", "Zp")
    return " " if is_blank else character


def _with_labels(plain: str) -> str:
    """【记者】张三 【通讯员】李四 as 记者:张三 通讯员:李四, if the line begins with a label in brackets."""
    opening = _BRACKETED.search(plain)
    if opening is None or not _is_label(opening[1]) or plain[: opening.start()].strip(_BEFORE_LINE):
        return plain
    return _BRACKETED.sub(lambda match: f" {match[1]}:" if _is_label(match[1]) else match[0], plain)


def _is_label(bracketed: str) -> bool:
    """Whether the text is only roles, crafts or desk labels: 记者, 文/图, 责任编辑."""
    tokens = _scan(bracketed, 0, len(bracketed))
    return bool(tokens) and all(isinstance(token, (Work, Identity, Desk)) for token in tokens)


def _notes_to_both_sides(plain: str, pairs: list[tuple[int, int]]) -> list[Finding]:
    """Roles in brackets that may belong to either side: 记者 张三（通讯员）李四; not 张三（记者） 李四（通讯员）."""
    if plain.rstrip().endswith(")"):
        return []
    notes = [pair for pair in pairs if words.IDENTITY.fullmatch(plain[pair[0] + 1 : pair[1] - 1].strip())]
    return [
        Finding("BL31", start, end)
        for start, end in notes
        if plain[:start].strip(_BEFORE_LINE) and _RUN.match(plain[end:].lstrip())
    ]


def _brackets(plain: str) -> tuple[list[tuple[int, int]], list[int]]:
    """((start, end) of every pair, outer before inner), and the offsets of unpaired brackets."""
    open_at: list[int] = []
    pairs: list[tuple[int, int]] = []
    strays: list[int] = []
    for at, character in enumerate(plain):
        if character == "(":
            open_at.append(at)
        elif character == ")" and open_at:
            pairs.append((open_at.pop(), at + 1))
        elif character == ")":
            strays.append(at)
    return sorted(pairs), sorted(strays + open_at)


def _note_candidates(plain: str, pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The outermost pairs that do not contain a byline of their own: （实习）, but not （记者 张三） or （摄）."""
    notes: list[tuple[int, int]] = []
    for start, end in pairs:
        if not (notes and start < notes[-1][1]) and not _holds_byline(plain, start + 1, end - 1):
            notes.append((start, end))
    return notes


def _holds_byline(plain: str, start: int, end: int) -> bool:
    tokens = _scan(plain, start, end)
    has_role = any(isinstance(token, (Work, Identity, Desk, Wire)) for token in tokens)
    has_name = any(isinstance(token, (Name, Body, Single)) for token in tokens)
    return bool(tokens) and (all(isinstance(token, Work) for token in tokens) or (has_role and has_name))


def _with_notes(text: str, plain: str, candidates: list[tuple[int, int]]) -> Tokens:
    """The tokens, with notes attached to the names they follow; other brackets are read as part of the line."""
    masked = _masked(plain, candidates)
    tokens = _scan(masked, 0, len(masked))
    notes: list[tuple[int, int]] = []
    for start, end in candidates:
        before = max((i for i, token in enumerate(tokens) if token.end <= start), default=-1)
        owner = tokens[before] if before >= 0 else None
        if owner and _takes_note(owner, masked[owner.end : start]):
            tokens[before] = replace(owner, note=" ".join(one_line(text[start + 1 : end - 1]).split()))
            notes.append((start, end))
        elif owner is None or isinstance(owner, Work) or not plain[start + 1 : end - 1].strip():
            tokens = sorted([*tokens, *_scan(plain, start + 1, end - 1)], key=_start)
        else:
            tokens = sorted([*tokens, Unread(text[start:end], start, end)], key=_start)
    return _with_neighbours(tokens, _masked(plain, notes))


def _takes_note(token: Token, between: str) -> bool:
    return isinstance(token, (Name, Body, Stock, Single)) and not token.note and not between.strip()


def _start(token: Token) -> int:
    return token.start


def _masked(plain: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        plain = plain[:start] + ")" * (end - start) + plain[end:]
    return plain


def _scan(plain: str, start: int, end: int) -> Tokens:
    """The tokens of plain[start:end], run by run. After 来源： a whole run is one outlet, whatever it looks like."""
    tokens: Tokens = []
    read_to, names_source = start, False
    runs = list(_RUN.finditer(plain, start, end))
    for run in runs:
        tokens += _strange(plain, read_to, run.start())
        names_source = names_source and not (
            isinstance(tokens[-1], Body) and not _has_comma(plain[read_to : run.start()])
        )
        is_label = run is not runs[-1] and plain[run.end() : end].lstrip().startswith(":")
        if names_source and not is_label and not _is_known(run[0]):
            tokens.append(Body(run[0], run.start(), run.end()))
        else:
            tokens += tokens_of(run[0], run.start(), is_label)
            names_source = any(isinstance(token, Desk) and token.role == "source" for token in tokens[-2:])
        read_to = run.end()
    return tokens + _strange(plain, read_to, end)


def _has_comma(between: str) -> bool:
    return "、" in between or "," in between


def _is_known(run: str) -> bool:
    is_word = run in words.CRAFTS or run in words.DESK or run in words.RANKS
    return is_word or bool(words.STOCK.fullmatch(run) or words.IDENTITY.search(run) or words.FRAME.match(run))


def _strange(plain: str, start: int, end: int) -> Tokens:
    """The characters outside runs that are not spaces, punctuation or bullets, one Unread token each."""
    return [
        Unread(plain[at], at, at + 1)
        for at in range(start, end)
        if plain[at] not in _BULLETS and unicodedata.category(plain[at])[0] not in "PZ"
    ]


def _with_neighbours(tokens: Tokens, plain: str) -> Tokens:
    ends = [0, *(token.end for token in tokens)]
    starts = [*(token.start for token in tokens), len(plain)]
    return [
        replace(token, before=plain[ends[i] : token.start], after=plain[token.end : starts[i + 1]])
        for i, token in enumerate(tokens)
    ]
