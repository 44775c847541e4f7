"""The only place where files are ordered: everything goes through the `offer…` methods, and is written later by `press`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from plugins.newsroom.text.fingerprint import digest

from ..build import page_frame
from ..build.copies import FileCopy
from .run import Run


class ColumnWriter:
    """Replaces Pelican's writer and queues orders: see `site.writer.Writer`, where its methods are documented."""

    def __init__(self, run: Run) -> None:
        self._orders, self._keys, self._theme = run.orders, run.keys, run.theme
        self._names = {**run.frame, **run.values}
        self._keys.frame_pages(digest(tuple(sorted(run.frame.items()))), run.values)

    def offer(
        self, address: str, make: Callable[[], bytes], depends: Iterable[str], belongs_to: Iterable[str] | None = None
    ) -> None:
        depends, belongs_to = tuple(depends), _whole(belongs_to)
        key = self._keys.of_file(depends)
        self._orders.add((address,), key, lambda: (make(),), depends=depends, belongs_to=belongs_to)

    def offer_files(
        self,
        addresses: Iterable[str],
        make: Callable[[], Iterable[bytes]],
        depends: Iterable[str],
        stage: str,
        weight: int = 0,
        belongs_to: Iterable[str] | None = None,
    ) -> None:
        depends, belongs_to = tuple(depends), _whole(belongs_to)
        key = self._keys.of_file(depends)
        self._orders.add(tuple(addresses), key, lambda: tuple(make()), stage, depends, weight, belongs_to=belongs_to)

    def offer_copy(
        self, address: str, path: Path, sha256: str, stage: str, belongs_to: Iterable[str] | None = None
    ) -> None:
        key, belongs_to = self._keys.of_file((sha256,)), _whole(belongs_to)
        self._orders.add((address,), key, lambda: (FileCopy(path, sha256),), stage, (sha256,), belongs_to=belongs_to)

    def offer_folder(
        self,
        address: str,
        make: Callable[[], Mapping[str, bytes]],
        depends: Iterable[str],
        stage: str,
        belongs_to: Iterable[str] | None = None,
    ) -> None:
        depends = tuple(depends)
        self._orders.add_folder(address, self._keys.of_file(depends), make, stage, depends, _whole(belongs_to))

    def offer_page(
        self, address: str, template: str, context: Callable[[], Mapping[str, object]], depends: Iterable[str]
    ) -> None:
        depends = tuple(depends)
        key = self._keys.of_page(template, self._theme.versions, depends)
        page = partial(self._rendered, template, context)
        self._orders.add((address,), key, lambda: (page({})[0],), depends=depends, page=page)

    def _rendered(
        self, template: str, context: Callable[[], Mapping[str, object]], kept: Mapping[str, str]
    ) -> tuple[bytes, page_frame.Bounds]:
        return page_frame.rendered(self._theme.template(template), {**self._names, **context()}, kept)


def _whole(belongs_to: Iterable[str] | None) -> tuple[str, ...] | None:
    return None if belongs_to is None else tuple(belongs_to)
