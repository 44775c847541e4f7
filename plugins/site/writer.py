"""Where features order their files. Nothing is made before all orders are known; how it is made is left to the engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Protocol


class Writer(Protocol):
    """Takes orders. depends: texts that name everything the bytes depend on beside program and settings; an order whose texts
    are those of the last build is not carried out again.

    belongs_to: given where a file's name changes with its bytes, all that it belongs to (`newsroom.column.ownership`). Only such a
    file outlives its release.
    """

    def offer(
        self, address: str, make: Callable[[], bytes], depends: Iterable[str], belongs_to: Iterable[str] | None = None
    ) -> None:
        """A file at `address` (site-relative POSIX path; one that ends in "/" means its index.html).

        make: called at most once, after all findings were counted, in any process.
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
        """Several files that one piece of work makes together. make: their bytes, in the order of `addresses`.

        stage: the word for this work in the progress that people see; weight: bytes of what they are made of, to tell how
        much lighter they are.
        """

    def offer_copy(
        self, address: str, path: Path, sha256: str, stage: str, belongs_to: Iterable[str] | None = None
    ) -> None:
        """The file at `path` as it is, however large. sha256: hex digits of its bytes; stage: as in `offer_files`."""

    def offer_folder(
        self,
        address: str,
        make: Callable[[], Mapping[str, bytes]],
        depends: Iterable[str],
        stage: str,
        belongs_to: Iterable[str] | None = None,
    ) -> None:
        """All files of the folder at `address` (ends in "/"), whose names are known only when they are made. Nobody else may put
        files there.

        make: bytes by POSIX path below the folder; belongs_to: of the files in further folders, which are named after what they
        hold.
        """

    def offer_page(
        self, address: str, template: str, matter: Callable[[], Mapping[str, object]], depends: Iterable[str]
    ) -> None:
        """A page made by the theme's `template` (a name without ending) from what every page shows and its own matter.

        matter: names and values for the template, asked for as late as `make` of `offer`. What every page shows, the template and
        all templates it uses need not be named in `depends`.
        """
