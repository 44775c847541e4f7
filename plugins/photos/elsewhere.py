"""Pictures for other outlets, which take JPEG up to a width and a number of bytes: made like those of the site, with the same notices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from plugins.newsroom.findings.refusals import Refusal
from plugins.newsroom.media.photo import Figure, cover_of
from plugins.newsroom.story.brief import Brief
from plugins.site.site import Site

from .ordering import cache_of
from .plan import Album, Job, Planner
from .production import produce
from .recipe import STANDARD, Recipe
from .shot import Shot

_JPEG = "image/jpeg"
_COVERS = ("wechat-wide", "wechat-square")
# WeChat scales pictures in articles to 1080 pixels. The narrower ones are for pictures that would be too long in bytes.
WECHAT = Recipe(
    widths=(480, 720, 1080),
    encodings=(replace(STANDARD.encoding_of(_JPEG), widest=1080),),
    crops=tuple(STANDARD.crop_for(purpose) for purpose in _COVERS),
)


@dataclass(frozen=True, slots=True)
class Made:
    """One file. number: of the photo in its story; purpose: as in `Rendition`; width, height: in pixels."""

    number: int
    purpose: str
    width: int
    height: int
    data: bytes


def made_for_wechat(site: Site, brief: Brief, most_bytes: int) -> tuple[Made, ...]:
    """Of each photo of the story that may be shown, the widest file below `most_bytes`, and both covers of the one that stands
    for the story. A photo that is too long even when narrow is missing. Raises Refusal for a damaged original."""
    figures = site.figures_of(brief)
    front = cover_of(figures, brief.cover)
    planner = Planner(WECHAT)
    found: list[Made] = []
    for number, figure in enumerate(figures):
        if figure.is_shown:
            files = [*_files(site, planner, figure, figure is front)]
            found += _chosen(number, [(shot, data) for shot, data in files if len(data) < most_bytes])
    return tuple(found)


def _files(site: Site, planner: Planner, figure: Figure, is_cover: bool) -> Iterator[tuple[Shot, bytes]]:
    original = site.kept(Album).originals[figure.use.path]
    job = Job(original, (planner.figure(figure.use, original, is_cover),))
    product = produce(job, WECHAT, cache_of(site))
    if product.problem:
        raise Refusal([product.problem])
    return iter(product.files)


def _chosen(number: int, files: list[tuple[Shot, bytes]]) -> Iterator[Made]:
    """The widest file of each purpose."""
    widest = {shot.rendition.purpose: (shot.rendition, data) for shot, data in sorted(files, key=_width)}
    for purpose, (rendition, data) in sorted(widest.items()):
        yield Made(number, purpose, rendition.width, rendition.height, data)


def _width(file: tuple[Shot, bytes]) -> int:
    return file[0].rendition.width
