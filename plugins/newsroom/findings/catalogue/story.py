"""Findings on what a story must and may say in its head."""

from .message import E, Message, W

MESSAGES = {
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
}
