"""Opens an original with Pillow: header only, and only as the format detected before. Pixels are left to `render`."""

from __future__ import annotations

import io
import warnings
from functools import cache

from PIL import ExifTags, Image, ImageFile

from .containers import HEIC, PNG, Kind, png_chunk

# Declared sizes are checked by `inspect` before Pillow sees a file, with messages for editors. Pillow's own warnings, also those
# about odd EXIF blocks and second pictures, which are not used, would only print lines of their own.
Image.MAX_IMAGE_PIXELS = None
warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")


def open_original(data: bytes, kind: Kind) -> ImageFile.ImageFile:
    """The picture in `data`, not yet decoded. Raises whatever Pillow raises for damaged bytes."""
    if kind is HEIC:
        _learn_heic()
    return Image.open(io.BytesIO(data), formats=(kind.pillow,))


@cache
def _learn_heic() -> None:
    """Register libheif for HEIC with Pillow. It turns pictures upright itself and sets the EXIF orientation accordingly."""
    import pillow_heif  # noqa: PLC0415  only needed for HEIC

    pillow_heif.register_heif_opener(decode_threads=1)


def orientation_of(image: Image.Image, data: bytes, kind: Kind) -> int:
    """EXIF orientation, 1..8 (CIPA DC-008, 4.6.5); 1 when missing or unreadable.

    PNG keeps EXIF in a chunk that Pillow finds only by decoding the picture.
    """
    block = png_chunk(data, b"eXIf") if kind is PNG else image.info.get("exif")
    exif = Image.Exif()
    try:
        exif.load(block or b"")
        value = exif.get(ExifTags.Base.Orientation, 1)
    except Exception:  # a damaged EXIF block can raise anything; the picture is still usable
        return 1
    return value if value in range(1, 9) else 1
