"""Second step: what is on the paper but not part of the story is left out and listed: page codes, running heads, calls to follow.

Lines of the desk (责编 王五) go into the head.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from .. import byline
from ..byline import Contributor
from ..byline.words import DESK_ROLES
from ..findings.problems import Place
from . import cuts
from .cuts import BLANKS, words_of
from .draft import Draft

_PAGE_CODE = re.compile(
    r"[—–\-·•－~～ ]+\d{1,4}[—–\-·•－~～ ]+|第 *[\d一二三四五六七八九十百]{1,5} *页(?:[ 　/,，（(]*共 *[\d一二三四五六七八九十百]{1,5} *页[)）]?)?"
    r"|\d{1,3} */ *\d{1,3}(?: *页)?|[Pp]age *\d{1,3}(?: *(?:of|/) *\d{1,3})?|[pP]\.? ?\d{1,3}",
)
_NUMBER = re.compile(r"\d{1,3}")
# Lines that stand alone, by the code that says why they are left out.
_LINES = tuple(
    (code, re.compile("|".join(lines)))
    for code, lines in (
        ("SB61", (
            r"[（(【\[]?(?:全文)?完[)）】\]]?|[-—– ]*(?:END|End|THE END)[-—– ]*|[=*＊_—…·.\-－#＃~～]{3,}|[▼▽↓⬇]{1,5}",
            r"[（(](?:待续|转载请注明.{0,20})[)）]|(?:正文|内容)[：:]",
        )),
        ("SB62", (
            r".{0,12}点击?.{0,4}(?:上方|下方|蓝字|右上角|标题下).{0,24}",
            r".{0,10}(?:长按|识别|扫描|扫一扫|扫码).{0,14}(?:二维码|关注|公众号|识别|下载).{0,20}",
            r".{0,8}关注(?:我们|.{0,10}(?:公众号|微信|视频号)).{0,12}|(?:点击)?[“\"]?阅读原文[”\"]?.{0,12}",
            r".{0,6}(?:分享|点赞|在看|收藏|转发).{0,3}(?:点赞|在看|收藏|转发|朋友圈).{0,12}",
            r".{0,4}(?:二维码|微信号|公众号)[：: ].{0,24}|往期(?:回顾|推荐|精彩).{0,8}|(?:推荐|延伸)阅读[:：]?",
            r"【?纠错】?|阅读下一篇[：:]?|分享(?:到|至)[：:]?.{0,20}|(?:【?(?:打印|关闭|字号|收藏)】?\s*){1,4}|[上下]一篇[：:].{0,40}",
            r"(?:阅读|浏览|点击)(?:次数|量|数)?[：: ]{0,2}\d[\d万+.]{0,7} ?次?|(?:字号|字体)[：:].{0,12}|喜欢此内容的人还喜欢",
            r".{0,3}(?:商务|广告)合作.{0,30}",
        )),
        ("SB63", (r"(?:原标题|原题|原文标题)\s*[：:丨｜|]\s*.+",)),
        ("SB64", (
            r"(?:(?:文章|稿件|信息|内容|资料|素材|本文)?(?:来源|稿源|出处)于?|转载自|转自|综合自)\s*[：:丨｜|/]\s*.{1,60}",
        )),
        ("SB65", (
            r"[（(]?(?:此稿|本稿|该稿|以上|妥否|请).{0,10}(?:请|审阅|审核|审定|批示|指正|斧正).{0,10}[)）]?",
            r"(?:联系人|联系方式|联系电话|作者电话|手机号?|投稿邮箱|邮箱|供稿单位|供稿人|报送单位?|报送人|送审单位|单位|(?:全文)?字数)\s*[：:].{1,60}",
            r"[（(]?(?:全文|共|约|正文)?(?:约|共)?\s*\d{2,5}\s*[字词][)）]?",
            r"附件?\s*[：:]?\s*(?:照片|图片)\s*[\d一二两三四五六七八九十]{1,3}\s*[张幅].{0,6}",
        )),
        ("SB66", (
            r"[【\[（(《]?(?:新闻(?:通)?稿|通稿|送审稿|初稿|定稿|修改稿|征求意见稿|发文稿纸|新闻线索|投稿|来稿|特稿|终稿|(?:投稿|来稿|稿件|信息)(?:登记|审批|送审|报送)(?:表|单|卡))(?:[\d一二三四五六]{1,2})?[】\]）)》]?",
        )),
    )
)  # fmt: skip
_TAIL = re.compile(r"(?:[（(【\[](?:全文)?完[)）】\]]|[-—–]{1,2} ?END ?[-—–]{1,2}|【纠错】.*)$")
_EDGE = 8  # paragraphs at the top and the end, where reporters write to the desk
_ONLY_AT_EDGES = frozenset({"SB65", "SB66"})
_LONGEST_HEAD = 30
_OFTEN = 3
_DESK_KEYS = {"editor": "责编", "proofreader": "校对", "reviewer": "审核"}
_DESK = DESK_ROLES - {"source"}
_LONGEST_DESK = 80
_IN_BRACKETS = re.compile(r"^[（(【\[](?P<words>[^（()）\[\]【】]*)[)）】\]]$")


_SOURCE = re.compile(r"(?:(?:文章|稿件|信息)?来源|稿源|转载自|转自)\s*[：:丨｜|]\s*(?P<outlet>[^\s。，；：:]{2,20})")
_ADDRESS = re.compile(r"原文(?:链接|地址|网址)?\s*[：:]\s*(?P<address>https?://[^\s<>\"]{4,300})")


def clear(draft: Draft) -> None:
    _lift_origin(draft)
    _lift_desk(draft)
    _drop_lines(draft)
    _drop_running_heads(draft)


def _lift_origin(draft: Draft) -> None:
    """The outlet of a reprint and the address of its original, where lines of their own name both."""
    lines = draft.paragraphs()
    sources = [(at, found) for at, line in lines if (found := _SOURCE.fullmatch(words_of(line).strip("（()）")))]
    originals = [(at, found) for at, line in lines if (found := _ADDRESS.fullmatch(words_of(line)))]
    if sources and originals:
        draft.head["来源"], draft.head["原文"] = sources[0][1]["outlet"], originals[0][1]["address"]
        for at, _ in (sources[0], originals[0]):
            draft.drop(at, "SB80")


# -- Lines that stand alone -----------------------------------------------------------------------------------------


def _drop_lines(draft: Draft) -> None:
    paragraphs = draft.paragraphs()
    edge = {at for at, _ in (*paragraphs[:_EDGE], *paragraphs[-_EDGE:])}
    numbers = _page_numbers([words_of(paragraph) for _, paragraph in paragraphs])
    for count, (at, paragraph) in enumerate(paragraphs):
        text = words_of(paragraph)
        code = "SB60" if count in numbers or _PAGE_CODE.fullmatch(text) else _reason(text, at in edge)
        if code == "SB60":
            draft.page_ends.add(at)
        if code:
            draft.drop(at, code)
        elif tail := _TAIL.search(paragraph.text.rstrip(BLANKS)):
            draft.leave_out(tail.group(), "SB61", paragraph.place)
            draft.parts[at] = cuts.without(paragraph, tail.start(), len(paragraph.text))


def _reason(text: str, is_at_edge: bool) -> str:
    return next(
        (code for code, lines in _LINES if (is_at_edge or code not in _ONLY_AT_EDGES) and lines.fullmatch(text)), ""
    )


def _page_numbers(texts: list[str]) -> frozenset[int]:
    """Positions of bare numbers that count up from paragraph to paragraph, as the pages of a scan do."""
    found = [(at, int(text)) for at, text in enumerate(texts) if _NUMBER.fullmatch(text)]
    is_counting = len(found) > 1 and all(
        right[1] == left[1] + 1 and right[0] - left[0] > 1 for left, right in pairwise(found)
    )
    return frozenset(at for at, _ in found) if is_counting else frozenset()


def _drop_running_heads(draft: Draft) -> None:
    """Short lines that come again on every page. The first of them stays where it may be the headline."""
    paragraphs = draft.paragraphs()
    texts = Counter(words_of(paragraph) for _, paragraph in paragraphs)
    largest = max((paragraph.look.size for _, paragraph in paragraphs[:_EDGE]), default=0)
    for count, (at, paragraph) in enumerate(paragraphs):
        text = words_of(paragraph)
        is_short = len(text) <= _LONGEST_HEAD and not text.endswith(("。", "！", "？", "：", "；"))
        may_be_headline = count == 0 and paragraph.look.size >= largest
        if is_short and texts[text] >= _OFTEN and not paragraph.item and not may_be_headline:
            draft.page_ends.add(at)
            draft.drop(at, "SB67")


# -- The desk -------------------------------------------------------------------------------------------------------


def _lift_desk(draft: Draft) -> None:
    for at, paragraph in draft.paragraphs():
        text = paragraph.text
        start = desk_part(text)
        if start is None:
            continue
        has_others = False
        for person in _people(text[start:]):
            key = _DESK_KEYS.get(person.role)
            has_others |= key is None
            if key:
                draft.head[key] = [*dict.fromkeys([*draft.head.get(key, []), person.name])]
        draft.leave_out(text[start:], "SB69" if has_others else "SB68", paragraph.place)
        draft.parts[at] = cuts.without(paragraph, start, len(text))


def desk_part(text: str) -> int | None:
    """Where the names of the desk begin in a line of names, None when it has none or may be anything else: 0 in 责编 王五, 6
    in 记者 张三 编辑 王五."""
    if not 0 < len(text.strip(BLANKS)) <= _LONGEST_DESK:
        return None
    people = [] if text.rstrip(BLANKS).endswith(("：", ":")) else _people(text)  # 编辑同志：
    desk = [person for person in people if person.role in _DESK]
    if not desk or people[-len(desk) :] != desk or not all(person.title for person in people):
        return None
    return 0 if len(desk) == len(people) else text.rfind(desk[0].title, 0, desk[0].start)


def _people(text: str) -> list[Contributor]:
    """The people in a line that is understood without a doubt, else none."""
    inside = _IN_BRACKETS.sub(lambda found: f" {found['words']} ", text)
    line, problems = byline.parse(inside, Place(""))
    return [] if problems else list(line.contributors)
