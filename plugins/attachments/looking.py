"""Checks attachments: reads each file once from end to end, and remembers the results between builds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from plugins.newsroom.findings.catalogue import problem
from plugins.newsroom.findings.problems import Place, Problem
from plugins.newsroom.media import attachment_archive, attachment_film, file_signatures
from plugins.newsroom.media.attachment import CAPTIONS, KINDS, TRANSCRIPT, Medium, size_in_words, suffix_of
from plugins.newsroom.media.attachment_scan import Scan, has_password
from plugins.newsroom.media.file_signatures import FITTING, LFS, OLE, ZIP, in_words, signature_of
from plugins.newsroom.text.fingerprint import checksum, in_pieces

Stats = Mapping[str, tuple[int, ...]]
_PIECE = 1024**2
_TAIL = 2048  # bytes: a complete PDF has %%EOF near its end


@dataclass(frozen=True)
class Limits:
    """The most bytes of one file: a few minutes on a slow rural line; GitHub accepts no file above 100 MB without LFS."""

    document: int = 50 * 1024**2
    sound: int = 100 * 1024**2
    film: int = 200 * 1024**2
    words: int = 2 * 1024**2  # captions and transcripts

    def of(self, path: str) -> int:
        if suffix_of(path) in (CAPTIONS, TRANSCRIPT):
            return self.words
        media = {Medium.DOCUMENT: self.document, Medium.SOUND: self.sound, Medium.FILM: self.film}
        return media[KINDS[suffix_of(path)].medium]


STANDARD = Limits()


@dataclass(frozen=True)
class Fault:
    """A fault of a file, not yet tied to the place in a story that names it."""

    code: str
    values: tuple[tuple[str, str], ...] = ()

    def at(self, place: Place, file: str) -> Problem:
        return problem(self.code, place, {"file": file, **dict(self.values)})


@dataclass(frozen=True)
class Look:
    """The result for one file. sha256: hex digits, "" when it cannot be offered; text: of a transcript; width, height: of a
    film."""

    sha256: str = ""
    size: int = 0
    faults: tuple[Fault, ...] = ()
    width: int = 0
    height: int = 0
    text: bytes = b""


Looks = MutableMapping[str, tuple[tuple[int, ...] | None, Look | None]]


class Looker:
    """looks: remembered results by path, updated in place; stats: current stats of the files."""

    def __init__(self, content: Path, looks: Looks, stats: Stats, limits: Limits = STANDARD) -> None:
        self._content, self._limits = content.resolve(), limits
        self._looks, self._stats = looks, stats
        self._seen: dict[str, Look] = {}

    def look(self, path: str) -> Look:
        """path: POSIX, below the content folder. Bad input never raises."""
        if path not in self._seen:
            self._seen[path] = self._remembered(path) or self._anew(path)
        return self._seen[path]

    def forget_what_is_gone(self) -> None:
        for path in [path for path in self._looks if path not in self._seen]:
            del self._looks[path]

    def _remembered(self, path: str) -> Look | None:
        stat, look = self._looks.get(path, (None, None))
        return look if stat is not None and any(stat) and stat == self._stats.get(path) else None

    def _anew(self, path: str) -> Look:
        look = look_at(self._content, path, self._limits)
        if path in self._stats:
            self._looks[path] = (self._stats[path], look)
        return look


def look_at(content: Path, path: str, limits: Limits = STANDARD) -> Look:
    """Check the file at `path` (POSIX, below `content`, which is resolved)."""
    file = content / path
    try:
        if not file.resolve().is_relative_to(content) or not file.is_file():
            return Look(faults=(Fault("AT09", (("detail", "它不在内容文件夹里，或者不是普通文件"),)),))
        size, most = file.stat().st_size, limits.of(path)
        if size > most:
            return Look(faults=(Fault("AT08", (("size", size_in_words(size)), ("most", size_in_words(most)))),))
        with file.open("rb") as opened:
            return _looked(opened, suffix_of(path), size)
    except OSError as error:
        return Look(faults=(Fault("AT09", (("detail", error.strerror or "原因不明"),)),))


def _looked(file: BinaryIO, suffix: str, size: int) -> Look:
    head = file.read(file_signatures.HEAD)
    sign = signature_of(head)
    if sign == LFS:
        return Look(faults=(Fault("AT04"),))
    if suffix in (CAPTIONS, TRANSCRIPT):
        return _words(head + file.read(), suffix)
    if sign not in FITTING[suffix]:
        return Look(faults=(_misfit(suffix, in_words(sign)),))
    scan, hashed = Scan(sign), in_pieces()
    hashed.update(head)
    scan.feed(head)
    while piece := file.read(_PIECE):
        hashed.update(piece)
        scan.feed(piece)
    if KINDS[suffix].medium is Medium.FILM:
        return _film(attachment_film.picture_of(file, size), hashed.hexdigest(), size)
    return Look(hashed.hexdigest(), size, tuple(_faults(file, suffix, sign, size, scan.found)))


def _film(picture: attachment_film.Picture | None, sha256: str, size: int) -> Look:
    if picture is None:
        return Look(sha256, size, (Fault("AT14"),))
    faults = (Fault("AT13", (("codec", picture.codec),)),) if picture.codec else ()
    return Look(sha256, size, faults, picture.width, picture.height)


def _words(data: bytes, suffix: str) -> Look:
    if suffix == CAPTIONS and not _is_captions(data):
        return Look(faults=(Fault("AT12"),))
    return Look(checksum(data), len(data), text=b"" if suffix == CAPTIONS else data)


def _is_captions(data: bytes) -> bool:
    """WebVTT, 4.1: a signature on a line of its own, in UTF-8."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        data.decode("utf-8")
    except UnicodeError:
        return False
    return data.startswith(b"WEBVTT") and data[6:7] in (b"", b" ", b"\t", b"\n", b"\r")


def _faults(file: BinaryIO, suffix: str, sign: str, size: int, found: Mapping[str, int]) -> Iterator[Fault]:
    """Faults of the file's content."""
    if sign == ZIP:
        yield from _of_archive(attachment_archive.read(file, size), suffix, found)
    elif sign == OLE:
        yield from _of_compound(file, suffix, found)
    elif suffix == ".pdf":
        yield from _of_pdf(file, size, found)


def _of_archive(contents: attachment_archive.Contents | None, suffix: str, found: Mapping[str, int]) -> Iterator[Fault]:
    if contents is None:
        yield _macros() if "macros" in found else Fault("AT14")
        return
    if contents.is_locked:
        yield Fault("AT05")
    if contents.has_macros:
        yield _macros()
    if suffix != ".zip" and contents.made_as not in (suffix, "office"):
        made_as = contents.made_as
        yield _misfit(suffix, f"{KINDS[made_as].name}（{made_as}）" if made_as != ".zip" else "zip 压缩包")
    if suffix == ".zip" and contents.bad_member:
        member, why = contents.bad_member
        yield Fault("AT07", (("member", member[:80]), ("why", why)))


def _of_compound(file: BinaryIO, suffix: str, found: Mapping[str, int]) -> Iterator[Fault]:
    kinds = [kind for kind in (".doc", ".xls", ".ppt") if kind in found]
    if has_password(file, found):
        yield Fault("AT05")
    elif suffix in (".docx", ".xlsx", ".pptx"):
        yield _misfit(suffix, f"旧版 {KINDS[kinds[0]].name}（{kinds[0]}）" if kinds else in_words(OLE))
    elif not kinds:
        yield Fault("AT14")
    elif suffix not in kinds:
        yield _misfit(suffix, f"{KINDS[kinds[0]].name}（{kinds[0]}）")
    if "macros" in found:
        yield _macros()


def _of_pdf(file: BinaryIO, size: int, found: Mapping[str, int]) -> Iterator[Fault]:
    if "password" in found:
        yield Fault("AT05")
    if "script" in found or "launch" in found:
        yield Fault("AT06", (("what", "脚本" if "script" in found else "启动别的程序"),))
    file.seek(max(0, size - _TAIL))
    if b"%%EOF" not in file.read(_TAIL):
        yield Fault("AT14")


def _macros() -> Fault:
    return Fault("AT06", (("what", "宏"),))


def _misfit(suffix: str, actual: str) -> Fault:
    return Fault("AT03", (("actual", actual), ("kind", f"{KINDS[suffix].name}（{suffix}）")))
