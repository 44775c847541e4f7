"""Characters for the signs of the fonts Symbol and Wingdings that newsrooms use."""

from __future__ import annotations

_WINGDINGS = {
    **dict(zip(range(0x81, 0x8B), "①②③④⑤⑥⑦⑧⑨⑩", strict=True)),
    **dict(zip(range(0x8C, 0x96), "❶❷❸❹❺❻❼❽❾❿", strict=True)),
    **dict(zip(b"JFFlnouv(*", "☺☞☞●■□◆❖☎✉", strict=True)),
    **dict(zip(b"\x9f\xa7\xa8\xab\xd8\xdf\xe0\xe1\xe2\xfb\xfc\xfd\xfe", "•▪□★➢←→↑↓✗✓☒☑", strict=True)),
}
_WINGDINGS_2 = dict(zip(b"OPRTV\x97\xa3", "✗✓☑☒☒●□", strict=True))
_SYMBOL = {
    **dict(zip(b"abgdezhqiklmnxoprstufcyw", "αβγδεζηθικλμνξοπρστυφχψω", strict=True)),
    **dict(zip(b"GDQLXPSFYW", "ΓΔΘΛΞΠΣΦΨΩ", strict=True)),
    **dict(zip(b"\xa3\xa5\xa9\xab\xac\xad\xae\xaf\xb0\xb1\xb3\xb4\xb7\xb8\xb9\xbb", "≤∞♥↔←↑→↓°±≥×•÷≠≈", strict=True)),
    **dict(zip(b"\xbc\xc7\xc8\xce\xd6\xe5", "…∩∪∈√∑", strict=True)),
}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
_PRIVATE = range(0xE000, 0xF900)


def character(font: str, code: str) -> str:
    """The character of a w:sym, "" when nobody knows it. code: in hexadecimal digits, as written there."""
    try:
        number = int(code, 16)
        return _FONTS.get(font.lower(), {}).get(number & 0xFF, "") if number in _PRIVATE else chr(number)
    except (ValueError, OverflowError):
        return ""
