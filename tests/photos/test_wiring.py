"""What Pelican sees: figures and cover on articles, findings in the list, files for visible stories only."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from pelican.contents import Article, Static

from plugins import photos
from plugins.engine.build.press import Press, Progress
from plugins.engine.build.release import Release
from plugins.newsroom.findings.refusals import Refusal
from plugins.newsroom.story.model import Story
from plugins.photos.generator import PhotosGenerator
from tests.writers import Ordered, Written

from .pictures import Pages, put, saved, scene, story


def desk(content: Path, *stories: Story, hidden: frozenset[str] = frozenset()) -> dict[str, object]:
    """The settings of a build after photos were surveyed."""
    settings = {
        "COLUMN": Pages(content, stories, hidden),
        "COLUMN_CACHE": str(content.parent / "cache"),
        "PATH": str(content),
        "PROBLEMS": [],
        "DEPENDS": [],
        "MEMO": lambda _: {},
        "STATS": {},
        "PROGRESS": None,
    }
    photos._survey(SimpleNamespace(settings=settings))
    return settings


def attach(settings: dict[str, object], source: str, kind: type = Article) -> object:
    content = kind.__new__(kind)
    content.settings = settings
    content.relative_source_path = source
    photos._attach(content)
    return content


def published(settings: dict[str, object]) -> Written:
    """The files the photos generator makes, each as soon as it is ordered."""
    writer = Written()
    PhotosGenerator({}, settings).generate_output(writer)
    return writer


def printed(settings: dict[str, object], output: Path, progress: Progress | None = None) -> None:
    """The same through a press, as in a build: two processes make the photos. Raises Refusal."""
    writer = Ordered()
    PhotosGenerator({}, settings).generate_output(writer)
    Press(Release(output), {}, frozenset(), processors=2, progress=progress).run(writer.orders)


def test_an_article_gets_its_figures_and_cover(tmp_path: Path) -> None:
    content = tmp_path / "content"
    put(content, "a/01.jpg", scene(700, 500))
    put(content, "a/02.jpg", scene(701, 500))
    article = attach(desk(content, story("01.jpg", "02.jpg", folder="a", cover=1)), "a/index.md")
    assert [figure.width for figure in article.figures] == [700, 701]
    assert article.cover is article.figures[1]


def test_an_article_without_photos_has_no_cover(tmp_path: Path) -> None:
    article = attach(desk(tmp_path, story(folder="a")), "a/index.md")
    assert (article.figures, article.cover) == ((), None)


def test_other_contents_are_left_alone(tmp_path: Path) -> None:
    static = attach(desk(tmp_path), "a/01.jpg", Static)
    assert not hasattr(static, "figures")


def test_every_planned_file_of_a_visible_story_is_written_once(tmp_path: Path) -> None:
    content = tmp_path / "content"
    put(content, "a/01.jpg", scene(700, 500))
    settings = desk(content, story("01.jpg", "01.jpg", folder="a"))
    article = attach(settings, "a/index.md")
    cover = article.figures[0]
    assert set(published(settings)) == {rendition.address for rendition in cover.renditions + cover.crops}


def test_photos_of_held_back_stories_are_checked_but_not_published(tmp_path: Path) -> None:
    content = tmp_path / "content"
    put(content, "a/01.jpg", scene(700, 500))
    put(content, "b/01.jpg", scene(701, 500))
    hidden = story("01.jpg", "gone.jpg", folder="b")
    settings = desk(content, story("01.jpg", folder="a"), hidden, hidden=frozenset({"b/index.md"}))
    assert [problem.code for problem in settings["PROBLEMS"]] == ["PH01"]
    assert attach(settings, "b/index.md").figures == ()
    shown = attach(settings, "a/index.md").figures[0]
    assert set(published(settings)) == {rendition.address for rendition in shown.renditions + shown.crops}


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
    settings = desk(content, story("01.png", "02.png", folder="a"))
    printed(settings, tmp_path / "output", progress=lambda *step: told.append(step))
    assert [step[:3] for step in told] == [(1, 2, "照片"), (2, 2, "照片")]
    originals = sum(original.size for original in settings["PHOTOS"].originals.values())
    assert 0 < told[0][3] < told[1][3] < originals


def test_a_column_without_photos_writes_nothing(tmp_path: Path) -> None:
    content = tmp_path / "content"  # the cache lies beside it
    content.mkdir()
    assert published(desk(content, story(folder="a"))) == {}
    assert not (tmp_path / "cache").exists()
