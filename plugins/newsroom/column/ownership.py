"""Decides which files outlive their release: content-hashed ones, as long as all their owners may be seen.

A reader who has a page open requests the files it names, even after the next release is out. The maker of such a file names
its owners, each a short string: a story, or a photo of a story. Keeping the files is left to `desk.delivery`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..story.brief import Brief
from ..text.fingerprint import NAME, checksum
from .column import Column

_PART = "#"  # between a story's address and a photo of it; never occurs in an address
Shown = Mapping[str, tuple[str, ...] | None]


def of_story(brief: Brief) -> str:
    """The owner name for a story: its address, so that files of a former address belong to nobody."""
    return brief.address


def of_photo(brief: Brief, file: str) -> str:
    """The owner name for one photo of a story. file: its name in the story's folder, hashed because readers need not know it."""
    return f"{brief.address}{_PART}{_named(file)}"


def of_all(column: Column, brief: Brief) -> tuple[str, ...]:
    """The owner names of a story and of every photo in it that may be seen."""
    uses, lapsed = column.photos.get(brief.source, ()), column.lapsed(brief.source)
    return (of_story(brief), *(of_photo(brief, use.file) for use in uses if use not in lapsed))


def shown(column: Column) -> Shown:
    """The stories and standing pages that readers may see, by address: None for a complete one; where the licence of a photo
    has expired, the photos that may still be seen."""
    shown: dict[str, tuple[str, ...] | None] = {}
    for brief in (*column.visible, *column.visible_pages):
        uses, lapsed = column.photos.get(brief.source, ()), column.lapsed(brief.source)
        left = {_named(use.file) for use in uses if use not in lapsed}
        shown[brief.address] = tuple(sorted(left)) if lapsed else None
    return shown


def may_stay(belongs_to: Iterable[str], shown: Shown) -> bool:
    """Whether readers may still have a file: all its owners are shown. In a story with an expired photo, a photo that is no
    longer shown may be the expired one under another name, so it may not stay."""
    return all(_is_shown(owner, shown) for owner in belongs_to)


def _is_shown(owner: str, shown: Shown) -> bool:
    story, _, photo = owner.partition(_PART)
    if story not in shown:
        return False
    left = shown[story]
    return not photo or left is None or photo in left


def _named(file: str) -> str:
    return checksum(file.encode("utf-8", "surrogatepass"), NAME)
