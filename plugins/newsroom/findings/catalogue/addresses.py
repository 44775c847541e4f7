"""Findings on the addresses of pages and files."""

from .message import E, Message

MESSAGES = {
    "AD10": Message(
        E,
        "网址“{slug}”只能用小写英文字母、数字和连字符",
        "请改成小写字母、数字和 - 的组合。{suggestion}",
        {"slug": "Shang Du", "suggestion": "例如 shang-du。"},
    ),
    "AD11": Message(
        E,
        "从“{source}”的名字里得不出网址",
        "请给文件夹起一个名字，如 16-shangdu，或加一行“网址: shangdu”。",
        {"source": "2017/08/16/index.md"},
    ),
    "AD12": Message(E, "网址“{slug}”已留给本站自己用", "请换一个网址。", {"slug": "section"}),
    "AD13": Message(
        E,
        "旧址“{alias}”不能用：{why}",
        "请写本站内没有人用的旧路径，例如 xw/2017/0816.html，或者删去这一条。",
        {"alias": "section/study/", "why": "那里现在是版块的网页，正在使用"},
    ),
    "AD14": Message(
        E,
        "这篇稿件的网址 {address} 与 {other} 的相同",
        "请在其中一篇加一行“网址: ……”，换一个名字（已经发布过的那一篇不要改）。",
        {"address": "2017/08/chengshi/", "other": "content/2017/08/15-chengshi/index.md"},
    ),
    "AD15": Message(
        E,
        "旧址 {alias} 已经是 {other} 的网址或旧址",
        "请删去这条旧址，或改成没有人用的路径。",
        {"alias": "xw/1.html", "other": "content/2017/08/15-a/index.md"},
    ),
    "AD16": Message(
        E,
        "“{name}”与“{other}”会用同一个页面 {address}",
        "请在 data 文件夹里给其中一个登记不同的标识（网址里用的英文名字）。",
        {"name": "张伟", "other": "章伟", "address": "person/zhang-wei/"},
    ),
    "AD17": Message(
        E,
        "旧址 {alias} 是一个网页，{other} 却要把它当文件夹，两个不能同时有",
        "请删去或改写其中一条旧址。",
        {"alias": "xw/1.html", "other": "xw/1.html/tu/"},
    ),
    "AD18": Message(
        E,
        "已经发布的网址 {address} 会没有了",
        "请把稿件放回来；换了网址就在“旧址”里写上 {address}；不再刊登就写“状态: 撤稿”。",
        {"address": "2017/08/shangdu/"},
    ),
    "AD19": Message(
        E,
        "“{name}”已经发布的页面 {address} 会没有了",
        "请在 data 文件夹里把它的标识（网址里用的英文名字）改回 {id}；标识发布以后不要再改。",
        {"name": "张伟", "address": "person/zhang-wei-dgc1/", "id": "zhang-wei-dgc1"},
    ),
    "AD20": Message(
        E,
        "上一版的网址清单 {file} 读不出来，不知道哪些网址已经发布",
        "请核对 --previous 后面的路径，它应是上一版网站里的 addresses.json。",
        {"file": "addresses.json"},
    ),
}
