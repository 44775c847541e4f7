"""Finds characters in running text that are probably slips for others of the same sound or look, as input methods make them.

A character is doubted when it stands alone between words and another one, taken for it, would make a word that fits far
better. What is measured in the constants below: 1 alarm in 10,000 characters of printed news.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pypinyin.phrases_dict import phrases_dict

from plugins.newsroom.byline.words import has_surname
from plugins.newsroom.proofreading.copy import Copy
from plugins.newsroom.proofreading.rule import DOUBT, Rule, Slip, Source
from plugins.newsroom.text.likeness import taken_for
from plugins.newsroom.text.placed import Kind

from .model import Model, alone, probability
from .segmenting import Parted, parted

_HAN = re.compile("[\u4e00-\u9fff]+")
_REACH = 7  # characters on either side that are weighed
_CERTAIN = 5.6  # how much likelier the text must become, log10, with all that follows
_FOR_FIT = 0.8  # how much the fit of the new word between its neighbours counts
_BEST_FIT = 3.0
_NEARLY = 1.0  # taken off where the sounds only resemble each other
_NAME = 1.0  # taken off behind a surname
_FOREIGN = 3.0  # taken off in what sounds like a foreign name
_RARE = 4.0  # taken off, at most, for a character that is in few words: nobody writes one by mistake
_COMMON = 120  # words that an ordinary character is in
_ODD = -3.6  # a single character beside the new word that is less likely than this counts against it
_KINDS = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.NOTE, Kind.SUMMARY, Kind.CORRECTION, Kind.REMARK, Kind.CAPTION})
_FOREIGN_SOUNDS = frozenset(
    "阿埃艾奥巴贝比波布查达德迪杜厄恩尔法菲费弗佛福盖戈格哈海赫亨霍基吉加杰金卡凯坎科克库拉莱赖兰劳勒雷里利莉列林鲁伦罗洛马麦曼"
    "蒙米莫姆穆纳娜内尼涅诺欧帕佩皮普奇乔切萨塞桑瑟沙舍圣史斯丝苏索塔泰坦特提廷图托瓦万威韦维沃乌希夏谢辛雅亚伊尤约扎詹朱兹蕾孟昆蒂黛珀"
)
_DOT = "·"  # within a foreign name
_MANY_FOREIGN = 4  # of the characters around one


@dataclass(frozen=True, slots=True)
class _Doubt:
    """The character at `index` should read `right`. gain: how much likelier that is; parted: the new text around it."""

    index: int
    right: str
    gain: float


@dataclass(frozen=True)
class Looker:
    """model: the words that there are."""

    model: Model

    def rule(self) -> Rule:
        """The rule that tells doubts: to be asked like any other."""
        return Rule(
            code=DOUBT,
            find=self._find,
            wrong="要确保工程质亮和施工安全。",
            right="要确保工程质量和施工安全。",
            silent=("按图施工，按期完成。",),
            source=Source("语言模型，约每一万字误报一处"),
            kinds=_KINDS,
        )

    def _find(self, copy: Copy) -> Iterator[Slip]:
        for run in _HAN.finditer(copy.text):
            for doubt in self._doubts(run.group()):
                at = run.start() + doubt.index
                if not self._is_meant(copy, at):
                    yield Slip(
                        at, at + 1, {"written": copy.text[at], "right": doubt.right, "words": _around(copy.text, at)}
                    )

    def _is_meant(self, copy: Copy, at: int) -> bool:
        """Whether it is part of a name, or stands beside the same character once more in the story."""
        pairs = (copy.text[max(0, at - 1) : at + 1], copy.text[at : at + 2])
        is_again = any(copy.text.count(pair) > 1 for pair in pairs if _HAN.fullmatch(pair) and len(pair) > 1)
        is_foreign = _DOT in copy.text[max(0, at - _REACH) : at + _REACH]
        return is_again or is_foreign or any(_covers(name, copy.text, at) for name in (*copy.names, *_names_of(copy)))

    def _doubts(self, run: str) -> Iterator[_Doubt]:
        before = parted(self.model, run)
        for start, end in before.spans():
            if end - start == 1 and not _is_in_phrase(run, start):
                doubt = self._doubt(run, start)
                if doubt and doubt.gain > _CERTAIN:
                    yield doubt

    def _doubt(self, run: str, at: int) -> _Doubt | None:
        first, last = max(0, at - _REACH), min(len(run), at + _REACH + 1)
        others = self._others(run, at)
        if not others:
            return None
        score = parted(self.model, run[first:last]).score
        trials = [(parted(self.model, run[first:at] + sign + run[at + 1 : last]), sign) for sign in sorted(others)]
        best, sign = max(trials, key=lambda trial: trial[0].score)
        text = run[first:at] + sign + run[at + 1 : last]
        gain = best.score - score + self._fit(best, text, at - first) - self._against(run, at, others[sign])
        return _Doubt(at, sign, gain)

    def _others(self, run: str, at: int) -> dict[str, bool]:
        """The characters that may have been meant, each with whether it is taken for the written one only nearly."""
        found = set[str]()
        for length in (2, 3, 4):
            for start in range(max(0, at - length + 1), min(at, len(run) - length) + 1):
                found.update(self._gaps.get(run[start:at] + "_" + run[at + 1 : start + length], ""))
        alike = (sign for sign in found if sign != run[at] and taken_for(run[at], sign, nearly=True))
        return {sign: not taken_for(run[at], sign) for sign in alike}

    def _fit(self, new: Parted, text: str, at: int) -> float:
        """How well the new word fits between its neighbours; odd characters beside it count against it."""
        spans = new.spans()
        number = next(number for number, (start, end) in enumerate(spans) if start <= at < end)
        row = [text[start:end] for start, end in spans[max(0, number - 1) : number + 2]]
        fit = probability(self.model, row) - sum(alone(self.model, word) for word in row)
        beside = [
            text[start:end] for start, end in (*spans[max(0, number - 1) : number], *spans[number + 1 : number + 2])
        ]
        odd = sum(max(0.0, _ODD - alone(self.model, word)) for word in beside if len(word) == 1)
        return _FOR_FIT * min(fit, _BEST_FIT) - odd

    def _against(self, run: str, at: int, is_nearly: bool) -> float:
        """What speaks for the character as it is written."""
        around = run[max(0, at - 3) : at + 4]
        is_foreign = sum(sign in _FOREIGN_SOUNDS for sign in around) >= _MANY_FOREIGN
        is_name = any(has_surname(run[start]) for start in range(max(0, at - 2), at + 1))
        rare = max(0.0, 1 - self._used[run[at]] / _COMMON)
        return _NEARLY * is_nearly + _FOREIGN * is_foreign + _NAME * is_name + _RARE * rare

    @cached_property
    def _gaps(self) -> Mapping[str, str]:
        """For every word with a gap in it the characters that fill the gap."""
        gaps: dict[str, str] = {}
        for word in sorted(self.model.words):
            if 2 <= len(word) <= 4:
                for at, sign in enumerate(word):
                    gap = f"{word[:at]}_{word[at + 1 :]}"
                    gaps[gap] = gaps.get(gap, "") + sign
        return gaps

    @cached_property
    def _used(self) -> Counter[str]:
        """How many words each character is in."""
        return Counter(sign for word in self.model.words for sign in word)


def _is_in_phrase(run: str, at: int) -> bool:
    """Whether the character is part of a phrase that dictionaries of readings have, though the model does not."""
    starts = ((start, length) for length in (2, 3, 4) for start in range(max(0, at - length + 1), at + 1))
    return any(run[start : start + length] in phrases_dict for start, length in starts if start + length <= len(run))


def _names_of(copy: Copy) -> Iterator[str]:
    registries = copy.registries
    yield from registries.people_names
    yield from (name for unit in registries.units for name in (unit.name, unit.short))
    yield from (name for kind in ("project", "term", "section") for name in registries.names(kind))


def _covers(name: str, text: str, at: int) -> bool:
    """Whether the character at `at` is part of the name."""
    return bool(name) and text.find(name, max(0, at - len(name) + 1), at + len(name)) >= 0


def _around(text: str, at: int) -> str:
    """The character with those beside it, as editors see them."""
    return re.sub("[\n\ufffc]", "", text[max(0, at - 2) : at + 3])
