"""Finds the photo marks in a body, including slightly malformed ones: full-width brackets, missing quotes.

Each is found with its four parts, so that a fix changes no more than necessary. What is wrong and how it is fixed is left
to `photo_forms` and `slips`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

_BLANK = "[ \t\u3000\xa0]*"
_QUOTE = "[\"'“”‘’＂＇„‟〝〞「」『』]"
_SUFFIX = r"\.(?:jpe?g|png|webp|gif|avif|hei[cf]|tiff?|bmp)(?![A-Za-z0-9])"

_OPEN = re.compile(rf"[!！]{_BLANK}[\[［【](?!\[)")
_TURN = re.compile(rf"[\]］】]{_BLANK}[(（]")
_FILE = re.compile(rf"{_BLANK}<?(?P<file>[^\n\"“”＂\[\]<>]{{1,200}}?{_SUFFIX})>?", re.IGNORECASE)
_TAIL = re.compile(
    rf"(?:{_BLANK}[，,]?{_BLANK}{_QUOTE}(?P<quoted>[^\n\"“”＂]{{0,120}}?){_QUOTE}"
    rf"|{_BLANK}[(（](?P<bracketed>[^\n()（）]{{0,80}})[)）]"
    rf"|{_BLANK}[，,]?{_BLANK}{_QUOTE}?(?P<bare>[^\n\"“”＂\[\]()（）]{{0,80}}?){_QUOTE}?)"
    rf"{_BLANK}(?P<close>[)）]|(?=[ \t\u3000]*$))",
    re.MULTILINE,
)
_RIGHT_TAIL = re.compile(r"""\s*(?:"[^"\n]*"|'[^'\n]*')?\s*\)""")
_WITHOUT_SIGN = re.compile(
    rf"^(?P<open>\[)(?P<caption>[^\[\]\n]*)\]\((?P<file>[^\s()<>\"]+{_SUFFIX})[ ]+\"(?P<credit>[^\"\n]+)\"\)(?=[ ]*$)",
    re.IGNORECASE | re.MULTILINE,
)
_WIKI = re.compile(rf"!\[\[(?P<file>[^\[\]|\n]+{_SUFFIX})(?:\|(?P<caption>[^\[\]\n]*))?\]\]", re.IGNORECASE)
_NEARLY = re.compile(  # 【城墙】（01.jpg）, !(城墙)[01.jpg]; what begins with ![ is matched by _OPEN
    rf"(?:[!！]?[［【(（]|(?<![!！])\[)[^\n\[\]［］【】()（）]{{0,100}}(?:\](?!\()|[］】)）]){_BLANK}[(（\[［【]{_BLANK}"
    rf"[^\s()（）\[\]［］【】\"]{{1,100}}?{_SUFFIX}[^\n()（）\[\]［］【】]{{0,80}}[)）\]］】]",
    re.IGNORECASE,
)
_ANY_FILE = re.compile(_SUFFIX, re.IGNORECASE)
_LONGEST_CAPTION, _MOST_TURNS = 300, 4
_LEFT_ALONE = re.compile(r"^(?:`{3,}|~{3,})|`+|<!--", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class PhotoMark:
    """One photo as written at [start, end) of a body: ![ caption ]( file "credit" ), with the offsets of its parts.

    caption_at, turn_at, file_at, tail_at: start of the caption, of the `](`, of the file and of the rest.
    is_quoted: whether the credit is in quotes of any kind; is_right_tail: whether Markdown accepts the rest as it is;
    has_sign: whether it begins with its `!`; is_wiki: ![[01.jpg|城墙]], whose parts are in a different order.
    """

    start: int
    caption_at: int
    turn_at: int
    file_at: int
    tail_at: int
    end: int
    caption: str
    file: str
    credit: str = ""
    is_quoted: bool = False
    is_right_tail: bool = True
    has_sign: bool = True
    is_wiki: bool = False


def find(body: str) -> list[PhotoMark]:
    """The photos of the body in order, except those in code and comments, and those that do not name an image file."""
    if "[" not in body and "［" not in body and "【" not in body:
        return []
    found = [*_in_brackets(body), *_by_wiki(body), *_without_sign(body)]
    found.sort(key=_start)
    spans = _left_alone(body) if "`" in body or "~~~" in body or "<!--" in body else []
    return list(_outside(found, spans))


def nearly(body: str, marks: list[PhotoMark]) -> list[tuple[int, int]]:
    """(start, end) of other text in brackets that names an image file and may be meant as a photo."""
    if len(_ANY_FILE.findall(body)) <= len(marks):
        return []
    found = [match.span() for match in _NEARLY.finditer(body)]
    taken = sorted([*((mark.start, mark.end) for mark in marks), *_left_alone(body)])
    ends = [end for _, end in taken]
    after = ((span, bisect_right(ends, span[0])) for span in found)
    return [span for span, number in after if number == len(taken) or taken[number][0] >= span[1]]


def _start(mark: PhotoMark) -> int:
    return mark.start


def _in_brackets(body: str) -> Iterator[PhotoMark]:
    position = 0
    while opening := _OPEN.search(body, position):
        mark = _read(body, opening)
        if mark:
            yield mark
        position = mark.end if mark else opening.end()


def _read(body: str, opening: re.Match[str]) -> PhotoMark | None:
    """The photo whose brackets open here. If its caption could end at several places, the first one before a file counts."""
    line_end = body.find("\n", opening.end())
    last = min(len(body) if line_end < 0 else line_end, opening.end() + _LONGEST_CAPTION)
    for turn in islice(_TURN.finditer(body, opening.end(), last), _MOST_TURNS):
        file = _FILE.match(body, turn.end())
        tail = _TAIL.match(body, file.end()) if file else None
        if file and tail and not _OPEN.search(body, opening.end(), turn.start()):
            return PhotoMark(
                opening.start(),
                opening.end(),
                turn.start(),
                file.start("file"),
                file.end("file"),
                tail.end(),
                body[opening.end() : turn.start()],
                file["file"],
                (tail["quoted"] or tail["bracketed"] or tail["bare"] or "").strip(),
                tail["quoted"] is not None,
                bool(_RIGHT_TAIL.fullmatch(body, file.end(), tail.end())),
            )
    return None


def _by_wiki(body: str) -> Iterator[PhotoMark]:
    """![[01.jpg|城墙]], as note-taking programs write it."""
    for match in _WIKI.finditer(body) if "![[" in body else ():
        caption = match["caption"] or ""
        words = "" if caption.strip().isdigit() else caption  # a width in pixels
        start, end = match.span()
        caption_at = match.start("caption") if caption else end
        yield PhotoMark(
            start, caption_at, end, *match.span("file"), end, words, match["file"], is_right_tail=False, is_wiki=True
        )


def _without_sign(body: str) -> Iterator[PhotoMark]:
    """[城墙](01.jpg "张三 摄") on a line of its own, which a link cannot mean."""
    for match in _WITHOUT_SIGN.finditer(body) if body.startswith("[") or "\n[" in body else ():
        yield PhotoMark(
            match.start(),
            match.start("caption"),
            match.end("caption"),
            match.start("file"),
            match.end("file"),
            match.end(),
            match["caption"],
            match["file"],
            match["credit"].strip(),
            is_quoted=True,
            has_sign=False,
        )


def _left_alone(body: str) -> list[tuple[int, int]]:
    """Code and comments, where nothing is a photo. What is opened but never closed is text."""
    spans: list[tuple[int, int]] = []
    unclosed: set[str] = set()
    position = 0
    while opening := _LEFT_ALONE.search(body, position):
        sign = opening[0]
        end = -1 if sign in unclosed else _closed_at(body, opening)
        if end < 0:
            unclosed.add(sign)
        else:
            spans.append((opening.start(), end))
        position = max(opening.end(), end)
    return spans


def _closed_at(body: str, opening: re.Match[str]) -> int:
    sign = opening[0]
    if sign == "<!--":
        return body.find("-->", opening.end())
    is_fence = sign[0] == "~" or (len(sign) > 2 and body[opening.start() - 1 : opening.start()] in ("", "\n"))
    if is_fence:
        closing = re.compile(rf"^{sign}[ ]*$", re.MULTILINE).search(body, opening.end())
    else:
        closing = re.compile(rf"(?<!`){sign}(?!`)").search(body, opening.end())
    return closing.end() if closing else -1


def _outside(marks: list[PhotoMark], spans: list[tuple[int, int]]) -> Iterator[PhotoMark]:
    waiting = iter(spans)
    span = next(waiting, None)
    for mark in marks:
        while span and span[1] <= mark.start:
            span = next(waiting, None)
        if span is None or mark.start < span[0]:
            yield mark
