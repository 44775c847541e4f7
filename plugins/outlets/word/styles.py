"""How the file looks, said in its styles only, by the names that Word shows in Chinese; sizes in half points, lengths in twips.

Sizes follow the desk's habit: headline 2号, text 3号, captions 小四号, and lines 28 points high. Intake finds the parts of a story
by these styles again.
"""

from __future__ import annotations

from dataclasses import dataclass

from docx.oxml.ns import nsdecls

SONG, HEAD, TEXT, KAI, BLACK = "宋体", "方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体"
_LINES = '<w:spacing w:before="{}" w:after="{}" w:line="{}" w:lineRule="{}"/>'
_INDENT = '<w:ind w:firstLineChars="200" w:firstLine="{}"/>'
_CENTRE, _LEFT, _BOTH = '<w:jc w:val="center"/>', '<w:jc w:val="left"/>', '<w:jc w:val="both"/>'
_KEEP = "<w:keepNext/><w:keepLines/>"
_BAR = '<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="9A3B26"/></w:pBdr>'
_RULE = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="999999"/></w:pBdr>'


@dataclass(frozen=True, slots=True)
class _Style:
    """paragraphs, runs: as XML, in the order of the schema; following: the style of the next paragraph."""

    key: str
    name: str
    paragraphs: str
    font: str = ""
    size: int = 0
    runs: str = ""
    based: str = "Normal"
    following: str = ""


def _lines(before: int = 0, after: int = 0, line: int = 560, rule: str = "exact") -> str:
    return _LINES.format(before, after, line, rule)


_STYLES = (
    _Style("Title", "Title", _KEEP + _lines(120, 120, 640, "atLeast") + _CENTRE, HEAD, 44, "<w:b/>", following="Byline"),
    _Style("Kicker", "引题", _KEEP + _lines(after=60) + _CENTRE, KAI, 32, following="Title"),
    _Style("Subtitle", "Subtitle", _KEEP + _lines(after=60) + _CENTRE, KAI, 32, following="Byline"),
    _Style("Byline", "署名行", _lines(60, line=440) + _CENTRE, KAI, 28, following="Normal"),
    _Style("Dateline", "日期来源", _lines(after=60, line=360) + _CENTRE, SONG, 24, '<w:color w:val="595959"/>', following="Normal"),
    _Style("Mark", "密级提示", _lines(after=240, line=440) + _LEFT, BLACK, 28, '<w:color w:val="B00020"/>'),
    _Style("BodyText", "稿件正文", _lines() + _INDENT.format(640) + _BOTH),
    _Style("Heading1", "heading 1", _KEEP + _lines(160, 40) + _INDENT.format(640) + "{}", BLACK, 32, "<w:b/>"),
    _Style("Heading2", "heading 2", _KEEP + _lines(120, 40) + _INDENT.format(640) + "{}", KAI, 32, "<w:b/>"),
    _Style("Heading3", "heading 3", _KEEP + _lines(80, 40) + _INDENT.format(640) + "{}", TEXT, 32, "<w:b/>"),
    _Style("Heading4", "heading 4", _KEEP + _lines(80, 40) + _INDENT.format(640) + "{}", TEXT, 32),
    _Style("Heading5", "heading 5", _KEEP + _lines(80, 40) + _INDENT.format(640) + "{}", TEXT, 32, "<w:i/>"),
    _Style("ListParagraph", "List Paragraph", _lines() + _BOTH),
    _Style("Quote", "Quote", _BAR + _lines() + '<w:ind w:left="480" w:right="480"/>' + _BOTH, KAI, 32),
    _Style("Term", "词条", _KEEP + _lines() + _INDENT.format(640), TEXT, 32, "<w:b/>", following="Meaning"),
    _Style("Meaning", "释义", _lines() + '<w:ind w:left="960"/>' + _BOTH),
    _Style("Preformatted", "HTML Preformatted", _lines(line=400, rule="atLeast") + _LEFT, SONG, 24),
    _Style("Picture", "图片", _KEEP + _lines(160, 80, 240, "auto") + _CENTRE),
    _Style("Caption", "caption", _lines(0, 160, 400, "atLeast") + _CENTRE, KAI, 24),
    _Style("TableWords", "表格文字", _lines(20, 20, 400, "atLeast") + _LEFT, SONG, 24),
    _Style("TableHead", "表头", _lines(20, 20, 400, "atLeast") + _CENTRE, BLACK, 24, based="TableWords"),
    _Style("Review", "审签表", _KEEP + _lines(20, 20, 400, "atLeast") + _LEFT, SONG, 24, based="TableWords"),
    _Style("TableTitle", "表题", _KEEP + _lines(120, 40, 440) + _CENTRE, BLACK, 28),
    _Style("Rule", "分隔线", _KEEP + _RULE + _lines(line=240)),
    _Style("FootnoteText", "footnote text", _lines(line=320, rule="atLeast") + _LEFT, SONG, 18),
    _Style("Footer", "footer", _lines(line=240, rule="auto") + _CENTRE, SONG, 24),
)  # fmt: skip


def _fonts(name: str) -> str:
    return f'<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="{name}"/>'


def _style(style: _Style) -> str:
    size = f'<w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/>' if style.size else ""
    colour, weight = (style.runs, "") if "w:color" in style.runs else ("", style.runs)
    outline = f'<w:outlineLvl w:val="{int(style.key[-1]) - 1}"/>' if style.key.startswith("Heading") else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style.key}"><w:name w:val="{style.name}"/><w:basedOn w:val="{style.based}"/>'
        + (f'<w:next w:val="{style.following}"/>' if style.following else "")
        + f"<w:qFormat/><w:pPr>{style.paragraphs.format(outline)}</w:pPr>"
        + f"<w:rPr>{_fonts(style.font) if style.font else ''}{weight}{colour}{size}</w:rPr></w:style>"
    )


def styles() -> str:
    """The part of styles."""
    return (
        f"<w:styles {nsdecls('w')}><w:docDefaults><w:rPrDefault><w:rPr>{_fonts(TEXT)}"
        '<w:kern w:val="2"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f"<w:pPr><w:widowControl/>{_lines()}{_BOTH}</w:pPr></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        '<w:rPr><w:color w:val="1F4E9E"/><w:u w:val="single"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
        '<w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{_borders()}</w:tblBorders></w:tblPr></w:style>"
        f"{''.join(map(_style, _STYLES))}</w:styles>"
    )


def _borders() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    return "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="666666"/>' for side in sides)
