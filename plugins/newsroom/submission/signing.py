"""Lifts the byline into the head, from wherever newspapers put it: its own line, the dateline, brackets, the end of a paragraph.

Only what the byline grammar reads without a doubt is lifted. Days are left to `dating`, credits of photos to `captions`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .. import byline
from ..byline import Byline
from ..byline.words import DESK_ROLES, IDENTITIES
from ..findings.problems import Place
from ..text.names import closed_up
from . import cuts
from .cuts import BLANKS, words_of
from .draft import Draft, Photo
from .tree import Paragraph

_LONGEST = 90  # characters
_SIGNS = "□■◎●○▲△◆◇★☆\u25a0\u25a1*＊ \u3000\t"
_ROLE = rf"(?:{'|'.join(sorted(IDENTITIES, key=len, reverse=True))})"
_CRAFT = r"(?:文\s*[/／、]?\s*图|文并图|文并摄|图文|摄影报道|图文报道|综合报道|报道|文|图|摄|撰文|整理|采写)"
_BEGINS = re.compile(
    rf"(?:[^，。；：、！？“”\s]{{0,12}}{_ROLE}[\s：:/／丨｜\u3000]*\S|(?:文|图|撰文|摄影|作者|采写|整理)\s*[/／丨｜：:]\s*\S|{_CRAFT}[ \u3000]+\S|署名\s*[：:])"
)
_ENDS = re.compile(rf"[ \u3000/／丨｜]{_CRAFT}$")
_LABEL = re.compile(r"^署名\s*[：:]\s*")
_AFTER_TEXT = re.compile(
    rf"(?<=[。！？”」』）)])[ \u3000]*(?P<words>(?:[^，。；：！？“”（()）\s]{{0,10}}{_ROLE})[ \u3000：:]?[^，。；！？“”]{{2,60}}"
    rf"|(?:文|图)\s*[/／丨｜：:][^，。；！？“”]{{2,60}}|[^，。；！？“”（）()]{{2,40}}[ \u3000/／]{_CRAFT})$"
)
_BRACKETS_AT_END = re.compile(r"[（(【\[](?P<words>[^（(【\[\]】)）]{3,80})[)）】\]][。]?$")
DATELINE = re.compile(
    r"[【\[]?(?P<outlet>本[报网刊台社专栏]{1,2}|[^\s，。（(]{2,8}(?:报|网|社|台|客户端|新闻))(?P<where>[^，。；（(\s]{0,10}?)"
    r"(?P<day>(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}日)?(?P<kind>讯|电|消息)[】\]]?[ \u3000]*[：:]?[ \u3000]*"
)
_SIGNED_DATELINE = re.compile(
    rf"[（(](?P<words>[^（()）]{{2,70}})[)）]|(?P<bare>(?:[^，。；：（(\s]{{0,8}}{_ROLE})[^，。；：（(]{{2,50}}?)(?:报道[：:，,]?|[：:])"
)
_OWN = ("本报", "本网", "本刊", "本台", "本社", "本站", "本专栏")


@dataclass(frozen=True, slots=True)
class _Found:
    """A byline and where it stands: the characters [start, end) of the part at `at`; is_whole: nothing else stands there."""

    at: int
    start: int
    end: int
    words: str
    line: Byline
    is_whole: bool = False


def sign(draft: Draft) -> None:
    found = [each for at, paragraph in draft.paragraphs() if (each := _in_paragraph(draft, at, paragraph))]
    if not found:
        draft.doubt("SB17", "")
    for each in found:
        _take(draft, each)
    _tell_of_rest(draft, found)
    for at, paragraph in draft.paragraphs():
        _open_dateline(draft, at, paragraph)


def read(words: str) -> Byline | None:
    """The byline in these words, None unless it is certain that they are one and that somebody in it wrote."""
    inside = words.strip(_SIGNS)
    if not 2 <= len(inside) <= _LONGEST or not (_BEGINS.match(inside) or _ENDS.search(inside)):
        return None
    line, problems = byline.parse(inside, Place(""))
    people = line.contributors
    is_sure = bool(people) and not problems and all(person.role not in DESK_ROLES for person in people)
    names = all(byline_name(person.name) for person in people)
    return line if is_sure and names and any("text" in person.does for person in people) else None


def byline_name(name: str) -> bool:
    """Whether a contributor is a person or a body, not two words of a sentence such as 记者手记."""
    return name not in (
        "手记",
        "观察",
        "调查",
        "见闻",
        "走基层",
        "节",
        "之家",
        "在线",
        "笔记",
        "日记",
        "获悉",
        "了解",
        "采访",
    )


def _in_paragraph(draft: Draft, at: int, paragraph: Paragraph) -> _Found | None:
    text = paragraph.text.rstrip(BLANKS)
    whole = words_of(paragraph)
    inside = _LABEL.sub("", whole)
    bracketed = _BRACKETS_AT_END.fullmatch(inside)
    line = read(bracketed["words"] if bracketed else inside)
    if line is not None:
        return _Found(at, 0, len(paragraph.text), line.written, line, is_whole=True)
    opening = _in_dateline(text)
    if opening is not None:
        return _Found(at, *opening)
    for pattern in (_BRACKETS_AT_END, _AFTER_TEXT):
        ending = pattern.search(text)
        line = read(ending["words"]) if ending else None
        if ending and line is not None:
            return _Found(at, ending.start(), len(text), line.written, line)
    return None


def _in_dateline(text: str) -> tuple[int, int, str, Byline] | None:
    """The byline in a dateline: 本报讯（记者 张三 通讯员 李四）; with its brackets."""
    start = len(text) - len(text.lstrip(BLANKS))
    dateline = DATELINE.match(text, start)
    signed = _SIGNED_DATELINE.match(text, dateline.end()) if dateline else None
    if signed is None:
        return None
    words = signed["words"] or signed["bare"]
    line = read(words.rstrip(BLANKS))
    return None if line is None else (signed.start(), signed.end(), line.written, line)


def _take(draft: Draft, found: _Found) -> None:
    part = draft.parts[found.at]
    assert isinstance(part, Paragraph)
    written = str(draft.head.get("署名", ""))
    known = _names(byline.parse(written, Place(""))[0]) if written else frozenset()
    if _names(found.line) <= known:
        draft.leave_out(part.text[found.start : found.end], "SB70", part.place)
    elif not known:
        draft.head["署名"] = " ".join(found.words.split())
        draft.did("SB18", part.place, {"words": draft.head["署名"]})
    else:
        longer = f"{written} {' '.join(found.words.split())}"
        if known <= _names(found.line):
            longer = " ".join(found.words.split())
            draft.leave_out(written, "SB70", part.place)
        if byline.parse(longer, Place(""))[1]:
            draft.doubt("SB19", part.place, {"words": found.words, "byline": written})
            return
        draft.head["署名"] = longer
        draft.doubt("SB23", part.place, {"words": longer})
    if found.is_whole:
        draft.empty(found.at)
        draft.signed_at = found.at if draft.signed_at is None else draft.signed_at
    else:
        for words in part.text[found.start : found.end].split(found.words):
            draft.leave_out(words if any(map(str.isalnum, words)) else "", "SB74", part.place)
        draft.parts[found.at] = cuts.without(part, found.start, found.end)


def _names(line: Byline) -> frozenset[str]:
    return frozenset(closed_up(person.name) for person in line.contributors)


def _tell_of_rest(draft: Draft, found: list[_Found]) -> None:
    """A byline ends a text or stands above it; with text on both sides, the parts may be out of order."""
    for each in found:
        before = [at for at, part in draft.paragraphs() if at <= each.at and len(words_of(part)) > _LONGEST]
        after = [at for at, part in draft.paragraphs() if at > each.at and len(words_of(part)) > _LONGEST]
        part = draft.parts[each.at]
        is_dateline = (
            isinstance(part, Paragraph)
            and each.start <= 40
            and not each.is_whole
            and len(words_of(part)) > each.end - each.start
        )
        if (
            before
            and after
            and not isinstance(part, Photo)
            and not (is_dateline and len(before) == 1 and before[0] == each.at)
        ):
            draft.doubt("SB24", part.place, {"count": len(after)})


def _open_dateline(draft: Draft, at: int, paragraph: Paragraph) -> None:
    """Drop an opening 本报讯 of ours; that of an agency stays, for it says whose report it is."""
    text = paragraph.text
    start = len(text) - len(text.lstrip(BLANKS))
    dateline = DATELINE.match(text, start)
    if dateline is None or not (text[dateline.end() :].strip() or dateline.group().strip()):
        return
    if not dateline["outlet"].startswith(_OWN):
        if dateline["kind"] == "电":
            draft.doubt("SB25", paragraph.place, {"outlet": dateline["outlet"]})
        return
    draft.leave_out(dateline.group(), "SB71", paragraph.place)
    draft.parts[at] = cuts.without(paragraph, 0, dateline.end())
