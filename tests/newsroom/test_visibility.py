from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from plugins.newsroom.article import Status, Story
from plugins.newsroom.dates import SHANGHAI
from plugins.newsroom.document import Document
from plugins.newsroom.visibility import Held, held_back

NOW = datetime(2017, 8, 16, 9, 30, tzinfo=SHANGHAI)
STORY = Story("a/index.md", False, "标题", NOW, "2017/08/a/", Document())


def test_a_story_is_public_from_the_very_instant_it_names():
    assert held_back(STORY, NOW) is None
    assert held_back(STORY, NOW - timedelta(seconds=1)) is Held.EMBARGO


def test_an_expired_story_is_gone_from_the_very_instant():
    story = replace(STORY, expires=NOW + timedelta(days=1))
    assert held_back(story, NOW) is None
    assert held_back(story, NOW + timedelta(days=1)) is Held.EXPIRED


@pytest.mark.parametrize(
    ("status", "reason"),
    [(Status.DRAFT, Held.DRAFT), (Status.REVIEW, Held.REVIEW), (Status.WITHDRAWN, Held.WITHDRAWN)],
)
def test_a_status_outweighs_every_date(status, reason):
    story = replace(STORY, status=status, published=NOW + timedelta(days=9), expires=NOW - timedelta(days=9))
    assert held_back(story, NOW) is reason
