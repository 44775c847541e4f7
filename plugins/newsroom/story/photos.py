"""Settles caption, credit, alternative text and cover of a story's photos; each needs a credit. Opens no files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import chain
from urllib.parse import unquote

from ..body.document import Document, PhotoSlot, WrittenPhoto
from ..byline import Byline, credit
from ..byline.caption import Certainty, credit_at_end
from ..findings.catalogue import problem
from ..findings.problems import Edit, Place, Problem
from ..head import Head
from ..media.photo import PhotoDetail, PhotoUse
from ..text import dates
from ..text.dates import chinese_date, last_day
from ..text.filenames import as_path, normal
from ..text.marked import Marked
from .credits import credit_of

_YES = frozenset({"是", "true", "yes", "1", "on"})
_NO = frozenset({"否", "false", "no", "0", "off", ""})


def settle(
    document: Document, head: Head, byline: Byline | None, folder: str, published: datetime | None
) -> tuple[tuple[PhotoUse, ...], int | None, tuple[Problem, ...]]:
    """The story's photos in the order of the text (with a 封面 that is not in the text last), the cover's index, and findings.

    folder: POSIX path of the story's folder below the content folder, "" for the content folder itself; published: the
    story's publication time, None when it has none.
    """
    details, problems = _details(head.values.get("图片"))
    written = list(document.photos)
    cover, finding = _cover(head, written, details)
    problems += finding
    if cover is not None and cover == len(written):
        mark = head.values["封面"]
        written.append(WrittenPhoto(_file(mark)[0], "", "", mark.place))
    uses, in_galleries = [], _in_galleries(document)
    for index, photo in enumerate(written):
        use, finding = _use(photo, details.get(normal(photo.file)), byline, folder)
        use = replace(use, in_gallery=True) if index in in_galleries else use
        uses.append(use if index < len(document.photos) else replace(use, in_text=False))
        problems += finding
    problems += _never_allowed({use.file: use.detail for use in uses}, published)
    shown = {normal(photo.file) for photo in written}
    for name, detail in details.items():
        if detail.place and name not in shown:
            problems.append(problem("CR12", detail.place, {"file": detail.file}))
    return tuple(uses), cover, tuple(problems)


def _in_galleries(document: Document) -> frozenset[int]:
    """Indexes of the photos that are part of a gallery."""
    slots = (part.photos for part in document.parts if isinstance(part, PhotoSlot))
    return frozenset(chain.from_iterable(photos for photos in slots if len(photos) > 1))


def _use(
    photo: WrittenPhoto, detail: PhotoDetail | None, byline: Byline | None, folder: str
) -> tuple[PhotoUse, list[Problem]]:
    caption = photo.caption or (detail.caption if detail else "")
    printed, caption, problems = _credited(photo, detail, caption, byline)
    if printed:
        problems += credit.parse_credit(printed, photo.credit_place or photo.place)[1]
    else:
        printed = credit.from_byline(byline) if byline else ""
        if not printed:
            problems.append(problem("CR10", photo.place, {"file": photo.file}))
    alternative = (detail.alternative if detail else "") or caption
    if not alternative:
        problems.append(problem("CR11", photo.place, {"file": photo.file}))
    path = f"{folder}/{photo.file}".lstrip("/")
    generated = bool(detail and detail.ai_generated)
    credited = credit_of(printed)
    return PhotoUse(photo.file, path, caption, credited, alternative, photo.place, detail, generated), problems


def _credited(
    photo: WrittenPhoto, detail: PhotoDetail | None, caption: str, byline: Byline | None
) -> tuple[str, str, list[Problem]]:
    """The credit of the photo, its caption without a credit at the end, and findings.

    Credits in captions of the body were already moved by `body.slips` where that can be fixed; the rest is settled here.
    """
    in_head = detail.credit if detail else ""
    written = photo.credit or in_head
    place = (detail and detail.place) or photo.place
    if photo.credit and in_head and credit_of(photo.credit).names != credit_of(in_head).names:
        values = {"file": photo.file, "credit": photo.credit, "other": in_head}
        return written, caption, [problem("CR28", place, values)]
    ending = credit_at_end(caption, {person.name for person in byline.contributors} if byline else ())
    if ending is None:
        return written, caption, []
    place = photo.place if photo.caption else place
    if not ending.is_sure:
        code = "CR21" if ending.certainty is Certainty.UNCLEAR else "CR22"
        is_reported = written or photo.caption
        return written, caption, [] if is_reported else [problem(code, place, {"words": caption, "file": photo.file})]
    if written and not ending.names <= credit_of(written).names:
        values = {"file": photo.file, "credit": written, "other": ending.credit}
        return written, caption, [problem("CR23", place, values)]
    advice = "请把它从说明里删去，写到这张照片的署名里。"
    code = "CR24" if written else "CR20"
    finding = problem(code, place, {"credit": ending.credit, "where": "图片说明"}, advice=advice)
    return written or ending.credit, ending.rest, [finding]


def _never_allowed(details: Mapping[str, PhotoDetail | None], published: datetime | None) -> Iterator[Problem]:
    """Photos whose licence had already expired when their story appeared. Later expiry is left to `column.rules`."""
    for name, detail in details.items():
        if detail and detail.expires and detail.expires_place and published and detail.expires <= published:
            day = chinese_date(published)
            yield problem("CR17", detail.expires_place, {"file": name, "last": last_day(detail.expires), "day": day})


def _cover(
    head: Head, written: list[WrittenPhoto], details: dict[str, PhotoDetail]
) -> tuple[int | None, list[Problem]]:
    mark = head.values.get("封面")
    if mark is None or not mark.text:
        return (0 if written else None), []
    file, problems = _file(mark)
    index = next((i for i, photo in enumerate(written) if normal(photo.file) == normal(file)), None)
    if index is not None:
        return index, problems
    if "/" in file or "\\" in file or file in ("", ".", ".."):
        return (0 if written else None), [problem("CR14", mark.place, {"file": mark.text})]
    return len(written), problems


def _file(mark: Marked) -> tuple[str, list[Problem]]:
    """The file that a value of the head refers to, and a finding with the fix where the path is not in normal form."""
    written = unquote(mark.text or "")
    file = as_path(written)
    if file == written:
        return file, []
    edits = (Edit(*mark.span, f'"{file}"' if mark.style else file),) if mark.span else ()
    return file, [problem("CR26", mark.place, {"written": written, "file": file}, edits=edits)]


def _details(mark: Marked | None) -> tuple[dict[str, PhotoDetail], list[Problem]]:
    details: dict[str, PhotoDetail] = {}
    problems: list[Problem] = []
    for key, value in (mark.entries or ()) if mark else ():
        name, slips = _file(key)
        detail, findings = _detail(name, key.place, value)
        details[normal(name)] = detail
        problems += slips + findings
    return details, problems


def _detail(name: str, place: Place, value: Marked) -> tuple[PhotoDetail, list[Problem]]:
    problems: list[Problem] = []
    if value.entries is None:
        return PhotoDetail(name, place=place), [] if value.is_empty else [problem("CR13", value.place, {"file": name})]
    marks = {key: value.get(key) for key in ("说明", "署名", "替代文字", "许可")}
    words = {key: (mark.text or "").strip() if mark else "" for key, mark in marks.items()}
    focus, finding = _focus(value.get("焦点"))
    problems += finding
    last = value.get("到期")
    expires, finding = _end(last)
    problems += finding
    generated, finding = _truth(value.get("AI生成"))
    problems += finding
    return (
        PhotoDetail(
            name,
            caption=words["说明"],
            credit=words["署名"],
            alternative=words["替代文字"],
            focus=focus,
            licence=words["许可"],
            expires=expires,
            ai_generated=generated,
            place=place,
            expires_place=last.place if last else None,
        ),
        problems,
    )


def _focus(mark: Marked | None) -> tuple[tuple[float, float] | None, list[Problem]]:
    if mark is None or mark.is_empty:
        return None, []
    parts = [item.text or "" for item in mark.items] if mark.items is not None else (mark.text or "").split(",")
    try:
        x, y = (float(part.strip().removesuffix("%")) / (100 if part.strip().endswith("%") else 1) for part in parts)
    except ValueError:
        return None, [problem("CR15", mark.place)]
    if not (0 <= x <= 1 and 0 <= y <= 1):
        return None, [problem("CR15", mark.place)]
    return (x, y), []


def _end(mark: Marked | None) -> tuple[datetime | None, list[Problem]]:
    if mark is None or mark.is_empty:
        return None, []
    moment, findings = dates.parse(mark)
    return (moment.end if moment else None), list(findings)


def _truth(mark: Marked | None) -> tuple[bool, list[Problem]]:
    word = (mark.text or "").strip().lower() if mark else ""
    if mark is None or word in _NO:
        return False, []
    return word in _YES, [] if word in _YES else [problem("CR16", mark.place, {"word": word})]
