"""`new`: a dated folder with a filled head that the checks find nothing wrong with."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.desk import new_story
from plugins.newsroom.column import column
from plugins.newsroom.findings.problems import has_errors
from plugins.newsroom.findings.refusals import Refusal
from plugins.newsroom.text.dates import SHANGHAI
from tests import newsdesk

DAY = date(2017, 8, 16)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return newsdesk.column(tmp_path / "content")


def load(content: Path) -> column.Column:
    return column.load(content, datetime(2017, 9, 1, tzinfo=SHANGHAI), preview=True)


def story_at(content: Path, text: Path):
    return load(content).story(text.relative_to(content).as_posix())


def test_a_new_story_is_a_dated_folder_with_the_title_in_pinyin(content):
    text = new_story.new("商都新貌", content, day=DAY)
    assert text == content / "2017/08/16-shang-du-xin-mao/index.md"
    assert text.read_bytes().startswith("---\n标题: 商都新貌\n".encode())


def test_a_new_story_is_a_draft_the_checks_find_nothing_wrong_with(content):
    text = new_story.new("商都新貌", content, day=DAY, section="项目建设")
    assert not load(content).problems
    story = story_at(content, text)
    assert story.title == "商都新貌"
    assert story.section.name == "项目建设"
    assert story.origin.name == "某专栏"
    assert load(content).held[story.source].value == "草稿"


@pytest.mark.parametrize(
    "title",
    ["冒号: 和 # 号", "“引号”开头", "- 横线", "2017", "左半边　　右半边", "yes", "[括号]", '反斜\\杠 "双"引号', "'单'"],
)
def test_a_title_with_signs_that_yaml_trips_over_is_kept(content, title):
    text = new_story.new(title, content, day=DAY)
    assert not has_errors(load(content).problems)
    plain = story_at(content, text).title
    assert plain.split() == title.split()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=30))
def test_any_line_of_text_is_written_so_that_it_reads_back(title):
    import yaml

    assert yaml.safe_load(f"标题: {new_story._as_yaml('标题', title)}") == {"标题": title}


def test_what_is_there_is_never_overwritten(content):
    text = new_story.new("商都新貌", content, day=DAY)
    text.write_text("写好的稿件", encoding="utf-8")
    with pytest.raises(Refusal, match="没有改动它"):
        new_story.new("商都新貌", content, day=DAY)
    assert text.read_text(encoding="utf-8") == "写好的稿件"


def test_a_story_without_a_folder_is_not_doubled_either(content):
    (content / "2017/08/16-shang-du.md").write_text("x", encoding="utf-8")
    with pytest.raises(Refusal, match="没有改动它"):
        new_story.new("商都", content, day=DAY)


def test_two_stories_of_one_month_never_get_one_address(content):
    texts = [new_story.new("商都新貌", content, day=date(2017, 8, day)) for day in (1, 2, 3)]
    assert [text.parent.name for text in texts] == [
        "01-shang-du-xin-mao",
        "02-shang-du-xin-mao-2",
        "03-shang-du-xin-mao-3",
    ]
    assert not load(content).problems


def test_a_long_title_gives_a_short_name_of_whole_syllables(content):
    name = new_story.new("建设国家中心城市管城在行动" * 3, content, day=DAY).parent.name
    assert name == "16-jian-she-guo-jia-zhong-xin-cheng-shi-guan-cheng"


def test_a_title_nothing_of_which_can_be_spelt_still_gets_a_folder(content):
    assert new_story.new("……", content, day=DAY).parent.name == "16-gaojian"


@pytest.mark.parametrize(
    ("title", "section", "sentence"),
    [
        ("", "", "标题是空的"),
        (" 　", "", "标题是空的"),
        ("一\n二", "", "写成一行"),
        ("好稿", "没有的", "版块有：学习贯彻、项目建设。"),
    ],
)
def test_what_cannot_be_begun_is_one_sentence_and_nothing_is_written(content, title, section, sentence):
    before = newsdesk.fingerprint(content)
    with pytest.raises(Refusal, match=sentence):
        new_story.new(title, content, day=DAY, section=section)
    assert newsdesk.fingerprint(content) == before


def test_a_folder_that_is_no_column_is_one_sentence(tmp_path):
    with pytest.raises(Refusal, match="--content"):
        new_story.new("好稿", tmp_path / "nowhere", day=DAY)
    with pytest.raises(Refusal, match="还没有版块"):
        new_story.new("好稿", tmp_path, day=DAY)


def test_a_day_that_cannot_be_read_is_one_sentence():
    assert new_story.day_of(" 2017-08-16 ") == DAY
    with pytest.raises(Refusal, match="--date 2017-08-16"):
        new_story.day_of("昨天")


def test_the_task_says_where_the_story_is(content):
    result = newsdesk.run("new", "商都新貌", "--content", content, "--date", "2017-08-16")
    assert result.returncode == 0
    assert result.stdout.startswith(f"已建好：{content / '2017/08/16-shang-du-xin-mao/index.md'}\n")
    again = newsdesk.run("new", "商都新貌", "--content", content, "--date", "2017-08-16")
    assert again.returncode == 1
    assert again.stdout.count("\n") == 1


XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>李四</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">夯土城墙一角</rdf:li></rdf:Alt></dc:description>{more}
</rdf:Description></rdf:RDF></x:xmpmeta>"""
LABEL = '<d:AIGC xmlns:d="http://www.tc260.org.cn/ns/AIGC/1.0/">{"Label":"1"}</d:AIGC>'


@pytest.fixture
def photo(tmp_path: Path):
    def make(name: str, **options: object) -> Path:
        path = tmp_path / name
        path.write_bytes(newsdesk.jpeg(800, 600, **options))
        return path

    return make


def test_photos_come_along_with_the_caption_and_the_credit_they_carry(content, photo):
    given = photo("DSC 0001(1).JPG", xmp=XMP.format(more="").encode())
    text = new_story.new("商都新貌", content, day=DAY, photos=[given])
    assert text.with_name("01.jpg").read_bytes() == given.read_bytes()
    (shown,) = story_at(content, text).photos
    assert (shown.file, shown.caption, shown.credit) == ("01.jpg", "夯土城墙一角", "李四 摄")
    assert not load(content).problems


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("签约现场 张三摄.jpg", '![签约现场](01.jpg "张三 摄")'),
        ("签约现场（张三 摄）.jpg", '![签约现场](01.jpg "张三 摄")'),
        ("张三摄-签约现场.jpg", '![签约现场](01.jpg "张三 摄")'),
        ("0816签约现场(2).jpg", '![签约现场](01.jpg "　摄")'),
        ("游客在拍摄.jpg", '![游客在拍摄](01.jpg "　摄")'),
        ("微信图片_20170816093012.jpg", '![](01.jpg "　摄")'),
        ("截图2017-08-16上午9.30.12.jpg", '![](01.jpg "　摄")'),
        ("mmexport1503012345678.jpg", '![](01.jpg "　摄")'),
        ("IMG_1234.jpg", '![](01.jpg "　摄")'),
    ],
)
def test_what_a_photo_was_called_begins_its_caption_and_proposes_its_credit(content, photo, name, line):
    text = new_story.new("商都新貌", content, day=DAY, photos=[photo(name)])
    assert f"\n{line}" in text.read_text(encoding="utf-8")


def test_two_names_for_one_photo_are_left_to_the_editor(content, photo):
    given = photo("签约现场 张三摄.jpg", xmp=XMP.format(more="").encode())
    text = new_story.new("商都新貌", content, day=DAY, photos=[given])
    assert "（署名是李四 摄还是张三 摄？）" in text.read_text(encoding="utf-8")
    assert story_at(content, text).photos == ()


def test_how_much_is_known_of_the_photos_is_said_in_one_line(content, photo):
    given, told = [photo("a.jpg"), photo("城墙 张三摄.jpg"), photo("b.jpg", xmp=XMP.format(more=LABEL).encode())], []
    new_story.new("商都新貌", content, day=DAY, photos=given, tell=told.append)
    (line,) = told
    assert line.startswith("照片 3 张：有说明的 2 张，有署名的 2 张，有AI 生成标识的 1 张")


def test_a_photo_nobody_signed_waits_in_a_remark(content, photo):
    text = new_story.new("商都新貌", content, day=DAY, photos=[photo("a.jpg")])
    assert story_at(content, text).photos == ()
    assert '![](01.jpg "　摄")' in text.read_text(encoding="utf-8")
    assert [found.code for found in load(content).problems] == ["FI12"]


def test_a_photo_made_by_a_machine_is_declared(content, photo):
    text = new_story.new("商都新貌", content, day=DAY, photos=[photo("a.jpg", xmp=XMP.format(more=LABEL).encode())])
    assert story_at(content, text).photos[0].ai_generated


@pytest.mark.parametrize(("data", "sentence"), [(None, "没有“"), (b"<html>", "不是能发布的照片")])
def test_a_photo_that_cannot_be_used_is_one_sentence_and_nothing_is_written(data, sentence, content, tmp_path):
    given, before = tmp_path / "a.jpg", newsdesk.fingerprint(content)
    if data:
        given.write_bytes(data)
    with pytest.raises(Refusal, match=sentence):
        new_story.new("商都新貌", content, day=DAY, photos=[given])
    assert newsdesk.fingerprint(content) == before


def test_a_folder_of_photos_comes_along_whole_and_in_order(content, photo, tmp_path):
    (tmp_path / "card").mkdir()
    for name in ("DSC_2.jpg", "DSC_10.JPG", ".hidden.jpg", "notes.txt"):
        photo(f"card/{name}", comment=name.encode())
    text = new_story.new("商都新貌", content, day=DAY, photos=[tmp_path / "card"])
    copied = [path.read_bytes() for path in sorted(text.parent.glob("*.jpg"))]
    assert copied == [(tmp_path / "card" / name).read_bytes() for name in ("DSC_10.JPG", "DSC_2.jpg")]


def test_several_photos_are_several_options(content, photo):
    signed = [photo(name, xmp=XMP.format(more="").encode()) for name in ("a.jpg", "b.jpg")]
    options = [option for path in signed for option in ("--photo", path)]
    result = newsdesk.run("new", "商都新貌", "--content", content, "--date", "2017-08-16", *options)
    assert result.returncode == 0, result.stdout
    assert [path.name for path in sorted((content / "2017/08/16-shang-du-xin-mao").iterdir())] == [
        "01.jpg",
        "02.jpg",
        "index.md",
    ]
