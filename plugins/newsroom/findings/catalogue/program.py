"""Findings on the program itself: settings, templates, output and cache."""

from .message import E, Message, W

MESSAGES = {
    "PL01": Message(
        E,
        "网站程序的“{name}”部分装不上：{detail}",
        "这不是稿件的错，请把这一行发给维护网站的工程师。",
        {"name": "plugins.photos", "detail": "ImportError: No module named 'PIL'"},
    ),
    "PL02": Message(
        E,
        "网站程序出了内部错误：{detail}",
        "这不是稿件的错，请把这一行和记录文件 {log} 发给维护网站的工程师。",
        {"detail": "ValueError: …", "log": ".cache/last-error.log"},
    ),
    "PL03": Message(
        E,
        "设置里有不认识的名称 {name}",
        "{hint}请改正或删去它。",
        {"name": "list_siz", "hint": "是不是 list_size？"},
    ),
    "PL04": Message(
        E, "设置 {name} 的类型不对，应为 {type}", "请照注释里的例子改正。", {"name": "list_size", "type": "int"}
    ),
    "PL05": Message(
        E,
        "不能写到“{output}”：那里有不是本站生成的文件",
        "请换一个空文件夹，或先把那里的文件移走。",
        {"output": "output"},
    ),
    "PL06": Message(
        E,
        "有两个页面要写到同一个地方：{address}",
        "请给其中一篇稿件加一行“网址: ……”，换一个名字。",
        {"address": "about/index.html"},
    ),
    "PL07": Message(
        E,
        "模板出错：{detail}",
        "这不是稿件的错，请把这一行（连同前面的文件名和行号）发给维护网站的工程师。",
        {"detail": "'x' is undefined"},
    ),
    "PL08": Message(E, "内容文件夹和输出文件夹不能互相包含", "请把输出放到内容文件夹之外，例如 --output output。"),
    "PL09": Message(
        E,
        "“{url}”不是完整的网址",
        "请写成 https://域名/路径 的形式，例如 https://www.example.org/zt/guancheng。",
        {"url": "example"},
    ),
    "PL45": Message(
        E,
        "网站的网址里写了用户名或密码（“@”前面的字），会印到每一个网页上",
        "请删去“@”和它前面的字，只留 https://域名/路径；密码已经写进过别的文件的，请换一个。",
    ),
    "PL46": Message(
        E,
        "网站的网址“{url}”里有“?”或“#”，后面不能再接网页的地址",
        "请从“?”或“#”起都删去，只留 https://域名/路径，例如 https://www.example.org/zt/guancheng。",
        {"url": "https://www.example.org/zt/guancheng?from=wx"},
    ),
    "PL10": Message(
        E,
        "网站样式不完整：{detail}",
        "这不是稿件的错，请把这一行发给维护网站的工程师。",
        {"detail": "找不到样式文件 components/card/card.css"},
    ),
    "PL11": Message(
        E,
        "网站程序的“{name}”部分少不了“{needed}”部分：{reason}",
        "请把“{needed}”加回 plugins/features.py 的名单，或把“{name}”也从名单里去掉。",
        {"name": "feeds", "needed": "lists", "reason": "订阅页列出每个版块的订阅地址"},
    ),
    "PL12": Message(
        E,
        "网站程序有两个部分都叫“{name}”",
        "请在 plugins/features.py 的名单里去掉一个，或改名。",
        {"name": "feeds"},
    ),
    "PL20": Message(
        E,
        "网站写不进“{output}”：{detail}",
        "原来的网站没有动。请腾出磁盘空间，或检查这个文件夹可不可以写入，再运行一次。",
        {"output": "output", "detail": "磁盘满了"},
    ),
    "PL21": Message(
        W,
        "网站已经生成，但是缓存存不进“{cache}”：{detail}",
        "不影响网站，只是下次生成要多花时间。请腾出磁盘空间，或检查这个文件夹可不可以写入。",
        {"cache": ".cache", "detail": "磁盘满了"},
    ),
}
