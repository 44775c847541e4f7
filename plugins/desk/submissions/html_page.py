"""Takes a page apart: the story, the lines about it that stand elsewhere (headline, source, makers, day), and all other words.

Which element holds the story is left to `html_story`, what is in it to `html_blocks`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from plugins.newsroom.submission.tree import Look, Paragraph, Run
from plugins.newsroom.text.dates import SHANGHAI

from .html_story import story_in
from .html_tree import Node

TITLE = "标题"  # the style by which the grammar knows a headline
_FEW_LINKS = 3  # a page with fewer of them outside its story is nothing but the story
_LABELS = r"(?:信息|文章|稿件)?(?:来\s?源|作\s?者|记\s?者|通讯员|供\s?稿|撰\s?稿|摄\s?影|责\s?编|责任编辑|编\s?辑|校\s?对|审\s?核)"
_LABELLED = re.compile(
    rf"{_LABELS}\s?[:：丨|]\s?[^\s|丨:：【\[]{{1,30}}?(?=[\s|丨【\[]|$|时间|日期|来源|作者|浏览|点击|字号)"
)
_DATED = re.compile(r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?(?:\s+\d{1,2}:\d\d(?::\d\d)?)?")
_SHORTEST_HEADLINE = 6
_LONGEST_LINE = 80  # letters of a line about the story
_MADE_BY_WORD = re.compile(
    r"""<meta\s+name=["']?(?:generator|progid|originator)["']?\s+content=["']?(?:Microsoft (?:Word|Excel)|Word\.|Excel\.|WPS|Kingsoft)""",
    re.IGNORECASE,
)
_PASTED_FROM_WORD = re.compile(r"""class=["']?MsoNormal""", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S{1,500}) -->")
_SECONDS = re.compile(r"""\bct\s?=\s?["'](\d{10})["']""")  # WeChat: when the article was published
_SITE_NAME = re.compile(r"\s*[_|｜]|\s+[-—–]+\s+|[-—–]+(?=[^-—–]{0,12}[网报站台]$)")


@dataclass(frozen=True, slots=True)
class Chosen:
    """story: the element with the story; above, below: lines about it that stood outside; around: other texts
    outside; origin: the address that the page had."""

    story: Node
    above: tuple[Paragraph, ...] = ()
    below: tuple[Paragraph, ...] = ()
    around: tuple[str, ...] = ()
    origin: str = ""
    title: str = ""
    author: str = ""
    is_word: bool = False


def choose(root: Node, html: str) -> Chosen:
    """The story of the page. html: its source, for what stands in comments and scripts."""
    is_made_by_word = bool(_MADE_BY_WORD.search(html))
    is_word = is_made_by_word or bool(_PASTED_FROM_WORD.search(html))
    title = _title(root)
    wechat = _by_id(root, "js_content")
    story = wechat or story_in(root)
    outside = list(_outside(root, story))
    is_set_apart = wechat is not None or story.tag == "article"
    if is_made_by_word or (not is_set_apart and _links(outside) < _FEW_LINKS):
        return Chosen(root, title=title, author=_meta(root, "author"), is_word=is_word)
    headline = _headline(root, story)
    above, below, around = _sorted_out(outside, headline, is_wechat=bool(wechat))
    return Chosen(
        story,
        (*_as_heading(headline, story), *map(_line, [*_wechat_lines(root, html), *above])),
        tuple(map(_line, below)),
        (*around, *_pictures_outside(root, story)),
        _origin(root, html),
        title,
        _meta(root, "author"),
        is_word,
    )


def _by_id(root: Node, name: str) -> Node | None:
    return next((node for node in root.all() if node.get("id") == name), None)


# -- What stands outside --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Piece:
    """A text outside the story. is_after: whether it stands behind the story."""

    node: Node
    is_after: bool


_LINES = "h1 h2 h3 h4 h5 h6 p li dd dt td th figcaption title em span a button"


def _outside(root: Node, story: Node) -> Iterator[_Piece]:
    """The smallest elements outside the story that have text of their own."""
    if root is story:
        return
    is_after, above = False, _path(root, story)
    waiting: list[Node] = [root]
    while waiting:
        node = waiting.pop()
        if node is story:
            is_after = True
        elif id(node) in above or not _is_line(node):
            waiting += reversed(list(node.elements))
            own = Node(node.tag, {}, [child for child in node.children if isinstance(child, str)])
            if own.text:
                yield _Piece(own, is_after)
        elif node.text:
            yield _Piece(node, is_after)


def _pictures_outside(root: Node, story: Node) -> list[str]:
    """The pictures outside the story, by their addresses."""
    inside = {id(node) for node in story.all()}
    pictures = (node for node in root.all() if node.tag == "img" and id(node) not in inside)
    addresses = (node.get("data-src") or node.get("src") for node in pictures)
    return [f"图片 {address}" for address in dict.fromkeys(addresses) if address and not address.startswith("data:")]


def _is_line(node: Node) -> bool:
    return node.tag in _LINES.split() or not any(True for _ in node.elements)


def _path(root: Node, story: Node) -> set[int]:
    """The elements that the story stands in."""
    if root is story:
        return {id(root)}
    path = next((path for child in root.elements if (path := _path(child, story))), set())
    return path | {id(root)} if path else path


def _links(pieces: Iterable[_Piece]) -> int:
    return sum(any(each.tag == "a" for each in piece.node.all()) for piece in pieces)


def _sorted_out(
    pieces: Iterable[_Piece], headline: Node | None, *, is_wechat: bool
) -> tuple[list[str], list[str], tuple[str, ...]]:
    """Lines about the story above it and below it, and all other texts."""
    above: list[str] = []
    below: list[str] = []
    around: list[str] = []
    for piece in pieces:
        text = piece.node.text
        if piece.node is headline or piece.node.tag == "title":
            continue
        about, rest = ([], text) if is_wechat or len(text) > _LONGEST_LINE else _about(text, piece.is_after)
        (below if piece.is_after else above).extend(about)
        around += filter(str.strip, [rest])
    return list(dict.fromkeys(above)), list(dict.fromkeys(below)), tuple(around)


def _about(text: str, is_after: bool) -> tuple[list[str], str]:
    """What a line says about the story: its source, its makers and, above it, its day; and the other words of the line."""
    day = None if is_after else _DATED.search(text)
    found = [*_LABELLED.finditer(text), *([day] if day else [])]
    rest = text
    for match in found:
        rest = rest.replace(match[0], " ", 1)
    lines = [f"日期：{match[0]}" if match is day else match[0] for match in found]
    return lines, rest


# -- Headline, author, day ------------------------------------------------------------------------------------------


def _headline(root: Node, story: Node) -> Node | None:
    """The headline that stands outside the story, None when it has one inside or there is none.

    It is what the page's title begins with; else the one first-rank heading.
    """
    titles = ["".join(title.split()) for title in _titles(root)]
    lines = [node for node in root.all() if _is_line(node) and node.tag != "title"]
    named = [node for node in lines if _begins(titles, "".join(node.text.split()))]
    headings = [node for node in lines if node.tag == "h1" and node.text]
    best = max(named, key=lambda node: len(node.text), default=None)
    best = _by_id(root, "activity-name") or best or (headings[0] if len(headings) == 1 else None)
    if best:
        return None if any(node is best for node in story.all()) else best
    written = _meta(root, "og:title")
    return Node("h1", {}, [written]) if written else None


def _begins(titles: Iterable[str], text: str) -> bool:
    return len(text) >= _SHORTEST_HEADLINE and any(title.startswith(text) for title in titles)


def _titles(root: Node) -> tuple[str, str]:
    """What the page says of its title: to those who share it, and in the browser's frame."""
    return _meta(root, "og:title"), next((node.text for node in root.all() if node.tag == "title"), "")


def _as_heading(headline: Node | None, story: Node) -> tuple[Paragraph, ...]:
    text = headline.text if headline else ""
    return (
        (Paragraph((Run(text),), Look(is_bold=True, alignment="center", style=TITLE), 1, place="网页标题"),)
        if text
        else ()
    )


def _title(root: Node) -> str:
    shared, framed = _titles(root)
    return shared or _SITE_NAME.split(framed)[0]


def _meta(root: Node, name: str) -> str:
    """What the page says of itself under a name."""
    return next(
        (node.get("content").strip() for node in root.all() if name in (node.get("property"), node.get("name"))), ""
    )


def _line(text: str) -> Paragraph:
    return Paragraph((Run(text),), place="网页的其他地方")


def _wechat_lines(root: Node, html: str) -> Iterator[str]:
    """The author, the account and the day of a WeChat article, labelled as in a newspaper's form."""
    if not _by_id(root, "js_content"):
        return
    name, day = _by_id(root, "js_name"), _by_id(root, "publish_time")
    author = _by_id(root, "js_author_name")
    if written := (author.text if author else "") or _meta(root, "author"):
        yield f"作者：{written}"
    if name and name.text:
        yield f"来源：{name.text}"
    seconds = _SECONDS.search(html)
    if day and _DATED.search(day.text):
        yield f"日期：{day.text}"
    elif seconds:
        yield f"日期：{datetime.fromtimestamp(int(seconds[1]), SHANGHAI):%Y-%m-%d %H:%M}"


def _origin(root: Node, html: str) -> str:
    saved = _SAVED_FROM.search(html)
    return _meta(root, "og:url") or (saved[1] if saved else "")
