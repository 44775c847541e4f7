"""What the bytes of a delivered picture are, and whether the words that came with it were written by a person."""

from __future__ import annotations

import re

from plugins.photos import containers

_OTHERS = (
    (b"BM", ".bmp"),
    (b"II*\0", ".tif"),
    (b"MM\0*", ".tif"),
    (b"\xd7\xcd\xc6\x9a", ".wmf"),
    (b"\x01\0\0\0", ".emf"),
)
_BY_A_PROGRAM = re.compile(
    r"(?:图片|图像|照片|image|img|picture|photo|图)[\s_\-（(]*\d*[）)]*|\[?(?:图片|image)\]?|说明:.*|descript:.*"
    r"|.*[\\/].*|.*\.(?:jpe?g|png|gif|bmp|webp|tiff?|heic|emf|wmf)|[\W\d_a-z]*",
    re.IGNORECASE | re.DOTALL,
)
_GENERATED = re.compile(r"描述已自动生成|自动生成的说明|automatically generated|ai 生成|may contain", re.IGNORECASE)


def suffix_of(data: bytes) -> str:
    """The suffix that fits the bytes, "" when they are no picture."""
    kind = containers.kind_of(data)
    return kind.suffixes[0] if kind else next((suffix for start, suffix in _OTHERS if data.startswith(start)), "")


def said_by_a_person(alternative: str, name: str) -> str:
    """The words for a picture, "" where they are a path, a number, the file's name or what a program saw in it."""
    words = " ".join(alternative.split())
    is_name = words.casefold() in (name.casefold(), name.rpartition(".")[0].casefold())
    return "" if is_name or _BY_A_PROGRAM.fullmatch(words) or _GENERATED.search(words) else words
