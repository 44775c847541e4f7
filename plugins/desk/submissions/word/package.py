"""The parts of a Word file and how they refer to each other (ECMA-376 part 2)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from plugins.newsroom.findings.refusals import Refusal

from ..archive import Archive, Damaged
from .elements import child_of
from .xml_tree import Budget, Forbidden, Malformed, Oversized, parse

_PARSING = (Damaged, Malformed)


@dataclass(frozen=True)
class Relation:
    """kind: the last word of its type, such as image; target: the name of a part, or an address outside the file."""

    kind: str
    target: str
    is_outside: bool


@dataclass(frozen=True)
class Part:
    """A parsed part. relations: by their ids."""

    root: Element
    relations: Mapping[str, Relation]

    def of_kind(self, kind: str) -> Iterator[Relation]:
        """The relations of this kind to parts of the file, in the order of their ids as they are listed."""
        return (each for each in self.relations.values() if each.kind == kind and not each.is_outside)


class Package:
    """An open Word file. Raises Refusal when it has no readable text, or holds what may not come in."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self._parts: dict[str, Part | None] = {}
        self._budget = Budget()
        self.main = self._main()

    def part(self, name: str) -> Part | None:
        """The part of this name, None if it is missing or broken. Raises Refusal for what may not come in."""
        if name not in self._parts:
            root = self._parsed(name)
            self._parts[name] = None if root is None else Part(root, self._relations(name))
        return self._parts[name]

    def beside(self, kind: str) -> Part | None:
        """The part to which the text has a relation of this kind, such as styles."""
        relation = next(self.main.of_kind(kind), None)
        return self.part(relation.target) if relation else None

    def property(self, tag: str) -> str:
        """What the file's properties say under dc:title, dc:creator or cp:category, "" for nothing."""
        relation = next((each for each in self._relations("").values() if each.kind == "core-properties"), None)
        root = self._parsed(relation.target) if relation else None
        found = child_of(root, tag)
        return "" if found is None else (found.text or "").strip()

    def _main(self) -> Part:
        relations = self._relations("").values()
        targets = [each.target for each in relations if each.kind == "officeDocument" and not each.is_outside]
        for name in (*targets, "word/document.xml"):
            part = self.part(name)
            if part is not None and part.root.tag == "w:document" and child_of(part.root, "w:body") is not None:
                return part
        raise Refusal.of("IN09", file=self.archive.file, why="里面没有正文")

    def _parsed(self, name: str) -> Element | None:
        try:
            return parse(self.archive.read(name), self._budget)
        except Forbidden as error:
            raise Refusal.of("IN12", file=self.archive.file) from error
        except Oversized as error:
            raise Refusal.of("IN10", file=self.archive.file, why="其中一部分的内容太多，或者套得太深") from error
        except _PARSING:
            return None

    def _relations(self, name: str) -> dict[str, Relation]:
        """Of the part `name`, or of the whole file for "". Without a readable list there are none."""
        folder, base = posixpath.split(name)
        root = self._parsed(posixpath.join(folder, "_rels", f"{base}.rels"))
        rows = () if root is None else root.iter("rel:Relationship")
        return {row.get("Id", ""): _relation(folder, row) for row in rows}


def _relation(folder: str, row: Element) -> Relation:
    kind, target = row.get("Type", "").rpartition("/")[2], row.get("Target", "")
    if row.get("TargetMode") == "External":
        return Relation(kind, target, is_outside=True)
    return Relation(
        kind, posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/"), is_outside=False
    )
