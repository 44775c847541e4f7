"""What became of a delivered text: what was done, what is doubtful, what was left out and why. Nothing here stops a build."""

from .message import Message, W

MESSAGES = {
    # -- SB: sentences for the person who takes a file in (newsroom/submission) -------------------------------------
    # headline, byline, day
    "SB10": Message(
        W,
        "正文上面没有标题，标题先写成“{title}”",
        "请改成这篇稿件的标题。",
        {"title": "稿件一"},
    ),
    "SB11": Message(
        W,
        "标题有两行，合成了一行“{title}”，中间空一格",
        "如果第二行是副题，请把它移到“副题”一项。",
        {"title": "拆迁清零　安置先行"},
    ),
    "SB12": Message(
        W,
        "有两行都像标题，取了“{title}”，另一行是“{other}”",
        "请对照原稿，看哪一行是标题。",
        {"title": "拆迁清零　安置先行", "other": "商都历史文化区三项清零"},
    ),
    "SB13": Message(
        W,
        "标题取了最上面一行“{title}”，字号、位置上看不出它是标题",
        "请核对。",
        {"title": "拆迁清零　安置先行"},
    ),
    "SB14": Message(W, "“{words}”写进了“{key}”一项", "请核对。", {"key": "副题", "words": "三项清零按节点推进"}),
    "SB15": Message(
        W,
        "标题下面的“{words}”像副题，写进了“{key}”一项",
        "如果它是小标题，请移回正文，前面加“## ”。",
        {"key": "副题", "words": "三项清零按节点推进"},
    ),
    "SB16": Message(
        W,
        "标题上面的“{words}”不知道是什么，留在正文开头",
        "不是正文的话，请删去。",
        {"words": "城建专刊"},
    ),
    "SB17": Message(W, "没有找到署名", "请在“署名”一项写上记者或通讯员。"),
    "SB18": Message(W, "署名“{words}”移进了“署名”一项", "请核对。", {"words": "记者 张三"}),
    "SB19": Message(
        W,
        "“{words}”也像署名，和“{byline}”合在一起读不通，留在原处",
        "请把应当署名的人写进“署名”一项，把正文里的这几个字删去。",
        {"words": "通讯员 李四", "byline": "记者 张三"},
    ),
    "SB23": Message(
        W,
        "署名写在几处，合成了“{words}”",
        "请核对先后和各人做的事。",
        {"words": "记者 张三 通讯员 李四"},
    ),
    "SB24": Message(
        W,
        "署名写在文章中间，后面还有 {count} 段，各部分的先后可能乱了",
        "请对照原稿或版面，把各部分排好。",
        {"count": 5},
    ),
    "SB25": Message(
        W,
        "这是{outlet}的电讯",
        "转载请在“来源”一项写这家媒体，并加一行“原文”。",
        {"outlet": "新华社"},
    ),
    "SB26": Message(
        W,
        "“{written}”没有写年份，日期先写成{day}",
        "请核对年份。",
        {"written": "8月16日", "day": "2017年8月16日"},
    ),
    "SB27": Message(
        W,
        "日期取自文件名“{file}”，是{day}",
        "请核对。",
        {"file": "20170816 稿件.docx", "day": "2017年8月16日"},
    ),
    "SB28": Message(
        W,
        "稿件里写的日期是{found}，和要求的{day}不同，用了后者",
        "请核对。",
        {"found": "2017年8月15日", "day": "2017年8月16日"},
    ),
    "SB29": Message(
        W,
        "没有找到稿件的日期{hint}，先写成收稿这一天",
        "请改成稿件的日期，文件夹也照着改名；也可以删去这一篇，用 --date 写明日期，再收一次。",
        {"hint": "，文中最先写到的是8月15日"}),
    "SB30": Message(W, "不知道属于哪个版块", "请在“版块”一项写上。"),
    "SB76": Message(
        W,
        "标题下面的“{words}”像人名，写进了“署名”一项",
        "请在名字前面写上记者、通讯员，或在后面写上文、图。",
        {"words": "张三 李四"},
    ),
    "SB77": Message(
        W,
        "标题上面的“{words}”像引题，写进了“引题”一项",
        "不是引题的话，请删去或移回正文。",
        {"words": "要闻"},
    ),
    # broken paragraphs
    "SB20": Message(W, "断开的一段接上了：{words}", "请核对。", {"words": "主动加快知｜识更新"}),
    "SB21": Message(
        W,
        "上一段末尾没有标点，和下一段接成了一段：{words}",
        "如果本来是两段，请分开，补上标点。",
        {"words": "全力推进｜各项工作"},
    ),
    "SB22": Message(
        W,
        "一个词断在两段里，接上了：{words}",
        "如果上面一行是小标题，请分开，前面加“## ”。",
        {"words": "主动加快知｜识更新"},
    ),
    # photos, subheads, tables, notes
    "SB31": Message(W, "同一张照片放了两次，只留一张（{file}）", "请核对。", {"file": "01.jpg"}),
    "SB32": Message(
        W,
        "{count} 张照片共用一条说明“{caption}”，写在了最后一张下面",
        "请给每一张写上说明。",
        {"count": 2, "caption": "会议现场"},
    ),
    "SB33": Message(
        W,
        "“{words}”像图片署名，但是不能确定",
        "是署名的话，请写进照片后面的引号里。",
        {"words": "城墙遗址张三摄"},
    ),
    "SB34": Message(W, "“{words}”是图片说明，放到了照片下面", "请核对。", {"words": "城墙遗址东南角"}),
    "SB35": Message(W, "照片 {file} 没有说明", "请写上照片里是什么。", {"file": "01.jpg"}),
    "SB36": Message(
        W,
        "照片 {file} 是浮在页面上的，位置可能不对",
        "请对照原稿，移到该放的地方。",
        {"file": "01.jpg"},
    ),
    "SB37": Message(W, "照片 {file} 没有单独署名，用文章的署名", "请核对是不是他们拍的。", {"file": "01.jpg"}),
    "SB38": Message(
        W,
        "照片 {file} 没有写明是谁拍的，先放在读者看不见的说明里",
        "请写明署名，再移到说明外面。",
        {"file": "01.jpg"},
    ),
    "SB39": Message(
        W, "照片 {file} 的说明和署名取自照片的文件：{words}", "请核对。", {"file": "01.jpg", "words": "签约现场　张三 摄"}
    ),
    "SB40": Message(W, "“{words}”像小标题，作了小标题", "如果是正文，请去掉前面的“## ”。", {"words": "层层发动"}),
    "SB41": Message(
        W,
        "表格里有合并的格子，字写在第一格，其余的空着",
        "请对照原稿核对。",
    ),
    "SB50": Message(W, "注释“{words}”在正文里没有注号，放在了文末", "请在正文里写上注号，或删去。", {"words": "见附表"}),
    # proofreading
    "SB51": Message(W, "校对改了 {count} 处：{message}", "请核对。", {"message": "逗号用了半角", "count": 3}),
    "SB52": Message(
        W,
        "校对发现：{message}",
        "{advice}",
        {"message": "重复的词“的的”", "advice": "请看是不是多了一个。"},
    ),
    # what was left out
    "SB60": Message(W, "页码，不是稿件的文字", "网页不分页。"),
    "SB61": Message(W, "结束或分隔的记号", "网页上不用。"),
    "SB62": Message(W, "公众号的引导语，不是稿件的文字", "本站另有自己的分享和订阅。"),
    "SB63": Message(W, "原来的标题，只供编辑参考", "要保留的话，请写进正文。"),
    "SB64": Message(W, "写明来源的一行", "转载的话，请写进“来源”一项，并加一行“原文”。"),
    "SB65": Message(W, "写给编辑部的话，不给读者看", "要给读者看的话，请移回正文。"),
    "SB66": Message(W, "稿件的种类，不是标题", "要保留的话，请写进“引题”一项。"),
    "SB67": Message(W, "每页都有的页眉", "网页上不用。"),
    "SB68": Message(W, "已经写进“责编”“校对”“审核”各项", "请核对。"),
    "SB69": Message(W, "编辑部各人的署名，只有责编、校对、审核有地方写", "要写明审签的话，请填“审签”一项。"),
    "SB70": Message(W, "和“署名”一项重复", "请核对。"),
    "SB71": Message(W, "电头，网页上由日期和来源说明", "要保留的话，请移回正文开头。"),
    "SB72": Message(W, "已经写进“日期”一项", "请核对。"),
    "SB73": Message(W, "指向照片的字，照片下面用不着", "请核对。"),
    "SB74": Message(W, "署名前后的字，署名移走后用不着", "请核对。"),
    "SB75": Message(W, "文末的落款", "供稿单位请写进“单位”一项；要保留的话，请移回正文。"),
    "SB79": Message(W, "没有能放进稿件", "请对照原稿，补进正文。"),
}  # fmt: skip
