"""Output files that are copies of existing files: copied in chunks, never read into memory as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from plugins.newsroom.findings.problems import Place
from plugins.newsroom.findings.refusals import Refusal
from plugins.newsroom.text.fingerprint import checksum, in_pieces

from .descriptors import write_all

_PIECE = 1024**2


@dataclass(frozen=True, slots=True)
class FileCopy:
    """path: the source file; sha256: hex digits its bytes must have."""

    path: Path
    sha256: str

    def write_to(self, descriptor: int) -> int:
        """Copy the bytes and return their number. Raises Refusal (AT15) when they have changed or can no longer be read."""
        hashed, size = in_pieces(), 0
        try:
            with self.path.open("rb") as file:
                while piece := file.read(_PIECE):
                    hashed.update(piece)
                    size += len(piece)
                    write_all(descriptor, piece)
        except FileNotFoundError:
            hashed = in_pieces()
        if hashed.hexdigest() != self.sha256:
            from plugins.newsroom.findings.catalogue import problem  # noqa: PLC0415  not needed when nothing has changed

            raise Refusal([problem("AT15", Place(self.path.name), {"file": self.path.name})])
        return size


OutputData = bytes | FileCopy  # the content of an output file


def put(descriptor: int, data: OutputData) -> int:
    """Write all of it and return the number of bytes. Raises OSError, Refusal."""
    if isinstance(data, FileCopy):
        return data.write_to(descriptor)
    write_all(descriptor, data)
    return len(data)


def sha256_of(data: OutputData) -> str:
    return data.sha256 if isinstance(data, FileCopy) else checksum(data)
