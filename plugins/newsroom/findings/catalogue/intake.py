"""Files that reporters deliver: why one is not taken, and what was left out of one that is."""

from .message import E, Message, W

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
    # 30-59: what was left out of a Word file or done to it (desk/submissions/word)
    "IN30": Message(
        W,
        "稿件里有修订，按“接受所有修订”收了：加上 {added} 处，删去 {deleted} 处，移动 {moved} 处",
        "请记者确认；删去的字列在没有收的内容里。",
        {"added": 3, "deleted": 2, "moved": 1},
    ),
    "IN31": Message(W, "修订里已经删去", "要保留的话，请加回稿件。"),
    "IN32": Message(W, "修订里移到了别处，移动以后的已经收了", "请看一看移动以后的位置对不对。"),
    "IN33": Message(W, "在 Word 里设成了隐藏的字", "要发表的话，请加回稿件。"),
    "IN34": Message(W, "是{author}写的批注", "请看一看批注要求的改动做了没有。", {"author": "编辑甲"}),
    "IN35": Message(W, "是页眉或者页脚", "网页上没有页眉页脚，要发表的话，请加回稿件。"),
    "IN36": Message(W, "是表单里提示“在这里输入”的字，记者没有填", "这里该有内容的话，请问记者。"),
    "IN37": Message(W, "是 Word 用来自动生成文字的指令（域代码）", "请看一看这里的文字全不全。"),
    "IN38": Message(W, "是公式，网页上不能照样显示", "请改写成文字，或者截图以后当图片用。"),
    "IN39": Message(
        W,
        "是{what}，网页上不能照样显示",
        "请改写成文字或者表格，或者截图以后当图片用。",
        {"what": "图表"},
    ),
    "IN40": Message(
        W,
        "是{kind}图片，网页上显示不了",
        "请在 Word 里右键点它，“另存为图片”，选 PNG 或 JPG，再放进稿件的文件夹。",
        {"kind": "EMF"},
    ),
    "IN41": Message(W, "图片没有放在文件里，只留了一个链接", "请向记者要原图，放进稿件的文件夹。"),
    "IN42": Message(W, "图片不见了，或者坏了", "请向记者要原图，放进稿件的文件夹。"),
    "IN43": Message(
        W,
        "图片 {name} 在 Word 里裁过，收的是没有裁的原图",
        "请看一看裁掉的部分能不能发表。",
        {"name": "image1.jpg"},
    ),
    "IN44": Message(
        W,
        "图片 {name} 出现了不止一次，只存了一份",
        "不需要两处都放的，请删去一处。",
        {"name": "image1.jpg"},
    ),
    "IN45": Message(W, "是标在字上面的注音", "网页上不显示注音，需要的话，请写在括号里。"),
    "IN46": Message(
        W, "用的是特殊字体（{font}）里的符号，认不出来", "请看一看原稿，改成普通的字或者符号。", {"font": "Wingdings 2"}
    ),
    "IN47": Message(W, "放在 Word 很少用的地方，不知道该接在哪里", "请对照原稿，把它放到该放的位置。"),
    "IN48": Message(W, "是注释，正文里没有一处指向它", "请看一看原稿，要发表的话，请加回稿件。"),
    "IN49": Message(W, "链接不是网址，例如指向记者自己的电脑，没有保留", "字都在；需要链接的话，请换成网址。"),
    "IN50": Message(W, "在合并的单元格里，Word 里也看不见", "要发表的话，请加回稿件。"),
    "IN51": Message(W, "稿件里夹着另一个文件，没有打开", "请把那个文件的内容复制到稿件里，再交来。"),
    "IN52": Message(W, "图片在注释里，网页上的注释只能有文字", "需要的话，请放进正文。"),
    "IN53": Message(W, "图片不在正文里，例如是页面背景，或者在批注里", "需要的话，请放进正文。"),
    "IN54": Message(W, "是 Word 画出来的字（EQ 域），例如注音、带圈的字，只收了里面的字", "请对照原稿看一看。"),
    # 60-64: texts, pages and tables that cannot be read (desk/submissions)
    "IN60": Message(
        E,
        "“{file}”里的网页代码多得不正常，没有收",
        "请用浏览器打开它，把文字复制到 Word 里，再交来。",
        {"file": "稿件.html"},
    ),
    "IN61": Message(
        E,
        "“{file}”不知道是用什么编码存的，没有收",
        "请在记事本里“另存为”，编码选“UTF-8”，再交来。",
        {"file": "稿件.txt"},
    ),
    "IN62": Message(
        E,
        "“{file}”里的表格分不清各格，没有收",
        "请用 Excel 或 WPS 打开它，“另存为”“Excel 工作簿（.xlsx）”，再交来。",
        {"file": "名单.csv"},
    ),
    "IN63": Message(
        E,
        "“{file}”里的表格太大，稿件里放不下，没有收",
        "稿件里的表格最多 {most} 格；更大的请作为附件，放在稿件旁边，在正文里链接。",
        {"file": "名单.xlsx", "most": 5000},
    ),
    "IN64": Message(
        E,
        "“{file}”里的表格坏了，没有收",
        "请记者在 Excel 或 WPS 里打开它，重新保存，再发一次。",
        {"file": "名单.xlsx"},
    ),
    # 65-79: what was left out of pages, texts and tables or is doubtful in them
    "IN65": Message(W, "图片在别的网站上，交来的文件里没有，程序也不去取", "请向作者要原图，放进稿件的文件夹。"),
    "IN66": Message(W, "图片不在网页旁边", "请把网页和同名的文件夹一起交来，或者把图片放进稿件的文件夹。"),
    "IN67": Message(W, "不是文字和照片，没有收", "要用的话，请向作者要文件，放进稿件的文件夹，在正文里链接。"),
    "IN68": Message(W, "是网页上看不见的字", "要发表的话，请加回稿件。"),
    "IN69": Message(W, "是网页上的{what}，不是稿件", "要发表的话，请加回稿件。", {"what": "导航"}),
    "IN70": Message(W, "是批注", "请看一看批注要求的改动做了没有。"),
    "IN71": Message(W, "有修订时添上的字，已经当作正文", "请记者确认。"),
    "IN72": Message(W, "是网页上稿件以外的字和图（导航、按钮、推荐等）", "要发表的话，请加回稿件。"),
    "IN73": Message(
        W,
        "网页原来的地址是 {address}",
        "如果是转载，请写“来源”和“原文”两项。",
        {"address": "https://www.example.org/a.html"},
    ),
    "IN74": Message(W, "有 {count} 处的编码坏了，印成“\ufffd”", "请对照原文补上。", {"count": 2}),
    "IN75": Message(W, "在隐藏的{what}里", "要发表的话，请取消隐藏，再交来。", {"what": "工作表"}),
    "IN76": Message(W, "公式没有算好的数，这一格是空的", "请在 Excel 或 WPS 里打开，保存，再交来。"),
    "IN77": Message(W, "这一格的公式算错了", "请改好，再交来。"),
    "IN78": Message(W, "是画在表格上的文本框", "要发表的话，请加回稿件。"),
    "IN79": Message(
        E,
        "“{file}”有 {count} 字，不像一篇稿件，没有收",
        "请把要发表的一篇单独存成文件，再交来。",
        {"file": "合订本.txt", "count": 800000},
    ),
    # 80-99: the task itself (desk/intake)
    "IN80": Message(
        W,
        "版块选了“{section}”，因为稿件里有{words}",
        "请核对；也可以用 --section 指定。",
        {"section": "项目建设", "words": "“重大项目”"},
    ),
    "IN81": Message(
        W, "看不出属于哪个版块，先写了第一个，“{section}”", "请核对；也可以用 --section 指定。", {"section": "学习贯彻"}
    ),
    "IN82": Message(W, "稿头里没有“{key}”，写上了“{value}”", "请核对。", {"key": "状态", "value": "草稿"}),
    "IN83": Message(
        W,
        "稿头里的状态是“{status}”，没有改",
        "写着“发布”或没有写状态的，提交以后读者就能看到；还没有审过，请改成“草稿”或“待审”。",
        {"status": "发布"},
    ),
    "IN84": Message(E, "没有“{file}”这个文件或文件夹", "请核对路径。", {"file": "来稿"}),
    "IN85": Message(
        E, "“{file}”读不出来：{why}", "请检查这个文件，再试一次。", {"file": "稿件.docx", "why": "没有权限"}
    ),
    "IN86": Message(
        E,
        "没有写要收哪些文件",
        "请照这样写：python3 tasks.py intake 稿件.docx，可以写几个，也可以写文件夹。",
    ),
    "IN87": Message(
        W,
        "照片 {file} 没有收，不知道属于哪一篇",
        "请和稿件单独放在一个文件夹里，或者在稿件里写上它的文件名，再交一次。",
        {"file": "DSC_1234.jpg"},
    ),
    "IN88": Message(E, "“{folder}”里没有可以收的文件", "请核对文件夹。", {"folder": "来稿"}),
    "IN89": Message(
        E,
        "收“{file}”的时候程序出了错，没有收",
        "请把 {log} 发给工程师。",
        {"file": "稿件.docx", "log": ".cache/last-error.log"},
    ),
    "IN90": Message(
        W,
        "照片 {file} 没有收，旁边的稿件以前收过",
        "要加进去的话，请把它放进那篇稿件的文件夹，在正文里写上。",
        {"file": "02.jpg"},
    ),
    "IN91": Message(
        E,
        "“{file}”已经在内容文件夹里，不用再收",
        "请直接打开它改。",
        {"file": "content/2017/08/16-chengqiang/index.md"},
    ),
    "IN92": Message(
        W,
        "“{file}”的名字不对，里面其实是{what}，照{what}收了",
        "请对照原稿，看一看全不全。",
        {"file": "稿件.docx", "what": "文本文件"},
    ),
}
