"""Does what was planned: renders what the cache does not hold. Where the bytes go, and in which process, is left to others."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from plugins.newsroom.photo import Rendition
from plugins.newsroom.problems import Problem
from plugins.newsroom.stop import Stop

from .cache import Cache
from .original import Fault, reason
from .plan import Job
from .recipe import Recipe


@dataclass(frozen=True, slots=True)
class Product:
    """What came of one job: its renditions with their bytes, or a problem. was_rendered: pixels were touched."""

    job: Job
    files: tuple[tuple[Rendition, bytes], ...]
    problem: Problem | None = None
    was_rendered: bool = False


def produce(job: Job, recipe: Recipe, cache: Cache) -> Product:
    """All renditions of one original, from the cache or rendered and put there."""
    kept = [(rendition, cache.get(_key(job, rendition, recipe))) for rendition in job.renditions]
    if all(data is not None for _, data in kept):
        return Product(job, tuple(kept))
    made = _made(job, recipe)
    if isinstance(made, Fault):
        return Product(job, (), made.at(job.place, job.file))
    try:
        for (rendition, data), (_, before) in zip(made, kept, strict=True):
            if before is None:
                cache.put(_key(job, rendition, recipe), data)
    except OSError as error:
        fault = Fault("PH17", {"detail": reason(error)})
        return Product(job, (), fault.at(job.place, job.file), was_rendered=True)
    return Product(job, made, was_rendered=True)


def length(job: Job, rendition: Rendition, recipe: Recipe, cache: Cache) -> int:
    """The bytes of one rendition's file, which is made for it where the cache does not hold it. Raises Stop."""
    kept = cache.get(_key(job, rendition, recipe))
    if kept is not None:
        return len(kept)
    product = produce(job, recipe, cache)
    if product.problem:
        raise Stop([product.problem])
    return next(len(data) for made, data in product.files if made == rendition)


def _made(job: Job, recipe: Recipe) -> tuple[tuple[Rendition, bytes], ...] | Fault:
    try:
        data = job.original.path.read_bytes()
    except OSError as error:
        return Fault("PH04", {"detail": reason(error)})
    if hashlib.sha256(data).hexdigest() != job.original.sha256:
        return Fault("PH16")
    from .render import Undecodable, render  # noqa: PLC0415  a build without new photos needs no Pillow

    try:
        return render(data, job.original, job.renditions, recipe)
    except Undecodable:
        return Fault("PH14")
    except MemoryError:
        return Fault("PH04", {"detail": "内存不足"})


def _key(job: Job, rendition: Rendition, recipe: Recipe) -> str:
    """Named by the whole checksums: the short ones of addresses are for readers."""
    sha256, (_, name) = job.original.sha256, rendition.address.rsplit("-", 1)
    return f"{recipe.digest[:16]}/{sha256[:2]}/{sha256}-{name}"
