"""Reads caption and credit from the original name of a photo file: 签约现场 张三摄.jpg. Ignores names given by cameras and programs."""

from __future__ import annotations

import re
import unicodedata

from plugins.newsroom.byline.caption import credit_at_end

_HAN = r"\u3400-\u9fff"
_GENERATED = re.compile(  # names given by phones and programs, with a time in them
    r"(?:微信图片|微信截图|微信|qq图片|qq截图|qq|mmexport|wx_camera_?|屏幕(?:截图|快照|截屏)|截图|截屏|screenshot|snipaste|wechat ?image)"
    r"[\d\s._\-:年月日]*(?:上午|下午)?[\d\s._\-:]*",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r"[\s\u3000_\-—.+,，、;；()（）\[\]【】{}<>《》“”\"'`*|\\/~～#&]+")
_NO_WORD = re.compile(
    r"\d+|[0-9a-f]{12,}|(?=\w*\d)[a-z0-9]{1,40}"
    r"|(?:img|dsc|dscn|dscf|pxl|mvimg|vid|dji|gopr|pano|hdr|burst|cover|image|photo|picture|copy|edited|untitled|unnamed|download|final)"
    r"|(?:图片|照片|配图|插图|副本|拷贝|复件|原图|大图|高清|未命名|新建|下载|修改|修|终|图)\d*",
    re.IGNORECASE,
)
_NUMBER_FIRST = re.compile(rf"^(?:0\d|\d{{4,}})(?=[{_HAN}])(?!\d*[年月日号届])")
_LONGEST = 60  # characters


def said_by(stem: str) -> tuple[str, str]:
    """(caption, credit) proposed by a file's name without its extension, each "" when there is none.

    There is a caption when at least two Chinese characters are left; a credit when the name certainly ends or begins with one.
    """
    words = _words(unicodedata.normalize("NFC", stem))
    line = " ".join(words)
    if len(re.findall(f"[{_HAN}]", line)) < 2 or len(line) > _LONGEST:
        return "", ""
    credit = credit_at_end(line)
    if credit and credit.is_sure:
        return credit.rest, credit.credit
    for number in range(1, len(words)):
        credit = credit_at_end(" ".join(words[:number]), stands_alone=True)
        if credit and credit.is_sure and credit.start == 0:
            return " ".join(words[number:]), credit.credit
    return line, ""


def _words(stem: str) -> list[str]:
    """The words written by a person."""
    pieces = filter(None, _SEPARATORS.split(_GENERATED.sub(" ", stem)))
    return [_NUMBER_FIRST.sub("", piece) for piece in pieces if not _NO_WORD.fullmatch(piece)]
