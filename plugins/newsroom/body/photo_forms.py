"""Works out the correct form of a photo mark, part by part, with its edits and finding. Its credit is settled in `slips`."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from ..byline.caption import credit_at_end
from ..findings.problems import Edit
from ..text.filenames import as_path
from .photo_marks import PhotoMark

_QUOTES = "“”‘’＂＇„‟〝〞「」『』\"'"


@dataclass(slots=True)
class Photo:
    """A photo being corrected: the mark as written, its caption and credit as they should be.

    file: its name as Markdown needs it; edits: changes to the mark except its end; cut: what is removed from the caption;
    code: of the finding about its form, "" for none; is_certain: whether it may be fixed automatically.
    """

    mark: PhotoMark
    caption: str
    credit: str
    file: str
    code: str = ""
    is_certain: bool = True
    edits: list[Edit] = field(default_factory=list)
    cut: list[Edit] = field(default_factory=list)

    @property
    def written(self) -> str:
        """The whole mark as it should be."""
        return f"![{self.caption.strip()}]({self.file}" + (f' "{self.credit}")' if self.credit else ")")

    def all_edits(self, body: str) -> tuple[Edit, ...]:
        """All edits that bring the mark into its correct form."""
        if self.mark.is_wiki:
            return (Edit(self.mark.start, self.mark.end, self.written),)
        edits = [*self.edits, *self.cut]
        if self.credit != self.mark.credit or not self.mark.is_right_tail:
            angle = ">" if body[self.mark.tail_at : self.mark.tail_at + 1] == ">" else ""
            quoted = f' "{self.credit}"' if self.credit else ""
            edits.append(Edit(self.mark.tail_at, self.mark.end, f"{angle}{quoted})"))
        return tuple(sorted(edits))


def photo_of(mark: PhotoMark, body: str, known: Collection[str]) -> Photo | None:
    """The photo meant by a mark, or None where it is uncertain that one is meant."""
    photo = Photo(mark, mark.caption, mark.credit, as_path(mark.file))
    if mark.is_wiki:
        photo.code = "BD50"
        return photo
    if not mark.has_sign:
        if not _is_credit(mark.credit, known):
            return None
        photo.edits.append(Edit(mark.start, mark.start, "!"))
    elif not _read_brackets(photo, body):
        return None
    if photo.file != mark.file:
        photo.edits.append(Edit(mark.file_at, mark.tail_at, photo.file))
    photo.code = "BD50" if any(edit.start != mark.file_at for edit in photo.edits) else ""
    if not mark.is_right_tail:
        _read_end(photo, body, known)
    return photo


def _is_credit(credit: str, known: Collection[str]) -> bool:
    ending = credit_at_end(credit, known, stands_alone=True)
    return ending is not None and ending.is_sure and ending.start == 0


def _read_brackets(photo: Photo, body: str) -> bool:
    """Add the edits to the brackets; False for 真好！[…](01.jpg), where the ！ may belong to the sentence before."""
    mark = photo.mark
    opening, turn = body[mark.start : mark.caption_at], body[mark.turn_at : mark.file_at]
    line = body[body.rfind("\n", 0, mark.start) + 1 : mark.start]
    if opening[0] == "！" and line.strip("> \t\u3000)）"):
        return False
    if opening != "![":
        photo.edits.append(Edit(mark.start, mark.caption_at, "!["))
    if not turn.startswith("](") or turn[2:].strip(" \t<"):
        photo.edits.append(Edit(mark.turn_at, mark.file_at, "]("))
    return True


def _read_end(photo: Photo, body: str, known: Collection[str]) -> None:
    """Judge what follows the file: a credit in other quotes than Markdown's, in only one, in none."""
    mark = photo.mark
    written = body[mark.tail_at : mark.end]
    has_quotes = any(quote in written for quote in _QUOTES)
    if mark.credit and not has_quotes and not _is_credit(mark.credit, known):
        photo.code, photo.is_certain = "BD52", False
    elif not photo.code:
        are_other_quotes = mark.is_quoted and written.endswith(")") and not {",", "，"} & set(written)
        photo.code = "BD05" if are_other_quotes else "BD50"
