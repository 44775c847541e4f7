"""Opens an original with Pillow: header only, in the one format it was found to be. Pixels are left to `render`."""

from __future__ import annotations

import io
import warnings
from functools import cache

from PIL import ExifTags, Image, ImageFile

from .containers import HEIC, PNG, Kind, png_chunk

# Declared sizes are judged by `inspect` before Pillow sees a file, in words an editor understands. Pillow's own alarm
# would only print a line of its own, as it does about odd EXIF blocks and second pictures, neither of which we use.
Image.MAX_IMAGE_PIXELS = None
warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")


def open_original(data: bytes, kind: Kind) -> ImageFile.ImageFile:
    """The picture in `data`, not yet decoded. Raises whatever Pillow raises on damaged bytes."""
    if kind is HEIC:
        _learn_heic()
    return Image.open(io.BytesIO(data), formats=(kind.pillow,))


@cache
def _learn_heic() -> None:
    """Pillow reads HEIC through libheif, which turns the picture upright by itself and says so in EXIF."""
    import pillow_heif  # noqa: PLC0415  only phones of one maker write it

    pillow_heif.register_heif_opener(decode_threads=1)


def orientation_of(image: Image.Image, data: bytes, kind: Kind) -> int:
    """EXIF orientation, 1..8 (CIPA DC-008, 4.6.5); 1 when there is none or it cannot be read.

    PNG keeps its EXIF in a chunk that Pillow would only find by decoding the picture.
    """
    block = png_chunk(data, b"eXIf") if kind is PNG else image.info.get("exif")
    exif = Image.Exif()
    try:
        exif.load(block or b"")
        value = exif.get(ExifTags.Base.Orientation, 1)
    except Exception:  # a damaged EXIF block raises anything; the picture is still good
        return 1
    return value if value in range(1, 9) else 1
