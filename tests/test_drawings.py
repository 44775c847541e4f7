"""The sample stories' pictures: drawn by us, the same on every run, and all of them by the script."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.drawings import DRAWINGS, Drawing

pytestmark = pytest.mark.slow  # draws every picture twice

CONTENT = Path(__file__).parents[1] / "content"
SMALL = 0.06


def _name(drawing: Drawing) -> str:
    return drawing.path


@pytest.mark.parametrize("drawing", DRAWINGS, ids=_name)
def test_a_picture_drawn_twice_is_the_same_bytes(drawing: Drawing) -> None:
    assert drawing.jpeg(SMALL) == drawing.jpeg(SMALL)


def test_another_seed_draws_another_picture() -> None:
    first = DRAWINGS[0]
    other = Drawing(first.path, first.scene, first.width, first.height, first.seed + 1)
    assert other.jpeg(SMALL) != first.jpeg(SMALL)


def test_every_picture_of_the_samples_comes_from_the_script() -> None:
    found = {path.relative_to(CONTENT).as_posix() for path in CONTENT.rglob("*.jpg")}
    assert found == {drawing.path for drawing in DRAWINGS}


def test_no_picture_of_another_format_lies_among_the_samples() -> None:
    kinds = {path.suffix for folder in ("2017", "pages") for path in (CONTENT / folder).rglob("*.*")}
    assert kinds == {".md", ".jpg"}


@pytest.mark.parametrize("drawing", DRAWINGS, ids=_name)
def test_the_picture_in_the_folder_is_the_one_the_script_draws(drawing: Drawing) -> None:
    """Compared small and with some tolerance: another release of Pillow may write other bytes."""
    with Image.open(CONTENT / drawing.path) as kept, Image.open(BytesIO(drawing.jpeg(SMALL))) as drawn:
        assert kept.size == (drawing.width, drawing.height)
        kept.draft("RGB", (drawing.width // 8, drawing.height // 8))
        pairs = zip(_tones(kept), _tones(drawn), strict=True)
        assert max(abs(a - b) for a, b in pairs) < 40


def test_the_pictures_are_light_enough_to_be_kept_with_the_texts() -> None:
    sizes = [(CONTENT / drawing.path).stat().st_size for drawing in DRAWINGS]
    assert max(sizes) < 700_000
    assert sum(sizes) < 6_000_000


def _tones(picture: Image.Image) -> bytes:
    """The picture as a mosaic of 12 by 8 tones."""
    return picture.convert("RGB").resize((12, 8), Image.Resampling.BOX).tobytes()
