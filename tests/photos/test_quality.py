"""Every photo is encoded as finely as it needs: noise hides what smooth light would show."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageFilter, ImageStat

from plugins.photos.quality import Texture, jpeg_table
from plugins.photos.recipe import STANDARD
from plugins.photos.render import encode

from .pictures import scene

AVIF, JPEG = STANDARD.encodings


def smooth() -> Image.Image:
    return scene(480, 320).filter(ImageFilter.GaussianBlur(6))


def noisy() -> Image.Image:
    grain = Image.frombytes("L", (480, 320), bytes((x * 7919 ^ x >> 3) * 31 % 97 for x in range(480 * 320)))
    return ImageChops.add(smooth(), Image.merge("RGB", (grain, grain, grain)), scale=1.2)


@pytest.mark.parametrize("encoding", STANDARD.encodings, ids=lambda encoding: encoding.extension)
def test_the_setting_stays_within_its_bounds_and_follows_the_picture(encoding: object) -> None:
    chosen = {encoding.curve.least, encoding.curve.most}
    for picture in (smooth(), noisy(), Image.new("RGB", (480, 320), "teal"), Image.new("L", (480, 320), 9)):
        setting = Texture(picture).quality(encoding.curve)
        assert encoding.curve.least <= setting <= encoding.curve.most
        chosen.add(setting)
    assert len(chosen) > 3


def test_the_same_picture_has_the_same_setting() -> None:
    assert Texture(noisy()).quality(AVIF.curve) == Texture(noisy()).quality(AVIF.curve)


@given(st.integers(1, 100))
def test_tables_are_ones_every_decoder_takes(quality: int) -> None:
    table = jpeg_table(quality)
    assert len(table) == 64
    assert all(1 <= step <= 255 for step in table)


def test_a_better_quality_has_finer_steps() -> None:
    assert all(a >= b for q in range(1, 100) for a, b in zip(jpeg_table(q), jpeg_table(q + 1), strict=True))


def test_the_published_jpeg_is_quantised_by_that_table() -> None:
    picture = Image.open(io.BytesIO(encode(noisy(), JPEG, 70)))
    assert list(picture.quantization[0]) == list(picture.quantization[1]) == jpeg_table(70)


@pytest.mark.parametrize("encoding", STANDARD.encodings, ids=lambda encoding: encoding.extension)
def test_a_higher_setting_is_nearer_to_the_picture(encoding: object) -> None:
    lost = []
    for quality in (encoding.curve.least, encoding.curve.most):
        seen = Image.open(io.BytesIO(encode(noisy(), encoding, quality))).convert("RGB")
        lost.append(sum(ImageStat.Stat(ImageChops.difference(seen, noisy())).sum2))
    assert lost[1] < lost[0] / 2
