"""What a cell of a workbook shows: numbers and dates as their format has them (ECMA-376 part 1, 18.8.30-31).

Formats beyond those of news tables (fractions, scientific, Chinese numerals) show the number as it is.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

Value = object

_BRACKETS = re.compile(r"\[(?!h+\]|m+\]|s+\])[^\]]{0,40}\]", re.IGNORECASE)  # colours, conditions, languages
_QUOTED = re.compile(r'"([^"]*)"|\\(.)|_.|\*.')
_DIGITS = re.compile(r"[#0?][#0?,]*(?:\.[#0?]*)?(,*)")
_PARTS = re.compile(
    r'"[^"]*"|\\.|\[h+\]|\[m+\]|\[s+\]|y+|m+|d+|h+|s+(?:\.0+)?|a{3,4}|am/pm|上午/下午|[^ymdhsa"\\]', re.IGNORECASE
)
_WEEKDAYS = "一二三四五六日"


def shown(value: Value, code: str) -> str:
    """The text of a value under the number format `code`."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number(value, code)
    if isinstance(value, datetime | date | time):
        return _moment(value, code)
    if isinstance(value, timedelta):
        return str(value)
    return str(value)


# -- Numbers --------------------------------------------------------------------------------------------------------


def _number(value: float, code: str) -> str:
    sections = _BRACKETS.sub("", code).split(";")
    is_signed = value < 0 and not (len(sections) > 1 and sections[1].strip())
    section = (
        sections[1] if value < 0 and not is_signed else sections[2] if value == 0 and len(sections) > 2 else sections[0]
    )
    pattern = _DIGITS.search(_QUOTED.sub(lambda quoted: "\0" * len(quoted[0]), section))
    if section.strip().lower() in ("", "general", "@") or not pattern or re.search(r"[eE][+-]|/", section):
        return _general(value)
    digits = _digits(abs(value), section, pattern)
    before, after = section[: pattern.start()], section[pattern.end() :]
    return f"{'-' if is_signed else ''}{_literal(before)}{digits}{_literal(after)}".strip()


def _digits(value: float, section: str, pattern: re.Match[str]) -> str:
    whole, _, fraction = pattern[0].rstrip(",").partition(".")
    try:
        exact = Decimal(repr(value)) * (100 if "%" in section else 1) / (1000 ** len(pattern[1]))
        rounded = exact.quantize(Decimal(1).scaleb(-len(fraction)), ROUND_HALF_UP)
    except InvalidOperation:
        return _general(value)
    text = f"{rounded:{',' if ',' in whole else ''}f}"
    optional = len(fraction) - len(fraction.rstrip("#?"))
    for _ in range(optional):
        text = text.removesuffix("0")
    least = whole.count("0")
    head, dot, tail = text.removesuffix(".").partition(".")
    return f"{head.rjust(least, '0') if ',' not in whole else head}{dot}{tail}"


def _literal(code: str) -> str:
    return _QUOTED.sub(lambda quoted: quoted[1] or quoted[2] or "", code)


def _general(value: float) -> str:
    """As Excel shows a number in a wide cell: eleven significant digits, no trailing zeros."""
    if float(value).is_integer() and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.11g}"


# -- Dates and times ------------------------------------------------------------------------------------------------


def _moment(value: datetime | date | time, code: str) -> str:
    parts = _PARTS.findall(_BRACKETS.sub("", code).split(";")[0])
    if not any(part[0] in "ymdhsYMDHS" for part in parts):
        return str(value)
    is_twelve = any("/" in part and len(part) > 1 for part in parts)
    return "".join(_part(value, parts, index, is_twelve) for index in range(len(parts))).strip()


def _part(value: datetime | date | time, parts: list[str], index: int, is_twelve: bool) -> str:
    part, small = parts[index], parts[index].lower()
    if part[0] == '"':
        return part[1:-1]
    if part[0] == "\\":
        return part[1:]
    if small[0] == "m" and _is_minutes(parts, index):
        small = small.replace("m", "n")
    if small[0] in "ymd" and isinstance(value, date):
        return _of_day(value, small)
    if small[0] == "a" and isinstance(value, date):
        return ("星期" if len(small) == 4 else "") + _WEEKDAYS[value.weekday()]
    if small[0] in "hns[":
        return _of_clock(value, small, is_twelve)
    if "/" in small and len(small) > 1:
        return _half(value, small)
    return part


def _of_day(value: date, part: str) -> str:
    if part[0] == "y":
        return f"{value.year:04}" if len(part) > 2 else f"{value.year % 100:02}"
    number = value.month if part[0] == "m" else value.day
    if part == "dddd":
        return f"星期{_WEEKDAYS[value.weekday()]}"
    return f"{number:02}" if len(part) == 2 else str(number)


def _of_clock(value: datetime | date | time, part: str, is_twelve: bool) -> str:
    clock = value if isinstance(value, datetime | time) else time()
    letter = part.strip("[]")[0]
    number = {"h": clock.hour, "n": clock.minute, "s": clock.second}[letter]
    if letter == "h" and is_twelve:
        number = number % 12 or 12
    return f"{number:02}" if len(part.strip("[]").partition(".")[0]) == 2 else str(number)


def _half(value: datetime | date | time, part: str) -> str:
    first, second = ("AM", "PM") if part[0] == "a" else ("上午", "下午")
    return first if not isinstance(value, datetime | time) or value.hour < 12 else second


def _is_minutes(parts: list[str], index: int) -> bool:
    """Whether m means minutes: it follows hours, or seconds follow it (18.8.31)."""
    codes = [(at, part[0].lower()) for at, part in enumerate(parts) if part[0].lower() in "ymdhs[" and part[0] != '"']
    position = next(number for number, (at, _) in enumerate(codes) if at == index)
    before = codes[position - 1][1] if position else ""
    after = codes[position + 1][1] if position + 1 < len(codes) else ""
    return before in ("h", "[") or after == "s"
