"""Leaders who are named together in another order than the newsroom keeps."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...registry import Person
from ...text.patterns import Pattern
from ...text.typography import HAN
from ..copy import Copy
from ..rule import Rule, Slip, Source
from ..samples import TABLES
from ..titles import before, held, known

_LINK = Pattern(rf"(?:同志|等)?(、|，|,|和|与|及|以及)([{HAN}、]{{0,24}})")
_OTHERS = Pattern(rf"(?:、[{HAN}]{{2,4}}){{1,8}}(?:、|和)")  # names between
_PLACE = 6  # characters of a place or a body that may stand before a title


def _find(copy: Copy) -> Iterator[Slip]:
    named = [
        (start, name, _rank(copy, people)) for start, name, people in known(copy.registries).names.longest(copy.text)
    ]
    for (start, first, rank), (at, second, other) in pairwise(named):
        if 0 < other < rank and _are_together(copy, start + len(first), at):
            yield Slip(start, at + len(second), {"first": second, "second": first})


def _rank(copy: Copy, people: tuple[Person, ...]) -> int:
    """The rank of the one who bears the name on that day; 0 if that is not known."""
    ranks = {office.rank for person in people for office in held(person, copy.day)} if len(people) == 1 else set()
    return min(ranks - {0}, default=0)


def _are_together(copy: Copy, end: int, start: int) -> bool:
    """Whether nothing but titles or other names stands between two names, the end of one and the start of the next."""
    if _OTHERS.fullmatch(copy.text, end, start):
        return True
    link = _LINK.fullmatch(copy.text, end, start)
    if not link:
        return False
    if not link.group(2):
        return link.group(1) not in "，,"
    titles = before(copy.text, start, copy.registries)
    return bool(titles) and titles[0][0] - link.start(2) <= (0 if link.group(1) in "，," else _PLACE)


RULE = Rule(
    code="PF74",
    find=_find,
    wrong="市委副书记、市长程志明和省委常委、市委书记马懿出席。",
    right="省委常委、市委书记马懿和市委副书记、市长程志明出席。",
    silent=(
        "马懿、程志明讲话。",
        "程志明向马懿汇报。",
        "会议由程志明主持，马懿讲话。",
        "程志明，1960年生，和马懿共事。",
    ),
    source=Source("本站 data/people.yaml 的“位次”"),
    tables=TABLES,
)
