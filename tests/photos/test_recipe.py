"""The recipe is a value: which widths it gives, and that its digest tells recipes apart."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.photos.recipe import STANDARD

AVIF, JPEG = STANDARD.encodings


def test_a_camera_file_gets_every_step() -> None:
    assert STANDARD.steps(6000, AVIF) == (320, 480, 800, 1280, 2000)


@pytest.mark.parametrize(
    ("width", "steps"), [(1600, (320, 480, 800, 1280, 1600)), (1000, (320, 480, 800, 1000)), (320, (320,))]
)
def test_the_widest_is_the_originals_own_width_when_that_is_less(width: int, steps: tuple[int, ...]) -> None:
    assert STANDARD.steps(width, AVIF) == steps


def test_a_step_right_below_the_widest_is_left_out() -> None:
    assert STANDARD.steps(820, AVIF) == (320, 480, 820)


@given(st.integers(320, 30_000))
def test_widths_rise_and_never_exceed_the_original_or_the_format(width: int) -> None:
    for encoding in STANDARD.encodings:
        steps = STANDARD.steps(width, encoding)
        assert list(steps) == sorted(set(steps))
        assert steps[-1] == min(width, encoding.widest)
        assert len(steps) >= 3 or width < 540


def test_each_width_can_be_resampled_from_the_one_above() -> None:
    pairs = zip(STANDARD.widths, STANDARD.widths[1:], strict=False)
    assert all(wider >= narrower * 1.5 for narrower, wider in pairs)


@given(st.integers(320, 30_000), st.integers(160, 30_000))
def test_everything_is_made_of_a_picture_that_is_large_enough_and_no_larger_than_the_original(
    width: int, height: int
) -> None:
    across, down = STANDARD.master_size(width, height)
    widest = STANDARD.whole_sizes(width, height)[0]
    assert across <= width
    assert down <= height
    assert (across, down) == widest or across > widest[0]
    for crop in STANDARD.crops:
        cut, window = crop.sizes(width, height)[-1], crop.window(across, down)
        assert window[0] >= cut[0] * 0.99 - 1


def test_a_recipe_travels_to_another_process_unchanged() -> None:
    assert pickle.loads(pickle.dumps(STANDARD)) == STANDARD
    assert pickle.loads(pickle.dumps(STANDARD)).digest == STANDARD.digest


def test_the_digest_changes_with_what_changes_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    finer = replace(STANDARD, encodings=(replace(AVIF, curve=replace(AVIF.curve, base=1)), JPEG))
    narrower = replace(STANDARD, widths=STANDARD.widths[:-1])
    monkeypatch.setattr("PIL.__version__", "14.0.0")
    with_other_pillow = replace(STANDARD)
    assert len({STANDARD.digest, finer.digest, narrower.digest, with_other_pillow.digest}) == 4


def test_the_digest_does_not_change_with_limits() -> None:
    assert replace(STANDARD, limits=replace(STANDARD.limits, least_width=100)).digest == STANDARD.digest
