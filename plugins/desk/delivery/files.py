"""Files and folders as a web server must find them, whatever the umask of who publishes. What is put where is left to `folder`."""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path

_FILE, _FOLDER = 0o644, 0o755
_KEPT_BITS = 0o7000  # such as the group that new folders of the target shall have


def text_of(file: Path) -> str:
    with suppress(OSError):
        return file.read_text(encoding="utf-8")
    return ""


def make_folder(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(folder.stat().st_mode & _KEPT_BITS | _FOLDER)


def make_way(file: Path, made: set[Path]) -> None:
    missing = []
    for folder in file.parents:
        if folder in made:
            break
        missing.append(folder)
    for folder in reversed(missing):
        make_folder(folder)
    made.update(missing)


def share(source: Path, place: Path) -> bool:
    """One file at two places; False where that cannot be, or not so that a web server may read it."""
    try:
        os.link(source, place)
        if place.stat().st_mode & 0o777 != _FILE:
            place.chmod(_FILE)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise
        place.unlink(missing_ok=True)
        return False
    return True


def copy(source: Path, place: Path) -> None:
    shutil.copyfile(source, place)
    place.chmod(_FILE)


def write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    file.chmod(_FILE)


def delete(path: Path) -> None:
    """A file or a folder, if it is there and may go."""
    with suppress(OSError):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink()
