"""The interface through which features order files. All orders are collected first; making the files is left to the engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Protocol


class Writer(Protocol):
    """Takes orders. depends: strings covering everything the bytes depend on besides program and settings; an order with the
    same strings as in the last build is not carried out again.

    belongs_to: for a file whose name changes with its bytes, all that it belongs to (`newsroom.column.ownership`). Only such
    files outlive their release.
    """

    def offer(
        self, address: str, make: Callable[[], bytes], depends: Iterable[str], belongs_to: Iterable[str] | None = None
    ) -> None:
        """A file at `address` (site-relative POSIX path; one that ends in "/" means its index.html).

        make: called at most once, after all findings are known, in any process.
        """

    def offer_files(
        self,
        addresses: Iterable[str],
        make: Callable[[], Iterable[bytes]],
        depends: Iterable[str],
        stage: str,
        weight: int = 0,
        belongs_to: Iterable[str] | None = None,
    ) -> None:
        """Several files made together in one step. make: their bytes, in the order of `addresses`.

        stage: the label of this work in the progress display; weight: bytes of the source material, to show how much smaller
        the files are.
        """

    def offer_copy(
        self, address: str, path: Path, sha256: str, stage: str, belongs_to: Iterable[str] | None = None
    ) -> None:
        """A copy of the file at `path`, however large. sha256: hex digits of its bytes; stage: as in `offer_files`."""

    def offer_folder(
        self,
        address: str,
        make: Callable[[], Mapping[str, bytes]],
        depends: Iterable[str],
        stage: str,
        belongs_to: Iterable[str] | None = None,
    ) -> None:
        """All files of the folder at `address` (ends in "/"), whose names are known only once they are made. No other order may
        put files there.

        make: bytes by POSIX path below the folder; belongs_to: applies to the files in its subfolders, which are named after
        their content.
        """

    def offer_page(
        self, address: str, template: str, context: Callable[[], Mapping[str, object]], depends: Iterable[str]
    ) -> None:
        """A page rendered by the theme's `template` (a name without extension) from the common values and its own.

        context: the page's own template values by name, called as late as `make` of `offer`. The common values, the template and
        all templates it uses need not be covered by `depends`.
        """
