"""A planted difference is found: in a file of a cold build, in one that only an edit makes, in a finding, and in what is mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from .checkout import CannotRun, Checkout, Finding, copied
from .comparison import Comparison
from .speed import Race
from .trees import Difference, in_files, in_findings

pytestmark = pytest.mark.slow  # a tiny program is started some sixty times

# A tiny program in place of ours: a page for each story, and one finding that --fix mends.
_BUILD = """
from types import SimpleNamespace
def build(content, output, site_url, *, cache, now):
    for story in sorted(content.glob("20*/**/index.md")):
        page = output / story.parent.name / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(story.read_text(encoding="utf-8"), encoding="utf-8")
    return SimpleNamespace(ok=True, summary=f"用时 {len(cache.name)}.1 秒", problems=())
"""
_TASKS = """
import json, pathlib, sys
content = pathlib.Path(sys.argv[sys.argv.index("--content") + 1])
message = "星期写错了"
story = sorted(content.glob("20*/**/index.md"))[0]
if "--fix" in sys.argv:
    story.write_text(story.read_text(encoding="utf-8").replace("正文", "改好的正文"), encoding="utf-8")
print(json.dumps([{"file": "content/a/index.md", "line": 3, "column": 1, "code": "DT01", "message": message}]))
"""


def _checkout(folder: Path, label: str, change: tuple[str, str] = ("", "")) -> Checkout:
    """change: what to write otherwise in the tiny program, old and new."""
    for name, text in (("plugins/desk/build.py", _BUILD), ("tasks.py", _TASKS)):
        path = folder / label / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace(change[0], change[1]), encoding="utf-8")
    return Checkout(label, folder / label)


def _column(folder: Path) -> Path:
    for number in range(3):
        story = folder / f"2017/08/1{number}-gao/index.md"
        story.parent.mkdir(parents=True)
        story.write_text("---\n标题: 题目\n---\n\n正文一句。\n", encoding="utf-8")
    return folder


def _compared(folder: Path, old: str = "", new: str = "", excepted: tuple[str, ...] = ()) -> tuple[int, str]:
    """How many differences a checkout with `new` in place of `old` has, and all that is told."""
    content, told = _column(folder / "content"), list[str]()
    both = _checkout(folder, "BASE"), _checkout(folder, "THIS", (old, new))
    comparison = Comparison(*both, folder / "compared", excepted, told.append)
    comparison.column("tiny", content)
    return comparison.found, "\n".join(told)


def test_two_equal_checkouts_are_equal(tmp_path: Path) -> None:
    found, told = _compared(tmp_path)
    assert (found, told.count(": equal"), told.count("files")) == (0, 6, 4), told


def test_another_byte_in_a_page_is_found_and_shown(tmp_path: Path) -> None:
    found, told = _compared(tmp_path, "page.write_text(", 'page.write_text(" " + ')
    assert found == 3 * 3 + 4
    assert "10-gao/index.html: differs from byte 0 on" in told
    assert "THIS ' ---\\n标题" in told


def test_what_only_an_edited_headline_makes_otherwise_is_found(tmp_path: Path) -> None:
    found, told = _compared(
        tmp_path, 'read_text(encoding="utf-8"),', 'read_text(encoding="utf-8").replace("改过", "别"),'
    )
    assert "cold build, 3 files: equal" in told
    assert "one body edited, 3 files: equal" in told
    assert "one headline edited, 3 files: 1 differences" in told
    assert found == 1 + 2  # the copy of the story has the headline too


def test_another_message_is_found_before_and_after_the_mend(tmp_path: Path) -> None:
    found, told = _compared(tmp_path, "星期写错了", "星期不对")
    assert found == 2 * 2
    assert "DT01 content/a/index.md:3:1: finding missing: " in told
    assert "DT01 content/a/index.md:3:1: finding new: " in told


def test_another_mend_is_found(tmp_path: Path) -> None:
    found, told = _compared(tmp_path, "改好的", "另改的")
    assert found == 1
    assert "mended by check --fix: 1 differences" in told
    assert "2017/08/10-gao/index.md: differs from byte " in told


def test_another_summary_is_found_but_no_other_time(tmp_path: Path) -> None:
    assert _compared(tmp_path / "time", "}.1 秒", "}.2 秒")[0] == 0
    assert _compared(tmp_path / "words", "用时", "一共 3 篇，用时")[0] == 4


def test_what_is_expected_does_not_count_and_is_told(tmp_path: Path) -> None:
    found, told = _compared(tmp_path, "page.write_text(", 'page.write_text(" " + ', excepted=("1[01]-*/index.html",))
    assert "cold build, 3 files: 1 differences (2 excepted)" in told
    assert found == 4


def test_missing_and_new_files_are_listed_by_path(tmp_path: Path) -> None:
    for name in ("base/b.txt", "base/both.txt", "this/a/c.txt", "this/both.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    found = list(in_files(tmp_path / "base", tmp_path / "this"))
    assert found == [Difference("a/c.txt", "new"), Difference("b.txt", "missing")]


def test_the_same_findings_in_another_order_differ() -> None:
    first, second = Finding(file="a.md", line=1, column=1, code="A"), Finding(file="a.md", line=2, column=1, code="B")
    assert not list(in_findings([first, second], [first, second]))
    assert [one.name for one in in_findings([first, second], [second, first])] == ["B a.md:2:1"]


def test_a_program_that_cannot_be_called_is_named_and_no_difference(tmp_path: Path) -> None:
    with pytest.raises(CannotRun, match="THIS: build"):
        _compared(tmp_path, "def build(content, output, site_url", "def build(site_url")
    with pytest.raises(CannotRun, match="is no checkout"):
        copied("BASE", tmp_path, tmp_path / "copy")


def test_a_build_that_takes_longer_is_seen_and_a_start_that_does_not(tmp_path: Path) -> None:
    work = "import time\n    while time.process_time() < 1: pass\n    for story in"
    both = _checkout(tmp_path, "BASE"), _checkout(tmp_path, "THIS", ("for story in", work))
    race = Race(*both, _column(tmp_path / "content"), tmp_path / "race")
    race.round(1)
    ratios = [float(row.split()[-1]) for row in race.table().splitlines()[1:]]
    assert len(ratios) == 5
    assert min(ratios[:4]) > 2 > ratios[4]
    assert "改过 1 次的标题" in (tmp_path / "race/THIS/site/11-gao/index.html").read_text(encoding="utf-8")


def test_a_build_that_fails_is_not_timed(tmp_path: Path) -> None:
    both = _checkout(tmp_path, "BASE"), _checkout(tmp_path, "THIS", ("ok=True", "ok=False"))
    with pytest.raises(CannotRun, match="THIS: "):
        Race(*both, _column(tmp_path / "content"), tmp_path / "race").round(1)
