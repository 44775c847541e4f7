"""Text files of any Chinese encoding, Markdown, workbooks and tables as text."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image

from plugins.desk.submissions import comma_table, markdown_text, plain_text, reading, workbook
from plugins.desk.submissions.cell_text import shown
from plugins.newsroom.findings.refusals import Refusal
from plugins.newsroom.submission.tree import Block, ListItem, Paragraph, Picture, Table, leaves
from tests import newsdesk

TEXT = "标题在此\r\n　　正文里有“引号”，有数字123。\r\n\r\n第二段。\r\n"


def texts(blocks: tuple[Block, ...]) -> list[str]:
    return [leaf.text for leaf in leaves(blocks) if isinstance(leaf, Paragraph)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_text_in_any_chinese_encoding_is_read_line_by_line(encoding):
    found = plain_text.read("稿件.txt", TEXT.encode(encoding))
    assert texts(found.blocks) == ["标题在此", "　　正文里有“引号”，有数字123。", "第二段。"]
    assert [block.place for block in found.blocks] == ["第 1 行", "第 2 行", "第 4 行"]


def test_a_text_of_another_encoding_is_refused_with_one_sentence_and_lost_bytes_are_told():
    with pytest.raises(Refusal, match="编码"):
        plain_text.read("稿件.txt", "繁體中文的文章，內容很多，寫得很長。".encode("big5"))
    damaged = ("这是一篇很长的稿件，写了很多的话。" * 5).encode() + b"\xe4\xb8"
    assert "编码坏了" in plain_text.read("稿件.txt", damaged).doubts[0].sentence


def test_markdown_that_is_no_story_of_ours_is_read_with_its_marks_and_its_pictures(tmp_path):
    (tmp_path / "a.jpg").write_bytes(newsdesk.jpeg(300, 200))
    file = tmp_path / "稿件.md"
    file.write_text(
        "# 标题\n\n**记者 张三**\n\n见[这里](https://a.example)[^1]。\n\n- 一\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n"
        "![城墙](a.jpg)\n\n[^1]: 注释\n"
    )
    title, byline, line, item, table, picture = (found := reading.read(file, file.read_bytes())).blocks
    assert isinstance(title, Paragraph)
    assert title.heading == 1
    assert isinstance(byline, Paragraph)
    assert byline.look.is_bold
    assert isinstance(line, Paragraph)
    assert [run.link for run in line.runs if run.link] == ["https://a.example"]
    assert [texts(note) for note in found.notes.values()] == [["注释"]]
    assert isinstance(item, Paragraph)
    assert item.item == ListItem(0, is_ordered=False)
    assert isinstance(table, Table)
    assert table.has_head
    assert isinstance(picture, Picture)
    assert picture.alternative == "城墙"


def test_markdown_without_any_mark_is_plain_text():
    assert texts(markdown_text.read("稿件.md", "一行\n二行".encode()).blocks) == ["一行", "二行"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('姓名,单位\n张三,"甲,乙"\n', [["姓名", "单位"], ["张三", "甲,乙"]]),
        ("姓名\t单位\n张三\t甲,乙,丙\n", [["姓名", "单位"], ["张三", "甲,乙,丙"]]),
        ("姓名，单位\n张三，甲\n李四\n", [["姓名", "单位"], ["张三", "甲"], ["李四", ""]]),
    ],
)
def test_a_table_as_text_is_divided_by_the_sign_that_divides_most_lines_alike(text, expected):
    (table,) = comma_table.read("名单.csv", text.encode("gbk")).blocks
    assert isinstance(table, Table)
    assert [["".join(texts(cell.blocks)) for cell in row] for row in table.rows] == expected


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        (1234.5, "General", "1234.5"),
        (0.1 + 0.2, "General", "0.3"),
        (1234.5, "#,##0.00", "1,234.50"),
        (12345678, '0!.0,"万"', "1234.6万"),
        (1234567, "#,##0,", "1,235"),
        (0.256, "0.0%", "25.6%"),
        (-3, "0.0_);[Red](0.0)", "(3.0)"),
        (0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-"),
        (0, "0", "0"),
        (7, '00"号"', "07号"),
        (3, "0.##", "3"),
        (True, "General", "TRUE"),
        (datetime(2017, 8, 16), 'yyyy"年"m"月"d"日";@', "2017年8月16日"),
        (date(2017, 8, 6), "[$-804]yyyy/m/d aaaa", "2017/8/6 星期日"),
        (datetime(2017, 8, 16, 15, 5), "yyyy-mm-dd hh:mm", "2017-08-16 15:05"),
        (datetime(2017, 8, 16, 15, 5), "上午/下午h:mm", "下午3:05"),
        (time(9, 5, 7), "mm:ss", "05:07"),
        (timedelta(hours=30), "[h]:mm", "30:00"),
        (datetime(2017, 8, 16), "[$-F800]dddd, mmmm dd, yyyy", "2017年8月16日"),
    ],
)
def test_a_cell_shows_what_excel_shows(value, code, expected):
    assert shown(value, code) == expected


def _book() -> Workbook:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "项目进度"
    for row in (
        ["项目", "投资", "日期", "内部"],
        ["甲", 0.5, date(2017, 8, 16), "密"],
        ["乙", "=1+1", None, None],
        ["藏", 1],
    ):
        sheet.append(row)
    sheet["B2"].number_format = "0%"
    sheet.merge_cells("C3:C4")
    sheet["C3"] = "并"
    sheet["A2"].comment = Comment("请核实", "编辑")
    sheet.row_dimensions[4].hidden = True
    sheet.column_dimensions["D"].hidden = True
    sheet.add_image(Image(io.BytesIO(newsdesk.jpeg(60, 40))))
    hidden = book.create_sheet("内部")
    hidden["A1"], hidden.sheet_state = "不公开", "hidden"
    return book


def _bytes(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_workbook_gives_a_table_a_sheet_and_lists_what_is_hidden():
    found = workbook.read("进度.xlsx", _bytes(_book()))
    table, picture = found.blocks
    assert isinstance(table, Table)
    assert (table.caption, table.has_head) == ("项目进度", True)
    assert [["".join(texts(cell.blocks)) for cell in row] for row in table.rows] == [
        ["项目", "投资", "日期"],
        ["甲", "50%", "2017-08-16"],
        ["乙", "", "并"],
    ]
    assert isinstance(picture, Picture)
    assert {"请核实", "内部 密 藏 1", "不公开"} == {item.text for item in found.left_out}
    assert [doubt.place for doubt in found.doubts] == ["工作表“项目进度”B3"]


def test_empty_rows_and_columns_between_cells_are_passed_over_however_many():
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for place in ("B2", "XFD2", "B1048576", "XFD1048576"):
        sheet[place] = place
    (table,) = workbook.read("a.xlsx", _bytes(book)).blocks
    assert isinstance(table, Table)
    assert [["".join(texts(cell.blocks)) for cell in row] for row in table.rows] == [
        ["B2", "XFD2"],
        ["B1048576", "XFD1048576"],
    ]


def test_a_first_row_of_one_cell_over_all_columns_is_the_caption():
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["征迁进度表"], ["街道", "户数"], ["甲", 3]):
        sheet.append(row)
    sheet.merge_cells("A1:B1")
    (table,) = workbook.read("a.xlsx", _bytes(book)).blocks
    assert isinstance(table, Table)
    assert (table.caption, texts((table,))) == ("征迁进度表", ["街道", "户数", "甲", "3"])


def test_a_day_in_a_format_that_only_chinese_workbooks_name_is_shown_as_a_day():
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = date(2017, 8, 16)
    sheet["A1"].number_format = "yyyy/m/d"
    sheet["B1"] = "日"
    data = _bytes(book)
    table, *_ = workbook.read("a.xlsx", _renumbered(data)).blocks
    assert texts((table,))[0] == "2017年8月16日"


def _renumbered(data: bytes) -> bytes:
    """The workbook with its own format replaced by number 31, as Chinese Excel writes it."""
    source, stream = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, re.sub(rb'<xf numFmtId="16\d"', b'<xf numFmtId="31"', source.read(name)))
    return stream.getvalue()


def test_a_table_too_large_for_a_story_or_broken_is_refused():
    with pytest.raises(Refusal, match="附件"):
        comma_table.read("a.csv", ("1,2,3,4,5,6,7,8,9,10\n" * 600).encode())
    whole = _bytes(_book())
    for broken in (whole.replace(b"xl/workbook.xml", b"xl/worxbook.xml"), _with_another_byte(whole)):
        with pytest.raises(Refusal):
            workbook.read("a.xlsx", broken)


def _with_another_byte(data: bytes) -> bytes:
    """The workbook with one byte changed amid its first sheet."""
    at = data.index(b"xl/worksheets/sheet1.xml") + 200
    return data[:at] + bytes([data[at] ^ 255]) + data[at + 1 :]


def test_files_are_read_by_what_they_are(tmp_path: Path):
    """A page named .txt is a page; a fragment that begins with text is a page by its name."""
    for name, data, expected in (
        ("a.txt", b"<html><p>\xe4\xb8\x80</p></html>", ["一"]),
        ("b.html", "字<p>二</p>".encode(), ["字", "二"]),
        ("c.dat", "行".encode(), ["行"]),
    ):
        assert texts(reading.read(tmp_path / name, data).blocks) == expected
