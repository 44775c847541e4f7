"""Findings on packages for WeChat: what is refused, what exceeds a limit of the platform, what must be done by hand."""

from .message import E, Message, W

MESSAGES = {
    # refusals: printed as one sentence, text and advice
    "WX01": Message(
        E,
        "《{title}》现在是“{reason}”，读者看不到，不能做成公众号文章",
        "等它在网站上发布以后再做。",
        {"title": "三项清零在前", "reason": "草稿"},
    ),
    "WX02": Message(
        E,
        "{file} 有错，不能做成公众号文章",
        "请先运行 python3 tasks.py check {file}，照提示改好。",
        {"file": "content/2017/08/18-shangdu/index.md"},
    ),
    "WX03": Message(
        E,
        "“{file}”不是一篇稿件",
        "请写稿件的文件或它的文件夹，例如 content/2017/08/18-shangdu。",
        {"file": "content/pages/about/index.md"},
    ),
    "WX04": Message(
        E,
        "要做的有 {count} 篇，公众号一次最多发 {most} 篇",
        "请写明其中哪几篇，或者分几次做。",
        {"count": 12, "most": 8},
    ),
    "WX05": Message(
        E,
        "没有要做的稿件",
        "请写明哪一篇，例如 python3 tasks.py wechat content/2017/08/18-shangdu；或者用 --since 写从哪一天起。",
    ),
    "WX06": Message(
        E,
        "“{folder}”里有不是这个任务做的东西，没有动它",
        "请把它移走，或者用 --output 换一个文件夹。",
        {"folder": "dist/wechat/shangdu"},
    ),
    "WX07": Message(E, "看不懂日期“{written}”", "请照这样写：--since 2017-08-16。", {"written": "昨天"}),
    # limits of the platform
    "WX20": Message(
        W,
        "标题有 {count} 个字，公众号的草稿接口只收 {most} 个（在编辑器里填可以到 {editor} 个）",
        "没有替你删，请定一个短的，例如“{proposal}”。",
        {"count": 40, "most": 32, "editor": 64, "proposal": "三项清零在前"},
    ),
    "WX21": Message(
        W,
        "作者有 {count} 个字，公众号只收 {most} 个",
        "没有替你删，请定一个短的，例如“{proposal}”；文章里的署名是全的。",
        {"count": 24, "most": 16, "proposal": "张三 李四等"},
    ),
    "WX22": Message(
        W,
        "摘要有 {count} 个字，公众号的编辑器只收 {most} 个",
        "没有替你删，请定一个短的，例如“{proposal}”。",
        {"count": 150, "most": 120, "proposal": "三项清零从本周开始。"},
    ),
    "WX23": Message(
        W,
        "还不知道网站的正式网址，“阅读原文”空着，文中通往本站的链接也没有列出",
        "请用 --site-url 写上，或者设好环境变量 PUBLISH_SITE_URL，再做一次。",
    ),
    "WX24": Message(
        W,
        "照片 {file} 缩到最小仍超过 1 MB，公众号不收，文章里没有它",
        "请换一张不这么长的，或者裁短。",
        {"file": "01.jpg"},
    ),
    "WX26": Message(
        W,
        "文章的代码有 {count} 个字符，公众号的草稿接口只收不到 {most} 个",
        "请用 copy.html 复制、粘贴；或者分成两篇。",
        {"count": 23000, "most": 20000},
    ),
    "WX27": Message(
        W,
        "文章里有公众号不收的写法：{what}",
        "这不是稿件的错，请把这一行发给维护网站的工程师。",
        {"what": "position: fixed"},
    ),
    "WX28": Message(
        W,
        "这几个字在手机上看不清：“{words}”",
        "这不是稿件的错，请把这一行发给维护网站的工程师。",
        {"words": "记者 张三"},
    ),
    # what is left to the editor
    "WX29": Message(
        W, "文中有 AI 生成的图片，图下已经标明", "发布时请在公众号后台的“创作来源”里也声明内容由 AI 生成。"
    ),
    "WX30": Message(
        W,
        "{file} 带不进文章，文中只有它的封面图和说明",
        "要在公众号里播放，请在后台上传，再插到说明的上面。",
        {"file": "qingyun.mp4"},
    ),
}
