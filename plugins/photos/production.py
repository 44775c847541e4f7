"""Produces the planned renditions: from the cache, or by rendering. Writing them is left to the engine."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from plugins.newsroom.findings.problems import Problem
from plugins.newsroom.findings.refusals import Refusal, reason
from plugins.newsroom.media.photo import Rendition
from plugins.newsroom.text.fingerprint import checksum

from .cache import Cache
from .imprint import imprint
from .original import Fault, Original
from .plan import Job
from .recipe import Recipe
from .shot import Shot


@dataclass(frozen=True, slots=True)
class Product:
    """The result of a job: its shots with their bytes, or a problem. was_rendered: not all came from the cache."""

    job: Job
    files: tuple[tuple[Shot, bytes], ...]
    problem: Problem | None = None
    was_rendered: bool = False


def produce(job: Job, recipe: Recipe, cache: Cache) -> Product:
    """All shots of one original, each with its notice. Without notice they are cached, and rendered when missing."""
    shots = job.shots
    found = {shot.negative: cache.get(_key(job, shot.negative, recipe)) for shot in shots}
    kept = {negative: data for negative, data in found.items() if data is not None}
    missing = {shot.negative: shot for shot in shots if shot.negative not in kept}
    if missing:
        made = _made(job.original, tuple(missing.values()), recipe)
        if isinstance(made, Fault):
            return Product(job, (), made.at(job.first.place, job.first.file))
        _put(cache, {_key(job, name, recipe): made[name] for name in made})
        kept |= made
    files = tuple((shot, imprint(kept[shot.negative], shot.rendition.media_type, shot.notice)) for shot in shots)
    return Product(job, files, was_rendered=bool(missing))


def _put(cache: Cache, entries: Mapping[str, bytes]) -> None:
    """Store renditions; those that cannot be stored are made again next time."""
    with suppress(OSError):
        for key, data in entries.items():
            cache.put(key, data)


def length(job: Job, rendition: Rendition, recipe: Recipe, cache: Cache) -> int:
    """The length in bytes of one rendition of a job, which is made if it is not cached. Raises Refusal."""
    shot = next(shot for shot in job.shots if shot.rendition == rendition)
    kept = cache.get(_key(job, shot.negative, recipe))
    if kept is not None:
        return len(imprint(kept, rendition.media_type, shot.notice))
    product = produce(job, recipe, cache)
    if product.problem:
        raise Refusal([product.problem])
    return next(len(data) for made, data in product.files if made == shot)


def _made(original: Original, shots: tuple[Shot, ...], recipe: Recipe) -> dict[str, bytes] | Fault:
    try:
        data = original.path.read_bytes()
    except OSError as error:
        return Fault("PH04", {"detail": reason(error)})
    if checksum(data) != original.sha256:
        return Fault("PH16")
    from .render import Undecodable, render  # noqa: PLC0415  a build without new photos needs no Pillow

    try:
        return {shot.negative: file for shot, file in render(data, original, shots, recipe)}
    except Undecodable:
        return Fault("PH14")
    except MemoryError:
        return Fault("PH04", {"detail": "内存不足"})


def _key(job: Job, negative: str, recipe: Recipe) -> str:
    """The cache key, with full checksums: the short ones are for addresses."""
    sha256 = job.original.sha256
    return f"{recipe.digest[:16]}/{sha256[:2]}/{sha256}-{negative}"
