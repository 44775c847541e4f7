"""The state of reading one Word file: its parts, its book of what was left out, and where in the file the reader is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree.ElementTree import Element

from plugins.newsroom.submission.tree import Paragraph

from ..ledger import Ledger
from .elements import TEXTS, within
from .numbering import Numbering
from .package import Package
from .pictures import Pictures
from .styles import Styles


class Reading:
    """changes: how many insertions, deletions and moves were met; comments: where each was called, by its id; notes: by their
    keys, in the order of their calls; callers: the key of each note by its kind and id."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.ledger = Ledger()
        styles, numbering = package.beside("styles"), package.beside("numbering")
        self.styles = Styles(styles.root if styles else None)
        self.numbering = Numbering(numbering.root if numbering else None, self.styles)
        self.pictures = Pictures(package.archive, self.ledger)
        self.changes = {"added": 0, "deleted": 0, "moved": 0}
        self.comments: dict[str, str] = {}
        self.notes: dict[str, tuple[Paragraph, ...]] = {}
        self.callers: dict[tuple[str, str], str] = {}
        self._paragraphs = self._tables = 0
        self._is_fixed = False
        self._seen: set[int] = set()

    def begin_paragraph(self, *, has_words: bool) -> None:
        """Count a paragraph of the running text if it has words; elsewhere places are given with `at`."""
        if not self._is_fixed:
            self._paragraphs += has_words
            self.ledger.place = f"第 {self._paragraphs} 段{'' if has_words else '后面'}" if self._paragraphs else "开头"

    def next_table(self) -> str:
        self._tables += 1
        return f"表 {self._tables}"

    @contextmanager
    def at(self, place: str) -> Iterator[None]:
        """All within is at this place."""
        before = self._is_fixed, self.ledger.place
        self._is_fixed, self.ledger.place = True, place
        yield
        self._is_fixed, self.ledger.place = before

    def see(self, parent: Element) -> None:
        """Note that all words of an element were taken or listed."""
        self._seen.update(id(each) for each in within(parent) if each.tag in TEXTS)

    def unseen(self) -> Iterator[Element]:
        """The words of the text that nobody took or listed, paragraph by paragraph."""
        for each in within(self.package.main.root):
            if each.tag == "w:t" and id(each) not in self._seen:
                yield each
