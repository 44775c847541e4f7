"""Writes anew what the program itself writes in `docs/`: JSON Schemas, tables and outputs of the handbook, a page for each code."""

from __future__ import annotations

from pathlib import Path

from . import outputs, schemas
from .codes import pages


def write(docs: Path) -> tuple[Path, ...]:
    """Write the files below `docs` that are missing or differ, delete pages of codes that are gone; returns what changed."""
    made, handbook = files(docs), docs / "handbook.md"
    made[handbook] = outputs.with_outputs(made[handbook], outputs.printed)
    gone = sorted(set((docs / "codes").glob("*.md")) - made.keys())
    changed = [path for path, text in made.items() if not path.is_file() or path.read_text("utf-8") != text]
    for path in changed:
        path.parent.mkdir(exist_ok=True)
        path.write_text(made[path], encoding="utf-8", newline="\n")
    for path in gone:
        path.unlink()
    return (*changed, *gone)


def files(docs: Path) -> dict[Path, str]:
    """The text of every file that the program writes, by path, without the outputs in the handbook: to run the tasks takes seconds."""
    handbook = docs / "handbook.md"
    return {
        handbook: schemas.with_tables(handbook.read_text("utf-8")),
        **{docs / "schema" / name: text for name, text in schemas.files().items()},
        **{docs / "codes" / name: text for name, text in pages.all_pages().items()},
    }
