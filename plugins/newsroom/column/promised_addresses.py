"""Keeps addresses permanent: lists those a release promises its readers, and reports the ones the next release would break."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..findings.catalogue import problem
from ..findings.problems import Place, Problem
from ..media.attachment import Attachment
from ..story.brief import Brief
from ..text.filenames import normal
from .column import Column
from .redirects import redirects
from .visibility import Held

Attachments = Mapping[str, tuple[Attachment, ...]]  # by source
_VERSION = 1  # of the file format
_LISTS = (("section", "sections"), ("unit", "units"), ("project", "projects"), ("person", "people"), ("tag", "terms"))


@dataclass(frozen=True, slots=True)
class Promise:
    """pages: addresses of stories, notices, standing pages and redirects, sorted; lists: each list's name by its address; files:
    the page that offers each attachment, by the attachment's address."""

    pages: tuple[str, ...]
    lists: Mapping[str, str]
    files: Mapping[str, str] = field(default_factory=dict)

    def as_json(self) -> bytes:
        values = {
            "edition": _VERSION,
            "pages": self.pages,
            "lists": dict(sorted(self.lists.items())),
            "files": dict(sorted(self.files.items())),
        }
        return (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode()


def promise(column: Column, attachments: Attachments) -> Promise:
    """What a release of `column` promises. attachments: by source, including hidden stories."""
    shown = (*column.visible, *column.visible_pages, *column.withdrawn)
    pages = {brief.address for brief in shown} | {redirect.former for redirect in redirects(column)}
    offering = (*column.visible, *column.visible_pages)
    files = {
        file.address: brief.address for brief in offering for file in attachments.get(brief.source, ()) if file.address
    }
    return Promise(tuple(sorted(pages)), _lists(column.visible), files)


def read_file(path: Path) -> Promise | None:
    """The promise stored at `path`; None when it cannot be read."""
    try:
        return read(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def read(text: str) -> Promise:
    """Parse a promise from its JSON. Raises ValueError."""
    try:
        values = json.loads(text)
        lists, files = (
            {str(k): str(v) for k, v in part.items()} for part in (values["lists"], values.get("files", {}))
        )
        return Promise(tuple(map(str, values["pages"])), lists, files)
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(str(error)) from error


def broken(before: Promise, column: Column, attachments: Attachments) -> Iterator[Problem]:
    """A finding for every promise of `before` that a release of `column` would not keep.

    Not broken by: a story whose 下线 has passed, and a list that has become empty while its entry is still registered. A file may
    disappear together with the story that offered it.
    """
    now = promise(column, attachments)
    kept = frozenset(now.pages)
    expired = {
        address
        for brief in column.everything
        if column.held.get(brief.source) is Held.EXPIRED
        for address in (brief.address, *brief.aliases)
    }
    held = {address: brief for brief in column.everything for address in (brief.address, *brief.aliases)}
    for address in before.pages:
        if address not in kept and address not in expired:
            yield problem("AD18", _place(held.get(address), column), {"address": address})
    yield from _moved_lists(before, now, column)
    offering = {brief.address: brief for brief in (*column.visible, *column.visible_pages)}
    for address, page in before.files.items():
        brief = offering.get(page)
        if address not in now.files and brief and not _is_corrected(posixpath.basename(address), brief):
            yield problem("AT18", _place(brief, column), {"name": posixpath.basename(address), "address": address})


def _is_corrected(name: str, brief: Brief) -> bool:
    """Whether a correction of the story names the old file: a changed file gets a new address, and readers must be told."""
    stem = posixpath.splitext(name)[0]
    return any(stem in normal(correction.text) for correction in brief.corrections)


def _moved_lists(before: Promise, now: Promise, column: Column) -> Iterator[Problem]:
    registered = {f"{kind}/{entry.id}/" for kind, shelf in _LISTS for entry in getattr(column.registries, shelf)}
    names = {(address.partition("/")[0], name) for address, name in now.lists.items()}
    for address, name in before.lists.items():
        kind, _, rest = address.partition("/")
        has_moved = kind not in ("person", "tag") or (kind, name) in names
        if address not in now.lists and address not in registered and has_moved:
            place = Place(f"{column.content.name}/data")
            yield problem("AD19", place, {"name": name, "address": address, "id": rest.strip("/")})


def _place(brief: Brief | None, column: Column) -> Place:
    return Place(f"{column.content.name}/{brief.source}" if brief else column.content.name)


def _lists(briefs: Iterable[Brief]) -> dict[str, str]:
    shelves: dict[str, dict[str, str]] = {kind: {} for kind, _ in _LISTS}
    sections, units, projects, people, tags = shelves.values()
    for brief in briefs:
        if brief.section:
            sections[brief.section.id] = brief.section.name
        for shelf, values in (
            (units, brief.units),
            (projects, brief.projects),
            (people, brief.people),
            (tags, brief.tags),
        ):
            for value in values:
                shelf[value.id] = value.name
    return {f"{kind}/{entry_id}/": name for kind, shelf in shelves.items() for entry_id, name in shelf.items()}
