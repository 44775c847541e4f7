"""Splits one run of a byline, written without spaces, into tokens: 本报记者孙珺摄. Combining runs is left to `tokens`."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..text.typography import is_han
from . import words
from .kinds import Body, Desk, Identity, Name, Rank, Single, SingleWork, Stock, Tokens, Unread, Wire, Work
from .words import CRAFTS, DESK


def tokens_of(run: str, at: int, is_label: bool = False) -> Tokens:
    """The tokens of one run that begins at `at`; is_label: a colon follows it. A run that matches no rule is one Unread."""
    at += len(run) - len(run.lstrip("·"))
    run = run.strip("·")
    if not run:
        return []
    if len(run) <= _LONGEST_RUN:
        for rule in _RULES:
            tokens = rule(run, at, is_label)
            if tokens is not None:
                return tokens
    return [Unread(run, at, at + len(run))]


def _whole_word(run: str, at: int, is_label: bool) -> Tokens | None:
    end = at + len(run)
    if len(run) == 1 and run in words.SINGLE_CRAFTS:
        return [SingleWork(run, at, end, craft=CRAFTS[run])]
    if run in CRAFTS:
        return [Work(run, at, end, craft=CRAFTS[run])]
    if run in DESK:
        return [Desk(run, at, end, role=DESK[run])]
    if words.STOCK.fullmatch(run):
        return [Stock(run, at, end)]
    return [Rank(run, at, end)] if run in words.RANKS else None


def _label(run: str, at: int, is_label: bool) -> Tokens | None:
    """今日编辑： and other labels that end in a desk word."""
    title = next((title for title in _DESK_TITLES if run.endswith(title)), "") if is_label else ""
    return [Desk(run, at, at + len(run), role=DESK[title])] if title else None


def _frame(run: str, at: int, is_label: bool) -> Tokens | None:
    """图片由区委宣传部提供: the opening gives the kind of picture, the end that it was provided."""
    opening = words.FRAME.match(run)
    if opening:
        craft = CRAFTS["提供视频" if opening[1] == "视频" else "供图"]
        lead = Work(opening[0], at, at + opening.end(), craft=craft, leads=True)
        return [lead, *tokens_of(run[opening.end() :], at + opening.end(), is_label)]
    if run.startswith("由") and run.endswith(("提供", "供图")):
        return tokens_of(run[1:], at + 1, is_label)
    return None


def _dateline(run: str, at: int, is_label: bool) -> Tokens | None:
    """本报讯 is dropped; text attached to it may name people."""
    opening = words.DATELINE.match(run)
    if not opening or words.is_body(run):
        return None
    return tokens_of(run[opening.end() :], at + opening.end(), is_label)


def _glued_source(run: str, at: int, is_label: bool) -> Tokens | None:
    """A source word attached to an outlet: 据新华社电, 来源管城发布."""
    title = next(filter(run.startswith, _SOURCE_TITLES), "")
    if not title:
        return None
    rest = run[len(title) :].lstrip("·")
    outlet = re.sub("(?:报道|消息|官微|电|讯)$", "", rest)
    if not words.is_outlet(outlet):
        return None
    start = at + len(run) - len(rest)
    label = Desk(title, at, at + len(title), role="source")
    return [label, Body(outlet, start, start + len(outlet))]


def _identities(run: str, at: int, is_label: bool) -> Tokens | None:
    """Roles with the outlets, ranks and names attached to them: 本报记者孙珺, 郑州日报首席记者, 记者孙珺通讯员姜璞."""
    titles = list(words.IDENTITY.finditer(run))
    tokens: Tokens = []
    read_to = 0
    for title in titles:
        read_to = _glued_names(run, read_to, title.start(), at, tokens)
        org, rank = words.split_title(run[read_to : title.start()])
        start, named_to = at + read_to, title.start() - len(rank)
        if tokens or (org and not words.is_org(org)):
            before = run[read_to:named_to]
            tokens += tokens_of(before, start) if tokens else [Unread(before, start, at + named_to)]
            start, org = at + named_to, ""
        tokens.append(Identity(title[0], start, at + title.end(), org=org, rank=rank))
        read_to = title.end()
    return [*tokens, *tokens_of(run[read_to:], at + read_to, is_label)] if titles else None


def _glued_names(run: str, start: int, end: int, at: int, tokens: Tokens) -> int:
    """张忠德本报通讯员: the name before 本报 is not part of the outlet. Adds its tokens; returns where 本报 begins."""
    own = next((own for own in words.OWN if own in run[start:end]), "")
    middle = run.index(own, start, end) if own else start
    if not words.is_name(run[start:middle]):
        return start
    tokens += tokens_of(run[start:middle], at + start)
    return middle


def _body(run: str, at: int, is_label: bool) -> Tokens | None:
    return [Body(run, at, at + len(run))] if words.is_body(run) else None


def _glued_label(run: str, at: int, is_label: bool) -> Tokens | None:
    """A label attached to a name: 责编王静, 来源新华社, 摄影张三."""
    if is_label or not run.startswith(_OPENINGS):
        return None
    for word in _OPENINGS:
        rest = run[len(word) :]
        if not run.startswith(word) or not (words.is_body(rest) or _is_short_name(rest)):
            continue
        after = tokens_of(rest, at + len(word))
        if word in DESK:
            return [Desk(word, at, at + len(word), role=DESK[word]), *after]
        return [Work(word, at, at + len(word), craft=CRAFTS[word], leads=True), *after]
    return None


def _wire(run: str, at: int, is_label: bool) -> Tokens | None:
    is_sent = run.endswith("发") and words.is_outlet(run[:-1])
    return [Wire(run[:-1], at, at + len(run) - 1)] if is_sent else None


def _glued_craft(run: str, at: int, is_label: bool) -> Tokens | None:
    """A craft attached to a name: 孙珺摄, 区委宣传部供图, 冉红政文图; but 李文图 is a name."""
    word = next((word for word in words.GLUED_AFTER if run.endswith(word)), "")
    if is_label or not word or (word in ("文图", "图文") and len(run) < 4):
        return None
    middle = at + len(run) - len(word)
    before = tokens_of(run[: -len(word)], at)
    if not before or not isinstance(before[-1], (Name, Body, Single, SingleWork)):
        return None
    return [*before, Work(word, middle, at + len(run), craft=CRAFTS[word])]


def _name(run: str, at: int, is_label: bool) -> Tokens | None:
    if len(run) == 1 and is_han(run):
        return [Single(run, at, at + 1)]
    return [Name(run, at, at + len(run))] if words.is_name(run) else None


def _is_short_name(text: str) -> bool:
    return len(text) in (1, 2, 3) and all(map(is_han, text)) and (len(text) == 1 or words.is_name(text))


_LONGEST_RUN = 60  # characters; nobody writes longer runs, and the rules are recursive
_DESK_TITLES = sorted(DESK, key=len, reverse=True)
_SOURCE_TITLES = [*(title for title in _DESK_TITLES if DESK[title] == "source"), *words.GLUED_SOURCES]
_OPENINGS = tuple(sorted([*(title for title in DESK if title != "据"), *words.GLUED_BEFORE], key=len, reverse=True))
_RULES: tuple[Callable[[str, int, bool], Tokens | None], ...] = (
    _whole_word,
    _label,
    _frame,
    _dateline,
    _glued_source,
    _identities,
    _wire,
    _body,
    _glued_label,
    _glued_craft,
    _name,
)
