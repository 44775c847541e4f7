"""Parses the target of a delivery, and refuses dangerous folders before anything begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from plugins.desk.environment import HOUSE
from plugins.newsroom.findings.refusals import Refusal

EXAMPLE = "例如 /srv/www/guancheng 或 user@host:/srv/www/guancheng"
_HOST = re.compile(r"(?P<host>[A-Za-z0-9_][A-Za-z0-9_.@-]*):(?P<path>.*)", re.DOTALL)
_HOME = re.compile(r"/root|/(home|Users)/[^/]+")
_SAFE_PATH = re.compile(r"[\w./@+-]+")


@dataclass(frozen=True, slots=True)
class Target:
    """host: "" for a folder on this machine, else the host argument for ssh; path: absolute."""

    host: str
    path: str

    def __str__(self) -> str:
        return f"{self.host}:{self.path}" if self.host else self.path


def parse(text: str) -> Target:
    """`FOLDER` or `[USER@]HOST:/FOLDER`. Raises Refusal for a folder that must not be used, such as a home folder."""
    written = text.strip()
    if not written:
        raise Refusal.of("TK50", example=EXAMPLE)
    remote = _HOST.fullmatch(written)
    if remote and len(remote["host"]) > 1:  # one letter and a colon is a Windows drive
        return _on_host(remote["host"], remote["path"])
    if ":" in written.partition("/")[0] and not remote:
        raise Refusal.of("TK51", written=written, example=EXAMPLE)
    return _on_this_machine(written)


def _on_host(host: str, path: str) -> Target:
    folder = PurePosixPath(path)
    if not folder.is_absolute() or not _SAFE_PATH.fullmatch(path) or ".." in folder.parts:
        raise Refusal.of("TK52", path=path, example=EXAMPLE)
    if len(folder.parts) < 3 or _HOME.fullmatch(str(folder)):
        raise Refusal.of("TK53", path=path, example=EXAMPLE)
    return Target(host, str(folder))


def _on_this_machine(written: str) -> Target:
    folder = Path(written).expanduser().resolve()
    is_high_up = len(folder.parts) < 3 or folder == Path.home().resolve() or _HOME.fullmatch(folder.as_posix())
    if is_high_up or HOUSE.is_relative_to(folder) or folder.is_relative_to(HOUSE / "content"):
        raise Refusal.of("TK53", path=written, example=EXAMPLE)
    if folder.exists() and not folder.is_dir():
        raise Refusal.of("TK54", path=written)
    return Target("", str(folder))
