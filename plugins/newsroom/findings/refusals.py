"""What keeps a task or a build from going on, in the words of those who do not program: findings, or the system itself."""

from __future__ import annotations

import errno
from collections.abc import Iterable

from .problems import Place, Problem, in_order

_IN_THE_CLOUD = "还在网盘里，没有下载到这台电脑"
_REASONS = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.ENOENT: "文件不见了",
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "磁盘配额用完了",
    errno.EFBIG: "文件太大，磁盘放不下",
    errno.EROFS: "磁盘是只读的",
    errno.EIO: "磁盘出错",
    errno.ENOTDIR: "要放文件夹的地方是一个文件",
    errno.EEXIST: "要放文件夹的地方是一个文件",
    errno.EISDIR: "要放文件的地方是一个文件夹",
    errno.EDEADLK: _IN_THE_CLOUD,  # macOS, of a file that is not here while the network is not either
}
_CLOUD_FILE_ERRORS = range(358, 405)  # Windows: ERROR_CLOUD_FILE_PROVIDER_NOT_RUNNING and its neighbours (OneDrive)
_OF_WRITING = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS))


class Refusal(SystemExit):
    """A person must do something first. Where nobody catches it, it ends the process with exit code 1.

    problems: what must be mended, in reading order. A SystemExit, since Pelican takes other exceptions for failures of its own.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__(self.problems)
        self.code = 1

    @classmethod
    def of(cls, code: str, **values: object) -> Refusal:
        """The sentence `code` of the catalogue, about nothing that stands in the content."""
        from .catalogue import problem  # noqa: PLC0415  a task that goes well needs no sentence

        return cls([problem(code, Place(""), values)])

    def __str__(self) -> str:
        """One line for each of the problems."""
        return "\n".join(f"{problem.message}。{problem.advice}" for problem in self.problems)


def reason(error: OSError) -> str:
    """Why a file cannot be read or written."""
    if getattr(error, "winerror", None) in _CLOUD_FILE_ERRORS:
        return _IN_THE_CLOUD
    return _REASONS.get(error.errno or 0, error.strerror or "原因不明")


def is_of_writing(error: OSError) -> bool:
    """Whether it can only be said of writing, whatever file the system names."""
    return error.errno in _OF_WRITING
