"""What the benchmark compares with still builds with today's theme."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.newsdesk import ROOT

from .measure import run
from .stock import sources


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stock")
    run(sources.command(sources.write(folder / "stock", 12), folder / "output"), ROOT)
    return folder / "output"


def test_stock_pelican_builds_the_same_stories_with_the_same_theme(output: Path) -> None:
    pages = [path.read_text(encoding="utf-8") for path in sorted(output.rglob("index.html"))]
    assert sum('class="g-story"' in page for page in pages) == 12
    assert sum('class="g-listing"' in page for page in pages) > 3


@pytest.mark.parametrize("name", ["feed.xml", "atom.xml"])
def test_the_column_each_section_and_each_writer_has_a_feed_in_full(output: Path, name: str) -> None:
    feeds = sorted(output.rglob(name))
    assert {feed.parent.parent.name for feed in feeds} == {output.parent.name, "section", "person"}
    assert len(list(output.glob(f"person/*/{name}"))) == len(list(output.glob("person/*/index.html")))
    texts = [len(text) for feed in feeds for text in _longest(feed)]
    assert min(texts) > 1000


def _longest(feed: Path) -> list[str]:
    """The longest text of each story in it."""
    root = ElementTree.parse(feed).getroot()
    stories = [node for node in root.iter() if node.tag.rpartition("}")[2] in {"item", "entry"}]
    assert stories
    return [max((part.text or "" for part in story), key=len) for story in stories]
