"""The rules between stories: addresses and names that clash, links that lead nowhere, files nobody reads; and photos whose time is over.

They ask the briefs; only where something is wrong is a story looked at whole, for the place to point at.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from difflib import get_close_matches
from itertools import accumulate
from operator import attrgetter
from pathlib import Path

from . import addresses
from .article import Story
from .attachment import AttachmentUse
from .brief import Brief
from .dates import last_day
from .finding import Found
from .messages import problem
from .photo import PhotoUse
from .problems import Place, Problem
from .visibility import Held, has_lapsed

_Whole = Callable[[str], Story]
_TEXT_SUFFIXES = frozenset({".doc", ".docx", ".wps", ".rtf", ".odt", ".txt", ".markdown", ".html", ".htm", ".pdf"})


def address_clashes(content: Path, briefs: Iterable[Brief], whole: _Whole) -> Iterable[Problem]:
    """Two stories at one address, and former addresses that somebody holds. The later file in path order is reported."""
    holders: dict[str, Brief] = {}
    ordered = sorted(briefs, key=attrgetter("source"))
    for brief in ordered:
        other = holders.setdefault(brief.address, brief)
        if other is not brief:
            places = whole(brief.source).places
            place = places.get("网址") or places["标题"]
            yield problem("AD14", place, address=brief.address, other=f"{content.name}/{other.source}")
    for brief in filter(attrgetter("aliases"), ordered):
        for alias in brief.aliases:
            other = holders.setdefault(alias, brief)
            if other is not brief or alias == brief.address:
                place = whole(brief.source).places["旧址"]
                yield problem("AD15", place, alias=alias, other=f"{content.name}/{other.source}")
    yield from _buried(ordered, whole)


def _buried(briefs: Iterable[Brief], whole: _Whole) -> Iterable[Problem]:
    """Former pages (x.html) that would have to be a folder for another address."""
    pages = {alias: brief for brief in briefs for alias in brief.aliases if not alias.endswith("/")}
    if not pages:
        return
    for address in sorted(address for brief in briefs for address in (brief.address, *brief.aliases)):
        folders = accumulate(address.split("/")[:-1], "{}/{}".format)
        for page in filter(pages.__contains__, folders):
            yield problem("AD17", whole(pages[page].source).places["旧址"], alias=page, other=address)


def name_clashes(briefs: Iterable[Brief], whole: _Whole) -> Iterable[Problem]:
    """Two different people or tags that would share one page."""
    people: dict[str, str] = {}
    tags: dict[str, str] = {}
    for brief in briefs:
        clashes = [
            ("署名", addresses.person_address(one.id), one.name, people[one.id])
            for one in brief.people
            if people.setdefault(one.id, one.name) != one.name
        ]
        clashes += [
            ("话题", addresses.tag_address(one.id), one.name, tags[one.id])
            for one in brief.tags
            if tags.setdefault(one.id, one.name) != one.name
        ]
        for key, address, name, other in clashes:
            yield problem("AD16", whole(brief.source).places[key], name=name, other=other, address=address)


def dead_links(briefs: Iterable[Brief], held: Mapping[str, Held], broken: set[str], whole: _Whole) -> Iterable[Problem]:
    """Links to stories that are not there, not visible, or lack the named place."""
    by_source = {brief.source: brief for brief in briefs}
    for brief in filter(_has_links, by_source.values()):
        for number, (target, fragment) in enumerate(brief.links):
            code = _fault_of(brief, target, fragment, by_source, held) if target not in broken else ""
            if code:
                place = whole(brief.source).document.links[number].place
                yield _dead_link(code, place, brief, target, fragment, by_source, held)


_has_links = attrgetter("links")


def _fault_of(
    brief: Brief, target: str, fragment: str, by_source: Mapping[str, Brief], held: Mapping[str, Held]
) -> str:
    """The code of what is wrong with one link, "" when nothing is."""
    found = by_source.get(target)
    if found is None:
        return "LK01"
    if target in held and brief.source not in held and held[target] is not Held.WITHDRAWN:
        return "LK02"
    return "LK03" if fragment and fragment not in found.anchors else ""


def _dead_link(
    code: str,
    place: Place,
    brief: Brief,
    target: str,
    fragment: str,
    by_source: Mapping[str, Brief],
    held: Mapping[str, Held],
) -> Problem:
    if code == "LK01":
        return problem(code, place, target=target, hint=_near_target(brief, target, by_source))
    if code == "LK02":
        return problem(code, place, target=target, why=held[target].value)
    anchors = by_source[target].anchors
    near = get_close_matches(fragment, anchors, n=2, cutoff=0.6)
    hint = f"是不是“#{near[0]}”？" if len(near) == 1 else ""
    return problem(code, place, target=target, fragment=fragment, hint=hint, anchors="、".join(anchors) or "（没有）")


def _near_target(brief: Brief, target: str, by_source: Mapping[str, Brief]) -> str:
    near = get_close_matches(target, by_source, n=2, cutoff=0.8)
    if len(near) != 1:
        return ""
    return f"是不是 {posixpath.relpath(near[0], posixpath.dirname(brief.source) or '.')}？"


def lapsed_photos(
    photos: Iterable[tuple[str, tuple[PhotoUse, ...]]], held: Mapping[str, Held], now: datetime
) -> Iterable[Problem]:
    """Photos that left the page because the right to show them has ended, each once a story. photos: by source."""
    for source, uses in photos:
        if held.get(source) in (Held.EXPIRED, Held.WITHDRAWN):
            continue
        for use in {use.file: use for use in uses if has_lapsed(use, now)}.values():
            place = use.detail and use.detail.expires_place
            yield problem("CR18", place or use.place, file=use.file, last=last_day(use.ends))


def strays(
    content: Path,
    found: Found,
    briefs: Iterable[Brief],
    broken: tuple[str, ...],
    attachments: Mapping[str, tuple[AttachmentUse, ...]],
) -> Iterable[Problem]:
    """Files that nobody reads: a text in another format, a photo no story shows. attachments: what stories offer, by source."""
    offered = {path for uses in attachments.values() for use in uses for path in (*use.files, use.poster)}
    for path in found.others:
        if path not in offered and posixpath.splitext(path)[1].lower() in _TEXT_SUFFIXES:
            yield problem("FI11", Place(f"{content.name}/{path}"), name=posixpath.basename(path))
    used = offered | {path for brief in briefs for path in brief.photo_paths}
    unsure = {posixpath.dirname(source) for source in broken}
    for path in found.photos:
        if path not in used and posixpath.dirname(path) not in unsure:
            yield problem("FI12", Place(f"{content.name}/{path}"), name=posixpath.basename(path))
