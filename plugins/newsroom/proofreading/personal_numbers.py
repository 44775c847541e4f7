"""What makes a run of digits the number of a person: region, birthday and check digits, however the digits are set."""

from __future__ import annotations

import re
from itertools import cycle

from ..text.patterns import Pattern
from .days_written import day_or_none

DIGIT = "[0-9０-９]"
GAP = r"[ \xa0\u3000-]?"
_BEFORE = Pattern(r"(?<![0-9０-９A-Za-z._/=*-])(?:(?:\+|00)?86[ -]?)?\Z")
_AFTER = Pattern("[0-9０-９A-Za-z_/=*]")
_BARE = str.maketrans("０１２３４５６７８９ｘＸx", "0123456789XXX", " \xa0\u3000-")
_REGIONS = frozenset(
    (*range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55), *range(61, 66), 71, 81, 82, 83)
)  # GB/T 2260, provinces
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def bare(written: str) -> str:
    """The digits alone, half-width, without blanks and hyphens."""
    return written.translate(_BARE)


def stands_alone(match: re.Match[str]) -> bool:
    """Whether no further digits or letters belong to the number, the code of the country excepted."""
    before = _BEFORE.search(match.string, max(0, match.start() - 5), match.start())
    return before is not None and not _AFTER.match(match.string, match.end())


def is_identity_card(number: str) -> bool:
    """Whether 18 signs are the number of an identity card by GB 11643—1999: region, birthday, check digit."""
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], _WEIGHTS, strict=True))
    return _has_birthday(number[:2], number[6:14]) and number[17] == "10X98765432"[total % 11]


def is_old_identity_card(number: str) -> bool:
    """Whether 15 digits may be the number of an identity card of the first generation, which has no check digit."""
    return _has_birthday(number[:2], f"19{number[6:12]}")


def passes_luhn(number: str) -> bool:
    """Whether the last digit is the check digit of ISO/IEC 7812, as on bank cards."""
    factors = zip(reversed(number), cycle((1, 2)), strict=False)
    return sum(sum(divmod(int(digit) * factor, 10)) for digit, factor in factors) % 10 == 0


def _has_birthday(region: str, day: str) -> bool:
    is_day = day_or_none(int(day[:4]), int(day[4:6]), int(day[6:])) is not None
    return int(region) in _REGIONS and day[:2] in ("18", "19", "20") and is_day
