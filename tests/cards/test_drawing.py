"""Drawn cards: real pictures of the size that share previews ask for, and who gets one."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PIL import Image

from plugins.cards.drawing import draw
from plugins.desk.build import build
from plugins.newsroom.body.document import Document
from plugins.newsroom.pages.share_image import ShareImage, of_story
from plugins.newsroom.registry import Section, Site
from plugins.newsroom.story.brief import brief_of
from plugins.newsroom.story.model import Story
from plugins.newsroom.text.dates import SHANGHAI
from tests.newsdesk import column, jpeg, story

INK = (35, 30, 24)
DAY = datetime(2017, 8, 16, 9, 30, tzinfo=SHANGHAI)
NOW = "2017-09-01T08:00:00+08:00"
LONG = "紧紧围绕国家中心城市建设总体思路倒排工期挂图作战，" * 6


def _ink(data: bytes) -> tuple[int, int, int, int]:
    """Left, upper, right and lower edge of what is drawn in the colour of headlines."""
    picture = Image.open(io.BytesIO(data))
    palette = picture.getpalette()
    place = [tuple(palette[start : start + 3]) for start in range(0, len(palette), 3)].index(INK)
    return picture.point([255 * (one == place) for one in range(256)], "L").getbbox()


def _drawn(headline: str, label: str = "商都文化片区", column: str = "某专栏") -> bytes:
    return draw(ShareImage("x", headline, label, column))


@pytest.mark.parametrize(
    "headline", ["短", "一层一层往上夯　商都历史文化区按节点推进", LONG, '𠮷野家😀<b>&\u0001]]>"', "A" * 90, "gjpy" * 9]
)
def test_a_headline_of_any_length_stands_whole_between_the_label_and_the_rule(headline):
    data = _drawn(headline)
    picture = Image.open(io.BytesIO(data))
    assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert len(data) < 40_000
    left, upper, right, lower = _ink(data)
    assert left >= 80
    assert right <= 1120
    assert upper >= 100
    assert lower <= 490


def test_the_same_words_give_the_same_bytes_and_others_do_not():
    one = _drawn("甲")
    assert one == _drawn("甲")
    assert len({one, _drawn("乙"), _drawn("甲", label="版块"), _drawn("甲", column="专栏")}) == 4


def test_a_card_is_named_by_all_that_it_shows_and_by_nothing_else():
    site, told = Site("专栏", "专栏", ""), Story("a/index.md", False, "题", DAY, "2017/08/a/", Document())
    same = of_story(replace(told, summary="另写的摘要"), site)
    assert of_story(brief_of(told), site) == of_story(told, site) == same
    section = Section("study", "学习", "")
    others = (
        replace(told, title="改题"),
        replace(told, section=section),
        replace(told, section=replace(section, name="改名")),
    )
    shown = [
        of_story(told, site),
        *(of_story(other, site) for other in others),
        of_story(told, replace(site, title="改名")),
    ]
    assert len({card.rendition.address for card in shown}) == 5


def test_what_the_font_can_write_is_written():
    assert _drawn("管城") != _drawn("商都")
    assert _drawn("䶮") != _drawn("𠮷")


def _shared(page: Path) -> str:
    return re.search(r'<meta property="og:image" content="https://guancheng.example/([^"]+)"', page.read_text())[1]


def _build(folder: Path) -> Path:
    assert build(folder / "content", folder / "output", now=NOW, cache=folder / "cache", processors=1).ok
    return folder / "output"


def test_stories_without_a_photo_are_shared_with_their_headline_and_all_other_pages_with_the_columns_name(tmp_path):
    lapsed = story(
        '文。\n\n![图](01.jpg "张三 摄")\n',
        标题="照片到期",
        图片="\n  01.jpg:\n    到期: 2017-08-30",
        日期="2017-08-21",
    )
    column(
        tmp_path / "content",
        {
            "2017/08/20-wutu/index.md": story(标题="没有照片"),
            "2017/08/21-daoqi/index.md": lapsed,
            "2017/08/21-daoqi/01.jpg": jpeg(1300, 800),
            "2017/08/22-cao/index.md": story(状态="草稿", 标题="秘密"),
        },
    )
    output = _build(tmp_path)
    own, other = (_shared(output / f"2017/08/{name}/index.html") for name in ("wutu", "daoqi"))
    home = _shared(output / "index.html")
    assert {path.relative_to(output).as_posix() for path in (output / "cards").iterdir()} == {own, other, home}
    assert len({own, other, home}) == 3
    assert _shared(output / "section/study/index.html") == _shared(output / "about/index.html") == home
    photo = _shared(output / "2017/08/haogao/index.html")
    assert photo.startswith("photos/")
    assert Image.open(output / photo).size == Image.open(output / own).size == (1200, 630)


def test_an_edited_body_draws_no_card_and_an_edited_headline_one(tmp_path):
    content = column(tmp_path / "content", {f"2017/08/{n:02}-gao{n}/index.md": story() for n in range(1, 29)})
    lie = {path: path.stat().st_ino for path in (_build(tmp_path) / "cards").iterdir()}
    assert len(lie) == 29
    edited = content / "2017/08/03-gao3/index.md"
    edited.write_text(edited.read_text("utf-8") + "\n又一段。\n", "utf-8")
    assert {path: path.stat().st_ino for path in (_build(tmp_path) / "cards").iterdir()} == lie
    edited.write_text(edited.read_text("utf-8").replace("一篇好稿", "改过的标题"), "utf-8")
    again = {path: path.stat().st_ino for path in (_build(tmp_path) / "cards").iterdir()}
    assert len(again) == 29
    assert len(again.items() - lie.items()) == 1


def test_a_preview_draws_the_columns_card_alone_and_every_page_shows_a_picture_that_is_there(tmp_path):
    content = column(tmp_path / "content", {"2017/08/20-wutu/index.md": story(标题="没有照片")})
    output = tmp_path / "output"
    assert build(content, output, now=NOW, cache=tmp_path / "cache", processors=1, preview=True).ok
    assert len(list((output / "cards").iterdir())) == 1
    shared = [_shared(page) for page in output.rglob("*.html") if "og:image" in page.read_text("utf-8")]
    assert len(shared) > 10
    assert all((output / picture).is_file() for picture in shared)
