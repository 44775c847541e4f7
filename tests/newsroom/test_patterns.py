"""Every pattern means the same on every Python that is promised."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any

import pytest

import plugins.newsroom

_SINGLE = {"LITERAL", "NOT_LITERAL", "IN", "ANY", "RANGE", "CATEGORY"}


def patterns() -> Iterator[re.Pattern[str]]:
    for module in pkgutil.walk_packages(plugins.newsroom.__path__, "plugins.newsroom."):
        yield from (value for value in vars(import_module(module.name)).values() if isinstance(value, re.Pattern))


def never_gives_back(pattern: re.Pattern[str]) -> bool:
    """Whether something longer than one character is told not to give back what it took: Python 3.11.0 to 3.11.4, Debian's among
    them, lose their place in that (CPython's issue 106052), and find what is not there."""
    return _never_gives_back(re._parser.parse(pattern.pattern, pattern.flags))


def _never_gives_back(parsed: Iterable[Any]) -> bool:
    for operation, argument in parsed:
        name = str(operation)
        parts = [part for part in _flat(argument) if isinstance(part, re._parser.SubPattern)]
        is_long = any(str(inner) not in _SINGLE for part in parts for inner, _ in part) or any(
            len(part) > 1 for part in parts
        )
        if name == "ATOMIC_GROUP" or (name == "POSSESSIVE_REPEAT" and is_long) or any(map(_never_gives_back, parts)):
            return True
    return False


def _flat(argument: Any) -> Iterator[Any]:
    if isinstance(argument, list | tuple):
        for part in argument:
            yield from _flat(part)
    else:
        yield argument


def test_no_pattern_asks_for_what_older_pythons_get_wrong() -> None:
    assert [pattern.pattern for pattern in patterns() if never_gives_back(pattern)] == []


@pytest.mark.parametrize(
    ("pattern", "is_wrong"),
    [
        ("a*+", False),
        ("[ab]++c", False),
        ("(?:a|b)*", False),
        ("(?:ab)*+", True),
        ("x(?:y(?:ab)++)?", True),
        ("(?>ab)", True),
    ],
)
def test_such_a_pattern_is_known(pattern: str, is_wrong: bool) -> None:
    assert never_gives_back(re.compile(pattern)) is is_wrong
