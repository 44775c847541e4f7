"""The one place where files are written. Everything that makes files goes through `write_file` (templates) or `write_bytes`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, TextIO

from pelican.utils import sanitised_join
from pelican.writers import Writer

from plugins.newsroom.messages import problem
from plugins.newsroom.places import page_file
from plugins.newsroom.problems import Place
from plugins.newsroom.stop import Stop


class ColumnWriter(Writer):
    """Pelican's writer that takes bytes too, notes every address it wrote and lets no two pages share one."""

    def __init__(self, output_path: str, settings: Mapping[str, Any] | None = None) -> None:
        super().__init__(output_path, settings=settings)
        self._written: list[str] = self.settings["WRITTEN"]
        self._progress = self.settings["PROGRESS"]
        self._pages, self._expected = 0, len(self.settings["COLUMN"].visible)  # at least a page a story

    def write_bytes(self, address: str, data: bytes) -> None:
        """Write `data` at `address` (site-relative POSIX path; one that ends in "/" means its index.html)."""
        path = sanitised_join(self.output_path, page_file(address))
        self._claim(path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(data)

    def _open_w(self, filename: str, encoding: str, override: bool = False) -> TextIO:
        self._claim(filename)
        return open(filename, "w", encoding=encoding, newline="\n")

    def _claim(self, path: str) -> None:
        address = os.path.relpath(path, self.output_path).replace(os.sep, "/")
        if path in self._written_files:
            raise Stop([problem("PL06", Place(address), address=address)])
        self._written_files.add(path)
        self._written.append(address)
        if self._progress and address.endswith(".html"):
            self._pages += 1
            self._progress(self._pages, max(self._pages, self._expected), "写网页")
