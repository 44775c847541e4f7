"""Chinese typography: what counts as Han, how lines join, where headlines break, where sentences end."""

from __future__ import annotations

import re

from ..findings.width import character_width, width

HAN = r"\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_HAN = re.compile(f"[{HAN}]")
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PAUSE = re.compile(
    r"(?<=[，；：。！？][”’》」』）])(?![，；：。！？])|(?<=[，；：。！？])(?![，；：。！？”’》」』）])"
)
_GAP = re.compile(r"(?:\u3000[ \t\u3000]*|[ \t]+\u3000[ \t\u3000]*|[ \t]{2,})")


def is_han(character: str) -> bool:
    """Whether one character is a Chinese ideograph (Unicode Han, extensions A to I, compatibility forms, 〇)."""
    return bool(_HAN.match(character))


def split_at_gap(headline: str) -> tuple[str, ...]:
    """The parts of a headline on either side of a wide gap (a full-width or several spaces); one part if it has none."""
    return tuple(part for part in _GAP.split(headline.strip(" \t\u3000")) if part)


def split_at_pauses(headline: str) -> tuple[str, ...]:
    """A headline split after its commas, colons and stops, each part with its mark: where its lines break best."""
    return tuple(part for part in _PAUSE.split(headline) if part)


def one_line(headline: str) -> str:
    """A headline on one line: its wide gap becomes one full-width space."""
    return "\u3000".join(split_at_gap(headline))


def printable(text: str) -> str:
    """`text` without the characters XML 1.0 forbids (control characters, lone surrogates), which HTML does not allow either."""
    return _UNPRINTABLE.sub("", text)


# -- What a line break between two characters means ----------------------------------------------------------------

CHINESE = (
    HAN + r"\u3001-\u303f\u3040-\u30ff\u3100-\u312f\u31a0-\u31bf\u31f0-\u31ff\ufe10-\ufe1f\ufe30-\ufe4f\uff01-\uff60"
)
_CHINESE = re.compile(f"[{CHINESE}]")


def is_chinese(character: str) -> bool:
    """Whether a character belongs to Chinese (or Japanese) text: Han, kana, bopomofo, full-width forms and marks."""
    return bool(_CHINESE.match(character))


def joins_without_space(before: str, after: str) -> bool:
    """Whether the lines `before` and `after` of one paragraph are joined without a space (W3C clreq: none next to Han).

    Marks that Chinese and Latin text share (“ ” — … · and ASCII punctuation) count as the script of the nearest letter.
    """
    if is_chinese(before[-1:]) or is_chinese(after[:1]):
        return True
    left = next((character for character in reversed(before) if _is_strong(character)), "")
    right = next((character for character in after if _is_strong(character)), "")
    if (left and is_chinese(left)) or (right and is_chinese(right)):
        return True
    return not (left and right) and any(character_width(edge) == 2 for edge in before[-1:] + after[:1])


def _is_strong(character: str) -> bool:
    return character.isalnum() or is_chinese(character)


# -- Sentences -----------------------------------------------------------------------------------------------------

_MARK = re.compile(r"[。！？]|[.!?](?=[\s”’）)]|$)|[“‘（(《〈「『【\[”’）)》〉」』】\]…—，；、：,;:]")
_ENDERS = "。！？.!?"
_OPENERS, _CLOSERS = "“‘（(《〈「『【[", "”’）)》〉」』】]"
_PAUSES = "，；、：,;:"
_PAUSE_MARKS = tuple(_PAUSES)
_EDITORS_NOTE = ("编者按", "【编者按", "编者的话")


def sentences(paragraph: str) -> tuple[str, ...]:
    """The sentences of one paragraph: a sentence inside quotes or brackets does not end the one around it.

    Closing quotes stay with the sentence they close. Joined, the sentences give the paragraph. Where quotes or brackets
    are not closed, every full stop ends a sentence.
    """
    parts, depth = _split(paragraph, weight=1)
    return parts if depth == 0 else _split(paragraph, weight=0)[0]


def _split(paragraph: str, weight: int) -> tuple[tuple[str, ...], int]:
    """The sentences and how many quotes or brackets stay open; `weight` 0 ignores them."""
    parts, start, depth, has_ended, last = [], 0, 0, False, 0
    for match in _MARK.finditer(paragraph):
        mark, at = match.group(), match.start()
        words = paragraph[last:at].lstrip()
        begins = at - len(words) if words else at
        if has_ended and depth == 0 and (words or mark in _OPENERS):
            parts.append(paragraph[start:begins])
            start = begins
        if words or mark in _PAUSES or mark in _OPENERS:
            has_ended = False
        if mark in _ENDERS:
            has_ended = True
        depth = max(0, depth + weight * ((mark in _OPENERS) - (mark in _CLOSERS)))
        last = match.end()
    rest = paragraph[last:].lstrip()
    if has_ended and depth == 0 and rest:
        parts.append(paragraph[start : len(paragraph) - len(rest)])
        start = len(paragraph) - len(rest)
    return (*parts, *filter(None, [paragraph[start:]])), depth


def opening(text: str, columns: int = 240) -> str:
    """The opening sentences of a text, as many whole ones as fit into `columns` (240 columns are 120 Chinese characters).

    text: one paragraph per line. A leading editors' note is skipped. If the first sentence alone is too long, it is cut
    at its last pause that fits and ends in an ellipsis.
    """
    paragraphs = [paragraph.strip() for paragraph in text.split("\n") if paragraph.strip()]
    if len(paragraphs) > 1 and paragraphs[0].startswith(_EDITORS_NOTE):
        del paragraphs[0]
    chosen = ""
    for paragraph in paragraphs:
        for sentence in sentences(paragraph):
            longer = chosen + sentence
            if not _fits(_closed(longer), columns):
                return _closed(chosen) or _cut(sentence, columns)
            chosen = longer
        if chosen[-1:] not in _ENDERS + _CLOSERS + _PAUSES + "…—":
            chosen += " "
    return _closed(chosen)


def _fits(text: str, columns: int) -> bool:
    return 2 * len(text) <= columns or width(text) <= columns


def _closed(text: str) -> str:
    """The text without surrounding space; if it stops at a pause, as before a list, an ellipsis shows that it goes on."""
    text = text.strip()
    return text.rstrip(_PAUSES) + "……" if text.endswith(_PAUSE_MARKS) else text


def _cut(sentence: str, columns: int) -> str:
    """As much of a sentence as fits with an ellipsis, preferably up to a pause outside quotes and brackets."""
    fitting, room = "", columns - width("……")
    for character in sentence:
        room -= character_width(character)
        if room < 0:
            break
        fitting += character
    pauses = [index for index, character in enumerate(fitting) if character in _PAUSES and index]
    outside = [index for index in pauses if _open_brackets(fitting[:index]) == 0]
    end = (outside or pauses or [len(fitting)])[-1]
    return fitting[:end].rstrip() + "……"


def _open_brackets(text: str) -> int:
    return sum((character in _OPENERS) - (character in _CLOSERS) for character in text)
