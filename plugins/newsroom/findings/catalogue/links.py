"""Findings on links between stories."""

from .message import E, Message

MESSAGES = {
    "LK01": Message(
        E,
        "链接指向的稿件不存在：{target}",
        "{hint}请核对路径，从这篇稿件的文件夹算起，例如 ../16-shangdu/index.md。",
        {"target": "2017/08/16-shangdv/index.md", "hint": "是不是 ../16-shangdu/index.md？"},
    ),
    "LK02": Message(
        E,
        "链接指向的稿件现在不公开（{why}）：{target}",
        "请等它发布后再链接，或删去这个链接。",
        {"target": "2017/08/16-x/index.md", "why": "草稿"},
    ),
    "LK03": Message(
        E,
        "稿件 {target} 里没有“#{fragment}”这一处",
        "{hint}那篇稿件里可以链接的有：{anchors}。",
        {"target": "2017/08/16-x/index.md", "fragment": "jiedao", "hint": "", "anchors": "qiye、jiedao-1"},
    ),
}
