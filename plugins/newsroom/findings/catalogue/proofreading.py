"""Findings on the words of a story: punctuation, dates, names and wording. No one of them corrects what a person must decide."""

from .message import E, Message, W

MESSAGES: dict[str, Message] = {
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
    # Characters and words.
    "PF55": Message(
        W,
        "“{written}”里有繁体字或异体字",
        "请改为“{right}”；姓名、题字、商标、古籍里确用原字的，请在“校对例外”里写明“规则: PF55”和理由。",
        {"written": "區", "right": "区"},
    ),
}
