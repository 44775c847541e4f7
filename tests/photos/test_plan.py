"""Figures are planned from headers: addresses, sizes, sharing; and what is wrong is said at every place that shows it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import ImageFile

from plugins.photos.plan import figures, survey
from plugins.photos.recipe import STANDARD

from .pictures import Pages, put, saved, scene, story


def test_a_photo_has_at_least_three_widths_in_two_formats_lightest_first(tmp_path: Path) -> None:
    put(tmp_path, "01.jpg", scene(1600, 1000))
    (figure,), problems = figures(story("01.jpg"), tmp_path)
    assert problems == ()
    assert figure.media_types == ("image/avif", "image/jpeg")
    assert [r.width for r in figure.of_type("image/avif")] == [320, 480, 800, 1280, 1600]
    assert [r.width for r in figure.of_type("image/jpeg")] == [320, 480, 800, 1280]
    assert (figure.width, figure.height) == (1600, 1000)
    assert figure.fallback.width == 1280


def test_heights_keep_the_shape(tmp_path: Path) -> None:
    put(tmp_path, "01.jpg", scene(1001, 667))
    ((figure,), _) = figures(story("01.jpg"), tmp_path)
    assert all(abs(r.height - 667 * r.width / 1001) <= 0.5 for r in figure.renditions)


def test_addresses_carry_content_and_width(tmp_path: Path) -> None:
    put(tmp_path, "01.jpg", scene(1600, 1000))
    ((figure,), _) = figures(story("01.jpg"), tmp_path)
    for rendition in figure.renditions:
        assert re.fullmatch(rf"photos/[0-9a-f]{{12}}-{rendition.width}\.(avif|jpg)", rendition.address)
    assert len({r.address for r in figure.renditions}) == len(figure.renditions)


def test_sizes_and_addresses_need_no_pixel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "01.jpg", scene(1600, 1000))
    put(tmp_path, "02.png", scene(800, 600))
    monkeypatch.setattr(ImageFile.ImageFile, "load", None)
    planned, _ = figures(story("01.jpg", "02.png"), tmp_path)
    assert [figure.width for figure in planned] == [1600, 800]


def test_the_same_photo_shares_its_files_wherever_it_is_used(tmp_path: Path) -> None:
    data = saved(scene(900, 600), "JPEG")
    put(tmp_path, "a/01.jpg", data)
    put(tmp_path, "b/other.jpg", data)
    one, two = story("01.jpg", "01.jpg", folder="a"), story("other.jpg", folder="b")
    album, _ = survey(Pages(tmp_path, (one, two)))
    first, again, elsewhere = *album.figures["a/index.md"], *album.figures["b/index.md"]
    assert first.renditions == again.renditions == elsewhere.renditions
    assert len(album.jobs(["a/index.md", "b/index.md"])) == 1


def test_other_bytes_or_another_recipe_have_other_addresses(tmp_path: Path) -> None:
    put(tmp_path, "01.jpg", scene(900, 600))
    put(tmp_path, "02.jpg", scene(900, 601))
    other = replace(STANDARD, crowded=1.3)
    addresses = [
        figures(story(name), tmp_path, recipe)[0][0].fallback.address
        for name, recipe in (("01.jpg", STANDARD), ("02.jpg", STANDARD), ("01.jpg", other))
    ]
    assert len(set(addresses)) == 3


def test_figures_stay_index_for_index_when_one_is_bad(tmp_path: Path) -> None:
    put(tmp_path, "01.jpg", scene(900, 600))
    planned, problems = figures(story("01.jpg", "gone.jpg", "01.jpg"), tmp_path)
    assert [figure.use.file for figure in planned] == ["01.jpg", "gone.jpg", "01.jpg"]
    assert (planned[1].width, planned[1].renditions) == (0, ())
    assert [problem.code for problem in problems] == ["PH01"]


def test_a_bad_photo_is_reported_at_every_place_that_shows_it_and_the_rest_is_still_checked(tmp_path: Path) -> None:
    put(tmp_path, "a/empty.jpg", b"")
    pages = Pages(tmp_path, (story("empty.jpg", "empty.jpg", "gone.jpg", folder="a"), story("gone.jpg", folder="b")))
    _, problems = survey(pages)
    assert [(p.code, p.place.file, p.place.line) for p in problems] == [
        ("PH05", "content/a/index.md", 9),
        ("PH05", "content/a/index.md", 10),
        ("PH01", "content/a/index.md", 11),
        ("PH01", "content/b/index.md", 9),
    ]


def test_a_file_used_often_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "01.jpg", scene(900, 600))
    reads = []
    read = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: reads.append(path) or read(path))
    survey(Pages(tmp_path, (story("01.jpg", "01.jpg"), story("01.jpg"))))
    assert len(reads) == 1


def test_only_the_asked_stories_photos_become_jobs(tmp_path: Path) -> None:
    put(tmp_path, "a/01.jpg", scene(900, 600))
    put(tmp_path, "b/01.jpg", scene(901, 600))
    album, _ = survey(Pages(tmp_path, (story("01.jpg", folder="a"), story("01.jpg", folder="b"))))
    assert [job.original.width for job in album.jobs(["b/index.md"])] == [901]


def test_looking_at_many_new_photos_tells_how_far_it_is(tmp_path: Path) -> None:
    for name in ("01.jpg", "02.jpg", "03.jpg"):
        put(tmp_path, name, scene(640 + int(name[1]), 400))
    told: list[tuple[int, int, str]] = []
    pages = Pages(tmp_path, (story("01.jpg", "02.jpg", "03.jpg", "02.jpg"),))
    survey(pages, progress=lambda *step: told.append(step))
    assert told == [(number, 3, "看照片") for number in (1, 2, 3)]
