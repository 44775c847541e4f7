"""What the site shall consist of: files that are ordered before any is made. Who makes them, and when, is left to `press`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from plugins.newsroom.messages import problem
from plugins.newsroom.places import page_file
from plugins.newsroom.problems import Place
from plugins.newsroom.stop import Stop

PAGES = "写网页"
Make = Callable[[], tuple[bytes, ...]]


@dataclass(frozen=True, slots=True)
class Order:
    """One piece of work and the files it makes.

    addresses: site-relative POSIX paths of files; make: their bytes, in that order; key: changes whenever the bytes could,
    "" when nobody knows on what they depend, so that they are made at every build; stage: what
    people are told is being done; depends: what its maker named of that on which they depend; weight: bytes of what the files
    are made of, 0 when nobody cares.
    """

    addresses: tuple[str, ...]
    key: str
    make: Make
    stage: str = PAGES
    depends: tuple[str, ...] = ()
    weight: int = 0


class Orders:
    """All orders of one build, in the order in which they came. No two may name one file."""

    def __init__(self) -> None:
        self._orders: list[Order] = []
        self._taken: set[str] = set()

    def add(
        self,
        addresses: tuple[str, ...],
        key: str,
        make: Make,
        stage: str = PAGES,
        depends: tuple[str, ...] = (),
        weight: int = 0,
    ) -> None:
        """Raises Stop (PL06) when a file of this name was ordered before. An address that ends in "/" means its index.html."""
        files = tuple(map(page_file, addresses))
        for file in files:
            if file in self._taken:
                raise Stop([problem("PL06", Place(file), address=file)])
            self._taken.add(file)
        self._orders.append(Order(files, key, make, stage, depends, weight))

    def __iter__(self) -> Iterator[Order]:
        return iter(self._orders)

    def __len__(self) -> int:
        return len(self._orders)
