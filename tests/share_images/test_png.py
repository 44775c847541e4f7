"""The short way to PNG: what goes in is what Pillow reads out."""

from __future__ import annotations

import io

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from plugins.share_images.png import packed, png

_PALETTE = bytes(range(12))


@given(st.integers(1, 40), st.integers(1, 40), st.randoms(use_true_random=False))
def test_every_pixel_keeps_its_place_and_colour(width: int, height: int, chance) -> None:
    pixels = np.array([[chance.randrange(4) for _ in range(width)] for _ in range(height)], np.uint8)
    picture = Image.open(io.BytesIO(png(packed(pixels), _PALETTE)))
    assert (picture.format, picture.mode, picture.size) == ("PNG", "P", (-(-width // 4) * 4, height))
    assert bytes(picture.getpalette()[:12]) == _PALETTE
    read = np.asarray(picture)
    assert (read[:, :width] == pixels).all()
    assert (read[:, width:] == 0).all()
