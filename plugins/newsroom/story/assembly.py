"""Builds a Story from a parsed head and body, rule by rule. Rules between stories are left to `column`."""

from __future__ import annotations

import posixpath
from datetime import datetime

from .. import byline as bylines
from ..body.document import Document
from ..byline import Byline
from ..findings.problems import Problem, as_unseen, has_errors
from ..head import Head
from ..media.photo import PhotoUse
from ..registry import Registries
from ..text import addresses, dates
from ..text.folder_day import filed_day
from . import editorial, filing, head_marks, summary
from .attribution import set_in_pieces, sign
from .head_reading import HeadReading
from .model import Origin, Status, Story
from .photos import settle

_NO_MOMENT = datetime.min.replace(tzinfo=dates.SHANGHAI)  # for a story that is rejected anyway


def assemble(
    source: str, is_page: bool, head: Head, document: Document, registries: Registries
) -> tuple[Story | None, Status, tuple[PhotoUse, ...], tuple[Problem, ...]]:
    """The Story written in `source` (POSIX path below the content folder), or None when a rule is broken.

    Status and photos are returned either way, so that photo files are checked whatever else is wrong. Problems with the
    photos of a withdrawn story are marked as unseen.
    """
    reading = HeadReading(source, head, registries)
    status = editorial.status(reading)
    moment = _moment(reading, is_page=is_page)
    day = moment.value.date() if moment else None
    section = None if is_page else filing.section(reading)
    origin = _origin(reading)
    byline = _byline(reading, required=not is_page and not origin.is_repost)
    units = filing.units(reading, moment)
    byline_place = head.values["署名"].place if byline else head.place("署名")
    attributions = reading.take(sign(byline, byline_place, day, units, registries)) if byline and day else ()
    photos, cover, findings = settle(
        document, head, byline, posixpath.dirname(source), moment.value if moment else None
    )
    reading.problems.extend(as_unseen(findings) if status is Status.WITHDRAWN else findings)
    story = Story(
        source=source,
        is_page=is_page,
        title=_title(reading),
        kicker=reading.line("引题"),
        decks=tuple(item.text for item in reading.items("副题") if item.text),
        published=moment.value if moment else _NO_MOMENT,
        has_time=moment.has_time if moment else False,
        section=section,
        byline=byline,
        attributions=attributions,
        signed=set_in_pieces(byline, attributions) if byline and day else (),
        origin=origin,
        units=units,
        projects=filing.projects(reading),
        tags=filing.tags(reading),
        summary=reading.line("摘要") or summary.of_body(document),
        document=document,
        photos=photos,
        cover=cover,
        address=_address(reading, is_page, moment),
        aliases=_aliases(reading),
        status=status,
        expires=editorial.expires(reading, moment),
        desk=editorial.desk_roles(reading),
        sign_off=editorial.sign_off(reading),
        corrections=editorial.corrections(reading),
        withdrawal=editorial.withdrawal(reading, status, moment.value if moment else None),
        places={key: mark.place for key, mark in head.values.items()},
    )
    head_marks.report(reading)
    is_bare = not document.text.strip() and not document.photos
    if is_bare and status not in (Status.WITHDRAWN, Status.DRAFT):
        reading.find("ST10", head.place("标题"))
    is_sound = moment and story.title and not has_errors(reading.problems)
    return story if is_sound else None, status, photos, tuple(reading.problems)


def _title(reading: HeadReading) -> str:
    title = reading.line("标题").strip("\u3000 ")
    if not title:
        reading.miss("ST01", "标题")
    return title


def _moment(reading: HeadReading, *, is_page: bool) -> dates.Moment | None:
    mark = reading.mark("日期")
    if mark is None:
        reading.miss("ST02", "日期")
        return None
    moment = reading.take(dates.parse(mark))
    filed = None if is_page else filed_day(reading.source)
    if moment and filed and not filed.is_on(moment.value):
        reading.find("DT10", mark.place, {"filed": str(filed), "day": dates.chinese_date(moment.value)})
    return moment


def _byline(reading: HeadReading, *, required: bool) -> Byline | None:
    mark = reading.mark("署名")
    if mark is None:
        if required:
            reading.miss("ST05", "署名")
        return None
    return reading.take(bylines.parse(mark.text or "", mark.place))


def _origin(reading: HeadReading) -> Origin:
    site = reading.registries.site
    name, url = reading.line("来源"), reading.line("原文")
    own = {site.name, site.title, site.source, site.portal_name}
    is_repost = bool(url) or (bool(name) and name not in own and not name.startswith("本"))
    if url and not url.lower().startswith(("http://", "https://")):
        reading.find("ST06", reading.head.values["原文"].place)
    if url and not name:
        reading.find("ST07", reading.head.values["原文"].place)
    if is_repost and not url:
        reading.find("ST08", reading.head.values["来源"].place, {"name": name})
    return Origin(name or site.source or site.title, url, is_repost)


def _address(reading: HeadReading, is_page: bool, moment: dates.Moment | None) -> str:
    mark = reading.mark("网址")
    if mark:
        slug = (mark.text or "").strip()
        place = mark.place
        if not addresses.is_slug(slug):
            suggestion = addresses.pinyin(slug)
            reading.find("AD10", place, {"slug": slug, "suggestion": f"例如 {suggestion}。" if suggestion else ""})
            return ""
    else:
        slug = addresses.slug_of_folder(_default_name(reading.source))
        place = reading.head.place("标题")
        if not slug:
            reading.find("AD11", place, {"source": reading.source})
            return ""
    if is_page:
        if slug in addresses.RESERVED or slug.isdigit():
            reading.find("AD12", place, {"slug": slug})
        return addresses.page_address(slug)
    return addresses.story_address(moment.value.date(), slug) if moment else ""


def _default_name(source: str) -> str:
    """The folder's name for `…/16-shangdu/index.md`; the file's own name for a story without a folder."""
    stem = posixpath.splitext(posixpath.basename(source))[0]
    return posixpath.basename(posixpath.dirname(source)) if stem == "index" else stem


def _aliases(reading: HeadReading) -> tuple[str, ...]:
    aliases: dict[str, None] = {}
    for item in reading.items("旧址"):
        written = (item.text or "").strip()
        alias = addresses.check_alias(written)
        if alias is None:
            use = addresses.use_of_alias(written)
            why = f"那里现在是{use}，正在使用" if use else "它会指到本站之外，或含有不允许的符号"
            reading.find("AD13", item.place, {"alias": written, "why": why})
        else:
            aliases[alias] = None
    return tuple(aliases)
