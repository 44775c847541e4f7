"""Files that reporters deliver: why one is not taken, and what was left out of one that is."""

from .message import E, Message

MESSAGES = {
    # -- IN: delivered files. 01-29: refused whole (desk/submissions/gate.py, archive.py, word), one sentence each --------
    "IN01": Message(
        E,
        "“{file}”是{what}，里面的文字取不完整，没有收",
        "请用 Word 或 WPS 打开它，“另存为”“{target}”，再交来。",
        {"file": "稿件.doc", "what": "旧版 Word 文件（.doc）", "target": "Word 文档（.docx）"},
    ),
    "IN02": Message(
        E,
        "“{file}”有密码，打不开，没有收",
        "请记者取消密码（Word 里是“文件”“信息”“保护文档”），再交来。",
        {"file": "稿件.docx"},
    ),
    "IN03": Message(
        E,
        "“{file}”里有宏（会自己运行的程序），没有收",
        "请用 Word 或 WPS 打开它，“另存为”“{target}”，再交来。",
        {"file": "稿件.docm", "target": "Word 文档（.docx）"},
    ),
    "IN04": Message(
        E,
        "“{file}”是{what}，文字取不完整，没有收",
        "请记者交排版以前的 Word 文件（.docx），或者把文字复制到 Word 里再交来。",
        {"file": "稿件.pdf", "what": "PDF"},
    ),
    "IN05": Message(
        E,
        "“{file}”是{what}，没有收",
        "请先解开它，再把里面的稿件交来。",
        {"file": "稿件.zip", "what": "压缩包"},
    ),
    "IN06": Message(
        E,
        "“{file}”是图片，里面没有能取出的文字，没有收",
        "请把文字打成 Word 文件（.docx）交来；稿件的照片放进稿件的文件夹。",
        {"file": "扫描件.jpg"},
    ),
    "IN07": Message(
        E,
        "“{file}”里只有图片，没有一个字，像是扫描或拍下来的一页，没有收",
        "请记者交有文字的 Word 文件（.docx），或者先把字打出来。",
        {"file": "扫描件.docx"},
    ),
    "IN08": Message(E, "“{file}”是空的，没有收", "请核对交来的是不是这个文件。", {"file": "稿件.docx"}),
    "IN09": Message(
        E,
        "“{file}”坏了，没有收：{why}",
        "可能没有传完，请记者在 Word 里打开它，重新保存，再发一次。",
        {"file": "稿件.docx", "why": "文件不完整"},
    ),
    "IN10": Message(
        E,
        "“{file}”里的内容大得不正常，没有收：{why}",
        "请用 Word 打开它，把文字和照片复制到新的文件里，再交来。",
        {"file": "稿件.docx", "why": "解开以后超过 250 MB"},
    ),
    "IN11": Message(
        E,
        "“{file}”里有不安全的文件名“{member}”，没有收",
        "这不是 Word 自己保存的，请用 Word 打开它，“另存为”新的文件，再交来。",
        {"file": "稿件.docx", "member": "../../a.txt"},
    ),
    "IN12": Message(
        E,
        "“{file}”里有 Word 从来不写的指令（实体声明），没有收",
        "请用 Word 打开它，把文字复制到新的文件里，再交来。",
        {"file": "稿件.docx"},
    ),
    "IN13": Message(
        E,
        "“{file}”是{what}，不是稿件，没有收",
        "请交 Word 文件（.docx）、文本文件（.txt、.md）、网页（.html）或表格（.xlsx）。",
        {"file": "稿件.mp4", "what": "mp4 影片"},
    ),
    "IN14": Message(
        E,
        "“{file}”太大（{size}），没有收",
        "文件不能超过 {most}，请把照片从稿件里拿出来，和稿件分开交。",
        {"file": "稿件.docx", "size": "300 MB", "most": "150 MB"},
    ),
}
