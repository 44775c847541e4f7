"""Writers for tests of whatever makes files: one makes at once what it is offered, one only notes the orders."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from plugins.engine.build.orders import PAGES, Orders
from plugins.newsroom.pages.urls import page_file


class _Offers:
    """One file is the short form of several."""

    def offer(
        self, address: str, make: Callable[[], bytes], depends: Iterable[str], belongs_to: Iterable[str] | None = None
    ) -> None:
        self.offer_files((address,), lambda: (make(),), depends, belongs_to=belongs_to)

    def offer_copy(
        self, address: str, path: Path, sha256: str, stage: str, belongs_to: Iterable[str] | None = None
    ) -> None:
        self.offer_files((address,), lambda: (path.read_bytes(),), (sha256,), stage)

    def offer_files(
        self,
        addresses: Iterable[str],
        make: Callable[[], Iterable[bytes]],
        depends: Iterable[str],
        stage: str = PAGES,
        weight: int = 0,
        belongs_to: Iterable[str] | None = None,
    ) -> None:
        raise NotImplementedError


class Written(_Offers, dict[str, bytes]):
    """Bytes by file, as if nothing had been there before. pages: the template of each page and its own context, by file."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: dict[str, tuple[str, dict[str, Any]]] = {}
        self.depends: dict[str, tuple[str, ...]] = {}

    def offer_files(
        self,
        addresses: Iterable[str],
        make: Callable[[], Iterable[bytes]],
        depends: Iterable[str],
        stage: str = PAGES,
        weight: int = 0,
        belongs_to: Iterable[str] | None = None,
    ) -> None:
        files, texts = tuple(map(page_file, addresses)), _texts(depends)
        for file, data in zip(files, make(), strict=True):
            assert file not in self, f"{file} was offered before"
            self[file], self.depends[file] = data, texts

    def offer_page(
        self, address: str, template: str, context: Callable[[], Mapping[str, Any]], depends: Iterable[str]
    ) -> None:
        file = page_file(address)
        assert file not in self.pages, f"{file} was offered before"
        self.pages[file], self.depends[file] = (template, dict(context())), _texts(depends)


class Ordered(_Offers):
    """What was offered as orders of which nothing is known, for a press."""

    def __init__(self) -> None:
        self.orders = Orders()

    def offer_files(
        self,
        addresses: Iterable[str],
        make: Callable[[], Iterable[bytes]],
        depends: Iterable[str],
        stage: str = PAGES,
        weight: int = 0,
        belongs_to: Iterable[str] | None = None,
    ) -> None:
        _texts(depends)
        self.orders.add(tuple(addresses), "", lambda: tuple(make()), stage, weight=weight)


def _texts(depends: Iterable[str]) -> tuple[str, ...]:
    """What a file depends on: texts and nothing else, or keys would tell nothing."""
    texts = tuple(depends)
    assert all(isinstance(text, str) for text in texts), texts
    return texts
