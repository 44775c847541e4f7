"""Defines the names of our files in `releases/`: nothing else there is ever counted, replaced or deleted.

    000042-0123456789abcdef             a complete release: its number, and the hash of its content
    .000042-0123456789abcdef.partial    a release being assembled or deleted
    .000042-0123456789abcdef.carried    the files of former releases that it carries
    .000042.lock                        the publishing lock, see `lock`
    .000042.….aside                     a lock being created
    ../.current.000042                  the next `current`
    0123456789abcdef                    a release from before they had numbers

Only numbers decide what is newer: the clocks of several machines do not agree.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable
from typing import NamedTuple

LENGTH = 6  # digits of a number, so that names sort as numbers do
_RELEASE, _PARTIAL, _CARRIED, _LOCK, _ASIDE = "release", "partial", "carried", "lock", "aside"
_KNOWN = (
    (_RELEASE, re.compile(r"(?:(\d{6})-)?[0-9a-f]{16}")),
    (_PARTIAL, re.compile(r"\.(?:(\d{6})-)?[0-9a-f]{16}\.partial")),
    (_CARRIED, re.compile(r"\.(\d{6})-[0-9a-f]{16}\.carried")),
    (_LOCK, re.compile(r"\.(\d{6})\.lock")),
    (_ASIDE, re.compile(r"\.(\d{6})\.[0-9a-f]{32}\.aside")),
)
_LINK = re.compile(r"\.current\.(?:\d{6}|new)")


class _Name(NamedTuple):
    kind: str
    number: int  # 0 where there is none


def padded(number: int) -> str:
    return f"{number:0{LENGTH}}"


def release(number: int, identity: str) -> str:
    return f"{padded(number)}-{identity}"


def partial(release: str) -> str:
    return f".{release}.partial"


def carried(release: str) -> str:
    return f".{release}.carried"


def aside(number: int) -> str:
    """A unique name."""
    return f".{padded(number)}.{uuid.uuid4().hex}.aside"


def lock(number: int) -> str:
    return f".{padded(number)}.lock"


def identity_of(release: str) -> str:
    """The content hash in the name of a release."""
    return release.rpartition("-")[2]


def has_number(release: str) -> bool:
    return "-" in release


def link(number: int) -> str:
    """The name of the link that will replace `current`."""
    return f".current.{padded(number)}"


def is_link(name: str) -> bool:
    return bool(_LINK.fullmatch(name))


def highest(names: Iterable[str]) -> int:
    """The highest number in use, as far as visible. Locks being created do not count: several publishers may try for the same
    number, and only one gets it."""
    return max((found.number for name in names if (found := _read(name)) and found.kind != _ASIDE), default=0)


def newest_lock(names: Iterable[str]) -> int:
    """The number of the lock that counts, 0 when there is none."""
    return max((found.number for name in names if (found := _read(name)) and found.kind == _LOCK), default=0)


def locks_before(names: Iterable[str], number: int) -> list[str]:
    """The locks of lower numbers, sorted."""
    known = ((name, _read(name)) for name in names)
    return sorted(name for name, found in known if found and found.kind == _LOCK and found.number < number)


def leftovers(names: Iterable[str], number: int) -> list[str]:
    """Useless leftovers of publishers up to `number`, sorted. Their locks stay, since they keep the count."""
    there = frozenset(names)
    found = ((name, _read(name)) for name in sorted(there))
    return [name for name, known in found if known and known.number <= number and _is_useless(name, known, there)]


def too_old(names: Iterable[str], shown: str, former: str, keep: int) -> list[str]:
    """The releases to delete, all but `keep`: `shown` stays first, then `former`, then those with the highest numbers."""
    releases = [(name, known.number) for name in names if (known := _read(name)) and known.kind == _RELEASE]
    releases.sort(key=lambda one: (one[0] == shown, one[0] == former, one[1], one[0]), reverse=True)
    return sorted(name for name, _ in releases[keep:] if name != shown)


def _is_useless(name: str, known: _Name, there: frozenset[str]) -> bool:
    if known.kind == _CARRIED:
        return name.removeprefix(".").removesuffix(".carried") not in there
    return known.kind in (_PARTIAL, _ASIDE)


def _read(name: str) -> _Name | None:
    for kind, pattern in _KNOWN:
        if found := pattern.fullmatch(name):
            return _Name(kind, int(found[1] or 0))
    return None
