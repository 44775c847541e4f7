"""The handbook's examples of what the tasks print: each is run for real, on a small content folder, and what differs by machine or
moment is left open. Which they are is one table, SHOWN; writing the handbook is left to `generated`.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from .codes.trial import COLUMN, NAME
from .environment import HOUSE

_ELSEWHERE = "/srv/"  # where the folder of a run is said to be
_BLOCK = re.compile(r"<!-- 输出：(.+?) -->\n.*?<!-- 输出完 -->", re.DOTALL)
_PROGRESS = re.compile(r"^[^ \n]+（共 \d+）……\n", re.MULTILINE)
_VARYING = (
    (re.compile(r"用时 [\d.]+ "), "用时 … "),
    (re.compile(r"(新增|更新) \d+ 个文件"), r"\1 … 个文件"),
    (re.compile(r"（版本 [0-9a-f]+）"), "（版本 …）"),
    (re.compile(r"127\.0\.0\.1:\d+"), "127.0.0.1:8000"),
    (re.compile(r" --content content| --output output"), ""),
)
_STORY = "2017/08/17-qingyun/index.md"
_SLIPS = {
    _STORY: "---\n标题：南关街道清运垃圾\n日期: 2017年8月17日（星期五）\n版块: 项目建没\n署名: 记者 张三\n---\n\n清运从本周开始。\n"
}
_WORDS = {
    _STORY: "---\n标题: 南关街道清运垃圾\n日期: 2017-08-17\n版块: 项目建设\n署名: 记者 张三\n---\n\n"
    "清运从8月17日(星期五)开始,区委书记王冬亮到现场查看。\n"
}
_DELIVERED = {
    "../来稿/征迁进度.txt": "老巷换新颜　居民盼新居\n——北下街征迁见闻\n　　本报讯（记者 张三）8月16日,记者在北下街看到,拆下来的砖瓦正在装车运走。\n"
    "　　街道办事处负责人说：“还剩两条巷子。”\n责编 李四\n — 3 —\n",
    "../来稿/旧稿.doc": "{\\rtf1 old}",
}


@dataclass(frozen=True)
class Shown:
    """A command line after `python3 tasks.py`. files: what lies in the content folder beside the usual, by path; until: words after
    which it is ended with Ctrl+C, "" when it ends by itself; without: lines that are left out, as a pattern."""

    command: str
    files: Mapping[str, str] = field(default_factory=dict)
    until: str = ""
    without: str = ""


# An example for the handbook is one line here, and `<!-- 输出：name --><!-- 输出完 -->` where it shall stand.
SHOWN: Mapping[str, Shown] = {
    "任务": Shown("--list"),
    "新建": Shown("new 南关街道清运垃圾 --date 2017-08-17"),
    "收稿": Shown("intake 来稿 --date 2017-08-17", _DELIVERED),
    "检查": Shown("check", _SLIPS),
    "检查一篇": Shown(f"check content/{NAME}", _SLIPS),
    "校对": Shown("check", _WORDS),
    "一个编号": Shown("check BD39"),
    "自动修改": Shown("check --fix", _SLIPS),
    "上级检查": Shown("check --inspection --now 2017-08-31T09:00"),
    "每月统计": Shown("stats --month 2017-08"),
    "预览": Shown("serve --no-open", until="最近保存的一篇"),
    "生成": Shown("build"),
    "公众号": Shown(f"wechat content/{NAME} --output dist/wechat"),
    "导出": Shown(f"word content/{NAME} --output dist/word"),
    "试运行": Shown("publish --dry-run --to /srv/www", without="^  .*\n"),
    "发布": Shown("publish --to /srv/www"),
}


def with_outputs(handbook: str, run: Callable[[Shown], str]) -> str:
    """The handbook with every block between `<!-- 输出：… -->` and `<!-- 输出完 -->` written anew. run: gives what is printed."""

    def block(found: re.Match[str]) -> str:
        shown = SHOWN[found[1]]
        told = f"```\n$ python3 tasks.py {shown.command}\n{run(shown).strip()}\n```"
        return f"<!-- 输出：{found[1]} -->\n{told}\n<!-- 输出完 -->"

    return _BLOCK.sub(block, handbook)


def printed(shown: Shown) -> str:
    """What the command prints, without its progress, and without what differs by machine or moment."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        _lay_out(folder / "content", shown.files)
        text = _PROGRESS.sub("", _said(shown, folder)).replace(f"{folder}/", _ELSEWHERE)
    for varying, instead in _VARYING:
        text = varying.sub(instead, text)
    return re.sub(shown.without, "", text, flags=re.MULTILINE) if shown.without else text


def _lay_out(content: Path, files: Mapping[str, str]) -> None:
    """The small content folder; no story in it shows the photo, and one story was saved last."""
    shutil.copytree(COLUMN, content, ignore=shutil.ignore_patterns("*.jpg"))
    os.utime(content / NAME)
    for name, text in files.items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(text, encoding="utf-8", newline="\n")


def _said(shown: Shown, folder: Path) -> str:
    lines: list[str] = []
    with subprocess.Popen(
        [sys.executable, HOUSE / "tasks.py", *_words(shown.command.replace(_ELSEWHERE, f"{folder}/"))],
        cwd=folder,
        env=_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    ) as child:
        assert child.stdout is not None
        for line in child.stdout:
            lines.append(line)
            if shown.until and shown.until in line:
                child.send_signal(signal.SIGINT)
    return "".join(lines)


def _words(command: str) -> list[str]:
    """The words of the command, with the folders that are the house's own unless they are named."""
    first, *rest = shlex.split(command)
    if first.startswith("-"):
        return [first, *rest]
    return [first, *rest, "--content", "content", *(["--output", "output"] if first == "build" else [])]


def _environment() -> dict[str, str]:
    ours = {name: value for name, value in os.environ.items() if not name.startswith("PUBLISH_")}
    return {**ours, "NO_COLOR": "1", "PYTHONUTF8": "1", "PUBLISH_SITE_URL": "https://www.example.org/zt/guancheng"}
