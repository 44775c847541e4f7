"""Every printed character of a body knows where it stands in the file, and can be put right there alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape, unescape

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from plugins.desk import repair
from plugins.newsroom.body import placed, plain
from plugins.newsroom.body.document import Document
from plugins.newsroom.body.markup import read_in_full, to_document
from plugins.newsroom.findings.catalogue import problem
from plugins.newsroom.text.placed import NOWHERE, Block, Kind, Mark, PlacedText, Wish
from plugins.newsroom.text.source import Source, decode
from tests.newsroom.bodies import FOLDER, html_of, junk
from tests.newsroom.body.test_coverage import BLOCKS, shown

HEAD = "---\n标题: 甲\n---\n"
EVERY_KIND = """# 商都

　　第一段，“管城”的 Word
word 与**粗**、[链接](https://a.cn/x，y)和`码`。

- 项一
- 项二：*斜*

1. 甲项

| 头 | 二 |
|---|---|
| 格 | 3\\*4 |

> 引文&mdash;&mdash;甲[^a]

![说明，一](1.jpg "张三 摄")

```
码 = 1
```

<div>生 <b>html</b>
两行</div>

[^a]: 注文。
"""


def put(body: str) -> tuple[PlacedText, Document]:
    source = Source("content/x.md", HEAD + body)
    document, _ = to_document(body, source.place_at, FOLDER)
    return placed.placed_text(document, source, len(HEAD), FOLDER), document


def is_as_written(sign: str, text: str, at: int) -> bool:
    entity = re.compile(r"&#?\w+;").match(text, at)
    return text[at] == sign or bool(entity and unescape(entity.group()) == sign)


def check_places(text: PlacedText, document: Document) -> None:
    for block in text.blocks:
        assert len(block.offsets) == len(block.text)
        for sign, at in zip(block.text, block.offsets, strict=True):
            assert at == NOWHERE or is_as_written(sign, text.source.text, at)
        for span in block.spans:
            assert 0 <= span.start < span.end <= len(block.text)
    assert letters("".join(block.text for block in text.blocks)) == shown(page(document))


def page(document: Document) -> str:
    """What a reader sees of a body, but for the numbers of notes and the ways back from them."""
    captions = iter(photo.caption for photo in document.photos)
    html = re.sub(
        r'(?<=<figure class="photo">)[0-9,]*', lambda slot: _captions(slot.group(), captions), html_of(document)
    )
    return re.sub(r'<sup id="fnref.*?</sup>', "", html)


def _captions(slot: str, captions: Iterator[str]) -> str:
    return " ".join(escape(next(captions)) for _ in slot.split(","))


def letters(text: str) -> str:
    return "".join(re.findall(r"[^\W_]+", text))


def block_of(text: PlacedText, words: str) -> Block:
    return next(block for block in text.blocks if words in block.text)


def test_every_kind_of_block_is_told_with_its_words():
    text, _ = put(EVERY_KIND)
    assert [(block.kind, block.text) for block in text.blocks] == [
        (Kind.HEADING, "商都"),
        (Kind.PARAGRAPH, "第一段，“管城”的 Word word 与粗、链接和码。"),
        (Kind.ITEM, "项一"),
        (Kind.ITEM, "项二：斜"),
        (Kind.ITEM, "甲项"),
        (Kind.CELL, "头"),
        (Kind.CELL, "二"),
        (Kind.CELL, "格"),
        (Kind.CELL, "3*4"),
        (Kind.QUOTATION, "引文——甲"),
        (Kind.CAPTION, "说明，一"),
        (Kind.CODE, "码 = 1"),
        (Kind.PARAGRAPH, "生 html两行"),
        (Kind.NOTE, "注文。"),
    ]
    spans = block_of(text, "链接")
    assert [(span.mark, spans.text[span.start : span.end]) for span in spans.spans] == [
        (Mark.LINK, "链接"),
        (Mark.CODE, "码"),
    ]


def test_all_that_an_editor_wrote_has_a_place_and_what_the_program_made_has_none():
    text, _ = put(EVERY_KIND)
    made = [(block.text, at) for block in text.blocks for at, offset in enumerate(block.offsets) if offset == NOWHERE]
    words = block_of(text, "Word").text
    assert made == [(words, words.index(" word"))]


@pytest.mark.parametrize(
    ("words", "sign", "replacement"),
    [
        ("第一段", "，", "。"),
        ("第一段", "“", "「"),
        ("链接", "链", "连"),
        ("3*4", "*", "×"),
        ("引文", "—", "－"),
        ("说明", "一", "二"),
        ("码 = 1", "=", "＝"),
        ("html", "h", "H"),
        ("注文", "文", "释"),
    ],
)
def test_a_character_of_every_kind_can_be_put_right(words, sign, replacement):
    text, _ = put(EVERY_KIND)
    block = block_of(text, words)
    at = block.text.index(sign)
    check_mended(text, block, at, at + 1, replacement)


def check_mended(text: PlacedText, block: Block, start: int, end: int, replacement: str) -> None:
    edit = text.edit(block, start, end, replacement)
    assert edit is not None
    data = text.source.text.encode()
    finding = problem("ST22", text.place(block, start, end), {"words": "甲"}, edits=(edit,))
    mended = repair.apply(data, text.source.file, [finding])
    before, after = text.source.text[: edit.start], text.source.text[edit.end :]
    assert mended == f"{before}{replacement}{after}".encode()
    again, _ = put(mended.decode().removeprefix(HEAD))
    number = next(number for number, other in enumerate(text.blocks) if other is block)
    wanted = [other.text for other in text.blocks]
    wanted[number] = block.text[:start] + replacement + block.text[end:]
    assert [other.text for other in again.blocks] == wanted


@pytest.mark.parametrize(
    ("words", "start", "end", "replacement"),
    [
        ("第一段", 0, 1, "## "),  # would begin a heading
        ("第一段", 0, 1, "\n\n"),  # would part the paragraph
        ("与粗、", 15, 19, "粗细"),  # stands across the signs of emphasis
        ("第一段", 14, 15, "，"),  # a blank that the program made of a line end
        ("格", 0, 1, "a|b"),  # would be two cells
        ("说明", 0, 1, "]("),  # would end the caption
    ],
)
def test_what_would_change_anything_else_is_no_edit(words, start, end, replacement):
    text, _ = put(EVERY_KIND)
    assert text.edit(block_of(text, words), start, end, replacement) is None


def test_words_that_are_an_address_cannot_be_put_right_for_their_link_would_change():
    text, _ = put("见 https://a.cn/b 页")
    block = text.blocks[0]
    assert text.edit(block, block.text.index("b"), block.text.index("b") + 1, "c") is None
    assert text.edit(block, 0, 1, "看") is not None


def test_a_heading_that_the_body_links_to_keeps_its_words():
    text, _ = put("## 商都\n\n见[上](#商都)。\n\n## 管城")
    assert text.edit(text.blocks[0], 0, 1, "伤") is None
    assert text.edit(text.blocks[2], 0, 1, "关") is not None


def test_characters_can_be_put_in_before_and_behind_others():
    text, _ = put("甲乙\n\n丙")
    check_mended(text, text.blocks[0], 1, 1, "，")
    check_mended(text, text.blocks[0], 2, 2, "。")


def test_a_place_is_that_of_the_file_with_its_line_and_column():
    text, _ = put("甲\n\n乙**丙丁**戊\n")
    block = text.blocks[1]
    place = text.place(block, 1, 3)
    assert (place.file, place.line, place.column, place.length, place.text) == ("content/x.md", 6, 4, 2, "乙**丙丁**戊")
    assert text.place(block, 0, 2).length == 4


def test_words_of_a_body_whose_photos_are_put_right_first_have_their_places_in_the_file():
    text, _ = put('前文。\n\n！[城墙]（1.jpg "张三 摄"）\n\n后文，完。\n')
    for words in ("前文。", "城墙", "后文，完。"):
        block = block_of(text, words)
        assert [text.source.text[at] for at in block.offsets] == list(words)
    check_mended(text, block_of(text, "后文"), 2, 3, "；")


def test_notes_stand_in_the_order_in_which_they_are_printed():
    text, _ = put("甲[^二]乙[^一]\n\n[^一]: 丙丙\n\n[^二]: 丁丁\n")
    assert [block.text for block in text.blocks] == ["甲乙", "丁丁", "丙丙"]
    assert all(text.source.text[block.offsets[0]] == block.text[0] for block in text.blocks)


@settings(max_examples=150, deadline=None)
@given(st.lists(BLOCKS, min_size=1, max_size=6))
def test_bodies_of_every_construct_are_placed_whole(blocks: list[tuple[str, str]]) -> None:
    text, document = put("\n\n<!-- -->\n\n".join(source for source, _ in blocks))
    check_places(text, document)
    for block in text.blocks:
        assert NOWHERE not in block.offsets


@settings(max_examples=150, deadline=None)
@given(junk)
def test_whatever_a_body_holds_each_placed_character_is_the_one_that_was_written(body: str) -> None:
    text, document = put(body)
    check_places(text, document)


@settings(max_examples=100, deadline=None)
@given(st.lists(BLOCKS, min_size=1, max_size=5) | junk, st.data())
def test_an_edit_changes_its_characters_in_print_and_nothing_else(body, data) -> None:
    written = body if isinstance(body, str) else "\n\n".join(source for source, _ in body)
    assume(decode((HEAD + written).encode("utf-8", "replace"), "content/x.md")[0].text == HEAD + written)
    text, _ = put(written)
    assume(text.blocks)
    block = data.draw(st.sampled_from(text.blocks))
    at = data.draw(st.integers(0, len(block.text) - 1))
    replacement = data.draw(st.sampled_from(("甲", "，", "。", "a", "9", " ", "*", "[", "|", "")))
    if text.edit(block, at, at + 1, replacement) is not None:
        check_mended(text, block, at, at + 1, replacement)


@settings(max_examples=100, deadline=None)
@given(st.lists(BLOCKS, min_size=1, max_size=5) | junk, st.data())
def test_edits_made_together_change_their_characters_and_nothing_else(body, data) -> None:
    written = body if isinstance(body, str) else "\n\n".join(source for source, _ in body)
    assume(decode((HEAD + written).encode("utf-8", "replace"), "content/x.md")[0].text == HEAD + written)
    text, _ = put(written)
    where = [(block, at) for block in text.blocks for at in range(len(block.text))]
    assume(where)
    chosen = data.draw(st.lists(st.integers(0, len(where) - 1), max_size=8, unique=True))
    signs = st.sampled_from(("甲", "，", "a", "9", " ", "*", "[", "|", "", "\n\n"))
    wishes = [Wish(*where[at], where[at][1] + 1, data.draw(signs)) for at in chosen]
    edits = [(wish, edit) for wish, edit in zip(wishes, text.edits(wishes), strict=True) if edit]
    made = HEAD + written
    for _, edit in sorted(edits, key=lambda pair: pair[1], reverse=True):
        made = made[: edit.start] + edit.replacement + made[edit.end :]
    wanted = [list(block.text) for block in text.blocks]
    for wish, _ in edits:
        wanted[next(n for n, block in enumerate(text.blocks) if block is wish.block)][wish.start] = wish.replacement
    assert [block.text for block in put(made.removeprefix(HEAD))[0].blocks] == ["".join(signs) for signs in wanted]


def test_of_many_edits_only_those_that_cannot_be_made_are_left_out_and_the_file_is_read_a_few_times():
    text, _ = put("甲,乙\n\n" * 200)
    wishes = [Wish(block, 1, 2, "\n\n" if at in (7, 150) else "，") for at, block in enumerate(text.blocks)]
    readings = []
    counted = replace(text, look=lambda words: readings.append(1) or text.look(words))
    assert [at for at, edit in enumerate(counted.edits(wishes)) if edit is None] == [7, 150]
    assert len(readings) < 40
    assert counted.edits([replace(wish, replacement="\n\n") for wish in wishes]) == [None] * 200
    assert len(readings) < 120


@settings(max_examples=150, deadline=None)
@given(st.lists(BLOCKS, min_size=1, max_size=5), st.data())
def test_a_han_character_in_running_words_can_be_put_right(body, data) -> None:
    text, _ = put("\n\n".join(source for source, _ in body))
    han = [(block, at) for block in text.blocks for at, sign in enumerate(block.text) if sign in "管城商都墙年月日"]
    assume(han)
    block, at = data.draw(st.sampled_from(han))
    check_mended(text, block, at, at + 1, "新")


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text("甲乙，。“ab1 ", min_size=1, max_size=12), min_size=1, max_size=4))
def test_both_ways_of_reading_a_body_place_its_words_alike(lines: list[str]) -> None:
    body = "\n".join(line.strip() or "甲" for line in lines)
    source = Source("content/x.md", body)
    short = plain.read(body, source.place_at, FOLDER)
    assume(short is not None)
    full, _ = read_in_full(body, source.place_at, FOLDER)
    assert placed.blocks_of(short, source, 0) == placed.blocks_of(full, source, 0)
    words = [block.text.split() for block in placed.blocks_of(short, source, 0)]
    assert words == [line.split() for line in short.text.split("\n")]
