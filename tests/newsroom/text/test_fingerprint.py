"""Equal values have one fingerprint, however they came about; others have others."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from enum import Enum, StrEnum
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom.text.dates import SHANGHAI
from plugins.newsroom.text.fingerprint import KEY, NAME, SHORT, WHOLE, checksum, digest, sha256


class Word(StrEnum):
    STREET = "street"
    ROAD = "road"


class Shape(Enum):
    ROUND = 1, "圆"
    SQUARE = 2, "方"


@dataclass(frozen=True)
class Person:
    name: str
    homes: tuple[object, ...]
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Unit:
    name: str
    homes: object


class Row(NamedTuple):
    name: object
    homes: object


_LEAVES = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5) | st.binary(max_size=5)
    | st.dates() | st.datetimes(timezones=st.sampled_from([None, UTC, SHANGHAI])) | st.sampled_from([*Word, *Shape])
    | st.sampled_from(["", "s0:", "N", "i1;", "\ud800", "管城"]).map(PurePosixPath) | st.sampled_from(["i1;", "s1:a", "\ud800"])
)  # fmt: skip
_VALUES = st.recursive(
    _LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.lists(inner, max_size=3).map(tuple)
    | st.dictionaries(st.text(max_size=2), inner, max_size=3) | st.frozensets(st.integers() | st.text(max_size=2), max_size=3)
    | st.builds(Person, st.text(max_size=3), st.tuples(inner)) | st.builds(Unit, st.text(max_size=3), inner)
    | st.builds(Row, inner, inner),
    max_leaves=6,
)  # fmt: skip


def shown(value: object) -> str:
    """The value with the types of all its parts, sets and mappings in one order: what tells two values apart, written otherwise."""
    if isinstance(value, Person | Unit):
        return f"{type(value).__name__}({shown(value.name)}, {shown(value.homes)})"
    if isinstance(value, list | tuple):
        return f"{type(value).__name__}({', '.join(map(shown, value))},)"
    if isinstance(value, dict | frozenset):
        parts = value if isinstance(value, frozenset) else value.items()
        return f"{type(value).__name__}({', '.join(sorted(map(shown, parts)))},)"
    return repr(value)


@given(_VALUES, _VALUES)
def test_two_values_share_a_fingerprint_when_they_are_equal_and_only_then(one: object, other: object) -> None:
    assert (digest(one) == digest(other)) is (shown(one) == shown(other))


@given(_VALUES)
def test_a_value_that_came_out_of_a_pickle_has_the_fingerprint_it_had(value: object) -> None:
    assert digest(pickle.loads(pickle.dumps(value))) == digest(value)


@given(st.text(min_size=1), st.text(min_size=1))
def test_it_does_not_matter_whether_equal_parts_are_one(one: str, other: str) -> None:
    def copied(text: str) -> str:
        return "".join([*text])

    assert digest((one, one, (other,), {other: one})) == digest(
        (copied(one), one, (copied(other),), {other: copied(one)})
    )


@given(st.lists(st.text("ab:;0123s(", max_size=4), max_size=4), st.lists(st.text("ab:;0123s(", max_size=4), max_size=4))
def test_where_one_part_ends_and_the_next_begins_is_never_in_doubt(one: list[str], other: list[str]) -> None:
    assert (digest(one) == digest(other)) is (one == other)
    assert (digest([one, other]) == digest([other, one])) is (one == other)


def test_the_order_counts_in_rows_and_not_in_sets_and_mappings() -> None:
    assert digest((1, 2)) != digest((2, 1))
    assert digest({"a": 1, "b": 2}) == digest(MappingProxyType({"b": 2, "a": 1}))
    assert digest(frozenset("城墙管")) == digest(frozenset("管墙城"))


def test_a_field_that_makes_no_difference_between_values_makes_none_here() -> None:
    someone = Person("张三", ())
    assert digest(replace(someone, line=7)) == digest(someone)
    assert digest(Unit("张三", ())) != digest(someone)


def test_one_day_is_told_from_its_first_moment_and_members_from_what_they_stand_for() -> None:
    assert digest(date(2017, 8, 16)) != digest(datetime(2017, 8, 16))
    assert len({digest(value) for value in (Word.STREET, "street", Shape.ROUND, (1, "圆"))}) == 4


@pytest.mark.parametrize("value", [object(), lambda: None, int, [(1, len)], {"a": object()}, bytearray(b"x")])
def test_what_cannot_be_told_apart_has_no_fingerprint(value: object) -> None:
    with pytest.raises(TypeError, match="no fingerprint"):
        digest(value)


def test_published_names_stay_what_they_were() -> None:
    """They are in the addresses of cards: a change here would give all of them others."""
    assert digest((3, ("学习贯彻", "某专栏")), NAME) == "67872ed067b7"
    assert checksum(b"", NAME) == "e3b0c44298fc"


@pytest.mark.parametrize("length", [WHOLE, KEY, SHORT, NAME])
def test_a_short_one_is_the_beginning_of_the_whole(length: int) -> None:
    assert checksum(b"x", length) == sha256(b"x").hex()[:length]
    assert digest("x", length) == digest("x", WHOLE)[:length]
