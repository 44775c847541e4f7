"""Full-text search in Chinese: an index for each volume (a year, or part of one) of stories, and the search page."""

from __future__ import annotations

from plugins.site.feature import Feature, Need

from .ordering import order

FEATURE = Feature(name="search", needs=(Need("stories", "检索的结果通往稿件的网页"),), order=order)
