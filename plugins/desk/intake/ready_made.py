"""Takes in a file that already is a story of ours: its body as it is, its head completed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from plugins.desk.submissions.ledger import sentence
from plugins.desk.submissions.reading import MARKDOWN
from plugins.newsroom import head
from plugins.newsroom.registry import Registries
from plugins.newsroom.submission.tree import Doubt
from plugins.newsroom.text.dates import parse
from plugins.newsroom.text.source import Source, decode

from .making import Made, Wishes

_HEADING = re.compile(r"^# +(.+?)[ #]*$", re.MULTILINE)


def story_in(path: Path, data: bytes) -> Source | None:
    """The text of a file that has a head as stories of ours have, None for any other file."""
    if path.suffix.lower() not in MARKDOWN:
        return None
    source, _ = decode(data, path.name, head.LAYOUT)
    found, _, _ = head.read(source)
    return source if found and found.values else None


def make(path: Path, source: Source, photos: Iterable[Path], registries: Registries, wishes: Wishes) -> Made:
    """The story with the keys that it lacks. photos: the files that lay beside it. Raises OSError."""
    found, body, _ = head.read(source)
    assert found is not None
    heading = _HEADING.search(body.text)
    day = wishes.day or _day_in(found) or wishes.today
    completed = {
        "标题": heading[1] if heading else path.stem,
        "日期": day.isoformat(),
        "版块": wishes.section or registries.sections[0].name,
        "状态": "草稿",
    }
    text, told = source.text, []
    for key, value in completed.items():
        if found.is_missing(key):
            text = head.edit(text, key, value)
            told.append(Doubt(sentence("IN82", key=key, value=value)))
    if not found.is_missing("状态"):
        told.append(Doubt(sentence("IN83", status=_text(found, "状态"))))
    title = _text(found, "标题") or completed["标题"]
    return Made(title, day, text, {photo.name: photo.read_bytes() for photo in photos}, doubts=tuple(told))


def _text(found: head.Head, key: str) -> str:
    return found.values[key].text or "" if key in found.values else ""


def _day_in(found: head.Head) -> date | None:
    moment, _ = parse(found.values["日期"]) if "日期" in found.values else (None, ())
    return moment.value.date() if moment else None
