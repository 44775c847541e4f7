"""Resolves the files that stories offer for download or play: whether they exist, who owns them, a film's poster and captions.

Reading the files is left to the feature `attachments`.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import NamedTuple

from ..body.document import WrittenAttachment
from ..byline.credit import parse_credit
from ..byline.words import VIDEO
from ..findings.catalogue import problem
from ..findings.problems import Place, Problem
from ..media import attachment
from ..media.attachment import CAPTIONS, POSTERS, TRANSCRIPT, AttachmentUse, Medium, kind_of
from ..media.photo import PhotoUse
from ..story.brief import Brief
from ..story.credits import credit_of
from ..text.filenames import normal
from ..text.nearness import nearest
from .content_files import Found
from .visibility import Held

Written = Mapping[str, tuple[WrittenAttachment, ...]]


class Settled(NamedTuple):
    """uses: by source, parallel to Document.attachments; posters: the poster images of films, by source; problems: findings."""

    uses: Mapping[str, tuple[AttachmentUse, ...]]
    posters: Mapping[str, tuple[PhotoUse, ...]]
    problems: tuple[Problem, ...]


def settle(written: Written, found: Found, briefs: Mapping[str, Brief], held: Mapping[str, Held]) -> Settled:
    """Look up every written attachment. written: by source, including broken stories; briefs: well-formed stories by source;
    held: the reason for each held-back source."""
    if not written:
        return Settled({}, {}, ())
    desk = _Desk(found, briefs, held)
    uses = {source: tuple(desk.use(source, link) for link in links) for source, links in sorted(written.items())}
    posters = {source: tuple(_posters(of_story)) for source, of_story in uses.items()}
    return Settled(uses, {source: shown for source, shown in posters.items() if shown}, tuple(desk.problems))


@dataclass
class _Desk:
    """Looks up one attachment link at a time and collects the findings."""

    found: Found
    briefs: Mapping[str, Brief]
    held: Mapping[str, Held]
    problems: list[Problem] = field(default_factory=list)
    _names: dict[str, str] = field(default_factory=dict)
    _beside: dict[str, list[str]] = field(default_factory=dict)
    _in_folder: dict[str, list[str]] = field(default_factory=dict)
    _owners: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for path in chain(self.found.others, self.found.photos):
            self._names.setdefault(normal(path), path)
            folder, name = posixpath.split(normal(path))
            self._in_folder.setdefault(folder, []).append(name)
            self._beside.setdefault(normal(posixpath.splitext(path)[0]), []).append(path)
        for source in chain(self.found.stories, self.found.pages):
            if posixpath.basename(source).lower() == "index.md":
                self._owners[posixpath.dirname(source)] = source

    def use(self, source: str, written: WrittenAttachment) -> AttachmentUse:
        kind = kind_of(written.target)
        assert kind is not None
        is_player = kind.is_played and written.stands_alone
        use = AttachmentUse(self._path(source, written), kind, written.words, written.place, written.title, is_player)
        return self._played(source, use, written) if use.path and is_player else use

    def _path(self, source: str, written: WrittenAttachment) -> str:
        """The file's path as spelt on disk; "" after a finding, and where the link itself is not printed."""
        path = self._names.get(normal(written.target), "") if written.words else ""
        if path and not self._may_be_shown(source, path, written):
            return ""
        if written.words and not path:
            file = posixpath.basename(written.target)
            self._report("AT01", written.place, {"file": file}, self._advice(written.target))
        return path

    def _played(self, source: str, use: AttachmentUse, written: WrittenAttachment) -> AttachmentUse:
        is_film = use.kind.medium is Medium.FILM
        beside = {attachment.suffix_of(path): path for path in self._beside[normal(posixpath.splitext(use.path)[0])]}
        poster = next((beside[suffix] for suffix in POSTERS if suffix in beside), "") if is_film else ""
        captions, transcript = beside.get(CAPTIONS, ""), beside.get(TRANSCRIPT, "")
        stem = posixpath.splitext(use.name)[0]
        if is_film and not poster:
            self._report("AT10", use.place, {"file": use.name, "stem": stem})
        if not transcript and not (captions and is_film):
            self._report("AT11", use.place, {"file": use.name, "stem": stem, "what": "影片" if is_film else "录音"})
        if is_film:
            self._check_credit(source, written, use)
        return replace(use, poster=poster, captions=captions if is_film else "", transcript=transcript)

    def _check_credit(self, source: str, written: WrittenAttachment, use: AttachmentUse) -> None:
        if written.title:
            self.problems += parse_credit(written.title, written.title_place or written.place)[1]
            return
        brief = self.briefs.get(source)
        if brief and not any(VIDEO in work.does for work in brief.work):
            self._report("AT19", use.place, {"file": use.name, "words": use.words})

    def _may_be_shown(self, source: str, path: str, written: WrittenAttachment) -> bool:
        """Whether the story that owns the file's folder is not held back: no file goes online before its story."""
        owner = next((self._owners[folder] for folder in _folders_of(path) if folder in self._owners), source)
        if owner == source or owner not in self.held or source in self.held:
            return True
        self._report(
            "AT16", written.place, {"file": posixpath.basename(path), "owner": owner, "why": self.held[owner].value}
        )
        return False

    def _advice(self, target: str) -> str:
        folder, name = posixpath.split(normal(target))
        near = nearest(name, self._in_folder.get(folder, ()))
        if near and near.casefold() == name.casefold():
            return f"文件夹里的是“{near}”，大小写不同：请把稿件里的文件名改成“{near}”。"
        return f"文件夹里有“{near}”；如果就是它，请把稿件里的文件名改成“{near}”。" if near else ""

    def _report(self, code: str, place: Place, values: Mapping[str, object], advice: str = "") -> None:
        self.problems.append(problem(code, place, values, advice=advice))


def _folders_of(path: str) -> Iterator[str]:
    """The folders that contain a file, innermost first."""
    while path:
        path = posixpath.dirname(path)
        yield path


def _posters(uses: Iterable[AttachmentUse]) -> Iterator[PhotoUse]:
    """The posters of a story's films as photos, each once, so that they are resized and lose camera metadata like photos."""
    shown = {use.poster: use for use in uses if use.poster}
    for path, use in shown.items():
        words = f"{use.words}（影片封面）"
        credit = credit_of(use.credit)
        yield PhotoUse(posixpath.basename(path), path, use.words, credit, words, use.place, is_poster=True)
