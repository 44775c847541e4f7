"""Fingerprints of values and files: short hashes that differ when the content does. All hashing is done here.

A value is first serialised in one canonical way, the same in every Python and however its parts are shared; that is hashed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from operator import attrgetter
from pathlib import Path, PurePath
from typing import Any

# Lengths in hex digits. All but NAME are long enough that no two ever collide by chance.
WHOLE = 64  # of bytes that others may check: manifests, originals
KEY = 32  # of everything an output depends on
SHORT = 16  # where every build compares thousands; names of folders in the cache
NAME = 12  # in the names of published files


def digest(value: object, length: int = KEY) -> str:
    """The fingerprint of a value, `length` hex digits: the same for equal values, different for others.

    value: made of None, bool, int, float, str, bytes, dates, paths, enum members, tuples, lists, sets, mappings (in any
    order) and dataclasses (by the fields they are compared by). Values of different types never share one, even where
    Python calls them equal, as 1 and True. Raises TypeError for anything else.
    """
    return checksum(_written(value).encode("utf-8", "surrogatepass"), length)


def checksum(data: bytes, length: int = WHOLE) -> str:
    """The first `length` hex digits of the SHA-256 of some bytes."""
    return hashlib.sha256(data).hexdigest()[:length]


def of_file(path: Path) -> str:
    """`checksum`, WHOLE, of a file of any size. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def in_pieces() -> hashlib._Hash:
    """A hash object that gives the same as `checksum`, WHOLE, for bytes that come in pieces: `update`, then `hexdigest`."""
    return hashlib.sha256()


def sha256(data: bytes) -> bytes:
    """The whole SHA-256 as 32 bytes, as used in file headers."""
    return hashlib.sha256(data).digest()


Way = Callable[[Any], str]  # serialises values of one type only


def _written(value: object) -> str:
    """The value as a prefix-free text: each part starts with its type, and its length comes before its content."""
    return _WAYS[type(value)](value)


def _text(value: str) -> str:
    return f"s{len(value)}:{value}"


def _several(sign: str) -> Way:
    return lambda values: f"{sign}{len(values)}:{''.join([_WAYS[type(value)](value) for value in values])}"


def _unordered(sign: str, parts: Iterable[str]) -> str:
    """The parts in sorted order, so that the original order does not matter."""
    ordered = sorted(parts)
    return f"{sign}{len(ordered)}:{''.join(ordered)}"


def _set(values: Iterable[object]) -> str:
    return _unordered("<", map(_written, values))


def _mapping(values: Mapping[object, object]) -> str:
    return _unordered("{", (_written(key) + _written(value) for key, value in values.items()))


class _Ways(dict[type, Way]):
    """How values are serialised, by type; a class is inspected when its first value is met."""

    def __missing__(self, kind: type) -> Way:
        way = self[kind] = _way_of(kind)
        return way


def _way_of(kind: type) -> Way:
    name = _text(f"{kind.__module__}.{kind.__qualname__}")
    if issubclass(kind, Enum):
        return lambda member: f"e{name}{_text(str(member._name_))}"
    if is_dataclass(kind):
        return _by_fields(f"c{name}", [field.name for field in fields(kind) if field.compare])
    if issubclass(kind, tuple) and hasattr(kind, "_fields"):
        return _by_fields(f"n{name}", kind._fields)
    if issubclass(kind, Mapping):
        return _mapping
    if issubclass(kind, PurePath):
        return lambda path: f"p{_text(path.as_posix())}"
    raise TypeError(f"values of {kind.__module__}.{kind.__qualname__} have no fingerprint")


def _by_fields(head: str, names: Iterable[str]) -> Way:
    """Every value of a class has the same fields, so their number need not be written."""
    wanted = tuple(names)
    if len(wanted) < 2:
        return lambda value: head + "".join([_written(getattr(value, name)) for name in wanted])
    asked = attrgetter(*wanted)
    return lambda value: head + "".join([_WAYS[type(field)](field) for field in asked(value)])


_BUILT_IN: dict[type, Way] = {
    type(None): lambda _: "N",
    bool: lambda value: "T" if value else "F",
    int: lambda value: f"i{value};",
    float: lambda value: f"f{value.hex()};",
    str: _text,
    bytes: lambda value: f"b{len(value)}:{value.decode('latin-1')}",
    date: lambda value: f"d{value.isoformat()};",
    datetime: lambda value: f"m{value.isoformat()};",
    tuple: _several("("),
    list: _several("["),
    set: _set,
    frozenset: _set,
}
_WAYS = _Ways(_BUILT_IN)
