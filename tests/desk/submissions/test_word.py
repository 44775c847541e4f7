"""What a Word file says is in the submission, or listed with a reason: one small file per kind of thing that Word can hold."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from plugins.desk.submissions import word
from plugins.newsroom.findings.refusals import Refusal
from plugins.newsroom.submission.tree import ListItem, Look, Paragraph, Picture, Run, Submission, Table, leaves

from .samples import NAMESPACES, PNG, docx, p, part, r, relations, zipped

GIF = b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"


def read(
    body: str, targets: Mapping[str, tuple[str, str]] | None = None, parts: Mapping[str, bytes | str] | None = None
) -> Submission:
    return word.read("稿件.docx", docx(body, targets, parts))


def texts(submission: Submission) -> list[str]:
    return [leaf.text if isinstance(leaf, Paragraph) else leaf.name for leaf in leaves(submission.blocks)]


def left(submission: Submission) -> list[tuple[str, str]]:
    """What was left out, with the beginning of the reason."""
    return [(each.text, each.reason[:6]) for each in submission.left_out]


def runs(submission: Submission) -> tuple[Run, ...]:
    return next(leaf for leaf in leaves(submission.blocks) if isinstance(leaf, Paragraph)).runs


def inline_picture(key: str = "rId9", attributes: str = "", crop: str = "", tag: str = "inline") -> str:
    return (
        f'<w:r><w:drawing><wp:{tag}><wp:docPr id="1" name="图片 1" {attributes}/><a:graphic><a:graphicData><pic:pic>'
        f'<pic:blipFill><a:blip r:embed="{key}"/>{crop}</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:{tag}>'
        "</w:drawing></w:r>"
    )


PHOTO = {"rId9": ("image", "media/photo.png")}
STYLES = part(
    "styles",
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>'
    '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="44"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="大标题"/><w:basedOn w:val="1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="w"><w:name w:val="标题 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="o"><w:name w:val="小题"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="ask"><w:name w:val="Placeholder Text"/></w:style>'
    '<w:style w:type="character" w:styleId="s"><w:name w:val="着重"/><w:rPr><w:i/></w:rPr></w:style>',
)


@pytest.mark.parametrize(
    ("properties", "run", "look", "heading"),
    [
        ("", "", Look(10.5, style="Normal"), 0),
        ('<w:pStyle w:val="1"/>', "", Look(22, True, "center", "heading 1"), 1),
        ('<w:pStyle w:val="x"/>', "", Look(22, True, "center", "大标题"), 1),
        ('<w:pStyle w:val="x"/><w:jc w:val="both"/>', '<w:b w:val="0"/>', Look(22, False, "justify", "大标题"), 1),
        ('<w:pStyle w:val="w"/>', '<w:sz w:val="32"/>', Look(16, style="标题 2"), 2),
        ('<w:pStyle w:val="o"/>', "", Look(10.5, style="小题"), 3),
        ('<w:outlineLvl w:val="9"/><w:jc w:val="end"/>', "", Look(10.5, False, "right", "Normal"), 0),
        ('<w:pStyle w:val="nowhere"/>', '<w:sz w:val="?"/>', Look(10), 0),
        ("<w:pStyle/>", "<w:sz/><w:b/>", Look(10.5, True, style="Normal"), 0),
    ],
)
def test_a_paragraph_looks_as_its_styles_and_its_own_properties_say(properties, run, look, heading):
    styles = STYLES if "nowhere" not in properties else part("styles", "")
    submission = read(p("商都大道今天通车", properties, run), {"s": ("styles", "styles.xml")}, {"styles.xml": styles})
    [paragraph] = submission.blocks
    assert (paragraph.look, paragraph.heading) == (look, heading)


def test_the_look_of_a_paragraph_is_that_of_most_characters():
    big, small = r("商都", '<w:b/><w:sz w:val="44"/>'), r("大道今天通车", '<w:sz w:val="32"/>')
    submission = read(f"<w:p>{big}{small}</w:p>")
    assert submission.blocks[0].look == Look(16)


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
WWW = {"rId5": ("hyperlink", "https://www.example.org/a")}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (r("商") + r("都"), (Run("商都"),)),
        (r("商", "<w:b/>") + r("都", '<w:rStyle w:val="s"/>'), (Run("商", is_bold=True), Run("都", is_italic=True))),
        (r("商", '<w:dstrike w:val="1"/>'), (Run("商", is_struck=True),)),
        (r("m") + r("2", '<w:vertAlign w:val="superscript"/>'), (Run("m"), Run("2", position="super"))),
        (f'<w:hyperlink r:id="rId5">{r("网")}{r("站")}</w:hyperlink>', (Run("网站", link=WWW["rId5"][1]),)),
        (
            f'<w:hyperlink r:id="rId5" w:anchor="b">{r("网站")}</w:hyperlink>',
            (Run("网站", link="https://www.example.org/a#b"),),
        ),
        (f'<w:hyperlink w:anchor="b">{r("见下文")}</w:hyperlink>', (Run("见下文"),)),
        (FIELD.format('HYPERLINK \\l "_Toc1" \\h', r("见下文")), (Run("见下文"),)),
        (FIELD.format("HYPERLINK https://a.cn/b \\n", r("网站")), (Run("网站", link="https://a.cn/b"),)),
        (
            FIELD.format('HYPERLINK "https://a.cn/b" \\o "提示"', r("网站")) + r("上"),
            (Run("网站", link="https://a.cn/b"), Run("上")),
        ),
        (
            FIELD.format('HYPERLINK \\t "_blank" "https://a.cn/b"', r("网站")),
            (Run("网站", link="https://a.cn/b"),),
        ),
        (FIELD.format("DATE", FIELD.format("PAGE", r("8月") + r("15日"))), (Run("8月15日"),)),
        (f'<w:fldSimple w:instr=" DATE ">{r("2017年8月15日")}</w:fldSimple>', (Run("2017年8月15日"),)),
        (f"{r('通车')}<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>{r('仪式')}", (Run("通车仪式"),)),
        ("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t><w:cr/><w:t>丁</w:t></w:r>", (Run("甲\n乙\t丙\n丁"),)),
        (f'{r("温度")}<w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r>', (Run("温度°"),)),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + r("完成"), (Run("✓完成"),)),
        ('<w:r><w:t>e</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>mail</w:t></w:r>', (Run("e-mail"),)),
        ("<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>", (Run("a=b"),)),
        (f'<w:smartTag><w:customXml><w:bdo>{r("管城")}</w:bdo></w:customXml></w:smartTag>', (Run("管城"),)),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{r('管城')}</w:sdtContent></w:sdt>", (Run("管城"),)),
        ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar>'
         '</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>' + r("同意"), (Run("☑同意"),)),
        (f"<w:r>{'<w:ruby><w:rt>' + r('guǎn') + '</w:rt><w:rubyBase>' + r('管') + '</w:rubyBase></w:ruby>'}</w:r>" + r("城"),
         (Run("管城"),)),
    ],
)  # fmt: skip
def test_a_paragraph_says_what_it_prints(content, expected):
    targets = WWW | {"s": ("styles", "styles.xml")}
    submission = read(f"<w:p>{content}</w:p>", targets, {"styles.xml": STYLES})
    assert runs(submission) == expected
    assert [each.reason for each in submission.left_out if "链接" in each.reason] == []


BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>'
    "<wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    "</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></v:shape></w:pict>"
    "</mc:Fallback></mc:AlternateContent></w:r>"
)
DRAWN = (
    '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>EQ \\o\\ad(\\s\\up 9(guǎn),管)</w:instrText>'
    '<w:fldChar w:fldCharType="end"/></w:r>'
)
ASK = '<w:rStyle w:val="ask"/>'
PROMPT = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    ("body", "kept", "listed"),
    [
        # tracked changes
        (f"<w:p>{r('甲')}<w:ins>{r('乙')}</w:ins><w:del><w:r><w:delText>丙</w:delText></w:r></w:del></w:p>", ["甲乙"], "丙"),
        (f"<w:p>{r('甲')}<w:moveFrom>{r('乙')}</w:moveFrom></w:p><w:p><w:moveTo>{r('乙')}</w:moveTo></w:p>", ["甲", "乙"], "乙"),
        (f"<w:p><w:moveFrom>{r('乙')}</w:moveFrom>{r('甲')}</w:p>", ["甲"], "乙"),
        (p("甲", "<w:rPr><w:del/></w:rPr>") + p("乙"), ["甲乙"], ""),
        (p("甲", "<w:rPr><w:del/></w:rPr>"), ["甲"], ""),
        (f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('甲')}</w:tc></w:tr><w:tr><w:tc>{p('乙')}</w:tc></w:tr></w:tbl>",
         ["乙"], "甲"),
        # what is not printed
        (f"<w:p>{r('甲')}{r('乙', '<w:vanish/>')}{r('丙', '<w:vanish/>')}{r('丁')}</w:p>", ["甲丁"], "乙丙"),
        (f"<w:p>{PROMPT.format(r('单击此处', ASK))}{r('甲')}</w:p>", ["甲"], "单击此处"),
        (PROMPT.format(p("单击此处", run=ASK)) + p("甲"), ["甲"], "单击此处"),
        (PROMPT.format(p("已经填了")) + f"<w:p>{r('甲', ASK)}</w:p>", ["已经填了", "甲"], ""),
        (f"<w:p>{r('甲')}<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>{r('IF')}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
         "</w:p>", ["甲"], "IF"),
        (f"<w:p>{r('甲')}<w:r><w:sym w:font=\"Webdings\" w:char=\"F001\"/></w:r></w:p>", ["甲"], "F001"),
        (f"<w:p>{r('甲')}<m:oMath><m:sSup><m:e><m:r><m:t>c</m:t></m:r></m:e></m:sSup></m:oMath></w:p>", ["甲"], "c"),
        (f"<w:p><w:r><w:ruby><w:rt>{r('guǎn')}</w:rt><w:rubyBase>{r('管')}</w:rubyBase></w:ruby></w:r></w:p>", ["管"], "guǎn"),
        (f'<w:p><w:hyperlink r:id="local">{r("甲")}</w:hyperlink></w:p>', ["甲"], "file:///C:/甲.doc"),
        (p("甲") + '<w:altChunk r:id="rId1"/>', ["甲"], "夹着的文件"),
        (f'<w:p>{r("甲")}<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r></w:p>', ["甲"], "Excel.Sheet.12"),
        (f"<w:p>{DRAWN}{r('城')}</w:p>", ["管城"], "EQ \\o\\ad(\\s\\up 9(guǎn),管)"),
        # what stands elsewhere
        (p("管", '<w:framePr w:dropCap="drop"/>', '<w:sz w:val="96"/>') + p("城区"), ["管城区"], ""),
        (f"<w:p>{BOX.format(p('框里'))}{r('甲')}</w:p>", ["框里", "甲"], ""),
        (f"<w:p>{r('甲')}{BOX.format(p('框里') + p('两段'))}</w:p>", ["甲", "框里", "两段"], ""),
        (f'<w:p>{r("甲")}<w:r><w:pict><v:shape><v:textpath string="艺术字"/></v:shape></w:pict></w:r></w:p>', ["甲", "艺术字"], ""),
        (f"<w:p>{r('甲')}<w:r><w:br w:type=\"page\"/></w:r>{r('乙')}</w:p>", ["甲", "乙"], ""),
        (p(" ") + "<w:p/>" + p("甲"), ["甲"], ""),
        (f"<w:sdt><w:sdtContent>{p('甲')}<w:customXml>{p('乙')}</w:customXml></w:sdtContent></w:sdt>", ["甲", "乙"], ""),
        (p("甲") + r("不在段落里"), ["甲"], "不在段落里"),
    ],
)  # fmt: skip
def test_nothing_is_lost_and_nothing_is_there_twice(body, kept, listed):
    targets = {"local": ("hyperlink", "file:///C:/甲.doc"), "s": ("styles", "styles.xml")}
    submission = read(body, targets, {"styles.xml": STYLES})
    assert texts(submission) == kept
    assert [each.text for each in submission.left_out] == ([listed] if listed else [])
    assert all(each.reason.endswith("。") for each in submission.left_out)


def test_tracked_changes_are_told_once_with_their_numbers():
    body = f"<w:p><w:ins>{r('乙')}</w:ins><w:del>{r('丙')}</w:del><w:del>{r('丁')}</w:del></w:p>"
    [doubt] = read(body).doubts
    assert doubt.is_done
    assert "加上 1 处，删去 2 处，移动 0 处" in doubt.sentence


def test_a_box_says_that_its_place_is_uncertain_and_where_it_was():
    [boxed, _] = read(p("甲") + f"<w:p>{BOX.format(p('框里'))}</w:p>").blocks[::-1]
    assert (boxed.is_boxed, boxed.place) == (True, "第 2 段旁边的文本框")


NUMBERING = part(
    "numbering",
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl>'
    "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="8"/></w:lvlOverride></w:num>',
)


def test_lists_are_counted_as_word_prints_them():
    levels = [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (2, 0), (0, 0), (3, 0), (9, 0)]
    body = "".join(
        p("甲", f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>') for number, level in levels
    )
    submission = read(body, {"n": ("numbering", "numbering.xml")}, {"numbering.xml": NUMBERING})
    labels = [block.item and (block.item.depth, block.item.label) for block in submission.blocks]
    assert labels == [
        (0, "一、"),
        (1, "（1）"),
        (1, "（2）"),
        (0, "二、"),
        (1, "（1）"),
        (0, ""),
        None,
        (0, "八、"),
        None,
    ]
    assert submission.blocks[5].item == ListItem(0, is_ordered=False)


def test_a_table_keeps_its_spans_and_its_head():
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"

    wide, begin, go_on = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = [
        f"<w:trPr><w:tblHeader/></w:trPr>{cell('甲', wide)}{cell('乙')}",
        f"{cell('丙', begin)}{cell('丁')}<w:sdt><w:sdtContent>{cell('戊')}</w:sdtContent></w:sdt>",
        f"{cell('看不见', go_on)}{cell('己')}{cell('庚')}",
    ]
    submission = read(f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>")
    [table] = submission.blocks
    assert isinstance(table, Table)
    said = [[(texts(replace(submission, blocks=c.blocks)), c.columns, c.rows) for c in row] for row in table.rows]
    assert said == [
        [(["甲"], 2, 1), (["乙"], 1, 1)],
        [(["丙"], 1, 2), (["丁"], 1, 1), (["戊"], 1, 1)],
        [(["己"], 1, 1), (["庚"], 1, 1)],
    ]
    assert (table.has_head, table.place, table.rows[1][1].blocks[0].place) == (True, "表 1", "表 1 第 2 行")
    assert [each.text for each in submission.left_out] == ["看不见"]


def test_notes_are_kept_in_the_order_of_their_calls():
    body = (
        f'<w:p>{r("甲")}<w:r><w:endnoteReference w:id="1"/></w:r>{r("乙")}<w:r><w:footnoteReference w:id="8"/></w:r>'
        '<w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
        f'<w:p>{r("丙")}<w:r><w:footnoteReference w:id="7"/></w:r></w:p>'
    )
    feet = (
        f'<w:footnote w:type="separator" w:id="0">{p("—")}</w:footnote><w:footnote w:id="1">{p(" 脚注")}</w:footnote>'
    )
    feet += f'<w:footnote w:id="2">{p("没有叫到")}</w:footnote><w:footnote w:id="8">{p(" ")}</w:footnote>'
    submission = read(
        body,
        {"f": ("footnotes", "footnotes.xml"), "e": ("endnotes", "endnotes.xml")},
        {
            "footnotes.xml": part("footnotes", feet),
            "endnotes.xml": part("endnotes", f'<w:endnote w:id="1">{p("尾注")}</w:endnote>'),
        },
    )
    assert [(run.text, run.note) for run in runs(submission)] == [("甲", ""), ("", "1"), ("乙", ""), ("", "2")]
    assert {key: [each.text for each in note] for key, note in submission.notes.items()} == {
        "1": ["尾注"],
        "2": ["脚注"],
    }
    assert [each.text for each in submission.left_out] == ["没有叫到"]


def test_comments_and_the_margins_of_pages_are_listed():
    body = p("甲") + f'<w:p>{r("乙")}<w:r><w:commentReference w:id="3"/></w:r></w:p>'
    submission = read(
        body,
        {
            "c": ("comments", "comments.xml"),
            "h": ("header", "header1.xml"),
            "i": ("header", "header2.xml"),
            "f": ("footer", "footer1.xml"),
        },
        {
            "comments.xml": part("comments", f'<w:comment w:id="3" w:author="编辑">{p("数字请核对")}</w:comment>'),
            "header1.xml": part("hdr", p("管城快讯")),
            "header2.xml": part("hdr", p("管城快讯")),
            "footer1.xml": part("ftr", p("第 1 页 共 2 页")),
        },
    )
    assert [(each.text, each.place) for each in submission.left_out] == [
        ("数字请核对", "第 2 段"),
        ("管城快讯", "页眉"),
    ]
    assert "编辑" in submission.left_out[0].reason


def test_pictures_stand_where_they_stood():
    picture, floating = inline_picture(), inline_picture(tag="anchor")
    line = "<w:r><w:br/></w:r>"
    cases = {
        f"<w:p>{picture}</w:p>": ["photo.png"],
        f"<w:p>{picture}{r('图为通车仪式')}</w:p>": ["photo.png", "图为通车仪式"],
        f"<w:p>{r('正文')}{line}{picture}{line}{r('图为仪式')}</w:p>": ["正文", "photo.png", "图为仪式"],
        f"<w:p>{r('点击')}{picture}{r('按钮')}</w:p>": ["点击按钮", "photo.png"],
        f"<w:p>{r('正文')}{floating}{r('还有')}</w:p>": ["正文还有", "photo.png"],
        f"<w:tbl><w:tr><w:tc><w:p>{picture}</w:p>{p('图为仪式')}</w:tc></w:tr></w:tbl>": ["photo.png", "图为仪式"],
        f"<w:p>{BOX.format(f'<w:p>{picture}</w:p>' + p('图为仪式'))}</w:p>": ["photo.png", "图为仪式"],
        '<w:p><w:r><w:pict><v:shape style="position: absolute"><v:imagedata r:id="rId9"/></v:shape></w:pict></w:r></w:p>': [
            "photo.png"
        ],
    }
    for body, expected in cases.items():
        submission = read(body, PHOTO, {"media/photo.png": PNG})
        assert texts(submission) == expected, body
        [found] = [leaf for leaf in leaves(submission.blocks) if isinstance(leaf, Picture)]
        assert found.data == PNG
        assert found.is_floating == (floating in body or "txbx" in body or "absolute" in body), body
    assert read(f"<w:p>{picture}</w:p>", PHOTO, {"media/photo.png": PNG}).left_out == ()


@pytest.mark.parametrize(
    ("attributes", "alternative"),
    [
        ('descr="市民在新通车的大道上散步"', "市民在新通车的大道上散步"),
        ('descr="说明: 市民在散步"', "市民在散步"),
        ('descr="C:\\Users\\wang\\Desktop\\IMG_0815.JPG" title="市民散步"', "市民散步"),
        ('descr="说明: C:\\Documents and Settings\\王\\通车"', ""),
        ('descr="图片包含 户外, 天空&#10;&#10;描述已自动生成"', ""),
        ('descr="" title="图片 3"', ""),
    ],
)
def test_only_a_person_describes_a_picture(attributes, alternative):
    [picture] = read(f"<w:p>{inline_picture(attributes=attributes)}</w:p>", PHOTO, {"media/photo.png": PNG}).blocks
    assert picture.alternative == alternative


def test_a_picture_is_named_after_its_bytes_and_stored_once():
    targets = {
        "rId9": ("image", "media/a.png"),
        "rId8": ("image", "media/b.jpeg"),
        "rId7": ("image", "/word/extra/a.gif"),
    }
    body = "".join(f"<w:p>{inline_picture(key)}</w:p>" for key in ("rId9", "rId8", "rId9", "rId7"))
    data = docx(body, targets, {"media/a.png": GIF, "media/b.jpeg": PNG, "extra/a.gif": GIF + b"2"})
    submission = word.read("稿件.docx", data)
    assert texts(submission) == ["a.gif", "b.png", "a.gif", "a-2.gif"]
    [doubt] = submission.doubts
    assert doubt.is_done
    assert "a.gif" in doubt.sentence


@pytest.mark.parametrize(
    ("target", "data", "name", "reason"),
    [
        ("media/a.emf", b"\x01\0\0\0" + b"\0" * 40, "a.emf", "是EMF图片"),
        ("media/a.tiff", b"II*\0" + b"\0" * 40, "a.tiff", "是TIFF图片"),
        ("media/a.pdf", b"%PDF-1.3", "a.pdf", "是PDF图片"),
        ("media/gone.png", None, "gone.png", "图片不见了"),
        ("media/a.png", b"", "a.png", "图片不见了"),
        ("https://example.org/a.png", None, "a.png", "图片没有放在"),
        ("file:///C:\\photos\\通车.jpg", None, "通车.jpg", "图片没有放在"),
    ],
)
def test_a_picture_that_cannot_be_had_is_listed(target, data, name, reason):
    parts = {} if data is None else {target: data}
    submission = word.read(
        "a.docx", docx(f"<w:p>{r('甲')}{inline_picture()}</w:p>", {"rId9": ("image", target)}, parts)
    )
    assert texts(submission) == ["甲"]
    [listed] = submission.left_out
    assert (listed.text, listed.place) == (name, "第 1 段")
    assert listed.reason.startswith(reason)


def test_of_a_picture_for_the_mac_the_other_one_is_taken():
    blip = '<a:blip r:embed="{}"/>'
    choice = (
        f'<mc:Choice Requires="ma">{blip.format("pdf")}</mc:Choice><mc:Fallback>{blip.format("rId9")}</mc:Fallback>'
    )
    body = f"<w:p><w:r><w:drawing><mc:AlternateContent>{choice}</mc:AlternateContent></w:drawing></w:r></w:p>"
    targets = PHOTO | {"pdf": ("image", "media/photo.pdf")}
    submission = read(body, targets, {"media/photo.png": PNG, "media/photo.pdf": b"%PDF-1.3"})
    assert (texts(submission), submission.left_out) == (["photo.png"], ())


def test_a_cropped_picture_is_whole_and_somebody_is_asked():
    cropped = inline_picture(crop='<a:srcRect l="2500"/>')
    submission = read(f"<w:p>{cropped}</w:p>", PHOTO, {"media/photo.png": PNG})
    assert submission.blocks[0].data == PNG
    [doubt] = submission.doubts
    assert not doubt.is_done
    assert "裁" in doubt.sentence


def test_the_words_of_charts_and_diagrams_are_listed():
    chart = "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData>{}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    body = "<w:p>" + chart.format('<c:chart r:id="c"/>') + chart.format('<dgm:relIds r:dm="d"/>') + r("甲") + "</w:p>"
    submission = read(
        body,
        {"c": ("chart", "chart.xml"), "d": ("diagramData", "data.xml")},
        {
            "chart.xml": f"<c:chartSpace {NAMESPACES}><c:v>销售额</c:v><c:v>120</c:v></c:chartSpace>",
            "data.xml": f"<dgm:dataModel {NAMESPACES}><a:t>申报</a:t><a:t>审批</a:t></dgm:dataModel>",
        },
    )
    assert left(submission) == [("销售额、120", "是图表，网页"), ("申报、审批", "是示意图（S")]


def test_hints_of_the_properties_are_kept_and_broken_ones_do_no_harm():
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>通车</dc:title><dc:creator>王记者</dc:creator></cp:coreProperties>'
    )
    for made, expected in ((core, ("通车", "王记者")), (core[:-9], ("", ""))):
        members = {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": relations(
                {"a": ("officeDocument", "word/document.xml"), "b": ("core-properties", "docProps/core.xml")}
            ),
            "word/document.xml": part("document", f"<w:body>{p('甲')}</w:body>"),
            "docProps/core.xml": made,
        }
        submission = word.read("a.docx", zipped(members))
        assert (submission.title, submission.author, texts(submission)) == (*expected, ["甲"])


def test_the_strict_form_of_the_format_is_read_the_same():
    names = NAMESPACES.replace(
        "schemas.openxmlformats.org/wordprocessingml/2006/main", "purl.oclc.org/ooxml/wordprocessingml/main"
    )
    body = p("甲", '<w:jc w:val="start"/>')
    made = f"<w:document {names}><w:body>{body}</w:body></w:document>"
    [paragraph] = word.read("a.docx", zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": made})).blocks
    assert (paragraph.text, paragraph.look.alignment) == ("甲", "left")


ENTITY = '<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("document", "code"),
    [
        (ENTITY + part("document", f"<w:body>{p('&a;')}</w:body>").partition("?>")[2], "IN12"),
        (part("document", "<w:body>" + "<w:sdt>" * 200 + "</w:sdt>" * 200 + "</w:body>"), "IN10"),
        (part("document", "<w:body>" + "<w:p/>" * 600_001 + "</w:body>"), "IN10"),
        (part("document", ""), "IN09"),
        (part("document", "<w:body>")[:-3], "IN09"),
        ("", "IN09"),
    ],
)
def test_a_document_that_word_never_writes_is_refused(document, code):
    with pytest.raises(Refusal) as refused:
        word.read("a.docx", zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": document}))
    assert [problem.code for problem in refused.value.problems] == [code]


def test_what_is_nested_as_deep_as_may_be_is_read():
    deep = "<w:tbl><w:tr><w:tc>" * 48
    submission = read(deep + p("甲") + "</w:tc></w:tr></w:tbl>" * 48)
    assert texts(submission) == ["甲"]
