"""The vocabulary of bylines: roles, crafts, desk labels, outlets, and what can be a name. The grammar is left to others.

The tables follow the usage of Chinese newspapers and official accounts; an unknown word is reported, never guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..text.typography import HAN

TEXT, PHOTO, DRAWING, VIDEO = "text", "photo", "drawing", "video"


def _split(row: str) -> list[str]:
    return row.split()


@dataclass(frozen=True, slots=True)
class Craft:
    """The work people did. printed: the word on the page; does: any of text, photo, drawing, video; provided: not made
    for this newsroom but provided to it."""

    printed: str
    does: tuple[str, ...]
    provided: bool = False


def _crafts() -> dict[str, Craft]:
    table = {word: Craft(word, does) for does, words in _PLAIN_CRAFTS for word in words.split()}
    table |= {word: Craft("文/图", (TEXT, PHOTO)) for word in _split("文图 图文 文摄 文并图 文并摄")}
    table |= {word: Craft("供图", (PHOTO,), True) for word in _PICTURE_PROVIDED.split()}
    table |= {word: Craft("提供视频", (VIDEO,), True) for word in _split("提供视频 视频提供 供视频 视频来源")}
    return table


_PLAIN_CRAFTS = (
    ((TEXT,), "文 文字 撰文 撰稿 采写 执笔 报道 整理 综合 供稿 文案 文稿 综合报道 综合整理"),
    ((PHOTO,), "图 图片 照片 摄 摄影 拍摄 航拍 题图"),
    ((TEXT, PHOTO), "摄影报道 图文报道"),
    ((DRAWING,), "制图 绘图 漫画 插画 插图 手绘 绘画 图表 速写 海报"),
    ((VIDEO,), "视频 剪辑 摄像"),
)
_PICTURE_PROVIDED = "供图 提供 提供图片 图片提供 图源 图据 图片来源 图片来源于 图片来自 照片来源 供图单位"
CRAFTS = _crafts()
SINGLE_CRAFTS = "文图摄"  # single characters, which may also be half of a name set with a space
TRAILING_CRAFTS = frozenset({"摄", "摄影报道", "图文报道", "文/图", "供图", "报道"})  # these never lead in print
GLUED_AFTER = sorted(
    _split(
        "摄影报道 图文报道 综合报道 综合整理 提供图片 文并摄 文并图 提供 供图 拍摄 摄影 制图 绘图 供稿 综合 文图 图文 摄"
    ),
    key=len,
    reverse=True,
)
GLUED_BEFORE = _split("图片来源于 图片来源 图片来自 摄影 制图 绘图 供图 图片 图源 图据 漫画 撰文")
FRAME = re.compile(r"(?:本[文组版]|文中|以上|均|资料)*(图片|照片|配图|图|视频)(?:均|都)?由")

IDENTITIES = {
    "记者": "reporter",
    "小记者": "reporter",
    "通讯员": "correspondent",
    "实习生": "intern",
    "见习生": "intern",
    "作者": "author",
    "撰稿人": "author",
    "撰稿": "author",  # only as 特约撰稿; alone it is a craft
    "评论员": "author",
    "主笔": "author",
    "摄影师": "photographer",
    "摄像师": "videographer",
}
IDENTITY = re.compile(
    "(?:小记者|记者|通讯员|实习生|见习生|撰稿人|(?<=特约)撰稿|评论员|主笔|摄影师|摄像师|作者)(?!站|协会|部|团|会|节|证|之家)"
)
WORK_OF_ROLE = {"photographer": (PHOTO,), "videographer": (VIDEO,)}
RANKS = _split(
    "首席 见习 实习 特约 摄影 摄像 文字 图片 视频 全媒体 融媒体 特派 资深 高级 主任 驻站 调查 采访 出镜 签约 校园 专栏"
)
RANKS_OF_OUTLETS = ("全媒体", "融媒体")  # after an outlet's name they are part of it: 郑州日报全媒体记者

DESK = {
    title: role
    for role, titles in (
        ("editor", "编辑 责编 责任编辑 值班编辑 本版编辑 执行编辑 实习编辑 图片编辑 视觉编辑 新媒体编辑 美术编辑 美编"),
        ("proofreader", "校对 责校 责任校对 一校 二校 三校"),
        ("reviewer", "审核 审稿 审读 审校 签发"),
        ("chief", "监制 总监制 主编 副主编 执行主编 总编 总编辑 策划 总策划 统筹 总统筹 出品 出品人 主任"),
        ("review1", "初审 一审 一审一校"),
        ("review2", "复审 二审 二审二校"),
        ("review3", "终审 三审 三审三校"),
        ("source", "来源 稿源 稿件来源 文章来源 信息来源 转自 转载自 据"),
    )
    for title in titles.split()
}
GLUED_SOURCES = ("据", "综合")  # 据新华社, 综合新华社、人民日报: printed without a colon
DESK_ROLES = frozenset(DESK.values())
TITLE_OF_ROLE = {
    "reporter": "记者",
    "correspondent": "通讯员",
    "intern": "实习生",
    "editor": "编辑",
    "proofreader": "校对",
    "reviewer": "审核",
    "chief": "主编",
    "review1": "初审",
    "review2": "复审",
    "review3": "终审",
    "source": "来源",
}

PICTURE_AGENCIES = frozenset(
    _split("视觉中国 人民视觉 人民图片 东方IC 图虫 图虫创意 全景视觉 全景网 CFP VCG ICphoto")
) | {"IC photo", "Getty Images"}
AGENCIES = PICTURE_AGENCIES | frozenset(_split("新华社 中新社 中国新闻社 美联社 路透社 法新社 塔斯社 共同社"))
OWN = _split("本报 本网 本刊 本台 本社 本站 本专栏 本栏目")
_SHORT_OUTLETS = frozenset(_split("日报 晚报 早报 晨报 时报 商报 央视 央广 CCTV"))
_OUTLET = re.compile(
    r".{2,}(?:报|网|电视台|广播|电台|融媒|融媒体|全媒体|融媒体中心|客户端|周刊|杂志|频道|传媒|编辑部|工作室)$"
    r"|.{2,}(?:新闻|发布|在线|视频号|公众号)$|.{3,}社$|.*评论员$|本.编辑部$"
)
CALLINGS = frozenset(_split("市民 读者 网友 村民 居民 受访者 受访单位 当事人 志愿者 网络 互联网"))
NO_ONE = frozenset({"网络", "互联网"})
_SHORT_BODIES = frozenset(_split("区委 市委 县委 省委 区政府 市政府 县政府 省政府 街道办 居委会 村委会"))
_BODY = re.compile(
    r".{2,}(?:部|局|办|厅|街|街道|中心|公司|集团|社区|政府|大学|中学|小学|学校|医院|学院|法院|检察院|委员会|协会|大队|党校)$"
    r"|.{3,}(?:委|处|院|所|馆|站|队|会|校|园|厂|村|乡|镇|路)$"
)
_AREA = re.compile(r".{2,}[省市区县]$")
STOCK = re.compile(r"(?:.{2,}[报网社]|本[报网刊台社])?(?:资料|档案|网络)(?:图片|照片|图|片)$")
DATELINE = re.compile(r"本[报网刊台社](?:讯|电)")

_COMPOUND_SURNAMES = frozenset(
    _split(
        "欧阳 司马 诸葛 上官 司徒 东方 独孤 南宫 夏侯 皇甫 尉迟 公孙 慕容 长孙 宇文 司空 端木 令狐 轩辕 钟离 东郭 西门 百里 "
        "呼延 鲜于 完颜 纳兰 拓跋 申屠 太史 公羊 澹台 濮阳 淳于 单于 宗政 万俟 闻人 赫连"
    )
)
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范"
    "金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤冉柳解辛伍"
)
_RARE_SURNAMES = frozenset(
    "祝阮霍喻柴蒙鲁聂詹焦樊颜倪岳牛施洪季安殷章卜庞邢庄温葛耿齐梅兰左童翟邬毕车柯卓冀桂单盛宁涂谷米申甘裴穆柏苗简翁包戚骆冼"
    "屈欧褚丛党蓝虞牟隋巩练楼佟郎仇厉晏苑闵佘阎屠麻冷邸敖艾尚景宗郜买廉姬楚占支闻仝宫臧窦戈瞿敬靳游滕荣应鞠祁芦乔鲍凌井荆岑娄"
    "晁习查费郁奚劳尤缪亓阴逯杭俞荀甄迟班仲苟巫邰濮匡辜关常时文成管易路舒房明水年候强信全花连平元古"
)
_KNOWN_OUTLETS = re.compile(
    "(?:郑州|河南|大河|正观|东方今报|人民日报|人民网|新华|光明|经济日报|中国|中新|央视|央广|管城)"
)
_NEVER_IN_NAMES = re.compile(
    "|".join(
        [
            *(word for word in (*CRAFTS, *DESK, *RANKS, *IDENTITIES) if len(word) > 1),
            *_split("摄 等 的 了 责任 新闻 示意图 效果图 专题 要闻 特稿 单位 资料"),
        ]
    )
)
_HAN_NAME = re.compile(f"[{HAN}]{{2,4}}|[{HAN}]{{1,8}}(?:·[{HAN}]{{1,8}})+")
_ONLY_HAN = re.compile(f"[{HAN}·]+")
_HAS_HAN = re.compile(f"[{HAN}]")


def is_outlet(word: str) -> bool:
    """Whether `word` is the name of a newspaper, agency, station or account (or 本报 and the like)."""
    if word in AGENCIES or word in _SHORT_OUTLETS or word in OWN:
        return True
    return bool(_OUTLET.match(word)) or ("·" in word and is_outlet(word.rpartition("·")[2]))


@lru_cache(maxsize=8192)  # asked several times of every name
def is_body(word: str) -> bool:
    """Whether `word` is not a person's name: an outlet, a public body, or an occupation such as 受访者."""
    if word in CALLINGS or word in _SHORT_BODIES or is_outlet(word):
        return True
    return bool(_BODY.match(word)) and word[:2] not in _COMPOUND_SURNAMES


def is_institution(word: str) -> bool:
    """Whether `word` names an outlet or a public body, an organisation in structured data."""
    return word not in CALLINGS and is_body(word)


def is_title_as_name(word: str) -> bool:
    """Whether `word` stands for a person without naming one: 作者 of 作者供图, 本报评论员."""
    return word.endswith(("作者", "评论员"))


def is_org(prefix: str) -> bool:
    """Whether `prefix` may come directly before 记者 or 通讯员: an outlet, a body, an area, 本报驻京, CCTV."""
    if is_body(prefix) or _AREA.match(prefix) or prefix.startswith(tuple(OWN)):
        return True
    return bool(prefix) and prefix.isalpha() and not _HAS_HAN.search(prefix)


def is_name(word: str) -> bool:
    """Whether `word` may be a person's name by its shape: 2 to 4 Han characters, parts with ·, or foreign letters."""
    if _NEVER_IN_NAMES.search(word) or any(map(is_body, word.split("·"))):
        return False
    return bool(_HAN_NAME.fullmatch(word)) or is_foreign(word)


def is_foreign(word: str) -> bool:
    """Whether `word` is made of letters without any Han character: John, O'Neil, J.K. Rowling."""
    letters = re.sub(r"[ .'’\-·\u0300-\u036f]", "", word)
    return letters.isalpha() and not _HAS_HAN.search(letters)


def is_plain(name: str) -> bool:
    """Whether `name` is a person's name in Han characters, so that a space is enough to separate it from the next."""
    return bool(_ONLY_HAN.fullmatch(name)) and not is_body(name) and name not in _COMPOUND_SURNAMES


def is_compound_surname(text: str) -> bool:
    return text in _COMPOUND_SURNAMES


def has_compound_surname(name: str) -> bool:
    return name[:2] in _COMPOUND_SURNAMES


def may_be_two_names(name: str) -> bool:
    """Whether four characters look like two names that lost their space: 张三李四."""
    return len(name) == 4 and not has_compound_surname(name) and name[0] in _SURNAMES and name[2] in _SURNAMES


def has_surname(name: str) -> bool:
    """Whether a name begins with a common Chinese surname."""
    return name[:1] in _SURNAMES or has_compound_surname(name)


def may_be_surname(name: str) -> bool:
    """Like `has_surname`, but including rare surnames, many of which are ordinary words too."""
    return name[:1] in _RARE_SURNAMES or has_surname(name)


def may_begin_with_name(org: str) -> bool:
    """Whether a name is attached to the outlet before the next role: 张忠德郑州晚报."""
    starts = (match.start() for match in _KNOWN_OUTLETS.finditer(org))
    return has_surname(org) and any(start in (2, 3) and is_outlet(org[start:]) for start in starts)


def split_title(prefix: str) -> tuple[str, str]:
    """(outlet, rank) of the text before 记者: 郑州日报首席 -> 郑州日报, 首席."""
    ranks: list[str] = []
    while not prefix.endswith(tuple(OWN)) and (rank := next((rank for rank in RANKS if prefix.endswith(rank)), "")):
        ranks.insert(0, rank)
        prefix = prefix[: -len(rank)]
    if prefix and ranks and ranks[0] in RANKS_OF_OUTLETS:
        prefix += ranks.pop(0)
    return prefix.strip("·"), "".join(ranks)


def joined(first: Craft, second: Craft) -> Craft:
    """Two crafts written as one: 文 and 图 make 文/图."""
    words = dict.fromkeys((*first.printed.split("/"), *second.printed.split("/")))
    does = tuple(work for work in (TEXT, PHOTO, DRAWING, VIDEO) if work in first.does + second.does)
    return Craft("/".join(words), does, first.provided or second.provided)
