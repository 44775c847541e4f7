"""Makes the pixels: one original, decoded once, upright, in sRGB, stepped down, encoded. Files: `production`."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Mapping

from PIL import Image

from .colour import resizable, standard
from .cropping import place
from .imprint import PLACEHOLDER
from .inspect import Original
from .opening import open_original
from .recipe import Encoding, Recipe
from .shot import Shot

_STEP = 1.5  # every resampling starts from a picture at least this many times as wide, where there is one
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


class Undecodable(Exception):
    """The original's pixels cannot be had: its bytes are damaged in a way its header does not show."""


def render(data: bytes, original: Original, shots: tuple[Shot, ...], recipe: Recipe) -> tuple[tuple[Shot, bytes], ...]:
    """Every shot with its bytes. data: the original's. The same arguments always give the same bytes.

    Nothing of the original's metadata is carried over: no EXIF, XMP, ICC profile, comment. Raises Undecodable.
    """
    whole = (original.width, original.height)
    pictures = step_down(master(data, original, _upright_size(whole, shots, recipe)), _wholes(shots))
    return tuple(
        (shot, encode(_shown(shot, pictures, recipe), recipe.encoding_of(shot.rendition.media_type))) for shot in shots
    )


def _wholes(shots: tuple[Shot, ...]) -> tuple[tuple[int, int], ...]:
    return tuple((shot.rendition.width, shot.rendition.height) for shot in shots if not shot.rendition.purpose)


def _upright_size(whole: tuple[int, int], shots: tuple[Shot, ...], recipe: Recipe) -> tuple[int, int]:
    """The size at which the whole picture is large enough for every shot, cuts included."""
    scale = max(shot.rendition.width / _window(whole, shot, recipe)[0] for shot in shots)
    return min(whole[0], round(whole[0] * scale)), max(1, min(whole[1], round(whole[1] * scale)))


def _window(whole: tuple[int, int], shot: Shot, recipe: Recipe) -> tuple[int, int]:
    """How much of a picture of that size a shot shows."""
    return recipe.crop_for(shot.rendition.purpose).window(*whole) if shot.rendition.purpose else whole


def master(data: bytes, original: Original, upright: tuple[int, int]) -> Image.Image:
    """The whole picture at the size `upright`, in sRGB or grey, without metadata. Raises Undecodable."""
    size = upright[::-1] if original.orientation >= 5 else upright
    try:
        with open_original(data, original.kind) as image:
            profile = image.info.get("icc_profile")
            image.draft(None, (math.ceil(size[0] * _STEP), math.ceil(size[1] * _STEP)))
            image.load()
            decoded = resizable(image)
    except MemoryError:
        raise
    except Exception as error:  # Pillow's decoders raise whatever the damaged bytes lead them to
        raise Undecodable from error
    picture = decoded.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)  # a copy where the size is right already
    if original.orientation in _UPRIGHT:
        picture = picture.transpose(_UPRIGHT[original.orientation])
    return _bare(standard(picture, profile))


def step_down(widest: Image.Image, sizes: Iterable[tuple[int, int]]) -> dict[int, Image.Image]:
    """The picture at every size asked for, by width, each made from the smallest one that is wide enough for a good source."""
    pictures = {widest.width: widest}
    for size in sorted(sizes, reverse=True):
        if size[0] not in pictures:
            source = _source(pictures, size[0])
            pictures[size[0]] = _bare(source.resize(size, Image.Resampling.LANCZOS))
    return pictures


def _source(pictures: Mapping[int, Image.Image], width: float) -> Image.Image:
    wide = [other for other in pictures if other >= width * _STEP]
    return pictures[min(wide, default=max(pictures))]


def _shown(shot: Shot, pictures: Mapping[int, Image.Image], recipe: Recipe) -> Image.Image:
    """The pixels of a shot: one of the whole pictures, or a cut of one."""
    size = (shot.rendition.width, shot.rendition.height)
    if not shot.rendition.purpose:
        return pictures[size[0]]
    widest = pictures[max(pictures)]
    across, _ = _window(widest.size, shot, recipe)
    source = _source(pictures, widest.width * size[0] / across)
    box = place(source.size, _window(source.size, shot, recipe), shot.focus or (0.5, 0.5))
    return _bare(source.resize(size, Image.Resampling.LANCZOS, box=box))


def _bare(picture: Image.Image) -> Image.Image:
    """The pixels alone: Pillow would write a profile or a comment it finds in `info` into the next file."""
    picture.info = {}
    return picture


def encode(picture: Image.Image, encoding: Encoding) -> bytes:
    """The file, without words: see `imprint`. What is said empty here is what encoders would otherwise take from the picture."""
    file = io.BytesIO()
    xmp = PLACEHOLDER if encoding.media_type == "image/avif" else b""
    empty = {"exif": b"", "xmp": xmp, "icc_profile": b""}
    name = encoding.media_type.removeprefix("image/")
    picture.save(file, name, quality=encoding.quality, **empty, **dict(encoding.options))
    return file.getvalue()
