"""What the tests about bodies share: a body read, its HTML with slots filled, and a strict look at that HTML."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import html5lib
from hypothesis import strategies as st

from plugins.newsroom.body.document import AttachmentSlot, Document, PhotoSlot
from plugins.newsroom.body.markup import to_document
from plugins.newsroom.findings.problems import Place, Problem

FOLDER = "2017/08/16-shangdu"
CLASSES = {
    *("align-left", "align-center", "align-right", "editors-note"),
    *("footnote", "footnote-ref", "footnote-backref", "table-wrap", "photo"),
}
FRAGMENTS = (
    *(
        "管城",
        "商都",
        "“",
        "”",
        "——",
        "……",
        "，",
        "。",
        "abc",
        "Word",
        "2017",
        " ",
        "  ",
        "\n",
        "\n\n",
        "　　",
        "\t",
        "\u3000",
    ),
    *(
        "*",
        "**",
        "_",
        "`",
        "```\n",
        "~~~",
        "\\",
        "[",
        "]",
        "(",
        ")",
        "](",
        "![",
        "<",
        ">",
        "&",
        "#",
        "## ",
        "- ",
        "1. ",
        "> ",
    ),
    *(
        "| a | b |\n|---|:-:|\n| 1 | 2 |",
        "|",
        "[^1]",
        "[^1]: ",
        ": ",
        "{",
        "}",
        "{#a}",
        "{: .x onclick=a}",
        "---",
        "===",
        "    ",
    ),
    *(
        "<b>",
        "</b>",
        "<div>",
        "</div>",
        "<p>",
        "</p>",
        "<script>",
        "</script>",
        "<a href='javascript:x'>",
        "</a>",
        "<table>",
    ),
    *(
        "<td>",
        "<svg onload=x>",
        "<!--",
        "-->",
        "<![CDATA[",
        "<?x",
        "<img src=x>",
        "<li>",
        "<br>",
        "&nbsp;",
        "&#x73;",
        "&#2;",
    ),
    *(
        '![图](01.jpg "张三 摄")',
        "[甲](../x/index.md#y)",
        "[乙](#管城)",
        "[丙](https://a.cn)",
        "[丁]: ../a.md",
        "[戊](a.pdf)",
        '[己](b.mp4 "张三 摄像")',
        "[丁]",
        '"',
        "'",
    ),
    *(
        "\x00",
        "\x02",
        "\x03",
        "\ufdd0",
        "\ufdda",
        "\ufdef",
        "\ufde0",
        "\u200b",
        "\u2028",
        "\x0b",
        "&#xfdd0;",
        "&#xfde1;",
    ),
    *(
        "\x02wzxhzdk:0\x03",
        "\x02klzzwxh:0000\x03",
        "title='\">'",
        "<h2 id=管城>",
        "</select>",
        "<textarea>",
        "<plaintext>",
    ),
)
junk = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=4), max_size=30).map("".join)


def read(
    body: str, folder: str = FOLDER, way: Callable[..., tuple[Document, tuple[Problem, ...]]] = to_document
) -> tuple[Document, tuple[Problem, ...]]:
    lines = body.split("\n")

    def place_at(line: int, column: int, length: int = 1) -> Place:
        return Place("content/x.md", line, column, length, lines[line - 1] if line <= len(lines) else "")

    return way(body, place_at, folder)


def html_of(document: Document) -> str:
    """The body as a page would print it, with a stand-in for every slot."""
    pieces = []
    for part in document.parts:
        if isinstance(part, str):
            pieces.append(part)
        elif isinstance(part, PhotoSlot):
            pieces.append(f'<figure class="photo">{",".join(map(str, part.photos))}</figure>')
        elif isinstance(part, AttachmentSlot):
            pieces.append(f'<a href="/files/{part.attachment}/">{part.words}</a>')
        else:
            pieces.append(f"/story/{part.link}/")
    return "".join(pieces)


def html(body: str) -> str:
    return html_of(read(body)[0])


def codes(body: str) -> list[str]:
    return [problem.code for problem in read(body)[1]]


def marked(problem: Problem) -> str:
    """The characters under the caret."""
    start = problem.place.column - 1
    return problem.place.text[start : start + problem.place.length]


def check(page: str) -> None:
    """Valid for a strict parser, and nothing in it that could do anything or stand twice."""
    document = html5lib.HTMLParser(strict=True).parseFragment(page)
    identifiers = []
    for element in document.iter():
        name = str(element.tag).rpartition("}")[2]
        assert name not in {"script", "style", "iframe", "svg", "img", "form", "object", "h1"}, page
        for attribute, value in element.items():
            assert not attribute.startswith("on"), page
            assert attribute != "style", page
            if attribute == "class":
                assert set(value.split()) <= CLASSES, page
            if attribute == "href":
                assert urlsplit(value).scheme in {"http", "https", "mailto", "tel", ""}, page
                assert value.startswith(("#", "/story/", "/files/", "http:", "https:", "mailto:", "tel:")), page
            if attribute == "id":
                identifiers.append(value)
    assert len(identifiers) == len(set(identifiers)), page
