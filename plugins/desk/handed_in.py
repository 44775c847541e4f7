"""Photos handed in with a new story: captions and credits from their metadata are written into the text for the editor to check.

Pixels are not touched. Reading captions and credits from file names is left to `file_words`.
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
_NOBODY = "　摄"  # after the blank for a name


@dataclass(frozen=True, slots=True)
class Delivered:
    """One photo. name: its new file name in the story's folder; caption, credit: from its metadata and old file name, or ""."""

    file: Path
    name: str
    caption: str
    credit: str
    is_generated: bool

    @property
    def line(self) -> str:
        """The Markdown line that shows it."""
        return f'![{self.caption}]({self.name} "{self.credit or _NOBODY}")'


def receive(paths: Iterable[Path]) -> tuple[Delivered, ...]:
    """The photos in the given order, those of a folder sorted by name. Raises Refusal for one that could not be published."""
    files = [file for path in paths for file in (_photos_in(path) if path.is_dir() else (path,))]
    return tuple(_received(file, number) for number, file in enumerate(files, start=1))


def head_of(photos: Iterable[Delivered]) -> str:
    """Their lines for the story's head, "" when none is needed."""
    marked = [f"  {photo.name}:\n    AI生成: 是\n" for photo in photos if photo.is_generated]
    return "图片:\n" + "".join(marked) if marked else ""


def body_of(photos: Sequence[Delivered]) -> str:
    """Their Markdown for the story's body. Those without a credit go into a comment: as photos they would be errors."""
    signed = "".join(f"{photo.line}\n\n" for photo in photos if photo.credit)
    unsigned = "\n\n".join(photo.line for photo in photos if not photo.credit)
    return signed + (_UNSIGNED.format(lines=unsigned) if unsigned else "")


def tally_of(photos: Sequence[Delivered]) -> str:
    """How many photos there are, and for how many a caption or credit was found: one line, "" when there are none."""
    if not photos:
        return ""
    fields = (("说明", "caption"), ("署名", "credit"), ("AI 生成标识", "is_generated"))
    numbers = "，".join(f"有{what}的 {sum(bool(getattr(photo, key)) for photo in photos)} 张" for what, key in fields)
    return f"照片 {len(photos)} 张：{numbers}。说明和署名是从文件里和文件名上读来的，请核对。"


def store(photos: Iterable[Delivered], folder: Path) -> None:
    """Copy the original files. Raises OSError."""
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
    return _described(original, f"{number:02}{original.kind.suffixes[0]}")


def _described(original: Original, name: str) -> Delivered:
    from plugins.photos.embedded import words_in  # noqa: PLC0415  as above

    words = words_in(original)
    caption, named = said_by(original.path.stem)
    inside = credit_at_end(words.caption)
    shown, behind = (inside.rest, inside.credit) if inside and inside.is_sure else (words.caption, "")
    caption = _joined(caption, shown)
    credits = [
        credit
        for credit in (words.credit, behind, named)
        if credit and not has_errors(parse_credit(credit, Place(name))[1])
    ]
    if len({names_in(credit) for credit in credits}) > 1:  # only an editor knows which one is right
        caption, credits = f"{caption}（署名是{'还是'.join(credits)}？）", []
    return Delivered(original.path, name, caption, credits[0] if credits else "", original.is_labelled)


def _joined(name: str, caption: str) -> str:
    """The caption from the file name and the one from metadata, without repetition."""
    if name in caption or caption in name:
        return max(name, caption, key=len)
    return f"{name}　{caption}"
