"""Plans the attachments of every story and their addresses, from the checked files. Copying is left to `ordering`."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from plugins.newsroom.findings.catalogue import problem
from plugins.newsroom.findings.problems import Problem
from plugins.newsroom.media.attachment import Attachment, AttachmentUse, address_of
from plugins.newsroom.text.memory import Memory
from plugins.newsroom.text.source import decode

from .looking import STANDARD, Limits, Look, Looker, Stats


class Surveyed(Protocol):
    """The part of the column that a survey needs: the content folder, the attachments of every source (held back and broken
    ones too), and the severity of findings."""

    @property
    def content(self) -> Path: ...

    @property
    def attachments(self) -> Mapping[str, tuple[AttachmentUse, ...]]: ...

    def weighed(self, problems: Iterable[Problem]) -> tuple[Problem, ...]: ...


Attachments = Mapping[str, tuple[Attachment, ...]]  # by source, index for index as Document.attachments


def survey(
    column: Surveyed,
    memory: Memory | None = None,
    stats: Stats | None = None,
    limits: Limits = STANDARD,
) -> tuple[Attachments, tuple[Problem, ...]]:
    """The attachments of every source of `column`, each file checked once, and all findings about them.

    memory: kept between builds while the program stays the same; stats: current stats of the files below the content folder.
    """
    memory = {} if memory is None else memory
    looker = Looker(column.content, memory.setdefault("looks", {}), stats or {}, limits)
    planner = _Planner(column.content.name, looker)
    planned = {source: tuple(map(planner.attachment, uses)) for source, uses in column.attachments.items()}
    looker.forget_what_is_gone()
    return planned, column.weighed(planner.problems)


@dataclass
class _Planner:
    """Turns uses into attachments, and collects findings. folder: the content folder's name."""

    folder: str
    looker: Looker
    problems: list[Problem] = field(default_factory=list)

    def attachment(self, use: AttachmentUse) -> Attachment:
        file, captions = self._look(use, use.path), self._look(use, use.captions)
        return Attachment(
            use,
            address_of(use.name, file.sha256) if file.sha256 else "",
            file.size,
            file.sha256,
            file.width,
            file.height,
            address_of(posixpath.basename(use.captions), captions.sha256) if captions.sha256 else "",
            captions.sha256,
            tuple(self._paragraphs(use)),
        )

    def _look(self, use: AttachmentUse, path: str) -> Look:
        if not path:
            return Look()
        look = self.looker.look(path)
        self.problems += (fault.at(use.place, posixpath.basename(path)) for fault in look.faults)
        return look

    def _paragraphs(self, use: AttachmentUse) -> Iterator[str]:
        """The transcript, one paragraph per line; findings about its encoding are reported at the file itself."""
        look = self._look(use, use.transcript)
        if not look.sha256:
            return
        source, problems = decode(look.text, f"{self.folder}/{use.transcript}")
        unread = next((found.message for found in problems if found.is_error), "")
        if unread:  # reported at the link: the severity depends on whether the story is public
            file = posixpath.basename(use.transcript)
            self.problems.append(problem("AT09", use.place, {"file": file, "detail": unread}))
            return
        self.problems += problems
        yield from filter(None, map(str.strip, source.text.split("\n")))
