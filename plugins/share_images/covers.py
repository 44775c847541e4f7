"""Drawn share images in other shapes, for outlets whose covers are not 1200 by 630: the paper goes on, and so do the courses."""

from __future__ import annotations

import io

from PIL import Image

from plugins.newsroom.pages.share_image import ShareImage

from .drawing import draw

WIDE, SQUARE = (1480, 630), (1200, 1200)  # 2.35:1 and 1:1, as WeChat shows covers


def cover(card: ShareImage, size: tuple[int, int]) -> bytes:
    """The image in the middle of a picture of this size, as PNG; its outermost pixels are repeated up to the edges."""
    with Image.open(io.BytesIO(draw(card))) as drawn:
        picture = _widened(drawn.convert("RGB"), size[0])
    turned = _widened(picture.transpose(Image.Transpose.ROTATE_90), size[1])
    file = io.BytesIO()
    turned.transpose(Image.Transpose.ROTATE_270).quantize(16).save(file, "PNG", optimize=True)
    return file.getvalue()


def _widened(picture: Image.Image, width: int) -> Image.Image:
    """The picture with its first and last columns repeated on both sides."""
    height, left = picture.height, (width - picture.width) // 2
    wide = Image.new("RGB", (width, height))
    wide.paste(picture.crop((0, 0, 1, height)).resize((width, height)))
    wide.paste(picture.crop((picture.width - 1, 0, picture.width, height)).resize((width - left, height)), (left, 0))
    wide.paste(picture, (left, 0))
    return wide
