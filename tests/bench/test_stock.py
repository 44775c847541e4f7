"""What the benchmark compares with still builds with today's theme."""

from __future__ import annotations

from pathlib import Path

from tests.newsdesk import ROOT

from .measure import run
from .stock import sources


def test_stock_pelican_builds_the_same_stories_with_the_same_theme(tmp_path: Path) -> None:
    output = tmp_path / "output"
    run(sources.command(sources.write(tmp_path / "stock", 12), output), ROOT)
    pages = [path.read_text(encoding="utf-8") for path in sorted(output.rglob("index.html"))]
    assert sum('class="g-story"' in page for page in pages) == 12
    assert sum('class="g-listing"' in page for page in pages) > 3
