"""Snapshots of a folder tree by stat alone: the cheapest way to tell whether anything has changed since the last look.

A file counts as unchanged while its times, size and inode are; a folder's own time tells that names were added or removed, so
that looking again costs one stat per known path and a listing only where something happened. A time too close to the moment of
looking proves nothing, since a later change could have the same one: it is recorded as unknown. A link counts as the file it
points to; one to a folder is not followed. A folder that cannot be entered is recorded as an unknown file.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from stat import S_ISDIR, S_ISLNK

UNKNOWN = (0, 0, 0, 0)
_TICK = 50_000_000  # nanoseconds: more than one tick of the kernel's clock
_COARSE_TICK = 2_000_000_000  # the same where a file system keeps whole seconds, or even seconds only (HFS+, FAT)
_SECOND = 1_000_000_000

Stat = tuple[int, int, int, int]  # changed, modified (ns), size, inode
Skip = Callable[[str], bool]


def _never(_: str) -> bool:
    return False


@dataclass(slots=True)
class Tree:
    """The files and folders below one folder, by POSIX paths; "" is the folder itself. Folders have only a time."""

    files: dict[str, Stat] = field(default_factory=dict)
    folders: dict[str, int] = field(default_factory=dict)


def look(root: str, skip: Skip = _never, below: Iterable[str] = ("",), files: Iterable[str] = ()) -> Tree:
    """Everything in the folders `below` of `root` and the single `files`, except names that `skip`.

    What does not exist is left out: `look_again` will not find it either, unless a folder above it is part of the tree.
    """
    tree, moment = Tree(), time.time_ns()
    for folder in below:
        _walk(root, folder, tree, skip, moment)
    tree.files.update(_stats_again(root, dict.fromkeys(files, UNKNOWN), moment)[0])
    return tree


def look_again(root: str, known: Tree, skip: Skip = _never) -> Tree:
    """What `look` would find now; is `known` itself when nothing changed."""
    moment = time.time_ns()
    files, is_same = _stats_again(root, known.files, moment)
    tree = Tree(files, {})
    listed = set()
    for folder, modified in known.folders.items():
        now = _modified(root, folder, moment)
        if now == modified and now:
            tree.folders[folder] = now
        else:
            listed.add(folder)
    if is_same and not listed:
        return known
    inside: set[str] = set()
    for folder in sorted(listed):
        inside |= _list_again(root, folder, tree, known, skip, moment)
    _forget(tree, {folder for folder in known.folders if _parent(folder) in listed and folder not in inside})
    return tree


def refresh(root: str, path: str, tree: Tree, skip: Skip = _never) -> None:
    """Update `tree` in place for one `path` that is reported to have changed."""
    if any(map(skip, path.split("/"))):
        return
    for known in [known for known in tree.files if known == path or known.startswith(path + "/")]:
        del tree.files[known]
    for known in [known for known in tree.folders if known == path or known.startswith(path + "/")]:
        del tree.folders[known]
    if os.path.isdir(f"{root}/{path}") and not os.path.islink(f"{root}/{path}"):
        _walk(root, path, tree, skip, time.time_ns())
    else:
        tree.files.update(_stats_again(root, {path: UNKNOWN}, time.time_ns())[0])
    folder = path
    while folder:
        folder = folder.rpartition("/")[0]
        tree.folders[folder] = 0


def _is_old(changed: int, moment: int) -> bool:
    """Whether a change after `moment` would have another time than `changed`. A time in the future proves nothing either."""
    return changed + (_TICK if changed % _SECOND else _COARSE_TICK) < moment


def _stats_again(root: str, known: dict[str, Stat], moment: int) -> tuple[dict[str, Stat], bool]:
    files, is_same, lstat = {}, True, os.lstat
    for path, then in known.items():
        try:
            found = lstat(f"{root}/{path}")
        except OSError:
            is_same = False
            continue
        if S_ISLNK(found.st_mode):
            found = _followed(f"{root}/{path}", found)
        now = (found.st_ctime_ns, found.st_mtime_ns, found.st_size, found.st_ino)
        if now == then:
            files[path] = then
        else:
            is_same = False
            if not S_ISDIR(found.st_mode):
                files[path] = now if _is_old(max(now[:2]), moment) else UNKNOWN
    return files, is_same


def _modified(root: str, folder: str, moment: int) -> int:
    """When names were last added or removed, even if the folder's mtime was set; 0 when it is gone or too recent to tell."""
    try:
        found = os.stat(f"{root}/{folder}")
    except OSError:
        return 0
    modified = max(found.st_mtime_ns, found.st_ctime_ns)
    return modified if _is_old(modified, moment) else 0


def _list_again(root: str, folder: str, tree: Tree, known: Tree, skip: Skip, moment: int) -> set[str]:
    """Add new entries of one folder to the tree; vanished files were already dropped by the stats. Returns its subfolders."""
    inside: set[str] = set()
    try:
        entries = list(os.scandir(f"{root}/{folder}"))
    except OSError:
        _shut(folder, tree, os.path.isdir(f"{root}/{folder}"))
        return inside
    tree.folders[folder] = _modified(root, folder, moment)
    prefix = f"{folder}/" if folder else ""
    for entry in entries:
        path = prefix + entry.name
        if skip(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            inside.add(path)
            if path not in known.folders:
                _walk(root, path, tree, skip, moment)
        elif path not in tree.files:
            tree.files[path] = _stat_of(entry, moment)
    return inside


def _forget(tree: Tree, gone: set[str]) -> None:
    """Remove what was found below folders that are gone: a link may have replaced them and lead to the same names."""
    if gone:
        tree.files = {path: stat for path, stat in tree.files.items() if gone.isdisjoint(_above(path))}
        tree.folders = {
            path: time for path, time in tree.folders.items() if path not in gone and gone.isdisjoint(_above(path))
        }


def _above(path: str) -> Iterator[str | None]:
    above: str | None = path
    while above:
        above = _parent(above)
        yield above


def _parent(path: str) -> str | None:
    """The parent folder of a path; None for "", which has none."""
    return path.rpartition("/")[0] if path else None


def _walk(root: str, folder: str, tree: Tree, skip: Skip, moment: int) -> None:
    waiting = [folder]
    while waiting:
        folder = waiting.pop()
        prefix = f"{folder}/" if folder else ""
        try:
            tree.folders[folder] = _modified(root, folder, moment)
            with os.scandir(f"{root}/{folder}") as entries:
                for entry in entries:
                    if skip(entry.name):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(prefix + entry.name)
                    else:
                        tree.files[prefix + entry.name] = _stat_of(entry, moment)
        except OSError:
            _shut(folder, tree, os.path.isdir(f"{root}/{folder}"))


def _shut(folder: str, tree: Tree, is_there: bool) -> None:
    """Record that `folder` could not be listed: it is tried again every time, unless it is gone."""
    tree.folders.pop(folder, None)
    if folder and is_there:
        tree.folders[folder], tree.files[folder] = 0, UNKNOWN


def _followed(path: str, link: os.stat_result) -> os.stat_result:
    """The status of the file a link points to; its own when that is a folder or missing."""
    try:
        found = os.stat(path)
    except OSError:
        return link
    return link if S_ISDIR(found.st_mode) else found


def _stat_of(entry: os.DirEntry[str], moment: int) -> Stat:
    try:  # a listing on Windows has no inodes
        found = entry.stat(follow_symlinks=False) if os.name == "posix" else os.lstat(entry.path)
    except OSError:
        return UNKNOWN
    if S_ISLNK(found.st_mode):
        found = _followed(entry.path, found)
    now = (found.st_ctime_ns, found.st_mtime_ns, found.st_size, found.st_ino)
    return now if _is_old(max(now[:2]), moment) else UNKNOWN
