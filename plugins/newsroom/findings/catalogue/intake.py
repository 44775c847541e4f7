"""Files that reporters deliver: why one is not taken, and what was left out of one that is."""

from .message import E, Message

MESSAGES = {
    # -- IN: delivered files. 30-39: texts, pages and tables that cannot be read (desk/submissions) ----------------------
    "IN30": Message(
        E,
        "“{file}”里的网页代码一层套一层，多得不正常，没有收",
        "请用浏览器打开它，把文字复制到 Word 里，再交来。",
        {"file": "稿件.html"},
    ),
    "IN31": Message(
        E,
        "“{file}”不知道是用什么编码存的，没有收",
        "请在记事本里“另存为”，编码选“UTF-8”，再交来。",
        {"file": "稿件.txt"},
    ),
    "IN32": Message(
        E,
        "“{file}”里的表格分不清各格，没有收",
        "请用 Excel 或 WPS 打开它，“另存为”“Excel 工作簿（.xlsx）”，再交来。",
        {"file": "名单.csv"},
    ),
    "IN33": Message(
        E,
        "“{file}”里的表格太大，稿件里放不下，没有收",
        "稿件里的表格最多 {most} 格；更大的请作为附件，放在稿件旁边，在正文里链接。",
        {"file": "名单.xlsx", "most": 5000},
    ),
    "IN34": Message(
        E,
        "“{file}”里的表格坏了，没有收",
        "请记者在 Excel 或 WPS 里打开它，重新保存，再发一次。",
        {"file": "名单.xlsx"},
    ),
}
