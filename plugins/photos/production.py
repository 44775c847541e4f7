"""Does what was planned: renders in parallel what the cache does not hold. Where the bytes go is left to the caller."""

from __future__ import annotations

import hashlib
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from plugins.newsroom.photo import Rendition
from plugins.newsroom.problems import Problem

from .cache import Cache
from .inspect import Fault, reason
from .plan import Job
from .recipe import Recipe
from .render import Undecodable, render


@dataclass(frozen=True, slots=True)
class Product:
    """What came of one job: its renditions with their bytes, or a problem. was_rendered: pixels were touched."""

    job: Job
    files: tuple[tuple[Rendition, bytes], ...]
    problem: Problem | None = None
    was_rendered: bool = False


def produce(jobs: Iterable[Job], recipe: Recipe, cache: Cache, workers: int | None = None) -> Iterator[Product]:
    """The product of every job, in the order of the jobs. Few run ahead of the caller, so memory stays bounded."""
    workers = workers or processors()
    waiting: deque[Future[Product]] = deque()
    with ThreadPoolExecutor(workers, thread_name_prefix="photos") as pool:
        try:
            for job in jobs:
                waiting.append(pool.submit(_product, job, recipe, cache))
                if len(waiting) > 2 * workers:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)


def processors() -> int:
    """Processors this process may use."""
    if hasattr(os, "process_cpu_count"):
        return os.process_cpu_count() or 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _product(job: Job, recipe: Recipe, cache: Cache) -> Product:
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


def _made(job: Job, recipe: Recipe) -> tuple[tuple[Rendition, bytes], ...] | Fault:
    try:
        data = job.original.path.read_bytes()
    except OSError as error:
        return Fault("PH04", {"detail": reason(error)})
    if hashlib.sha256(data).hexdigest() != job.original.sha256:
        return Fault("PH16")
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
