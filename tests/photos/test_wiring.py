"""What the rest of the site sees: figures and covers of stories, findings in the list, files for visible stories only."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.engine.build.press import Press, Progress
from plugins.engine.build.release import Release
from plugins.newsroom.findings.refusals import Refusal
from plugins.newsroom.story.model import Story
from plugins.photos import FEATURE
from plugins.photos.plan import Album
from plugins.site.feature import survey
from plugins.site.site import Site
from tests.sites import ordered, site
from tests.writers import Ordered, Written

from .pictures import Pages, put, saved, scene, story


def desk(content: Path, *stories: Story, hidden: frozenset[str] = frozenset()) -> Site:
    """The site of a build after photos were surveyed."""
    surveyed = site(Pages(content, stories, hidden), cache=content.parent / "cache")
    survey([FEATURE], surveyed)
    return surveyed


def published(of: Site) -> Written:
    """The files of photos, each made as soon as it is ordered."""
    return ordered(FEATURE, of, Written())


def printed(of: Site, output: Path, progress: Progress | None = None) -> None:
    """The same through a press, as in a build: two processes make the photos. Raises Refusal."""
    writer = Ordered()
    FEATURE.order(of, writer)
    Press(Release(output), {}, frozenset(), processors=2, progress=progress).run(writer.orders)


def test_a_story_gets_its_figures_and_cover(tmp_path: Path) -> None:
    content = tmp_path / "content"
    put(content, "a/01.jpg", scene(700, 500))
    put(content, "a/02.jpg", scene(701, 500))
    of = desk(content, story("01.jpg", "02.jpg", folder="a", cover=1))
    brief = of.column.by_source["a/index.md"]
    assert [figure.width for figure in of.figures_of(brief)] == [700, 701]
    assert of.listed(brief).cover is of.figures_of(brief)[1]


def test_a_story_without_photos_has_no_cover(tmp_path: Path) -> None:
    of = desk(tmp_path, story(folder="a"))
    brief = of.column.by_source["a/index.md"]
    assert (of.figures_of(brief), of.listed(brief).cover) == ((), None)


def test_where_nobody_plans_photos_a_story_has_as_many_figures_that_show_nothing(tmp_path: Path) -> None:
    of = site(Pages(tmp_path, (story("01.jpg", "02.jpg", folder="a", cover=1),)))
    brief = of.column.by_source["a/index.md"]
    assert [figure.is_shown for figure in of.figures_of(brief)] == [False, False]
    assert of.listed(brief).cover is None


def test_every_planned_file_of_a_visible_story_is_written_once(tmp_path: Path) -> None:
    content = tmp_path / "content"
    put(content, "a/01.jpg", scene(700, 500))
    of = desk(content, story("01.jpg", "01.jpg", folder="a"))
    cover = of.figures["a/index.md"][0]
    assert set(published(of)) == {rendition.address for rendition in cover.renditions + cover.crops}


def test_photos_of_held_back_stories_are_checked_but_not_published(tmp_path: Path) -> None:
    content = tmp_path / "content"
    put(content, "a/01.jpg", scene(700, 500))
    put(content, "b/01.jpg", scene(701, 500))
    hidden = story("01.jpg", "gone.jpg", folder="b")
    of = desk(content, story("01.jpg", folder="a"), hidden, hidden=frozenset({"b/index.md"}))
    assert [problem.code for problem in of.findings] == ["PH01"]
    assert of.figures_of(of.column.by_source["b/index.md"]) == ()
    shown = of.figures_of(of.column.by_source["a/index.md"])[0]
    assert set(published(of)) == {rendition.address for rendition in shown.renditions + shown.crops}


def test_damaged_photos_stop_the_build_with_all_findings(tmp_path: Path) -> None:
    content = tmp_path / "content"
    for number in (1, 2):
        data = bytearray(saved(scene(700 + number, 500), "PNG"))
        data[len(data) // 2 : len(data) // 2 + 40] = bytes(40)
        put(content, f"a/0{number}.png", bytes(data))
    with pytest.raises(Refusal) as stop:
        printed(desk(content, story("01.png", "02.png", folder="a")), tmp_path / "output")
    assert [problem.code for problem in stop.value.problems] == ["PH14", "PH14"]
    assert sorted(problem.place.line for problem in stop.value.problems) == [9, 10]
    assert not (tmp_path / "output").exists()


def test_progress_is_told_photo_by_photo_with_the_bytes_saved(tmp_path: Path) -> None:
    content = tmp_path / "content"
    for number in (1, 2):
        put(content, f"a/0{number}.png", saved(scene(1000 + number, 700), "PNG"))
    told: list[tuple[int, int, str, int]] = []
    of = desk(content, story("01.png", "02.png", folder="a"))
    printed(of, tmp_path / "output", progress=lambda *step: told.append(step))
    assert [step[:3] for step in told] == [(1, 2, "照片"), (2, 2, "照片")]
    originals = sum(original.size for original in of.kept(Album).originals.values())
    assert 0 < told[0][3] < told[1][3] < originals


def test_a_column_without_photos_writes_nothing(tmp_path: Path) -> None:
    content = tmp_path / "content"  # the cache lies beside it
    content.mkdir()
    assert published(desk(content, story(folder="a"))) == {}
    assert not (tmp_path / "cache").exists()
