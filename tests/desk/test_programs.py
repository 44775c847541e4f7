"""Missing programs are installed where that may be done, and named with the one command that brings them elsewhere."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from plugins.desk import programs

_TOOL = '#!/bin/sh\necho "$(basename "$0") $*" >> "{log}"\n{rest}'


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine without any of the programs; what is called on it stands in `log`."""
    monkeypatch.setattr(programs, "_SERVERS", ())
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    (tmp_path / "bin").mkdir()
    (tmp_path / "log").touch()
    _put(tmp_path, "env", '[ $1 = DEBIAN_FRONTEND=noninteractive ] && shift && exec "$@"')
    return tmp_path


def _put(machine: Path, name: str, rest: str = "") -> None:
    tool = machine / "bin" / name
    tool.write_text(_TOOL.format(log=machine / "log", rest=rest).replace("$(basename", "$(/usr/bin/basename"))
    tool.chmod(0o755)


def _called(machine: Path) -> list[str]:
    return [line for line in (machine / "log").read_text().splitlines() if not line.startswith("env ")]


def _user(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: number)


def test_root_gets_what_is_missing_and_nothing_else(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _user(monkeypatch, 0)
    for name in ("apt-get", *programs.PACKAGES.keys() - {"chromium", "nginx"}):
        _put(bare, name)
    assert programs.bring({}) == "已装好测试要用的程序：chromium、nginx。"
    assert _called(bare) == [
        "apt-get -qq update",
        "apt-get -qq install --yes --no-install-recommends chromium fonts-noto-cjk nginx-light",
    ]


def test_where_all_is_there_nothing_is_said_or_called(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _user(monkeypatch, 0)
    for name in ("apt-get", *programs.PACKAGES):
        _put(bare, name)
    assert programs.bring({}) == ""
    assert _called(bare) == []


def test_in_ci_somebody_else_than_root_asks_by_sudo(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _user(monkeypatch, 1000)
    _put(bare, "apt-get")
    _put(bare, "sudo", 'exec "$@"')
    assert programs.bring({"CI": "true"}).startswith("已装好")
    assert _called(bare)[0].startswith("sudo env ")


@pytest.mark.parametrize(
    ("user", "tools"), [(1000, {"apt-get": "", "sudo": ""}), (0, {}), (0, {"apt-get": "exit 100"})], ids=str
)
def test_elsewhere_the_one_command_is_named(
    bare: Path, monkeypatch: pytest.MonkeyPatch, user: int, tools: dict[str, str]
) -> None:
    _user(monkeypatch, user)
    for name, rest in tools.items():
        _put(bare, name, rest)
    told = programs.bring({})
    assert told.startswith("缺少 apache2、chromium、")
    assert "sudo apt-get install apache2 chromium fonts-noto-cjk libimage-exiftool-perl nginx-light rsync" in told
