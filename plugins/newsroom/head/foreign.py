"""Advice on keys left over from Hexo, Hugo or Jekyll: what to write instead. Which key is meant is defined in `schema`."""

from __future__ import annotations

from ..schema import TOP, nearest
from ..text.addresses import is_slug

_LEFT_OUT = """
layout type format template theme weight order comments comment toc showtoc tocopen no_toc math mathjax katex mermaid sticky top pin pinned
aside sidebar copyright reward menu menus nav_order parent lang language locale markup highlight sitemap robots outputs cascade resources
linktitle iscjklanguage guid uuid id postid views share search_exclude disablecomments readingtime hidemeta
"""
_NEEDLESS = frozenset(_LEFT_OUT.split())
_TRUE, _FALSE = frozenset({"true", "yes", "on", "1", "是"}), frozenset({"false", "no", "off", "0", "否"})


def advice(written: str, value: str) -> str:
    """How to fix an unknown key, in Chinese; "" if that is unclear. value: the rest of its line, "" for nothing."""
    word, value = "".join(written.split()).casefold().replace("-", "_"), value.strip("\"'")
    near = nearest(written, TOP)
    if word in _NEEDLESS:
        return "本站用不到这一项，请删去这一行。"
    if near is None:
        return ""
    if word.isascii() and near.name in _HOW:
        return _HOW[near.name](word, value)
    return f"请改成“{near.name}”。"


def _status(word: str, value: str) -> str:
    """draft, published, hidden …: whether readers may see it."""
    flag = value.casefold()
    if flag[:4].isdigit() and len(flag) > 4:
        return f"请改成“日期: {value}”。"
    if flag not in _TRUE | _FALSE:
        return "请改成“状态”，可以写：草稿、待审、发布、撤稿；不写就是发布。"
    is_public = (flag in _TRUE) == (word == "published")
    return "请删去这一行；不写“状态”就是发布。" if is_public else "请改成“状态: 草稿”。"


def _address(_: str, value: str) -> str:
    if is_slug(value):
        return f"请改成“网址: {value}”。"
    if "/" in value and "://" not in value and ":" not in value:
        return f"这是以前网站上的路径，请改成“旧址: {value}”；要定这篇稿件的新网址，请写“网址”。"
    return "请改成“网址”，只写小写字母、数字和连字符，例如“网址: shangdu”。"


def _byline(_: str, value: str) -> str:
    if value and not value.isascii() and not value.startswith("["):
        return f"请改成“署名: {value}”，照报纸的写法写明身份和分工。"
    return "请改成“署名”，照报纸的写法，例如“署名: 记者 张三 文/图”。"


def _section(_: str, value: str) -> str:
    if value and value[0] not in "[{" and "," not in value:
        return f"请改成“版块: {value}”；版块只能写一个，要是登记过的。"
    return "请改成“版块”，只写一个登记过的版块。"


_HOW = {
    "状态": _status,
    "网址": _address,
    "署名": _byline,
    "版块": _section,
    "封面": lambda *_: "请改成“封面”，只写稿件文件夹里一张照片的文件名，例如“封面: 01.jpg”。",
    "更正": lambda *_: "本站不写更新时间，请删去这一行；改正了事实的，请写“更正”，每条写日期和说明。",
}
