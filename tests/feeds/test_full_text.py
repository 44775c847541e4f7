"""A photo in the feed: a plain picture with everything the page says of it, for readers drop what stands elsewhere."""

from __future__ import annotations

import pytest

from plugins.feeds.full_text import figure
from plugins.newsroom.findings.problems import Place
from plugins.newsroom.media.photo import Figure, PhotoDetail, PhotoUse, Rendition
from plugins.newsroom.pages.urls import Urls
from plugins.newsroom.story.credits import credit_of

PLACES = Urls("https://portal.example/zt")


def _photo(*, licence: str = "", ai_generated: bool = False) -> Figure:
    detail = PhotoDetail("01.jpg", licence=licence)
    use = PhotoUse("01.jpg", "a/01.jpg", "城墙", credit_of("张三 摄"), "一段墙", Place(""), detail, ai_generated)
    return Figure(use, 900, 600, (Rendition("photos/a-900.jpg", 900, 600, "image/jpeg", 80),))


@pytest.mark.parametrize(
    ("photo", "caption"),
    [
        (_photo(), "城墙 （张三 摄）"),
        (_photo(licence="某馆授权"), "城墙 （张三 摄，某馆授权）"),
        (_photo(ai_generated=True), "城墙 （AI生成 张三 摄）"),
    ],
)
def test_caption_credit_licence_and_label_stand_under_the_picture(photo: Figure, caption: str) -> None:
    html = figure(photo, PLACES)
    assert f"<figcaption>{caption}</figcaption>" in html
    assert 'src="https://portal.example/zt/photos/a-900.jpg"' in html
