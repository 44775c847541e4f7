"""Where a release goes, read from what was asked for; dangerous places are refused before anything begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from plugins.desk.environment import HOUSE

from .release import CannotPublish

EXAMPLE = "例如 /srv/www/guancheng 或 user@host:/srv/www/guancheng"
_HOST = re.compile(r"(?P<host>[A-Za-z0-9_][A-Za-z0-9_.@-]*):(?P<path>.*)", re.DOTALL)
_HOME = re.compile(r"/root|/(home|Users)/[^/]+")
_SAFE_PATH = re.compile(r"[\w./@+-]+")


@dataclass(frozen=True, slots=True)
class Target:
    """host: "" for a folder of this machine, else what ssh is given; path: absolute."""

    host: str
    path: str

    def __str__(self) -> str:
        return f"{self.host}:{self.path}" if self.host else self.path


def parse(text: str) -> Target:
    """`FOLDER` or `[USER@]HOST:/FOLDER`. Raises CannotPublish for a place where nothing should be put."""
    written = text.strip()
    if not written:
        raise CannotPublish(f"没有说明发布到哪里。请用 --to 或环境变量 PUBLISH_TO 写明，{EXAMPLE}。")
    remote = _HOST.fullmatch(written)
    if remote and len(remote["host"]) > 1:  # one letter and a colon is a Windows drive
        return _on_host(remote["host"], remote["path"])
    if ":" in written.partition("/")[0] and not remote:
        raise CannotPublish(f"看不懂发布地址“{written}”。请照这样写：{EXAMPLE}。")
    return _on_this_machine(written)


def _on_host(host: str, path: str) -> Target:
    folder = PurePosixPath(path)
    if not folder.is_absolute() or not _SAFE_PATH.fullmatch(path) or ".." in folder.parts:
        raise CannotPublish(f"主机上的位置“{path}”要写成完整的路径，不能有空格、引号和 ..，{EXAMPLE}。")
    if len(folder.parts) < 3 or _HOME.fullmatch(str(folder)):
        raise _too_dangerous(path)
    return Target(host, str(folder))


def _on_this_machine(written: str) -> Target:
    folder = Path(written).expanduser().resolve()
    is_high_up = len(folder.parts) < 3 or folder == Path.home().resolve() or _HOME.fullmatch(folder.as_posix())
    if is_high_up or HOUSE.is_relative_to(folder) or folder.is_relative_to(HOUSE / "content"):
        raise _too_dangerous(written)
    if folder.exists() and not folder.is_dir():
        raise CannotPublish(f"“{written}”是一个文件，不是文件夹。请换一个位置。")
    return Target("", str(folder))


def _too_dangerous(path: str) -> CannotPublish:
    return CannotPublish(f"“{path}”不能用来发布：那里有别的重要文件。请给网站一个专用的文件夹，{EXAMPLE}。")
