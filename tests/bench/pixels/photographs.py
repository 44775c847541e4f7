"""Photographs to be measured: made here, alike from run to run, and any that lie in a folder."""

from __future__ import annotations

import random
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter

SIZE = (6000, 4000)  # 24 megapixels
_OCTAVES = 7
_SUFFIXES = frozenset((".jpg", ".jpeg", ".png", ".webp", ".heic", ".avif"))


def make(folder: Path, number: int) -> list[Path]:
    """JPEGs as a camera writes them: soft light, texture at every scale, hard edges, fine grain."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for index in range(number):
        made.append(folder / f"made-{index:02}.jpg")
        photograph(index).save(made[-1], quality=92, subsampling="4:2:2")
    return made


def found(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in _SUFFIXES)


def photograph(seed: int, size: tuple[int, int] = SIZE) -> Image.Image:
    """No two seeds alike, from a quiet sky to a busy street."""
    chance = random.Random(seed)
    roughness = 0.45 + 0.25 * chance.random()
    bands = [_clouds(chance, size, roughness) for _ in range(2)]
    luma = ImageChops.blend(bands[0], Image.linear_gradient("L").resize(size), 0.35)
    picture = Image.merge("YCbCr", (luma, _softened(bands[1], 0.35), _softened(ImageChops.invert(bands[1]), 0.3)))
    picture = picture.convert("RGB")
    _build(picture, chance)
    return _with_grain(picture.filter(ImageFilter.GaussianBlur(0.8)), chance)


def _clouds(chance: random.Random, size: tuple[int, int], roughness: float) -> Image.Image:
    """Noise of falling strength at ever finer scales, as in nature."""
    field = Image.new("L", size, 128)
    for octave in range(_OCTAVES):
        across = 4 << octave
        grid = (across, max(2, across * size[1] // size[0]))
        layer = Image.frombytes("L", grid, chance.randbytes(grid[0] * grid[1])).resize(size, Image.Resampling.BICUBIC)
        field = Image.blend(field, layer, roughness / (1 + 0.6 * octave))
    return field


def _softened(band: Image.Image, strength: float) -> Image.Image:
    return Image.blend(Image.new("L", band.size, 128), band, strength)


def _build(picture: Image.Image, chance: random.Random) -> None:
    """Walls, windows and wires in front of the landscape."""
    pen, (width, height) = ImageDraw.Draw(picture), picture.size
    for _ in range(chance.randrange(2, 9)):
        left, top = chance.randrange(width), chance.randrange(height // 3, height)
        right = left + width // chance.randrange(6, 14)
        wall = tuple(chance.randrange(40, 220) for _ in range(3))
        pen.rectangle((left, top, right, height), fill=wall)
        step = max(24, width // 120)
        for x in range(left + step, right - step, 2 * step):
            for y in range(top + step, height, 2 * step):
                shade = chance.randrange(20, 250)
                pen.rectangle((x, y, x + step, y + step), fill=(shade, shade, min(255, shade + 20)))
    for _ in range(4):
        points = [(chance.randrange(width), chance.randrange(height)) for _ in range(2)]
        pen.line(points, fill=(30, 30, 35), width=max(2, width // 1500))


def _with_grain(picture: Image.Image, chance: random.Random) -> Image.Image:
    tile = Image.frombytes("L", (512, 512), bytes(value % 13 for value in chance.randbytes(512 * 512)))
    grain = Image.new("L", picture.size)
    for x in range(0, picture.width, 512):
        for y in range(0, picture.height, 512):
            grain.paste(tile, (x, y))
    return ImageChops.add(picture, Image.merge("RGB", (grain, grain, grain)), offset=-6)
