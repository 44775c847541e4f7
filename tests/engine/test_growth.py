"""What an edit costs in a small column and in one many times as big: as many stories read, as many files made."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from plugins.desk.build import BuildResult, build
from tests.columns import make
from tests.newsdesk import NOW

_SMALL, _BIG = 60, 180


def _edited(folder: Path, stories: int) -> BuildResult:
    """The build after one word more in the middle of a column of so many stories."""
    content = make(folder / "content", stories)
    time.sleep(0.2)  # files written a moment ago would be looked into again
    chosen = sorted(content.glob("20*/**/index.md"))[stories // 2]

    def built() -> BuildResult:
        result = build(content, folder / "site", "https://portal.example", cache=folder / "cache", now=NOW)
        assert result.ok, result.problems
        return result

    assert built().made > stories
    chosen.write_text(chosen.read_text(encoding="utf-8") + "\n又添了一段。\n", encoding="utf-8")
    return built()


@pytest.mark.slow
def test_an_edit_reads_and_makes_no_more_in_a_bigger_column(tmp_path: Path) -> None:
    small, big = (_edited(tmp_path / str(stories), stories) for stories in (_SMALL, _BIG))
    assert "读 1 篇" in small.summary
    assert "读 1 篇" in big.summary
    assert 1 < big.made <= small.made
