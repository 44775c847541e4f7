"""What the bytes of a delivered picture are, whatever its name."""

from __future__ import annotations

from plugins.photos import containers

_OTHERS = (
    (b"BM", ".bmp"),
    (b"II*\0", ".tif"),
    (b"MM\0*", ".tif"),
    (b"\xd7\xcd\xc6\x9a", ".wmf"),
    (b"\x01\0\0\0", ".emf"),
)


def suffix_of(data: bytes) -> str:
    """The suffix that fits the bytes, "" when they are no picture."""
    kind = containers.kind_of(data)
    return kind.suffixes[0] if kind else next((suffix for start, suffix in _OTHERS if data.startswith(start)), "")
