"""Puts a story into the column: whole, or not at all. Nothing is ever overwritten."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from plugins.desk.new_story import free_folder
from plugins.newsroom.text.files import UNFINISHED

from .making import Made


def put(content: Path, made: Made, text: str) -> Path:
    """Write `text` and the pictures of the story into a hidden folder, then give it its name; returns the path of the text.

    Raises OSError and leaves nothing behind.
    """
    unfinished = content / f"{UNFINISHED}{os.urandom(8).hex()}"
    target = free_folder(made.title, content, made.day)
    try:
        unfinished.mkdir()
        for name, data in {**made.files, "index.md": text.encode()}.items():
            (unfinished / name).write_bytes(data)
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished.rename(target)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        _remove_empty(target.parent, content)
        raise
    return target / "index.md"


def _remove_empty(folder: Path, content: Path) -> None:
    with suppress(OSError):  # not empty, or never made
        while folder != content:
            folder.rmdir()
            folder = folder.parent
