"""The desk works with what CPython has everywhere: without fork, positioned reads, file locks and symbolic links, as on Windows."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.newsdesk import NOW, build, column, fingerprint, run, story

NOT_ON_WINDOWS = """\
import builtins, os, select

_import = builtins.__import__

def _imported(name, globals=None, *rest, **named):  # libraries ask for the platform, which stays what it is; our own code must not
    if name in ("fcntl", "pwd", "grp", "resource", "termios") and (globals or {}).get("__name__", "").startswith("plugins"):
        raise ImportError(name)
    return _import(name, globals, *rest, **named)

builtins.__import__ = _imported

def _without_privilege(*arguments, **options):
    raise OSError(1314, "A required privilege is not held by the client")

for name in (
    "fork", "forkpty", "pread", "pwrite", "posix_spawn", "sched_getaffinity", "geteuid", "getuid", "mkfifo", "mknod",
    "register_at_fork", "fchmod", "fchown", "chown", "lchown", "statvfs", "setsid", "killpg", "O_NOFOLLOW", "O_NONBLOCK",
    "O_DIRECTORY", "O_CLOEXEC", "sendfile", "posix_fadvise",
):
    if hasattr(os, name):
        delattr(os, name)
os.symlink = _without_privilege
for name in ("poll", "epoll"):
    if hasattr(select, name):
        delattr(select, name)
"""


@pytest.fixture
def lesser(tmp_path: Path) -> dict[str, str]:
    """The environment in which a Python lacks what Windows lacks."""
    folder = tmp_path / "lesser"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(NOT_ON_WINDOWS, encoding="utf-8")
    return {"PYTHONPATH": str(folder)}


def carried_out(process: subprocess.CompletedProcess[str]) -> str:
    assert process.returncode == 0, process.stdout
    return process.stdout


@pytest.mark.slow
def test_what_windows_lacks_changes_no_byte_of_the_site(tmp_path: Path, lesser: dict[str, str]) -> None:
    content = column(tmp_path / "content")
    for number in range(3, 9):
        (content / f"2017/08/16-gao{number}").mkdir(parents=True)
        (content / f"2017/08/16-gao{number}/index.md").write_text(story(f"第{number}篇。\n"), encoding="utf-8")
    command = ("build", "--content", content, "--output", tmp_path / "less", "--now", NOW)
    assert "没有发现问题" in carried_out(run("check", "--content", content, **lesser))
    carried_out(run("new", "又一篇", "--date", "2017-08-30", "--content", content, **lesser))
    carried_out(run(*command, **lesser))
    (content / "2017/08/16-gao3/index.md").write_text(story("改过的一篇。\n"), encoding="utf-8")
    assert "更新" in carried_out(run(*command, **lesser))
    carried_out(run(*command, **lesser))
    carried_out(build(content, tmp_path / "more"))
    assert fingerprint(tmp_path / "less") == fingerprint(tmp_path / "more")
