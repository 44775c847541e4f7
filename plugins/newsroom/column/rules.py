"""Rules between stories: clashing addresses and names, dead links, unused files; and photos whose licence has expired.

They work on briefs; a whole story is loaded only where something is wrong, for the position to report.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from difflib import get_close_matches
from itertools import accumulate
from operator import attrgetter
from pathlib import Path

from ..findings.catalogue import problem
from ..findings.problems import Place, Problem
from ..media.attachment import AttachmentUse
from ..media.photo import PhotoUse
from ..story.brief import Brief
from ..story.filing import odd_tag
from ..story.loading import head_of
from ..story.model import Story
from ..text import addresses
from ..text.dates import chinese_date, last_day
from ..text.filenames import normal
from ..text.files import Kind, kind_of
from .content_files import Found, is_story
from .spelling import Odd, is_odd
from .visibility import Held, is_far_ahead, lapsed

_Whole = Callable[[str], Story]
OF_PHOTOS_THERE = frozenset(
    {"CR10", "CR11"}
)  # missing credit or caption: pointless to report for a file that is missing
_TEXT_SUFFIXES = frozenset({".doc", ".docx", ".wps", ".rtf", ".odt", ".txt", ".markdown", ".html", ".htm", ".pdf"})
_STRAYS = {Kind.FILE: "FI11", Kind.SPECIAL: "FI22", Kind.LINKED_FOLDER: "FI23", Kind.GONE: "FI26"}


def address_clashes(content: Path, briefs: Iterable[Brief], whole: _Whole) -> Iterable[Problem]:
    """Two stories at one address, and former addresses that are in use. The later file in path order is reported."""
    holders: dict[str, Brief] = {}
    ordered = sorted(briefs, key=attrgetter("source"))
    for brief in ordered:
        other = holders.setdefault(brief.address, brief)
        if other is not brief:
            places = whole(brief.source).places
            place = places.get("网址") or places["标题"]
            shown = f"{content.name}/{other.source}"
            yield replace(problem("AD14", place, {"address": brief.address, "other": shown}), other=shown)
    for brief in filter(attrgetter("aliases"), ordered):
        for alias in brief.aliases:
            other = holders.setdefault(alias, brief)
            if other is not brief or alias == brief.address:
                other_name = "这篇稿件自己" if other is brief else f"{content.name}/{other.source}"
                yield problem("AD15", _of_alias(content, brief, alias, whole), {"alias": alias, "other": other_name})
    yield from _buried(content, ordered, whole)


def _of_alias(content: Path, brief: Brief, alias: str, whole: _Whole) -> Place:
    """The position of one former address in the head."""
    head = head_of(content, brief.source)
    mark = head.values.get("旧址") if head else None
    places = (
        (item.place for item in mark.items or () if addresses.check_alias(item.text or "") == alias) if mark else ()
    )
    return next(iter(places), None) or whole(brief.source).places["旧址"]


def _buried(content: Path, briefs: Iterable[Brief], whole: _Whole) -> Iterable[Problem]:
    """Former pages (x.html) that would have to be a folder for another address."""
    pages = {alias: brief for brief in briefs for alias in brief.aliases if not alias.endswith("/")}
    if not pages:
        return
    for address in sorted(address for brief in briefs for address in (brief.address, *brief.aliases)):
        folders = accumulate(address.split("/")[:-1], "{}/{}".format)
        for page in filter(pages.__contains__, folders):
            yield problem("AD17", _of_alias(content, pages[page], page, whole), {"alias": page, "other": address})


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
            yield problem("AD16", whole(brief.source).places[key], {"name": name, "other": other, "address": address})


def odd_tags(content: Path, briefs: Iterable[Brief], odd: Odd) -> Iterable[Problem]:
    """Tags spelt differently from where they were first published. briefs: with tags as written."""
    for brief in (brief for brief in briefs if is_odd(brief, odd)):
        head = head_of(content, brief.source)
        mark = head.values.get("话题") if head else None
        for item in mark.items or () if mark else ():
            term = odd.get((item.text or "").strip())
            if term:
                yield odd_tag(item, term)


def dead_links(briefs: Sequence[Brief], held: Mapping[str, Held], broken: set[str], whole: _Whole) -> Iterable[Problem]:
    """Links to stories that do not exist, are not visible, or have no such anchor."""
    by_source = {normal(brief.source): brief for brief in briefs}
    reasons = {normal(source): reason for source, reason in held.items()}
    unsure = set(map(normal, broken)) - reasons.keys()
    for brief in filter(_has_links, briefs):
        for number, (written, fragment) in enumerate(brief.links):
            target = normal(written)
            code = _fault_of(brief, target, fragment, by_source, reasons) if target not in unsure else ""
            if code:
                place = whole(brief.source).document.links[number].place
                yield _dead_link(code, place, brief, target, fragment, by_source, reasons)


_has_links = attrgetter("links")


def _fault_of(
    brief: Brief, target: str, fragment: str, by_source: Mapping[str, Brief], held: Mapping[str, Held]
) -> str:
    """The finding code for one link, "" when it is fine."""
    found = by_source.get(target)
    if found is None and target not in held:
        return "LK01"
    reason = held.get(target)
    if reason and normal(brief.source) not in held and reason is not Held.WITHDRAWN:
        return "LK02"
    return "LK03" if found and fragment and fragment not in found.anchors else ""


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
        return problem(code, place, {"target": target, "hint": _near_target(brief, target, by_source)})
    if code == "LK02":
        return problem(code, place, {"target": target, "why": held[target].value})
    anchors = by_source[target].anchors
    near = get_close_matches(fragment, anchors, n=2, cutoff=0.6)
    hint = f"是不是“#{near[0]}”？" if len(near) == 1 else ""
    return problem(
        code, place, {"target": target, "fragment": fragment, "hint": hint, "anchors": "、".join(anchors) or "（没有）"}
    )


def _near_target(brief: Brief, target: str, by_source: Mapping[str, Brief]) -> str:
    near = get_close_matches(target, by_source, n=2, cutoff=0.8)
    if len(near) != 1:
        return ""
    return f"是不是 {posixpath.relpath(near[0], posixpath.dirname(brief.source) or '.')}？"


def lapsed_photos(
    photos: Iterable[tuple[str, tuple[PhotoUse, ...]]], held: Mapping[str, Held], now: datetime
) -> Iterable[Problem]:
    """Photos that left the page because their licence has expired, each once per story. photos: by source."""
    for source, uses in photos:
        if held.get(source) in (Held.EXPIRED, Held.WITHDRAWN, Held.UNSEEN):
            continue
        for use, end in {use.file: (use, use.ends) for use in lapsed(uses, now) if use.ends}.values():
            place = use.detail and use.detail.expires_place
            yield problem("CR18", place or use.place, {"file": use.file, "last": last_day(end)})


def far_ahead(briefs: Iterable[Brief], now: datetime, whole: _Whole) -> Iterable[Problem]:
    """Stories dated so far ahead that the date is probably a slip."""
    for brief in briefs:
        if is_far_ahead(brief, now):
            place, day = whole(brief.source).places["日期"], chinese_date(brief.published)
            yield problem("DT11", place, {"title": brief.title, "day": day})


def missing_covers(photos: Iterable[tuple[str, tuple[PhotoUse, ...]]], found: Found) -> set[Place]:
    """Positions of 封面 values whose file does not exist: apart from that, nothing is reported about them. photos: by source."""
    covers = [use for _, uses in photos for use in uses[-1:] if not use.in_text]
    there = set(map(normal, (*found.photos, *found.others))) if covers else ()
    return {use.place for use in covers if normal(use.path) not in there}


def strays(
    content: Path,
    found: Found,
    briefs: Iterable[Brief],
    broken: tuple[str, ...],
    attachments: Mapping[str, tuple[AttachmentUse, ...]],
) -> Iterable[Problem]:
    """Unused files, photos that no story shows, and paths that are not files at all. attachments: those of stories, by source."""
    used = {normal(path) for brief in briefs for path in brief.photo_paths}
    used |= {normal(path) for uses in attachments.values() for use in uses for path in (*use.files, use.poster)}
    unread = {posixpath.dirname(source) for source in broken}
    for path in found.others:
        kind = kind_of(content / path)
        is_unsure = not unread.isdisjoint(_folders_around(path))
        if kind is not Kind.FILE or (normal(path) not in used and not is_unsure):
            yield problem(_stray(kind, path), Place(f"{content.name}/{path}"), {"name": posixpath.basename(path)})
    unwritten = {posixpath.dirname(path) for path in found.others if _may_become_a_story(path)}
    for path in found.photos:
        is_unsure = posixpath.dirname(path) in unwritten or not unread.isdisjoint(_folders_around(path))
        if normal(path) not in used and not is_unsure:
            yield problem("FI12", Place(f"{content.name}/{path}"), {"name": posixpath.basename(path)})


def _stray(kind: Kind, path: str) -> str:
    """The finding code for a path that is neither a story nor a photo."""
    if kind is Kind.FOLDER:
        return "FI24" if is_story(path) else "FI25"
    return _STRAYS[kind]


def _is_text(path: str) -> bool:
    return posixpath.splitext(path)[1].lower() in _TEXT_SUFFIXES


def _may_become_a_story(path: str) -> bool:
    """Whether a text in another format may be a story still to be imported, together with the photos in its folder."""
    return _is_text(path) and not path.lower().endswith(".pdf")


def _folders_around(path: str) -> Iterable[str]:
    """The folders whose stories can show a photo: its own and all parents."""
    folder = posixpath.dirname(path)
    while folder:
        yield folder
        folder = posixpath.dirname(folder)
    yield ""
