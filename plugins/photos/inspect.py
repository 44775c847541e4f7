"""Inspects an original without decoding it: finds the file, detects its type and checks that it is usable. Pixels: `render`."""

from __future__ import annotations

import math
import os
from dataclasses import replace
from itertools import count
from pathlib import Path, PurePosixPath

from plugins.newsroom.findings.refusals import reason
from plugins.newsroom.text.filenames import same_name
from plugins.newsroom.text.fingerprint import checksum
from plugins.newsroom.text.nearness import nearest

from .containers import HEIC, JPEG, Kind, declared_size, described, is_lfs_pointer, is_whole, kind_of, scans
from .labels import aigc_in, source_type_in
from .opening import open_original, orientation_of
from .original import Fault, Original
from .recipe import Limits
from .tint import tint_of

_IN_THE_CLOUD = ".icloud"  # macOS replaces an offloaded 01.jpg by .01.jpg.icloud


def look_at(
    content: Path, path: str, limits: Limits, with_tint: bool = False
) -> tuple[Original | None, tuple[Fault, ...]]:
    """The original at `path` (POSIX, below `content`) or None, and the faults found. Bad input never raises."""
    found = find(content, path)
    result = found if isinstance(found, Fault) else examine(found, limits, with_tint)
    if isinstance(result, Fault):
        return None, (result,)
    return result, tuple(reservations(result, limits))


def find(content: Path, path: str) -> Path | Fault:
    """The file itself. Its name must match in case on every system, as it must on the server."""
    written = PurePosixPath(path)
    folder = content / written.parent
    if not written.name or not _is_inside(folder, content):
        return Fault("PH02")
    names = _names_in(folder)
    name = _name_on_disk(written.name, names)
    if name is None:
        return _missing(written.name, names)
    file = folder / name
    if not _is_inside(file, content):
        return Fault("PH02")
    return file if file.is_file() else Fault("PH03")


def _is_inside(file: Path, content: Path) -> bool:
    try:
        return file.resolve().is_relative_to(content.resolve())
    except (OSError, RuntimeError, ValueError):  # symbolic links in a circle, a NUL in the name
        return False


def _names_in(folder: Path) -> list[str]:
    try:
        return sorted(os.listdir(folder))
    except (OSError, ValueError):
        return []


def _name_on_disk(name: str, names: list[str]) -> str | None:
    """`name` as spelt on disk: macOS decomposes accented characters, which looks the same."""
    same = [other for other in names if same_name(other, name)]
    return name if name in same else next(iter(same), None)


def _missing(name: str, names: list[str]) -> Fault:
    if _name_on_disk(f".{name}{_IN_THE_CLOUD}", names):
        return Fault("PH31")
    if "\\" in name:
        return Fault("PH01", advice="文件夹和文件名之间请用“/”，不要用“\\”。")
    near = nearest(name, [other for other in names if not other.startswith((".", "~")) and not other.endswith(".md")])
    if near and near.casefold() == name.casefold():
        return Fault("PH01", advice=f"文件夹里的是“{near}”，大小写不同：请把稿件里的文件名改成“{near}”。")
    return Fault("PH01", advice=f"文件夹里有“{near}”；如果就是它，请把稿件里的文件名改成“{near}”。" if near else "")


def examine(file: Path, limits: Limits, with_tint: bool = False) -> Original | Fault:
    """Inspect the bytes of the file, read once; with_tint: also find its colour, for which it may be decoded at a small size."""
    if file.suffix.lower() == _IN_THE_CLOUD:
        return Fault("PH31")
    try:
        size = file.stat().st_size
        if size > limits.most_bytes:
            return Fault("PH13", {"size": math.ceil(size / 1024**2), "most": limits.most_bytes // 1024**2})
        data = file.read_bytes()
    except OSError as error:
        return Fault("PH04", {"detail": reason(error)})
    if not data:
        return Fault("PH05")
    if is_lfs_pointer(data):
        return Fault("PH30")
    kind = kind_of(data)
    if kind is None:
        return Fault("PH06", {"actual": described(data)})
    result = _misfit(file, kind, data, limits) or _measured(file, kind, data, limits)
    return replace(result, tint=tint_of(data, kind)) if with_tint and isinstance(result, Original) else result


def _misfit(file: Path, kind: Kind, data: bytes, limits: Limits) -> Fault | None:
    """A fault that can be found before Pillow opens the file."""
    if file.suffix.lower() not in kind.suffixes:
        return Fault("PH08", {"actual": kind.name, "right": _free_name(file, kind.suffixes[0])})
    too_large = _too_large(kind, declared_size(kind, data), limits)
    if too_large:
        return too_large
    if kind is JPEG and (number := scans(data)) > limits.most_scans:
        return Fault("PH23", {"scans": number})
    return None if is_whole(kind, data) else Fault("PH09")


def _free_name(file: Path, suffix: str) -> str:
    """A free name for the file with that suffix: 01.png, or 01-2.png where another photo has the name."""
    names = (f"{file.stem}{suffix}" if number == 1 else f"{file.stem}-{number}{suffix}" for number in count(1))
    return next(name for name in names if not file.with_name(name).exists())


def _too_large(kind: Kind, size: tuple[int, int] | None, limits: Limits) -> Fault | None:
    most = limits.most_pixels_jpeg if kind is JPEG else limits.most_pixels
    if size is None or (size[0] * size[1] <= most and max(size) <= limits.longest_side):
        return None
    width, height = size
    return Fault("PH12", {"width": width, "height": height, "most": most // 10_000, "side": limits.longest_side})


def _measured(file: Path, kind: Kind, data: bytes, limits: Limits) -> Original | Fault:
    try:
        with open_original(data, kind) as image:
            width, height = image.size
            orientation, frames = orientation_of(image, data, kind), _frames(image, kind)
            packet = image.info.get("xmp") or b""  # in PNG it may be compressed
    except Exception:  # Pillow's readers can raise anything on damaged bytes
        return Fault("PH14")
    too_large = _too_large(kind, (width, height), limits)
    if too_large:
        return too_large
    if orientation >= 5:
        width, height = height, width
    if width < limits.least_width or height < limits.least_height:
        return Fault("PH10", {"width": width, "height": height, "least": limits.least_width})
    sha256, labels = checksum(data), _labels(data, packet)
    return Original(file, kind, sha256, len(data), width, height, orientation, frames, *labels)


def _labels(*pieces: bytes) -> tuple[str, str]:
    """AI labels found anywhere in the file: source type and AIGC."""
    return next(filter(None, map(source_type_in, pieces)), ""), next(filter(None, map(aigc_in, pieces)), "")


def _frames(image: object, kind: Kind) -> int:
    """The number of frames of an animation. Additional pictures in a JPEG (MPO) or HEIC from cameras and phones do not count."""
    return 1 if kind in (JPEG, HEIC) else getattr(image, "n_frames", 1)


def reservations(original: Original, limits: Limits) -> list[Fault]:
    """Warnings about a usable original."""
    faults = []
    if original.width < limits.good_width:
        faults.append(Fault("PH11", {"width": original.width, "good": limits.good_width}))
    if original.frames > 1:
        faults.append(Fault("PH15"))
    return faults
