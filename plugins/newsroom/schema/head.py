"""The keys of a story's head, in the order in which they are written. Reading a head is left to the package `head`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from .key import Choice, Key, Table, table_of

_GAP = "\u3000"

_STATUSES = (
    Choice("草稿", "draft"),
    Choice("待审", "review"),
    Choice("发布", "published"),
    Choice("撤稿", "withdrawn"),
)
_SIGN_OFF = (
    Key(
        "环节",
        "stage",
        "初审、复审或终审",
        "终审",
        needed="必须",
        choices=(Choice("初审"), Choice("复审"), Choice("终审")),
    ),
    Key("姓名", "name", "谁审的", "王五", form="name", needed="必须"),
    Key("时间", "time", "什么时候审的", "2017-08-16 09:00", form="moment"),
    Key("文本指纹", "fingerprint", "审的是哪一稿：审定时程序给出的一串字符", "3f9a0c"),
)
_CORRECTION = (
    Key("日期", "date", "更正的那一天", "2017-08-18", form="date", needed="必须", joint=" "),
    Key(
        "说明",
        "text",
        "原来怎样，改成怎样",
        "第二段“六项”应为“六个”，已改正。",
        needed="必须",
        wraps=True,
        is_prose=True,
    ),
)
_EXCEPTION = (
    Key("规则", "rule", "检查结果里的编号", "PF10", needed="必须"),
    Key("文字", "words", "只放过这几个字，照正文原样写；不写就是全文都放过", "１２３", is_prose=True),
    Key("理由", "reason", "为什么不改", "引用原文，原文如此", needed="必须", is_prose=True),
)
FILE = "文件"  # names the photo where 图片 is written as a list
_PHOTO = (
    Key("说明", "caption", "和写在正文里一样；正文里写了的，以正文为准", "城墙遗址东南角", wraps=True, is_prose=True),
    Key("署名", "credit", "和写在正文里一样；正文里写了的，以正文为准", "张三 摄", joint=" "),
    Key(
        "替代文字",
        "alt",
        "给看不见图的读者听的一句话；不写就念图片说明",
        "夯土城墙断面，一层一层的土清晰可见",
        wraps=True,
        is_prose=True,
    ),
    Key(
        "焦点",
        "focus",
        "最要紧的一点在哪里：先左右、后上下，从左上角算起，0 到 1",
        "[0.5, 0.3]",
        "list",
        form="number",
    ),
    Key("许可", "licence", "谁允许、怎样用，照原话写；显示在署名后面", "作者授权，限本专栏使用", is_prose=True),
    Key("到期", "expires", "可以用到哪一天（含这一天，北京时间）", "2018-08-31", form="date"),
    Key("AI生成", "ai_generated", "是人工智能画的或改过的，写“是”", "是", form="yes"),
    Key(FILE, "file", "照片的文件名；只在“图片”写成一条一条时才要", "01.jpg", form="photo"),
)

KEYS = (
    Key(
        "标题",
        "title",
        "一行。两半之间空一个全角空格，网页上会保留，窄屏时先在那里换行，再在逗号、冒号、句号处换行",
        "拆迁清零　安置先行",
        needed="必须",
        meant_by=("题目", "正题", "主题", "主标题", "大标题", "headline"),
        joint=_GAP,
        is_prose=True,
    ),
    Key("引题", "kicker", "一行", "商都历史文化区", meant_by=("肩题", "眉题"), joint=_GAP, is_prose=True),
    Key(
        "副题",
        "deck",
        "一行，或列几行",
        "三项清零按节点推进",
        "list",
        meant_by=("副标题", "subtitle"),
        joint=_GAP,
        sentences=True,
        is_prose=True,
    ),
    Key(
        "日期",
        "date",
        "`2017-08-16`、`2017-08-16 09:30`、`2017年8月16日（星期三）`。星期写错会指出来。写将来的时间，就到那时才公开",
        "2017-08-16 09:30",
        form="moment",
        needed="必须",
        meant_by=(
            *("时间", "发布时间", "发稿时间", "发布日期", "发稿日期", "time", "pubdate"),
            *("publishdate", "publish_date", "published_at", "created", "created_at"),
        ),
        joint=" ",
    ),
    Key(
        "版块",
        "section",
        "`data/sections.yaml` 里的一个",
        "商都文化片区",
        needed="必须（单独的页面除外）",
        meant_by=("栏目", "分类", "板块", "频道", "category", "categories"),
    ),
    Key(
        "署名",
        "byline",
        "照报纸的写法，见下",
        "记者 张三 通讯员 李四 文/图",
        needed="必须（转载稿除外）",
        meant_by=("作者", "记者", "通讯员", "文图", "author", "authors", "writer"),
        joint=" ",
    ),
    Key(
        "来源",
        "source",
        "不写就是本专栏。转载稿写原来的媒体，并加一行“原文”",
        "郑州日报",
        meant_by=("稿源", "出处"),
    ),
    Key(
        "原文",
        "original",
        "转载稿原来的网址",
        "https://www.example.org/a.html",
        form="address",
        meant_by=("原文链接", "原文地址", "链接", "canonical", "canonicalurl", "canonical_url", "source_url"),
    ),
    Key("单位", "units", "`data/units.yaml` 里登记过的，可以写好几个；要在稿件那一天存在", "北下街、西大街", "list"),
    Key("项目", "projects", "`data/projects.yaml` 里登记过的，可以写好几个", "商都历史文化区", "list"),
    Key(
        "话题",
        "tags",
        "自由写，可以写好几个",
        "国家中心城市、三个一",
        "list",
        meant_by=("标签", "关键词", "关键字", "keyword", "keywords", "tag", "topics"),
        is_hashed=True,
    ),
    Key(
        "摘要",
        "summary",
        "不写就取正文开头的整句，约 120 个字；表格、清单、小标题和只有数字的行不算",
        "城墙遗址保护有了新进展。",
        meant_by=(
            *("导语", "提要", "简介", "描述"),
            *("description", "abstract", "excerpt", "intro", "lead"),
        ),
        wraps=True,
        is_prose=True,
    ),
    Key(
        "封面",
        "cover",
        "文件夹里一张照片的文件名；不写就是第一张",
        "01.jpg",
        form="photo",
        meant_by=(
            *("image", "images", "img", "thumbnail", "thumb", "banner", "feature", "featured", "photo"),
            *("featured_image", "feature_image", "cover_image", "top_img", "header_image", "index_img"),
        ),
    ),
    Key(
        "网址",
        "slug",
        "小写字母、数字、连字符。不写就用文件夹的名字（去掉日子）。**发布以后不要改**",
        "shangdu",
        form="id",
        meant_by=("permalink", "url", "path", "abbrlink"),
    ),
    Key("旧址", "aliases", "这篇稿件以前的路径", "xw/2017/0816.html", "list", meant_by=("alias", "redirect_from")),
    Key(
        "状态",
        "status",
        "草稿、待审、发布或撤稿；不写就是发布",
        "草稿",
        choices=_STATUSES,
        meant_by=("draft", "published", "hidden", "private", "unlisted", "password"),
    ),
    Key(
        "撤稿说明",
        "withdrawal_reason",
        "为什么撤，给读者看；状态是撤稿时必须写",
        "与另一篇内容重复。",
        meant_by=("撤稿原因",),
        wraps=True,
        is_prose=True,
    ),
    Key(
        "撤稿日期",
        "withdrawal_date",
        "哪一天撤的；状态是撤稿时必须写",
        "2017-08-20",
        form="date",
        meant_by=("撤稿时间",),
    ),
    Key(
        "下线",
        "expires",
        "到这一天结束，稿件离开网站",
        "2017-12-31",
        form="moment",
        meant_by=("expirydate", "expiry_date", "unpublishdate", "expire"),
    ),
    Key("责编", "editor", "名字，显示在文末", "王五", "list", "name", meant_by=("责任编辑", "编辑"), people=True),
    Key("校对", "proofreader", "名字，显示在文末", "赵六", "list", "name", people=True),
    Key("审核", "reviewer", "名字，显示在文末", "孙七", "list", "name", people=True),
    Key("审签", "sign_off", "谁在哪个环节审过，一条一条写", "- 环节: 终审", "records", keys=_SIGN_OFF),
    Key(
        "更正",
        "corrections",
        "改正了什么，一条一条写；显示在稿件上和更正页上",
        "- 日期: 2017-08-18",
        "records",
        meant_by=("updated", "update", "updated_at", "lastmod", "modified", "last_modified_at", "updatedate"),
        keys=_CORRECTION,
    ),
    Key(
        "图片",
        "photos",
        "每张照片的补充，写在它的文件名下面，见“照片”",
        "01.jpg:",
        "map",
        meant_by=("照片", "配图", "gallery"),
        keys=_PHOTO,
    ),
    Key(
        "校对例外",
        "proof_exceptions",
        "校对提醒里确实不用改的，一条一条写明理由；检查时会列出来，用不着了会提醒删去",
        "- 规则: PF10",
        "records",
        meant_by=("例外", "exceptions", "校对豁免"),
        keys=_EXCEPTION,
    ),
)

TOP = table_of(KEYS)
NESTED: Mapping[str, Table] = MappingProxyType({key.name: table_of(key.keys) for key in KEYS if key.keys})
