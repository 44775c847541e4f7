"""What tells two values or two files apart: short texts that differ when they do. The one place where hashes are taken and cut.

A value is written down in one way only, whatever its parts are shared with and whichever Python runs, and that is hashed.
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

# Lengths in hex digits. What nobody but a program sees is long enough that no two ever meet by chance.
WHOLE = 64  # of bytes that others may check: manifests, originals
KEY = 32  # of all on which something depends
SHORT = 16  # of which every build compares thousands; names of folders in the cache
NAME = 12  # in the names of published files


def digest(value: object, length: int = KEY) -> str:
    """`length` hex digits for a value: equal ones share them, others do not.

    value: made of None, bool, int, float, str, bytes, dates, paths, members of enums, tuples, lists, sets, mappings (in any order)
    and dataclasses (by the fields they are compared by). Those of different types are never the same, though Python may call 1
    and True equal. Raises TypeError for anything else.
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
    """What gives the same as `checksum`, WHOLE, for bytes that come in pieces: by `update` and `hexdigest`."""
    return hashlib.sha256()


def sha256(data: bytes) -> bytes:
    """The same as it stands in the heads of files: 32 bytes."""
    return hashlib.sha256(data).digest()


Way = Callable[[Any], str]  # each way takes values of its own type alone


def _written(value: object) -> str:
    """The value as a text of which no other begins with the same: each part says its type, and its length before its matter."""
    return _WAYS[type(value)](value)


def _text(value: str) -> str:
    return f"s{len(value)}:{value}"


def _several(sign: str) -> Way:
    return lambda values: f"{sign}{len(values)}:{''.join([_WAYS[type(value)](value) for value in values])}"


def _unordered(sign: str, parts: Iterable[str]) -> str:
    """What is written the same in whatever order it comes."""
    ordered = sorted(parts)
    return f"{sign}{len(ordered)}:{''.join(ordered)}"


def _set(values: Iterable[object]) -> str:
    return _unordered("<", map(_written, values))


def _mapping(values: Mapping[object, object]) -> str:
    return _unordered("{", (_written(key) + _written(value) for key, value in values.items()))


class _Ways(dict[type, Way]):
    """How values are written, by their type; a class is looked into when its first value is met."""

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
    """Every value of a class has the same fields, so their number need not be said."""
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
