"""Elements of a Word file and parts that python-docx does not make: notes, names of fonts."""

from __future__ import annotations

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

_NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_SEPARATORS = (("separator", "-1"), ("continuationSeparator", "0"))
# Fonts that may be missing on a machine, and what Word takes instead (ECMA-376 part 1, 17.8.3.1).
_INSTEAD = (("方正小标宋简体", "宋体"), ("仿宋_GB2312", "仿宋"), ("楷体_GB2312", "楷体"))


def element(tag: str, *children: BaseOxmlElement, **attributes: str) -> BaseOxmlElement:
    made: BaseOxmlElement = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(name), value)
    for child in children:
        made.append(child)
    return made


def parsed(xml: str) -> BaseOxmlElement:
    return parse_xml(xml)


class Notes:
    """The part of footnotes, made when the first is called. main: the part of the text."""

    def __init__(self, main: Part) -> None:
        self._main = main
        self._part: XmlPart | None = None
        self._count = 0

    @property
    def part(self) -> XmlPart:
        if self._part is None:
            self._part = self._made()
        return self._part

    def add(self) -> tuple[str, BaseOxmlElement]:
        """The id of the next note and its element, empty."""
        self._count += 1
        note = element("w:footnote", **{"w:id": str(self._count)})
        self.part.element.append(note)
        return str(self._count), note

    def _made(self) -> XmlPart:
        root = element("w:footnotes", *(_separator(kind, key) for kind, key in _SEPARATORS))
        assert self._main.package is not None
        made = XmlPart(PackURI("/word/footnotes.xml"), _NOTES, root, self._main.package)
        self._main.relate_to(made, RELATIONSHIP_TYPE.FOOTNOTES)
        return made


def _separator(kind: str, key: str) -> BaseOxmlElement:
    line = element("w:p", element("w:r", element(f"w:{kind}")))
    return element("w:footnote", line, **{"w:type": kind, "w:id": key})


def fonts() -> bytes:
    """The table of fonts, with what stands in for those that are missing."""
    rows = "".join(f'<w:font w:name="{name}"><w:altName w:val="{other}"/></w:font>' for name, other in _INSTEAD)
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts {nsdecls("w")}>{rows}</w:fonts>'.encode()


def settings() -> str:
    """What Word asks of every file: that it is of Word 2013 or later, and that its East Asian text is Chinese."""
    newest = '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    return (
        f'<w:settings {nsdecls("w")}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        f'<w:compat><w:doNotExpandShiftReturn/>{newest}</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )
