"""Reads the editorial keys of a head: status, expiry, withdrawal, corrections, and who edited and signed off the story."""

from __future__ import annotations

from datetime import datetime
from difflib import get_close_matches

from ..head import Head
from ..schema import KEYS, NESTED, TOP
from ..text import dates
from ..text.dates import chinese_date
from ..text.marked import Marked
from .head_reading import HeadReading
from .model import Correction, DeskRole, SignOff, Status, Withdrawal

_STATUSES = {word: Status(choice.alias) for choice in TOP["状态"].choices for word in choice}
_STAGES = tuple(choice.name for choice in NESTED["审签"]["环节"].choices)
_DESK_ROLES = tuple(key.name for key in KEYS if key.people)


def status_in(head: Head) -> Status | None:
    """The status named by 状态, published when it is absent; None when the word is unknown."""
    mark = head.values.get("状态")
    word = (mark.text or "").strip() if mark else ""
    return _STATUSES.get(word.lower()) if word else Status.PUBLISHED


def status(reading: HeadReading) -> Status:
    mark = reading.mark("状态")
    if mark is None or "状态" in reading.head.repeated:
        return Status.PUBLISHED
    known = status_in(reading.head)
    if known is not None:
        return known
    word = (mark.text or "").strip()
    close = get_close_matches(word, [name for name in _STATUSES if not name.isascii()], n=2, cutoff=0.5)
    hint = f"是不是“{close[0]}”？" if len(close) == 1 else ""
    reading.find("ST14", mark.place, {"word": word, "hint": hint})
    return Status.PUBLISHED


def withdrawal(reading: HeadReading, status: Status, published: datetime | None) -> Withdrawal | None:
    """The withdrawal notice, None unless it is complete. published: the story's publication time, None when it has none."""
    reason, day = reading.line("撤稿说明"), reading.mark("撤稿日期")
    if status is not Status.WITHDRAWN:
        for key in ("撤稿说明", "撤稿日期"):
            if reading.mark(key):
                reading.find("ST16", reading.head.place(key), {"key": key})
        return None
    for key in ("撤稿说明", "撤稿日期"):
        if reading.mark(key) is None:
            reading.find("ST15", reading.head.place("状态"), {"key": key})
    moment = reading.take(dates.parse(day)) if day else None
    if moment and day and published and moment.value.date() < published.date():
        written = {"day": chinese_date(moment.value), "published": chinese_date(published)}
        reading.find("ST30", day.place, written)
    return Withdrawal(moment.value.date(), reason) if moment and reason else None


def expires(reading: HeadReading, published: dates.Moment | None) -> datetime | None:
    """The moment from which the story is offline: the time written in 下线, or the midnight that ends the day written there."""
    mark = reading.mark("下线")
    moment = reading.take(dates.parse(mark)) if mark else None
    if mark and moment and published and moment.end <= published.value:
        title, day = reading.line("标题"), dates.chinese_date(moment.value)
        reading.find("DT12", mark.place, {"title": title, "day": day, "published": dates.chinese_date(published.value)})
    return moment.end if moment else None


def desk_roles(reading: HeadReading) -> tuple[DeskRole, ...]:
    roles = ((label, tuple(item.text.strip() for item in reading.items(label) if item.text)) for label in _DESK_ROLES)
    return tuple(DeskRole(label, names) for label, names in roles if names)


def sign_off(reading: HeadReading) -> tuple[SignOff, ...]:
    signed = []
    for record in reading.items("审签"):
        if not _is_whole(reading, record, "审签"):
            continue
        stage = record.text_of("环节")
        if stage not in _STAGES:
            place = (record.get("环节") or record).place
            reading.find("ST18", place, {"stage": stage})
            continue
        time = record.get("时间")
        moment = reading.take(dates.parse(time)) if time and not time.is_empty else None
        at = moment.value if moment else None
        signed.append(SignOff(stage, record.text_of("姓名"), at, record.text_of("文本指纹")))
    return tuple(signed)


def corrections(reading: HeadReading) -> tuple[Correction, ...]:
    corrections = []
    for record in reading.items("更正"):
        day = record.get("日期") if _is_whole(reading, record, "更正") else None
        moment = reading.take(dates.parse(day)) if day else None
        if moment:
            corrections.append(Correction(moment.value.date(), record.text_of("说明").strip()))
    return tuple(sorted(corrections, key=lambda correction: correction.day))


def _is_whole(reading: HeadReading, record: Marked, key: str) -> bool:
    """Whether one record of `key` has all required fields; a finding names those that are missing."""
    needed = tuple(nested.name for nested in TOP[key].keys if nested.is_required)
    missing = [name for name in needed if not record.text_of(name).strip()]
    if missing:
        form = "、".join(f"{name}: …" for name in needed)
        reading.find("ST17", record.place, {"key": key, "missing": "、".join(missing), "form": form})
    return not missing
