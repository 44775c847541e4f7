"""Converts a decoded picture to 8 bits, sRGB or grey, opaque, which all screens show alike. Sizes are left to `render`."""

from __future__ import annotations

import io

from PIL import Image, ImageCms

_PAPER = 255  # transparent parts become white
_MODES = {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK"}  # ICC colour space -> Pillow mode
_TOLERANCE = 1  # difference (0..255) up to which a profile counts as sRGB


def resizable(image: Image.Image) -> Image.Image:
    """The same picture in a mode that can be resampled: L, LA, RGB, RGBA or CMYK. 16 bits are scaled, not clipped."""
    if image.mode.startswith(("I", "F")):
        return image.convert("I").point(lambda value: value * (1 / 257) + 0.5).convert("L")
    if image.mode in ("P", "PA") or "transparency" in image.info:
        return image.convert("RGBA" if image.has_transparency_data else "RGB")
    if image.mode in ("L", "LA", "RGB", "RGBA", "CMYK"):
        return image
    return image.convert("L" if image.mode == "1" else "RGB")


def standard(image: Image.Image, profile: bytes | None) -> Image.Image:
    """A resizable picture converted to sRGB (mode RGB) or grey (mode L) on white. profile: its ICC profile.

    A profile that is damaged or for another colour space is ignored, as browsers do.
    """
    alpha = image.getchannel("A") if image.mode in ("LA", "RGBA") else None
    opaque = image.convert(image.mode.removesuffix("A")) if alpha is not None else image
    coloured = _through(profile, opaque) if profile else None
    if coloured is None:
        coloured = opaque.convert("RGB") if opaque.mode == "CMYK" else opaque
    if alpha is None:
        return coloured
    paper = Image.new(coloured.mode, coloured.size, (_PAPER,) * len(coloured.getbands()))
    paper.paste(coloured, mask=alpha)
    return paper


def _through(profile: bytes, image: Image.Image) -> Image.Image | None:
    """`image` (RGB, L or CMYK) converted by its profile; None when the profile does not fit."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        speaks_of = _MODES.get(source.profile.xcolor_space.strip())
        if speaks_of is None or (speaks_of != image.mode and (speaks_of, image.mode) != ("RGB", "L")):
            return None
        transform = ImageCms.buildTransform(
            source,
            ImageCms.createProfile("sRGB"),
            speaks_of,
            "RGB",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
        if speaks_of == "RGB" and _changes_nothing(transform):
            return image
        seen = ImageCms.applyTransform(image.convert(speaks_of), transform)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None
    return seen.convert("L") if seen and image.mode == "L" else seen


def _changes_nothing(transform: ImageCms.ImageCmsTransform) -> bool:
    """Whether a profile is sRGB, whatever its name: tested on 729 colours."""
    levels = range(0, 256, 31)
    colours = bytes(value for r in levels for g in levels for b in levels for value in (r, g, b))
    sheet = Image.frombytes("RGB", (len(colours) // 3, 1), colours)
    seen = ImageCms.applyTransform(sheet, transform)
    return seen is not None and all(
        abs(before - after) <= _TOLERANCE for before, after in zip(colours, seen.tobytes(), strict=True)
    )
