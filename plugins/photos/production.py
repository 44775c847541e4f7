"""Does what was planned: renders what the cache does not hold. Where the bytes go, and in which process, is left to others."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from plugins.newsroom.problems import Problem

from .cache import Cache
from .original import Fault, reason
from .plan import Job
from .recipe import Recipe
from .shot import Shot


@dataclass(frozen=True, slots=True)
class Product:
    """What came of one job: its renditions with their bytes, or a problem. was_rendered: pixels were touched."""

    job: Job
    files: tuple[tuple[Shot, bytes], ...]
    problem: Problem | None = None
    was_rendered: bool = False


def produce(job: Job, recipe: Recipe, cache: Cache) -> Product:
    """All renditions of one original, from the cache or rendered and put there."""
    kept = [(shot, cache.get(_key(job, shot, recipe))) for shot in job.shots]
    if all(data is not None for _, data in kept):
        return Product(job, tuple(kept))
    made = _made(job, recipe)
    if isinstance(made, Fault):
        return Product(job, (), made.at(job.place, job.file))
    try:
        for (shot, data), (_, before) in zip(made, kept, strict=True):
            if before is None:
                cache.put(_key(job, shot, recipe), data)
    except OSError as error:
        fault = Fault("PH17", {"detail": reason(error)})
        return Product(job, (), fault.at(job.place, job.file), was_rendered=True)
    return Product(job, made, was_rendered=True)


def _made(job: Job, recipe: Recipe) -> tuple[tuple[Shot, bytes], ...] | Fault:
    try:
        data = job.original.path.read_bytes()
    except OSError as error:
        return Fault("PH04", {"detail": reason(error)})
    if hashlib.sha256(data).hexdigest() != job.original.sha256:
        return Fault("PH16")
    from .render import Undecodable, render  # noqa: PLC0415  a build without new photos needs no Pillow

    try:
        return render(data, job.original, job.shots, recipe)
    except Undecodable:
        return Fault("PH14")
    except MemoryError:
        return Fault("PH04", {"detail": "内存不足"})


def _key(job: Job, shot: Shot, recipe: Recipe) -> str:
    """Named by the whole checksums: the short ones of addresses are for readers."""
    sha256 = job.original.sha256
    return f"{recipe.digest[:16]}/{sha256[:2]}/{sha256}-{shot.negative}"
