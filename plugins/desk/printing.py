"""One run of Pelican for a build: reads stories through the cache, and makes only the files that are out of date."""

from __future__ import annotations

import gc
import logging
import os
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from pelican.log import console
from pelican.settings import read_settings

from plugins.engine.build import build_state, upkeep, uptodate, workers
from plugins.engine.build.build_state import BuildState, Files
from plugins.engine.build.cached_library import CachedLibrary
from plugins.engine.build.press import Press
from plugins.engine.build.release import Release
from plugins.engine.cache import codec
from plugins.engine.cache.memos import Memos
from plugins.engine.cache.store import Store
from plugins.engine.pelican.run import Run
from plugins.newsroom.column import waiting
from plugins.newsroom.column.column import Column
from plugins.newsroom.findings.catalogue import problem
from plugins.newsroom.findings.problems import Place, Problem, in_order
from plugins.newsroom.findings.progress import Progress
from plugins.newsroom.findings.refusals import Refusal, is_of_writing, reason
from plugins.site.configuration import Configuration
from plugins.site.site import Site

from . import failing
from .build import ROOT, Assignment, BuildResult
from .template_faults import fault_in_template

_UNWRITABLE = "PL20"


class Printing:
    """One run, and what it keeps in memory afterwards. library, release: from an earlier run in the same process."""

    def __init__(
        self,
        assignment: Assignment,
        stands: uptodate.LastBuild,
        library: CachedLibrary | None = None,
        release: Release | None = None,
    ) -> None:
        self.assignment, self.stands = assignment, stands
        self.processors = assignment.processors or workers.processors()
        self.store = library.store if library else Store(stands.folders.store)
        self.memos = Memos(self.store, stands.program("plugins/"))
        self.library = library or CachedLibrary(
            assignment.content, self.store, stands.program("plugins/newsroom/"), self.memos, self.processors
        )
        self.library.tree = stands.content
        self.release = release or Release(assignment.output)
        self.pelican = Run()
        self.problems: tuple[Problem, ...] = ()
        self.press: Press | None = None
        self._unkept: OSError | None = None

    def run(self, progress: Progress | None, started: float) -> BuildResult:
        """Read, check, make what is out of date, release. The caller holds the lock of the build folders."""
        last = self.stands
        press = self.press = Press(
            self.release,
            last.before.printed,
            last.intact,
            self.processors,
            progress,
            lambda: last.is_tidy,
            goes_without=self.assignment.preview,
        )
        self.pelican = Run(
            configure=self._configure,
            library=self.library,
            memory=self.memos,
            stats=last.content.files,
            progress=progress,
            press=press.run,
            program=last.program("plugins/"),
            tells=False,
        )
        problems = self._guarded()
        self._keep(self.memos.save)
        if problems is not None:
            return BuildResult(False, problems, seconds=time.monotonic() - started)
        self.problems = problems = in_order((*self.pelican.site.problems, *press.problems))
        seconds = time.monotonic() - started
        is_damaged = last.is_damaged or self.store.is_damaged
        summary = _summary(self.pelican.site, press, self.library, seconds, is_damaged)
        return BuildResult(True, problems, summary, seconds, press.made, press.written)

    def kept(self, result: BuildResult) -> BuildResult:
        """Store the build state for the next build; returns `result`, with a reminder when nothing could be stored."""
        if not result.ok:
            if any(found.code == _UNWRITABLE for found in result.problems):
                upkeep.discard(self.release)
            return result
        note, folders = self.note(), self.stands.folders
        self._keep(lambda: build_state.write(folders.state, note))
        upkeep.tidy(folders)
        unkept = self._unkept or self.library.unkept
        if unkept is None:
            return result
        cache = self.assignment.cache.name
        reminder = problem("PL21", Place(cache), {"cache": cache, "detail": reason(unkept)})
        return replace(result, problems=(*result.problems, reminder))

    def _keep(self, put_down: Callable[[], None]) -> None:
        try:
            put_down()
        except OSError as error:
            self._unkept = error

    def _configure(self, written: Configuration) -> Configuration:
        """The configuration of the settings file, with the values of this assignment."""
        assignment = self.assignment
        return replace(
            written,
            now=assignment.now,
            preview=assignment.preview,
            production=assignment.production,
            previous=assignment.previous,
            cache=assignment.cache,
        )

    def _guarded(self) -> tuple[Problem, ...] | None:
        """Run Pelican; returns the findings that stopped it, None when it finished."""
        settings_file, logged = self.assignment.house / self.assignment.settings, _LoggedErrors()
        try:
            with logged, _without_collector():
                self._pelican(settings_file)
        except Refusal as refusal:
            return refusal.problems
        except OSError as error:  # a missing template is an OSError too
            return (_of_template(error) or _write_failure(settings_file, error, self.release),)
        except (Exception, SystemExit) as error:
            fault = _of_template(error)
            return (fault or _internal(settings_file, f"{type(error).__name__}: {error}", error),)
        return tuple(_internal(settings_file, text) for text in logged.errors) or None

    def _pelican(self, settings_file: Path) -> None:
        assignment = self.assignment
        override = {"PATH": str(assignment.content), "OUTPUT_PATH": str(self.release.next), "RUN": self.pelican}
        if assignment.site_url:
            override["SITEURL"] = assignment.site_url
        console.quiet = True
        settings = read_settings(str(settings_file), override)
        settings["PELICAN_CLASS"](settings).run()

    def memory(self) -> BuildState:
        """What the next run in this process must know about this one."""
        assert self.press is not None
        last = self.stands
        return BuildState(
            content=last.content,
            house=last.house,
            house_digests=last.digests,
            files=Files(self.press.printed),
        )

    def note(self) -> BuildState:
        """The build state for the next build in any process. After a successful run only."""
        known, site, assignment = self.memory(), self.pelican.site, self.assignment
        column, pages = site.column, _pages(known.printed)
        until = column.lasts_until
        return replace(
            known,
            identity=assignment.identity,
            since=column.now.timestamp(),
            until=until.timestamp() if until else None,
            folders=uptodate.folders_of(assignment.output, known.printed, self.release.folders),
            summary=codec.packed((_tally(column), pages, _photos(site), self.problems)),
        )


@contextmanager
def _without_collector() -> Iterator[None]:
    """Disable the garbage collector: a build keeps nearly everything it creates; collecting would take a tenth of its time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()  # else the first collection would scan everything after all
            gc.enable()


class _LoggedErrors(logging.Handler):
    """Collects the errors that Pelican only logs: they must not pass for a good build."""

    def __init__(self) -> None:
        super().__init__(level=logging.ERROR)
        self.errors: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.errors.append(record.getMessage().splitlines()[0])

    def __enter__(self) -> None:
        logging.getLogger().addHandler(self)

    def __exit__(self, *_: object) -> None:
        logging.getLogger().removeHandler(self)


def _of_template(error: BaseException) -> Problem | None:
    """The finding about a fault in the theme, its traceback written to the log; None for any other error."""
    fault = fault_in_template(error)
    if fault:
        _keep(error)
    return fault


def _write_failure(settings_file: Path, error: OSError, release: Release) -> Problem:
    """The finding when a file of the site cannot be written; an error about any other file is an internal one."""
    if is_of_writing(error) or any(_is_at(folder, error.filename) for folder in (release.output, release.next)):
        output = release.output.name
        return problem(_UNWRITABLE, Place(output), {"output": output, "detail": reason(error)})
    return _internal(settings_file, f"{type(error).__name__}: {error}", error)


def _is_at(folder: Path, named: object) -> bool:
    """Whether the path named by an OSError is in `folder` or above it."""
    if named is None:
        return False
    path = Path(os.fsdecode(named) if isinstance(named, str | bytes) else "")
    return path.is_absolute() and (path.is_relative_to(folder) or folder.is_relative_to(path))


def _internal(settings_file: Path, detail: str, error: BaseException | None = None) -> Problem:
    if error:
        _keep(error)
    return problem(
        "PL02",
        Place(settings_file.name),
        {"detail": detail.splitlines()[0], "log": failing.LOG.relative_to(ROOT).as_posix()},
    )


def _keep(error: BaseException) -> None:
    """Write the traceback to the log for engineers."""
    failing.log("".join(traceback.format_exception(error)))


def _pages(addresses: Iterable[str]) -> int:
    return sum(address.endswith(".html") for address in addresses)


def _photos(site: Site) -> int:
    briefs = (*site.column.visible, *site.column.visible_pages)
    shown = (figure for brief in briefs for figure in site.figures.get(brief.source, ()))
    return len({figure.use.path for figure in shown if figure.is_shown})


def _tally(column: Column) -> str:
    """How many stories were published or held back, with a list of those that readers do not see yet."""
    return "\n".join([str(column.tally), *waiting.lines(column)])


def _summary(site: Site, press: Press, library: CachedLibrary, seconds: float, is_damaged: bool) -> str:
    lines = [_tally(site.column)]
    if is_damaged:
        lines.append("缓存有损坏，没有用它，已全部重新生成。")
    elif library.is_outdated:
        lines.append("程序有更新，所有稿件已重新读过。")
    read = f"读 {library.anew} 篇（正文走捷径的 {library.plain} 篇）"
    lines.append(f"网站共 {_pages(press.printed)} 个网页、{_photos(site)} 张照片")
    lines.append(f"这次{read}，更新 {press.written} 个文件，用时 {seconds:.1f} 秒")
    return "\n".join(lines)
