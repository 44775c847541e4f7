"""A desk that stays shows what a build from nothing would show, whatever is saved, and makes no more than a save calls for."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.desk.build import Assignment, build
from plugins.desk.resident import Resident
from tests.engine.editing import CHANGES, ROWS, House
from tests.newsdesk import fingerprint

# What a preview's own folder suffers, what changes the program (a new child is started then), and what only time brings.
NOT_HERE = {
    "output_lost",
    "output_edited",
    "output_foreign",
    "output_gone",
    "next_spoilt",
    "program",
    "setting",
    "hours_pass",
}
SAVES = [name for name in CHANGES if name not in NOT_HERE]
QUIET = [HealthCheck.function_scoped_fixture, HealthCheck.data_too_large]


def _assignment(house: House, output: Path, cache: Path) -> Assignment:
    now = house.now.isoformat()
    return Assignment(house.content, output, preview=True, house=house.folder, cache=cache, now=now, processors=1)


def _stamps(folder: Path) -> dict[Path, tuple[int, int]]:
    files = (path for part in ("content", "theme") for path in (folder / part).rglob("*") if path.is_file())
    return {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in files}


def _saved(house: House, before: dict[Path, tuple[int, int]]) -> list[Path]:
    """What a watch over the folders would tell."""
    return sorted(path for path, _ in before.items() ^ _stamps(house.folder).items())


def _pages(folder: Path) -> dict[str, str]:
    return {name: digest for name, digest in fingerprint(folder).items() if name != "manifest.json"}


def _clean(house: House, change: str = "") -> tuple[bool, dict[str, str]]:
    wanted = _assignment(house, *house.nothing_left(change))
    names = ("preview", "house", "cache", "now", "processors")
    result = build(wanted.content, wanted.output, **{name: getattr(wanted, name) for name in names})
    return result.ok, _pages(wanted.output) if result.ok else {}


def _check(house: House, steps: list[tuple[str, int]]) -> None:
    resident = Resident(_assignment(house, house.output, house.cache))
    resident.build()
    for name, seed in steps:
        before = _stamps(house.folder)
        getattr(house, name)(random.Random(seed))
        shown = _pages(house.output)
        result = resident.build(_saved(house, before))
        is_good, wanted = _clean(house)
        assert result.ok == is_good, (name, result.problems)
        found = _pages(house.output)
        assert found == (wanted if is_good else shown), (name, sorted(found.items() ^ wanted.items())[:6])


@pytest.mark.slow
@settings(max_examples=ROWS, suppress_health_check=QUIET)
@given(st.lists(st.tuples(st.sampled_from(SAVES), st.integers(0, 10_000)), min_size=4, max_size=12))
def test_after_any_row_of_saves_the_preview_equals_one_from_nothing(tmp_path_factory, steps):
    _check(House(tmp_path_factory.mktemp("house"), 12), steps)


WORDS = ("headline", "kicker", "summary", "body", "correct", "alias", "withdraw", "photo", "film")


@pytest.mark.slow
@settings(max_examples=ROWS, suppress_health_check=QUIET)
@given(st.lists(st.tuples(st.sampled_from(WORDS), st.integers(0, 10_000)), min_size=4, max_size=10))
def test_the_same_where_words_are_saved_again_and_again(tmp_path_factory, steps):
    _check(House(tmp_path_factory.mktemp("house"), 6), steps)


def test_a_body_written_back_and_forth_between_other_changes_is_always_the_last_one(tmp_path):
    house = House(tmp_path, 9)
    resident = Resident(_assignment(house, house.output, house.cache))
    resident.build()
    first, second = house.stories()[2], house.stories()[5]
    text, other = first.read_text(encoding="utf-8"), second.read_text(encoding="utf-8")
    for body, headline in ((text + "\n又一段。\n", other), (text, other.replace("标题: ", "标题: 新")), (text, other)):
        before = _stamps(house.folder)
        first.write_text(body, encoding="utf-8")
        resident.build([first])
        second.write_text(headline, encoding="utf-8")
        first.write_text(text, encoding="utf-8")
        resident.build(_saved(house, before) or [first])
        assert _pages(house.output) == _clean(house)[1]


def test_a_saved_body_makes_its_page_and_nothing_else(tmp_path):
    house = House(tmp_path, 80)
    with (house.folder / "pelicanconf.py").open("a", encoding="utf-8") as settings_file:
        settings_file.write("COLUMN = configured(list_feed_size=1)\n")
    resident = Resident(_assignment(house, house.output, house.cache))
    resident.build()
    oldest = house.stories()[0]
    oldest.write_text(oldest.read_text(encoding="utf-8") + "\n又一段。\n", encoding="utf-8")
    result = resident.build([oldest])
    assert (result.made, result.written) == (1, 1)
    newest = house.stories()[-1]
    newest.write_text(newest.read_text(encoding="utf-8") + "\n又一段。\n", encoding="utf-8")
    authors = newest.read_text(encoding="utf-8").partition("署名: 记者 ")[2].partition("\n")[0].split()
    feeds = 3 + len(authors)  # of the column, its section, its unit, its authors
    assert resident.build([newest]).made == 1 + 3 * feeds
    assert "又一段。" in (house.output / "feed.json").read_text(encoding="utf-8")


def test_a_saved_headline_makes_the_pages_that_print_it_and_nothing_else(tmp_path):
    house = House(tmp_path, 80)
    resident = Resident(_assignment(house, house.output, house.cache))
    resident.build()
    before, story = _pages(house.output), house.stories()[3]
    for headline in ("城墙根下的新标题", "又改了一次的标题"):
        text = story.read_text(encoding="utf-8")
        head, _, rest = text.partition("\n日期")
        story.write_text(f"---\n标题: {headline}\n日期{rest}", encoding="utf-8")
        result = resident.build([story])
        shown = _pages(house.output)
        changed = {name for name in shown if shown[name] != before.get(name)}
        assert head.startswith("---")
        assert shown.keys() == before.keys()
        assert result.made < 30 < len(shown)
        assert "只改了文字" in result.summary
        printing = {name for name in shown if name.endswith(".html") and headline in (house.output / name).read_text()}
        assert printing
        assert printing <= changed
        assert shown == _clean(house)[1]
