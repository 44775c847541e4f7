"""Finds markup that would be printed literally: syntax of other programs, and near misses of our own.

One list, in the order in which the kinds are tried; the first kind that matches wins. Where the text comes from and its
position in the file are left to the callers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from .typography import HAN

_LINK_FORM = "链接请写成 [文字](../16-shangdu/index.md)，圆括号和方括号都用英文的，中间不留空格"
_PHOTO_FORM = '照片请写成 ![说明](01.jpg "张三 摄")'
_BOX_FORM = "要提示读者，请直接写成一段话，或写成“> 编者按：……”"
_MENDED = "运行 check --fix 自动改成半角；"
_FILE = r"\.(?:md|html?|jpe?g|png|gif|webp|heic|pdf|docx?|xlsx?|pptx?|zip|mp[34])\b"
_PATH = rf"(?=[^()（）\s]*(?:/|{_FILE}))[^()（）]*"


# A pair of **, or a single one left over; not 138****1234, nor 张**, a name partly withheld.
_STARS = (
    r"(?<![＊*])(?:(?<!\w)|(?=[＊*]{2}\w))[＊*]{2}[^＊*\n]+[＊*]{2}(?![＊*])|(?<![\w*＊])[＊*]{2}(?![*＊])"
    rf"|(?<![*＊])(?<!(?<![{HAN}])[{HAN}])[＊*]{{2}}(?![\w*＊])"
)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of mark. advice: what to write instead; is_sure: whether it cannot be meant as plain words; is_wide: whether its
    only fault is being typed full-width, which can be fixed."""

    pattern: re.Pattern[str]
    advice: str
    is_sure: bool = True
    is_wide: bool = False


@dataclass(frozen=True, slots=True)
class RawMark:
    """text[start:end] is a mark of that kind."""

    start: int
    end: int
    kind: Kind


def _kind(pattern: str, advice: str, is_sure: bool = True, is_wide: bool = False) -> Kind:
    return Kind(re.compile(pattern, re.IGNORECASE), advice + "。", is_sure, is_wide)


# Each alternative covers one habit; `^` is the beginning of a paragraph, item, cell or caption.
IN_BODIES = (
    # -- Other programs: wikis, generators, notebooks, forums ------------------------------------------------------
    _kind(r"!\[\[[^\[\]\n]*\]\]", _PHOTO_FORM),
    _kind(r"\[\[_?toc_?\]\]|@?\[toc\]|\{:toc\}|\{\{\s*toc\s*\}\}", "本站不印目录，请删去这一行"),
    _kind(r"\[\[[^\[\]\n]+\]\]", _LINK_FORM),
    _kind(
        r"\{\{[<%]?[^{}\n]*[%>]?\}\}|\{%[^%\n]*%\}|\{#[^{}\n]*#\}|<%[^%\n]*%>", f"请删去；要照片的话，{_PHOTO_FORM}"
    ),
    _kind(r"\{(\+\+|--|>>|==|~~)[^{}\n]*(\+\+|--|<<|==|~~)\}", "这是修改的痕迹，请只留改定的文字"),
    _kind(r"%%[^%\n]+%%", "这是别的软件里的批注，在这里读者看得见，请删去"),
    _kind(r"\[!(?:note|tip|important|warning|caution|info|quote|abstract|todo|[a-z]{4,12})\][+-]?", _BOX_FORM),
    _kind(r"^(?:!!!|\?\?\?\+?)\s*[a-z]+|^:{3,}\s*\{?[a-z]*|^\.\. [a-z-]+::", _BOX_FORM),
    _kind(
        r"\[/?(?:b|i|u|s|url|img|color|size|font|quote|code|align|center|list|caption|gallery|video|audio|embed|attach)"
        r"(?:[= ][^\[\]\n]*)?\](?!\()",
        "请删去方括号里的这些字母；加粗请写 **文字**，" + _LINK_FORM,
    ),
    _kind(r"^\[[ xX√✓]\](?=\s|$)", "这里不印勾选框，请改成文字，例如“已完成”"),
    _kind(rf"==(?=\S)(?=[^=\n]*[{HAN}])[^=\n]+==", "要突出这几个字，请改成 **文字**"),
    _kind(r"(?<![A-Za-z])\+\+(?=\S)[^+\n]+\+\+|\^\^(?=\S)[^^\n]+\^\^", "要突出这几个字，请改成 **文字**", is_sure=False),
    _kind(r"\^\[[^\[\]\n]+\]", "注释请在正文里写 [^1]，在文末另起一行写“[^1]: 注释内容”"),
    _kind(r"~~[^~\n]+~~", "删去线要紧贴文字，例如 ~~原定8月20日~~；不要删去线就删去这些符号"),
    _kind(r"~~", "删去线要成对，例如 ~~原定8月20日~~；不要删去线就删去这两个符号", is_sure=False),
    _kind(r"(?<![\w:]):[a-z][a-z_]{2,}:(?![\w:/])", "表情请直接写成符号，或删去", is_sure=False),
    # -- Photos and links that are nearly right --------------------------------------------------------------------
    _kind(rf"[!！]\s*[\[［【][^\[\]［］【】\n]*[\]］】]\s*[(（]{_PATH}[)）]", _PHOTO_FORM),
    _kind(rf"[\[［【][^\[\]［］【】\n]*[\]］】]\s*[(（]{_PATH}[)）]", _LINK_FORM),
    _kind(r"\]\s?\[(?![\^\d])[^\[\]\n]*\]", _LINK_FORM, is_sure=False),
    _kind(r"\]\([^()\n]*\)?", _LINK_FORM),
    # -- Our own marks, unpaired or typed full-width --------------------------------------------------------------
    _kind(r"^＃{1,6}[ \u3000]+(?=\S)", f"{_MENDED}小标题用英文的 #", is_sure=False, is_wide=True),
    _kind(r"＊{2}(?=[^\s＊*])[^＊*\n]+(?<=\S)＊{2}", f"{_MENDED}加粗用英文的星号", is_sure=False, is_wide=True),
    _kind(r"^[＃#]{1,6}\s*$|^＃+", "小标题请用英文的 #，后面空一格再写，例如“## 小标题”", is_sure=False),
    _kind(_STARS, "加粗请用成对的英文星号，紧贴文字，例如 **重点**", is_sure=False),
    _kind(r"(?<![\w_])__(?=[^\W_])[^_\n]+__(?![\w_])", "加粗请写成 **重点**", is_sure=False),
    _kind(rf"^＞|^>(?=\s*[{HAN}])", "引文请用英文的 > 开头，后面空一格", is_sure=False),
    _kind(rf"^[-+](?=[{HAN}])|^[*](?=[{HAN}]{{2}})", "列表请在短横后面空一格，例如“- 第一项”", is_sure=False),
    _kind(r"`+[^`\n]+`+|`+|｀+", "反引号要成对，用英文的；文章里一般用不到，请删去", is_sure=False),
    _kind(r"^[|｜]?\s*:?-{2,}:?\s*[|｜][\s|｜:-]*$", "表格没有认出来：各行的竖线要一样多，用英文的 |，上面空一行"),
    _kind(r"^[|｜][^|｜\n]*[|｜]", "表格没有认出来：第二行要写成 |---|---|，竖线用英文的 |", is_sure=False),
    _kind(r"^(?:-{3,}|={3,}|\*{3,}|_{3,}|(?:\*\s){2,}\*|(?:-\s){2,}-)$", "要一条分隔线，请单独写一行 ---，前后各空一行", is_sure=False),
    _kind(r"\{:?\s*[#.][\w.-]+[^{}\n]*\}", "请删去花括号和里面的字母", is_sure=False),
    # -- HTML that was not recognised as such ----------------------------------------------------------------------
    _kind(r"<!--", "批注要写成 <!-- 批注 -->，符号都用英文的；或删去", is_sure=False),
    _kind(r"[<＜]/?(?:p|br|b|i|u|a|div|span|strong|em|font|img|table|tr|td|li|ul|ol|h[1-6]|sup|sub|center|o:p)\b[^<>＜＞\n]*[>＞]?", "请删去这个标签", is_sure=False),
    _kind(r"&(?:nbsp|ensp|emsp|lt|gt|amp|quot|apos|[lr][ds]quo|hellip|[mn]dash|middot|bull|times|#\d+|#x[0-9a-f]+);?", "请改成它所代表的符号，或删去", is_sure=False),
)  # fmt: skip

# Marks that mean something in a body but nothing in a headline or caption.
ONLY_WORDS = "这里只能写文字，请删去这些符号"
IN_LINES = (
    *IN_BODIES,
    _kind(r"\[[^\[\]\n]+\]\([^()\n]*\)", ONLY_WORDS),
    _kind(rf"(?<![\w*])\*(?=\S)(?=[^*\n]*[{HAN}])[^*\n]+(?<=\S)\*(?![\w*])", ONLY_WORDS, is_sure=False),
    _kind(r"\[\^[^\[\]\n]*\]", "这里不能写注释，请删去"),
)  # fmt: skip

_LONGEST_SAMPLE = 24
_MOST = 20  # findings of one kind in one paragraph: more would not help
_HINT = re.compile(r"[\[\]［］【】{}<>＜＞%!！?:=+^~＃＊＞*#_`｀|｜&-]|\.\. ")

# Every alternative begins with a literal character, so the search is as fast as one for a single character.
MAY_HOLD = re.compile(
    r"%%|\+\+|!!!|! |\?\?\?|:::|:[a-zA-Z][a-zA-Z_]{2,}:|~~|\.\. |\^|==|＊＊|｀|＜|＃|＞|｜|［|］|！[【\[ ［]|】[\](（ ［]"
)
"""A quick test for a text whose brackets, stars and ASCII angle brackets are known to be sound: no match, nothing to find."""


_NARROW = str.maketrans("＃＊\u3000", "#* ")


def narrow(mark: str) -> str:
    """The half-width form of a mark whose kind `is_wide`."""
    return mark.translate(_NARROW)


def sample(mark: str) -> str:
    """A mark as shown in findings, cut if it is long."""
    return mark.strip() if len(mark) <= _LONGEST_SAMPLE else mark[:_LONGEST_SAMPLE] + "…"


def find(text: str, kinds: tuple[Kind, ...] = IN_BODIES) -> Iterator[RawMark]:
    """The marks in one paragraph, item, cell, caption or headline, in order; none of them overlap."""
    if not _HINT.search(text):
        return
    taken: list[RawMark] = []
    for kind in kinds:
        for match in islice(kind.pattern.finditer(text), _MOST):
            if match.end() > match.start() and all(match.end() <= m.start or m.end <= match.start() for m in taken):
                taken.append(RawMark(match.start(), match.end(), kind))
    yield from sorted(taken, key=lambda mark: mark.start)
