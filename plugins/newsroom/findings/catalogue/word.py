"""Messages about Word files that the desk gives out: which stories cannot be written, and what is not in the file."""

from __future__ import annotations

from .message import E, Message, W

MESSAGES = {
    "WD01": Message(
        E,
        "《{title}》已经撤稿，不能导出",
        "要再用这篇稿件，请先把“状态”改回“草稿”。",
        {"title": "开专栏"},
    ),
    "WD02": Message(
        E,
        "{file} 里有错，不能导出",
        "请运行 python3 tasks.py check {file}，改好再做。",
        {"file": "content/2017/08/16-a.md"},
    ),
    "WD03": Message(
        E, "{file} 不是稿件", "请写稿件的文件或它的文件夹，例如 content/2017/08/16-chuanda。", {"file": "content/data"}
    ),
    "WD04": Message(E, "没有写导出哪一篇", "请在 word 后面写上稿件的文件或文件夹，可以写好几篇。"),
    "WD10": Message(
        W,
        "照片 {file} 的许可已到期，没有放进 Word 文件，原处写了一行说明",
        "要用它，请先取得新的许可，改“到期”一项。",
        {"file": "01.jpg"},
    ),
}
