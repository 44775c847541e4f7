"""Pictures and profiles made for tests, and small stories that use them. Nothing here is random from run to run."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

from PIL import Image, ImageDraw

from plugins.newsroom.body.document import Document
from plugins.newsroom.findings.problems import Place, Problem
from plugins.newsroom.media.photo import PhotoUse
from plugins.newsroom.story.brief import Brief, brief_of
from plugins.newsroom.story.credits import credit_of
from plugins.newsroom.story.model import Story

RED, GREEN, BLUE, YELLOW = (220, 30, 30), (30, 160, 60), (30, 60, 200), (230, 200, 40)


def scene(width: int, height: int) -> Image.Image:
    """Photo-like: smooth light, texture at several scales, no two parts alike."""
    grain = Image.frombytes(
        "L", (64, 64), bytes((x * x * 7 + y * 31 * x + y * y * 3) % 251 for x in range(64) for y in range(64))
    )
    coarse = grain.resize((width, height), Image.Resampling.BICUBIC)
    fine = grain.resize((256, 256), Image.Resampling.BICUBIC).resize((width, height), Image.Resampling.BILINEAR)
    across = Image.linear_gradient("L").rotate(90).resize((width, height))
    return Image.merge(
        "RGB", (Image.blend(coarse, across, 0.5), Image.blend(fine, across, 0.3), Image.blend(coarse, fine, 0.5))
    )


def quarters(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """Red top left, green top right, blue bottom left, yellow bottom right: every turn and flip shows."""
    picture = Image.new("RGB", (width, height), RED)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((width // 2, 0, width, height // 2), fill=GREEN)
    pen.rectangle((0, height // 2, width // 2, height), fill=BLUE)
    pen.rectangle((width // 2, height // 2, width, height), fill=YELLOW)
    return picture.convert(mode)


def corners(picture: Image.Image) -> tuple[tuple[int, ...], ...]:
    """The colours in the middle of the four quarters: top left, top right, bottom left, bottom right."""
    seen, (width, height) = picture.convert("RGB"), picture.size
    return tuple(seen.getpixel((width * x // 4, height * y // 4)) for x, y in ((1, 1), (3, 1), (1, 3), (3, 3)))


def near(seen: Iterable[int], wanted: Iterable[int], tolerance: int) -> bool:
    return all(abs(a - b) <= tolerance for a, b in zip(seen, wanted, strict=True))


def saved(picture: Image.Image, file_format: str, **options: object) -> bytes:
    file = io.BytesIO()
    picture.save(file, file_format, **options)
    return file.getvalue()


def heic(picture: Image.Image, **options: object) -> bytes:
    """As an iPhone saves it: HEVC in a HEIF file."""
    import pillow_heif

    file = io.BytesIO()
    pillow_heif.from_pillow(picture).save(file, quality=90, **options)
    return file.getvalue()


def opened(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


# The primaries of screens and cameras, as columns of XYZ under D50 (IEC 61966-2-1, SMPTE EG 432-1, Adobe RGB 1998).
SRGB_D50 = ((0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.71410))
DISPLAY_P3 = ((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407))
ADOBE_RGB = ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457))


def srgb_curve() -> tuple[int, ...]:
    """The sRGB transfer curve as 1024 samples of 16 bits."""
    return tuple(round(65535 * linear(i / 1023)) for i in range(1024))


def linear(value: float) -> float:
    """Light of an sRGB value, both 0..1."""
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def gamma(power: float) -> tuple[int, ...]:
    return (round(power * 256),)


def profile(primaries: tuple[tuple[float, ...], ...] | None, curve: tuple[int, ...]) -> bytes:
    """An ICC v2 display profile: matrix and curve, or (primaries None) a grey one with the curve alone."""
    tone = struct.pack(">4s4xI", b"curv", len(curve)) + struct.pack(f">{len(curve)}H", *curve)
    tags = {
        b"desc": b"desc" + bytes(4) + struct.pack(">I", 5) + b"test\0" + bytes(78),
        b"cprt": b"text" + bytes(4) + b"none\0",
    }
    tags[b"wtpt"] = _xyz((0.9642, 1.0, 0.8249))
    if primaries is None:
        tags[b"kTRC"] = tone
    else:
        for letter, primary in zip(b"rgb", primaries, strict=True):
            tags[bytes([letter]) + b"XYZ"] = _xyz(primary)
            tags[bytes([letter]) + b"TRC"] = tone
    return _assembled(tags, b"GRAY" if primaries is None else b"RGB ")


def press_profile(inks: Iterable[tuple[int, int, int]]) -> bytes:
    """An ICC v2 output profile of a press with four inks. inks: how each looks alone, as L* 0..100, a*, b*; they mix evenly."""
    paper, mixtures = (100, 0, 0), bytearray()
    for mixed in product((False, True), repeat=4):  # the last ink varies fastest
        chosen = [ink for ink, is_on in zip(inks, mixed, strict=True) if is_on] or [paper]
        light, *colour = (sum(parts) / len(chosen) for parts in zip(*chosen, strict=True))
        mixtures += bytes((round(light * 2.55), *(round(part) + 128 for part in colour)))
    linear_table = bytes(range(256))
    table = b"mft1" + bytes(4) + bytes((4, 3, 2, 0)) + struct.pack(">9i", *(65536 * (n % 4 == 0) for n in range(9)))
    table += linear_table * 4 + mixtures + linear_table * 3
    tags = {
        b"desc": b"desc" + bytes(4) + struct.pack(">I", 5) + b"test\0" + bytes(78),
        b"cprt": b"text" + bytes(4) + b"none\0",
        b"wtpt": _xyz((0.9642, 1.0, 0.8249)),
        **{b"A2B%d" % intent: table for intent in range(3)},
    }
    return _assembled(tags, b"CMYK", b"prtr", b"Lab ")


def _xyz(values: Iterable[float]) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">3i", *(round(value * 65536) for value in values))


def _assembled(tags: dict[bytes, bytes], space: bytes, kind: bytes = b"mntr", between: bytes = b"XYZ ") -> bytes:
    table, body = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for name, content in tags.items():
        table += struct.pack(">4sII", name, start + len(body), len(content))
        body += content + bytes(-len(content) % 4)
    size = start + len(body)
    header = struct.pack(">I4sI4s4s4s", size, b"none", 0x02400000, kind, space, between) + bytes(12) + b"acsp"
    header += bytes(28) + struct.pack(">3i", 63190, 65536, 54061)
    return header.ljust(128, b"\0") + table + body


@dataclass(frozen=True)
class Pages:
    """As much of a column as photos need to see."""

    content: Path
    stories: tuple[Story, ...]
    hidden: frozenset[str] = frozenset()

    @property
    def photos(self) -> dict[str, tuple[PhotoUse, ...]]:
        return {story.source: story.photos for story in self.stories}

    @property
    def visible(self) -> tuple[Brief, ...]:
        return tuple(brief for brief in self.by_source.values() if self.is_visible(brief))

    @property
    def visible_pages(self) -> tuple[Brief, ...]:
        return ()

    @property
    def by_source(self) -> dict[str, Brief]:
        return {story.source: brief_of(story) for story in self.stories}

    def lapsed(self, source: str) -> tuple[PhotoUse, ...]:
        return ()

    def weighed(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        return tuple(problems)

    @property
    def problems(self) -> tuple[Problem, ...]:
        return ()

    def is_visible(self, story: Brief) -> bool:
        return story.source not in self.hidden

    def preview_note(self, story: Brief) -> str:
        return ""


def put(folder: Path, name: str, data: bytes | Image.Image) -> Path:
    """Write a photo into the folder of a story; an image is saved as its suffix says."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(data, Image.Image):
        data.save(path, quality=90)
    else:
        path.write_bytes(data)
    return path


def use(file: str, folder: str = "", line: int = 9) -> PhotoUse:
    place = Place(f"content/{folder}/index.md".replace("//", "/"), line, 1, len(file), f"![]({file})")
    return PhotoUse(file, f"{folder}/{file}".lstrip("/"), "说明", credit_of("张三 摄"), "说明", place)


def story(*files: str, folder: str = "", cover: int | None = 0) -> Story:
    uses = tuple(use(file, folder, 9 + number) for number, file in enumerate(files))
    published = datetime(2017, 8, 16, tzinfo=UTC)
    source = f"{folder}/index.md".lstrip("/")
    return Story(
        source, False, "题", published, f"{folder or 'x'}/", Document(), photos=uses, cover=cover if uses else None
    )
