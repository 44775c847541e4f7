"""What stands beside a mark: Han, full-width marks, letters or digits. What is wrong with the mark is left to the rules."""

from __future__ import annotations

from dataclasses import dataclass

from ..text.patterns import Pattern
from ..text.typography import HAN

HAN_LIKE = HAN + r"\u2e80-\u2fdf\U0002f800-\U0002fa1f"  # with the radicals that stand for Han in copied text
FULL_MARKS = r"，。、；：！？（）《》〈〉【】〔〕「」『』…"
PERCENT = "%‰℃％"
_HAN = Pattern(f"[{HAN_LIKE}]")
_WIDE = Pattern(f"[{HAN_LIKE}{FULL_MARKS}]")
INVISIBLE = (
    r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    r"\ufff9-\ufffb"
)
_PASSED_OVER = Pattern(rf"[\"'“”‘’()\[\]!?{INVISIBLE}]")
_NEAR = 12  # characters within which Han tells that a passage is Chinese


@dataclass(frozen=True, slots=True)
class Beside:
    """The nearest characters on either side of a mark that are neither quotes nor half-width brackets, "\\n" at the edge of a
    passage; touches: whether nothing was passed over."""

    left: str
    right: str
    touches: bool

    @property
    def is_wide(self) -> bool:
        return is_wide(self.left) or is_wide(self.right)


def is_han(character: str) -> bool:
    return bool(_HAN.match(character))


def is_wide(character: str) -> bool:
    """Whether a character is Han or a mark of full width that only Chinese text has."""
    return bool(_WIDE.match(character))


def is_letter(character: str) -> bool:
    """Whether a character is a letter or digit of a Latin run, or hidden from the rules as an address is."""
    return (character.isascii() and character.isalnum()) or character == "\ufffc"


def beside(text: str, start: int, end: int) -> Beside:
    """What stands beside text[start:end]; one blank after it is passed over."""
    after = end + (text[end : end + 1] == " ")
    left = _first_seen(text, range(start - 1, max(-1, start - 1 - _NEAR), -1))
    right = _first_seen(text, range(after, min(len(text), after + _NEAR)))
    return Beside(_at(text, left), _at(text, right), touches=(left, right) == (start - 1, after))


def _first_seen(text: str, places: range) -> int:
    """The first of the places that is not passed over, the next one if there is none."""
    return next((place for place in places if not _PASSED_OVER.match(text[place])), places.stop)


def _at(text: str, place: int) -> str:
    return text[place] if 0 <= place < len(text) else "\n"


def is_near_han(text: str, start: int, end: int) -> bool:
    """Whether there is Han close to text[start:end], within its passage."""
    before = text[max(0, start - _NEAR) : start].rpartition("\n")[2]
    after = text[end : end + _NEAR].partition("\n")[0]
    return bool(_HAN.search(before) or _HAN.search(after))
