"""Makes columns of any size out of a seed, for tests and benchmarks: `python -m tests.columns FOLDER --stories 1000`.

The text is grammatical filler from a small vocabulary; it tells nothing about anybody. Same seed, same bytes.
"""

from __future__ import annotations

import argparse
import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

SECTIONS = (
    ("xuexi", "学习贯彻"),
    ("fangan", "方案落实"),
    ("xiangmu", "项目建设"),
    ("pianqu", "商都文化片区"),
    ("zuofeng", "作风保障"),
)
UNITS = tuple((f"jiedao-{n}", f"第{c}街道办事处", f"第{c}街道") for n, c in enumerate("一二三四五六七八九十", start=1))
PEOPLE = tuple(
    (f"ren-{n}", f"{family}{given}")
    for n, (family, given) in enumerate(
        (family, given) for family in "赵钱孙李周吴" for given in ("一鸣", "文", "晓禾", "建", "明远", "然")
    )
)
TAGS = ("道路", "绿化", "安置房", "文物", "水系", "学校", "市场", "社区", "消防", "供暖", "招商", "公交")
_SUBJECTS = (
    "工作组",
    "街道干部",
    "施工队",
    "社区居民",
    "设计人员",
    "项目部",
    "志愿者",
    "巡查人员",
    "技术人员",
    "班子成员",
)
_VERBS = (
    "逐户核对",
    "现场查看",
    "连夜整理",
    "分段推进",
    "反复商量",
    "按图施工",
    "重新测算",
    "提前完成",
    "集中讨论",
    "及时公布",
)
_OBJECTS = (
    "进度表",
    "安置方案",
    "管线图纸",
    "清运路线",
    "沿街立面",
    "验收清单",
    "会议记录",
    "绿化带",
    "排水口",
    "围挡外的通道",
)
_TAILS = (
    "，并把问题逐条记下",
    "，当天反馈结果",
    "，第二天一早接着干",
    "，请大家提意见",
    "，没有耽误居民出行",
    "，资料随后归档",
    "",
)


@dataclass(frozen=True, slots=True)
class Sample:
    """One generated story: its folder below the content folder, head values, and body as Markdown paragraphs."""

    folder: str
    title: str
    published: datetime
    section: str
    people: tuple[str, ...]
    unit: str
    tags: tuple[str, ...]
    paragraphs: tuple[str, ...]


def samples(number: int, seed: int = 1) -> list[Sample]:
    """`number` stories, oldest first, eight a day."""
    chance = random.Random(seed)
    first = datetime(2014, 1, 1, 8, 0)
    made: list[Sample] = []
    for index in range(number):
        published = first + timedelta(days=index // 8, hours=index % 8)
        folder = f"{published:%Y/%m}/{published:%d}-story-{index}"
        paragraphs = _paragraphs(chance, made[-1].folder.rsplit("/", 1)[-1] if index % 10 == 5 else "", folder, made)
        made.append(
            Sample(
                folder,
                f"{chance.choice(_SUBJECTS)}{chance.choice(_VERBS)}{chance.choice(_OBJECTS)}（{index}）",
                published,
                SECTIONS[index % 5][1],
                tuple(name for _, name in chance.sample(PEOPLE, chance.randint(1, 3))),
                chance.choice(UNITS)[2],
                tuple(sorted(chance.sample(TAGS, 2))),
                paragraphs,
            )
        )
    return made


def make(folder: Path, stories: int, seed: int = 1) -> Path:
    """Write a whole content folder: registries, one standing page and `stories` stories. Returns `folder`."""
    _write_registries(folder / "data")
    _put(folder / "pages/about/index.md", "---\n标题: 关于本专栏\n日期: 2014-01-01\n---\n\n这是测试用的页面。\n")
    for sample in samples(stories, seed):
        _put(folder / sample.folder / "index.md", as_markdown(sample))
    return folder


def as_markdown(sample: Sample) -> str:
    """The sample in this project's story format."""
    head = (
        f"标题: {sample.title}\n日期: {sample.published:%Y-%m-%d %H:%M}\n版块: {sample.section}\n"
        f"署名: 记者 {' '.join(sample.people)}\n单位: [{sample.unit}]\n话题: [{', '.join(sample.tags)}]\n"
    )
    return f"---\n{head}---\n\n" + "\n\n".join(sample.paragraphs) + "\n"


def _paragraphs(chance: random.Random, linked: str, folder: str, made: list[Sample]) -> tuple[str, ...]:
    blocks = []
    for number in range(9):
        if number in (3, 6):
            blocks.append(f"## {chance.choice(_OBJECTS)}的安排")
        text = "。".join(_sentence(chance) for _ in range(9)) + "。"
        blocks.append(text.replace("，", "，\n", 1) if number % 3 == 0 else text)
    if linked:
        blocks[1] += f"此前的情况见[上一篇]({_relative(folder, made[-1].folder)}/index.md)。"
    if chance.random() < 0.2:
        blocks.append("\n".join(f"- {_sentence(chance)}" for _ in range(4)))
    return tuple(blocks)


def _sentence(chance: random.Random) -> str:
    words = [chance.choice(choices) for choices in (_SUBJECTS, _VERBS, _OBJECTS, _TAILS)]
    strong = f"**{words[2]}**" if chance.random() < 0.05 else words[2]
    return f"{words[0]}{words[1]}{strong}{words[3]}"


def _relative(origin: str, target: str) -> str:
    return f"../../../{target}" if origin[:7] != target[:7] else f"../{target.rsplit('/', 1)[-1]}"


def _write_registries(data: Path) -> None:
    _put(data / "site.yaml", "name: 测试专栏\ntitle: 测试专栏全称\ndescription: 用来测试的专栏。\nsource: 测试专栏\n")
    _put(data / "sections.yaml", "".join(f"- id: {i}\n  name: {n}\n  description: {n}的稿件。\n" for i, n in SECTIONS))
    _put(data / "units.yaml", "".join(f"- id: {i}\n  name: {n}\n  short: {s}\n" for i, n, s in UNITS))
    _put(data / "people.yaml", "".join(f"- id: {i}\n  name: {n}\n" for i, n in PEOPLE))


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--stories", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    make(chosen.folder, chosen.stories, chosen.seed)
