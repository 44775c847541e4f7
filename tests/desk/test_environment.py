"""The environment makes itself: tried with real virtual environments, in small houses of one package made here."""

from __future__ import annotations

import ast
import errno
import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from plugins.desk import environment

HOUSE = Path(__file__).resolve().parents[2]
TASKS = """\
import sys
from plugins.desk import environment
if __name__ == "__main__":
    environment.enter(sys.argv[1:])
import greeting
print(greeting.WORD, *sys.argv[1:], "in", sys.prefix)
"""
OFFLINE = {
    "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
    "PIP_EXTRA_INDEX_URL": "",
    "PIP_FIND_LINKS": "",
    "PIP_CONFIG_FILE": os.devnull,
}
MAKING = "正在准备运行环境"


def wheel(folder: Path, version: str, word: str) -> str:
    """A one-file package `greeting`; returns its line for a requirements file, with its hash."""
    name = folder / f"greeting-{version}-py3-none-any.whl"
    info = f"greeting-{version}.dist-info"
    with zipfile.ZipFile(name, "w") as archive:
        archive.writestr("greeting.py", f"WORD = {word!r}\n")
        archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: greeting\nVersion: {version}\n")
        archive.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        archive.writestr(f"{info}/RECORD", f"greeting.py,,\n{info}/METADATA,,\n{info}/WHEEL,,\n{info}/RECORD,,\n")
    return f"greeting @ {name.as_uri()} --hash=sha256:{hashlib.sha256(name.read_bytes()).hexdigest()}\n"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    return _house(tmp_path)


@pytest.fixture(scope="module")
def first_call(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """A house whose environment was made, and what was said while it was."""
    house = _house(tmp_path_factory.mktemp("made"))
    return house, run(house, "build", "--content", "x y", cwd=house.parent)


@pytest.fixture
def made(first_call: tuple[Path, object], tmp_path: Path) -> Path:
    """A house of one's own that has its environment already."""
    return shutil.copytree(first_call[0], tmp_path / first_call[0].name, symlinks=True)


def _house(folder: Path) -> Path:
    """A house with the real environment module and one package to install; its folder has a space and Chinese in it."""
    house = folder / "我的 house"
    (house / "plugins/desk").mkdir(parents=True)
    for name in ("plugins/__init__.py", "plugins/desk/__init__.py", "plugins/desk/environment.py"):
        shutil.copy(HOUSE / name, house / name)
    (house / "tasks.py").write_text(TASKS, encoding="utf-8")
    line = wheel(folder, "1.0", "hello")
    for name in ("requirements.txt", "requirements-dev.txt"):
        (house / name).write_text(line, encoding="utf-8")
    return house


def run(house: Path, *arguments: str, cwd: Path | None = None, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(house / "tasks.py"), *arguments],
        cwd=cwd or house,
        env={**os.environ, "PYTHONUTF8": "1", **OFFLINE, **variables},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def said(result: subprocess.CompletedProcess[str]) -> str:
    """The one line on stderr of a run that failed as it should."""
    assert result.returncode == 1, result
    assert "Traceback" not in result.stderr + result.stdout
    return [line for line in result.stderr.splitlines() if not line.startswith(MAKING)][-1]


@pytest.mark.slow
def test_the_first_call_makes_the_environment_and_the_second_does_not(first_call):
    house, first = first_call
    assert first.returncode == 0, first.stderr
    assert first.stdout.strip() == f"hello build --content x y in {house / '.venv'}"
    assert first.stderr.count("\n") == 1
    assert first.stderr.startswith(MAKING)
    second = run(house, "build")
    assert (second.returncode, second.stderr) == (0, "")


@pytest.mark.slow
def test_a_changed_requirements_file_is_installed(made, tmp_path):
    (made / "requirements.txt").write_text(wheel(tmp_path, "2.0", "good day"), encoding="utf-8")
    again = run(made)
    assert again.stderr.startswith(MAKING)
    assert again.stdout.startswith("good day ")


@pytest.mark.slow
def test_a_half_made_environment_is_made_anew(made):
    (made / ".venv" / environment.UNFINISHED).touch()
    shutil.rmtree(made / ".venv/lib")
    again = run(made)
    assert again.stderr.startswith(MAKING)
    assert again.stdout.startswith("hello ")


@pytest.mark.slow
def test_a_whole_environment_of_another_python_is_used_and_not_made_anew(made, monkeypatch):
    monkeypatch.setattr(environment.sys, "version_info", (3, 99, 0, "final", 0))
    assert environment.is_ready(made, "requirements.txt")
    monkeypatch.undo()
    settings = made / ".venv/pyvenv.cfg"
    settings.write_text(settings.read_text().replace(f"version = 3.{sys.version_info.minor}", "version = 3.10"))
    assert not environment.is_ready(made, "requirements.txt")


@pytest.mark.slow
def test_an_environment_whose_python_was_exchanged_below_it_is_made_anew(made):
    settings = made / ".venv/pyvenv.cfg"
    settings.write_text(settings.read_text().replace(f"version = 3.{sys.version_info.minor}", "version = 3.77"))
    again = run(made)
    assert again.stderr.startswith(MAKING)
    assert again.stdout.startswith("hello ")
    assert run(made).stderr == ""


@pytest.mark.slow
def test_no_network_is_one_sentence_and_leaves_no_environment_that_looks_whole(made):
    unreachable = f"greeting==2.0 --hash=sha256:{'0' * 64}\n"
    (made / "requirements.txt").write_text(unreachable, encoding="utf-8")
    result = run(made)
    assert said(result) == "连不上网络，运行环境没有装好。请检查网络或代理，再运行一次。"
    assert "greeting" in (made / ".cache/environment.log").read_text(encoding="utf-8")
    assert not environment.is_ready(made, "requirements.txt")
    assert said(run(made)).startswith("连不上网络")


@pytest.mark.slow
def test_a_package_that_is_not_what_was_pinned_is_refused(made, tmp_path):
    line = wheel(tmp_path, "2.0", "another hello")
    other = line.partition("sha256:")[0] + "sha256:" + "0" * 64 + "\n"
    (made / "requirements.txt").write_text(other, encoding="utf-8")
    assert "校验值不一致" in said(run(made))


def test_a_python_without_venv_is_told_what_to_install(house, tmp_path):
    (tmp_path / "less").mkdir()
    (tmp_path / "less/sitecustomize.py").write_text("import sys\nsys.modules['ensurepip'] = None\n", encoding="utf-8")
    sentence = said(run(house, PYTHONPATH=str(tmp_path / "less")))
    assert f"python3.{sys.version_info.minor}-venv" in sentence
    assert not (house / ".venv").exists()


def test_a_full_disk_is_one_sentence(tmp_path, monkeypatch, capsys):
    def fill(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(environment, "prepare", fill)
    with pytest.raises(SystemExit) as ended:
        environment.enter(["build"], tmp_path)
    assert ended.value.code == 1
    assert capsys.readouterr().err == "磁盘满了，运行环境没有装好。请腾出约 500 MB 空间，再运行一次。\n"


def test_an_old_python_is_refused_in_one_sentence():
    with pytest.raises(environment.Trouble, match=r"需要 Python 3\.11 或更新的版本，这里是 3\.6。"):
        environment.require_python((3, 6, 15))
    environment.require_python((3, 11, 0))


@pytest.mark.parametrize(
    "name", ["tasks.py", "plugins/desk/environment.py", "plugins/desk/__init__.py", "plugins/__init__.py"]
)
def test_an_old_python_can_read_as_far_as_the_refusal(name):
    tree = ast.parse((HOUSE / name).read_text(encoding="utf-8"), feature_version=(3, 6))
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert "__future__" not in imported  # annotations came with 3.7


def test_the_environment_needs_nothing_but_the_standard_library():
    tree = ast.parse((HOUSE / "plugins/desk/environment.py").read_text(encoding="utf-8"))
    imported = {
        alias.name.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names
    }
    assert (
        imported | {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        <= sys.stdlib_module_names
    )


@pytest.mark.parametrize(
    ("arguments", "file"),
    [
        (["build"], "requirements.txt"),
        ([], "requirements.txt"),
        (["test"], "requirements-dev.txt"),
        (["lint", "test", "--quick"], "requirements-dev.txt"),
        (["test", "--help"], "requirements.txt"),
        (["new", "test"], "requirements.txt"),
    ],
)
def test_only_tests_and_lint_ask_for_the_developers_tools(arguments, file):
    assert environment.needed(arguments) == file


@pytest.mark.parametrize(
    ("output", "start"),
    [
        ("ERROR: Could not install: [Errno 28] No space left on device", "磁盘满了"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "下载到的软件包与 requirements.txt"),
        ("WARNING: Retrying … NewConnectionError('…')\nERROR: No matching distribution found", "连不上网络"),
        ("ERROR: No matching distribution found for pelican==99", "软件源里找不到"),
        ("error: [Errno 13] Permission denied: '.venv'", "没有权限"),
        ("error: something never seen", "运行环境没有装好，原因见"),
    ],
)
def test_what_pip_says_becomes_one_sentence(output, start):
    sentence = environment.explain(output, "requirements.txt", "environment.log")
    assert sentence.startswith(start)
    assert "\n" not in sentence


def test_a_stamp_counts_only_for_its_requirements_and_for_what_contains_them(tmp_path):
    (tmp_path / ".venv").mkdir()
    (tmp_path / "requirements.txt").write_text("a\n")
    (tmp_path / "requirements-dev.txt").write_text("a\nb\n")
    environment.write_stamp(tmp_path, "requirements-dev.txt")
    stamp = environment.read_stamp(tmp_path)
    assert stamp == {
        name: environment.fingerprint(tmp_path, name) for name in ("requirements.txt", "requirements-dev.txt")
    }
    environment.write_stamp(tmp_path, "requirements.txt")
    assert list(environment.read_stamp(tmp_path)) == ["requirements.txt"]


@pytest.mark.parametrize("junk", ["", "[]", "{", "null"])
def test_a_damaged_stamp_counts_as_none(tmp_path, junk):
    (tmp_path / ".venv").mkdir()
    environment.stamp_of(tmp_path).write_text(junk)
    assert environment.read_stamp(tmp_path) == {}


def test_the_stamp_is_readable(tmp_path):
    (tmp_path / ".venv").mkdir()
    (tmp_path / "requirements.txt").write_text("a\n")
    environment.write_stamp(tmp_path, "requirements.txt")
    assert len(json.loads(environment.stamp_of(tmp_path).read_text())["requirements.txt"]) == 64
