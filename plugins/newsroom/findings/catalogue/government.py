"""Findings on what a government website must say."""

from .message import E, Message, W

MESSAGES = {
    "GV01": Message(
        W,
        "还不知道本站的{fields}，网页上先不出现",
        "请向门户网站的管理单位要到以后填上，不要编造；缺着可以生成，不能正式发布。",
        {"fields": "网站标识码、ICP备案号"},
    ),
    "GV02": Message(
        E,
        "缺少{fields}，不能正式发布",
        "政府网页必须标明这些内容，请向门户网站的管理单位要到以后填上，不要编造。",
        {"fields": "网站标识码、ICP备案号"},
    ),
}
