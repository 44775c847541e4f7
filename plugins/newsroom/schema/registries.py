"""The fields of the registries in content/data, file by file. Reading a registry is left to the package `registry`."""

from __future__ import annotations

from dataclasses import dataclass

from .key import Choice, Key


@dataclass(frozen=True, slots=True)
class Registry:
    """One file of content/data. about: what it contains, in Chinese; is_list: a list of entries, else a single entry.

    must_exist: whether the column cannot be built without it.
    """

    file: str
    about: str
    keys: tuple[Key, ...]
    is_list: bool = True
    must_exist: bool = False


def _identity(example: str) -> Key:
    help_ = "小写字母、数字、连字符；是网址的一部分，发布以后不要再改"
    return Key("标识", "id", help_, example, form="id", needed="必须")


def _name(help_: str, example: str) -> Key:
    return Key("名称", "name", help_, example, form="name", needed="必须")


def _other_names(help_: str, example: str) -> Key:
    return Key("曾用名", "other_names", help_, example, "list", "name", also=("别名", "names"))


def _web_address(name: str, alias: str, help_: str, example: str) -> Key:
    pattern, how = r"https?://[^\s/]+\.[^\s/]+(?:/\S*)?", "请写完整的网址，以 https:// 开头"
    return Key(name, alias, help_, example, form="address", pattern=pattern, pattern_help=how)


_SINCE = Key("起", "since", "从哪一天起（含当天）；不知道就不写", "2017-01-01", form="date", also=("from",))
_UNTIL = Key("止", "until", "到哪一天止（含当天）；不知道就不写", "2018-12-31", form="date")
_MEMBERSHIP = (
    Key("单位", "unit", "单位的标识或名称，或者报社等单位的名称", "beixiajie", form="name", needed="必须"),
    _SINCE,
    _UNTIL,
)
_OFFICE = (
    Key("职务", "title", "稿件里写在名字前面的称呼；几个同时担任的，用、隔开", "区委书记", form="name", needed="必须"),
    Key("起", "since", "从哪一天起（含当天）；只知道大概，就写最早的可能", "2016-01-01", form="date", also=("from",)),
    Key("止", "until", "到哪一天止（含当天）；只知道大概，就写最晚的可能", "2019-12-31", form="date"),
    Key(
        "位次",
        "rank",
        "几位领导一起出现时谁在前，数小的在前；不写就不管先后",
        "30",
        pattern=r"[0-9]{1,4}",
        pattern_help="请写一个数，如 30",
    ),
    Key("出处", "source", "从哪里知道的", "管城区人民政府网"),
)

_SITE = (
    _name("专栏的名称", "管城在行动"),
    Key("全称", "title", "专栏的全称；不写就是名称", "建设国家中心城市·管城在行动"),
    Key(
        "说明",
        "description",
        "专栏讲什么，给读者和搜索引擎看的一句话",
        "记录管城建设国家中心城市的实际行动。",
        needed="必须",
    ),
    Key("关键词", "keywords", "几个词，用、隔开", "国家中心城市、郑州", "list"),
    Key("来源", "source", "稿件没有写“来源”时就用这一行", "管城区人民政府网"),
    Key("门户名称", "portal_name", "门户网站的名称", "管城区人民政府网"),
    Key(
        "门户域名",
        "portal_domain",
        "门户网站的域名",
        "www.example.gov.cn",
        pattern=r"[a-z0-9-]+(?:\.[a-z0-9-]+)+",
        pattern_help="请只写域名，如 www.example.gov.cn",
    ),
    _web_address("门户网址", "portal_url", "门户网站的网址", "https://www.example.gov.cn/"),
    Key(
        "网站标识码",
        "site_code",
        "10 位数字，或者 bm 加 8 位数字，按备案填写",
        "4101040001",
        pattern=r"bm\d{8}|\d{10}",
        pattern_help="网站标识码是 10 位数字，或者 bm 加 8 位数字",
    ),
    Key("主办", "host", "主办单位的全称", "管城回族区人民政府"),
    Key("承办", "organiser", "承办单位的全称", "管城回族区人民政府办公室"),
    Key("联系方式", "contact", "对外公布的联系方式", "0371-00000000"),
    Key("ICP备案号", "icp", "照备案系统里的原文", "豫ICP备00000000号"),
    Key("公安备案号", "police", "照备案系统里的原文", "豫公网安备00000000000000号"),
    _web_address(
        "找错网址", "error_report_url", "“政府网站找错”平台给本网站的网址", "https://www.example.gov.cn/error"
    ),
    Key(
        "共同署名",
        "co_authors",
        "统计时几个人一起署名的怎样计：各计一次（每人都算整篇、整幅），或者平分（两个人各算 0.5）；不写就是各计一次",
        "平分",
        choices=(Choice("各计一次", "whole"), Choice("平分", "shared")),
    ),
)
_SECTIONS = (
    _identity("study"),
    _name("稿件“版块”一项里写的名称", "学习贯彻"),
    Key("说明", "description", "这个版块收什么稿件，一句话", "各级各部门怎样传达学习。", needed="必须"),
    Key("关键词", "keywords", "几个词，用、隔开", "学习贯彻、宣传", "list"),
    Key("栏目类型", "column_type", "政府网页标签里的栏目类型；不写就是工作动态", "工作动态", also=("ColumnType",)),
)
_UNITS = (
    _identity("beixiajie"),
    _name("全称", "管城回族区北下街街道办事处"),
    Key("简称", "short", "网页上显示的名称；不写就是全称", "北下街", form="name"),
    _SINCE,
    _UNTIL,
    Key("后继", "successor", "改名、合并以后那个单位的标识", "shibalihe"),
)
_PROJECTS = (
    _identity("shangdu-historic-area"),
    _name("稿件“项目”一项里写的名称", "商都历史文化区"),
    Key("说明", "description", "项目是什么，一句话", "老城的签约、拆除、清运和安置房建设。"),
)
_PEOPLE = (
    _identity("jiang-pu"),
    _name("署名里出现的名字", "姜璞"),
    _other_names("笔名、旧名、异体写法，用、隔开", "姜朴"),
    Key(
        "单位",
        "units",
        "所属单位的标识或名称；有起止的，一条一条写",
        "beixiajie",
        "list",
        form="stretch",
        keys=_MEMBERSHIP,
    ),
    Key(
        "职务",
        "offices",
        "担任过的职务，一条一条写；校对时按稿件那一天的职务来看",
        "区委书记",
        "list",
        form="name",
        keys=_OFFICE,
    ),
)
_TERMS = (
    _identity("san-ge-yi"),
    _name("话题统一的叫法", "三个一"),
    _other_names("算同一个话题的别的写法，用、隔开", "三个一机制"),
    Key(
        "内容",
        "items",
        "名称里有数的提法，它包括哪几项，按先后写，用、隔开；项数要和名称里的数对得上，只知道前面一部分也可以",
        "一个产业、一个班子、一个方案",
        "list",
        form="name",
    ),
    Key("出处", "source", "“内容”从哪里来", "管城区人民政府网"),
)
_WORDING = (
    Key(
        "错",
        "wrong",
        "不用的写法，可以写好几个，用、隔开",
        "回族管城区、管城区回族",
        "list",
        form="name",
        needed="必须",
    ),
    Key("对", "right", "应当怎样写", "管城回族区", form="name", needed="必须"),
    Key("例外", "unless", "包含“错”、但是没有错的词，用、隔开", "原回族管城区", "list", form="name"),
    Key("起", "since", "从哪一天的稿件起算错（含当天）；不写就是一直算", "2018-01-01", form="date", also=("from",)),
    Key("止", "until", "到哪一天的稿件为止算错（含当天）；不写就是一直算", "2018-12-31", form="date"),
    Key("出处", "source", "根据什么，写明文件或者标准的名称", "《中华人民共和国行政区划代码》", needed="必须"),
    Key("出处日期", "source_date", "那份文件或者标准的日期", "2007-11-14", form="date"),
)

REGISTRIES = (
    Registry("site.yaml", "本专栏的名称和归属", _SITE, is_list=False, must_exist=True),
    Registry("sections.yaml", "有哪些版块", _SECTIONS, must_exist=True),
    Registry("units.yaml", "有哪些单位", _UNITS),
    Registry("projects.yaml", "有哪些项目", _PROJECTS),
    Registry("people.yaml", "有哪些人", _PEOPLE),
    Registry("terms.yaml", "有哪些话题", _TERMS),
    Registry("wording.yaml", "哪些写法不用", _WORDING),
)
