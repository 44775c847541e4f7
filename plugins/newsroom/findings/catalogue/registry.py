"""Findings on the registries."""

from .message import E, Message

MESSAGES = {
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
    "RG19": Message(E, "“{word}”同时写在“错”和“对”里", "请从“错”里去掉它，或者改正“对”。", {"word": "管城回族区"}),
    "RG20": Message(
        E,
        "例外“{word}”里没有这一条的任何一个“错”，写了不起作用",
        "请写包含“错”的整个词，或者去掉它。",
        {"word": "管城"},
    ),
    "RG21": Message(
        E,
        "“{name}”下面列了 {count} 项内容，和名称里的数对不上",
        "请数一数“内容”：每一项之间用、隔开，项里面有顿号的，请一行一项写。",
        {"name": "三个一", "count": 4},
    ),
}
