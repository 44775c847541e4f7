"""Lifts the byline into the head, from wherever newspapers put it: its own line, the dateline, brackets, the end of a paragraph.

Only what the byline grammar reads without a doubt is lifted. Days are left to `dating`, credits of photos to `captions`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .. import byline
from ..byline import Byline, Contributor
from ..byline.words import DESK_ROLES, IDENTITIES, has_surname, is_body
from ..findings.problems import Place
from ..text.names import closed_up
from . import cuts
from .cuts import BLANKS, words_of
from .draft import Draft
from .tree import Paragraph

_LONGEST = 90  # characters
_SIGNS = "□■◎●○▲△◆◇★☆\u25a0\u25a1*＊ \u3000\t"
_ROLE = rf"(?:{'|'.join(sorted(IDENTITIES, key=len, reverse=True))})"
_CRAFT = r"(?:文\s*[/／、]?\s*图|文并图|文并摄|图文|摄影报道|图文报道|综合报道|报道|文|图|摄|撰文|整理|采写|供稿)"
_BEGINS = re.compile(
    rf"[^，。；：、！？“”\s]{{0,12}}{_ROLE}[\s：:/／丨｜]*\S|本[报刊网台站]评论员$|{_CRAFT}[ \u3000]+\S|署名\s*[：:]"
    r"|(?:文字?|图|撰文|摄影|作者|采写|整理|供稿)\s*[/／丨｜：:]\s*\S"
)
_OPENS_WITH_ROLE = re.compile(rf"[^，。；：、！？“”\s]{{0,8}}{_ROLE}[ \u3000]+[^，。；！？“”]+$")
_ENDS = re.compile(rf"[ \u3000/／丨｜]{_CRAFT}$")
_LABEL = re.compile(r"^(?:署名|作者)\s*[：:]\s*")
_AFTER_TEXT = re.compile(
    rf"(?<=[。！？”」』）)])[ \u3000]*(?P<words>(?:[^，。；：！？“”（()）\s]{{0,10}}{_ROLE})[ \u3000：:]?[^，。；！？“”]{{2,60}}"
    rf"|(?:文|图)\s*[/／丨｜：:][^，。；！？“”]{{2,60}}|[^，。；！？“”（）()]{{2,40}}[ \u3000/／]{_CRAFT})$"
)
_BRACKETS_AT_END = re.compile(r"(?P<all>[（(【\[](?P<words>[^（(【\[\]】)）]{2,80})[)）】\]])。?$")
_BRACKETS_AFTER_STOP = re.compile(r"(?<=[。！？”])[ \u3000]*[（(](?P<words>[^（()），。]{2,24})[)）]$")
DATELINE = re.compile(
    r"[【\[]?(?P<outlet>本[报网刊台社专栏]{1,2}|[^\s，。（(]{2,8}(?:报|网|社|台|客户端|新闻))(?P<where>[^，。；（(\s]{0,10}?)"
    r"(?P<day>(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}日)?(?P<kind>讯|电|消息)[】\]]?[ \u3000]*[：:]?[ \u3000]*"
)
_SIGNED_DATELINE = re.compile(
    rf"[（(](?P<words>[^（()）]{{2,70}})[)）]|(?P<bare>(?:[^，。；：（(\s]{{0,8}}{_ROLE})[^，。；：（(]{{2,50}}?)(?:报道[：:，,]?|[：:])"
)
_NO_NAMES = frozenset(
    ("手记", "观察", "调查", "见闻", "走基层", "节", "之家", "在线", "笔记", "日记", "获悉", "了解", "采访")
)
_TOP, _LONGEST_BARE = 5, 24  # paragraphs, characters
_OWN = ("本报", "本网", "本刊", "本台", "本社", "本站", "本专栏")


@dataclass(frozen=True, slots=True)
class _Found:
    """A byline and where it stands: the characters [start, end) of the part at `at`; is_whole: nothing else stands there; doubt: the
    code that asks a person, "" when nothing is doubtful."""

    at: int
    start: int
    end: int
    line: Byline
    is_whole: bool = False
    doubt: str = ""


def sign(draft: Draft) -> None:
    found = [each for at, paragraph in draft.paragraphs() if (each := _in_paragraph(at, paragraph))]
    found = found or list(filter(None, [_unclear_line(draft) or _bare_names(draft)]))
    if not found:
        draft.doubt("SB17", "")
    for each in found:
        _take(draft, each)
    _tell_of_rest(draft, found)
    for at, paragraph in draft.paragraphs():
        _drop_repeated(draft, at, paragraph)
        _open_dateline(draft, at, paragraph)


def read(words: str) -> Byline | None:
    """The byline in these words, None unless it is certain that they are one and that somebody in it wrote."""
    inside = words.strip(_SIGNS)
    if not 2 <= len(inside) <= _LONGEST or not (_BEGINS.match(inside) or _ENDS.search(inside)):
        return None
    line, problems = byline.parse(inside, Place(""))
    people = line.contributors
    is_sure = bool(people) and not problems and all(person.role not in DESK_ROLES for person in people)
    is_signed = all(person.name not in _NO_NAMES for person in people)
    return line if is_sure and is_signed and any("text" in person.does for person in people) else None


def _in_paragraph(at: int, paragraph: Paragraph) -> _Found | None:
    text = paragraph.text.rstrip(BLANKS)
    inside = words_of(paragraph)
    bracketed = _BRACKETS_AT_END.fullmatch(inside)
    inside = bracketed["words"] if bracketed else inside
    line = read(_LABEL.sub("", inside)) or read(inside)
    if line is not None:
        return _Found(at, 0, len(paragraph.text), line, is_whole=True)
    opening = _in_dateline(text)
    if opening is not None:
        return _Found(at, *opening)
    for pattern in (_BRACKETS_AT_END, _AFTER_TEXT):
        ending = pattern.search(text)
        line = read(ending["words"]) if ending else None
        if ending and line is not None:
            return _Found(at, ending.start(), ending.end("all") if pattern is _BRACKETS_AT_END else ending.end(), line)
    return None


def _unclear_line(draft: Draft) -> _Found | None:
    """A line near the top that begins as a byline does though it can be read in two ways: 记者 张三 李四 摄影 王五."""
    for at, paragraph in draft.paragraphs()[:_TOP]:
        text = words_of(paragraph).strip(_SIGNS)
        line, problems = byline.parse(text, Place(""))
        if len(text) <= _LONGEST and _OPENS_WITH_ROLE.match(text) and problems and len(line.contributors) > 1:
            return _Found(at, 0, len(paragraph.text), line, is_whole=True, doubt="SB81")
    return None


def _bare_names(draft: Draft) -> _Found | None:
    """A line near the top or the last one with nothing but names of people, perhaps after their house: 区委宣传部 姜璞; else such
    names in brackets at the end of the text."""
    paragraphs = draft.paragraphs()
    for at, paragraph in paragraphs[1:_TOP]:
        text = words_of(paragraph)
        if len(text) > _LONGEST_BARE and text.endswith("。"):
            break
        if line := _only_names(text):
            return _Found(at, 0, len(paragraph.text), line, is_whole=True, doubt="SB76")
    return _names_at_end(*paragraphs[-1]) if len(paragraphs) > 1 else None


def _names_at_end(at: int, last: Paragraph) -> _Found | None:
    text = words_of(last)
    line = _only_names(text) if last.look.alignment == "right" else None
    if line:
        return _Found(at, 0, len(last.text), line, is_whole=True, doubt="SB76")
    ending = _BRACKETS_AFTER_STOP.search(last.text)
    line = _only_names(ending["words"]) if ending else None
    return _Found(at, ending.start(), ending.end(), line, doubt="SB76") if ending and line else None


def _only_names(text: str) -> Byline | None:
    """The byline in a short text that holds nothing but names of people who may have written."""
    line, problems = byline.parse(text.strip(_SIGNS + "（）()【】"), Place(""))
    people = [person for person in line.contributors if not is_body(person.name)]
    is_sure = not problems and people and all(map(_is_writer, people)) and len(text) <= _LONGEST_BARE
    return line if is_sure and not (len(people) == 1 and len(text) > len(people[0].name) + 12) else None


def _is_writer(person: Contributor) -> bool:
    return has_surname(person.name) and len(person.name) <= 4 and "text" in person.does


def _in_dateline(text: str) -> tuple[int, int, Byline] | None:
    """The byline in a dateline: 本报讯（记者 张三 通讯员 李四）; with its brackets."""
    start = len(text) - len(text.lstrip(BLANKS))
    dateline = DATELINE.match(text, start)
    signed = _SIGNED_DATELINE.match(text, dateline.end()) if dateline else None
    if signed is None:
        return None
    words = signed["words"] or signed["bare"]
    line = read(words.rstrip(BLANKS))
    return None if line is None else (signed.start(), signed.end(), line)


def _take(draft: Draft, found: _Found) -> None:
    part = draft.parts[found.at]
    assert isinstance(part, Paragraph)
    if not _write(draft, found, part):
        return
    if found.is_whole:
        draft.signed_at = found.at if draft.signed_at is None else draft.signed_at
    for words in part.text[found.start : found.end].split(found.line.written):
        draft.leave_out(words if any(map(str.isalnum, words)) else "", "SB74", part.place)
    is_after_agency = part.text[: found.start].endswith("电")  # its dateline stays, and a gap parts it from the text
    draft.parts[found.at] = cuts.changed(part, found.start, found.end, "\u3000" if is_after_agency else "")


def _write(draft: Draft, found: _Found, part: Paragraph) -> bool:
    """Write a byline into the head, beside those found before; False where both together cannot be read."""
    written, new = str(draft.head.get("署名", "")), " ".join(found.line.written.split())
    known = _names(written)
    if not written and found.doubt:
        draft.doubt(found.doubt, part.place, {"words": new})
    elif not written:
        draft.did("SB18", part.place, {"words": new})
    elif names_of(found.line) <= known:
        draft.leave_out(new, "SB70", part.place)
        return True
    elif known <= names_of(found.line):
        draft.leave_out(written, "SB70", part.place)
        draft.did("SB18", part.place, {"words": new})
    else:
        new = f"{written} {new}"
        if byline.parse(new, Place(""))[1]:
            draft.doubt("SB19", part.place, {"words": found.line.written, "byline": written})
            return False
        draft.doubt("SB23", part.place, {"words": new})
    draft.head["署名"] = new
    return True


def _drop_repeated(draft: Draft, at: int, paragraph: Paragraph) -> None:
    """Drop brackets at the end with nothing but names that are in the byline: （冉红政 姜璞）."""
    ending = _BRACKETS_AT_END.search(paragraph.text)
    known = _names(str(draft.head.get("署名", "")))
    if ending is None or not known:
        return
    line, problems = byline.parse(ending["words"], Place(""))
    if (
        not problems
        and line.contributors
        and names_of(line) <= known
        and all("text" in each.does for each in line.contributors)
    ):
        draft.leave_out(ending["all"], "SB70", paragraph.place)
        draft.parts[at] = cuts.without(paragraph, ending.start("all"), ending.end("all"))


def _names(written: str) -> frozenset[str]:
    return names_of(byline.parse(written, Place(""))[0]) if written else frozenset()


def names_of(line: Byline) -> frozenset[str]:
    return frozenset(closed_up(person.name) for person in line.contributors)


def _tell_of_rest(draft: Draft, found: list[_Found]) -> None:
    """A byline ends a text or stands above it; with text on both sides, the parts may be out of order."""
    texts = [at for at, paragraph in draft.paragraphs() if len(words_of(paragraph)) > _LONGEST]
    for each in found:
        before = [at for at in texts if at < each.at or (at == each.at and each.start > _LONGEST)]
        after = [at for at in texts if at > each.at]
        if before and after:
            draft.doubt("SB24", draft.parts[each.at].place, {"count": len(after)})


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
