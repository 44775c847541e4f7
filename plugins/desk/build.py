"""Runs one build: remakes what has changed, and replaces the old release only with a complete one. Prints nothing.

Whether anything has changed is decided here, before Pelican is imported; the rest is left to `printing`.
"""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.engine.build import uptodate
from plugins.engine.build.release import Release
from plugins.engine.cache import codec, kept_files
from plugins.newsroom.findings.problems import Problem
from plugins.newsroom.findings.progress import Progress
from plugins.newsroom.pages import site_url as address_of_site
from plugins.newsroom.text.fingerprint import digest

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache"


@dataclass(frozen=True, slots=True)
class BuildResult:
    """The result of a build. ok: the output is the release of this content; summary: the numbers in Chinese, "" when not ok.

    made: files that were made; written: files whose bytes are new to readers; both 0 when nothing had changed.
    """

    ok: bool
    problems: tuple[Problem, ...]
    summary: str = ""
    seconds: float = 0.0
    made: int = 0
    written: int = 0


@dataclass(frozen=True, slots=True)
class Assignment:
    """What to build. site_url: absolute address with any path prefix, "" for the one in the settings; now: ISO 8601 instant
    that decides visibility, None for the current time; house: the folder of the program and the theme; settings: the name of its
    settings file; processors: the number of worker processes, 0 for one per processor; production: the build is for
    readers; previous: the addresses.json of the release they have now, None when not known."""

    content: Path
    output: Path
    site_url: str = ""
    preview: bool = False
    house: Path = ROOT
    settings: str = "pelicanconf.py"
    now: str | None = None
    cache: Path = CACHE
    processors: int = 0
    production: bool = False
    previous: Path | None = None

    @property
    def identity(self) -> tuple[str, ...]:
        """Everything that decides what is built, besides the files themselves and the clock."""
        variables = sorted((name, value) for name, value in os.environ.items() if name.startswith("PUBLISH_"))
        options = (self.site_url, str(self.preview), str(self.production), self.settings)
        visible = (str(self.content), str(self.output), *options, str(self.house))
        promised = (
            self.previous.read_bytes() if self.previous and self.previous.is_file() else str(self.previous).encode()
        )
        secret = digest((variables, promised))  # caches are copied around: the environment must not be readable in them
        return (*visible, secret, sys.version, *uptodate.libraries())


def build(
    content: Path,
    output: Path,
    site_url: str = "",
    *,
    progress: Progress | None = None,
    **wishes: Any,
) -> BuildResult:
    """Build `content` into `output`; on any error `output` stays as it was. wishes: further fields of Assignment."""
    started = time.monotonic()
    assignment = _assignment(content, output, site_url, **wishes)
    refusal = refusal_of(assignment)
    if refusal:
        return BuildResult(False, refusal)
    place = build_folders(assignment)
    with place.locked():
        last = uptodate.take(place)
        if last.is_current(assignment.identity, instant(assignment.now)):
            known = _unchanged(last, started)
            if known is not None:
                return known
        release = Release(assignment.output)
        release.recover()
        if last.intact and last.is_of(assignment.identity):
            kept = {address: last.before.printed[address].inode for address in last.intact}
            release.follow(kept)
        from plugins.engine.pelican import quick_import  # noqa: PLC0415  slower than a build without changes

        quick_import.import_pelican()
        from . import printing  # noqa: PLC0415

        run = printing.Printing(assignment, last, release=release)
        try:
            result = run.run(progress, started)
        finally:
            release.leave()
        return run.kept(result)


def _assignment(content: Path, output: Path, site_url: str, **wishes: Any) -> Assignment:
    normal, _ = address_of_site.read(site_url)
    return Assignment(content.absolute(), output.absolute(), normal or site_url.strip(), **wishes)


def build_folders(assignment: Assignment) -> uptodate.BuildFolders:
    return uptodate.BuildFolders(assignment.content, assignment.output, assignment.house, assignment.cache)


def instant(now: str | None) -> float:
    """The instant `now` (ISO 8601), or the current time; epoch seconds."""
    if now is None:
        return time.time()
    from plugins.site.configuration import instant as read  # noqa: PLC0415  only needed for a pinned time

    return read(now).timestamp()


def _unchanged(last: uptodate.LastBuild, started: float) -> BuildResult | None:
    """The result stored with the current release; None when it cannot be read, and a full build is needed."""
    try:
        tally, pages, photos, problems = codec.unpacked(last.before.summary)
    except (kept_files.Unusable, TypeError, ValueError):
        return None
    seconds = time.monotonic() - started
    summary = f"{tally}\n没有变化：{pages} 个网页、{photos} 张照片都是最新的，用时 {seconds:.1f} 秒"
    return BuildResult(True, problems, summary, seconds)


def refusal_of(assignment: Assignment) -> tuple[Problem, ...]:
    """Why this build must not begin, or nothing."""
    content, output = assignment.content, assignment.output
    if not content.is_dir():
        return _one("FI13", content.name, name=content.name)
    inside, outside = content.resolve(), output.resolve()
    if inside.is_relative_to(outside) or outside.is_relative_to(inside):
        return _one("PL08", output.name)
    if stranger := _stranger(assignment):
        return _one("PL05", stranger.name, output=stranger.name)
    written, name = _site_url(assignment)
    _, code = address_of_site.read(written)
    return _one(code, name, url=written) if code else ()


def _site_url(assignment: Assignment) -> tuple[str, str]:
    """The site address and the option it came from: publishconf.py reads the environment when no option is given."""
    if assignment.settings == "publishconf.py" and not assignment.site_url:
        return os.environ.get("PUBLISH_SITE_URL", ""), "PUBLISH_SITE_URL"
    return assignment.site_url, "PUBLISH_SITE_URL" if assignment.production else "--site-url"


def _stranger(assignment: Assignment) -> Path | None:
    """A folder that must not be overwritten; None if there is none. What is in the cache can be made again, and is dropped."""
    release = Release(assignment.output)
    for _ in range(2):  # the release and the one beside it
        stranger = release.stranger()
        if stranger is None or not stranger.is_relative_to(assignment.cache):
            return stranger
        kept_files.drop(stranger)
    return release.stranger()


def _one(code: str, file: str, **values: object) -> tuple[Problem, ...]:
    from plugins.newsroom.findings.catalogue import problem  # noqa: PLC0415
    from plugins.newsroom.findings.problems import Place  # noqa: PLC0415

    return (problem(code, Place(file), values),)
