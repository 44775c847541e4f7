"""Slogans that are registered as topics: one character wrong, a part missing, or a list that does not fit what they count."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, permutations

from ...registry import Registries
from ...registry.counts import NUMERALS, parts
from ..copy import Copy
from ..formal import Formal, NearMisses, is_counted
from ..lexicon import Lexicon, once
from ..rule import Rule, Slip, Source
from ..samples import TABLES
from ..slogan_lists import Counted, beside, is_meant, is_right, lists_of, number_of

_MEASURED = 4  # characters of a name like 六个定位, with something to count
_LONG = 7  # characters of a name that is nobody else's whatever its number
_MOST_PARTS = 4
_SOURCE = Source("本站 data/terms.yaml")


@once
def _near(registries: Registries) -> NearMisses:
    names = [name for term in registries.terms for name in (term.name, *term.other_names)]
    return NearMisses(Formal(name, is_counted(name), is_counted(name)) for name in names)


@once
def _mixed_up(registries: Registries) -> Lexicon[str]:
    """Slogans whose parts are in another order, or, in quotation marks, some of three or more parts."""
    return Lexicon(
        (form, term.name)
        for term in registries.terms
        for names in (tuple(name for name, _ in parts(term.name)),)
        if 1 < len(names) <= _MOST_PARTS and all(len(name) > 1 for name in names)
        for form in (*_in_other_orders(names), *_in_part(names))
    )


def _in_other_orders(names: tuple[str, ...]) -> Iterator[str]:
    yield from ("".join(order) for order in permutations(names) if order != names)


def _in_part(names: tuple[str, ...]) -> Iterator[str]:
    for size in range(2, len(names)):
        yield from (f"“{''.join(some)}”" for some in combinations(names, size))


@once
def _miscounted(registries: Registries) -> Lexicon[Counted]:
    """Names that count one thing or another, with a wrong number: 五个定位 for 六个定位."""
    return Lexicon(
        (numeral + term.name[1:], Counted(term.name, term.items))
        for term in registries.terms
        if len(parts(term.name)) == 1 and (term.items or len(term.name) >= _LONG)
        for numeral in NUMERALS
        if numeral != term.name[0]
    )


def _misspelt(copy: Copy) -> Iterator[Slip]:
    for start, end, name in _near(copy.registries).find(copy.text):
        yield _slip(copy.text, start, end, name)
    for start, written, names in _mixed_up(copy.registries).longest(copy.text):
        is_quoted = written.startswith("“")
        yield _slip(copy.text, start + is_quoted, start + len(written) - is_quoted, names[0])
    for start, written, meanings in _miscounted(copy.registries).longest(copy.text):
        if copy.text[start - 1 : start] not in (*NUMERALS, "第") and _is_certain(
            copy.text, start, written, meanings[0]
        ):
            yield _slip(copy.text, start, start + len(written), meanings[0].name)


def _slip(text: str, start: int, end: int, name: str) -> Slip:
    return Slip(start, end, {"written": text[start:end], "name": name})


def _is_certain(text: str, start: int, written: str, counted: Counted) -> bool:
    """Whether the name with the wrong number is the slogan: a long one, or in quotation marks, or with its list."""
    is_quoted = (
        len(written) >= _MEASURED and text[start - 1 : start] == "“" and text.startswith("”", start + len(written))
    )
    places = beside(text, start, start + len(written))
    return (
        len(written) >= _LONG
        or is_quoted
        or any(is_meant(text, listed, counted) and is_right(text, listed, counted) for listed in places)
    )


@once
def _counted(registries: Registries) -> Lexicon[Counted]:
    return Lexicon((counted.name, counted) for term in registries.terms if term.items for counted in lists_of(term))


def _lists(copy: Copy) -> Iterator[Slip]:
    for start, name, meanings in _counted(copy.registries).longest(copy.text):
        for counted in meanings:
            for listed in beside(copy.text, start, start + len(name)):
                if is_meant(copy.text, listed, counted) and not is_right(copy.text, listed, counted):
                    items, number = "、".join(counted.items), len(counted.items)
                    values = {"name": name, "count": number_of(copy.text, listed), "items": items, "number": number}
                    yield Slip(listed.start, listed.end, values)


MISSPELT = Rule(
    code="PF77",
    find=_misspelt,
    wrong="坚持“四重点一稳定一保障”工作格局。",
    right="坚持“四重点一稳定一保证”工作格局。",
    silent=("坚持“四重点一稳定一保证”工作格局。", "开展“五比五看五加快”。", "提出四个定位。"),
    source=_SOURCE,
    tables=TABLES,
)
LIST = Rule(
    code="PF78",
    find=_lists,
    wrong="“四重点”，即新型城镇化、产业、生态。",
    right="“四重点”，即新型城镇化、产业、开放创新、生态。",
    silent=(
        "“四重点”，即新型城镇化、产业等。",
        "“四重点一稳定一保证”，即新型城镇化、产业、开放创新、生态四个重点，还有稳定和保证。",
        "落实“四重点一稳定一保证”，是当前的任务。",
        "开展“五比五看五加快”考核，通过比项目、比进度、比投资、比收入、比发展，促建设。",
    ),
    source=_SOURCE,
    tables=TABLES,
)
RULES = (MISSPELT, LIST)
