"""Findings on the words of a story: punctuation, dates, names and wording. No one of them corrects what a person must decide."""

from .message import Message, W

MESSAGES: dict[str, Message] = {
    # Exceptions in the head of a story.
    "PF90": Message(
        W,
        "校对例外里写的规则“{code}”不存在，这一条没有起作用",
        "{hint}请照检查结果里的编号写，例如 PF10；不再需要的，请删去这一条。",
        {"code": "PF19", "hint": "是不是“PF10”？"},
    ),
    "PF91": Message(
        W,
        "这一条校对例外没有写{missing}，没有起作用",
        "请补上，例如“规则: PF10”“理由: 引文原样如此”。",
        {"missing": "理由"},
    ),
    "PF92": Message(
        W,
        "{code} 指出的是必须改正的错误，不能写成校对例外，这一条没有起作用",
        "请改正稿件里的错误，并删去这一条。",
        {"code": "PF50"},
    ),
    "PF93": Message(
        W,
        "这一条校对例外已经用不着：在{words}里，{code} 没有要指出的地方",
        "运行 check --fix 自动删去；如果文字改动过，也可以把“文字”改成现在的写法。",
        {"words": "“一二三”", "code": "PF10"},
    ),
}
