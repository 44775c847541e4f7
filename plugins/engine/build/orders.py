"""Orders for output files, all collected before any file is made. Carrying them out is left to `press`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from plugins.newsroom.column.ownership import Shown
from plugins.newsroom.findings.catalogue import problem
from plugins.newsroom.findings.problems import Place
from plugins.newsroom.findings.refusals import Refusal
from plugins.newsroom.pages.urls import page_file

from .copies import OutputData
from .page_frame import Bounds

PAGES = "写网页"


class Order(NamedTuple):
    """One piece of work and the files it makes.

    addresses: site-relative POSIX paths of files; make: their bytes (or FileCopy), in that order; key: changes whenever the
    bytes could, "" when the inputs are not known, so that the files are made at every build; stage: the label shown while the
    work goes on; depends: the inputs that the files depend on, as strings; folder: instead of addresses, a folder (ends in
    "/") whose files are known only once they are made: `make` then returns them by their names in it; weight: bytes of the source
    material, 0 when not counted; page: for a single page, the same as `make`, given the parts that may be reused, see
    `page_frame.rendered`; belongs_to: where the names of the files change with their bytes, all that they belong to
    (`newsroom.column.ownership`), else None; for a folder, it applies to the files in its subfolders.
    """

    addresses: tuple[str, ...]
    key: str
    make: Callable[[], tuple[OutputData, ...] | Mapping[str, OutputData]]
    stage: str = PAGES
    depends: tuple[str, ...] = ()
    folder: str = ""
    weight: int = 0
    page: Callable[[Mapping[str, str]], tuple[bytes, Bounds]] | None = None
    belongs_to: tuple[str, ...] | None = None

    def files(self) -> Iterable[tuple[str, OutputData]]:
        """Carry it out: every file with its bytes or FileCopy. Raises whatever `make` raises."""
        made = self.make()
        if isinstance(made, Mapping):
            return [(self.folder + name, data) for name, data in sorted(made.items())]
        return zip(self.addresses, made, strict=True)


class Orders:
    """All orders of one build, in the sequence in which they were added. No two may name the same file.

    shown: what readers may see of the column, called when the manifest is written.
    """

    def __init__(self, shown: Callable[[], Shown] = dict) -> None:
        self.shown = shown
        self._orders: list[Order] = []
        self._taken: set[str] = set()
        self._folders: tuple[str, ...] = ()

    def add(
        self,
        addresses: Iterable[str],
        key: str,
        make: Callable[[], tuple[OutputData, ...]],
        stage: str = PAGES,
        depends: tuple[str, ...] = (),
        weight: int = 0,
        page: Callable[[Mapping[str, str]], tuple[bytes, Bounds]] | None = None,
        belongs_to: tuple[str, ...] | None = None,
    ) -> None:
        """Add an order; an address ending in "/" means its index.html. Raises Refusal (PL06) when a file is already ordered."""
        files = tuple([page_file(address) for address in addresses])
        for file in files:
            if file in self._taken:
                raise _taken_twice(file)
            self._taken.add(file)
        self._orders.append(Order(files, key, make, stage, depends, weight=weight, page=page, belongs_to=belongs_to))

    def add_folder(
        self,
        folder: str,
        key: str,
        make: Callable[[], Mapping[str, bytes]],
        stage: str,
        depends: tuple[str, ...],
        belongs_to: tuple[str, ...] | None = None,
    ) -> None:
        """Order a whole folder, into which no other order may put a file: see `check`."""
        if folder.startswith(self._folders):
            raise _taken_twice(folder)
        self._folders = (*self._folders, folder)
        self._orders.append(Order((), key, make, stage, depends, folder, belongs_to=belongs_to))

    @property
    def folders(self) -> tuple[str, ...]:
        return self._folders

    def check(self) -> None:
        """Raises Refusal (PL06) when a file was ordered into a folder that another order makes as a whole."""
        inside = [file for file in self._taken if file.startswith(self._folders)] if self._folders else []
        if inside:
            raise _taken_twice(min(inside))

    def touched_by(self, marks: Collection[str]) -> list[Order]:
        """The orders whose `depends` contain one of the strings `marks`, alone or as part of a longer string."""
        found = []
        for order in self._orders:
            depends = "\n".join(order.depends)
            if any(mark in depends for mark in marks):
                found.append(order)
        return found

    def __iter__(self) -> Iterator[Order]:
        return iter(self._orders)

    def __len__(self) -> int:
        return len(self._orders)


def _taken_twice(file: str) -> Refusal:
    return Refusal([problem("PL06", Place(file), {"address": file})])
