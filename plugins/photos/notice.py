"""What every published copy of a photo says of itself: who made it, how it is credited, what it shows, whether a machine drew it.

In which form a file carries it is left to `xmp` and `iim`, putting it there to `imprint`.
"""

from __future__ import annotations

from dataclasses import dataclass

from plugins.newsroom.media.photo import PhotoUse

from .labels import IS, certainty
from .original import Original

AI = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
_NOT_MAKERS = frozenset({"stock", "provider"})
_LONGEST_CAPTION = 2000  # characters: a JPEG segment holds 64 KB


@dataclass(frozen=True, slots=True)
class Notice:
    """The words as the page prints them, "" where there are none. terms: 许可; source_type: IPTC digital source type, an
    address; aigc: the label of GB 45438-2025 that the original carried, JSON, to the letter; creators: who made the picture, nobody
    where the credit only names who handed it in."""

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
        """Whether a machine drew the picture, for all that the editor and the file say."""
        return bool(self.source_type) or certainty(self.aigc) == IS


def notice_of(use: PhotoUse, original: Original) -> Notice:
    """What the copies of `original` say where `use` shows it. A label the original carries is never taken off."""
    source_type = original.source_type or (AI if use.ai_generated else "")
    creators = (one.name for one in use.credited.makers if not (one.provided or one.role in _NOT_MAKERS))
    return Notice(use.caption[:_LONGEST_CAPTION], use.credit, use.licence, source_type, original.aigc, tuple(creators))
