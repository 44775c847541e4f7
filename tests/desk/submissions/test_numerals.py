import pytest

from plugins.desk.submissions.word.numerals import printed


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        ("decimal", {1: "1", 10: "10", 0: "0"}),
        ("decimalZero", {1: "01", 12: "12"}),
        (
            "chineseCounting",
            {1: "一", 10: "十", 11: "十一", 20: "二十", 21: "二十一", 100: "一百", 101: "一百零一", 110: "一百一十"},
        ),
        ("chineseCountingThousand", {1001: "一千零一", 1010: "一千零一十", 2300: "二千三百", 10000: "10000"}),
        ("ideographDigital", {10: "一〇", 123: "一二三"}),
        ("chineseLegalSimplified", {3: "叁", 12: "拾贰"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
        ("ideographTraditional", {1: "甲", 11: "甲"}),
        ("ideographZodiac", {1: "子", 12: "亥"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA"}),
        ("lowerRoman", {1: "i", 4: "iv", 9: "ix", 14: "xiv", 400: "cd", 1990: "mcmxc"}),
        ("none", {5: ""}),
        ("nobody knows", {7: "7"}),
    ],
)
def test_numbers_are_printed_as_word_prints_them(how, expected):
    assert {number: printed(number, how) for number in expected} == expected
