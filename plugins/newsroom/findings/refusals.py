"""Why a task or a build cannot continue, in plain words for people who do not program: findings, or system errors."""

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
    errno.EDEADLK: _IN_THE_CLOUD,  # macOS: the file is only in the cloud, and there is no network
}
_CLOUD_FILE_ERRORS = range(358, 405)  # Windows: ERROR_CLOUD_FILE_PROVIDER_NOT_RUNNING and its neighbours (OneDrive)
_OF_WRITING = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS))


class Refusal(SystemExit):
    """Raised when a person must do something first. If nobody catches it, the process ends with exit code 1.

    problems: what must be fixed, in reading order. A SystemExit, since Pelican treats other exceptions as its own failures.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__(self.problems)
        self.code = 1

    @classmethod
    def of(cls, code: str, **values: object) -> Refusal:
        """A refusal with one message of the catalogue, `code`, that does not point at any place in the content."""
        from .catalogue import problem  # noqa: PLC0415  a task that succeeds needs no message

        return cls([problem(code, Place(""), values)])

    def __str__(self) -> str:
        """One line per problem."""
        return "\n".join(f"{problem.message}。{problem.advice}" for problem in self.problems)


def reason(error: OSError) -> str:
    """Why a file cannot be read or written, in Chinese."""
    if getattr(error, "winerror", None) in _CLOUD_FILE_ERRORS:
        return _IN_THE_CLOUD
    return _REASONS.get(error.errno or 0, error.strerror or "原因不明")


def is_of_writing(error: OSError) -> bool:
    """Whether this error can only come from writing, whichever file the system names."""
    return error.errno in _OF_WRITING
