"""Places to publish to, small releases, and what readers find there: for tests of delivery."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.desk import publish as desk
from plugins.desk.delivery import lock
from plugins.desk.delivery.release import Release

SITE = {"PUBLISH_SITE_URL": "https://www.example.org/zt/guancheng"}
FIRST = {"index.html": "一", "2017/08/商都 1/index.html": "故事", "photos/a.jpg": "x" * 50_000}
SECOND = {**FIRST, "index.html": "二", "new.html": "新"}
del SECOND["2017/08/商都 1/index.html"]

Rows = Sequence[tuple[Sequence[str], Sequence[str]]]  # to what they belong, files


@dataclass
class Shelf:
    """A place to publish to and the folder it really is."""

    path: Path
    destination: desk.Destination
    settings: desk.Settings

    def put(self, release: Release, keep: int = 3) -> None:
        """Publish a release as `publish` does."""
        with lock.held(self.destination, wait=0, tell=print) as number:
            self.destination.deliver(release, keep, number)

    @property
    def shown(self) -> dict[str, str]:
        """The files readers see."""
        return texts(self.path / "current")

    @property
    def names(self) -> set[str]:
        return {path.name for path in (self.path / "releases").iterdir()}

    @property
    def ids(self) -> list[str]:
        """Of the releases that are there, oldest first."""
        return [name.partition("-")[2] for name in sorted(self.names) if not name.startswith(".")]


def shelf(path: Path, variables: Mapping[str, str]) -> Shelf:
    settings = desk.settings_from({**SITE, **variables})
    return Shelf(path, desk.reach(settings), settings)


def folder(path: Path) -> Shelf:
    return shelf(path, {"PUBLISH_TO": str(path)})


def host(path: Path, server: Mapping[str, str]) -> Shelf:
    return shelf(path, {**server, "PUBLISH_TO": server["PUBLISH_TO"][:-1] + str(path)})


def release(folder: Path, files: Mapping[str, str], lasting: Rows = (), shown: object = None) -> Release:
    """A finished build of these files; with `shown` it has a manifest, as the engine writes it."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    if shown is not None:
        digests = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in files.items()}
        matter = {"files": digests, "lasting": lasting, "shown": shown}
        (folder / "manifest.json").write_text(json.dumps(matter, ensure_ascii=False), encoding="utf-8")
    return Release.of(folder)


def texts(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
