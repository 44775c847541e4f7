"""Reports failures of the program itself: one sentence for the editor, and a log with the traceback for the engineer."""

from __future__ import annotations

import errno
import traceback
from contextlib import suppress

from plugins.newsroom.findings.refusals import Refusal, reason
from plugins.newsroom.text.files import write_whole

from .environment import HOUSE

LOG = HOUSE / ".cache" / "last-error.log"


def told(error: Exception) -> str:
    """One Chinese sentence for `error`; anything but an OSError is also written to the log."""
    return str(_os_failure(error) if isinstance(error, OSError) else _internal(error))


def log(text: str) -> None:
    """Write `text` to the log for engineers; editors never see it."""
    with suppress(OSError):
        write_whole(LOG, text.encode("utf-8", "backslashreplace"))


def _os_failure(error: OSError) -> Refusal:
    if error.errno == errno.ENOSPC:
        return Refusal.of("TK90")
    if error.errno in (errno.EACCES, errno.EPERM) and error.filename:
        return Refusal.of("TK91", file=error.filename)
    return Refusal.of("TK92", detail=f"{reason(error)}{f'（{error.filename}）' if error.filename else ''}")


def _internal(error: Exception) -> Refusal:
    log("".join(traceback.format_exception(error)))
    return Refusal.of("TK93", kind=type(error).__name__, log=LOG.relative_to(HOUSE))
