"""The Word file of a story as a file: who may have one, what it says of itself, what python-docx and our own gate find in it."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime

import docx
import pytest
from docx.oxml.ns import qn
from PIL import Image

from plugins.desk import word
from plugins.desk.submissions import gate
from plugins.newsroom.findings.refusals import Refusal
from tests.newsdesk import NOW, column, common_cache, jpeg, story
from tests.outlets.word.test_round_trip import PICTURES, WHOLE

pytestmark = pytest.mark.slow  # real pictures
NAME = "2017/08/17-qingyun/index.md"


def made(content, *stories, **options):
    return word.make(
        content,
        stories or [NAME],
        content,
        "",
        datetime.fromisoformat(NOW),
        cache=common_cache(content.parent),
        **options,
    )


def file_of(content, *stories) -> bytes:
    (data,) = made(content, *stories).files.values()
    return data


def paragraphs(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs if paragraph.text]


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    folder = tmp_path_factory.mktemp("word")
    return file_of(column(folder / "content", {NAME: WHOLE, **PICTURES}))


def test_the_file_stands_as_the_desk_wants_it(whole):
    assert gate.kind_of("a.docx", whole) is gate.Kind.WORD
    document = docx.Document(io.BytesIO(whole))
    styles = [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]
    assert styles[:7] == [
        ("引题", "老城新事"),
        ("Title", "两条老巷　一本新账"),
        ("Subtitle", "——清运队进巷第一天"),
        ("Subtitle", "——居民说说心里话"),
        ("署名行", "记者 张三 文/图 通讯员 李四"),
        ("日期来源", "2017年8月17日 09:30"),
        ("日期来源", "来源：本专栏编写"),
    ]
    assert [text for name, text in styles if name.startswith("Heading")] == ["先清哪里", "账怎么记"]
    assert [text for name, text in styles if name == "Caption"] == [
        "工人在巷口装车　张三 摄",
        "居民在看图纸　李四 供图",
    ]
    assert len(document.inline_shapes) == 2


def test_tables_have_heads_and_spans_and_the_last_is_for_signing(whole):
    first, second, last = docx.Document(io.BytesIO(whole)).tables
    assert [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in first.rows] == [
        True,
        False,
        False,
    ]
    assert second.cell(0, 0)._tc is second.cell(0, 1)._tc
    assert second.cell(1, 0)._tc is second.cell(2, 0)._tc
    assert [[cell.text for cell in row.cells[:3]] for row in last.rows] == [
        ["环节", "姓名", "时间"],
        ["责编", "王五、赵六", ""],
        ["校对", "孙七", ""],
        ["审核", "", ""],
        ["初审", "周八", "2017年8月16日 18:00"],
        ["复审", "", ""],
        ["终审", "", ""],
    ]


def test_the_file_says_nothing_of_clock_machine_or_template(whole):
    said = docx.Document(io.BytesIO(whole)).core_properties
    assert (said.title, said.author, said.category) == ("两条老巷　一本新账", "记者 张三 文/图 通讯员 李四", "项目建设")
    assert said.created.isoformat().startswith("2017-08-17T01:30:00")
    with zipfile.ZipFile(io.BytesIO(whole)) as parts:
        assert {row.date_time for row in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        words = b"".join(parts.read(name) for name in parts.namelist() if not name.endswith(".jpg"))
    assert not re.search(rb"python-docx|Macintosh|Microsoft Office Word|2013-12", words)


def test_the_same_story_gives_the_same_bytes(whole, tmp_path):
    assert file_of(column(tmp_path / "other", {NAME: WHOLE, **PICTURES})) == whole


@pytest.mark.parametrize(
    ("head", "mark"), [({"状态": "草稿"}, "草稿，不得外传"), ({"状态": "待审"}, "待审，不得外传"), ({}, "一篇好稿")]
)
def test_what_readers_do_not_see_says_so_on_the_first_line(head, mark, tmp_path):
    assert paragraphs(file_of(column(tmp_path / "content", {NAME: story(**head)})))[0] == mark


def test_withdrawn_stories_pages_and_broken_ones_are_refused(tmp_path):
    gone = story(状态="撤稿", 撤稿日期="2017-08-18", 撤稿说明="有误")
    content = column(tmp_path / "content", {NAME: gone, "2017/08/18-cuo/index.md": story(版块="没有的")})
    for source, code in ((NAME, "已经撤稿"), ("pages/about/index.md", "不是稿件"), ("2017/08/18-cuo/index.md", "有错")):
        with pytest.raises(Refusal, match=code):
            made(content, source)


def test_a_lapsed_photo_is_not_in_the_file_and_that_is_said(tmp_path):
    lapsed = story(
        '第一段。\n\n![旧照](01.jpg "张三 摄")\n\n第二段。\n', 图片="\n  01.jpg:\n    许可: 合同\n    到期: 2017-08-20"
    )
    content = column(tmp_path / "content", {NAME: lapsed, "2017/08/17-qingyun/01.jpg": jpeg()})
    found = made(content)
    (data,) = found.files.values()
    assert [problem.code for problem in found.problems] == ["WD10"]
    assert "［照片 01.jpg 不能再用，没有放进来］" in paragraphs(data)
    assert not docx.Document(io.BytesIO(data)).inline_shapes
    assert "旧照" not in "".join(paragraphs(data))


def test_pictures_are_upright_and_no_longer_than_2000_pixels(tmp_path):
    content = column(
        tmp_path / "content",
        {NAME: story('甲。\n\n![图](01.jpg "张三 摄")\n'), "2017/08/17-qingyun/01.jpg": jpeg(1300, 2600)},
    )
    with (
        zipfile.ZipFile(io.BytesIO(file_of(content))) as parts,
        Image.open(io.BytesIO(parts.read("word/media/image1.jpg"))) as picture,
    ):
        assert (picture.format, picture.size) == ("JPEG", (1000, 2000))
