"""What the program writes in `docs/` is what it would write now."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from plugins.desk import generated, outputs, schemas

DOCS = Path(__file__).resolve().parents[2] / "docs"
ANEW = "请把它们重新写一遍：python3 tasks.py docs"


def test_what_is_committed_is_what_would_be_written():
    made = generated.files(DOCS)
    old = [path.name for path, text in made.items() if not path.is_file() or path.read_text("utf-8") != text]
    assert old == [], ANEW
    assert set((DOCS / "codes").iterdir()) <= made.keys(), ANEW
    assert sorted(path.name for path in (DOCS / "schema").iterdir()) == sorted(schemas.files())


@pytest.mark.slow
def test_the_handbook_shows_what_the_tasks_print():
    handbook = (DOCS / "handbook.md").read_text("utf-8")
    assert outputs.with_outputs(handbook, outputs.printed) == handbook, ANEW


def test_every_example_of_the_table_stands_in_the_handbook_once():
    handbook = (DOCS / "handbook.md").read_text("utf-8")
    assert sorted(re.findall("<!-- 输出：(.+?) -->", handbook)) == sorted(outputs.SHOWN)


def test_what_is_old_or_gone_is_told_and_written_anew(tmp_path, monkeypatch):
    monkeypatch.setattr(outputs, "printed", lambda shown: f"{shown.command} 的输出")
    (tmp_path / "codes").mkdir()
    shutil.copy(DOCS / "handbook.md", tmp_path)
    generated.write(tmp_path)
    assert "$ python3 tasks.py build\nbuild 的输出\n```" in (tmp_path / "handbook.md").read_text("utf-8")
    (tmp_path / "codes/XX01.md").write_text("# XX01\n", "utf-8")
    (tmp_path / "codes/HD05.md").write_text("# 旧\n", "utf-8")
    assert [path.name for path in generated.write(tmp_path)] == ["HD05.md", "XX01.md"]
    assert generated.write(tmp_path) == ()


def test_what_differs_by_machine_or_moment_is_left_open():
    told = outputs.printed(outputs.Shown("check --now 2017-08-20 --format json"))
    assert told == "[]\n"
    shown = outputs.Shown("check HD99 --now 昨天")
    assert outputs.printed(shown).startswith("看不懂时刻“昨天”")
