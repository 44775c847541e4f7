"""The one place where files are ordered. Everything that makes files goes through `offer`, `offer_copy` or `offer_page`, and nothing is
written until all is known: see `press`.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from pelican.writers import Writer

from plugins.newsroom.text.fingerprint import digest

from ..build import page_frame
from ..build.copies import FileCopy
from ..build.orders import Orders


class ColumnWriter(Writer):
    """Pelican's writer that queues. Pelican's own way in (write_file) still works: such a page is made at every build."""

    def __init__(self, output_path: str, settings: Mapping[str, Any] | None = None) -> None:
        super().__init__(output_path, settings=settings)
        self._orders: Orders = self.settings["ORDERS"]
        self._keys = self.settings["KEYS"]
        self._theme = self.settings["TEMPLATES"]
        self._frame = {**self.settings["FRAME"], **self.settings["FURNISHINGS"]}
        self._keys.frame_pages(digest(tuple(sorted(self.settings["FRAME"].items()))), self.settings["FURNISHINGS"])

    def offer(
        self, address: str, make: Callable[[], bytes], depends: Iterable[str], belongs_to: Iterable[str] | None = None
    ) -> None:
        """A file at `address` (site-relative POSIX path; one that ends in "/" means its index.html).

        make: called once, after the gate, in any process, and only if the file is not there yet or a text of `depends`
        has changed since it was made: `depends` names everything that the bytes depend on beside program and settings;
        belongs_to: given where the file's name changes with its bytes, all that it belongs to (`newsroom/lasting`). Only such a
        file outlives its release.
        """
        depends = tuple(depends)
        belongs_to = None if belongs_to is None else tuple(belongs_to)
        self._orders.add(
            (address,), self._keys.of_file(depends), lambda: (make(),), depends=depends, belongs_to=belongs_to
        )

    def offer_files(
        self,
        addresses: Iterable[str],
        make: Callable[[], Iterable[bytes]],
        depends: Iterable[str],
        stage: str,
        weight: int = 0,
        belongs_to: Iterable[str] | None = None,
    ) -> None:
        """Several files that one piece of work makes together. make: their bytes, in the order of `addresses`.

        stage: the word for this work in the progress that people see; weight: bytes of what they are made of, to tell how
        much lighter they are; belongs_to: as in `offer`.
        """
        depends = tuple(depends)
        belongs_to = None if belongs_to is None else tuple(belongs_to)
        key = self._keys.of_file(depends)
        self._orders.add(tuple(addresses), key, lambda: tuple(make()), stage, depends, weight, belongs_to=belongs_to)

    def offer_copy(
        self, address: str, path: Path, sha256: str, stage: str, belongs_to: Iterable[str] | None = None
    ) -> None:
        """The file at `path` as it is, however large. sha256: hex digits of its bytes; stage: as in `offer_files`; belongs_to: as
        in `offer`."""
        belongs_to = None if belongs_to is None else tuple(belongs_to)
        key = self._keys.of_file((sha256,))
        self._orders.add((address,), key, lambda: (FileCopy(path, sha256),), stage, (sha256,), belongs_to=belongs_to)

    def offer_folder(
        self,
        address: str,
        make: Callable[[], Mapping[str, bytes]],
        depends: Iterable[str],
        stage: str,
        belongs_to: Iterable[str] | None = None,
    ) -> None:
        """All files of the folder at `address` (ends in "/"), whose names are known only when they are made.

        make: bytes by POSIX path below the folder; depends, stage: as in `offer_files`; belongs_to: as in `offer`, for those in
        further folders, which are named after what they hold. Nobody else may put files there.
        """
        depends = tuple(depends)
        belongs_to = None if belongs_to is None else tuple(belongs_to)
        self._orders.add_folder(address, self._keys.of_file(depends), make, stage, depends, belongs_to)

    def offer_page(
        self, address: str, template: str, matter: Callable[[], Mapping[str, Any]], depends: Iterable[str]
    ) -> None:
        """A page made by the theme's `template` (a name without ending) from the frame and its own matter.

        matter: names and values for the template, asked for as late as `make` of `offer`; depends: as there. The frame,
        the template and all templates it uses need not be named.
        """
        depends = tuple(depends)
        key = self._keys.of_page(template, self._theme.editions, depends)
        page = partial(self._rendered, template, matter)
        self._orders.add((address,), key, lambda: (page({})[0],), depends=depends, page=page)

    def _rendered(
        self, template: str, matter: Callable[[], Mapping[str, Any]], kept: Mapping[str, str]
    ) -> tuple[bytes, page_frame.Bounds]:
        return page_frame.rendered(self._theme.template(template), {**self._frame, **matter()}, kept)

    def _open_w(self, filename: str, encoding: str, override: bool = False) -> io.StringIO:
        address = os.path.relpath(filename, self.output_path).replace(os.sep, "/")
        return _Undeclared(lambda text: self._orders.add((address,), "", lambda: (text.encode(encoding),)))


class _Undeclared(io.StringIO):
    """Takes what Pelican's own methods write, and hands it over whole when it is closed."""

    def __init__(self, hand_over: Callable[[str], None]) -> None:
        super().__init__(newline="\n")
        self._hand_over = hand_over

    def close(self) -> None:
        if not self.closed:
            self._hand_over(self.getvalue())
        super().close()
