"""What is committed tells nothing about the machine it was made on, and names no package registry's host."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
# Put together from halves, so that this file does not name them itself.
REGISTRIES = [
    "".join(halves)
    for halves in (
        ("py", "pi.org"),
        ("python", "hosted.org"),
        ("registry.", "npmjs"),
        ("deb.", "debian.org"),
        ("npmm", "irror"),
    )
]
MACHINE_PATHS = re.compile(r"(?<![\w./-])/(?:work|root|opt|tmp|home/[a-z]+|Users/[a-z]+)/[\w.-]+")
EXAMPLES = {"tests/test_committed.py", "tests/desk/test_publish.py"}  # both show paths that must be refused
LEFT_BEHIND = ("TO" + "DO", "FIX" + "ME", "<<<<" + "<<<", ">>>>" + ">>>")


def committed() -> dict[str, str]:
    """The text of every file git knows or would add, by POSIX path; binary files are left out."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=HOUSE,
        capture_output=True,
        check=False,
    )
    names = filter(None, listed.stdout.decode().split("\0")) if not listed.returncode else _walked()
    texts = {}
    for name in sorted(names):
        path = HOUSE / name
        data = path.read_bytes() if path.is_file() else b"\0"
        if b"\0" not in data[:8000]:
            texts[name] = data.decode("utf-8", "replace")
    return texts


def _walked() -> list[str]:
    """The same without git, for a copy of the house that is no clone."""
    left_out = {".git", ".venv", ".cache", "output", "__pycache__", ".hypothesis", ".pytest_cache", ".ruff_cache"}
    found = []
    for folder, folders, files in os.walk(HOUSE):
        folders[:] = [name for name in folders if name not in left_out]
        found += [(Path(folder) / name).relative_to(HOUSE).as_posix() for name in files]
    return found


def test_the_files_of_the_house_are_found():
    assert {"tasks.py", "pyproject.toml", "requirements.txt", "plugins/desk/environment.py"} <= committed().keys()


def test_no_file_names_a_package_registry():
    assert [(name, host) for name, text in committed().items() for host in REGISTRIES if host in text] == []


def test_no_file_holds_a_path_of_the_machine_it_was_made_on():
    found = {name: MACHINE_PATHS.findall(text) for name, text in committed().items() if name not in EXAMPLES}
    assert {name: paths for name, paths in found.items() if paths} == {}


def test_paths_of_machines_are_recognised():
    assert MACHINE_PATHS.search("see /home/" + "anna/site")
    assert not MACHINE_PATHS.search("https://example.org/work/list and content/opt/x")


def test_nothing_unfinished_is_committed():
    names = {
        name: [word for word in LEFT_BEHIND if re.search(rf"\b{word}\b" if word.isalpha() else word, text)]
        for name, text in committed().items()
    }
    assert {name: words for name, words in names.items() if words} == {}


def test_the_developers_requirements_contain_those_of_the_site():
    base, developers = (_pins(HOUSE / name) for name in ("requirements.txt", "requirements-dev.txt"))
    assert base
    assert base.items() <= developers.items()


def test_every_requirement_is_pinned_with_hashes():
    for name in ("requirements.txt", "requirements-dev.txt"):
        for pin, hashes in _pins(HOUSE / name).items():
            assert hashes, f"{name}: {pin} has no hash"


def _pins(file: Path) -> dict[str, frozenset[str]]:
    """Hashes of each requirement, by its name and version: for which Pythons it is needed may differ."""
    pins: dict[str, set[str]] = {}
    pin = ""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line and not line[0].isspace() and not line.startswith("#"):
            pin = line.rstrip("\\ ").partition(" ;")[0]
            assert "==" in pin, line
            pins[pin] = set()
        elif "--hash=" in line:
            pins[pin].add(line.strip().rstrip("\\ "))
    return {name: frozenset(hashes) for name, hashes in pins.items()}
