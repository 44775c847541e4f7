"""Every sentence the desk says about a slip, in one place. Codes are stable; texts may be improved.

A text may name values in braces; `example` gives one set of them, so that a test can print every message there is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from .problems import Edit, Level, Place, Problem

E, W = Level.ERROR, Level.WARNING
NO_VALUES: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Message:
    """One kind of finding. `text` says what is wrong, `advice` how to mend it; both in Chinese."""

    level: Level
    text: str
    advice: str
    example: dict[str, object] = field(default_factory=dict)


_CATALOGUE: dict[str, Message] = {
    # -- FI: files and encodings (source.py, story.py, column.py) --------------------------------------------------
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
    # -- HD: the head as a form (frontmatter.py, marked.py) --------------------------------------------------------
    "HD01": Message(
        E,
        "这里不合“键: 值”的写法（稿头和登记簿用的 YAML 格式）：{detail}",
        "请对照手册里的例子改这一行；值里有冒号、引号等符号时，用英文双引号把整个值括起来。",
        {"detail": "少了一个右括号"},
    ),
    "HD02": Message(E, "“{key}”写了两次，第一次在第 {first} 行", "请只留一个“{key}”。", {"key": "标题", "first": 2}),
    "HD03": Message(W, "稿头前面缺少一行“---”", "运行 check --fix 自动补上。"),
    "HD04": Message(
        W, "稿头的分隔线写成了“{written}”，应是三个英文减号“---”", "运行 check --fix 自动改好。", {"written": "———"}
    ),
    "HD05": Message(
        W, "“{key}”后面的冒号不规范，应是英文冒号加一个空格", "运行 check --fix 自动改好。", {"key": "标题"}
    ),
    "HD06": Message(W, "这一行的空格、缩进或列表的短横不规范", "运行 check --fix 自动改好。"),
    "HD07": Message(
        W, "这里有另有用处的符号（冒号、井号、引号等），已按原文理解，应加上英文双引号", "运行 check --fix 自动加上。"
    ),
    "HD08": Message(
        W,
        "“{key}”有好几项，已按 {count} 项理解，应写成 {form}",
        "运行 check --fix 自动改好；项数不对就请自己改。",
        {"key": "单位", "count": 2, "form": "[北下街, 南关]"},
    ),
    "HD09": Message(W, "稿头前面有空行", "运行 check --fix 自动删去。"),
    "HD10": Message(E, "没有稿头：文件应以“---”开头，下面写标题、日期等", "请在最前面写上稿头，写法见手册。"),
    "HD11": Message(
        E, "稿头缺少结尾的“---”，稿头好像到第 {line} 行为止", "请在第 {line} 行下面另起一行写“---”。", {"line": 6}
    ),
    "HD12": Message(E, "没有“{key}”这个键", "可以用的键：{names}。", {"key": "题目", "names": "标题、日期、版块"}),
    "HD13": Message(
        E,
        "“{parent}”里没有“{key}”这一项",
        "可以写：{names}。",
        {"parent": "更正", "key": "时刻", "names": "日期、说明"},
    ),
    "HD14": Message(
        E,
        "“{key}”应该是{expected}，这里写成了{found}",
        "请照这个样子改：{sample}。",
        {"key": "标题", "expected": "一行文字", "found": "列表", "sample": "标题: 文字"},
    ),
    "HD15": Message(
        E,
        "这一行接不上：它既不是“键: 值”，也不属于上一项",
        "请把它并到上一行，或者删去；若是正文，请移到稿头的“---”下面。",
    ),
    "HD16": Message(E, "“{key}”只能写一行", "请把这几行并成一行。", {"key": "标题"}),
    "HD20": Message(
        W,
        "有 {count} 行里夹着 Word 的手动换行，第一处在这一行，已接成一行",
        "运行 check --fix 自动改好：标题的两半之间空一格，并列的几项之间用顿号，其他地方直接接上。",
        {"count": 1},
    ),
    "HD21": Message(
        E,
        "稿头是 {form} 的写法，本站的稿头写在两行“---”之间",
        "请照手册的样子改写：第一行写“---”，下面每行一项，如“标题: ……”“日期: 2017-08-16”，最后再写一行“---”。",
        {"form": "TOML（+++）"},
    ),
    # -- ST: what a story must and may say (article.py) ------------------------------------------------------------
    "ST01": Message(E, "缺少标题", "请在开头加一行“标题: ……”。"),
    "ST02": Message(E, "缺少日期", "请在开头加一行“日期: 2017-08-16”这样的日期；日期不会替您猜。"),
    "ST03": Message(E, "缺少版块", "请在开头加一行“版块: ……”，可以写：{names}。", {"names": "学习贯彻、方案落实"}),
    "ST04": Message(
        E, "没有“{name}”这个版块", "{hint}{names}", {"name": "学习惯彻", "hint": "是不是“学习贯彻”？", "names": ""}
    ),
    "ST05": Message(E, "缺少署名", "请在开头加一行“署名: 记者 张三 文/图”；转载稿请写“来源”和“原文”。"),
    "ST06": Message(E, "“原文”不是一个网址", "请写完整的网址，以 http:// 或 https:// 开头。"),
    "ST07": Message(E, "写了“原文”却没有写“来源”", "请加一行“来源: ……”，写明转自哪一家。"),
    "ST08": Message(
        W, "转自“{name}”，但没有写“原文”", "请加一行“原文: https://……”，写原稿的网址。", {"name": "郑州日报"}
    ),
    "ST10": Message(E, "这篇稿件没有正文", "请在开头的 --- 之后写正文；还没写好的稿件请加一行“状态: 草稿”。"),
    "ST11": Message(
        E,
        "没有“{name}”这个单位",
        "{hint}请照 data/units.yaml 里的名称写，新单位请先在那里登记。{names}",
        {"name": "北夏街", "hint": "是不是“北下街”？", "names": ""},
    ),
    "ST12": Message(
        E,
        "在这篇稿件的日期，还没有或已经没有“{name}”（{when}）",
        "请核对单位和日期，名称的起止见 data/units.yaml。",
        {"name": "十八里河镇", "when": "2016年12月31日止"},
    ),
    "ST13": Message(
        E,
        "没有“{name}”这个项目",
        "{hint}{names}新项目请先在 data/projects.yaml 登记。",
        {"name": "商都历史文化曲", "hint": "是不是“商都历史文化区”？", "names": ""},
    ),
    "ST14": Message(
        E,
        "不认识的状态“{word}”",
        "{hint}可以写：草稿、待审、发布、撤稿；不写就是发布。",
        {"word": "发部", "hint": "是不是“发布”？"},
    ),
    "ST15": Message(E, "撤稿的稿件缺少“{key}”", "请加一行“{key}: ……”，读者会在原来的网址看到它。", {"key": "撤稿说明"}),
    "ST16": Message(
        W, "写了“{key}”，但状态不是撤稿", "要撤稿请加一行“状态: 撤稿”；不撤请删去这一行。", {"key": "撤稿日期"}
    ),
    "ST17": Message(
        E,
        "“{key}”里有一条没有写“{missing}”",
        "每一条都要写全：{form}。",
        {"key": "更正", "missing": "说明", "form": "日期: …、说明: …"},
    ),
    "ST18": Message(E, "不认识的审签环节“{stage}”", "请写初审、复审或终审。", {"stage": "四审"}),
    "ST20": Message(
        E,
        "这里还是新建稿件时的样句“{words}”，没有换成正文",
        "请换成真正的内容，或者删去它；还没写好的稿件请写“状态: 草稿”。",
        {"words": "从这里开始写正文"},
    ),
    "ST21": Message(
        E,
        "署名还是新建稿件时的“{byline}”，没有写是谁",
        "请照报纸的写法写明，例如“记者 张三 文/图”；确实由本专栏自己编写的，请写“文/本专栏”。",
        {"byline": "本专栏"},
    ),
    "ST22": Message(
        W,
        "这里像是写稿时留下的记号“{words}”",
        "请补上内容，或者删去它；正文本来就这样写的，不用管。",
        {"words": "（待核实）"},
    ),
    "ST23": Message(
        W,
        "话题“{written}”就是“{name}”，已算作同一个话题",
        "运行 check --fix 自动改成“{name}”；想用另一种写法，请在 data/terms.yaml 里登记它。",
        {"written": "ppp", "name": "PPP"},
    ),
    "ST30": Message(
        W,
        "撤稿日期（{day}）早于稿件日期（{published}）：当作从没发布过，原来的网址不留说明",
        "请核对两个日期，写错的改正；确实没有发布过，就不用再改。",
        {"day": "2017年8月15日", "published": "2017年8月16日"},
    ),
    # -- DT: dates (dates.py) --------------------------------------------------------------------------------------
    "DT01": Message(
        E, "看不懂这个日期“{written}”", "请写成 2017-08-16，要写时间就写成 2017-08-16 09:30。", {"written": "八月中旬"}
    ),
    "DT02": Message(E, "没有这一天：{reason}", "请核对日期。", {"reason": "2017年2月只有28天"}),
    "DT03": Message(
        E, "没有这个时间：{reason}", "请核对时间，小时从 0 到 23，分和秒从 0 到 59。", {"reason": "一天没有25时"}
    ),
    "DT04": Message(
        E,
        "{day}是{right}，不是{written}",
        "请核对日期和星期，把写错的一个改正。",
        {"day": "2017年8月16日", "right": "星期三", "written": "星期四"},
    ),
    "DT05": Message(W, "日期的写法应统一成 {iso}", "运行 check --fix 自动改好。", {"iso": "2017-08-16"}),
    "DT06": Message(E, "年份 {year} 不在 1949 至 2100 之间", "请核对年份。", {"year": 2107}),
    "DT07": Message(E, "时间应是北京时间，这里写了时区“{zone}”", "请换算成北京时间，不写时区。", {"zone": "+00:00"}),
    "DT10": Message(
        W,
        "文件夹写的是{filed}，日期写的是{day}",
        "请核对是哪一个写错了，把写错的改正；只改文件夹里的日子，网址不会变。",
        {"filed": "2017年9月1日", "day": "2016年9月1日"},
    ),
    "DT11": Message(
        W,
        "“{title}”要到{day}才发布，离现在超过 60 天",
        "请核对日期，特别是年份；确实要等到那一天的，不用管。",
        {"title": "拆迁清零", "day": "2071年8月16日"},
    ),
    "DT12": Message(
        W,
        "“{title}”的下线日期{day}早于发布日期{published}，读者一天也看不到",
        "请核对这两个日期，把写错的一个改正。",
        {"title": "拆迁清零", "day": "2016年8月31日", "published": "2017年8月16日"},
    ),
    # -- AD: addresses (addresses.py, column.py) -------------------------------------------------------------------
    "AD10": Message(
        E,
        "网址“{slug}”只能用小写英文字母、数字和连字符",
        "请改成小写字母、数字和 - 的组合。{suggestion}",
        {"slug": "Shang Du", "suggestion": "例如 shang-du。"},
    ),
    "AD11": Message(
        E,
        "从“{source}”的名字里得不出网址",
        "请给文件夹起一个名字，如 16-shangdu，或加一行“网址: shangdu”。",
        {"source": "2017/08/16/index.md"},
    ),
    "AD12": Message(E, "网址“{slug}”已留给本站自己用", "请换一个网址。", {"slug": "section"}),
    "AD13": Message(
        E,
        "旧址“{alias}”不能用：{why}",
        "请写本站内没有人用的旧路径，例如 xw/2017/0816.html，或者删去这一条。",
        {"alias": "section/study/", "why": "那里现在是版块的网页，正在使用"},
    ),
    "AD14": Message(
        E,
        "这篇稿件的网址 {address} 与 {other} 的相同",
        "请在其中一篇加一行“网址: ……”，换一个名字（已经发布过的那一篇不要改）。",
        {"address": "2017/08/chengshi/", "other": "content/2017/08/15-chengshi/index.md"},
    ),
    "AD15": Message(
        E,
        "旧址 {alias} 已经是 {other} 的网址或旧址",
        "请删去这条旧址，或改成没有人用的路径。",
        {"alias": "xw/1.html", "other": "content/2017/08/15-a/index.md"},
    ),
    "AD16": Message(
        E,
        "“{name}”与“{other}”会用同一个页面 {address}",
        "请在 data 文件夹里给其中一个登记不同的标识（网址里用的英文名字）。",
        {"name": "张伟", "other": "章伟", "address": "person/zhang-wei/"},
    ),
    "AD17": Message(
        E,
        "旧址 {alias} 是一个网页，{other} 却要把它当文件夹，两个不能同时有",
        "请删去或改写其中一条旧址。",
        {"alias": "xw/1.html", "other": "xw/1.html/tu/"},
    ),
    "AD18": Message(
        E,
        "已经发布的网址 {address} 会没有了",
        "请把稿件放回来；换了网址就在“旧址”里写上 {address}；不再刊登就写“状态: 撤稿”。",
        {"address": "2017/08/shangdu/"},
    ),
    "AD19": Message(
        E,
        "“{name}”已经发布的页面 {address} 会没有了",
        "请在 data 文件夹里把它的标识（网址里用的英文名字）改回 {id}；标识发布以后不要再改。",
        {"name": "张伟", "address": "person/zhang-wei-dgc1/", "id": "zhang-wei-dgc1"},
    ),
    "AD20": Message(
        E,
        "上一版的网址清单 {file} 读不出来，不知道哪些网址已经发布",
        "请核对 --previous 后面的路径，它应是上一版网站里的 addresses.json。",
        {"file": "addresses.json"},
    ),
    # -- RG: registries (registry/) --------------------------------------------------------------------------------
    "RG01": Message(
        E,
        "data 文件夹里缺少 {file}，不知道{what}",
        "请把这个文件放回 data 文件夹，写法照手册里的例子。",
        {"file": "sections.yaml", "what": "有哪些版块"},
    ),
    "RG02": Message(
        E,
        "data 文件夹里的 {name} 不是本站认识的文件，里面写的都不起作用",
        "{hint}请改成这几个名字之一：{known}。",
        {"name": "unit.yaml", "hint": "是不是 units.yaml？", "known": "site.yaml、units.yaml"},
    ),
    "RG03": Message(
        E, "打不开 {file}", "请看看它是不是一个普通文件，有没有被别的程序占用。", {"file": "content/data/units.yaml"}
    ),
    "RG04": Message(
        E,
        "这里没有“{field}”这一项",
        "{hint}这里可以写：{known}。",
        {"field": "名子", "hint": "是不是“名称”？", "known": "标识、名称"},
    ),
    "RG05": Message(E, "这里缺少“{field}”", "请补上“{field}: ……”。", {"field": "名称"}),
    "RG06": Message(
        E,
        "{field}“{id}”只能用小写英文字母、数字和连字符",
        "请改成例如 {suggestion}；定下以后不要再改，它是网址的一部分。",
        {"field": "标识", "id": "北下街", "suggestion": "bei-xia-jie"},
    ),
    "RG07": Message(
        E,
        "标识“{id}”用了两次，第一次在第 {first} 行",
        "请给这一条换一个标识，先登记的那一条不要改。",
        {"id": "nanguan", "first": 3},
    ),
    "RG08": Message(
        E,
        "“{name}”已经是“{other}”的名称，见第 {first} 行",
        "请改掉其中一个名称，使每个名称只指一条。",
        {"name": "重大项目", "other": "major-projects", "first": 5},
    ),
    "RG09": Message(E, "“{field}”的写法读不懂", "请写成{shape}。", {"field": "名称", "shape": "一行文字"}),
    "RG10": Message(E, "这里的写法读不懂", "请写成{shape}。", {"shape": "一条一条的，每条以“- ”开头"}),
    "RG11": Message(
        E,
        "“止”的日期 {until} 早于“起”的日期 {since}",
        "请核对这两个日期。",
        {"since": "2017年8月16日", "until": "2016年8月16日"},
    ),
    "RG12": Message(
        E, "后继“{id}”没有登记", "{hint}请写一个已经登记的单位的标识。", {"id": "nangan", "hint": "是不是“nanguan”？"}
    ),
    "RG13": Message(
        E, "后继绕成了一个圈：{chain}", "请删去或改正其中一个“后继”。", {"chain": "nanguan → dongdajie → nanguan"}
    ),
    "RG14": Message(
        E,
        "单位“{unit}”没有登记",
        "{hint}请写已经登记的单位的标识，或者报社等单位的中文名称。",
        {"unit": "nangan", "hint": "是不是“nanguan”？"},
    ),
    "RG15": Message(
        E,
        "同一时间有两个单位叫“{name}”：另一个是“{other}”，见第 {first} 行",
        "请用“起”“止”写明各自的日期，或改掉其中一个名称。",
        {"name": "南关", "other": "nanguan", "first": 7},
    ),
    "RG16": Message(
        E, "“{field}”和第 {first} 行的“{other}”是同一项", "请只留一个。", {"field": "id", "other": "标识", "first": 4}
    ),
    "RG17": Message(
        E,
        "{field}“{value}”的写法不对",
        "{form}；还不知道的话就空着，不要编造。",
        {"field": "网站标识码", "value": "12", "form": "网站标识码是 10 位数字"},
    ),
    "RG18": Message(E, "一个版块也没有登记", "请至少登记一个版块。"),
    # -- BL: bylines (byline.py) -----------------------------------------------------------------------------------
    "BL20": Message(
        W,
        "“{name}”不在人员登记里",
        "名字没有写错的话，请在 data/people.yaml 登记；不登记也会有自己的页面。",
        {"name": "张三"},
    ),
    "BL21": Message(
        E,
        "名字“{name}”对得上好几个人：{people}",
        "请在名字后面用括号写明单位，例如 张伟（北下街）；单位见 data/people.yaml。",
        {"name": "张伟", "people": "张伟（zhang-wei）、张伟（zhang-wei-2）"},
    ),
    "BL01": Message(
        W,
        "署名里的“{words}”看不懂，已按原样保留",
        "请核对：姓名之间要有空格或顿号，身份写在姓名前（记者 张三），分工写在姓名后（张三 文/图）。",
        {"words": "王治张玉东"},
    ),
    "BL02": Message(E, "“{words}”后面没有名字", "请在“{words}”后面写上姓名，或者删去这个词。", {"words": "通讯员"}),
    "BL03": Message(
        E, "“{words}”没有写明是谁", "请在“{words}”前面写上姓名，例如“张三 {words}”，或者删去这个词。", {"words": "摄"}
    ),
    "BL04": Message(W, "括号“{words}”没有配对的另一半", "请补上另一半括号，或者删去这一半。", {"words": "（"}),
    "BL05": Message(E, "“{words}”里没有写出任何人", "请写上姓名，例如“记者 张三 文/图”。", {"words": "——"}),
    "BL06": Message(
        W,
        "看不出“{words}”说的是前面的人还是后面的人",
        "请给每个人都写明分工，例如“张三 文 李四 图”，或用冒号写成“文：张三 图：李四”。",
        {"words": "摄影"},
    ),
    "BL07": Message(
        W, "“{words}”像是两个人的名字连在了一起", "如果是两个人，请在两个名字之间加一个空格。", {"words": "张三李四"}
    ),
    "BL08": Message(
        W,
        "摄影记者“{words}”没有写明分工，已当作文字作者",
        "请在“{words}”后面写上“摄”“图”或“文/图”。",
        {"words": "王五"},
    ),
    "BL09": Message(
        W,
        "“{words}”有两种读法，看不出姓名到哪个字为止",
        "请把姓名的字连着写，姓名和分工之间加一个空格，例如“李博文 图”。",
        {"words": "李博文/图"},
    ),
    "BL10": Message(
        W, "“{words}”没有写明提供的是图片还是文字", "请写成“供图”或“供稿”，例如“区委宣传部 供图”。", {"words": "提供"}
    ),
    "BL30": Message(E, "这一行太长，不像署名", "署名只写一行姓名和分工；别的文字请移到正文里。"),
    "BL31": Message(
        W,
        "看不出括号里的“{words}”说的是前面的人还是后面的人",
        "请把身份写在姓名前面，不用括号，例如“记者 张三 通讯员 李四”。",
        {"words": "（通讯员）"},
    ),
    "BL32": Message(
        W,
        "“{words}”前面像是连着一个人的名字",
        "如果是名字，请在名字后面加一个空格，例如“张三 郑州晚报记者 李四”。",
        {"words": "张三郑州晚报记者"},
    ),
    # -- CR: credits (credit.py) -----------------------------------------------------------------------------------
    "CR01": Message(
        E,
        "图片署名“{words}”没有写出是谁",
        "请写明作者或出处，例如“张三 摄”“新华社发”“资料图片”“图片由区委宣传部提供”。",
        {"words": "摄"},
    ),
    "CR02": Message(
        E,
        "图片署名“{words}”没有写明谁拍的或谁画的",
        "请写成“张三 摄”或“制图 张三”这样的形式。",
        {"words": "张三 文"},
    ),
    "CR10": Message(
        E,
        "照片“{file}”没有署名",
        '请在图片后面写明，例如 ![说明]({file} "张三 摄")；资料图、供图也要写来处。',
        {"file": "01.jpg"},
    ),
    "CR11": Message(
        W, "照片“{file}”没有说明", "请在方括号里写图片说明，看不见图的读者靠它知道内容。", {"file": "01.jpg"}
    ),
    "CR12": Message(
        W,
        "“图片”里写了“{file}”，但正文没有用这张照片",
        "请在正文里用上它，或删去这一条；也请核对文件名。",
        {"file": "02.jpg"},
    ),
    "CR13": Message(
        E, "“图片”里“{file}”的写法不对", "请写成下一行缩进的“署名: ……”“替代文字: ……”。", {"file": "01.jpg"}
    ),
    "CR14": Message(
        E,
        "封面“{file}”不在这篇稿件的文件夹里",
        "请写同一文件夹里一张照片的文件名，例如 01.jpg。",
        {"file": "../01.jpg"},
    ),
    "CR15": Message(E, "焦点要写两个 0 到 1 之间的数", "请写成“焦点: [0.5, 0.3]”，先左右、后上下，从左上角算起。"),
    "CR16": Message(E, "“AI生成”只能写是或否，这里是“{word}”", "请改成“AI生成: 是”或删去这一行。", {"word": "大概"}),
    "CR17": Message(
        E,
        "照片“{file}”只能用到{last}，稿件的日期是{day}，那时已经过期",
        "请换一张照片；续了期的，请把“到期”改成新的日期。",
        {"file": "01.jpg", "last": "2017年8月15日", "day": "2017年8月16日"},
    ),
    "CR18": Message(
        W,
        "照片“{file}”只能用到{last}，已从页面上撤下，文字不变",
        "请从正文里删去它，或换一张照片；续了期的，请把“到期”改成新的日期。",
        {"file": "01.jpg", "last": "2017年8月31日"},
    ),
    "CR20": Message(
        W,
        "{where}的“{credit}”是图片署名，已当作这张照片的署名",
        "运行 check --fix 自动移到图片后面的引号里；不是署名请自己改写这一句。",
        {"where": "图片说明", "credit": "张三 摄"},
    ),
    "CR21": Message(
        E,
        "“{words}”里看得出有人拍照，看不出名字从哪里开始",
        '请把署名单独写在引号里，例如 ![说明]({file} "张三 摄")，从这里删去。',
        {"words": "高楼 张三 摄", "file": "01.jpg"},
    ),
    "CR22": Message(
        W,
        "“{words}”像是图片署名，但看不准，没有当作署名",
        '是署名就写到引号里，例如 ![说明]({file} "张三 摄")，从这里删去；不是就请给这张照片写上署名。',
        {"words": "城墙遗址张三摄", "file": "01.jpg"},
    ),
    "CR23": Message(
        E,
        "照片“{file}”有两个署名：一处写“{credit}”，这里写“{other}”",
        "请核对是谁拍的，删去写错的一处。",
        {"file": "01.jpg", "credit": "李四 摄", "other": "张三 摄"},
    ),
    "CR24": Message(
        W,
        "{where}的“{credit}”和引号里的署名重复，页面上只出现一次",
        "运行 check --fix 自动删去重复的一处。",
        {"where": "图片说明", "credit": "张三 摄"},
    ),
    "CR25": Message(
        E,
        "照片前面写着“{one}”，后面写着“{other}”，看不出哪一个是它的署名",
        '请把署名写到图片后面的引号里，例如 ![说明](01.jpg "张三 摄")，再删去这两行。',
        {"one": "张三 摄", "other": "李四 摄"},
    ),
    "CR26": Message(
        W,
        "文件名写成了“{written}”，已按“{file}”理解",
        "运行 check --fix 自动改好；文件夹和文件名之间用“/”。",
        {"written": "images\\02.jpg", "file": "images/02.jpg"},
    ),
    "CR27": Message(
        W,
        "“{credit}”像是图片署名，但看不出是哪张照片的，没有当作署名",
        '请写到那张照片后面的引号里，例如 ![说明](01.jpg "张三 摄")，再删去这一行。',
        {"credit": "张三 摄"},
    ),
    "CR28": Message(
        W,
        "照片“{file}”在正文里的署名是“{credit}”，在稿头“图片”里是“{other}”，已按正文",
        "请核对是谁拍的，删去写错的一处。",
        {"file": "01.jpg", "credit": "李四 摄", "other": "张三 摄"},
    ),
    # -- BD: bodies (document.py and its parts) --------------------------------------------------------------------
    "BD01": Message(
        E,
        "图片“{file}”不在这篇稿件的文件夹里",
        '请把图片文件放进稿件的文件夹，这里只写文件名，例如 ![说明](01.jpg "张三 摄")。',
        {"file": "https://example.com/01.jpg"},
    ),
    "BD02": Message(E, "图片没有写文件名", '请在圆括号里写稿件文件夹中的文件名，例如 ![说明](01.jpg "张三 摄")。'),
    "BD03": Message(E, "图片不能用 <img> 来写", '请改写成 ![说明](01.jpg "张三 摄")。'),
    "BD04": Message(
        E,
        "这里像是图片，但写法不完整，读者看不到它",
        '请核对括号和引号都是英文的并且成对，例如 ![说明](01.jpg "张三 摄")。',
    ),
    "BD05": Message(W, "图片的署名用了中文引号，应是英文双引号", "运行 check --fix 自动改好。"),
    "BD06": Message(
        E,
        "链接地址“{address}”不能用",
        "链接只能指向 http、https 网址、邮箱（mailto:）、电话（tel:）或本专栏的稿件，请改写或删去。",
        {"address": "javascript:alert(1)"},
    ),
    "BD07": Message(E, "链接没有写地址", "请在圆括号里写网址或另一篇稿件的路径，例如 [文字](../16-shangdu/index.md)。"),
    "BD08": Message(
        E,
        "链接“{address}”是网站上的路径，换了位置就会失效",
        "请写那篇稿件文件的相对路径，例如 ../16-shangdu/index.md；别的网页请写完整网址。",
        {"address": "/2017/08/shangdu/"},
    ),
    "BD09": Message(
        E,
        "链接“{address}”指向的不是稿件",
        "站内能链接稿件（.md 文件）和附件（PDF、Word、Excel 等）；照片请写成 ![说明](文件名)，别处的文件请写以 https:// 开头的完整网址。",
        {"address": "../16-x/01.jpg"},
    ),
    "BD10": Message(
        E,
        "链接“{address}”指到了内容文件夹之外",
        "请核对“../”的个数，路径从这篇稿件的文件夹算起。",
        {"address": "../../../../x.md"},
    ),
    "BD11": Message(
        E,
        "这篇稿件里没有“#{fragment}”这一处",
        "{hint}可以链接的有：{anchors}。",
        {"fragment": "整改措试", "hint": "是不是“#整改措施”？", "anchors": "企业服务、整改措施"},
    ),
    "BD12": Message(
        E, "网址“{address}”不完整", "请写以 https:// 或 http:// 开头的完整网址。", {"address": "www.example.com"}
    ),
    "BD13": Message(
        E,
        "正文里不能用 <{tag}>",
        "请删去 <{tag}> 和与它成对的 </{tag}>；视频、表单等内容请改成一个链接。",
        {"tag": "iframe"},
    ),
    "BD14": Message(
        E,
        "<{tag}> 上不能写“{name}”：正文里不能带脚本（会自己运行的代码）",
        "请删去“{name}”和它的值。",
        {"tag": "a", "name": "onclick"},
    ),
    "BD15": Message(
        W,
        "网页代码 <{tag}> 不会出现在页面上，里面的文字保留",
        "请删去它；小标题、重点等照手册里正文的写法。",
        {"tag": "font"},
    ),
    "BD16": Message(
        W, "<{tag}> 上的“{name}”不会出现在页面上", "请删去它；样式由网站统一安排。", {"tag": "p", "name": "style"}
    ),
    "BD17": Message(E, "网页代码 <{tag}> 没有成对", "请补上缺少的另一半，或者删去它。", {"tag": "div"}),
    "BD18": Message(
        E,
        "“#{identifier}”不能用作链接位置的名字",
        "请只用文字、数字和中间的连字符；main、fn- 等由页面自己使用。",
        {"identifier": "a b"},
    ),
    "BD19": Message(
        E, "“#{identifier}”在这篇稿件里已经用过", "请换一个名字，每处只能用一次。", {"identifier": "cuoshi"}
    ),
    "BD20": Message(
        E, "注释 [^{label}] 没有写内容", "请在文末另起一行写“[^{label}]: 注释内容”，或删去这个标记。", {"label": "1"}
    ),
    "BD21": Message(
        W, "注释 [^{label}] 在正文里没有用到", "请在正文相应的地方写上 [^{label}]，或删去这条注释。", {"label": "2"}
    ),
    "BD22": Message(
        E,
        "“[{name}]:”这一行被当成链接的地址，不会出现在页面上",
        "如果是正文，请去掉方括号或改用中文冒号；如果是地址，请在正文里用 [文字][{name}]。",
        {"name": "注"},
    ),
    "BD23": Message(
        E,
        "用 <a> 写的链接只能指向完整网址，这里是“{address}”",
        "请改写成 [文字]({address}) 的形式。",
        {"address": "../16-shangdu/index.md"},
    ),
    "BD24": Message(
        W, "这里像是链接，但写法不完整", "请核对括号和引号都是英文的并且成对，例如 [文字](https://www.example.com)。"
    ),
    "BD25": Message(E, "网页代码（<…>）里面的图片和链接写法不会被识别", "请把它移到网页代码之外，前后各空一行。"),
    "BD26": Message(E, "正文里的列表、引用或括号套得太深，读不下去", "请减少嵌套的层数。"),
    "BD27": Message(
        E,
        "从这里起的括号、标签或记号太多太乱，读不下去",
        "这多半是从网页上粘贴来的：请删去这一段，再用“粘贴为纯文本”重新粘贴。",
    ),
    # -- BD30 to BD49: lines and blocks of a body (body/lines.py) ---------------------------------------------------
    "BD30": Message(
        W,
        "“{words}”在第 {width} 列以外，表头没有这一列；页面上保留了它，列名是空的",
        "请在表头补上这一列的名称，或者删去这一格。",
        {"words": "已完成", "width": 2},
    ),
    "BD31": Message(
        W,
        "这一行紧跟在表格下面，没有竖线，已当作另一段文字",
        "运行 check --fix 自动在它前面空一行；若是表格的一行，请补上竖线。",
    ),
    "BD32": Message(
        W,
        "这 {count} 行是用制表符隔开的（从 Excel 复制来的常这样），已排成表格，第一行作表头",
        "运行 check --fix 自动改写成表格；不是表格的话，请删去制表符。",
        {"count": 3},
    ),
    "BD33": Message(
        W,
        "这里的 {count} 行都是整句，已各作一段；段与段之间应空一行",
        "运行 check --fix 自动空行；本来是一段的，请把它们并成一行。",
        {"count": 3},
    ),
    "BD34": Message(
        W,
        "行首的空格或制表符不用打：有 {count} 段这样缩进，网页会自己排好首行",
        "运行 check --fix 自动去掉；要排成代码，请在前后各加一行 ```。",
        {"count": 2},
    ),
    "BD35": Message(
        W,
        "“{sign}”已当作分隔线；上一行不像小标题",
        "运行 check --fix 自动写成单独一行 ---；要小标题，请在那一行前面写“## ”，并删去这一行。",
        {"sign": "---"},
    ),
    "BD36": Message(W, "小标题是空的，页面上没有它", "运行 check --fix 自动删去；或者在 # 后面写上标题。"),
    "BD37": Message(
        W,
        "小标题从 {before} 个 # 跳到了 {level} 个 #，页面上按低一级排",
        "请逐级写：下一级只比上一级多一个 #。",
        {"before": 2, "level": 4},
    ),
    "BD38": Message(
        W, "正文开头又写了一遍稿件的标题，页面上会出现两次", "运行 check --fix 自动删去这一行；标题只写在稿头里。"
    ),
    "BD39": Message(W, "# 后面没有空格，已当作小标题", "运行 check --fix 自动加上空格；不是小标题的话，请删去 #。"),
    "BD40": Message(
        W,
        "“{words}”是微博、公众号的话题写法，页面上会照样印出 #",
        "请删去两边的 #；话题请写在稿头的“话题”里。",
        {"words": "#管城在行动#"},
    ),
    "BD41": Message(
        E,
        "<{tag}> 不能写在一句话中间：这一段会从这里断开",
        "请删去这个标签，或者把它和它的内容单独放一段，前后各空一行。",
        {"tag": "li"},
    ),
    "BD42": Message(
        W,
        "这一项的编号是 {number}，上一项是 {before}；页面上照写的印",
        "请核对编号，看是不是漏了或重了一项。",
        {"number": 4, "before": 2},
    ),
    "BD43": Message(
        W,
        "这一行和上一行都用制表符隔开，格数却不一样，排不成表格，已各作一行",
        "请补齐每一行的格子再运行 check；不是表格的话，请把制表符改成空格。",
    ),
    "BD44": Message(
        W,
        "表头有 {head} 格，下面的横线有 {rule} 格，已按多的一边排成表格",
        "请把两行改成一样多的格子。",
        {"head": 3, "rule": 2},
    ),
    "BD45": Message(W, "这张表格用了全角的竖线或横线，已当作表格", "运行 check --fix 自动改成半角的 | 和 -。"),
    "BD46": Message(
        W, "代码从这里开始，却没有结尾，已当作普通文字", "请在代码后面另起一行写同样的符号；不是代码的话，请删去它。"
    ),
    "BD28": Message(
        E,
        "标签 <{tag}> 不在 <{within}> 里面",
        "请把这几个标签删去，用本站的写法代替：列表写“- 第一项”，表格写“| 单位 | 户数 |”。",
        {"tag": "li", "within": "ul"},
    ),
    "BD60": Message(
        E,
        "“{words}”没有印在页面上",
        "程序没有看懂这一段的写法。请把它改成一段普通的文字，前后各空一行；“{words}”前后若有特殊符号，请删去。",
        {"words": "第三列"},
    ),
    "BD61": Message(
        E,
        "“{words}”在页面上换了地方，不在原来的上下文之间",
        "请把它写成单独的一段，前后各空一行。",
        {"words": "后一句"},
    ),
    "BD62": Message(
        E,
        "这里写的编号是“{written}”，页面上会印成“{printed}”",
        "请把编号改成连着的；编号不能变的，请把后面的点改成顿号，例如“{written}、”。",
        {"written": "5", "printed": "4"},
    ),
    "BD63": Message(
        E,
        "这里会多印出“{words}”，它本来不是给读者看的",
        "程序没有看懂这里的写法，请对照手册改正，或者删去。",
        {"words": "index.md"},
    ),
    "BD64": Message(
        E, "“{mark}”本站不认，会原样印在页面上", "请改成本站的写法，或删去。", {"mark": "[[16-chuanda|传达]]"}
    ),
    "BD65": Message(W, "“{mark}”没有起作用，会原样印在页面上", "请改成本站的写法，或删去。", {"mark": "＃＃ 小标题"}),
    "BD50": Message(
        W,
        "图片的写法不规范，已按 {right} 理解",
        "运行 check --fix 自动改好；不是这个意思请自己改。",
        {"right": '![城墙](01.jpg "张三 摄")'},
    ),
    "BD51": Message(
        W,
        "图片的文件名写成了“{written}”，已按“{file}”理解",
        "运行 check --fix 自动改好；文件夹和文件名之间用“/”。",
        {"written": "images\\02.jpg", "file": "images/02.jpg"},
    ),
    "BD52": Message(
        E,
        "图片“{file}”后面的“{words}”没有放在引号里，看不出是不是署名",
        '是署名就在两边加上英文双引号，例如 ![说明]({file} "张三 摄")；不是就移到方括号里。',
        {"file": "01.jpg", "words": "城墙"},
    ),
    "BD53": Message(
        E,
        "照片不能当作链接，读者点不到“{address}”",
        "请只留照片，把链接单独写成一段：[文字]({address})。",
        {"address": "https://www.example.com"},
    ),
    # -- LK: links between stories (column.py) ---------------------------------------------------------------------
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
    # -- AT: files that readers may take with them, sound, film (attachment_uses.py, attachments/) -------------------
    "AT01": Message(
        E,
        "找不到附件“{file}”",
        "请把文件放进稿件的文件夹，并核对文件名，大小写也要一致。",
        {"file": "实施方案.pdf"},
    ),
    "AT02": Message(
        E,
        "“{name}”这种文件不能上网",
        "{how}；能上网的附件有 PDF、OFD、Word、Excel、PowerPoint、zip、mp3、m4a 和 mp4。",
        {"name": "登记表.csv", "how": "请用 Excel 打开，核对没有乱码以后另存为 .xlsx"},
    ),
    "AT03": Message(
        E,
        "附件“{file}”的内容和后缀不符，里面看起来是{actual}",
        "请用原来的软件打开它，另存为 {kind} 再放回来；只改后缀没有用。",
        {"file": "方案.docx", "actual": "网页", "kind": "Word（.docx）"},
    ),
    "AT04": Message(
        E,
        "附件“{file}”还没有下载下来，这里只有一张取件单（Git LFS）",
        "请在这台电脑上运行 git lfs pull，再试一次。",
        {"file": "宣传片.mp4"},
    ),
    "AT05": Message(
        E,
        "附件“{file}”设有密码或使用限制，读者打不开或不能复制",
        "请去掉密码和打印、复制等限制，另存后放回来；不该公开的内容请不要放上来。",
        {"file": "名单.xlsx"},
    ),
    "AT06": Message(
        E,
        "附件“{file}”里带有会自己运行的内容（{what}），不能上网",
        "Word、Excel、PowerPoint 请另存为不带宏的 .docx、.xlsx、.pptx；PDF 请用“打印”另存一份。",
        {"file": "统计表.xls", "what": "宏"},
    ),
    "AT07": Message(
        E,
        "压缩包“{file}”里有不能上网的“{member}”：{why}",
        "请从压缩包里拿掉它，重新压缩。",
        {"file": "材料.zip", "member": "安装.exe", "why": "它是程序"},
    ),
    "AT08": Message(
        E,
        "附件“{file}”有 {size}，超过了 {most}",
        "请压缩图片、降低清晰度或分成几份；影片可以转成较小的 H.264。",
        {"file": "宣传片.mp4", "size": "312 MB", "most": "200 MB"},
    ),
    "AT09": Message(
        E,
        "附件“{file}”读不出来：{detail}",
        "请检查文件的权限，或重新复制一份放进稿件的文件夹，不要用链接代替文件。",
        {"file": "实施方案.pdf", "detail": "没有权限"},
    ),
    "AT10": Message(
        W,
        "影片“{file}”没有封面图，读者点播放之前只看到一块空白",
        "请在旁边放一张取自影片的图，名字叫 {stem}.jpg。",
        {"file": "yejing.mp4", "stem": "yejing"},
    ),
    "AT11": Message(
        W,
        "{what}“{file}”没有字幕，也没有文字稿，听不见的读者不知道说了什么",
        "请在旁边放文字稿 {stem}.txt（影片也可以是字幕文件 {stem}.vtt）；没有人说话的，在文字稿里写清楚画面和声音。",
        {"what": "影片", "file": "yejing.mp4", "stem": "yejing"},
    ),
    "AT12": Message(
        E,
        "字幕文件“{file}”不是 WebVTT：第一行应当是 WEBVTT",
        "请用字幕软件另存为 WebVTT（.vtt，UTF-8 编码）；.srt 改了后缀还不行。",
        {"file": "yejing.vtt"},
    ),
    "AT13": Message(
        W,
        "影片“{file}”用的是 {codec}，不少手机和电脑放不出来",
        "请转成 H.264 编码的 .mp4；手机拍摄时可以在相机设置里选“兼容性最佳”。",
        {"file": "yejing.mp4", "codec": "H.265"},
    ),
    "AT14": Message(
        W,
        "附件“{file}”不完整或者已经损坏，里面有什么没能查清",
        "请用看它的软件打开核对，打不开就请重新复制一份。",
        {"file": "进度表.xlsx"},
    ),
    "AT15": Message(
        E,
        "附件“{file}”在生成网站的时候被改动了",
        "请等文件保存好以后再生成一次。",
        {"file": "content/2017/08/16-x/方案.pdf"},
    ),
    "AT16": Message(
        E,
        "“{file}”是另一篇稿件的附件，那篇稿件现在不公开（{why}）：{owner}",
        "请等它发布后再链接，或删去这个链接；文件本来就该随这篇公开的，请复制到这篇的文件夹里。",
        {"file": "方案.pdf", "owner": "2017/08/16-shangdu/index.md", "why": "草稿"},
    ),
    "AT17": Message(
        E,
        "“{file}”不是图片，前面不要写感叹号",
        "请去掉 [ 前面的“!”，单独成一段写 [说明]({file})，网页上会放出播放器。",
        {"file": "yejing.mp4"},
    ),
    "AT18": Message(
        E,
        "读者手里的附件网址会失效：{name}（{address}）",
        "不该换的，请把原来的文件放回去；确实要换或撤掉，请在这篇稿件的“更正”里写一句，写明附件“{name}”，让读者知道。",
        {"name": "实施方案.pdf", "address": "files/0123456789ab/实施方案.pdf"},
    ),
    "AT19": Message(
        W,
        "影片“{file}”没有署名",
        '请在后面写明，例如 [{words}]({file} "张三 摄像")。',
        {"file": "yejing.mp4", "words": "城墙夜景"},
    ),
    "AT20": Message(
        W, "附件的署名用了中文引号", '请把署名两边的引号改成英文双引号，例如 [城墙夜景](yejing.mp4 "张三 摄像")。'
    ),
    # -- PH: photos (photos/) --------------------------------------------------------------------------------------
    "PH01": Message(
        E, "找不到照片“{file}”", "请把照片放进稿件的文件夹，并核对文件名，大小写也要一致。", {"file": "01.jpg"}
    ),
    "PH02": Message(
        E,
        "照片“{file}”指到了内容文件夹之外",
        "请把照片放进稿件自己的文件夹，稿件里只写文件名。",
        {"file": "../../../01.jpg"},
    ),
    "PH03": Message(
        E, "“{file}”不是照片文件，而是文件夹或失效的链接", "请把照片本身放进稿件的文件夹。", {"file": "01.jpg"}
    ),
    "PH04": Message(
        E,
        "照片“{file}”读不出来（{detail}）",
        "请检查这个文件的读取权限，或重新复制一份。",
        {"file": "01.jpg", "detail": "没有权限"},
    ),
    "PH05": Message(
        E,
        "照片“{file}”是空文件",
        "放在网盘里的，请先让网盘把它下载到这台电脑；不是的话，请从相机、手机或作者那里重新复制一份原图。",
        {"file": "01.jpg"},
    ),
    "PH06": Message(
        E,
        "“{file}”其实是{actual}，不是能发布的照片",
        "请换成相机或手机拍的原图（名字以 .jpg、.heic 或 .png 结尾）；别的格式请先导出为 .jpg。",
        {"file": "01.jpg", "actual": "网页（HTML）"},
    ),
    "PH08": Message(
        E,
        "“{file}”其实是 {actual} 图片，扩展名不对",
        "请把文件改名为“{right}”，稿件里的文件名也改成“{right}”。",
        {"file": "01.jpg", "actual": "PNG", "right": "01.png"},
    ),
    "PH09": Message(
        E, "照片“{file}”不完整，复制或传送时断了", "请从相机、手机或作者那里重新复制一份原图。", {"file": "01.jpg"}
    ),
    "PH10": Message(
        E,
        "照片“{file}”太小，只有 {width}×{height} 像素",
        "请换成原图，宽度至少 {least} 像素；聊天软件转来的常是缩小过的。",
        {"file": "01.jpg", "width": 120, "height": 90, "least": 320},
    ),
    "PH11": Message(
        W,
        "照片“{file}”只有 {width} 像素宽，在大屏幕上会模糊",
        "有原图的话请换成原图，宽度最好在 {good} 像素以上。",
        {"file": "01.jpg", "width": 400, "good": 640},
    ),
    "PH12": Message(
        E,
        "照片“{file}”有 {width}×{height} 像素，大得不能处理",
        "请缩小到 {most} 万像素以内、最长边 {side} 像素以内再用。",
        {"file": "01.jpg", "width": 60000, "height": 60000, "most": 12000, "side": 30000},
    ),
    "PH13": Message(
        E,
        "照片“{file}”有 {size} MB，太大",
        "请用看图软件导出为质量高的 .jpg，不超过 {most} MB。",
        {"file": "01.png", "size": 95, "most": 40},
    ),
    "PH14": Message(
        E, "照片“{file}”已经损坏，打不开", "请从相机、手机或作者那里重新复制一份原图。", {"file": "01.jpg"}
    ),
    "PH15": Message(
        W,
        "“{file}”是动图，页面上只出现第一帧",
        "需要动的画面请用视频；只要一张图请导出为 .jpg 或 .png。",
        {"file": "01.gif"},
    ),
    "PH16": Message(E, "照片“{file}”在生成网站时被改动了", "请等文件保存好，再生成一次。", {"file": "01.jpg"}),
    "PH18": Message(
        W,
        "照片“{file}”自带的作者信息是“{who}”",
        '核对无误的话，可以写成 ![{caption}]({file} "{credit}")。',
        {"file": "01.jpg", "who": "张三", "credit": "张三 摄", "caption": "说明"},
    ),
    "PH19": Message(
        W,
        "同一张照片有两种署名：这里的“{file}”是“{credit}”，{there} 是“{other}”",
        "请核对是谁拍的，把写错的一处改正。",
        {"file": "01.jpg", "credit": "张三 摄", "there": "content/2017/08/15-a/index.md:12", "other": "李四 摄"},
    ),
    "PH20": Message(
        W,
        "同一张照片有两个到期日：这里的“{file}”是{end}，{there} 是{other}",
        "请核对许可，使两处的“到期”一样；不然照片在一处撤下以后，另一处还在用。",
        {
            "file": "01.jpg",
            "end": "2017年8月31日",
            "there": "content/2017/08/15-a/index.md:12",
            "other": "没有写",
        },
    ),
    "PH21": Message(
        W,
        "照片“{file}”自带人工智能生成的标识，图片说明旁会标出“AI生成”",
        "请核对来源；属实的话，请在“图片”下给它写上“AI生成: 是”。标识依法不能去掉。",
        {"file": "01.jpg"},
    ),
    "PH22": Message(
        W,
        "照片“{file}”自带“可能是人工智能生成”的标识",
        "请向供图的人核实：是的话，请在“图片”下给它写上“AI生成: 是”；不是的话，请换成原图。",
        {"file": "01.jpg"},
    ),
    "PH23": Message(
        E,
        "照片“{file}”的结构不正常：同一幅画面存了 {scans} 遍，解开它会拖垮程序",
        "请用看图软件打开它，另存为一个普通的 .jpg，再放进稿件的文件夹。",
        {"file": "01.jpg", "scans": 5000},
    ),
    "PH30": Message(
        E,
        "照片“{file}”还没有下载，这里只有一张便条（Git LFS 留的）",
        "请在这个项目的文件夹里运行 git lfs pull，照片就会下载；文件不要改，也不要删。",
        {"file": "01.jpg"},
    ),
    "PH31": Message(
        E,
        "照片“{file}”还在 iCloud 云盘里，没有下载到这台电脑",
        "请在访达里点这个文件旁边的云朵图标，等它下载完；文件不要改，也不要删。",
        {"file": "01.jpg"},
    ),
    # -- GV: what a government page must say (heads/) ---------------------------------------------------------------
    "GV01": Message(
        W,
        "还不知道本站的{fields}，网页上先不出现",
        "请向门户网站的管理单位要到以后填上，不要编造；缺着可以生成，不能正式发布。",
        {"fields": "网站标识码、ICP备案号"},
    ),
    "GV02": Message(
        E,
        "缺少{fields}，不能正式发布",
        "政府网页必须标明这些内容，请向门户网站的管理单位要到以后填上，不要编造。",
        {"fields": "网站标识码、ICP备案号"},
    ),
    # -- PL: the machine itself (engine, gate, desk) ---------------------------------------------------------------
    "PL01": Message(
        E,
        "网站程序的“{name}”部分装不上：{detail}",
        "这不是稿件的错，请把这一行发给维护网站的工程师。",
        {"name": "plugins.photos", "detail": "ImportError: No module named 'PIL'"},
    ),
    "PL02": Message(
        E,
        "网站程序出了内部错误：{detail}",
        "这不是稿件的错，请把这一行和记录文件 {log} 发给维护网站的工程师。",
        {"detail": "ValueError: …", "log": ".cache/last-error.log"},
    ),
    "PL03": Message(
        E,
        "设置里有不认识的名称 {name}",
        "{hint}请改正或删去它。",
        {"name": "COLUMN_NOV", "hint": "是不是 COLUMN_NOW？"},
    ),
    "PL04": Message(
        E, "设置 {name} 的类型不对，应为 {type}", "请照注释里的例子改正。", {"name": "LIST_SIZE", "type": "int"}
    ),
    "PL05": Message(
        E,
        "不能写到“{output}”：那里有不是本站生成的文件",
        "请换一个空文件夹，或先把那里的文件移走。",
        {"output": "output"},
    ),
    "PL06": Message(
        E,
        "有两个页面要写到同一个地方：{address}",
        "请给其中一篇稿件加一行“网址: ……”，换一个名字。",
        {"address": "about/index.html"},
    ),
    "PL07": Message(
        E,
        "模板出错：{detail}",
        "这不是稿件的错，请把这一行（连同前面的文件名和行号）发给维护网站的工程师。",
        {"detail": "'x' is undefined"},
    ),
    "PL08": Message(E, "内容文件夹和输出文件夹不能互相包含", "请把输出放到内容文件夹之外，例如 --output output。"),
    "PL09": Message(
        E,
        "“{url}”不是完整的网址",
        "请写成 https://域名/路径 的形式，例如 https://www.example.org/zt/guancheng。",
        {"url": "example"},
    ),
    "PL45": Message(
        E,
        "网站的网址里写了用户名或密码（“@”前面的字），会印到每一个网页上",
        "请删去“@”和它前面的字，只留 https://域名/路径；密码已经写进过别的文件的，请换一个。",
    ),
    "PL46": Message(
        E,
        "网站的网址“{url}”里有“?”或“#”，后面不能再接网页的地址",
        "请从“?”或“#”起都删去，只留 https://域名/路径，例如 https://www.example.org/zt/guancheng。",
        {"url": "https://www.example.org/zt/guancheng?from=wx"},
    ),
    "PL10": Message(
        E,
        "网站样式不完整：{detail}",
        "这不是稿件的错，请把这一行发给维护网站的工程师。",
        {"detail": "找不到样式文件 css/components/card.css"},
    ),
    "PL11": Message(
        E,
        "网站程序的“{name}”部分少不了“{needed}”部分：{reason}",
        "请把“{needed}”加回 plugins/features.py 的名单，或把“{name}”也从名单里去掉。",
        {"name": "feeds", "needed": "lists", "reason": "订阅页列出每个版块的订阅地址"},
    ),
    "PL12": Message(
        E,
        "网站程序有两个部分都叫“{name}”",
        "请在 plugins/features.py 的名单里去掉一个，或改名。",
        {"name": "feeds"},
    ),
    "PL20": Message(
        E,
        "网站写不进“{output}”：{detail}",
        "原来的网站没有动。请腾出磁盘空间，或检查这个文件夹可不可以写入，再运行一次。",
        {"output": "output", "detail": "磁盘满了"},
    ),
    "PL21": Message(
        W,
        "网站已经生成，但是缓存存不进“{cache}”：{detail}",
        "不影响网站，只是下次生成要多花时间。请腾出磁盘空间，或检查这个文件夹可不可以写入。",
        {"cache": ".cache", "detail": "磁盘满了"},
    ),
}
CATALOGUE = MappingProxyType(_CATALOGUE)


def problem(
    code: str,
    place: Place,
    values: Mapping[str, object] = NO_VALUES,
    *,
    edits: tuple[Edit, ...] = (),
    advice: str = "",
    reencode: bool = False,
) -> Problem:
    """The finding `code` at `place`, its texts filled with `values`. `advice`, if given, replaces the standard mend.

    Raises KeyError for an unknown code or a value the text needs and did not get: both are slips of ours.
    """
    message = CATALOGUE[code]
    return Problem(
        code,
        message.level,
        place,
        message.text.format_map(values),
        advice or message.advice.format_map(values),
        edits,
        reencode,
    )
