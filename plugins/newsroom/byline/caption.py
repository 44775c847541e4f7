"""Splits a photo credit off the end of a caption: 城墙 张三 摄. Which photo a line belongs to is left to `body.beside`.

Newspapers put the photographer after the caption, and so do pasted texts. The byline grammar defines what a credit is; this
module finds where it begins, and decides whether it certainly is one: 游客在拍摄 is not.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from .. import byline
from ..findings.problems import Place
from . import Byline, Contributor
from .credit import parse_credit
from .words import PICTURE_AGENCIES, is_body, is_outlet, may_be_surname

_LONGEST = 60  # characters of a credit
_SPACES = " \t\u3000\xa0"
_HAS_CRAFT = re.compile(
    r"(?:[摄影图片照绘画供发道拍]|提供|(?:来源|摄影?|制图|绘图|供图|图[片源据]?|漫画)[ \u3000]*[：:/／丨｜| \u3000]\S.*"
    rf"|(?:图片[由来]|图[源据]|摄影师|摄影记者).*|{'|'.join(sorted(PICTURE_AGENCIES))})"
    r"[)）】〕\]]?[。.；;]?$"
)
_BOUNDARY = re.compile(
    r"(?<=[\s。！？；;，,、：”’」』》】）)!?—–/／|｜丨-])(?=[^\s。！？；，、])|[（(【〔\[]"
    r"|(?<!^)(?=本[报网刊台](?:\S{0,3}记者|通讯员)|(?:新华社|中新社)(?:\S{0,2}记者|发)|(?:图片|照片)由|(?<![报网社刊台])资料(?:图片|照片))"
)
_STRONG = re.compile(
    r"(?:^|[。！？；!?”’」』】）)（(【〔\[])[ \t\u3000\xa0]*$"
)  # text before which a separate phrase begins
_LISTED = re.compile(r"[、和与及][ \t\u3000]*$")
_ENDS = re.compile(r"(?:摄|供图)[)）】〕\]]?[。.]?$")
_IN_BRACKETS = re.compile(r"^[（(【〔\[]([^（(【〔\[\]〕】)）]*)[)）】〕\]]$")
_CLOSING, _BULLETS = "。！？；…”", " \t\u3000\xa0◎▲△▼●■□◆◇★☆·-—"
_VERB = re.compile(
    r"[拍航跟抓代补翻偷自合在所于被正同共实现]$"
)  # 游客在拍摄, 现场航摄: a verb in a sentence, not a credit
_IS_SENTENCE = re.compile(
    r"(?!.*(?:图|照片|[)）】〕\]][。.]?$)).*提供[。.]?$"
)  # 岗位由街道提供; not （区委宣传部提供）
_IN_SENTENCES = re.compile("[由到的了被把将]|图为|在(?!线)")  # 图为服务中心
_PHRASE_ENDS = _SPACES + "，,、/／|｜丨—-–·"
_CLOSE_CRAFTS = frozenset({"摄", "供图", "摄影报道", "图文报道", "发"})  # used only of printed pictures
_WORDS_LIKE_NAMES = (
    "高空 高清 高楼 高校 高新 高架 高温 白天 白鸽 何时 何处 游客 方案 方便 方式 安全 安置 全程 全市 全区 全景 于空 万人 江边 江山 金秋 金水 石榴 石碑"
    " 花园 沈阳 安阳 济南 成都 钟楼 文庙 文化 文物 文明 边走 时光 时装 施工 水利 田野 车站 车间 路边 路口 龙湖 向阳 张贴 包装 应急 关爱 关注"
    " 连续 明代 清晨 商都 单位 平安 平房 左右 元旦 毛坯 古树 古城 古建 古都 牛年 马路 雷雨 申请 温暖 党员 党校 党建 强拆 解放 宣传 项目 阳光"
    " 景区 景点 常年 部分 易地 齐心 荣誉 房屋 胡同 章程 管城"
)
_NO_NAMES = frozenset(_WORDS_LIKE_NAMES.split())


class Certainty(StrEnum):
    """How certain a credit is. UNCLEAR: where its names begin is ambiguous; DOUBTFUL: it may not be a credit at all."""

    SURE = "sure"
    UNCLEAR = "unclear"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class CaptionCredit:
    """The credit at the end of a text. credit: in house style; names: the people in it; rest: the text without it;
    start, end: its range in the text, including brackets and the separator before it."""

    credit: str
    rest: str
    start: int
    end: int
    certainty: Certainty = Certainty.SURE
    names: frozenset[str] = frozenset()

    @property
    def is_sure(self) -> bool:
        return self.certainty is Certainty.SURE


def credit_at_end(
    text: str, known: Collection[str] = (), *, stands_alone: bool = False, is_line: bool = False
) -> CaptionCredit | None:
    """The credit at the end of `text` (one line), or None if it has none.

    known: names of people known from bylines; stands_alone: whether the names may come first, as in a line below a photo
    that already has a caption; is_line: whether it is a line of the story's own text, where 来源：郑州晚报 and
    记者 张三 文/图 may refer to the story.
    """
    end = len(text.rstrip())
    if not _HAS_CRAFT.search(text, max(0, end - _LONGEST), end):
        return None
    return _credit_at_end(text, frozenset(name for name in known if name in text), stands_alone, is_line)


@lru_cache(maxsize=2048)
def _credit_at_end(text: str, known: frozenset[str], stands_alone: bool, is_line: bool) -> CaptionCredit | None:
    end = len(text.rstrip())
    best: int | None = None
    people: tuple[Contributor, ...] = ()
    is_listed, unclear = False, None
    for start in _starts(text, end, known):
        credited = _sure_credit(text[start:end], known, is_line)
        if credited is None:
            continue
        judged: Certainty | None = Certainty.SURE
        if best is not None and not is_listed:
            judged = _may_begin_earlier(credited, people, text[:start], known, stands_alone)
        if judged is Certainty.SURE:
            best, people, unclear = start, credited, None
            is_listed = bool(_LISTED.search(text[:start]))
        elif judged is Certainty.UNCLEAR:
            unclear = start
    if best is None:
        return _doubtful(text, end)
    if unclear is not None:
        return _credit_between(text, unclear, end, Certainty.UNCLEAR)
    return _credit_between(text, best, end, Certainty.UNCLEAR if is_listed else Certainty.SURE)


def _starts(text: str, end: int, known: frozenset[str]) -> list[int]:
    """The offsets at which a credit at the end of `text` may begin, the last one first."""
    first = max(0, end - _LONGEST)
    starts = {match.start() for match in _BOUNDARY.finditer(text, first, end)}
    starts |= {at for name in known if (at := text.rfind(name, first, end)) >= 0}
    starts |= {0} if first == 0 else set()
    return sorted((start for start in starts if not _is_within_name(text, start)), reverse=True)


def _is_within_name(text: str, start: int) -> bool:
    """Whether `start` is between two words of a foreign name: John | Smith."""
    before = text[:start].rstrip(_SPACES)[-1:]
    return before.isascii() and before.isalpha() and text[start].isascii() and text[start].isalpha()


def _sure_credit(text: str, known: frozenset[str], is_line: bool) -> tuple[Contributor, ...] | None:
    """The people of a text that is certainly a credit and nothing else; None if it may be anything else."""
    credit, problems = parse_credit(text, Place(""))
    people = credit.contributors
    if problems or not people or _IS_SENTENCE.match(text):
        return None
    if is_line and any(person.role == "source" or "text" in person.does for person in people):
        return None
    return people if all(_made_it(person, text, known) for person in people) else None


def _made_it(person: Contributor, text: str, known: frozenset[str]) -> bool:
    if person.role == "source":
        return person.title.endswith("来源")
    if person.role == "stock" or person.name in PICTURE_AGENCIES:
        return True
    if is_body(person.name):
        return bool(person.craft) and not _IN_SENTENCES.search(person.name)
    if not {"photo", "drawing"} & set(person.does):
        return False
    if not person.craft:
        return "摄影" in person.rank or person.title == "摄影师"
    if person.name in known or person.title:
        return True
    return _looks_like_a_name(person.name) and _is_clear(person, text)


def _looks_like_a_name(name: str) -> bool:
    return (
        "·" in name or name.isascii() or (may_be_surname(name) and name not in _NO_NAMES and name[:2] not in _NO_NAMES)
    )


def _is_clear(person: Contributor, text: str) -> bool:
    """Whether the craft refers to the picture, not to what somebody in it does: 张三 摄, 摄影：张三, 张三/图; not 张三拍摄."""
    if person.craft == "摄" and text[person.end : person.end + 1] == "摄":
        return len(person.name) < 3 or not _VERB.search(person.name)
    is_tied = any(mark in text for mark in "/／丨｜|：:")
    if text.startswith("供图") or person.craft in _CLOSE_CRAFTS or is_tied:
        return True
    return person.craft in ("摄影", "制图", "绘图", "漫画", "插画", "手绘") and any(space in text for space in _SPACES)


def _may_begin_earlier(
    extended: tuple[Contributor, ...],
    people: tuple[Contributor, ...],
    before: str,
    known: frozenset[str],
    stands_alone: bool,
) -> Certainty | None:
    """Whether a credit with `people` begins earlier and has the people `extended`: SURE, UNCLEAR, or None if it does not."""
    added = extended[: len(extended) - len(people)]
    if not added:
        first = extended[0]
        is_fuller = (first.title and not people[0].title) or (first.craft and not people[0].craft)
        return Certainty.SURE if is_fuller or is_outlet(first.org) else None
    if all(is_outlet(person.name) or person.title or person.name in known for person in added):
        return Certainty.SURE
    if any(is_body(person.name) for person in added):
        return None
    is_set_apart = bool(_STRONG.search(before)) and (bool(before.strip()) or stands_alone)
    return Certainty.SURE if is_set_apart else Certainty.UNCLEAR


def _doubtful(text: str, end: int) -> CaptionCredit | None:
    """A possible but uncertain credit: 城墙遗址张三摄, 企业供图, 张三拍摄."""
    starts = [match.start() for match in _BOUNDARY.finditer(text, max(0, end - _LONGEST), end)]
    for start in [*reversed(starts), 0]:
        credit, problems = parse_credit(text[start:end], Place(""))
        pictures = [person for person in credit.contributors if person.does != ("text",) or not person.craft]
        if not problems and pictures and not _IS_SENTENCE.match(text[start:end]) and all(map(_may_be_meant, pictures)):
            return _credit_between(text, start, end, Certainty.DOUBTFUL)
    before = text[:end].rstrip("。.)）】〕] ").removesuffix("图")[:-1]
    is_said = _ENDS.search(text, 0, end) and before and not _VERB.search(before)
    return _credit_between(text, 0, end, Certainty.DOUBTFUL) if is_said else None


def _may_be_meant(person: Contributor) -> bool:
    if person.role == "source":
        return person.title.endswith("来源")
    if is_body(person.name) and _IN_SENTENCES.search(person.name):
        return False
    if not person.craft or "photo" not in person.does:
        return False
    if may_be_surname(person.name) and person.name[:2] not in _NO_NAMES:
        return True
    return (person.role == "provider" or person.craft == "摄") and not _VERB.search(person.name)


def _credit_between(text: str, start: int, end: int, certainty: Certainty) -> CaptionCredit:
    written = text[start:end].rstrip("。.；;")
    bracketed = _IN_BRACKETS.match(written)
    rest = text[:start].rstrip(_PHRASE_ENDS)
    first, last = len(rest), len(text)
    if written != text[start:end] and rest and rest[-1] not in _CLOSING:
        rest += text[end - 1]
        last = end - 1
    credit = (bracketed[1] if bracketed else written).strip(_BULLETS)
    understood = parse_credit(credit, Place(""))[0]
    names = frozenset(person.name for person in understood.contributors)
    return CaptionCredit(_in_form(credit, understood), rest, first, last, certainty, names)


def _in_form(credit: str, understood: Byline) -> str:
    """A credit in house style if that changes only spaces (张三摄 is 张三 摄), else as written."""
    printed = byline.render(understood)
    return printed if "".join(printed.split()) == "".join(credit.split()) else " ".join(credit.split())
