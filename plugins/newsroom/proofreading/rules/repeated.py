"""Characters and words that stand twice in a row: 建建设, 进行进行."""

from __future__ import annotations

from collections.abc import Iterator

from ...text.patterns import Pattern
from ..copy import Copy
from ..repeated_characters import may_repeat
from ..rule import Rule, Slip, Source

_HAN = "[一-龥]"
_TWICE = Pattern(rf"({_HAN})\1")
_WORD_TWICE = Pattern(rf"({_HAN}{{2,8}})\1")
_SURNAMES = frozenset(
    "李王张刘陈杨赵黄周吴徐孙胡朱郭罗梁宋郑谢韩唐冯董萧曹袁邓许沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏汪姜范姚谭廖邹熊陆郝孔崔邱秦"
    "史顾侯邵孟钱汤尹黎贺赖龚"
)
_PAIRED = Pattern(rf"({_HAN})\1({_HAN})\2")  # 高高兴兴
_COUNTED = Pattern(
    r"[一二三四五六七八九十百千万几两半每很太越成整]|好[久多远大长]|.一|.得|.{1,2}[着著啊吧呀了也啦咯哟得不]\Z|(.)\1"
)
_VIVID = Pattern(
    "雪白|通红|漆黑|碧绿|笔直|冰凉|滚烫|非常|如何|怎样|多少|什么|永远|加油|恭喜|谢谢|欢迎|咣当|扑通|咕咚|哗啦|叮当|滴答|噼啪|轰隆|规定"
)
_SPOKEN = Pattern(
    "研究|讨论|学习|商量|考虑|休息|锻炼|打听|收拾|活动|琢磨|体验|感受|欣赏|热闹|高兴|暖和|凉快|轻松|放松|反省|合计|意思|参谋|教育|介绍|交流|"
    "纠正|比试|参观|庆祝|了解|认识|表示|打扫|整理|准备|帮助|照顾|体会|检查"
)
_SPOKEN_END = Pattern(r"[吧了嘛呢再就这那一]|\W")
_BEHIND = Pattern("[地部局厅委院会域币]|中国家")  # 大口大口地; 支持教育教育部, 发展发展中国家


def _signs(copy: Copy) -> Iterator[Slip]:
    for match in _TWICE.finditer(copy.text):
        if not _is_right(match.start(), copy):
            yield Slip(match.start(), match.end(), {"written": match.group(), "right": match[1]})


def _is_right(start: int, copy: Copy) -> bool:
    """Whether a character that stands twice from `start` on does so for a reason that its neighbours show."""
    text = copy.text
    before, behind = text[max(0, start - 1) : start], text[start + 2 : start + 3]
    return (
        before in ("一", text[start])
        or behind in ("长", text[start])
        or before in _SURNAMES
        or "·" in text[max(0, start - 6) : start + 8]
        or _PAIRED.match(text, start) is not None
        or _PAIRED.match(text, max(0, start - 2)) is not None
        or may_repeat(before, text[start], behind)
        or any(text[start : start + 2] in name for name in copy.names)
    )


def _words(copy: Copy) -> Iterator[Slip]:
    for match in _WORD_TWICE.finditer(copy.text):
        word = match[1]
        if not (_may_repeat(word) or _ends_well(word, copy.text, match.end())):
            yield Slip(match.start(), match.end(), {"written": match.group(), "right": word})


def _may_repeat(word: str) -> bool:
    return bool(_COUNTED.match(word) or _VIVID.fullmatch(word))


def _ends_well(word: str, text: str, end: int) -> bool:
    """Whether what follows shows that the word is repeated for good reason, or belongs to another word the second time."""
    return bool(_BEHIND.match(text, end) or (_SPOKEN.fullmatch(word) and _SPOKEN_END.match(text, end)))


WORDS = Rule(
    code="PF57",
    find=_words,
    wrong="全区进行进行动员。",
    right="全区进行动员。",
    silent=(
        "一步一步推进",
        "很久很久以前",
        "要研究研究。",
        "学习学习再说",
        "大口大口地喝",
        "高高兴兴",
        "聊着聊着",
        "支持发展发展中国家",
    ),
    source=Source("《现代汉语词典》；词语重叠的通例", "2016-09-01"),
)
SIGNS = Rule(
    code="PF58",
    find=_signs,
    wrong="加快建建设步伐。",
    right="加快建设步伐。",
    silent=(
        "天天向上",
        "中国国家大剧院",
        "郑州市市长",
        "人民民主",
        "一座座军营",
        "的的确确",
        "为了了解情况",
        "除了了解",
    ),
    source=Source("《现代汉语词典》；叠字的通例", "2016-09-01"),
)
RULES = (WORDS, SIGNS)
