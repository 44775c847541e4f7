"""The files that stories offer their readers, sound and film: looked at while stories are read, copied after the gate.

Reads: settings COLUMN, MEMO, STATS, FIGURES, the files. Writes: article.attachments; settings ATTACHMENTS, PROBLEMS, DEPENDS; files/*.
Signals: initialized, content_object_init, get_generators.
"""

from __future__ import annotations

from typing import Any

from plugins.newsroom.story.brief import Brief

from .generator import AttachmentsGenerator
from .plan import survey


def _survey(pelican: Any) -> None:
    """Held-back stories too: their files are checked before the day comes."""
    settings = pelican.settings
    attachments, problems = survey(settings["COLUMN"], settings["MEMO"]("attachments"), settings["STATS"])
    settings["ATTACHMENTS"] = attachments
    settings["PROBLEMS"].extend(problems)

    def depends(brief: Brief) -> tuple[str, ...]:
        return tuple(attachment.edition for attachment in attachments.get(brief.source, ()))

    settings["DEPENDS"].append(depends)


def _attach(content: Any) -> None:
    from pelican.contents import Article, Page  # noqa: PLC0415  as below

    if isinstance(content, Article | Page):
        settings, source = content.settings, content.relative_source_path
        figures = settings["FIGURES"].get(source, ())
        content.attachments = tuple(one.with_poster(figures) for one in settings["ATTACHMENTS"].get(source, ()))


def _generator(pelican: Any) -> type[AttachmentsGenerator]:
    return AttachmentsGenerator


def register() -> None:
    from pelican import signals  # noqa: PLC0415  whoever only looks at files needs no Pelican

    signals.initialized.connect(_survey)
    signals.content_object_init.connect(_attach)
    signals.get_generators.connect(_generator)
