"""Why the system would not read or write a file, in the words of those who do not program."""

from __future__ import annotations

import errno

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


def reason(error: OSError) -> str:
    """Why a file cannot be read or written."""
    if getattr(error, "winerror", None) in _CLOUD_FILE_ERRORS:
        return _IN_THE_CLOUD
    return _REASONS.get(error.errno or 0, error.strerror or "原因不明")


def is_of_writing(error: OSError) -> bool:
    """Whether it can only be said of writing, whatever file the system names."""
    return error.errno in _OF_WRITING
