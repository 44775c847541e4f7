"""Pictures for files that the desk gives out: upright JPEG no longer than 2000 pixels on either side, also of stories that readers do not see."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.newsroom.findings.refusals import Refusal
from plugins.newsroom.media.photo import PhotoUse

from .cache import Cache
from .looking import Looker
from .plan import Job, Planner
from .production import produce
from .recipe import STANDARD, Recipe

LONGEST = 2000  # pixels
_JPEG = STANDARD.encoding_of("image/jpeg")


@dataclass(frozen=True, slots=True)
class Made:
    """One file. number: of the photo in its story; width, height: in pixels; is_generated: whether its file says that AI made it."""

    number: int
    width: int
    height: int
    is_generated: bool
    data: bytes


def made_for_desk(
    uses: Sequence[PhotoUse], unwanted: Collection[PhotoUse], content: Path, cache: Cache
) -> tuple[Made, ...]:
    """A file of each photo in the text, except the unwanted ones. Raises Refusal for an original that cannot be used."""
    looker = Looker(content, STANDARD.limits, {}, {})
    wanted = [(number, use) for number, use in enumerate(uses) if use.in_text and use not in unwanted]
    return tuple(_made(number, use, looker, cache) for number, use in wanted)


def _made(number: int, use: PhotoUse, looker: Looker, cache: Cache) -> Made:
    original, faults = looker.look(use.path)
    if original is None:
        raise Refusal([fault.at(use.place, use.file) for fault in faults])
    recipe = _recipe(original.width, original.height)
    job = Job(original, (Planner(recipe).figure(use, original, is_cover=False),))
    product = produce(job, recipe, cache)
    if product.problem:
        raise Refusal([product.problem])
    shot, data = product.files[-1]
    return Made(number, shot.rendition.width, shot.rendition.height, original.is_labelled, data)


def _recipe(width: int, height: int) -> Recipe:
    """For an original of this size: one picture, as wide as its longer side allows."""
    widest = min(width, max(1, LONGEST * width // max(width, height)))
    return Recipe(widths=(), encodings=(replace(_JPEG, widest=widest),))
