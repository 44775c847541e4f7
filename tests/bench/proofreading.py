"""Measures what proofreading costs: the CPU of `check` with all rules and with none, in turns, then each rule by itself.

`python -m tests.bench.proofreading [--text FILE]`. FILE: a text, a paragraph a line, that is checked instead of generated stories.
Seconds differ from machine to machine and from minute to minute: the ratios of one run count.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from plugins.desk.check import check
from plugins.newsroom.proofreading import order
from plugins.newsroom.proofreading.copy import Copy, copy_of
from plugins.newsroom.proofreading.rule import Rule
from plugins.newsroom.registry import load
from plugins.newsroom.text.placed import Kind
from tests.columns import make

from .house import ROOT
from .measure import run

_STORY = 800  # characters of a story made of a text
_HEAD = "---\n标题: 第{number}篇\n日期: 2017-08-16\n版块: {section}\n署名: 记者 张三\n网址: s{number}\n---\n\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--characters", type=int, default=376_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--text", type=Path)
    wishes = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        content = (
            _of_text(Path(name), wishes.text, wishes.characters)
            if wishes.text
            else _made(Path(name), wishes.characters)
        )
        stories = sorted(content.glob("20*/**/*.md"))
        texts = [story.read_text(encoding="utf-8").split("---", 2)[2] for story in stories]
        print(f"{len(stories)} stories, {sum(map(len, texts))} characters, {len(order.RULES)} rules")
        _both(content, wishes.rounds)
        _one(content, stories[0])
        _each(texts, content)


def _made(folder: Path, characters: int) -> Path:
    """Generated stories of at least so many characters."""
    probe = make(folder / "probe", 10)
    length = sum(len(story.read_text(encoding="utf-8")) for story in probe.glob("20*/**/*.md")) / 10
    return make(folder / "content", round(characters / length) + 1)


def _of_text(folder: Path, text: Path, characters: int) -> Path:
    content = make(folder / "content", 1)
    for story in content.glob("20*"):
        shutil.rmtree(story)
    section = load(content / "data", "content/data")[0].sections[0].name
    for number, body in enumerate(_bodies(text.read_text(encoding="utf-8")[:characters])):
        file = content / f"2017/08/16-s{number}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_HEAD.format(number=number, section=section) + body, encoding="utf-8")
    return content


def _bodies(text: str) -> list[str]:
    bodies, body = [], ""
    for line in filter(None, text.split("\n")):
        body += f"{line}\n\n"
        if len(body) > _STORY:
            bodies.append(body)
            body = ""
    return [*bodies, body]


def _both(content: Path, rounds: int) -> None:
    """Check with and without the rules, turn by turn."""
    rules, took = order.RULES, dict[bool, list[float]]()
    check(content)  # the first one fills what later ones find in memory
    for number in range(2 * rounds):
        order.RULES = rules if number % 2 else ()
        began = time.process_time()
        problems = check(content)
        took.setdefault(bool(number % 2), []).append(time.process_time() - began)
    without, whole = (statistics.median(took[has_rules]) for has_rules in (False, True))
    print(
        f"check: {without:.3f} s without rules, {whole:.3f} s with them: x {whole / without:.3f}, {whole - without:+.3f} s"
    )
    print(
        "findings: " + ", ".join(f"{code} {count}" for code, count in sorted(Counter(p.code for p in problems).items()))
    )


def _one(content: Path, story: Path) -> None:
    command = ["python3", "tasks.py", "check", "--content", str(content), str(story)]
    run(command, ROOT)  # all others are on record from now on
    took = run(command, ROOT)
    print(f"check of one file, its start included: {took.cpu:.3f} s of CPU, {took.wall:.3f} s")


def _each(texts: list[str], content: Path) -> None:
    """The CPU of each rule on all texts, the dearest first."""
    registries = load(content / "data", "content/data")[0]

    def copies() -> list[Copy]:
        return [copy_of([(Kind.PARAGRAPH, line) for line in text.split("\n")], registries) for text in texts]

    print(f"{'making the copies':24}{1000 * _seconds(copies):8.1f} ms")
    made = copies()
    costs = [(_seconds(lambda rule=rule: _found(rule, made)), rule.code) for rule in order.RULES]
    for seconds, code in sorted(costs, reverse=True):
        print(f"{code:24}{1000 * seconds:8.1f} ms")
    print(f"{'all rules':24}{1000 * sum(seconds for seconds, _ in costs):8.1f} ms")


def _found(rule: Rule, copies: list[Copy]) -> int:
    return sum(1 for copy in copies for _ in order.slips_in(copy, (rule,)))


def _seconds(do: Callable[[], object]) -> float:
    began = time.process_time()
    do()
    return time.process_time() - began


if __name__ == "__main__":
    main()
