"""How the eye judges a rendition (SSIMULACRA2, 100 is the picture itself), and what WebP needs to be judged the same."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from PIL import Image, ImageOps

_NEAR = 0.5  # points


class Judge:
    """Compares renditions of one photo with the photo itself, scaled down in one careful step."""

    def __init__(self, path: Path, folder: Path) -> None:
        with Image.open(path) as image:
            self._picture = ImageOps.exif_transpose(image).convert("RGB")
        self._folder = folder
        self._scaled: dict[tuple[int, int], Image.Image] = {}

    def score(self, data: bytes) -> float:
        from ssimulacra2 import compute_ssimulacra2

        seen = Image.open(io.BytesIO(data)).convert("RGB")
        with tempfile.TemporaryDirectory(dir=self._folder) as name:
            files = [f"{name}/wanted.png", f"{name}/seen.png"]
            for picture, file in zip((self.wanted(seen.size), seen), files, strict=True):
                picture.save(file, compress_level=1)
            return compute_ssimulacra2(*files)

    def wanted(self, size: tuple[int, int]) -> Image.Image:
        if size not in self._scaled:
            self._scaled[size] = self._picture.resize(size, Image.Resampling.LANCZOS)
        return self._scaled[size]

    def webp_as_good_as(self, score: float, size: tuple[int, int]) -> int | None:
        """The bytes of the smallest WebP (method 4) that scores so much; None when none does."""
        low, high, found = 1, 100, None
        while low <= high:
            quality = (low + high) // 2
            file = io.BytesIO()
            self.wanted(size).save(file, "WEBP", quality=quality, method=4)
            reached = self.score(file.getvalue())
            if reached >= score - _NEAR:
                found, high = len(file.getvalue()), quality - 1
            else:
                low = quality + 1
        return found
