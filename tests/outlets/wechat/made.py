"""Packages for tests, made of a content folder as the task makes them, without a command line."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from plugins.desk import wechat
from tests.newsdesk import NOW, common_cache

SITE = "https://a.example/zt/gc"


def packages(content: Path, *stories: str, site_url: str = SITE, since=None) -> wechat.Packages:
    wish = wechat.Wish(content, stories, content, since, site_url)
    return wechat.make(wish, datetime.fromisoformat(NOW), cache=common_cache(content))


def files(content: Path, story: str = "2017/08/16-haogao", **options) -> dict[str, bytes]:
    return dict(packages(content, story, **options).packages[0].files)
