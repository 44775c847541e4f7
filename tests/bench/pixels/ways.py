"""Ways to make the same renditions of one photo: ours, and plain Pillow as tutorials show it."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageOps

from plugins.newsroom.findings.problems import Place
from plugins.newsroom.media.photo import Credit, PhotoUse, Rendition
from plugins.photos.inspect import examine
from plugins.photos.original import Original
from plugins.photos.plan import Job, Planner
from plugins.photos.recipe import STANDARD
from plugins.photos.render import render

Made = dict[tuple[str, int], bytes]  # by format and width
Timed = tuple[Made, float]  # with the CPU seconds it took


def timed(way: Callable[[Path], Made], path: Path) -> Timed:
    began = time.process_time()
    made = way(path)
    return made, time.process_time() - began


def ours(path: Path) -> Made:
    """Looking included, as in a build: the header, the checksum, the colour."""
    original = examine(path, STANDARD.limits, with_tint=True)
    assert isinstance(original, Original), original
    figure = Planner(STANDARD).figure(use_of(path), original, False)
    shots = Job(original, (figure,)).shots
    made = render(path.read_bytes(), original, shots, STANDARD)
    return {(_short(shot.rendition), shot.rendition.width): data for shot, data in made}


def plain(path: Path, formats: tuple[str, str]) -> Made:
    """Open, turn, resize, save; again for every width, at Pillow's own qualities. formats: instead of AVIF and of JPEG."""
    with Image.open(path) as image:
        size = ImageOps.exif_transpose(image).size
    made = {}
    for name, encoding in zip(formats, STANDARD.encodings, strict=True):
        for width in STANDARD.steps(size[0], encoding):
            with Image.open(path) as image:
                picture = ImageOps.exif_transpose(image).convert("RGB")
            picture = picture.resize((width, round(size[1] * width / size[0])), Image.Resampling.LANCZOS)
            file = io.BytesIO()
            picture.save(file, name)
            made[name, width] = file.getvalue()
    return made


def use_of(path: Path) -> PhotoUse:
    return PhotoUse(path.name, path.name, "", Credit(), "", Place(path.name))


def _short(rendition: Rendition) -> str:
    return rendition.media_type.removeprefix("image/")
