"""The pictures of a Word file, each stored once, byte for byte, under a name that fits its bytes.

Which of them stand where is left to `drawings`. Pictures outside the file are never fetched.
"""

from __future__ import annotations

import posixpath
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, count
from xml.etree.ElementTree import Element

from plugins.newsroom.text.fingerprint import checksum
from plugins.photos import containers

from ..archive import Archive, Damaged
from ..ledger import Ledger
from .elements import within
from .package import Part, Relation

_DRAWINGS = (
    (b"\x01\0\0\0", "EMF"),
    (b"\xd7\xcd\xc6\x9a", "WMF"),
    (b"\x01\0\x09\0", "WMF"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"%PDF", "PDF"),
)


@dataclass(frozen=True)
class Found:
    name: str
    data: bytes


@dataclass(frozen=True)
class Absent:
    """A picture that cannot be had. code: of the reason in the catalogue, which `values` fill."""

    name: str
    code: str
    values: Mapping[str, str] = field(default_factory=dict)


class Pictures:
    """Takes pictures out of the archive and remembers their names."""

    def __init__(self, archive: Archive, ledger: Ledger) -> None:
        self._archive, self._ledger = archive, ledger
        self._names: dict[str, str] = {}
        self._asked: set[str] = set()

    def find(self, part: Part, key: str) -> Found | Absent:
        """The picture to which `part` has the relation `key`."""
        relation = part.relations.get(key)
        if relation is None:
            return Absent("图片", "IN42")
        self._asked.add(relation.target)
        return self._at(relation)

    def unasked(self, part: Part) -> Iterator[Found]:
        """The pictures to which `part` has a relation, but for which nobody asked. Doubles for older programs do not count."""
        doubles = _keys(part.root.iter()) - _keys(within(part.root))
        self._asked.update(part.relations[key].target for key in doubles if key in part.relations)
        for relation in part.of_kind("image"):
            found = None if relation.target in self._asked else self._at(relation)
            self._asked.add(relation.target)
            if isinstance(found, Found):
                yield found

    def _at(self, relation: Relation) -> Found | Absent:
        name = posixpath.basename(relation.target.replace("\\", "/")) or "图片"
        if relation.is_outside:
            return Absent(name, "IN41")
        try:
            return _showable(name, self._archive.read(relation.target))
        except Damaged:
            return Absent(name, "IN42")

    def take(self, picture: Found) -> tuple[str, bytes]:
        """(name, bytes): a picture with the bytes of an earlier one has its name."""
        key = checksum(picture.data)
        if key in self._names:
            self._ledger.doubt("IN44", is_done=True, name=self._names[key])
        else:
            self._names[key] = self._free(*posixpath.splitext(picture.name))
        return self._names[key], picture.data

    def _free(self, stem: str, suffix: str) -> str:
        """A name that no other picture has, whatever the case of its letters."""
        taken = {name.lower() for name in self._names.values()}
        names = chain((f"{stem}{suffix}",), (f"{stem}-{number}{suffix}" for number in count(2)))
        return next(name for name in names if name.lower() not in taken)


def _keys(elements: Iterable[Element]) -> set[str]:
    """The keys of all relations that the elements name."""
    return {each.get(key, "") for each in elements for key in ("r:embed", "r:id", "o:relid")}


def _showable(name: str, data: bytes) -> Found | Absent:
    kind = containers.kind_of(data)
    if kind:
        return Found(posixpath.splitext(name)[0] + kind.suffixes[0], data)
    drawn = _drawing(data)
    return Absent(name, "IN40", {"kind": drawn}) if drawn else Absent(name, "IN42")


def _drawing(data: bytes) -> str:
    """What a picture that browsers cannot show is called, "" for anything else. EMZ and WMZ are packed ones."""
    if data.startswith(b"\x1f\x8b"):
        data = _unpacked(data)
    if b"<svg" in data[:1000]:
        return "SVG"
    return next((name for start, name in _DRAWINGS if data.startswith(start)), "")


def _unpacked(data: bytes) -> bytes:
    try:
        return zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(data, 1000)
    except zlib.error:
        return b""
