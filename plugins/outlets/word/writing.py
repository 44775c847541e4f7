"""Puts a Word file together: python-docx's empty file with parts of our own in it, and always the same bytes for the same story."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import UTC

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length, Mm

from plugins.newsroom.findings.catalogue import problem
from plugins.newsroom.findings.problems import Place, Problem
from plugins.newsroom.media.photo import PhotoUse

from . import front
from .blocks import Blocks, Frame
from .lists import Lists, numbering
from .markup import tree_of
from .material import Material
from .notes import NoteCalls
from .parts import Notes, element, fonts, parsed, settings
from .styles import styles
from .words import Inline, Look, run

_STAMP = (1980, 1, 1, 0, 0, 0)  # of all parts; a zip must have one
_WIDEST, _HIGHEST = Mm(150), Mm(95)  # of a picture on the page
_EMU = 9525  # of a pixel on a screen (96 dpi)
_PAGE = {
    "page_width": 210,
    "page_height": 297,
    "top_margin": 37,
    "bottom_margin": 35,
    "left_margin": 28,
    "right_margin": 26,
}
_UNWANTED = ("thumbnail", "extended-properties", "customXml", "stylesWithEffects", "webSettings", "theme", "fontTable")


def written(material: Material) -> bytes:
    """The whole file."""
    document = _empty()
    body = document.element.body
    for block in _blocks(document, material):
        body.insert(len(body) - 1, block)  # before the properties of the section
    _set_page(document)
    _set_properties(document, material)
    return _packed(document)


def findings(material: Material) -> tuple[Problem, ...]:
    """The photos of the story that are not in the file."""
    file, story = f"{material.content}/{material.story.source}", material.story
    missing = [use for index, use in enumerate(story.photos) if use.in_text and index not in material.pictures]
    return tuple(problem("WD10", Place(file), {"file": use.file}) for use in missing)


# -- The text ----------------------------------------------------------------------------------------------------------


def _blocks(document: Document, material: Material) -> Iterator[BaseOxmlElement]:
    main, tree = document.part, tree_of(material)
    inline = Inline(main, NoteCalls(tree, Notes(main)).call, _Names(material).of)
    figures = _Figures(document, material)
    yield from front.above(material, main)
    yield from Blocks(inline, figures.write, Lists(main.numbering_part.element)).within(tree, Frame())
    yield from front.below(material)


class _Names:
    """What stands for an attachment whose link has no words of its own."""

    def __init__(self, material: Material) -> None:
        self._material = material

    def of(self, index: int, words: str) -> str:
        return "" if words else self._material.attachments[index].name


class _Figures:
    """Writes pictures with their captions and credits."""

    def __init__(self, document: Document, material: Material) -> None:
        self._document, self._material = document, material
        self._count = 0

    def write(self, index: int) -> Iterator[BaseOxmlElement]:
        use = self._material.story.photos[index]
        if index not in self._material.pictures:
            yield front.line("Caption", f"［照片 {use.file} 不能再用，没有放进来］")
            return
        yield element("w:p", _styled("Picture"), run(Look(), element("w:drawing", self._inline(index, use))))
        label = "AI生成" if use.ai_generated or self._material.pictures[index].is_generated else ""
        words = "\u3000".join(filter(None, (use.caption, use.credit, label)))
        if words:
            yield front.line("Caption", words)

    def _inline(self, index: int, use: PhotoUse) -> BaseOxmlElement:
        picture = self._material.pictures[index]
        scale = min(1, _WIDEST / (picture.width * _EMU), _HIGHEST / (picture.height * _EMU))
        size = (Length(int(side * _EMU * scale)) for side in (picture.width, picture.height))
        made: BaseOxmlElement = self._document.part.new_pic_inline(io.BytesIO(picture.data), *size)
        self._count += 1
        described = made.docPr
        described.set("id", str(self._count))
        described.set("name", f"图片 {self._count}")
        if use.alternative != use.caption:
            described.set("descr", use.alternative)
        return made


def _styled(style: str) -> BaseOxmlElement:
    return element("w:pPr", element("w:pStyle", **{"w:val": style}))


# -- The file ----------------------------------------------------------------------------------------------------------


def _empty() -> Document:
    """python-docx's empty file with our styles, and nothing of its template."""
    document = docx.Document()
    main = document.part
    _drop_unwanted(main)
    _drop_unwanted(main.package)
    for part, xml in (
        (main._styles_part, styles()),
        (main.numbering_part, numbering()),
        (main._settings_part, settings()),
    ):
        part.element[:] = list(parsed(xml))
    table = Part(PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, fonts(), main.package)
    main.relate_to(table, RELATIONSHIP_TYPE.FONT_TABLE)
    return document


def _drop_unwanted(owner: Part | OpcPackage) -> None:
    for key in [key for key, each in owner.rels.items() if each.reltype.rpartition("/")[2] in _UNWANTED]:
        del owner.rels[key]


def _set_page(document: Document) -> None:
    section = document.sections[0]
    for side, length in _PAGE.items():
        setattr(section, side, Mm(length))
    footer = section.footer
    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]._p
    paragraph.insert(0, _styled("Footer"))
    number = element("w:fldSimple", run(Look(), front.text("1")), **{"w:instr": "PAGE"})
    for each in (run(Look(), front.text("— ")), number, run(Look(), front.text(" —"))):
        paragraph.append(each)


def _set_properties(document: Document, material: Material) -> None:
    """Those of the story; none of the clock or the machine."""
    story, properties = material.story, document.core_properties
    moment = story.published.astimezone(UTC).replace(tzinfo=None)
    properties.title, properties.author = story.title, front.signed(story)
    properties.created = properties.modified = moment
    properties.category = story.section.name if story.section else ""
    properties.comments = properties.last_modified_by = ""
    properties.language, properties.revision = "zh-CN", 1


def _packed(document: Document) -> bytes:
    """The zip, with the same stamp on every part."""
    raw, fixed = io.BytesIO(), io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(fixed, "w") as target:
        for name in source.namelist():
            row = zipfile.ZipInfo(name, _STAMP)
            row.compress_type, row.create_system = zipfile.ZIP_DEFLATED, 0
            target.writestr(row, source.read(name))
    return fixed.getvalue()
