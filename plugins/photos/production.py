"""Does what was planned: renders what the cache does not hold. Where the bytes go, and in which process, is left to others."""

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
    """What came of one job: its shots with their bytes, or a problem. was_rendered: pixels were touched."""

    job: Job
    files: tuple[tuple[Shot, bytes], ...]
    problem: Problem | None = None
    was_rendered: bool = False


def produce(job: Job, recipe: Recipe, cache: Cache) -> Product:
    """All shots of one original, each with its notice; without words they come from the cache or are rendered and put there."""
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
    """What cannot be kept is made again another time."""
    with suppress(OSError):
        for key, data in entries.items():
            cache.put(key, data)


def length(job: Job, rendition: Rendition, recipe: Recipe, cache: Cache) -> int:
    """The bytes of the file of one rendition of a job, which is made for it where the cache does not hold it. Raises Refusal."""
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
    """Named by the whole checksums: the short ones of addresses are for readers."""
    sha256 = job.original.sha256
    return f"{recipe.digest[:16]}/{sha256[:2]}/{sha256}-{negative}"
