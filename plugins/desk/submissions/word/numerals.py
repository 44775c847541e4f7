"""Numbers as Word prints them before the paragraphs of a list (ECMA-376 part 1, 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_ROMAN = dict(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ["m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"],
        strict=True,
    )
)
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_FORMAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_MOST = 9999  # larger ones are printed in digits


def _counted(number: int) -> str:
    """十二、一百零三: as one counts in Chinese."""
    if number < 10:
        return _DIGITS[number]
    unit, sign = next((unit, sign) for unit, sign in ((1000, "千"), (100, "百"), (10, "十")) if number >= unit)
    high, low = divmod(number, unit)
    between = "零" if low and low < unit // 10 else ""
    return _DIGITS[high] + sign + between + (_counted(low) if low else "")


def counted(number: int) -> str:
    return _counted(number).removeprefix("一") if 10 <= number < 20 else _counted(number)


def _read_out(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _letters(number: int) -> str:
    """z is followed by aa, then bb."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    made = ""
    for worth, sign in _ROMAN.items():
        count, number = divmod(number, worth)
        made += sign * count
    return made


def _enclosed(first: str) -> Callable[[int], str]:
    return lambda number: chr(ord(first) + number - 1) if number <= 20 else str(number)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "decimalEnclosedCircle": _enclosed("①"),
    "decimalEnclosedCircleChinese": _enclosed("①"),
    "decimalEnclosedParen": _enclosed("⑴"),
    "decimalEnclosedFullstop": _enclosed("⒈"),
    "decimalFullWidth": lambda number: "".join(chr(ord(digit) + 0xFEE0) for digit in str(number)),
    "chineseCounting": counted,
    "chineseCountingThousand": counted,
    "japaneseCounting": counted,
    "taiwaneseCounting": counted,
    "taiwaneseCountingThousand": counted,
    "ideographDigital": _read_out,
    "japaneseDigitalTenThousand": _read_out,
    "taiwaneseDigital": _read_out,
    "chineseLegalSimplified": lambda number: counted(number).translate(_FORMAL),
    "ideographLegalTraditional": lambda number: counted(number).translate(_FORMAL),
    "ideographTraditional": lambda number: _STEMS[(number - 1) % 10],
    "ideographZodiac": lambda number: _BRANCHES[(number - 1) % 12],
    "none": lambda _: "",
}


def printed(number: int, how: str) -> str:
    """`number` in the format `how` of Word; in digits when the format is unknown here or has no such number."""
    return _FORMATS.get(how, str)(number) if 0 < number <= _MOST else str(number)
