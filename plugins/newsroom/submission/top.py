"""Recognises the paragraphs at the top of a file: which of them are lines set above the text. What each is, is left to `headline`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .captions import claims_picture
from .cuts import words_of
from .draft import CAPTION, Draft, Photo, size_of_text
from .shapes import LONGEST_HEAD, is_indented, reads_as_sentence
from .tree import Paragraph

_MOST = 12  # lines above the text
_LONGEST = 60
_ENDS = ("。", "；", "：", ";", ":", "，", ",")
_STYLES = (
    ("kicker", re.compile(r"引题|肩题|眉题|kicker", re.IGNORECASE)),
    ("deck", re.compile(r"副标?题|subtitle|subhead|deck", re.IGNORECASE)),
    (
        "title",
        re.compile(
            r"^(?:文章|稿件|新闻|大|主|正)?标题$|^(?:mso)?title$|主题|正题|大标题|文章题目|headline", re.IGNORECASE
        ),
    ),
)
_LABEL = re.compile(
    r"[【\[（(]?(?P<label>标\s*题|题\s*目|主\s*题|正\s*题|主标题|引\s*题|肩\s*题|眉\s*题|副\s*题|副标题)[】\]）)]?\s*[：:]\s*(?P<words>\S.*)"
)
_ROLES = {"引": "kicker", "肩": "kicker", "眉": "kicker", "副": "deck"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line above the text. at: its position among the parts; role: title, kicker or deck where its style or a label says
    so, else ""; weight: how large it is set; is_set: whether it is centred, bold or larger than the text."""

    at: int
    text: str
    paragraph: Paragraph
    role: str
    weight: tuple[float, ...]
    is_set: bool


def lines_at_top(draft: Draft) -> list[Line]:
    """The lines before the first paragraph of text or the first picture below them, in order."""
    text_size = size_of_text(draft)
    found: list[Line] = []
    is_below_picture = False
    for at, part in enumerate(draft.parts):
        if isinstance(part, Photo):
            is_below_picture = True
        if found and not isinstance(part, Paragraph):
            break
        if not isinstance(part, Paragraph) or not words_of(part) or CAPTION in part.look.style:
            continue
        is_said = any(map(str.isalnum, part.text))
        if not is_said or (is_below_picture and claims_picture(draft, part)):
            continue
        line = _line(at, part, words_of(part), text_size)
        if len(found) >= _MOST or _is_text(line, is_first=not found):
            break
        found.append(line)
        is_below_picture = False
    return found


def line_in_box(draft: Draft) -> Line | None:
    """The largest line in a text box among the first paragraphs, set larger than the text: a headline whose box Word lists late."""
    size = size_of_text(draft)
    boxed = [
        _line(at, part, words_of(part), size)
        for at, part in draft.paragraphs()[:_MOST]
        if part.is_boxed and part.look.size > size > 0 and CAPTION not in part.look.style
    ]
    lines = [line for line in boxed if not _is_text(line, is_first=True)]
    return max(lines, key=lambda line: line.weight, default=None)


def _line(at: int, paragraph: Paragraph, text: str, text_size: float) -> Line:
    look = paragraph.look
    labelled = _LABEL.fullmatch(text)
    role = next((role for role, style in _STYLES if style.search(look.style)), "")
    if labelled:
        text, role = labelled["words"], _ROLES.get(labelled["label"][0], "title")
    is_larger = bool(text_size and look.size > text_size)
    is_centred = look.alignment == "center"
    weight = (float(role == "title"), look.size, float(paragraph.heading == 1), float(is_centred), float(look.is_bold))
    is_set = is_larger or is_centred or look.is_bold or bool(role) or bool(paragraph.heading)
    return Line(at, text, paragraph, role, weight, is_set)


def _is_text(line: Line, *, is_first: bool) -> bool:
    """Whether a paragraph is text of the story rather than a line above it."""
    if line.role:
        return False
    if is_indented(line.paragraph) and line.paragraph.look.alignment != "center":
        return True
    if not is_first and not line.is_set and reads_as_sentence(line.text) and len(line.text) > LONGEST_HEAD:
        return True
    is_sentence = line.text.endswith(_ENDS) or len(line.text) > _LONGEST
    return line.paragraph.item is not None or (is_sentence and not (line.is_set and len(line.text) <= _LONGEST))
