"""What a line of text looks like without its look: its pauses, its indentation, whether it reads as part of a sentence."""

from __future__ import annotations

import re

from .tree import Paragraph

INDENTS = ("\u3000\u3000", "    ", "\u2003\u2003")  # what a paragraph begins with in a text file
LONGEST_HEAD = 26  # characters of most heads that nothing sets apart
_TEXT = re.compile(r"^(?:稿件|文章|新闻)正文$|^词条$|^释义$")  # names of styles
_GAP = re.compile(r"\s+")
_PAUSES = re.compile(r"[，,、；;：:！!？?\s]+")
_NARROW = str.maketrans(",;:!?", "，；：！？")
_SENTENCE = re.compile(
    r"^(?:当前|目前|此外|同时|随后|其中|今年|去年|近年来|近日|日前|昨日|今天|当天|据悉|据了解|据介绍|为此|对此|因此|但是?|然而|而且|并且|[一二三四五六]是|第[一二三四五六])"
    r"|^[^，]{2,14}(?:\d{1,4}年)?\d{1,2}[月日][^，]{0,6}[，]|(?:表示|指出|强调|认为|获悉|了解到|报道称?|宣布|透露|介绍说?|希望)[，：]?"
    r"|我们|他们|她们|我国|他说|她说|记者[^ \u3000]|将于|已经?(?:有|在|成|达)|了一|正在"
)


def is_indented(paragraph: Paragraph) -> bool:
    return paragraph.text.startswith(INDENTS)


def is_text_by_style(paragraph: Paragraph) -> bool:
    """Whether the style of a paragraph says that it is text of a story, however it looks."""
    return bool(_TEXT.search(paragraph.look.style))


def skeleton(text: str) -> str:
    """The pauses of a line, a gap as one blank: lines made alike have the same."""
    pauses = (_GAP.sub(" ", pause.group()) for pause in _PAUSES.finditer(text))
    return "".join(pause.strip() or " " for pause in pauses).translate(_NARROW)


def reads_as_sentence(text: str) -> bool:
    """Whether a line without a stop holds words that stand in sentences rather than in heads: 近日, 表示, 我国, 正在."""
    return bool(_SENTENCE.search(text))
