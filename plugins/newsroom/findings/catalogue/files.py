"""Findings on files: names, encodings, links, and what is in the folder and nobody uses."""

from .message import E, Message, W

MESSAGES = {
    "FI01": Message(
        W,
        "文件是按 {encoding} 编码存的，不是网页通用的“UTF-8”编码",
        "运行 check --fix 自动转好，文字不变；以后“另存为”时，编码请选“UTF-8”。",
        {"encoding": "GB18030"},
    ),
    "FI02": Message(
        W,
        "文件开头有一个看不见的记号（BOM，有些软件存文件时加的）",
        "运行 check --fix 自动去掉；以后“另存为”时，编码请选“UTF-8”，不选“带有 BOM 的 UTF-8”。",
    ),
    "FI03": Message(
        W, "文件里换行的记号和别的文件不同（Windows 的软件常这样，看上去一样）", "运行 check --fix 自动统一，文字不变。"
    ),
    "FI04": Message(
        W,
        "文件里有 {count} 个看不见的字符，第一个是{name}",
        "运行 check --fix 自动去掉。",
        {"count": 2, "name": "零宽空格"},
    ),
    "FI05": Message(
        E,
        "这不是纯文本，看起来是{kind}",
        "请把文字复制到记事本里，编码选“UTF-8”，存成名字以 .md 结尾的文件。",
        {"kind": "旧版 Word 文档（.doc）"},
    ),
    "FI06": Message(E, "这里的数据坏了，有字读不出来", "请对照原稿补上缺的字，再保存一次，编码选“UTF-8”。"),
    "FI07": Message(E, "文件是空的", "请写上内容，或者删去这个文件。"),
    "FI08": Message(E, "这里是乱码“{sample}”，原来的字已经丢了", "请对照原稿把字重新打上。", {"sample": "锟斤拷"}),
    "FI09": Message(E, "认不出这个文件的文字编码", "请用写稿的软件打开原稿，另存一次，编码选“UTF-8”。"),
    "FI10": Message(E, "读不了这个文件：{detail}", "请检查文件的权限，或重新保存一次。", {"detail": "没有读取权限"}),
    "FI11": Message(
        W,
        "这个文件没有用到，不会上网：{name}",
        "是稿件的文字，请存成 .md 文件（纯文本）；是给读者下载的附件，请在正文里链接它；都不是，请移到内容文件夹之外。",
        {"name": "初稿.docx"},
    ),
    "FI12": Message(
        W,
        "照片“{name}”没有用到",
        '要用请在正文里写 ![说明]({name} "张三 摄")，写在注释里的不算；确实不用的，请移出这个文件夹。',
        {"name": "03.jpg"},
    ),
    "FI13": Message(E, "没有找到内容文件夹“{name}”", "请核对 --content 后面的路径。", {"name": "conten"}),
    "FI14": Message(E, "这个文件指到内容文件夹之外", "请把文件本身放进来，不要用链接。"),
    "FI20": Message(
        E,
        "第 {first} 行到第 {last} 行有两种写法没有合并好（冲突）：先是“{ours}”的，后是“{theirs}”的",
        "请在两种写法里留下对的一种，删去另一种；{former}再删去只有标记的第 {lines} 行。拿不准留哪一种，就问另一位改稿的人。",
        {"first": 10, "last": 14, "ours": "HEAD", "theirs": "xiugai", "former": "", "lines": "10、12、14"},
    ),
    "FI21": Message(
        E,
        "“{written}”是两种写法没有合并好（冲突）留下的标记，只剩了一半",
        "请核对这一处上下的文字，只留对的一种写法，再删去这一行标记。{row}",
        {"written": ">" * 7 + " xiugai", "row": "第 12 行的 ======= 如果不是小标题的下划线，也删去。"},
    ),
    "FI22": Message(
        E,
        "“{name}”不是普通文件（是管道、套接字或设备），程序不会打开它",
        "请把它移出内容文件夹；要放的是稿件或照片，请放文件本身。",
        {"name": "index.md"},
    ),
    "FI23": Message(
        E,
        "“{name}”是一个指到别的文件夹的链接，里面的文件都没有读",
        "请把文件夹本身放进来，不要用链接（快捷方式）。",
        {"name": "16-shangdu"},
    ),
    "FI24": Message(
        E,
        "“{name}”是文件夹，名字却像一篇稿件",
        "请去掉文件夹名字里的 .md；稿件放在文件夹里，文件名写 index.md。",
        {"name": "index.md"},
    ),
    "FI25": Message(
        E,
        "打不开文件夹“{name}”，里面的稿件和照片都没有读到",
        "请检查这个文件夹的读取权限，改好以后再运行一次。",
        {"name": "16-shangdu"},
    ),
    "FI26": Message(
        W,
        "“{name}”是一个链接，它指到的文件已经没有了",
        "请把文件本身放进来，或删去这个链接。",
        {"name": "初稿.docx"},
    ),
}
