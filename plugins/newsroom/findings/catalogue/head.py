"""Findings on the head of a story as a form: keys, colons, dashes, lists."""

from .message import E, Message, W

MESSAGES = {
    "HD01": Message(
        E,
        "这里不合“键: 值”的写法（稿头和登记簿用的 YAML 格式）：{detail}",
        "请对照手册里的例子改这一行；值里有冒号、引号等符号时，用英文双引号把整个值括起来。",
        {"detail": "少了一个右括号"},
    ),
    "HD02": Message(E, "“{key}”写了两次，第一次在第 {first} 行", "请只留一个“{key}”。", {"key": "标题", "first": 2}),
    "HD03": Message(W, "稿头前面缺少一行“---”", "运行 check --fix 自动补上。"),
    "HD04": Message(
        W, "稿头的分隔线写成了“{written}”，应是三个英文减号“---”", "运行 check --fix 自动改好。", {"written": "———"}
    ),
    "HD05": Message(
        W, "“{key}”后面的冒号不规范，应是英文冒号加一个空格", "运行 check --fix 自动改好。", {"key": "标题"}
    ),
    "HD06": Message(W, "这一行的空格、缩进或列表的短横不规范", "运行 check --fix 自动改好。"),
    "HD07": Message(
        W, "这里有另有用处的符号（冒号、井号、引号等），已按原文理解，应加上英文双引号", "运行 check --fix 自动加上。"
    ),
    "HD08": Message(
        W,
        "“{key}”有好几项，已按 {count} 项理解，应写成 {form}",
        "运行 check --fix 自动改好；项数不对就请自己改。",
        {"key": "单位", "count": 2, "form": "[北下街, 南关]"},
    ),
    "HD09": Message(W, "稿头前面有空行", "运行 check --fix 自动删去。"),
    "HD10": Message(E, "没有稿头：文件应以“---”开头，下面写标题、日期等", "请在最前面写上稿头，写法见手册。"),
    "HD11": Message(
        E, "稿头缺少结尾的“---”，稿头好像到第 {line} 行为止", "请在第 {line} 行下面另起一行写“---”。", {"line": 6}
    ),
    "HD12": Message(E, "没有“{key}”这个键", "可以用的键：{names}。", {"key": "题目", "names": "标题、日期、版块"}),
    "HD13": Message(
        E,
        "“{parent}”里没有“{key}”这一项",
        "可以写：{names}。",
        {"parent": "更正", "key": "时刻", "names": "日期、说明"},
    ),
    "HD14": Message(
        E,
        "“{key}”应该是{expected}，这里写成了{found}",
        "请照这个样子改：{sample}。",
        {"key": "标题", "expected": "一行文字", "found": "列表", "sample": "标题: 文字"},
    ),
    "HD15": Message(
        E,
        "这一行接不上：它既不是“键: 值”，也不属于上一项",
        "请把它并到上一行，或者删去；若是正文，请移到稿头的“---”下面。",
    ),
    "HD16": Message(E, "“{key}”只能写一行", "请把这几行并成一行。", {"key": "标题"}),
    "HD20": Message(
        W,
        "有 {count} 行里夹着 Word 的手动换行，第一处在这一行，已接成一行",
        "运行 check --fix 自动改好：标题的两半之间空一格，并列的几项之间用顿号，其他地方直接接上。",
        {"count": 1},
    ),
    "HD21": Message(
        E,
        "稿头是 {form} 的写法，本站的稿头写在两行“---”之间",
        "请照手册的样子改写：第一行写“---”，下面每行一项，如“标题: ……”“日期: 2017-08-16”，最后再写一行“---”。",
        {"form": "TOML（+++）"},
    ),
}
