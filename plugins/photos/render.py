"""Renders one original: decodes it once, turns it upright, converts to sRGB, scales, encodes. Files are left to `production`."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Iterator, Mapping

from PIL import Image

from .colour import resizable, standard
from .cropping import Detail, place
from .imprint import PLACEHOLDER
from .inscription import inscribe
from .opening import open_original
from .original import Original
from .quality import PROBE_WIDTH, Texture, jpeg_table
from .recipe import Encoding, Recipe
from .shot import Shot

_STEP = 1.5  # every resampling starts from a picture at least this many times as wide, if there is one
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
    """The original cannot be decoded: its bytes are damaged in a way its header does not show."""


def render(data: bytes, original: Original, shots: Iterable[Shot], recipe: Recipe) -> Iterator[tuple[Shot, bytes]]:
    """Every shot with its bytes. data: of the original. A shot's bytes never depend on the other shots.

    None of the original's metadata is carried over: no EXIF, XMP, ICC profile, comment. Raises Undecodable.
    """
    whole = (original.width, original.height)
    pictures = step_down(master(data, original, recipe.master_size(*whole)), recipe.whole_sizes(*whole))
    detail, texture = Detail(pictures[min(pictures)]), Texture(_narrowest(pictures, PROBE_WIDTH))
    for shot in shots:
        encoding = recipe.encoding_of(shot.rendition.media_type)
        picture = _cropped(shot, pictures, recipe, detail) if shot.rendition.purpose else pictures[shot.rendition.width]
        yield shot, encode(picture, encoding, texture.quality(encoding.curve))


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
    except Exception as error:  # Pillow's decoders can raise anything on damaged bytes
        raise Undecodable from error
    picture = decoded.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)  # a copy where the size is already right
    if original.orientation in _UPRIGHT:
        picture = picture.transpose(_UPRIGHT[original.orientation])
    return _bare(standard(picture, profile))


def step_down(widest: Image.Image, sizes: Iterable[tuple[int, int]]) -> dict[int, Image.Image]:
    """The picture at every requested size, by width, each made from the smallest one wide enough to be a good source."""
    pictures = {widest.width: widest}
    for size in sorted(sizes, reverse=True):
        if size[0] not in pictures:
            source = _narrowest(pictures, size[0] * _STEP)
            pictures[size[0]] = _bare(source.resize(size, Image.Resampling.LANCZOS))
    return pictures


def _narrowest(pictures: Mapping[int, Image.Image], width: float) -> Image.Image:
    """The narrowest picture that is at least `width` wide, or else the widest."""
    return pictures[min((other for other in pictures if other >= width), default=max(pictures))]


def _cropped(shot: Shot, pictures: Mapping[int, Image.Image], recipe: Recipe, detail: Detail) -> Image.Image:
    crop, size = recipe.crop_for(shot.rendition.purpose), (shot.rendition.width, shot.rendition.height)
    widest = pictures[max(pictures)]
    scale = size[0] / crop.window(*widest.size)[0]
    source = _narrowest(pictures, widest.width * scale * _STEP)
    focus = shot.focus or detail.focus(crop)
    box = place(source.size, crop.window(*source.size), focus)
    picture = _bare(source.resize(size, Image.Resampling.LANCZOS, box=box))
    return inscribe(picture) if shot.is_inscribed else picture


def _bare(picture: Image.Image) -> Image.Image:
    """The pixels alone: Pillow would write a profile or comment in `info` into the next file."""
    picture.info = {}
    return picture


def encode(picture: Image.Image, encoding: Encoding, quality: int) -> bytes:
    """The encoded file without notice, see `imprint`. Empty options stop encoders from taking metadata from the picture."""
    file = io.BytesIO()
    options = {"exif": b"", "xmp": b"", "icc_profile": b"", **dict(encoding.options)}
    if encoding.media_type == "image/avif":
        options |= {"quality": quality, "xmp": PLACEHOLDER}
    else:
        options["qtables"] = [jpeg_table(quality)] * 2
    picture.save(file, encoding.media_type.removeprefix("image/"), **options)
    return file.getvalue()
