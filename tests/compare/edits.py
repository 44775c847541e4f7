"""What an editor does to a column between two builds: a word of a body, a headline, a new story. Both checkouts read the same."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path


def stories(content: Path) -> list[Path]:
    """Those in folders of their own, by path."""
    return sorted(content.glob("20*/**/index.md"))


def body(content: Path, number: int = 1) -> None:
    """Put words at the end of the first sentence of the story in the middle."""
    story = _middle(content)
    before, mark, after = story.read_text(encoding="utf-8").rpartition("\n---\n")
    story.write_text(f"{before}{mark}{after.replace('。', f'，这是第{number}次说。', 1)}", encoding="utf-8")


def headline(content: Path, number: int = 1) -> None:
    story = _middle(content)
    text = story.read_text(encoding="utf-8")
    story.write_text(re.sub("(?m)^标题: .*", f"标题: 改过 {number} 次的标题", text, count=1), encoding="utf-8")


def addition(content: Path, number: int = 1) -> None:
    """Put a copy of the story in the middle, with its photos, beside it."""
    folder = _middle(content).parent
    shutil.copytree(folder, folder.with_name(f"{folder.name}-xin-{number}"))


def _middle(content: Path) -> Path:
    found = stories(content)
    return found[len(found) // 2]


EDITS: dict[str, Callable[[Path], None]] = {
    "one body edited": body,
    "one headline edited": headline,
    "one story added": addition,
}
