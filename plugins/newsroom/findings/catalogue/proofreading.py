"""Findings on the words of a story: punctuation, dates, names and wording. No one of them corrects what a person must decide."""

from .message import Message, W

_MEND = "运行 check --fix 自动改好。"

MESSAGES: dict[str, Message] = {
    # -- Punctuation and characters
    "PF10": Message(W, "这里有看不见的字符（{code}）", f"请删去它；{_MEND}", {"code": "U+200B"}),
    "PF11": Message(W, "这里的空格不是普通空格，可能是从网页或 Word 带来的", f"汉字之间不用空格；{_MEND}"),
    "PF12": Message(
        W,
        "“{plain}”用的是部首或兼容字符（{code}），检索不到",
        f"请重新输入“{{plain}}”；{_MEND}",
        {"code": "U+2F3C", "plain": "心"},
    ),
    "PF13": Message(W, "“{plain}”用了全角数字或字母", f"数字和字母用半角；{_MEND}", {"plain": "2017"}),
    "PF14": Message(W, "汉字旁边用了半角标点“{written}”", f"请改为“{{full}}”；{_MEND}", {"written": ",", "full": "，"}),
    "PF15": Message(W, "汉字旁边用了半角括号“{written}”", f"请改为“{{full}}”；{_MEND}", {"written": "(", "full": "（"}),
    "PF16": Message(W, "中文里用了不分左右的直引号", f"请改为“{{right}}”；{_MEND}", {"right": "“"}),
    "PF17": Message(W, "引号的左右用反了", f"请改为“{{right}}”；{_MEND}", {"right": "“"}),
    "PF18": Message(
        W, "横排的简体字用了直角引号“{written}”", f"请改为“{{right}}”；{_MEND}", {"written": "「", "right": "“"}
    ),
    "PF19": Message(W, "标点“{written}”重复了", f"只留一个“{{one}}”；{_MEND}", {"written": "，，", "one": "，"}),
    "PF20": Message(W, "省略号写成了“{written}”", f"省略号是六个点“……”；{_MEND}", {"written": "..."}),
    "PF21": Message(
        W, "破折号或连接号写成了“{written}”", f"破折号占两个字的位置，写作“——”；{_MEND}", {"written": "--"}
    ),
    "PF22": Message(W, "起止之间用了“{written}”", f"请改为“{{right}}”；{_MEND}", {"written": "~", "right": "—"}),
    "PF23": Message(W, "间隔号写成了“{written}”", f"间隔号是“·”；{_MEND}", {"written": "•"}),
    "PF24": Message(
        W,
        "发文字号的年份写成了“{written}”",
        f"年份用六角括号，写作“{{right}}”；{_MEND}",
        {"written": "[2017]", "right": "〔2017〕"},
    ),
    "PF25": Message(W, "双引号里又用了双引号", f"里面一层用单引号“{{right}}”；{_MEND}", {"right": "‘"}),
    "PF26": Message(W, "双书名号里又用了双书名号", f"里面一层用单书名号“{{right}}”；{_MEND}", {"right": "〈"}),
    "PF30": Message(W, "“{mark}”没有另一半", "请补上另一半，或者删去它。", {"mark": "《"}),
    "PF31": Message(W, "标点“{marks}”不能用在这里", "请只留该用的标点，删去别的。", {"marks": "，。"}),
    "PF32": Message(
        W, "句子里的“{words}”中间有空格", "汉字之间不用空格，请删去它；如果应当有标点，请补上。", {"words": "门 认"}
    ),
    "PF33": Message(
        W,
        "这一段在“{end}”之后断了，下一段以“{next}”接着写",
        "请把两段连成一段；如果确实是两段，请补上句末的标点。",
        {"end": "主动加快知", "next": "识更新"},
    ),
    "PF34": Message(
        W, "这里的字是排版软件自己造的（{code}），网上显示不出来", "请换成通用的字或符号。", {"code": "U+E5E5"}
    ),
}
