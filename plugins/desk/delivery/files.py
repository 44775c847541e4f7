"""Creates files and folders that a web server can read, whatever the publisher's umask. What goes where is left to `folder`."""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path

_FILE, _FOLDER = 0o644, 0o755
_KEPT_BITS = 0o7000  # such as setgid, by which new folders inherit the group


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
    """Hard-link a file; False where that is impossible, or where its permissions cannot be set."""
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
    """Delete a file or a folder, if possible."""
    with suppress(OSError):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink()
