"""Tells whether the description of a picture was written by a person, or by a program that knew nothing of it."""

from __future__ import annotations

import re

_PREFIX = re.compile(r"^(?:说明|描述|替代文字|Description)\s*[:：]\s*", re.IGNORECASE)
_PATH = re.compile(r"^(?:[A-Za-z]:[\\/]|\\\\|file:|https?:|data:|cid:)", re.IGNORECASE)
_FILE = re.compile(r"\.(?:jpe?g|jfif|png|gif|bmp|tiff?|emf|wmf|webp|heic|svg)$", re.IGNORECASE)
_AUTOMATIC = re.compile(r"自动生成|人工智能生成|AI ?生成的|automatically generated|AI-generated content", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?:图片|图像|图形|照片|相片|图|图示|图表|对象|矩形|文本框|截图|未标题|未命名|微信图片|微信截图|QQ图片|QQ截图"
    r"|Picture|Image|Graphic|Photo|Object|Untitled|IMG|DSCN?|DSCF|MVIMG|PXL|mmexport|screenshot|wx_camera|hd|temp)?"
    r"[\d\s_\-－—:：()（）.]*(?:HDR|BURST|COVER|副本|复件)?",
    re.IGNORECASE,
)
_CODE = re.compile(r"[0-9A-Fa-f-]{16,}")


def as_written(description: str) -> str:
    """The description without what Word puts before it, or "" when no person wrote it: a path, a file's name, 图片 1."""
    words = _PREFIX.sub("", " ".join(description.split()))
    is_automatic = _PATH.match(words) or _FILE.search(words) or _AUTOMATIC.search(words)
    return "" if is_automatic or _NUMBERED.fullmatch(words) or _CODE.fullmatch(words) else words
