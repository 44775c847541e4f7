"""Corrects photos that are written almost right: gives the body as the editor meant it, and the findings about it.

Two kinds of slips are understood: a mark with other brackets, quotes or slashes than Markdown's (`photo_forms`), and a
credit in the caption or on a line next to the photo instead of in the quotes. The page is made from the corrected body, so
it shows what `check --fix` will write.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..byline.caption import CaptionCredit, Certainty, credit_at_end
from ..byline.credit import names_in
from ..findings.problems import Edit, Problem
from . import beside, photo_marks
from .beside import Line
from .correcting import Copy, Corrected
from .photo_forms import Photo, photo_of

_ROUNDS = 4  # one fix may reveal the next, as in `check --fix`


@dataclass(frozen=True, slots=True)
class Slip:
    """A finding about [start, end) of the body; edits: its fix, in offsets of the body, if it is certain."""

    code: str
    start: int
    end: int
    values: Mapping[str, object]
    edits: tuple[Edit, ...] = ()


def corrected(copy: Copy, known: Collection[str] = ()) -> tuple[Copy, dict[Problem, None]]:
    """The corrected body, and the findings about it. known: names of people known to sign."""
    findings: dict[Problem, None] = {}
    for _ in range(_ROUNDS):
        correction = correct(copy.text, known)
        if correction is None:
            break
        step, slips = correction
        findings |= dict.fromkeys(copy.problem(s.code, s.start, s.end, s.values, s.edits) for s in slips)
        if step.text == copy.text:
            break
        copy = copy.after(step)
    return copy, findings


def correct(body: str, known: Collection[str] = ()) -> tuple[Corrected, tuple[Slip, ...]] | None:
    """The corrected body and its slips; None when there are none. known: names of people known to sign."""
    photos = [photo for mark in photo_marks.find(body) if (photo := photo_of(mark, body, known))]
    marks = [photo.mark for photo in photos]
    nearly = photo_marks.nearly(body, marks)
    others = body.count("![") - len(marks)  # possibly reference-style photos
    if not (photos or nearly or others):
        return None
    reader = _Reader(body, known, [Slip("BD04", start, end, {}) for start, end in nearly])
    for photo in photos:
        reader.settle_caption(photo)
    reader.settle_lines(photos)
    if others > 0 or _lack(photos):
        reader.report_lone_credits(photos)
    for photo in photos:
        reader.write(photo)
    return (Corrected(body, reader.edits), tuple(reader.slips)) if reader.slips else None


@dataclass(slots=True)
class _Reader:
    """Determines who made the photos of one body. Results: slips, and the edits that correct the body."""

    body: str
    known: Collection[str]
    slips: list[Slip]
    edits: list[Edit] = field(default_factory=list)
    settled: set[int] = field(default_factory=set)  # starts of lines that were settled
    moved: dict[int, list[Slip]] = field(default_factory=dict)  # by the start of the photo they are fixed with

    def settle_caption(self, photo: Photo) -> None:
        """Move a credit at the end of the photo's caption to its place."""
        mark = photo.mark
        ending = credit_at_end(mark.caption, self.known)
        if ending is None:
            return
        start, end = mark.caption_at + ending.start, mark.caption_at + ending.end
        if not ending.is_sure:
            if not photo.credit:
                self._doubt(ending, start, end, photo)
        elif not photo.credit or ending.names <= names_in(photo.credit):  # else `story.photos` reports it
            self._move(photo, "CR24" if photo.credit else "CR20", "图片说明", ending, (start, end))
            photo.caption, photo.credit = ending.rest, photo.credit or ending.credit
            photo.cut.append(Edit(start, end, ""))

    def settle_lines(self, photos: Sequence[Photo]) -> None:
        """Move the credits in lines next to photos to the photos."""
        free_from = 0  # lines before this offset belong to earlier photos
        for first, last in beside.groups(self.body, [photo.mark for photo in photos]):
            group = photos[first:last]
            end = photos[last].mark.start if last < len(photos) else len(self.body)
            has_captions = all(photo.caption.strip() for photo in group)
            below = list(self._lines_below(group[-1].mark.end, end, has_captions))
            above = None
            if _lack(group):
                start = group[0].mark.start
                above = beside.before(self.body, free_from, start, self.known, stands_alone=has_captions)
            if above and below and below[0].told.is_sure:
                values = {"one": above.told.credit, "other": below[0].told.credit}
                self.slips.append(Slip("CR25", above.start, above.end, values))
            else:
                for line in below or filter(None, [above]):
                    self._give(group, line)
            self.settled |= {line.start for line in (above, *below) if line}
            free_from = below[-1].end if below else group[-1].mark.end

    def _lines_below(self, start: int, end: int, has_captions: bool) -> Iterator[Line]:
        """The line between `start` and `end` that credits the photo above, and the following ones while each is only a credit."""
        while line := beside.after(self.body, start, end, self.known, stands_alone=has_captions):
            yield line
            if not (line.told.is_sure and line.told.start == 0):
                return
            start = line.end

    def _give(self, group: Sequence[Photo], line: Line) -> None:
        """Move a line's credit to the photos without one; where all have one, it must be the same."""
        ending, lacking = line.told, [photo for photo in group if not photo.credit]
        if not ending.is_sure:
            if lacking:
                self._doubt(ending, line.start, line.end, lacking[0])
            return
        written = frozenset(name for photo in group for name in names_in(photo.credit))
        if not lacking and not ending.names <= written:
            values = {"file": group[0].file, "credit": group[0].credit, "other": ending.credit}
            self.slips.append(Slip("CR23", line.start, line.end, values))
            return
        cut = Edit(line.cut_from, line.cut_to, "")
        self.edits.append(cut)
        for photo in lacking or group[:1]:
            code = "CR20" if lacking else "CR24"
            self._move(photo, code, "照片旁边", ending, (line.start, line.end), cut)
            photo.credit = photo.credit or ending.credit

    def report_lone_credits(self, photos: Sequence[Photo]) -> None:
        """Report lines that are credits but are not next to a photo: readers would still relate them to one."""
        inside = iter(sorted((photo.mark.start, photo.mark.end) for photo in photos))
        mark = next(inside, None)
        for start, end, ending in beside.lone_credits(self.body, self.known):
            while mark and mark[1] <= start:
                mark = next(inside, None)
            if start not in self.settled and not (mark and mark[0] < end):
                self.slips.append(Slip("CR27", start, end, {"credit": ending.credit}))

    # -- findings --------------------------------------------------------------------------------------------------

    def _move(
        self, photo: Photo, code: str, where: str, ending: CaptionCredit, span: tuple[int, int], cut: Edit | None = None
    ) -> None:
        """Add a finding that is fixed together with its photo."""
        values = {"credit": ending.credit, "where": where}
        slip = Slip(code, *span, values, (cut,) if cut else ())
        self.moved.setdefault(photo.mark.start, []).append(slip)

    def _doubt(self, ending: CaptionCredit, start: int, end: int, photo: Photo) -> None:
        code = "CR21" if ending.certainty is Certainty.UNCLEAR else "CR22"
        self.slips.append(Slip(code, start, end, {"words": self.body[start:end].strip(), "file": photo.file}))

    def write(self, photo: Photo) -> None:
        """Add the edits that correct the mark, and the findings about it."""
        mark, edits = photo.mark, photo.all_edits(self.body)
        moved = self.moved.get(mark.start, ())
        if photo.file != mark.file:
            values = {"written": mark.file, "file": photo.file}
            edit = Edit(mark.file_at, mark.tail_at, photo.file)
            self.slips.append(Slip("BD51", mark.file_at, mark.tail_at, values, () if mark.is_wiki else (edit,)))
        if photo.code:
            start, end = self._marked(photo)
            values = {"right": photo.written, "words": mark.credit, "file": photo.file}
            self.slips.append(Slip(photo.code, start, end, values, edits if photo.is_certain else ()))
        for slip in moved:
            together = tuple(sorted({*slip.edits, *edits})) if photo.is_certain else ()
            self.slips.append(Slip(slip.code, slip.start, slip.end, slip.values, together))
        if photo.code or moved or photo.file != mark.file:
            self.edits += edits

    def _marked(self, photo: Photo) -> tuple[int, int]:
        """The range of a finding about the form of a mark: the credit, when it is about that, else the whole mark."""
        mark = photo.mark
        if photo.code == "BD50" or not mark.credit:
            return mark.start, mark.end
        start = self.body.index(mark.credit, mark.tail_at)
        return start, start + len(mark.credit)


def _lack(photos: Sequence[Photo]) -> bool:
    return any(not photo.credit for photo in photos)
