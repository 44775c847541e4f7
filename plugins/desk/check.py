"""Everything that can be said about the content without building it: the column's findings, the files of photos and
attachments, the site's facts."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from plugins.attachments import plan as attachments
from plugins.heads.facts import findings
from plugins.newsroom import column
from plugins.newsroom.dates import SHANGHAI
from plugins.newsroom.problems import Problem, in_order
from plugins.newsroom.progress import Progress
from plugins.photos.plan import survey


def check(content: Path, now: datetime | None = None, progress: Progress | None = None) -> tuple[Problem, ...]:
    """All findings about `content`, in reading order. now: the instant that decides what is visible."""
    read = column.load(content.resolve(), now or datetime.now(SHANGHAI), progress=progress)
    _, photos = survey(read, with_tints=False, progress=progress)
    _, files = attachments.survey(read)
    facts = findings(read.registries.site, read.content.name, production=False)
    return in_order((*read.problems, *photos, *files, *facts))
