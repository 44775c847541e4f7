"""Pages saved or pasted from WeChat, Word and the web: the story is taken, and all else is listed."""

from __future__ import annotations

import base64
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.desk.submissions import html_tree, reading, web_page
from plugins.newsroom.findings.refusals import Refusal
from plugins.newsroom.submission.tree import Block, Paragraph, Picture, Submission, Table, leaves
from tests import newsdesk

PHOTO = newsdesk.jpeg(300, 200)
SENTENCES = (
    "<p>　　区里召开会议，部署下一步工作，要求各单位抓好落实。</p><p>　　会议指出，要加快推进项目，保障群众利益。</p>"
)


def read(html: str, **files: bytes) -> Submission:
    return web_page.read("稿件.html", html.encode(), lambda path: files.get(path.replace(".", "_")))


def texts(blocks: tuple[Block, ...]) -> list[str]:
    return [leaf.text for leaf in leaves(blocks) if isinstance(leaf, Paragraph)]


def left_out(submission: Submission) -> str:
    return "\n".join(item.text for item in submission.left_out)


WECHAT = f"""<!DOCTYPE html><html><head><meta property="og:title" content="古城添新绿"><meta property="og:url" content="https://mp.example/s/x">
<script>var ct = "1502841600";</script></head><body><h1 id="activity-name">\n 古城添新绿 \n</h1>
<div id="meta_content"><span class="rich_media_meta rich_media_meta_text">张三</span><a id="js_name"> 某发布 </a><em id="publish_time">昨天</em></div>
<div class="rich_media_content" id="js_content" style="visibility: hidden;"><section><section><p><span style="font-size:16px">第一段话，</span><strong>继续。</strong></p>
<p style="text-align:center"><img data-src="https://pic.example/640" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></p>
<p><img src="data:image/jpeg;base64,{base64.b64encode(PHOTO).decode()}" alt="图片"></p>
<p style="text-align:center"><span style="font-size:12px">签约现场　李四 摄</span></p></section></section>
<p style="display:none">看不见的话</p><mpvoice name="讲解"></mpvoice></div>
<div class="qr_code_pc">微信扫一扫</div></body></html>"""


def test_an_article_of_wechat_is_read_with_its_author_account_and_day():
    found = read(WECHAT)
    assert texts(found.blocks) == [
        "古城添新绿",
        "来源：某发布",
        "日期：2017-08-16 08:00",
        "第一段话，继续。",
        "签约现场　李四 摄",
    ]
    assert [block.data for block in found.blocks if isinstance(block, Picture)] == [PHOTO]
    assert "https://pic.example/640" in left_out(found)
    assert {"看不见的话", "微信扫一扫", "讲解"} <= set(chain(*(line.split() for line in left_out(found).split("\n"))))
    assert any("https://mp.example/s/x" in doubt.sentence for doubt in found.doubts)


WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv=Content-Type content="text/html; charset=gb2312">
<meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal, li.MsoNormal {font-size:10.5pt;} p.a {mso-style-name:引题; text-align:center} --></style></head>
<body lang=ZH-CN><div class=WordSection1><p class=a>古城新事</p>
<p class=MsoNormal align=center style='text-align:center'><b><span style='font-size:22.0pt'>遗址加快
保护<span lang=EN-US><o:p></o:p></span></span></b></p>
<p class=MsoNormal>记者&nbsp; 张三<a href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a><del>旧话</del><ins>新话</ins></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>一、<span>&nbsp;&nbsp;</span></span><![endif]>第一件</p>
<p class=MsoListParagraph style='mso-list:l1 level2 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span><![endif]>编号</p>
<!--[if gte vml 1]><v:imagedata src="a.jpg"/><v:textbox style='x'><div><p>框里的话</p></div></v:textbox><![endif]-->
<![if !vml]><img src="a.jpg" alt="说明: C:\\a\\b.jpg"><![endif]>
<table><tr><td colspan=2><p>合计</p></td></tr><tr><td>甲</td><td>1</td></tr></table></div>
<div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> 注释。</p></div></div>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p>请核实</p></div></div></body></html>"""


def test_a_page_of_word_is_read_with_its_styles_lists_notes_changes_and_comments():
    found = web_page.read("稿件.htm", WORD.encode("gb18030"), {"a.jpg": PHOTO}.get)
    kicker, title, byline, by_hand, item, picture, table = found.blocks
    assert isinstance(kicker, Paragraph)
    assert (kicker.text, kicker.look.style, kicker.look.alignment) == ("古城新事", "引题", "center")
    assert isinstance(title, Paragraph)
    assert (title.text, title.look.size, title.look.is_bold) == ("遗址加快保护", 22, True)
    assert isinstance(byline, Paragraph)
    assert (byline.text, byline.look.size) == ("记者  张三新话", 10.5)
    assert [run.note for run in byline.runs if run.note] == list(found.notes)
    assert [texts(note) for note in found.notes.values()] == [["注释。"]]
    assert isinstance(by_hand, Paragraph)
    assert (by_hand.text, by_hand.item) == ("一、第一件", None)
    assert isinstance(item, Paragraph)
    assert item.item is not None
    assert (item.text, item.item.depth, item.item.is_ordered) == ("编号", 1, True)
    assert isinstance(picture, Picture)
    assert (picture.data, picture.alternative) == (PHOTO, "")
    assert isinstance(table, Table)
    assert [[cell.columns for cell in row] for row in table.rows] == [[2], [1, 1]]
    assert [item.text for item in found.left_out] == ["框里的话", "旧话", "请核实"]


SITE = f"""<html><head><meta charset="utf-8"><title>区里召开会议　部署下一步-某日报网</title></head><body>
<ul class="nav"><li><a href=/>首页</a></li><li><a href=/a>新闻</a></li><li><a href=/b>专题</a></li></ul>
<img src="logo.png"><h1>某日报网</h1><div class="title">区里召开会议　部署下一步</div><div>2017-08-16 09:30　来源：某日报 作者：李四 <a>打印</a></div>
<div class="box"><div id="zoom"><div class="TRS_Editor">{SENTENCES}</div></div></div><div>责任编辑：王五</div>
<div class="comment"><p>网友说，写得真好，写得真好，我看了三遍，还想再看一遍。</p></div><div>版权所有，未经许可，不得转载，违者必究。</div></body></html>"""


@pytest.mark.parametrize("sentences", [SENTENCES, SENTENCES.replace("<p>", "<p class=MsoNormal>")])
def test_the_story_of_a_site_is_found_among_its_furniture_with_the_lines_about_it(sentences):
    found = read(SITE.replace(SENTENCES, sentences))
    assert texts(found.blocks) == [
        "区里召开会议　部署下一步",
        "来源：某日报",
        "作者：李四",
        "日期：2017-08-16 09:30",
        "区里召开会议，部署下一步工作，要求各单位抓好落实。",
        "会议指出，要加快推进项目，保障群众利益。",
        "责任编辑：王五",
    ]
    assert all(words in left_out(found) for words in ("首页", "打印", "网友说", "版权所有", "某日报网", "logo.png"))


def test_an_article_is_the_story_however_little_stands_around_it():
    found = read(f"<body><h1>区里召开会议</h1><article>{SENTENCES}</article><footer>主办单位：某区</footer></body>")
    assert texts(found.blocks)[0] == "区里召开会议"
    assert "主办单位：某区" in left_out(found)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>主动加快知\n识更新</p>", ["主动加快知识更新"]),
        ("<p>Yellow\nRiver</p>", ["Yellow River"]),
        ("<p>记者&nbsp;&nbsp;张三 <span> 摄</span></p>", ["记者  张三 摄"]),
        ("一段<br><br>二段<br>　　三段<br>接着", ["一段", "二段", "三段\n接着"]),
        ("<div>前<div>里</div>后</div>", ["前", "里", "后"]),
        ("<pre>一行\n 二行</pre>", ["一行\n 二行"]),
        ("<p>甲<p>乙<b>丙<p>丁", ["甲", "乙丙", "丁"]),
        ("<p>10<sup>2</sup>㎡&amp;&#20013;</p>", ["102㎡&中"]),
    ],
)
def test_blanks_and_breaks_are_what_readers_see(html, expected):
    assert texts(read(html).blocks) == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("<p>编码是国标</p>".encode("gbk"), "编码是国标"),
        ('<meta charset="big5"><p>繁體字的網頁內容</p>'.encode("big5"), "繁體字的網頁內容"),
        ("<p>有签名</p>".encode("utf-16"), "有签名"),
        (b"<meta charset=gbk><p>" + "这一段话里有一个坏字".encode("gbk") * 20 + b"\xff" + b"</p>", "坏字"),
    ],
)
def test_pages_are_decoded_by_our_rule_then_by_what_they_say(data, expected):
    found = web_page.read("a.html", data)
    assert expected in texts(found.blocks)[0]
    assert bool(found.doubts) == (b"\xff</p>" in data)


def test_looks_links_and_lists_of_tags_and_styles():
    found = read(
        '<center><font size=6>大字</font></center><p style="font-weight:700;text-align:right">粗<s>删</s><i>斜</i></p>'
        '<p><a href="https://a.example/x">外链</a><a href="javascript:x()">坏链</a></p><ul><li>一<ol><li>里</li></ol></li></ul>'
    )
    big, bold, link, one, two = found.blocks
    assert isinstance(big, Paragraph)
    assert (big.look.size, big.look.alignment) == (24, "center")
    assert isinstance(bold, Paragraph)
    assert [(run.text, run.is_bold, run.is_struck, run.is_italic) for run in bold.runs] == [
        ("粗", True, False, False),
        ("删", True, True, False),
        ("斜", True, False, True),
    ]
    assert bold.look.alignment == "right"
    assert isinstance(link, Paragraph)
    assert [(run.text, run.link) for run in link.runs] == [("外链", "https://a.example/x"), ("坏链", "")]
    assert isinstance(one, Paragraph)
    assert isinstance(two, Paragraph)
    assert one.item is not None
    assert two.item is not None
    assert (one.item.depth, one.item.is_ordered, two.item.depth, two.item.is_ordered) == (0, False, 1, True)


def test_pictures_beside_a_page_are_taken_and_none_outside_its_folder(tmp_path):
    (tmp_path / "页_files").mkdir()
    (tmp_path / "页_files/城墙.jpg").write_bytes(PHOTO)
    (tmp_path.parent / "secret.jpg").write_bytes(PHOTO)
    page = tmp_path / "页.html"
    page.write_text(
        '<p><img src="./%E9%A1%B5_files/%E5%9F%8E%E5%A2%99.jpg" alt="城墙一角">字<img src="../secret.jpg"></p>'
    )
    found = reading.read(page, page.read_bytes())
    pictures = [block for block in found.blocks if isinstance(block, Picture)]
    assert [(each.name, each.alternative, each.data == PHOTO) for each in pictures] == [("城墙.jpg", "城墙一角", True)]
    assert "../secret.jpg" in left_out(found)


def test_a_page_saved_as_one_file_is_read_with_its_pictures(tmp_path):
    message = MIMEMultipart("related")
    html = WECHAT.replace("https://pic.example/640", "https://pic.example/a.jpg")
    message.attach(MIMEText(html.replace("<mpvoice", '<img src="cid:b@x"><mpvoice'), "html", "utf-8"))
    for header, value, width in (("Content-Location", "https://pic.example/a.jpg", 310), ("Content-ID", "<b@x>", 320)):
        picture = MIMEImage(newsdesk.jpeg(width, 200), "jpeg")
        picture[header] = value
        message.attach(picture)
    found = reading.read(tmp_path / "a.mhtml", message.as_bytes())
    pictures = [block.data for block in found.blocks if isinstance(block, Picture)]
    assert pictures == [newsdesk.jpeg(310, 200), PHOTO, newsdesk.jpeg(320, 200)]
    assert "第一段话，继续。" in texts(found.blocks)


def test_nothing_but_files_below_the_page_is_opened(tmp_path):
    read_beside = reading.beside(tmp_path / "a.html")
    (tmp_path / "b.jpg").write_bytes(PHOTO)
    assert read_beside("./b.jpg") == PHOTO
    assert [read_beside(path) for path in ("//host/b.jpg", str(tmp_path / "b.jpg"), "C:\\b.jpg", "..", "", "a\0b")] == [
        None
    ] * 6


def test_markup_nested_beyond_measure_is_refused_at_once():
    with pytest.raises(Refusal, match="多得不正常"):
        read("<div>" * 100_000 + "字")
    assert texts(read("<div>" * 1000 + "字" + "</div>" * 1000 + "<p>外</p>").blocks) == ["字", "外"]


WORDS = st.text("甲乙丙丁，。 \n<>&a1", min_size=1, max_size=8)
TAGS = st.sampled_from(["p", "div", "span", "b", "section", "li", "td", "table", "center", "h2", "a", "br"])
SOUP = st.lists(st.one_of(WORDS, TAGS.map("<{}>".format), TAGS.map("</{}>".format)), max_size=30).map("".join)


@given(SOUP)
@settings(deadline=None)
def test_no_letter_of_any_soup_is_lost_or_made_up(soup):
    """What html5ever takes for text is in the tree or among what was left out, each letter once and in order."""
    seen = "".join(read(soup).blocks and texts(read(soup).blocks)) + left_out(read(soup))
    expected = html_tree.parse(soup, "").text
    assert sorted(c for c in seen if c.isalnum()) == sorted(c for c in expected if c.isalnum())
