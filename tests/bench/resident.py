"""What a save costs the preview, which holds the site in memory: `python -m tests.bench.resident HOUSE` prints milliseconds."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Callable
from pathlib import Path

from plugins.desk.build import Assignment
from plugins.desk.resident import Resident

_TIMES = 7


def milliseconds(resident: Resident, story: Path, change: Callable[[str, int], str]) -> float:
    """The median build time of saves of `story`, each changed anew."""
    text, took = story.read_text(encoding="utf-8"), []
    for number in range(_TIMES):
        story.write_text(change(text, number), encoding="utf-8")
        result = resident.build([story])
        assert result.ok, result.problems
        took.append(result.seconds * 1000)
    story.write_text(text, encoding="utf-8")
    resident.build([story])
    return statistics.median(took)


def main(house: Path) -> None:
    stories = sorted((house / "content").glob("20*/**/index.md"))
    story = stories[len(stories) // 2]
    resident = Resident(
        Assignment(house / "content", house / "preview", preview=True, house=house, cache=house / ".cache")
    )
    assert resident.build().ok
    body = milliseconds(resident, story, lambda text, number: f"{text}\n又添了一段，第 {number} 次。\n")
    headline = milliseconds(resident, story, lambda text, number: text.replace("标题: ", f"标题: 新{number}", 1))
    print(f"{body:.1f} {headline:.1f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
