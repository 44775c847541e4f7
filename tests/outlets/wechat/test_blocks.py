"""Whatever tree of elements a body is: its letters are left in their order, in nothing but what the editor keeps."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from plugins.outlets.wechat import structure
from plugins.outlets.wechat.blocks import Blocks
from plugins.outlets.wechat.markup import Node, element, parse, written
from plugins.outlets.wechat.styling import styled
from plugins.outlets.wechat.words import References, Words

from .editor import pasted

LETTERS = some.text("甲乙丙丁ab1<&\"'*“”， \n", min_size=1, max_size=6)
LINE = some.recursive(
    LETTERS,
    lambda inner: some.builds(
        lambda tag, children: Node(tag, {}, children),
        some.sampled_from(
            ("strong", "em", "b", "i", "s", "u", "sub", "sup", "code", "mark", "small", "q", "a", "ruby", "rt", "time")
        ),
        some.lists(inner, max_size=3),
    ),
    max_leaves=6,
)


def _holding(tag: str, part: str, inside: some.SearchStrategy) -> some.SearchStrategy:
    """An element of parts, such as a list of items; text may stand between them, as nobody forbids it."""
    parts = some.builds(lambda children: Node(part, {}, children), inside)
    return some.builds(lambda children: Node(tag, {}, children), some.lists(parts | LETTERS, max_size=3))


def _around(inner: some.SearchStrategy) -> some.SearchStrategy:
    inside = some.lists(inner | LINE, max_size=3)
    rows = some.lists(some.builds(lambda children: Node("td", {}, children), inside), max_size=3)
    row = some.builds(lambda cells: Node("tr", {}, [*cells]), rows)
    return some.one_of(
        some.builds(lambda tag, children: Node(tag, {}, children), some.sampled_from(["div", "blockquote"]), inside),
        some.builds(lambda children: Node("div", {"class": "editors-note"}, children), inside),
        _holding("ul", "li", inside),
        _holding("ol", "li", inside),
        _holding("dl", "dd", inside),
        some.builds(lambda rows: Node("table", {}, [*rows]), some.lists(row, max_size=2)),
    )


PARAGRAPH = some.builds(
    lambda tag, children: Node(tag, {}, children), some.sampled_from(["p", "h2", "dt"]), some.lists(LINE, max_size=4)
)
BLOCK = some.recursive(PARAGRAPH | some.builds(lambda text: Node("pre", {}, [text]), LETTERS), _around, max_leaves=6)


@given(some.lists(BLOCK, max_size=4))
def test_the_letters_of_any_tree_are_left_in_their_order(children):
    words = Words(References(), lambda number, link: [*link])
    blocks = Blocks(words, lambda numbers: [], lambda number, link: [])
    article = styled(element("section", "", *blocks.of([*children])))
    left = iter(pasted(written(article)))
    text = Node("", {}, [*children]).text
    assert [letter for letter in text if letter.strip() and letter not in left] == []
    assert not [each for each in structure.violations(article) if each != "层数太多"]


@given(some.lists(BLOCK | LINE, max_size=4))
def test_what_was_written_is_read_again(children):
    html = written(Node("", {}, [*children]))
    assert written(parse(html)) == html
