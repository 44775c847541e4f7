"""Findings on dates and times."""

from .message import E, Message, W

MESSAGES = {
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
}
