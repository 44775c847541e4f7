"""A column of many different words, out of a seed: few phrases stand in every story, most in one or two, as in real text."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate
from pathlib import Path

from pypinyin.phrases_dict import phrases_dict

from tests.newsdesk import SECTIONS, SITE, UNITS

PEOPLE = tuple(f"{family}{given}" for family in "赵钱孙李周吴郑王" for given in ("一鸣", "文", "晓禾", "明远"))
_UNITS = (("beixiajie", "管城回族区北下街街道办事处", "北下街"), ("nancao", "管城回族区南曹乡人民政府", "南曹乡"))
_WORDS = sorted(word for word in phrases_dict if len(word) < 5)


@dataclass(frozen=True, slots=True)
class Tale:
    """One story. address: where its page stands; text: all that readers can find of it, a line each."""

    source: str
    address: str
    title: str
    published: datetime
    section: str
    unit: str
    people: tuple[str, ...]
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join((self.title, *self.people, self.section, self.unit, *self.paragraphs))


def tales(number: int, seed: int = 7) -> list[Tale]:
    """`number` stories from January 2015 to August 2017, oldest first."""
    chance = random.Random(seed)
    words = _words(chance)
    first, apart = datetime(2015, 1, 3, 9, 0), timedelta(days=960 / number)
    return [_tale(index, first + index * apart, chance, words) for index in range(number)]


def write(folder: Path, stories: list[Tale]) -> Path:
    """The stories as a content folder; returns it."""
    names = {
        "site": SITE,
        "sections": SECTIONS,
        "units": UNITS + "- id: nancao\n  name: 管城回族区南曹乡人民政府\n  short: 南曹乡\n",
    }
    names["people"] = "".join(f"- id: ren-{number}\n  name: {name}\n" for number, name in enumerate(PEOPLE))
    files = {f"data/{name}.yaml": text for name, text in names.items()}
    files |= {tale.source: _as_markdown(tale) for tale in stories}
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def _words(chance: random.Random) -> Iterator[str]:
    """Words without end, the n-th of them about n times rarer than the first (Zipf)."""
    known = chance.sample(_WORDS, 12_000)
    weights = list(accumulate(1 / rank for rank in range(8, 8 + len(known))))
    while True:
        yield from chance.choices(known, cum_weights=weights, k=5_000)


def _tale(index: int, published: datetime, chance: random.Random, words: Iterator[str]) -> Tale:
    unit = chance.choice(_UNITS)
    sentences = [_sentence(chance, words) for _ in range(24)]
    return Tale(
        source=f"{published:%Y/%m/%d}-gao-{index}/index.md",
        address=f"{published:%Y/%m}/gao-{index}/",
        title="".join(next(words) for _ in range(4)),
        published=published,
        section=chance.choice(("学习贯彻", "项目建设")),
        unit=unit[1],
        people=tuple(chance.sample(PEOPLE, 2)),
        paragraphs=tuple("".join(sentences[at : at + 6]) for at in range(0, 24, 6)),
    )


def _sentence(chance: random.Random, words: Iterator[str]) -> str:
    return "，".join("".join(next(words) for _ in range(chance.randint(2, 4))) for _ in range(3)) + "。"


def _as_markdown(tale: Tale) -> str:
    head = (
        f"标题: {tale.title}\n日期: {tale.published:%Y-%m-%d %H:%M}\n版块: {tale.section}\n"
        f"署名: 记者 {' '.join(tale.people)}\n单位: [{tale.unit}]\n"
    )
    return f"---\n{head}---\n\n" + "\n\n".join(tale.paragraphs) + "\n"
