"""What the program writes in `docs/` is what it would write now."""

from __future__ import annotations

import shutil
from pathlib import Path

from plugins.desk import generated, schemas

HOUSE = Path(__file__).resolve().parents[2]
ANEW = "请把它们重新写一遍：python3 tasks.py docs"


def test_what_is_committed_is_what_would_be_written(tmp_path):
    docs = shutil.copytree(HOUSE / "docs", tmp_path / "docs", ignore=shutil.ignore_patterns("screenshots", "decisions"))
    assert [path.relative_to(docs).as_posix() for path in generated.write(docs)] == [], ANEW
    assert sorted(path.name for path in (docs / "schema").iterdir()) == sorted(schemas.files())


def test_what_is_old_or_gone_is_told_and_written_anew(tmp_path):
    docs = tmp_path / "docs"
    (docs / "codes").mkdir(parents=True)
    shutil.copy(HOUSE / "docs/handbook.md", docs)
    generated.write(docs)
    (docs / "codes/XX01.md").write_text("# XX01\n", "utf-8")
    (docs / "codes/HD05.md").write_text("# 旧\n", "utf-8")
    assert [path.name for path in generated.write(docs)] == ["HD05.md", "XX01.md"]
    assert generated.write(docs) == ()
