"""A house of its own for the benchmark: the program and the theme of this one, and a generated column that may be edited."""

from __future__ import annotations

import compileall
import os
import shutil
import sys
from pathlib import Path

from tests.columns import make
from tests.newsdesk import jpeg

ROOT = Path(__file__).resolve().parents[2]
_PROGRAM = ("plugins", "theme")
_FILES = ("tasks.py", "pelicanconf.py", "publishconf.py", "pyproject.toml", "requirements.txt", "requirements-dev.txt")


class House:
    """`folder`/house with content and output in it."""

    def __init__(self, folder: Path, stories: int, photos: int) -> None:
        self.folder = folder / "house"
        self.folder.mkdir(parents=True)
        for name in _PROGRAM:
            shutil.copytree(ROOT / name, self.folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        compileall.compile_dir(
            self.folder / "plugins", quiet=1
        )  # as installed packages are, and a program that ran before
        for name in _FILES:
            shutil.copy(ROOT / name, self.folder / name)
        (self.folder / ".venv").symlink_to(sys.prefix)
        self.content = make(self.folder / "content", stories)
        self.stories = sorted(self.content.glob("20*/**/index.md"))
        add_photos(self.stories, photos)

    @property
    def command(self) -> list[str]:
        """As an editor starts it: by the Python of the machine, which hands over to the house's own."""
        return [getattr(sys, "_base_executable", sys.executable), "tasks.py", "build"]

    def edit_body(self, number: int) -> None:
        text = self._chosen.read_text(encoding="utf-8")
        self._chosen.write_text(f"{text}\n又添了一段，这是第 {number} 次。\n", encoding="utf-8")

    def edit_headline(self, number: int) -> None:
        head, _, rest = self._chosen.read_text(encoding="utf-8").partition("\n日期")
        self._chosen.write_text(f"---\n标题: 改过 {number} 次的标题\n日期{rest}", encoding="utf-8")
        assert head.startswith("---")

    def add_story(self, number: int) -> None:
        newest = self.stories[-1]
        folder = newest.parent.with_name(f"{newest.parent.name}-xin-{number}")
        folder.mkdir()
        (folder / "index.md").write_text(newest.read_text(encoding="utf-8"), encoding="utf-8")

    def edit_template(self, number: int) -> None:
        base = self.folder / "theme/templates/base.html"
        base.write_text(
            base.read_text(encoding="utf-8").replace("</body>", f"<!-- {number} --></body>"), encoding="utf-8"
        )

    @property
    def _chosen(self) -> Path:
        return self.stories[len(self.stories) // 2]


def add_photos(stories: list[Path], photos: int) -> None:
    """A photo in each of the newest stories."""
    for number, story in enumerate(stories[len(stories) - photos :] if photos else ()):
        story.with_name("01.jpg").write_bytes(jpeg(1600 + number % 50, 1067))
        text = story.read_text(encoding="utf-8")
        story.write_text(f'{text}\n![现场](01.jpg "赵文 摄")\n', encoding="utf-8")


def floor(content: Path, output: Path, copy: Path) -> None:
    """Read every source and write every file of the site: what no generator can do without."""
    for folder, _, names in os.walk(content):
        for name in names:
            with open(f"{folder}/{name}", "rb") as file:
                file.read()
    for folder, _, names in os.walk(output):
        target = f"{copy}/{os.path.relpath(folder, output)}"
        os.makedirs(target, exist_ok=True)
        for name in names:
            with open(f"{folder}/{name}", "rb") as source, open(f"{target}/{name}", "wb") as file:
                file.write(source.read())
