"""Makes the pixels: one original, decoded once, upright, in sRGB, stepped down, encoded. Files: `production`."""

from __future__ import annotations

import io
import math

from PIL import Image

from plugins.newsroom.photo import Rendition

from .colour import resizable, standard
from .inspect import Original
from .opening import open_original
from .recipe import Encoding, Recipe

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


def render(
    data: bytes, original: Original, renditions: tuple[Rendition, ...], recipe: Recipe
) -> tuple[tuple[Rendition, bytes], ...]:
    """Every rendition with its bytes. data: the original's. The same arguments always give the same bytes.

    Nothing of the original's metadata is carried over: no EXIF, XMP, ICC profile, comment. Raises Undecodable.
    """
    pictures = step_down(master(data, original, renditions), renditions)
    return tuple(
        (rendition, encode(pictures[rendition.width], recipe.encoding_of(rendition.media_type)))
        for rendition in renditions
    )


def master(data: bytes, original: Original, renditions: tuple[Rendition, ...]) -> Image.Image:
    """The widest picture needed, upright, in sRGB or grey, without metadata. Raises Undecodable."""
    widest = max(renditions, key=lambda rendition: rendition.width)
    upright = (widest.width, widest.height)
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


def step_down(widest: Image.Image, renditions: tuple[Rendition, ...]) -> dict[int, Image.Image]:
    """The picture at every width asked for, each made from the smallest one that is wide enough to be a good source."""
    pictures = {widest.width: widest}
    for rendition in sorted(renditions, key=lambda rendition: -rendition.width):
        if rendition.width not in pictures:
            sources = [width for width in pictures if width >= rendition.width * _STEP]
            source = pictures[min(sources, default=widest.width)]
            size = (rendition.width, rendition.height)
            pictures[rendition.width] = _bare(source.resize(size, Image.Resampling.LANCZOS))
    return pictures


def _bare(picture: Image.Image) -> Image.Image:
    """The pixels alone: Pillow would write a profile or a comment it finds in `info` into the next file."""
    picture.info = {}
    return picture


def encode(picture: Image.Image, encoding: Encoding) -> bytes:
    """The file. What is said empty here is what encoders would otherwise take from the picture."""
    file = io.BytesIO()
    empty = {"exif": b"", "xmp": b"", "icc_profile": b""}
    name = encoding.media_type.removeprefix("image/")
    picture.save(file, name, quality=encoding.quality, **empty, **dict(encoding.options))
    return file.getvalue()
