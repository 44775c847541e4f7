"""A column small enough to read in one go, made of the newsroom's own values: the matter that the templates are tried with."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from types import SimpleNamespace as _Plain

from plugins.lists.months import around, by_month, month_of
from plugins.lists.profiles import Fact, Named
from plugins.newsroom.body.document import AttachmentSlot, Document, LinkSlot, PhotoSlot
from plugins.newsroom.byline import Contributor
from plugins.newsroom.findings.problems import Place
from plugins.newsroom.media.attachment import KINDS, Attachment, AttachmentUse
from plugins.newsroom.media.photo import Figure, PhotoDetail, PhotoUse, Rendition
from plugins.newsroom.pages.listing import Listing, Sheet
from plugins.newsroom.registry import Person, Project, Section, Site, Term, Unit
from plugins.newsroom.story.credits import credit_of
from plugins.newsroom.story.model import (
    Attribution,
    Correction,
    DeskRole,
    Origin,
    SignedPiece,
    Status,
    Story,
    Withdrawal,
)


class SimpleNamespace(_Plain):
    """What a template sees of an article. Two are never the same, as in a build."""

    __hash__ = object.__hash__


NOWHERE = Place("content/sample/index.md", 1, 1)
SHANGHAI = timezone(timedelta(hours=8))

SITE = Site(
    name="管城在行动",
    title="建设国家中心城市·管城在行动",
    description="记录管城回族区各级各部门建设国家中心城市的实际行动。",
    source="本专栏",
    portal_name="示例门户",
    portal_url="https://portal.example/",
    site_code="4101040000",
    host="示例主办单位",
    organiser="示例承办单位",
    contact="0371-00000000",
    icp="豫ICP备00000000号",
    police="豫公网安备00000000000000号",
    error_report_url="https://errors.example/?site=4101040000",
)
SECTIONS = (
    Section("xuexi", "学习贯彻", "逐级传达，深入学习。"),
    Section("fangan", "方案落实", "任务、时限、责任人。"),
    Section("xiangmu", "项目建设", "一个项目，一支队伍，一套方案。"),
    Section("shangdu", "商都文化片区", "城墙内外，旧城新貌。"),
    Section("zuofeng", "作风保障", ""),
)
UNITS = (Unit("beixiajie", "北下街街道办事处", "北下街街道"), Unit("shibalihe", "十八里河街道办事处", "十八里河街道"))
PROJECTS = (Project("shangdu-lishi", "商都历史文化区", "城墙脚下的五个片区。"), Project("anzhi", "安置房建设"))
TAGS = (Term("chengqiang", "城墙"), Term("anzhifang", "安置房"))
PEOPLE = tuple(
    Person(f"p{n}", name)
    for n, name in enumerate(
        ["张三", "李四", "王五", "赵六", "欧阳七", "孙八", "周九", "吴十", "郑十一", "阿依古丽·买买提"]
    )
)

_TYPES = ("image/webp", "image/jpeg")
_WIDTHS = (320, 640, 960, 1280, 1920)


def figure(
    number: int, width: int = 2400, height: int = 1600, *, ai_generated: bool = False, caption: str | None = None
) -> Figure:
    """A figure with two formats in up to five widths, cards and, where it has another shape, cuts for galleries. width, height: pixels of the original."""
    words = f"城墙遗址东南角示意图之{number}" if caption is None else caption
    use = PhotoUse(
        f"{number:02}.jpg",
        f"sample/{number:02}.jpg",
        words,
        credit_of("制图 本专栏"),
        f"夯土城墙的示意图，第 {number} 幅",
        NOWHERE,
        PhotoDetail(f"{number:02}.jpg", licence="示例许可") if number == 1 else None,
        ai_generated=ai_generated,
    )
    renditions = (
        Rendition(f"photos/{number:012x}-{w}.{kind[6:]}", w, round(w * height / width), kind, 80)
        for kind in _TYPES
        for w in _WIDTHS
        if w <= width
    )
    cards = (
        Rendition(f"photos/{number:012x}-card-{w}.{kind[6:]}", w, w * 2 // 3, kind, 80, "card")
        for kind in _TYPES
        for w in (288, 512, 896)
    )
    gallery = (
        Rendition(f"photos/{number:012x}-gallery-{w}.{kind[6:]}", w, w * 2 // 3, kind, 80, "gallery")
        for kind in _TYPES
        for w in (320, 512, 800, 1280)
    )
    crops = (*cards, *gallery) if width > height and width * 2 != height * 3 else cards
    return Figure(use, width, height, tuple(renditions), tuple(crops), f"c{number % 32:02}")


def article(
    slug: str,
    title: str,
    *,
    day: int = 16,
    section: Section | None = SECTIONS[0],
    parts: tuple[object, ...] = ("<p>正文一段。</p>",),
    figures: tuple[Figure, ...] = (),
    links: tuple[str, ...] = (),
    attachments: tuple[Attachment, ...] = (),
    people: tuple[Person, ...] = PEOPLE[:1],
    preview_note: str = "",
    text: str = "",
    **rest: object,
) -> SimpleNamespace:
    """An article as templates get it. parts: of the body; text: its plain words; rest: other fields of Story."""
    attributions = tuple(Attribution(Contributor(p.name, "reporter"), p) for p in people)
    story = Story(
        f"2017/08/{day:02}-{slug}/index.md",
        False,
        title,
        datetime(2017, 8, day, 9, 30, tzinfo=SHANGHAI),
        f"2017/08/{slug}/",
        Document(parts=parts, text=text),
        section=section,
        attributions=attributions,
        photos=tuple(f.use for f in figures),
        **{"origin": Origin(SITE.source), **rest},
    )
    pieces = (SignedPiece("记者 "), *_names(people)) if people else ()
    cover = figures[0] if figures else None
    return SimpleNamespace(
        brief=story,
        story=story,
        byline=pieces,
        figures=figures,
        cover=cover,
        links=links,
        attachments=attachments,
        newer=None,
        older=None,
        related=(),
        preview_note=preview_note,
    )


def _names(people: tuple[Person, ...]) -> tuple[SignedPiece, ...]:
    pieces = []
    for number, person in enumerate(people):
        pieces += [SignedPiece(" ")] * bool(number) + [SignedPiece(person.name, person)]
    return tuple(pieces)


_TEXT = (
    "<p>管城是郑州的老城，一段三千六百年前夯筑的商代城墙，至今立在居民楼之间。八月的这个上午，沿墙根走一圈，看得见脚手架，也看得见晾衣绳。"
    "规划中的商都历史文化区就从这里起步。</p>"
    "<p>按照要求，片区内要先完成三件事：协议签完、房屋拆完、渣土清完。每一件都有<strong>完成时限</strong>和责任单位，"
    "督查部门跟进度、跟细节、跟质量。“三个一”的办法也写得明白——一个项目、一支队伍、一套方案。</p>"
)
_RICH = (
    '<h2 id="s1">先把底数摸清</h2><p>台账按周更新，见<a href="',
    LinkSlot(0),
    '">此前的报道</a>。指标说明见注释<sup id="fnref-1"><a class="footnote-ref" href="#fn-1">1</a></sup>，更多资料可以查阅 '
    '<a href="https://example.org/">https://example.org/a-very-long-address/that-never-seems-to-end/and-goes-on?with=parameters</a>。</p>'
    "<ul><li>续建项目：上一年已经开工。</li><li>新开项目：当年开工。</li><li>前期项目：正在做手续。</li></ul>"
    '<blockquote class="editors-note"><p>编者按：本栏记录各级各部门的实际行动，欢迎读者来信补充。</p></blockquote>',
    PhotoSlot((1,)),
    '<h3 id="s2">时间表</h3><section class="table-wrap" tabindex="0" aria-label="表格">'
    "<table><thead><tr><th>类别</th><th>含义</th><th>牵头单位</th><th>第一季度</th>"
    "<th>第二季度</th><th>第三季度</th><th>第四季度</th></tr></thead><tbody><tr><td>续建</td><td>上一年已经开工的项目</td><td>项目办</td><td>10%</td><td>35%</td>"
    "<td>70%</td><td>100%</td></tr><tr><td>新开</td><td>当年开工的项目</td><td>项目办</td><td>—</td><td>15%</td><td>40%</td><td>65%</td></tr></tbody></table></section>"
    "<table><thead><tr><th>地块</th><th>协议签订进度</th><th>责任单位</th></tr></thead><tbody><tr><td>东南角</td><td>320 户</td><td>项目办</td></tr></tbody></table>"
    "<blockquote><p>城墙是一层一层夯起来的，事情也是。</p></blockquote><ol><li>排出节点；</li><li>倒推工期；</li><li>逐周对账。</li></ol>"
    "<dl><dt>三清</dt><dd>协议清、房屋清、渣土清。</dd></dl>",
    PhotoSlot((2, 3, 4, 5, 6)),
    _TEXT + "<hr><pre><code>2017-08-16 签约 12 户</code></pre>"
    '<div class="footnote"><hr><ol><li id="fn-1"><p>示例注释。<a class="footnote-backref" href="#fnref-1" title="回到正文">↩</a></p></li></ol></div>',
)

FULL = article(
    "shangdu",
    "一层一层往上夯\u3000商都历史文化区按节点推进",
    kicker="学习贯彻市委全会精神·一线见闻",
    decks=("五个片区挂图作战，每周对账一次", "安置房建设全过程督查"),
    has_time=True,
    parts=(PhotoSlot((0,)), _TEXT, *_RICH),
    text="城墙脚下的一段话。" * 150,
    figures=(figure(1), figure(2, 1600, 2400), *(figure(n, ai_generated=n == 3) for n in (3, 4, 5, 6, 7))),
    links=("/zt/guancheng/2017/08/luxian/",),
    people=PEOPLE[:2],
    units=UNITS,
    projects=PROJECTS,
    tags=TAGS,
    summary="沿着城墙根走一圈，看三件事办到了哪一步：协议签完、房屋拆完、渣土清完。",
    desk=(DeskRole("责编", ("甲",)), DeskRole("校对", ("乙", "丙")), DeskRole("审核", ("丁",))),
    corrections=(Correction(date(2017, 8, 18), "第二段“七个片区”应为“五个片区”。"),),
)
PLAIN = article("luxian", "路线图\u3000时间表", day=15, summary="短稿一则。", people=())
LONG = article(
    "hen-chang",
    "紧紧围绕国家中心城市建设总体思路倒排工期挂图作战把各项重点工程一件一件落到实处不留尾巴",
    day=15,
    section=SECTIONS[2],
    kicker="贯彻落实市委十一届四次全会精神系列报道之二",
    parts=(_TEXT,),
    people=PEOPLE,
    origin=Origin("示例晚报", "https://paper.example/2017/08/15/1.html", is_repost=True),
    summary="标题四十个字，作者十位，没有图片。",
)
PAUSES = article("tingdun", "安置房：进度要快，质量要看全程", day=15)
TALL = article(
    "gaotu",
    "一张竖图",
    day=14,
    section=SECTIONS[3],
    parts=(PhotoSlot((0,)), _TEXT),
    figures=(figure(8, 1200, 2400),),
    summary="只有一张竖幅图片的稿件。",
)
TWELVE = article(
    "zutu",
    "十二幅图看城墙",
    day=14,
    section=SECTIONS[3],
    parts=(PhotoSlot(tuple(range(12))), _TEXT),
    figures=tuple(figure(n, height=1600 + n % 2 * 200) for n in range(20, 32)),
    summary="组图。",
)


def _attached(name: str, words: str, size: int, **rest: object) -> Attachment:
    """A file as templates get it. rest: other fields of Attachment, or of its use."""
    of_use = {key: rest.pop(key) for key in ("credit", "is_player") if key in rest}
    use = AttachmentUse(f"sample/{name}", KINDS[name[name.rindex(".") :]], words, NOWHERE, **of_use)
    return Attachment(use, f"files/{len(name):012x}/{name}", size, "0" * 64, **rest)


_LONG_NAME = "管城回族区商都历史文化区协议清房屋清渣土清三项任务完成情况统计表"
ATTACHED = article(
    "fujian",
    "带附件的稿件",
    day=14,
    parts=(
        "<p>详见",
        AttachmentSlot(0, "实施方案"),
        "。</p>",
        AttachmentSlot(2, "城墙<strong>夜景</strong>"),
        AttachmentSlot(3, "竖着拍的一段"),
        AttachmentSlot(4, "采访录音"),
    ),
    attachments=(
        _attached("fangan.pdf", "实施方案", 1_258_291),
        _attached(f"{_LONG_NAME}.xlsx", _LONG_NAME, 2_048),
        _attached(
            "yejing.mp4",
            "城墙夜景",
            25_000_000,
            is_player=True,
            credit="李四 摄像",
            width=1280,
            height=720,
            captions_address="files/0123456789ab/yejing.vtt",
            transcript=("夜里的城墙，灯光从下往上照。", "没有人说话，只有风声和远处的车声。"),
            poster=figure(2),
        ),
        _attached(
            "shuban.mp4",
            "竖着拍的一段",
            9_000_000,
            is_player=True,
            width=720,
            height=1280,
            poster=figure(8, 1200, 2400),
        ),
        _attached(
            "luyin.mp3", "采访录音", 3_000_000, is_player=True, transcript=("问：哪一天开的工？答：八月十六日。",)
        ),
        _attached("weizhi.mp4", "不知道画面大小的一段", 700_000, is_player=True),
    ),
)
DRAFT = article("caogao", "还没有发布的稿件", day=14, preview_note="草稿", parts=(_TEXT,))
WITHDRAWN = article(
    "chehui",
    "一篇撤回的稿件",
    day=13,
    status=Status.WITHDRAWN,
    has_time=True,
    withdrawal=Withdrawal(date(2017, 8, 20), "数据有误，待核实后重新发布。"),
)
REPOST = article(
    "zhuanzai",
    "绿树进社区",
    day=13,
    section=SECTIONS[4],
    figures=(figure(9),),
    parts=(PhotoSlot((0,)), _TEXT),
    origin=Origin("示例日报", "", is_repost=True),
    summary="没有原文地址的转载稿。",
)

_EXTRA = tuple(
    article(
        f"{section.id}-{n}",
        f"{section.name}：第 {n} 篇例稿\u3000写给列表看",
        day=12 - n,
        section=section,
        figures=(figure(40 + n, caption="", ai_generated=n == 3),) if n % 2 else (),
        summary="摘要写得完整，是为了看清列表里三行文字怎样收住，收住以后又怎样接着看。" * (1 + n % 3),
    )
    for section in SECTIONS[:2]
    for n in range(1, 5)
)
LABELLED = _EXTRA[2]  # its photo says that a machine drew it, and nothing else
STORIES = (FULL, LONG, PLAIN, TWELVE, TALL, REPOST, *_EXTRA)
FULL.older, PLAIN.newer = PLAIN, FULL
BETWEEN, FIRST = SimpleNamespace(older=LONG, newer=FULL), SimpleNamespace(older=None, newer=LONG)
FULL.related, TALL.related = (LONG, TALL, DRAFT), (FULL,)


def listing(kind: str, subject: object, stories: tuple[SimpleNamespace, ...]) -> Listing:
    return Listing(
        kind, subject.id, subject.name, f"{kind}/{subject.id}/", stories, getattr(subject, "description", ""), subject
    )


FRONTS = tuple(
    listing("section", section, tuple(a for a in STORIES if a.story.section is section)) for section in SECTIONS
)
LISTS = {
    "unit": tuple(listing("unit", unit, (FULL,)) for unit in UNITS),
    "project": tuple(listing("project", project, (FULL, *_EXTRA[:4])) for project in PROJECTS),
    "person": tuple(listing("person", person, (LONG,)) for person in PEOPLE),
    "tag": tuple(listing("tag", tag, (FULL,)) for tag in TAGS),
}
MONTHS = tuple(
    Listing("month", f"2017-{m:02}", f"2017年{m}月", f"2017/{m:02}/", STORIES[: 2 + m % 3]) for m in (12, 10, 9, 8)
)
_OLD = Listing("month", "2016-12", "2016年12月", "2016/12/", (PLAIN,))
YEARS = ((2017, MONTHS), (2016, (_OLD,)))
NEWEST, *_, MONTH, ONLY = (month_of(*neighbours) for neighbours in around((*MONTHS, _OLD)))
SHEETS = (
    Sheet(3, 3, FRONTS[0].address, STORIES, older=f"{FRONTS[0].address}2/"),
    Sheet(2, 3, f"{FRONTS[0].address}2/", STORIES[:3], newer=FRONTS[0].address, older=f"{FRONTS[0].address}1/"),
    Sheet(1, 1, LISTS["tag"][1].address, (FULL,)),
)
FACTS = {
    "unit": (
        Fact("简称", (Named("北下街街道"),)),
        Fact("名称使用", (Named("2016年3月1日至2018年12月31日"),)),
        Fact("后继", (Named("十八里河街道办事处", "unit/shibalihe/"),)),
    ),
    "person": (
        Fact("身份", (Named("记者、通讯员"),)),
        Fact("作品", (Named("文字 12 篇、图片 8 幅"),)),
        Fact("所属", (Named("北下街街道办事处", "unit/beixiajie/", "2017年1月1日起"), Named("示例晚报"))),
    ),
}


def page_of(kind: str) -> dict[str, object]:
    """The matter of the first listing of a kind, all on one sheet."""
    of = LISTS[kind][0]
    sheet = Sheet(1, 1, of.address, of.stories)
    return {"listing": of, "sheet": sheet, "facts": FACTS.get(kind, ()), "years": by_month(of.stories)}


def month_page() -> dict[str, object]:
    return {
        "listing": MONTH.listing,
        "sheet": Sheet(1, 1, MONTH.listing.address, MONTH.listing.stories),
        "month": MONTH,
    }


def standing_page() -> SimpleNamespace:
    """The page 关于本专栏."""
    value = article("about", "关于本专栏", section=None, people=(), parts=(_TEXT,), summary="这个专栏是什么。")
    story = value.story
    value.story = Story(
        "pages/about/index.md", True, story.title, story.published, "about/", story.document, summary=story.summary
    )
    return value


ABOUT = standing_page()
ENTRIES = (
    (WITHDRAWN, date(2017, 8, 20), "数据有误，待核实后重新发布。", True),
    (FULL, date(2017, 8, 18), "第二段“七个片区”应为“五个片区”。", False),
)
