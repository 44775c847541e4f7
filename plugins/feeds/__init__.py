"""Full-text feeds of the column and its lists (RSS, Atom, JSON Feed, OPML), and the page on how to subscribe."""

from __future__ import annotations

from plugins.site.feature import Feature, Need

from .ordering import order

FEATURE = Feature(
    name="feeds",
    needs=(
        Need("lists", "每个版块、单位、项目和作者的列表都有自己的订阅"),
        Need("stories", "订阅里的稿件通往它们的网页"),
    ),
    order=order,
)
