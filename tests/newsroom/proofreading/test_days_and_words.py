"""Days, numbers of people and words: what is planted is found whatever its form, and what only resembles it is left alone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.newsroom.proofreading import fixed_phrases, fixed_words
from plugins.newsroom.proofreading.copy import copy_of
from plugins.newsroom.proofreading.order import slips_in
from plugins.newsroom.proofreading.traditional_forms import SIMPLIFIED
from plugins.newsroom.text.dates import chinese_date, chinese_weekday
from plugins.newsroom.text.placed import Kind
from tests.newsroom.proofreading.sheets import DAY, found, registries
from tests.newsroom.proofreading.test_punctuation import SENTENCES

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
FULL_WIDTH = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")
DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))
WORDS = (*fixed_words.SLIPS.by_pair.values(), *fixed_words.VARIANTS.by_pair.values())
ROWS = [word for words in WORDS for word in words]


def codes(text: str, day: date | None = DAY) -> list[str]:
    looked_at = copy_of([(Kind.PARAGRAPH, line) for line in text.split("\n")], registries(), day)
    return [rule.code for rule, _ in slips_in(looked_at)]


def with_check_digit(number: str) -> str:
    return number + "10X98765432"[sum(int(d) * w for d, w in zip(number, WEIGHTS, strict=True)) % 11]


def test_our_own_sentences_are_left_alone():
    assert codes("\n".join(SENTENCES)) == []


@given(
    DAYS,
    st.integers(0, 6),
    st.sampled_from(["{day}（{name}）", "{day}{name}", "{day}，{name}，", "{name}（{day}）", "{day}上午（{name}）"]),
)
def test_a_weekday_is_told_exactly_when_the_calendar_has_another(day: date, later: int, form: str):
    name = chinese_weekday(day + timedelta(days=later))
    assert codes(f"会议于{form.format(day=chinese_date(day), name=name)}举行。") == ["PF40"] * (later > 0)


@given(st.dates(DAY - timedelta(days=150), DAY + timedelta(days=150)))
def test_a_day_without_its_year_lies_in_the_year_that_is_nearest_to_the_story(day: date):
    written = f"{day.month}月{day.day}日"
    assert codes(f"{written}（{chinese_weekday(day)}）") == []
    assert codes(f"{written}（{chinese_weekday(day + timedelta(days=1))}）") == ["PF40"]
    assert codes(f"{written}（{chinese_weekday(day + timedelta(days=1))}）", day=None) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2017年2月29日", "PF41"),
        ("13月5日", "PF41"),
        ("四月三十一日", "PF41"),
        ("去年2月29日", ""),
        ("8月16日25时", "PF42"),
        ("上午15时", "PF42"),
        ("9时75分", "PF42"),
        ("下午15时", ""),
        ("2020年至2017年", "PF43"),
        ("2017—2020年", ""),
        ("8月28日—8月15日", "PF43"),
        ("新华社北京8月20日电", "PF44"),
        ("新华社北京8月10日电", ""),
        ("新华社北京12月10日电", ""),
        ("昨日（8月19日）", "PF45"),
        ("昨日（8月15日）", ""),
        ("2107年底", "PF46"),
        ("到2060年", ""),
        ("二○一七年", "PF47"),
        ("二〇一七年", ""),
        ("近200人左右", "PF48"),
        ("超过30家以上", "PF48"),
        ("减少了3倍", "PF49"),
        ("下降120%", "PF49"),
        ("下降99.5%", ""),
    ],
)
def test_days_and_quantities(text: str, code: str):
    assert codes(f"据统计，{text}。") == [code] * bool(code)


@given(
    st.dates(date(1930, 1, 1), DAY), st.integers(0, 999), st.sampled_from("０ -"), st.integers(0, 16), st.integers(1, 9)
)
def test_an_identity_card_is_known_by_its_check_digit_however_it_is_set(
    day: date, serial: int, gap: str, at: int, more: int
):
    number = with_check_digit(f"410104{day:%Y%m%d}{serial:03d}")
    forms = {
        "０": number.translate(FULL_WIDTH),
        " ": f"{number[:6]} {number[6:14]} {number[14:]}",
        "-": f"{number[:6]}-{number[6:]}",
    }
    assert "PF50" in codes(f"身份证号为{forms[gap]}。")
    other = f"{number[:at]}{(int(number[at]) + more) % 10}{number[at + 1 :]}"
    assert "PF50" not in codes(f"编号为{other}。")


@pytest.mark.parametrize(
    "number", ["13712345678", "137 1234 5678", "137-1234-5678", "+86 13712345678", "１３７１２３４５６７８"]
)
def test_a_mobile_number_is_found_however_it_is_set(number: str):
    assert "PF51" in codes(f"请联系{number}，谢谢。")


@pytest.mark.parametrize(
    "number", ["0371-66260000", "400-800-1234", "12345", "137****5678", "1371234567", "137123456789", "13712345678元"]
)
def test_other_numbers_are_no_mobile_numbers(number: str):
    assert "PF51" not in codes(f"请联系{number}，谢谢。")


def test_every_traditional_form_is_found_alone_and_a_sentence_of_them_once():
    for form in SIMPLIFIED:
        assert codes(f"管城{form}区") == ["PF55"]
    assert codes("區委書記強調，要傳達學習會議精神。會後，大家一起來到了城東路街道，看了兩個項目。") == ["PF55"]


def test_each_wrong_word_is_found_and_what_it_should_be_is_not():
    assert [word.wrong for word in ROWS if not codes(f"他说：{word.wrong}。")] == []
    assert [word.right for word in ROWS if codes(f"他说：{word.right}。")] == []


def test_a_wrong_word_that_is_part_of_other_words_is_left_alone():
    for word in ROWS:
        assert word.stands_at(0, word.wrong)
        assert not [sign for sign in word.not_after if word.stands_at(1, sign + word.wrong)]
        assert not [sign for sign in word.not_before if word.stands_at(0, word.wrong + sign)]


def test_old_stories_are_judged_by_the_rules_of_their_day():
    assert codes("核对帐户。", date(2001, 8, 16)) == []
    assert codes("核对帐户。", date(2017, 8, 16)) == ["PF61"]


def test_no_phrase_is_taken_for_another():
    assert [phrase for phrase in sorted(fixed_phrases.table().right) if codes(f"他说：{phrase}。")] == []


@pytest.mark.parametrize("wrong", ["一愁莫展", "再接再励", "默守成规", "川流不媳", "学习惯彻", "高度中视", "脱贫功坚"])
def test_one_character_of_the_same_sound_or_look_is_found_in_a_phrase(wrong: str):
    assert codes(f"大家{wrong}，") == ["PF62"]


@pytest.mark.parametrize("wrong", ["进行进行", "管城区管城区", "建建", "的的", "推进进", "项目目"])
def test_what_stands_twice_by_mistake_is_found(wrong: str):
    assert codes(f"会议要求{wrong}工作。")[:1] in (["PF57"], ["PF58"])


@pytest.mark.parametrize(
    "right",
    [
        "天天",
        "家家户户",
        "高高兴兴",
        "一个个",
        "一步一步",
        "是是非非",
        "多多少少",
        "讨论讨论。",
        "人民民主",
        "为了了解",
        "陈圆圆",
        "冉冉升起",
        "马尔代夫的维拉·拉拉",
    ],
)
def test_what_is_repeated_for_good_reason_is_left_alone(right: str):
    assert codes(f"大家{right}") == []


def test_names_are_not_doubted():
    looked_at = copy_of([(Kind.PARAGRAPH, "记者孟連婷婷报道")], registries(), DAY, ("孟連", "婷婷"))
    assert list(slips_in(looked_at)) == []
    assert [rule.code for rule, _ in found("记者連报道")] == ["PF55"]
