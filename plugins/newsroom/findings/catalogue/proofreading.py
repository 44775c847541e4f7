"""Findings on the words of a story: punctuation, dates, names and wording. No one of them corrects what a person must decide."""

from .message import Message, W

MESSAGES: dict[str, Message] = {
    # -- the newsroom's own tables
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
        "这里写{name}是“{title}”，登记簿里他任这个职务的时间是{period}，稿件那一天不在其中",
        "请核对现在的职务；说的是从前的事，请写明“时任”或者年份。",
        {"name": "王东亮", "title": "区委书记", "period": "—2019年12月31日"},
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
}
