"""What a cell of a workbook shows: numbers and dates as their format has them (ECMA-376 part 1, 18.8.30-31).

Formats beyond those of news tables (fractions, scientific, Chinese numerals) show the number as it is.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

Value = object
# Formats that workbooks name by number only, as Chinese Excel shows them (ECMA-376 part 1, 18.8.30, zh-cn).
_YEAR_MONTH, _MONTH_DAY, _CLOCK = 'yyyy"年"m"月"', 'm"月"d"日"', 'h"时"mm"分"'
CHINESE_FORMATS = {
    14: "yyyy/m/d",
    22: "yyyy/m/d h:mm",
    **dict.fromkeys((27, 36, 50, 52, 57), _YEAR_MONTH),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), _MONTH_DAY),
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    32: _CLOCK,
    33: f'{_CLOCK}ss"秒"',
    **dict.fromkeys((34, 55), f"上午/下午{_CLOCK}"),
    **dict.fromkeys((35, 56), f'上午/下午{_CLOCK}ss"秒"'),
}
_BRACKETS = re.compile(r"\[(?!h+\]|m+\]|s+\])[^\]]{0,40}\]", re.IGNORECASE)  # colours, conditions, languages
_QUOTED = re.compile(r'"([^"]*)"|[\\!](.)|_.|\*.')
_TEN_THOUSANDS = re.compile(r"[\\!]\.(0+)(,+)")  # 0!.0, sets a point between digits: the way to show 万
_DIGITS = re.compile(r"([#0?][#0?,]*)(?:\.([#0?]*),*)?")
_PARTS = re.compile(
    r'"[^"]*"|\\.|\[h+\]|\[m+\]|\[s+\]|y+|m+|d+|h+|s+(?:\.0+)?|a{3,4}|am/pm|上午/下午|[^ymdhsa"\\]', re.IGNORECASE
)
_SYSTEM = {"[$-F800]": 'yyyy"年"m"月"d"日"', "[$-F400]": "h:mm:ss"}  # as Windows is set, here in Chinese
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
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}" + (f":{seconds:02}" if "s" in code else "")
    return str(value)


# -- Numbers --------------------------------------------------------------------------------------------------------


def _number(value: float, code: str) -> str:
    sections = _BRACKETS.sub("", code).split(";")
    is_signed = value < 0 and not (len(sections) > 1 and sections[1].strip())
    section = (
        sections[1] if value < 0 and not is_signed else sections[2] if value == 0 and len(sections) > 2 else sections[0]
    )
    if pointed := _TEN_THOUSANDS.search(section):
        value /= 10 ** len(pointed[1]) * 1000 ** len(pointed[2])
        section = f"{section[: pointed.start()]}.{pointed[1]}{section[pointed.end() :]}"
    bare = _QUOTED.sub(lambda quoted: "\0" * len(quoted[0]), section)
    pattern = _DIGITS.search(bare)
    if section.strip().lower() in ("", "general", "@") or re.search(r"[eE][+-]|/", bare):
        return _general(value)
    if not pattern:
        return _literal(section).strip()
    digits = _digits(abs(value), section, pattern)
    before, after = section[: pattern.start()], section[pattern.end() :]
    return f"{'-' if is_signed else ''}{_literal(before)}{digits}{_literal(after)}".strip()


def _digits(value: float, section: str, pattern: re.Match[str]) -> str:
    whole, fraction = pattern[1].rstrip(","), pattern[2] or ""
    thousands = pattern[0].count(",") - whole.count(",")
    try:
        exact = Decimal(repr(value)) * (100 if "%" in section else 1) / (1000**thousands)
        rounded = exact.quantize(Decimal(1).scaleb(-len(fraction)), ROUND_HALF_UP)
    except InvalidOperation:
        return _general(value)
    head, dot, tail = f"{rounded:{',' if ',' in whole else ''}f}".partition(".")
    least = len(fraction.rstrip("#?"))
    tail = tail[:least] + tail[least:].rstrip("0")
    if head == "0" and "0" not in whole:
        head = ""
    return f"{head.rjust(whole.count('0'), '0') if ',' not in whole else head}{dot if tail else ''}{tail}"


def _literal(code: str) -> str:
    return _QUOTED.sub(lambda quoted: quoted[1] or quoted[2] or "", code)


def _general(value: float) -> str:
    """As Excel shows a number in a wide cell: eleven significant digits, no trailing zeros."""
    if float(value).is_integer() and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.11g}".upper()


# -- Dates and times ------------------------------------------------------------------------------------------------


def _moment(value: datetime | date | time, code: str) -> str:
    code = _SYSTEM.get(code[:8].upper(), code)
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
