"""Captions and credits that the files of pictures carry, taken where the text says none."""

from __future__ import annotations

from dataclasses import replace

from .draft import Draft, Photo


def take(draft: Draft) -> None:
    for at, photo in enumerate(draft.parts):
        if not isinstance(photo, Photo):
            continue
        caption, credit = photo.caption or photo.picture.caption, photo.credit or photo.picture.credit
        taken = [word for word, old in ((caption, photo.caption), (credit, photo.credit)) if word != old]
        if taken:
            draft.doubt("SB39", photo.place, {"file": photo.name, "words": "\u3000".join(taken)})
        draft.parts[at] = replace(photo, caption=caption, credit=credit)
