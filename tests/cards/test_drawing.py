"""Drawn cards: real pictures of the size that share previews ask for, and who gets one."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image

from plugins.cards.drawing import draw
from plugins.desk.build import build
from plugins.newsroom.cards import Card
from tests.newsdesk import column, story

INK = (35, 30, 24)
LONG = "紧紧围绕国家中心城市建设总体思路倒排工期挂图作战，" * 6


def _ink(data: bytes) -> tuple[int, int, int, int]:
    """Left, upper, right and lower edge of what is drawn in the colour of headlines."""
    picture = Image.open(io.BytesIO(data))
    colours = [tuple(picture.getpalette()[start : start + 3]) for start in range(0, 256 * 3, 3)]
    return picture.point([255 * (colour == INK) for colour in colours], "L").getbbox()


@pytest.mark.parametrize(
    "lines", [("短",), ("一层一层往上夯", "商都历史文化区按节点推进"), (LONG,), ("𠮷野家😀<b>&",), ("A" * 90,)]
)
def test_a_headline_of_any_length_stands_whole_between_the_label_and_the_rule(lines):
    data = draw(Card(lines, "商都文化片区", "某专栏"))
    picture = Image.open(io.BytesIO(data))
    assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert len(data) < 120_000
    left, upper, right, lower = _ink(data)
    assert left >= 80
    assert right <= 1120
    assert upper >= 100
    assert lower <= 490


def test_the_same_words_give_the_same_bytes_and_others_do_not():
    one = Card(("甲",), "版块", "专栏")
    assert draw(one) == draw(Card(("甲",), "版块", "专栏"))
    assert draw(one) != draw(Card(("乙",), "版块", "专栏"))
    assert one.rendition != Card(("乙",), "版块", "专栏").rendition


def test_what_the_font_can_write_is_written():
    assert draw(Card(("管城",), "", "")) != draw(Card(("商都",), "", ""))
    assert draw(Card(("䶮",), "", "")) != draw(Card(("𠮷",), "", ""))


def _shared(page: Path) -> str:
    return re.search(r'<meta property="og:image" content="https://guancheng.example/([^"]+)"', page.read_text())[1]


def test_stories_without_a_photo_are_shared_with_their_headline_and_all_other_pages_with_the_columns_name(tmp_path):
    content = column(tmp_path / "content", {"2017/08/20-wutu/index.md": story(标题="没有照片")})
    now = "2017-09-01T08:00:00+08:00"
    assert build(content, tmp_path / "output", now=now, cache=tmp_path / "cache", processors=1).ok
    output = tmp_path / "output"
    own = _shared(output / "2017/08/wutu/index.html")
    home = _shared(output / "index.html")
    assert {path.relative_to(output).as_posix() for path in (output / "cards").iterdir()} == {own, home}
    assert own != home
    assert _shared(output / "section/study/index.html") == _shared(output / "about/index.html") == home
    photo = _shared(output / "2017/08/haogao/index.html")
    assert photo.startswith("photos/")
    assert Image.open(output / photo).size == Image.open(output / own).size == (1200, 630)
