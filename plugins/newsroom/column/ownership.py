"""Which files outlive their release: those whose names change with their bytes, as long as all they belong to may be seen.

A reader who has a page open asks for the files it names, also when the next release is there already. Who makes such a file
says to what it belongs, each a short text: a story, or a photo of a story. Keeping the files is left to `desk/delivery`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..story.brief import Brief
from ..text.fingerprint import NAME, checksum
from .column import Column

_PART = "#"  # between a story's address and a photo of it; none stands in an address
Shown = Mapping[str, tuple[str, ...] | None]


def of_story(brief: Brief) -> str:
    """What belongs to a story: the address is its name, so what was at a former one belongs to nobody."""
    return brief.address


def of_photo(brief: Brief, file: str) -> str:
    """What belongs to one photo of a story. file: its name in the story's folder, which readers need not know."""
    return f"{brief.address}{_PART}{_named(file)}"


def of_all(column: Column, brief: Brief) -> tuple[str, ...]:
    """A story and every photo of it that may be seen."""
    uses, lapsed = column.photos.get(brief.source, ()), column.lapsed(brief.source)
    return (of_story(brief), *(of_photo(brief, use.file) for use in uses if use not in lapsed))


def shown(column: Column) -> Shown:
    """The stories and standing pages that readers may see, by address: None for a whole one; where the right to a photo has
    ended, the photos that may still be seen."""
    found: dict[str, tuple[str, ...] | None] = {}
    for brief in (*column.visible, *column.visible_pages):
        uses, lapsed = column.photos.get(brief.source, ()), column.lapsed(brief.source)
        left = {_named(use.file) for use in uses if use not in lapsed}
        found[brief.address] = tuple(sorted(left)) if lapsed else None
    return found


def may_stay(belongs_to: Iterable[str], shown: Shown) -> bool:
    """Whether readers may still have a file: all it belongs to is shown. Of a story that has lost the right to a photo, a former
    photo that it does not show any longer may be that very one under another name."""
    return all(_is_shown(one, shown) for one in belongs_to)


def _is_shown(one: str, shown: Shown) -> bool:
    story, _, photo = one.partition(_PART)
    if story not in shown:
        return False
    left = shown[story]
    return not photo or left is None or photo in left


def _named(file: str) -> str:
    return checksum(file.encode("utf-8", "surrogatepass"), NAME)
