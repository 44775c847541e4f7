"""What stands above and below the text: the mark of hidden stories, the headline group, byline, day and source; the table for review."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.xmlchemy import BaseOxmlElement

from plugins.newsroom.story.model import Story
from plugins.newsroom.text.dates import chinese_date, chinese_datetime

from .blocks import new_table
from .material import Material
from .parts import element
from .words import Look, run

STAGES = ("初审", "复审", "终审")
ROLES = ("责编", "校对", "审核")
_HEADS = ("环节", "姓名", "时间", "意见和签字")
_WIDTHS = (1200, 1900, 2800, 2945)  # in twips


def line(style: str, words: str) -> BaseOxmlElement:
    """A paragraph of one look."""
    made = element("w:p", element("w:pPr", element("w:pStyle", **{"w:val": style})))
    if words:
        made.append(run(Look(), text(words)))
    return made


def text(words: str) -> BaseOxmlElement:
    made = element("w:t")
    made.text = words
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def above(material: Material, main: Part) -> Iterator[BaseOxmlElement]:
    story = material.story
    if material.held:
        yield line("Mark", f"{material.held.value}，不得外传")
    if story.kicker:
        yield line("Kicker", story.kicker)
    yield line("Title", story.title)
    yield from (line("Subtitle", f"——{deck}") for deck in story.decks)
    if signed(story):
        yield line("Byline", signed(story))
    yield line("Dateline", chinese_datetime(story.published) if story.has_time else chinese_date(story.published))
    if story.origin.name:
        yield _origin(story, main)


def signed(story: Story) -> str:
    """The byline as the editor wrote it, "" without one."""
    return " ".join(story.byline.written.split()) if story.byline and story.signed else ""


def _origin(story: Story, main: Part) -> BaseOxmlElement:
    said = line("Dateline", f"{'转载自' if story.origin.is_repost else '来源'}：{story.origin.name}")
    if story.origin.url:
        key = main.relate_to(story.origin.url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        words = run(Look().with_style("Hyperlink"), text("（原文）"))
        said.append(element("w:hyperlink", words, **{"r:id": key}))
    return said


def below(material: Material) -> Iterator[BaseOxmlElement]:
    """Who worked on it and who has seen it, with blank fields to sign in, and what was corrected."""
    yield line("Rule", "")
    yield new_table(_WIDTHS, (_row(cells, is_head=not number) for number, cells in enumerate(_rows(material))))
    yield line("TableWords", "")


def _rows(material: Material) -> Iterator[Sequence[str]]:
    story = material.story
    yield _HEADS
    names = {role.label: "、".join(role.names) for role in story.desk}
    for role in ROLES:
        yield role, names.pop(role, ""), "", ""
    yield from ((role, people, "", "") for role, people in names.items())
    stages = {each.stage: each for each in story.sign_off}
    for stage in dict.fromkeys((*STAGES, *stages)):
        seen = stages.get(stage)
        time = chinese_datetime(seen.time) if seen and seen.time else ""
        yield stage, seen.name if seen else "", time, ""
    for each in story.corrections:
        yield "更正", f"{chinese_date(each.day)}　{each.text}"
    yield from (("附件", f"{each.words}（{each.address}）") for each in material.attachments)


def _row(cells: Sequence[str], *, is_head: bool) -> BaseOxmlElement:
    """A row of the table; where only the first and the last field say anything, the last is as wide as the others together."""
    properties = element("w:trPr", element("w:cantSplit"), *([element("w:tblHeader")] if is_head else []))
    style = "TableHead" if is_head else "Review"
    if len(cells) < len(_HEADS):
        return element("w:tr", properties, _cell(cells[0], style), _cell(cells[1], style, len(_HEADS) - 1))
    return element("w:tr", properties, *(_cell(words, style) for words in cells))


def _cell(words: str, style: str, columns: int = 1) -> BaseOxmlElement:
    span = [element("w:gridSpan", **{"w:val": str(columns)})] if columns > 1 else []
    middle = element("w:vAlign", **{"w:val": "center"})
    return element("w:tc", element("w:tcPr", *span, middle), line(style, words))
