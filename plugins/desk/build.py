"""One build: Pelican into a fresh folder, and only a whole release replaces the old one. Prints nothing."""

from __future__ import annotations

import gc
import logging
import shutil
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from plugins.newsroom.column import Column, Progress
from plugins.newsroom.messages import problem
from plugins.newsroom.problems import Place, Problem, in_order
from plugins.newsroom.stop import Stop

from . import release

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What came of a build. ok: the output is the new release; summary: the numbers in Chinese, "" when not ok."""

    ok: bool
    problems: tuple[Problem, ...]
    summary: str = ""
    seconds: float = 0.0


def build(
    content: Path,
    output: Path,
    site_url: str = "",
    *,
    preview: bool = False,
    settings_file: Path = ROOT / "pelicanconf.py",
    now: str | None = None,
    progress: Progress | None = None,
) -> BuildResult:
    """Build `content` into `output`; when anything is wrong, `output` stays as it was.

    site_url: absolute address with any path prefix, "" for the settings' own; now: ISO 8601 instant that decides
    visibility, None for this moment.
    """
    started = time.monotonic()
    content, output = content.absolute(), output.absolute()
    refusal = _refusal(content, output, site_url)
    if refusal:
        return BuildResult(False, refusal)
    release.sweep(output)
    staging = release.staging_for(output)
    override: dict[str, Any] = {
        "PATH": str(content),
        "OUTPUT_PATH": str(staging),
        "COLUMN_NOW": now,
        "COLUMN_PREVIEW": preview,
        "REPORT_PROBLEMS": False,
        "PROGRESS": progress,
    }
    if site_url:
        override["SITEURL"] = site_url.rstrip("/")
    try:
        settings, problems = _run(settings_file, override)
        if settings is None:
            return BuildResult(False, problems, seconds=time.monotonic() - started)
        release.write_manifest(staging)
        release.switch(staging, output)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    seconds = time.monotonic() - started
    return BuildResult(True, problems, _summary(settings["COLUMN"], settings["WRITTEN"], seconds), seconds)


def _refusal(content: Path, output: Path, site_url: str) -> tuple[Problem, ...]:
    """Why this build must not even begin."""
    if not content.is_dir():
        return (problem("FI13", Place(content.name), name=content.name),)
    inside, outside = content.resolve(), output.resolve()
    if inside.is_relative_to(outside) or outside.is_relative_to(inside):
        return (problem("PL08", Place(output.name)),)
    if not release.is_ours(output):
        return (problem("PL05", Place(output.name), output=output.name),)
    parts = urlsplit(site_url)
    if site_url and not (parts.scheme in ("http", "https") and parts.netloc and not parts.query and not parts.fragment):
        return (problem("PL09", Place("--site-url"), url=site_url),)
    return ()


def _run(settings_file: Path, override: dict[str, Any]) -> tuple[dict[str, Any] | None, tuple[Problem, ...]]:
    """Pelican's settings after a full run and its reminders, or None and the findings that stopped it."""
    from jinja2 import TemplateError  # noqa: PLC0415  Pelican and Jinja cost half a second; only a build pays it

    overheard = _Overheard()
    try:
        with overheard, _uncollected():
            settings = _pelican(settings_file, override)
    except Stop as stop:
        return None, stop.problems
    except TemplateError as error:
        where = f"{getattr(error, 'filename', '') or ''}:{getattr(error, 'lineno', '') or ''}".strip(":")
        _keep(error)
        return None, (
            problem("PL07", Place(Path(where.split(":")[0]).name or "theme"), detail=f"{error} {where}".strip()),
        )
    except (Exception, SystemExit) as error:
        return None, (_internal(settings_file, f"{type(error).__name__}: {error}", error),)
    if overheard.errors:
        return None, tuple(_internal(settings_file, text) for text in overheard.errors)
    return settings, in_order((*settings["COLUMN"].problems, *settings["PROBLEMS"]))


def _pelican(settings_file: Path, override: dict[str, Any]) -> dict[str, Any]:
    from pelican.log import console  # noqa: PLC0415
    from pelican.settings import read_settings  # noqa: PLC0415

    console.quiet = True
    settings = read_settings(str(settings_file), override)
    settings["PELICAN_CLASS"](settings).run()
    return settings


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the cyclic garbage collector: a build keeps nearly all it makes, so looking for garbage is a tenth of its time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Overheard(logging.Handler):
    """The net behind the gate: what Pelican only logs as an error must not pass for a good build."""

    def __init__(self) -> None:
        super().__init__(level=logging.ERROR)
        self.errors: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.errors.append(record.getMessage().splitlines()[0])

    def __enter__(self) -> None:
        logging.getLogger().addHandler(self)

    def __exit__(self, *_: object) -> None:
        logging.getLogger().removeHandler(self)


def _internal(settings_file: Path, detail: str, error: BaseException | None = None) -> Problem:
    log = _keep(error) if error else ".cache/last-error.log"
    return problem("PL02", Place(settings_file.name), detail=detail.splitlines()[0], log=log)


def _keep(error: BaseException) -> str:
    """Write the traceback where an engineer finds it; editors never see one. Returns the file's name."""
    log = ROOT / ".cache" / "last-error.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    log.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    return log.relative_to(ROOT).as_posix()


def _summary(column: Column, written: list[str], seconds: float) -> str:
    pages = sum(address.endswith(".html") for address in written)
    photos = len({photo.path for story in (*column.visible, *column.visible_pages) for photo in story.photos})
    return f"{column.tally}\n写出 {pages} 个网页、{photos} 张照片，用时 {seconds:.1f} 秒"
