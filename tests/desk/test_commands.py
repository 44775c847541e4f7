"""The command line as people meet it: every slip is one Chinese sentence, never a traceback."""

from __future__ import annotations

import errno
import io
import os
import shutil
import subprocess
import sys

import pytest
from invoke.exceptions import Exit

from plugins.desk import commands, failing, progress
from tests import newsdesk

TASKS = ("bench", "build", "check", "clean", "gallery", "lint", "new", "publish", "screenshots", "serve", "test")


@pytest.mark.parametrize("arguments", [(), ("--list",), ("--help",)])
def test_all_tasks_are_listed_in_chinese(arguments):
    result = newsdesk.run(*arguments)
    assert result.returncode == 0
    lines = {line.split()[0]: line.split(maxsplit=1)[1] for line in result.stdout.splitlines() if line.startswith("  ")}
    assert tuple(lines) == TASKS
    assert all(text.endswith("。") for text in lines.values())


@pytest.mark.parametrize("task", TASKS)
def test_each_task_tells_its_options(task):
    result = newsdesk.run(task, "--help")
    assert result.returncode == 0
    assert result.stdout.startswith(f"用法：python3 tasks.py {task}")
    options = [line for line in result.stdout.splitlines() if line.startswith("  -")]
    assert options
    assert all(line.endswith("。") for line in options)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["buidl"], "没有叫“buidl”的任务。是不是 build？"),
        (["xyz"], "没有叫“xyz”的任务。任务有：bench、build、check"),
        (["build", "--contnt", "x"], "没有 --contnt 这个选项。"),
        (["build", "--content"], "选项 --content 后面还要写一个值。"),
        (["new"], "还缺少必须写的内容：title。"),
        (["serve", "--port", "八千"], "“八千”不是一个数。"),
        (["check", "--format", "xml"], "没有“xml”这种格式。"),
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
def test_what_goes_wrong_inside_a_task_is_one_sentence(slip, sentence, monkeypatch, tmp_path):
    def fail(*_):
        raise slip

    monkeypatch.setattr(commands.Program, "execute", fail)
    monkeypatch.setattr(failing, "HOUSE", tmp_path)
    monkeypatch.setattr(failing, "LOG", tmp_path / ".cache/last-error.log")
    with pytest.raises(Exit) as ended:
        commands.FrontDoor(version="1").execute()
    assert ended.value.code == 1
    assert ended.value.message.startswith(sentence)


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
    shutil.copytree(newsdesk.ROOT / "plugins/desk", tmp_path / "plugins/desk")
    for name in ("output", ".cache", ".venv", "content", "output.next", "output.old"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").touch()
    return tmp_path


@pytest.mark.parametrize(("options", "gone"), [("", set()), ("environment=True", {".venv"})])
def test_cleaning_takes_only_what_can_be_made_again(house, options, gone):
    before = {path.name for path in house.iterdir()}
    command = [sys.executable, "-c", f"import tasks; tasks.clean.body(None, {options})"]
    subprocess.run(command, cwd=house, check=True, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})
    assert {path.name for path in house.iterdir()} == before - {"output", "output.next", ".cache", *gone}
