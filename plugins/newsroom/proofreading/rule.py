"""What a rule is: a function that finds slips in the copy, and all that a page of the handbook says about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from ..registry import Registries, Site
from ..text.placed import Kind
from .copy import Copy

DOUBT = "PF98"  # the code of what is looked for on request only: a word that may be another one of the same sound
NO_TABLES = Registries(Site("", "", ""))
EXAMPLE_DAY = date(2017, 8, 16)


@dataclass(frozen=True, slots=True)
class Slip:
    """The characters [start, end) of the copy are wrong, within one passage.

    values: for the sentence in the catalogue; replacement: what belongs there instead, None unless that is certain.
    """

    start: int
    end: int
    values: Mapping[str, object] = field(default_factory=dict)
    replacement: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The origin of a rule, in Chinese, with the day from which it applies, as `2012-06-01`, "" when it always has."""

    name: str
    since: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """code: of its sentence and level in the catalogue; wrong, right: an example, and how it should
    read; silent: texts in which it finds nothing, though they look similar; signs: a string of characters of which at
    least one occurs in every slip, "" when there are none such; kinds: of blocks in which it looks, None for all;
    may_be_excepted: whether a story may except it, with a reason, although it is an error; any reminder may be excepted.
    tables, day: the registries with which the examples are read, and the day of a story that holds them.
    """

    code: str
    find: Callable[[Copy], Iterable[Slip]]
    wrong: str
    right: str
    silent: tuple[str, ...]
    source: Source
    signs: str = ""
    kinds: frozenset[Kind] | None = None
    may_be_excepted: bool = False
    tables: Registries = NO_TABLES
    day: date = EXAMPLE_DAY
