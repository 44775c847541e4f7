"""Packages for tests, made of a content folder as the task makes them, without a command line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from plugins.desk import wechat
from plugins.desk.build import CACHE
from plugins.newsroom.findings.refusals import Refusal
from tests.newsdesk import NOW, ROOT, common_cache

SITE = "https://a.example/zt/gc"


def packages(content: Path, *stories: str, site_url: str = SITE, since=None) -> wechat.Packages:
    """stories: paths below the content folder. The house's own cache is used only for its own content."""
    wish = wechat.Wish(content, stories, content, since, site_url)
    cache = CACHE if content.parent == ROOT else common_cache(content.parent)
    return wechat.make(wish, datetime.fromisoformat(NOW), cache=cache)


def samples() -> Iterator[wechat.Package]:
    """The packages of all stories of the sample that readers may see."""
    for story in sorted((ROOT / "content").glob("2*/**/*.md")):
        with suppress(Refusal):
            yield from packages(ROOT / "content", str(story)).packages


def files(content: Path, story: str = "2017/08/16-haogao", **options) -> dict[str, bytes]:
    return dict(packages(content, story, **options).packages[0].files)
