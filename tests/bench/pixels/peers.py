"""The same renditions made by others, where they are installed: pelican-image-process (PyPI) and sharp (npm, found by `node`)."""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageOps

from plugins.photos.recipe import STANDARD

from .ways import Made, Timed

_SCRIPT = Path(__file__).with_name("sharp.cjs")


def installed() -> dict[str, Callable[[Path], Timed]]:
    found: dict[str, Callable[[Path], Timed]] = {}
    if importlib.util.find_spec("pelican.plugins") and importlib.util.find_spec("pelican.plugins.image_process"):
        found["pelican-image-process"] = image_process
    node = shutil.which("node")
    if node and subprocess.run([node, "-e", "require('sharp')"], capture_output=True, check=False).returncode == 0:
        found["sharp, speed as ours"] = sharp
    return found


def image_process(path: Path) -> Timed:
    from pelican.plugins.image_process.image_process import process_image

    with tempfile.TemporaryDirectory() as folder:
        files = _files(path, Path(folder))
        began = time.process_time()
        for (_, width), file in files.items():
            process_image((str(path), str(file), [f"scale_in {width} 100000 False"]), {"IMAGE_PROCESS_FORCE": True})
        return _read(files), time.process_time() - began


def sharp(path: Path) -> Timed:
    with tempfile.TemporaryDirectory() as folder:
        files = _files(path, Path(folder))
        orders = [[name, width, str(file)] for (name, width), file in files.items()]
        command = ["node", str(_SCRIPT), str(path), json.dumps(orders)]
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        return _read(files), float(said)


def _files(path: Path, folder: Path) -> dict[tuple[str, int], Path]:
    with Image.open(path) as image:
        width = ImageOps.exif_transpose(image).width
    return {
        (encoding.media_type.removeprefix("image/"), step): folder / f"{step}.{encoding.extension}"
        for encoding in STANDARD.encodings
        for step in STANDARD.steps(width, encoding)
    }


def _read(files: dict[tuple[str, int], Path]) -> Made:
    return {key: file.read_bytes() for key, file in files.items()}
