"""Photos handed in with a new story: what their files say is written down for the editor to check. No pixel is touched.

What a file is called may say something too, which is left to `file_words`.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.newsroom.byline.caption import credit_at_end
from plugins.newsroom.byline.credit import names_in, parse_credit
from plugins.newsroom.column.content_files import PHOTO_SUFFIXES, is_passed_over
from plugins.newsroom.findings.problems import Place, has_errors
from plugins.newsroom.findings.refusals import Refusal
from plugins.photos.original import Fault, Original
from plugins.photos.recipe import STANDARD

from .file_words import said_by

_UNSIGNED = """\
<!-- 下面的照片，文件里没有作者信息。请写明署名，再移到这段说明外面：

{lines} -->

"""
_NOBODY = "　摄"  # after the place for a name


@dataclass(frozen=True, slots=True)
class Delivered:
    """One photo. name: what it will be called in the story's folder; caption, credit: what its file says, and what it was
    called, or ""."""

    file: Path
    name: str
    caption: str
    credit: str
    is_generated: bool

    @property
    def line(self) -> str:
        """How the story shows it."""
        return f'![{self.caption}]({self.name} "{self.credit or _NOBODY}")'


def receive(paths: Iterable[Path]) -> tuple[Delivered, ...]:
    """The photos in the order in which they were named, those of a folder by name. Raises Refusal for one that could
    not be published."""
    files = [file for path in paths for file in (_photos_in(path) if path.is_dir() else (path,))]
    return tuple(_received(file, number) for number, file in enumerate(files, start=1))


def head_of(photos: Iterable[Delivered]) -> str:
    """What the story's head must say of them: lines, or "" when there is nothing to say."""
    marked = [f"  {photo.name}:\n    AI生成: 是\n" for photo in photos if photo.is_generated]
    return "图片:\n" + "".join(marked) if marked else ""


def body_of(photos: Sequence[Delivered]) -> str:
    """How the story's body shows them. Those without a credit stand in a remark: as photos they would be errors."""
    signed = "".join(f"{photo.line}\n\n" for photo in photos if photo.credit)
    unsigned = "\n\n".join(photo.line for photo in photos if not photo.credit)
    return signed + (_UNSIGNED.format(lines=unsigned) if unsigned else "")


def tally_of(photos: Sequence[Delivered]) -> str:
    """How many photos there are, and of how many something is known: one line, "" when there are none."""
    if not photos:
        return ""
    told = (("说明", "caption"), ("署名", "credit"), ("AI 生成标识", "is_generated"))
    numbers = "，".join(f"有{what}的 {sum(bool(getattr(photo, key)) for photo in photos)} 张" for what, key in told)
    return f"照片 {len(photos)} 张：{numbers}。说明和署名是从文件里和文件名上读来的，请核对。"


def store(photos: Iterable[Delivered], folder: Path) -> None:
    """Copy them, as the camera made them. Raises OSError."""
    for photo in photos:
        shutil.copyfile(photo.file, folder / photo.name)


def _photos_in(folder: Path) -> list[Path]:
    absent = next((file for file in sorted(folder.iterdir()) if file.suffix == ".icloud"), None)
    if absent:
        raise Refusal.of("TK37", name=absent.stem.lstrip("."))
    found = [file for file in sorted(folder.iterdir()) if file.suffix.lower() in PHOTO_SUFFIXES]
    return [file for file in found if not is_passed_over(file.name)]


def _received(file: Path, number: int) -> Delivered:
    if not file.is_file():
        raise Refusal.of("TK38", file=file)
    from plugins.photos.inspect import examine  # noqa: PLC0415  Pillow is loaded for a story with photos only

    original = examine(file, STANDARD.limits)
    if isinstance(original, Fault):
        raise Refusal([original.at(Place(file.name), file.name)])
    return _as_it_says(original, f"{number:02}{original.kind.suffixes[0]}")


def _as_it_says(original: Original, name: str) -> Delivered:
    from plugins.photos.embedded import words_in  # noqa: PLC0415  as above

    words = words_in(original)
    caption, named = said_by(original.path.stem)
    told = credit_at_end(words.caption)
    shown, behind = (told.rest, told.credit) if told and told.is_sure else (words.caption, "")
    caption = _joined(caption, shown)
    said = [
        credit
        for credit in (words.credit, behind, named)
        if credit and not has_errors(parse_credit(credit, Place(name))[1])
    ]
    if len({names_in(credit) for credit in said}) > 1:  # which of the two, only an editor knows
        caption, said = f"{caption}（署名是{'还是'.join(said)}？）", []
    return Delivered(original.path, name, caption, said[0] if said else "", original.is_labelled)


def _joined(name: str, caption: str) -> str:
    """What a file was called and what it says it shows, once each."""
    if name in caption or caption in name:
        return max(name, caption, key=len)
    return f"{name}　{caption}"
