"""Tries an example: a real check, and a real `check --fix`, of the small content folder in `column` with the example in it."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from plugins.desk import check, mending
from plugins.newsroom.findings.problems import Problem
from plugins.newsroom.text.dates import SHANGHAI

from .examples import BODY, HEAD, STORY, Explained, domains

COLUMN = Path(__file__).with_name("column")
NAME = "2017/08/16-chengqiang/index.md"  # of the story in which examples stand
NOW = datetime(2017, 9, 1, tzinfo=SHANGHAI)
_KEY = re.compile(
    r"^([^\s:：-][^:：\n]*)[:：].*(?:\n[ \t-].*)*\n?", re.MULTILINE
)  # of a head, with the lines that belong to it


@dataclass(frozen=True)
class Trial:
    """What became of an example. wrong, right: the findings in either text; diff: what `check --fix` of the wrong one prints, ""
    when it changes nothing; is_right: whether it then reads as the right one does."""

    wrong: tuple[Problem, ...]
    right: tuple[Problem, ...]
    diff: str
    is_right: bool


@cache
def trials() -> Mapping[str, Trial]:
    """The trials of all examples, by code."""
    examples = (example for domain in domains() for example in domain.codes if example.wrong)
    return {example.code: tried(example) for example in examples}


def tried(example: Explained) -> Trial:
    """The trial of one example. Without a right text the story is as it was."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        _lay_out(content, example)
        story, file = (content / NAME).read_text("utf-8"), file_of(content, example)
        _put(file, right_text := _placed(example, example.right, story))
        right = check.check(content, NOW)
        _put(file, _placed(example, example.wrong, story))
        wrong = check.check(content, NOW)
        diff = mending.mend(content) if any(problem.is_mendable for problem in wrong) else ""
        return Trial(wrong, right, diff, is_right=_settled(file.read_text("utf-8")) == _settled(right_text))


def _settled(text: str) -> str:
    """The text without what makes no difference: several empty lines instead of one, and those at its end."""
    return re.sub(r"\n{3,}", "\n\n", text).rstrip()


def _lay_out(content: Path, example: Explained) -> None:
    shutil.copytree(COLUMN, content)
    for name, given in {**_photo(example), **example.files}.items():
        _put(content / name, given)


def _photo(example: Explained) -> Mapping[str, str]:
    """The photo lies beside the story only when the example speaks of it: one that nobody uses is a finding."""
    named = "".join((example.wrong, example.right, example.head, example.body))
    return {} if "01.jpg" in named else {NAME.replace("index.md", "01.jpg"): ""}


def _put(path: Path, text: str) -> None:
    """Write `text`; "" takes the file away."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    if not text:
        path.unlink()


def file_of(content: Path, example: Explained) -> Path:
    """The file in which the text stands."""
    return content / (NAME if example.where in (HEAD, BODY, STORY) else example.where)


def _placed(example: Explained, text: str, story: str) -> str:
    """The whole file in which the text stands."""
    if example.where not in (HEAD, BODY):
        return text
    _, head, body = story.split("---\n")
    changed = example.head + text * (example.where == HEAD)
    keys = set(_KEY.findall(changed))
    kept = "".join(found[0] for found in _KEY.finditer(head) if found[1] not in keys)
    words = text if example.where == BODY else example.body
    return f"---\n{kept}{changed}---\n\n{words or body.lstrip()}"
