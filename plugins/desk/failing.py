"""What people are told when the desk itself fails: one sentence, and a log for the engineer. Findings in the content are no failure."""

from __future__ import annotations

import errno
import traceback
from contextlib import suppress

from plugins.newsroom.findings.refusals import reason
from plugins.newsroom.text.files import write_whole

from .environment import HOUSE

LOG = HOUSE / ".cache" / "last-error.log"


def told(error: Exception) -> str:
    """One Chinese sentence for `error`; what is not the system's fault is written to the log."""
    return _system_says(error) if isinstance(error, OSError) else _internal(error)


def log(text: str) -> None:
    """Write what an engineer needs where they find it; editors never see it."""
    with suppress(OSError):
        write_whole(LOG, text.encode("utf-8", "backslashreplace"))


def _system_says(error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return "磁盘满了，没有做完。请腾出空间，再运行一次。"
    if error.errno in (errno.EACCES, errno.EPERM) and error.filename:
        return f"没有权限读写 {error.filename}。请检查这个文件属于谁。"
    return f"系统报告：{reason(error)}{f'（{error.filename}）' if error.filename else ''}。"


def _internal(error: Exception) -> str:
    log("".join(traceback.format_exception(error)))
    place = LOG.relative_to(HOUSE)
    return f"程序出了内部错误：{type(error).__name__}。详情见 {place}，请发给维护网站的工程师。"
