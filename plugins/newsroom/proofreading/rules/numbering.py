"""一是, 二是, 三是: a number that is left out or comes twice, and a list that has more or fewer than was said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from ...registry.counts import number
from ...text.patterns import Pattern
from ..copy import Copy
from ..lexicon import once
from ..rule import Rule, Slip, Source

_MARK = Pattern("([一二三四五六七八九十])(是|要)(?![一二三四五六七八九十])")
_OPENS = frozenset("，。；：！？、“,.;:!?\n \u3000")  # what may stand before a mark
_SAID = Pattern(
    r"(?<![第十百零几0-9一二三四五六七八九])([两二三四五六七八九]|[2-9])"
    r"(?:(?:点|方面|个方面|条)|(?:个|项|条|点|大|种|方面|个方面)[^，。；：,;:\n]{0,8}?"
    r"(?:要求|意见|建议|措施|方面|问题|任务|工作|原因|特点|办法|做法|经验|体会|希望|举措|重点|原则|环节|转变|变化|目标|承诺))"
    r"[：:。，,]$"
)
_GOES_ON = Pattern("第[一二三四五六七八九十]|其[一二三四五六七八九]|最后|此外|另外|同时|还要|再次|再者|再一个")
_NEAR = 1000  # characters within which one item of a list follows another
_NAMES = "一二三四五六七八九十"
_SOURCE = Source("前后一致：列出的项要和序号、和说出的项数对得上")


@dataclass
class _Run:
    """The marks of one list: where each starts, and its number."""

    word: str
    marks: list[tuple[int, int]] = field(default_factory=list)

    @property
    def last(self) -> int:
        return self.marks[-1][1]


@once
def _runs(copy: Copy) -> tuple[_Run, ...]:
    """The lists of a story, also lists within lists."""
    if "一是" not in copy.text and "一要" not in copy.text:
        return ()
    done: list[_Run] = []
    stack: list[_Run] = []
    for found in _MARK.finditer(copy.text):
        if found.start() and copy.text[found.start() - 1] not in _OPENS:
            continue
        value, word = number(found.group(1)), found.group(2)
        if value == 1:
            stack.append(_Run(word, [(found.start(), 1)]))
            done.append(stack[-1])
            continue
        while (
            len(stack) > 1 and not _fits(stack[-1], value, word) and any(_fits(run, value, word) for run in stack[:-1])
        ):
            stack.pop()
        if stack and stack[-1].word == word:
            stack[-1].marks.append((found.start(), value))
    return tuple(done)


def _fits(run: _Run, value: int, word: str) -> bool:
    return run.word == word and run.last + 1 == value


def _jumps(copy: Copy) -> Iterator[Slip]:
    for run in _runs(copy):
        for (start, one), (at, other) in pairwise(run.marks):
            if other in (one, one + 2) and at - start < _NEAR:
                yield Slip(at, at + 2, {"written": copy.text[at : at + 2], "wanted": _NAMES[one] + run.word})


def _counts(copy: Copy) -> Iterator[Slip]:
    for run in _runs(copy):
        first, last = run.marks[0][0], run.marks[-1][0]
        said = _SAID.search(copy.text, max(0, first - 24), first)
        if not said or run.last < 2 or run.last != len(run.marks):
            continue
        more = run.last - _value(said.group(1))
        if more > 0 or (more < 0 and not _GOES_ON.search(copy.text, last, copy.text.find("\n", last))):
            yield Slip(said.start(), said.end() - 1, {"said": said.group()[:-1], "count": run.last})


def _value(numeral: str) -> int:
    return int(numeral) if numeral.isascii() else number(numeral)


JUMP = Rule(
    code="PF79",
    find=_jumps,
    wrong="一是抓进度，三是抓质量。",
    right="一是抓进度，二是抓质量。",
    silent=(
        "一是抓进度，二是抓质量，三是抓安全。",
        "一是一，二是二。",
        "一是学习；二是落实：一是定人，二是定时；三是检查。",
    ),
    source=_SOURCE,
    signs="二三四五六七八九",
)
COUNT = Rule(
    code="PF80",
    find=_counts,
    wrong="会议提出三点要求：一是抓进度，二是抓质量。",
    right="会议提出两点要求：一是抓进度，二是抓质量。",
    silent=(
        "会议提出三点要求：一是抓进度，二是抓质量，三是抓安全。",
        "会议提出三点要求：一是抓进度，二是抓质量，最后要抓安全。",
        "工期还有2个月，一是抓进度，二是抓质量，三是抓安全。",
    ),
    source=_SOURCE,
    signs="二三四五六七八九",
)
RULES = (JUMP, COUNT)
