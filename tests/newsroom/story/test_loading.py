"""One file read from disk: a story must lie in the content folder, however its path is spelt."""

from __future__ import annotations

import pytest

from plugins.newsroom import registry
from plugins.newsroom.story import loading
from tests.newsdesk import column
from tests.newsdesk import story as text

SOURCE = "2017/08/20-a/index.md"


def _codes(content, source=SOURCE):
    registries, _ = registry.load(content / "data", "content/data")
    return [finding.code for finding in loading.load(content, source, False, registries).problems]


@pytest.fixture
def content(tmp_path):
    return column(tmp_path / "content", {SOURCE: text()})


def test_a_story_in_the_content_folder_is_read(content):
    assert _codes(content) == []


def test_a_link_to_a_story_inside_is_read(content):
    (content / "2017/08/20-b").symlink_to(content / "2017/08/20-a")
    (content / "2017/08/20-c.md").symlink_to(content / SOURCE)
    assert _codes(content, "2017/08/20-b/index.md") == []
    assert _codes(content, "2017/08/20-c.md") == []


def test_the_content_folder_may_be_a_link_itself(content, tmp_path):
    (tmp_path / "elsewhere").symlink_to(content)
    assert _codes(tmp_path / "elsewhere") == []


def test_a_link_to_a_file_or_folder_outside_is_an_error(content, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "index.md").write_text(text(), encoding="utf-8")
    (content / "2017/08/20-b").symlink_to(outside)
    (content / "2017/08/20-c.md").symlink_to(outside / "index.md")
    assert _codes(content, "2017/08/20-b/index.md") == ["FI14"]
    assert _codes(content, "2017/08/20-c.md") == ["FI14"]
    assert _codes(content, "../outside/index.md") == ["FI14"]


def test_a_link_to_nothing_is_an_error(content):
    (content / "2017/08/20-c.md").symlink_to(content / "2017/08/none.md")
    assert _codes(content, "2017/08/20-c.md") == ["FI10"]
