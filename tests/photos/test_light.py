"""Published photos are light and look right, judged by SSIMULACRA2 on photographs the benchmark makes."""

from __future__ import annotations

from pathlib import Path
from statistics import mean

import pytest

from plugins.photos.recipe import STANDARD
from tests.bench.pixels import photographs
from tests.bench.pixels.scoring import Judge
from tests.bench.pixels.ways import Made, ours, plain

WIDTH = 480
AVIF, JPEG = STANDARD.encodings


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Path, Made, Judge]]:
    """Three photographs, what is made of them, and their judge."""
    folder = tmp_path_factory.mktemp("light")
    made = []
    for seed in range(3):
        path = folder / f"{seed}.jpg"
        photographs.photograph(seed, (960, 640)).save(path, quality=92)
        made.append((path, ours(path), Judge(path, folder)))
    return made


@pytest.mark.slow
@pytest.mark.parametrize("encoding", STANDARD.encodings, ids=lambda encoding: encoding.extension)
def test_every_photo_comes_near_the_quality_aimed_at(judged: list[tuple[Path, Made, Judge]], encoding: object) -> None:
    name = encoding.media_type.removeprefix("image/")
    scores = [judge.score(made[name, WIDTH]) for _, made, judge in judged]
    assert abs(mean(scores) - encoding.quality) <= 5, scores
    assert min(scores) >= encoding.quality - 9, scores


@pytest.mark.slow
def test_avif_is_lighter_than_a_webp_that_looks_as_good(judged: list[tuple[Path, Made, Judge]]) -> None:
    ratios = []
    for _, made, judge in judged:
        data = made["avif", WIDTH]
        webp = judge.webp_as_good_as(judge.score(data), (WIDTH, round(WIDTH * 2 / 3)))
        ratios.append(len(data) / webp)
    assert mean(ratios) <= 0.88, ratios


@pytest.mark.slow
def test_no_more_is_made_than_plain_pillow_makes(judged: list[tuple[Path, Made, Judge]]) -> None:
    """The benchmark compares like with like: the same widths in as many formats."""
    path, made, _ = judged[0]
    assert {width for _, width in plain(path, ("webp", "jpeg"))} == {width for _, width in made}
