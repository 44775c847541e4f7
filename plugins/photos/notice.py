"""The metadata embedded in every published copy of a photo: creators, credit, caption, licence, AI labels.

Serialising it is left to `xmp` and `iim`, embedding it to `imprint`.
"""

from __future__ import annotations

from dataclasses import dataclass

from plugins.newsroom.media.photo import PhotoUse

from .labels import IS, certainty
from .original import Original

AI = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
_NOT_MAKERS = frozenset({"stock", "provider"})
_LONGEST_CAPTION = 2000  # characters: a JPEG segment is limited to 64 KB


@dataclass(frozen=True, slots=True)
class Notice:
    """The words as printed on the page, "" where missing. terms: 许可; source_type: IPTC digital source type, a URL; aigc: the
    GB 45438-2025 label of the original, JSON, verbatim; creators: who made the picture, empty where the credit only names who
    provided it."""

    caption: str
    credit: str
    terms: str = ""
    source_type: str = ""
    aigc: str = ""
    creators: tuple[str, ...] = ()

    @property
    def fingerprint(self) -> str:
        return repr((self.caption, self.credit, self.terms, self.source_type, self.aigc))

    @property
    def is_generated(self) -> bool:
        """Whether the picture is AI-generated, according to the editor or the file."""
        return bool(self.source_type) or certainty(self.aigc) == IS


def notice_of(use: PhotoUse, original: Original) -> Notice:
    """The notice for copies of `original` as shown by `use`. A label of the original is never removed."""
    source_type = original.source_type or (AI if use.ai_generated else "")
    creators = (maker.name for maker in use.credited.makers if not (maker.provided or maker.role in _NOT_MAKERS))
    return Notice(use.caption[:_LONGEST_CAPTION], use.credit, use.licence, source_type, original.aigc, tuple(creators))
