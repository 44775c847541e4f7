"""Findings on the words of a story: punctuation, dates, names and wording. No one of them corrects what a person must decide."""

from .message import E, Message, W

_MEND = "运行 check --fix 自动改好。"

MESSAGES: dict[str, Message] = {
    # Characters and punctuation.
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
    # Days and times.
    "PF40": Message(
        W,
        "{day}是{right}，不是{written}",
        "请核对日期和星期，把写错的一个改正。",
        {"day": "2017年8月16日", "right": "星期三", "written": "星期二"},
    ),
    "PF41": Message(W, "没有“{written}”这一天", "请核对月份和日子，把写错的数字改正。", {"written": "6月31日"}),
    "PF42": Message(
        W,
        "没有“{written}”这个时间",
        "请核对：上午不过12时，一天到24时为止，分从0到59。",
        {"written": "上午9:75"},
    ),
    "PF43": Message(W, "“{written}”的起止前后颠倒", "请核对两头，把早的写在前面。", {"written": "8月28日至15日"}),
    "PF44": Message(
        W,
        "“{written}”比稿件日期（{day}）还晚",
        "请核对电头和稿件开头的日期，把写错的一个改正。",
        {"written": "本报8月26日讯", "day": "2017年8月16日"},
    ),
    "PF45": Message(
        W,
        "“{written}”与稿件日期（{day}）对不上",
        "请核对这里和稿件开头的日期，把写错的一个改正；转载的旧稿请删去“今天”“昨日”等词。",
        {"written": "今天（8月19日）", "day": "2017年8月16日"},
    ),
    "PF46": Message(
        W,
        "“{written}”离稿件日期太远，像是写颠倒了数字",
        "请核对年份；是“{meant}”的，请改正。",
        {"written": "2071年", "meant": "2017年"},
    ),
    "PF47": Message(
        W,
        "年份里的零应写作“〇”：“{written}”",
        "请改为“{right}”。",
        {"written": "二零一七", "right": "二〇一七"},
    ),
    # Quantities.
    "PF48": Message(
        W, "“{written}”里约数说了两遍", "请只留一个，例如“约30人”或“30人左右”。", {"written": "约30人左右"}
    ),
    "PF49": Message(
        W,
        "“{written}”说不通：减少不能超过原来的全部",
        "请核对数字，写成减少百分之几，或者减少到原来的几分之几。",
        {"written": "降低了两倍"},
    ),
    # Numbers of people.
    "PF50": Message(
        E,
        "这里写出了一个完整的居民身份证号码",
        "请删去，或者把中间的出生日期换成 ********；依法必须公布的，请在“校对例外”里写明“规则: PF50”和理由。",
    ),
    "PF51": Message(
        W,
        "这里写出了一个手机号码“{written}”",
        "请删去，或者把中间四位换成 ****；对外公布的联系电话，请在“校对例外”里写明“规则: PF51”和理由。",
        {"written": "13800000000"},
    ),
    "PF52": Message(
        W,
        "这里像是一个完整的银行卡号",
        "请删去，或者只留最后四位；对外公布的账号，请在“校对例外”里写明“规则: PF52”和理由。",
    ),
    # Script and words.
    "PF55": Message(
        W,
        "“{written}”里有繁体字或异体字",
        "请改为“{right}”；姓名、题字、商标、古籍里确用原字的，请在“校对例外”里写明“规则: PF55”和理由。",
        {"written": "區", "right": "区"},
    ),
    "PF57": Message(
        W,
        "“{written}”里同一个词写了两遍",
        "请删去一个，留“{right}”；确实要重复的，请在“校对例外”里写明“规则: PF57”和理由。",
        {"written": "进行进行", "right": "进行"},
    ),
    "PF58": Message(
        W,
        "“{written}”里同一个字写了两遍",
        "请删去一个，留“{right}”；确实要重复的，请在“校对例外”里写明“规则: PF58”和理由。",
        {"written": "建建", "right": "建"},
    ),
    "PF60": Message(
        W,
        "“{written}”应写作“{right}”",
        "请改正；引文原样如此的，请在“校对例外”里写明“规则: PF60”和理由。",
        {"written": "惯彻", "right": "贯彻"},
    ),
    "PF61": Message(
        W,
        "“{written}”现在规范的写法是“{right}”",
        "请改正；引文、单位全称原样如此的，请在“校对例外”里写明“规则: PF61”和理由。",
        {"written": "帐户", "right": "账户"},
    ),
    "PF62": Message(
        W,
        "“{written}”像是“{right}”写错了一个字",
        "请核对；写错了的请改正，有意这样写的，请在“校对例外”里写明“规则: PF62”和理由。",
        {"written": "一愁莫展", "right": "一筹莫展"},
    ),
    "PF63": Message(
        W,
        "这里的“{written}”应是“{right}”：“既”和“又”呼应，“{right}”和“也”呼应",
        "请改为“{right}”；确实是“既……又……”的，请补上“又”。",
        {"written": "既使", "right": "即使"},
    ),
    # The newsroom's own tables.
    "PF70": Message(
        W,
        "“{wrong}”是本专栏不用的写法，应为“{right}”（{source}）",
        "请核对后改正；写法本来没有错的，请在 data/wording.yaml 那一条的“例外”里写上包含它的整个词。",
        {"wrong": "回族管城区", "right": "管城回族区", "source": "《中华人民共和国县以上行政区划代码》"},
    ),
    "PF71": Message(
        W,
        "这里写{name}是“{title}”，登记簿里他那一天的职务是{held}",
        "请核对人名和职务；说的是从前的事，请写明“时任”或者年份；职务没有登记全的，请补在 data/people.yaml 里。",
        {"name": "王东亮", "title": "区长", "held": "区委书记"},
    ),
    "PF72": Message(
        W,
        "按登记簿，{name}任“{title}”是{period}，稿件的日期不在其中",
        "请核对现在的职务；说的是从前的事，请写明“时任”或者年份。",
        {"name": "王东亮", "title": "区委书记", "period": "到2019年12月31日为止"},
    ),
    "PF73": Message(
        W,
        "“{word}”旁边的“{written}”和登记的“{name}”很像，是不是写错了？",
        "请核对人名；确实另有其人的，请登记在 data/people.yaml 里。",
        {"word": "区委书记", "written": "王冬亮", "name": "王东亮"},
    ),
    "PF74": Message(
        W,
        "{second}写在{first}前面，按登记的位次{first}在前",
        "请核对领导的先后；位次写在 data/people.yaml 的“职务”里。",
        {"first": "马懿", "second": "程志明"},
    ),
    "PF75": Message(
        W,
        "“{written}”和登记的“{name}”只差一点，是不是写错了？",
        "请核对名称；确实是另一个单位的，请登记在 data/units.yaml 里。",
        {"written": "管城回族区人民正府", "name": "管城回族区人民政府"},
    ),
    "PF76": Message(
        W,
        "稿件那一天还没有或者已经不用“{written}”这个名称，当时叫“{name}”",
        "请改用当时的名称；说的是别的时候，请写“原”或者写明年份。",
        {"written": "十八里河镇", "name": "十八里河街道"},
    ),
    "PF77": Message(
        W,
        "“{written}”和登记的提法“{name}”不一样，是不是写错了？",
        "请对照文件核对；确实是另一个提法的，请登记在 data/terms.yaml 里。",
        {"written": "四重点一稳定一保障", "name": "四重点一稳定一保证"},
    ),
    "PF78": Message(
        W,
        "这里给“{name}”列了 {count} 项，和登记的 {number} 项（{items}）对不上",
        "请对照文件核对每一项；登记得不对的，请改正 data/terms.yaml 里的“内容”。",
        {"name": "四重点", "count": 3, "number": 4, "items": "新型城镇化、产业、开放创新、生态"},
    ),
    "PF79": Message(
        W,
        "数到这里应当是“{wanted}”，写的是“{written}”",
        "请看看是漏了一项、多了一项，还是序号写错了。",
        {"wanted": "二是", "written": "三是"},
    ),
    "PF80": Message(
        W,
        "这里说“{said}”，后面列了 {count} 项",
        "请数一数：改正数目，或者补上漏掉的一项。",
        {"said": "三点要求", "count": 2},
    ),
    "PF81": Message(
        W,
        "同一篇里有“{written}”，也有“{name}”，是不是同一个？",
        "请核对哪一个对，把另一个改过来；确实是两个的，不用改。",
        {"written": "冉宏政", "name": "冉红政"},
    ),
    # Exceptions in the head of a story.
    "PF90": Message(
        W,
        "校对例外里写的规则“{code}”不存在，这一条没有起作用",
        "{hint}请照检查结果里的编号写，例如 PF10；不再需要的，请删去这一条。",
        {"code": "PF19", "hint": "是不是“PF10”？"},
    ),
    "PF91": Message(
        W,
        "这一条校对例外没有写{missing}，没有起作用",
        "请补上，例如“规则: PF10”“理由: 引文原样如此”。",
        {"missing": "理由"},
    ),
    "PF92": Message(
        W,
        "{code} 指出的是必须改正的错误，不能写成校对例外，这一条没有起作用",
        "请改正稿件里的错误，并删去这一条。",
        {"code": "PF50"},
    ),
    "PF98": Message(
        W,
        "“{words}”里的“{written}”可能是“{right}”之误，只是怀疑",
        "请核对；没有错就不用管。",
        {"words": "工程质亮和", "written": "亮", "right": "量"},
    ),
    "PF93": Message(
        W,
        "这一条校对例外已经用不着：在{words}里，{code} 没有要指出的地方",
        "运行 check --fix 自动删去；如果文字改动过，也可以把“文字”改成现在的写法。",
        {"words": "“一二三”", "code": "PF10"},
    ),
}
