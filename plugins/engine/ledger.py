"""What the last build knew and made: enough to say that nothing has changed, and which files of the site need not be made again.

Read before anything else is imported, so it holds plain values only. What stands in the files is left to `press`.
"""

from __future__ import annotations

import marshal
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from . import vault
from .disk import Tree

_KIND = f"ledger 1 {sys.version} {marshal.version}"


class Printed(NamedTuple):
    """A file of the release. key: of its order; sha256: 64 hex digits; modified (ns), size, inode: as it lies there."""

    key: str
    sha256: str
    modified: int
    size: int
    inode: int


@dataclass(slots=True)
class Ledger:
    """order: what was asked for (content, address, program …); since, until: the instants between which no story appears or
    leaves by itself (epoch seconds, None for never); told: what people were told, as the desk packed it; references: see
    `templates.Theme`."""

    order: tuple[str, ...] = ()
    since: float = 0.0
    until: float | None = None
    content: Tree = field(default_factory=Tree)
    house: Tree = field(default_factory=Tree)
    house_digests: dict[str, str] = field(default_factory=dict)
    printed: dict[str, Printed] = field(default_factory=dict)
    folders: dict[str, int] = field(default_factory=dict)
    told: bytes = b""
    references: dict[str, Any] = field(default_factory=dict)

    def covers(self, instant: float) -> bool:
        """Whether the same stories are visible at `instant` (epoch seconds) as when the release was made."""
        return self.since <= instant and (self.until is None or instant < self.until)


def read(path: Path) -> Ledger:
    """The ledger at `path`, an empty one where there is none. Raises vault.Damaged."""
    data = vault.get(path, _KIND)
    if data is None:
        return Ledger()
    try:
        values = list(marshal.loads(data))
        values[3], values[4] = Tree(*values[3]), Tree(*values[4])
        values[6] = {address: Printed(*printed) for address, printed in values[6].items()}
        return Ledger(*values)
    except (ValueError, TypeError, EOFError, IndexError) as error:
        raise vault.Damaged(path.name) from error


def write(path: Path, ledger: Ledger) -> None:
    """Raises OSError."""
    values = [getattr(ledger, name) for name in Ledger.__slots__]
    values[3], values[4] = _plain(ledger.content), _plain(ledger.house)
    values[6] = {address: tuple(printed) for address, printed in ledger.printed.items()}
    vault.put(path, _KIND, marshal.dumps(values))


def _plain(tree: Tree) -> tuple[object, ...]:
    return tree.files, tree.folders
