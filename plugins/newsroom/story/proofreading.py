"""Proofreads one story: asks the rules about its words, and gives what they find a place in the file and, where certain, a mend.

The rules themselves are in `proofreading`, what a story excepts from them in `exceptions`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from ..body.document import Document
from ..findings.catalogue import problem
from ..findings.problems import Exempted, Problem, as_unseen
from ..head import Body, Head
from ..proofreading import order
from ..proofreading.copy import HIDDEN, Copy, copy_of
from ..proofreading.rule import Rule, Slip
from ..registry import Registries
from ..text import dates
from ..text.placed import PlacedText, Wish
from ..text.source import Source
from . import exceptions
from .wording import legible_words, placed_words, words_in_head


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file and what was read from it. folder, known: as passed to `to_document`; names: of people, never to be doubted.

    rules: to be asked; has_all: whether all of it could be read, so that an exception for which nothing is found is no longer
    needed.
    """

    source: Source
    head: Head
    body: Body
    document: Document
    registries: Registries
    folder: str
    known: Collection[str]
    names: Collection[str]
    rules: tuple[Rule, ...]
    has_all: bool


def proofread(parsed: Parsed, *, is_withdrawn: bool = False) -> tuple[tuple[Problem, ...], tuple[Exempted, ...]]:
    """What the rules find in the words of a story, and what its head excepts. In the body of a withdrawn story it is unseen."""
    words = legible_words(parsed.head, parsed.document, HIDDEN)
    copy = copy_of(words, parsed.registries, _day(parsed.head), parsed.names)
    found = sorted(order.slips_in(copy, parsed.rules), key=_place_in_copy)
    excepted = exceptions.apply(parsed.source, parsed.head, copy, found, parsed.rules, has_all=parsed.has_all)
    problems = _problems(parsed, copy, excepted.found) if excepted.found else ()
    if is_withdrawn and problems:
        in_head = len(words_in_head(parsed.head))
        count = sum(copy.passage_at(slip.start).number < in_head for _, slip in excepted.found)
        problems = (*problems[:count], *as_unseen(problems[count:]))
    return (*problems, *excepted.problems), excepted.exempted


def _place_in_copy(found: exceptions.Found) -> tuple[int, int]:
    return found[1].start, found[1].end


def _day(head: Head) -> date | None:
    mark = head.values.get("日期")
    moment = dates.parse(mark)[0] if mark else None
    return moment.value.date() if moment else None


def _problems(parsed: Parsed, copy: Copy, found: Sequence[exceptions.Found]) -> tuple[Problem, ...]:
    """One finding for each slip, in the same order."""
    text = placed_words(parsed.source, parsed.head, parsed.body, parsed.document, parsed.folder, parsed.known)
    wishes = [_wish(text, copy, slip) for _, slip in found]
    mendable = [wish for wish, (_, slip) in zip(wishes, found, strict=True) if slip.replacement is not None]
    edits = {id(wish): edit for wish, edit in zip(mendable, text.edits(mendable), strict=True)}
    return tuple(
        problem(
            rule.code,
            text.place(wish.block, wish.start, wish.end),
            slip.values,
            edits=(edit,) if (edit := edits.get(id(wish))) else (),
        )
        for (rule, slip), wish in zip(found, wishes, strict=True)
    )


def _wish(text: PlacedText, copy: Copy, slip: Slip) -> Wish:
    passage = copy.passage_at(slip.start)
    block = text.blocks[passage.number]
    return Wish(block, slip.start - passage.start, slip.end - passage.start, slip.replacement or "")
