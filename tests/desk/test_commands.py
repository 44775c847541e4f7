"""The command line as people meet it: every slip is one Chinese sentence, never a traceback."""

from __future__ import annotations

import errno
import io
import os
import re
import shutil
import subprocess
import sys

import pytest

from plugins.desk import commands, failing, progress
from plugins.newsroom.findings.refusals import Refusal
from plugins.newsroom.findings.width import width
from tests import newsdesk

TASKS = (
    "bench",
    "build",
    "check",
    "clean",
    "docs",
    "gallery",
    "intake",
    "lint",
    "new",
    "publish",
    "screenshots",
    "serve",
    "stats",
    "test",
    "wechat",
    "word",
)


@pytest.mark.parametrize("arguments", [(), ("--list",), ("--help",), ("-h",), ("help",)])
def test_all_tasks_are_listed_in_chinese(arguments):
    result = newsdesk.run(*arguments)
    assert result.returncode == 0
    lines = {line.split()[0]: line.split(maxsplit=1)[1] for line in result.stdout.splitlines() if line.startswith("  ")}
    assert tuple(lines) == TASKS
    assert all(text.endswith("。") for text in lines.values())


@pytest.mark.parametrize(
    ("task", "question"),
    [*((task, (task, "--help")) for task in TASKS), ("check", ("help", "check")), ("new", ("new", "标题", "-h"))],
)
def test_each_task_tells_its_options(task, question):
    result = newsdesk.run(*question)
    assert result.returncode == 0
    assert result.stdout.startswith(f"用法：python3 tasks.py {task}")
    options = [line for line in result.stdout.splitlines() if line.startswith("  -")]
    assert options
    assert all(line.endswith("。") for line in options)
    assert len({width(re.match("  -.*?  +", line)[0]) for line in options}) == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["buidl"], "没有叫“buidl”的任务。是不是 build？"),
        (["xyz"], "没有叫“xyz”的任务。任务有：bench、build、check"),
        (["help", "bild"], "没有叫“bild”的任务。是不是 build？"),
        (["--contnt"], "没有 --contnt 这个选项。"),
        (["build", "--contnt", "x"], "没有 --contnt 这个选项。是不是 --content？"),
        (["build", "--contnt=x"], "没有 --contnt 这个选项。是不是 --content？"),
        (["serve", "--no-opne"], "没有 --no-opne 这个选项。是不是 --no-open？"),
        (["build", "-content", "x"], "没有 -content 这个选项。是不是 --content？"),
        (["build", "——content", "x"], "没有 ——content 这个选项。是不是 --content？"),
        (["build", "--cont", "x"], "没有 --cont 这个选项。是不是 --content？"),  # a part of a name is none
        (["new", "-新貌"], "没有 -新貌 这个选项。"),
        (["build", "--content"], "选项 --content 后面还要写一个值。"),
        (["build", "--content", "--output", "x"], "选项 --content 后面还要写一个值。"),
        (["serve", "--built=1"], "选项 --built 后面不写值。"),
        (["build", "content"], "看不懂“content”：任务 build 后面只写选项。"),
        (["new"], "还缺少必须写的内容：title。"),
        (
            ["new", "中原", "--date", "2017-08-16", "区", "新貌"],
            "这里要写一个标题，写成了分开的 3 个：“中原”、“区”、“新貌”。",
        ),
        (["new", "--title", "中原", "区"], "这里要写一个标题，写成了分开的 2 个：“中原”、“区”。"),
        (["serve", "--port", "八千"], "“八千”不是一个数。"),
        (["check", "--format", "xml"], "没有“xml”这种格式。"),
        (["check", "HD99"], "没有“HD99”这个编号。HD 开头的有：HD01、"),
        (["check", "ZZ01"], "没有“ZZ01”这个编号。编号以这些字母开头：FI、HD、"),
        (["build", "--now", "昨天"], "看不懂时刻“昨天”。"),
        (["serve", "--content", "no/such/folder"], "没有“no/such/folder”这个文件夹。"),
        (["publish"], "没有说明发布到哪里。"),
    ],
)
def test_a_slip_on_the_command_line_is_one_sentence(arguments, sentence):
    result = newsdesk.run(*arguments, PUBLISH_TO="")
    assert result.returncode == 1
    assert result.stdout.startswith(sentence)
    assert result.stdout.count("\n") == 1


def test_a_reader_who_has_seen_enough_gets_no_traceback():
    shown = subprocess.run(
        f"'{sys.executable}' tasks.py --list | head -1",
        shell=True,
        cwd=newsdesk.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert shown.stdout.count("\n") == 1
    assert shown.stderr == ""


@pytest.mark.parametrize(
    ("slip", "sentence"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "磁盘满了"),
        (PermissionError(errno.EACCES, "Permission denied", "output"), "没有权限读写 output"),
        (OSError(errno.EIO, "Input/output error", "a.jpg"), "系统报告：磁盘出错（a.jpg）。"),
        (ValueError("never seen"), "程序出了内部错误：ValueError。详情见 .cache/last-error.log"),
    ],
)
def test_what_goes_wrong_inside_a_task_is_one_sentence(slip, sentence, monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(failing, "HOUSE", tmp_path)
    monkeypatch.setattr(failing, "LOG", tmp_path / ".cache/last-error.log")
    assert _ended(slip, monkeypatch) == 1
    said = capsys.readouterr().err
    assert said.startswith(sentence)
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    ("slip", "code"),
    [(KeyboardInterrupt(), 130), (BrokenPipeError(), 1), (Refusal.of("TK58"), 1), (SystemExit(7), 7)],
    ids=repr,
)
def test_whatever_ends_a_task_has_its_exit_code(slip, code, monkeypatch):
    assert _ended(slip, monkeypatch) == code


def _ended(slip, monkeypatch):
    """The exit code of a task in which `slip` is raised."""

    def fail():
        raise slip

    def exit_(code):
        raise SystemExit(code)

    monkeypatch.setattr(commands.os, "_exit", exit_)
    monkeypatch.setitem(commands._TASKS, "fail", commands.Task(fail, (), None))
    with pytest.raises(SystemExit) as ended:
        commands.run(["fail"])
    return ended.value.code


PROBE = (
    commands.Option(("-c", "--content"), "", "文件夹"),
    commands.Option(("-p", "--port"), "", "数", commands.number(1), default=0),
    commands.Option(("-o", "--open"), "", default=True),
    commands.Option(("-d", "--dry-run"), ""),
    commands.Option(("-l", "--file"), "", "文件", is_repeated=True),
)
UNSAID = {"content": "", "port": 0, "open": True, "dry_run": False, "file": []}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ([], {}),
        (["--content", "x y", "--port=80"], {"content": "x y", "port": 80}),
        (["-cx", "-p", "80", "-d"], {"content": "x", "port": 80, "dry_run": True}),
        (["--content=-x", "--no-open"], {"content": "-x", "open": False}),
        (["-do"], {"dry_run": True}),
        (["a", "--content", "x", "b", "--dry-run", "c"], {"content": "x", "dry_run": True, "file": ["a", "b", "c"]}),
        (["--file", "a", "-l", "b", "c"], {"file": ["a", "b", "c"]}),
        (["--dry-run", "--", "-a", "--", "--help"], {"dry_run": True, "file": ["-a", "--", "--help"]}),
        (["-5 度的早晨"], {"file": ["-5 度的早晨"]}),
    ],
)
def test_options_are_read_as_they_are_usually_written(written, read, monkeypatch):
    taken = []
    monkeypatch.setitem(
        commands._TASKS, "probe", commands.Task(lambda **given: taken.append(given), PROBE, bare=PROBE[-1])
    )
    monkeypatch.setattr(commands.os, "_exit", lambda _: None)
    commands.run(["probe", *written])
    assert taken == [{**UNSAID, **read}]


def test_without_a_terminal_each_stage_is_one_plain_line():
    stream = io.StringIO()
    with progress.shown(stream) as show:
        for done in range(4):
            show(done, 3, "照片")
        show(0, 2, "页面")
    assert stream.getvalue() == "照片（共 3）……\n页面（共 2）……\n"


def test_on_a_terminal_there_is_a_bar_that_leaves_nothing_behind():
    stream = io.StringIO()
    stream.isatty = lambda: True
    with progress.shown(stream) as show:
        show(1, 3, "照片")
        show(3, 3, "照片", 5_200_000)
    assert "照片" in stream.getvalue()
    assert "3/3" in stream.getvalue()
    assert "比原图省 5.2 MB" in stream.getvalue()


@pytest.fixture
def house(tmp_path):
    """A house with its tasks and what they leave behind, and nothing in it that would be missed."""
    shutil.copy(newsdesk.ROOT / "tasks.py", tmp_path / "tasks.py")
    shutil.copytree(newsdesk.ROOT / "plugins", tmp_path / "plugins", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("output", ".cache", ".venv", "content", "output.next", "output.old"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").touch()
    return tmp_path


@pytest.mark.parametrize(("environment", "gone"), [("False", set()), ("True", {".venv"})])
def test_cleaning_takes_only_what_can_be_made_again(house, environment, gone):
    before = {path.name for path in house.iterdir()}
    command = [sys.executable, "-c", f"import tasks; tasks.clean({environment})"]
    subprocess.run(command, cwd=house, check=True, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})
    assert {path.name for path in house.iterdir()} == before - {"output", "output.next", ".cache", *gone}
