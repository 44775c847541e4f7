"""A sheet of paper on which outlines are printed in inks, one after the other, and its finish; what to draw is left to the scenes.

Edges are smooth because every mask is drawn three times as large and scaled down. Chance comes from the sheet's own seeded dice.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from .palette import PAPER, Colour, Fade, mix
from .shapes import Outline

_FINER = 3
QUALITY = 82

Box = tuple[int, int, int, int]
Stencil = Image.Image  # as large as the sheet: white lets ink through, black keeps it off


class Sheet:
    """width, height: of the finished picture in pixels at scale 1; scale: smaller values draw the same picture smaller."""

    def __init__(self, width: int, height: int, seed: int, scale: float = 1.0) -> None:
        self.width, self.height, self.scale = width, height, scale
        self.dice = Random(seed)
        self.image = Image.new("RGB", (max(8, round(width * scale)), max(8, round(height * scale))), PAPER)
        self._wear = self._cloud(((9, 6), (60, 40), (400, 267)))

    def lay(
        self,
        shapes: Outline | Sequence[Outline],
        ink: Colour | Fade,
        opacity: float = 1.0,
        *,
        cut: Sequence[Outline] = (),
        blur: float = 0.0,
        worn: float = 0.0,
        inside: Stencil | None = None,
        over: bool = False,
    ) -> None:
        """Print one outline or several in one ink.

        opacity, worn: 0..1 (worn lets the paper through like a dry brush); cut: outlines left free; blur: radius of a soft
        edge; inside: a stencil; over: the ink darkens what is there, as a second colour does in a printing press.
        """
        outlines = _as_outlines(shapes)
        bounds = self._bounds(outlines, blur)
        if not outlines or bounds is None:
            return
        mask = self._mask(outlines, cut, bounds)
        if blur:
            mask = mask.filter(ImageFilter.GaussianBlur(blur * self.scale))
        if worn:
            mask = ImageChops.multiply(mask, self._wear.crop(bounds).point([round(255 - worn * v) for v in range(256)]))
        if opacity < 1:
            mask = mask.point([round(v * opacity) for v in range(256)])
        if inside is not None:
            mask = ImageChops.multiply(mask, inside.crop(bounds))
        colour = self._ink(ink, (mask.width, mask.height))
        if over:
            colour = ImageChops.multiply(self.image.crop(bounds), colour)
        self.image.paste(colour, bounds, mask)

    def solid(
        self, shapes: Outline | Sequence[Outline], ink: Colour | Fade, worn: float = 0.2, *, cut: Sequence[Outline] = ()
    ) -> None:
        """Print shapes so that nothing behind them shows, with a dry brush's tone in them."""
        faded = (
            Fade(mix(ink.first, PAPER, 0.3), mix(ink.last, PAPER, 0.3), ink.sideways)
            if isinstance(ink, Fade)
            else mix(ink, PAPER, 0.3)
        )
        self.lay(shapes, faded, cut=cut)
        self.lay(shapes, ink, cut=cut, worn=worn)

    def wash(self, ink: Colour | Fade, opacity: float = 1.0) -> None:
        """One ink over the whole sheet."""
        corners = [(0, 0), (self.width, 0), (self.width, self.height), (0, self.height)]
        self.lay(corners, ink, opacity)

    def stencil(self, shapes: Outline | Sequence[Outline], cut: Sequence[Outline] = ()) -> Stencil:
        """A mask of the whole sheet that lets ink through only within `shapes`."""
        return self._mask(_as_outlines(shapes), cut, (0, 0, *self.image.size))

    def shade(
        self, shapes: Outline | Sequence[Outline], ink: Colour, opacity: float, dx: float, dy: float, blur: float
    ) -> None:
        """The soft shadow that shapes throw towards (dx, dy)."""
        self.lay([[(x + dx, y + dy) for x, y in shape] for shape in _as_outlines(shapes)], ink, opacity, blur=blur)

    def finished(self) -> bytes:
        """The picture as a JPEG file, with the grain of paper in it."""
        grain = self._grain()
        textured = ImageChops.add(self.image, Image.merge("RGB", (grain, grain, grain)), 1.0, -128)
        written = BytesIO()
        textured.save(written, "JPEG", quality=QUALITY, optimize=True, progressive=True, subsampling="4:2:0")
        return written.getvalue()

    def _bounds(self, outlines: Sequence[Outline], blur: float) -> Box | None:
        xs = [x * self.scale for outline in outlines for x, _ in outline]
        ys = [y * self.scale for outline in outlines for _, y in outline]
        if not xs:
            return None
        margin = 2 + int(blur * 3 * self.scale)
        left, top = max(0, int(min(xs)) - margin), max(0, int(min(ys)) - margin)
        right = min(self.image.width, int(max(xs)) + margin + 1)
        bottom = min(self.image.height, int(max(ys)) + margin + 1)
        return (left, top, right, bottom) if right > left and bottom > top else None

    def _mask(self, outlines: Sequence[Outline], cut: Sequence[Outline], bounds: Box) -> Image.Image:
        left, top, right, bottom = bounds
        large = Image.new("L", ((right - left) * _FINER, (bottom - top) * _FINER), 0)
        pen = ImageDraw.Draw(large)
        for fill, group in ((255, outlines), (0, cut)):
            for outline in group:
                pen.polygon(
                    [((x * self.scale - left) * _FINER, (y * self.scale - top) * _FINER) for x, y in outline], fill=fill
                )
        return large.reduce(_FINER)

    def _ink(self, ink: Colour | Fade, size: tuple[int, int]) -> Image.Image:
        if not isinstance(ink, Fade):
            return Image.new("RGB", size, ink)
        slope = Image.linear_gradient("L")
        slope = slope.transpose(Image.Transpose.ROTATE_90) if ink.sideways else slope
        slope = slope.resize(size, Image.Resampling.BICUBIC)
        return Image.composite(Image.new("RGB", size, ink.last), Image.new("RGB", size, ink.first), slope)

    def _cloud(self, layers: Sequence[tuple[int, int]]) -> Image.Image:
        """Soft irregular tone over the whole sheet: coarse chance under finer chance."""
        cloud = Image.new("L", self.image.size, 128)
        for columns, rows in layers:
            noise = Image.frombytes("L", (columns, rows), self.dice.randbytes(columns * rows))
            cloud = Image.blend(cloud, noise.resize(self.image.size, Image.Resampling.BICUBIC), 0.42)
        return cloud

    def _grain(self) -> Image.Image:
        """Fibres and tooth of the paper around the middle grey 128."""
        width, height = self.image.size
        fibres = Image.frombytes(
            "L", (width // 12 + 1, height // 2 + 1), self.dice.randbytes((width // 12 + 1) * (height // 2 + 1))
        )
        tooth = Image.frombytes(
            "L", (width // 2 + 1, height // 2 + 1), self.dice.randbytes((width // 2 + 1) * (height // 2 + 1))
        )
        both = Image.blend(
            fibres.resize((width, height), Image.Resampling.BICUBIC),
            tooth.resize((width, height), Image.Resampling.BICUBIC),
            0.5,
        )
        return both.point([round(128 + (v - 128) * 0.05) for v in range(256)])


def _as_outlines(shapes: Outline | Sequence[Outline]) -> list[Outline]:
    """A single outline is a list of points, several are a list of lists."""
    if not shapes:
        return []
    return [shapes] if isinstance(shapes[0], tuple) else list(shapes)
