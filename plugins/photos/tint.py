"""Finds the average colour of a photo, as a word of the palette, from its thumbnail or a small decoded version."""

from __future__ import annotations

import io

from PIL import ExifTags, Image

from plugins.newsroom.media.placeholder import nearest

from .colour import resizable, standard
from .containers import JPEG, Kind
from .opening import open_original

_JPEG_AT, _JPEG_LENGTH = 0x0201, 0x0202  # EXIF, first IFD: the thumbnail every camera and phone puts there
_SMALL = (32, 32)
_LARGEST_THUMBNAIL = 640
_MOST_PIXELS = 16_000_000  # larger pictures that can only be decoded whole get no colour, to limit memory


def tint_of(data: bytes, kind: Kind) -> str:
    """The word, "" for a photo that is huge or cannot be decoded; the latter is reported when it is rendered."""
    try:
        with open_original(data, kind) as image:
            picture = _thumbnail(image) or image
            if kind is not JPEG and picture.width * picture.height > _MOST_PIXELS:
                return ""
            profile = image.info.get("icc_profile")
            picture.draft(None, _SMALL)  # JPEG: decodes at an eighth of the size, a fraction of the work
            small = resizable(picture).resize(_SMALL, Image.Resampling.BOX)
        one = standard(small, profile).convert("RGB").resize((1, 1), Image.Resampling.BOX)
        red, green, blue = one.tobytes()
        return nearest((red, green, blue))
    except Exception:  # Pillow's decoders can raise anything on damaged bytes
        return ""


def _thumbnail(image: Image.Image) -> Image.Image | None:
    """The small JPEG in the EXIF block; None when there is none that can be opened."""
    block = image.info.get("exif") or b""
    try:
        where = image.getexif().get_ifd(ExifTags.IFD.IFD1)
        start = 6 + where[_JPEG_AT]
        small = Image.open(io.BytesIO(block[start : start + where[_JPEG_LENGTH]]), formats=("JPEG",))
        return small if max(small.size) <= _LARGEST_THUMBNAIL else None
    except Exception:  # a damaged block can raise anything; then the picture itself is used
        return None
