"""Prints a byline as one line in newspaper style, in pieces. Parsing it is left to `grammar`.

The grammar reads a line in house style back as the same people: the separators are chosen for that.
"""

from __future__ import annotations

from . import words
from .contributor import Byline, Contributor, Piece
from .tokens import one_line
from .words import DRAWING, PHOTO, TEXT, VIDEO

_Numbered = tuple[int, Contributor]
_Block = list[_Numbered]
_WORD_OF_WORK = {TEXT: "文", PHOTO: "图", DRAWING: "制图", VIDEO: "视频"}


def in_one_form(contributors: tuple[Contributor, ...]) -> tuple[Piece, ...]:
    """The contributors in house style: each name as a piece of its own, and the words between them."""
    printer = _Printer(_needs_no_crafts(contributors))
    for block in _blocks(contributors):
        printer.add(block)
    return tuple(printer.pieces)


def as_written(byline: Byline) -> tuple[Piece, ...]:
    """The written line without surrounding spaces, each name as a piece of its own; line breaks become spaces."""
    written = one_line(byline.written)
    pieces: list[Piece] = []
    read_to = len(written) - len(written.lstrip())
    for index, person in enumerate(byline.contributors):
        pieces += [Piece(written[read_to : person.start]), Piece(written[person.start : person.end], index)]
        read_to = person.end
    pieces.append(Piece(written[read_to:].rstrip()))
    return tuple(piece for piece in pieces if piece.text)


class _Printer:
    """Sets one block after another. Crafts follow names before the first desk label (张三 文) and precede them after it (文：张三)."""

    def __init__(self, is_silent: bool) -> None:
        self.pieces: list[Piece] = []
        self._is_silent = is_silent  # no craft needs to be printed: 本报记者 张三
        self._has_labels = False

    def add(self, block: _Block) -> None:
        if self.pieces:
            self._words(" ")
        first = block[0][1]
        if first.role in words.DESK_ROLES:
            self._add_desk(block)
        elif _is_picture_of_no_one(first):
            self._name(*block[0])
            self._words(first.craft)
        else:
            is_titled = self._has_labels and all(_title(person) and _is_usual(person) for _, person in block)
            self._words(f"{_craft(first)}：" if self._has_labels and not is_titled else "")
            self._add_people(block, "：" if is_titled else " ")
            self._words("" if self._has_labels or self._is_silent else f" {_craft(first)}")

    def _add_desk(self, block: _Block) -> None:
        self._has_labels = True
        first = block[0][1]
        self._words(_desk_label(first))
        for number, person in block:
            self._words("、" if person is not first else "")
            self._name(number, person)

    def _add_people(self, block: _Block, after_title: str) -> None:
        left: Contributor | None = None
        for number, person in block:
            if left:
                self._words(" " if words.is_plain(left.name) else "、")
            if left is None or _home(left) != _home(person):
                home = "".join(_home(person))
                self._words(home and home + after_title)
            self._name(number, person)
            left = person

    def _name(self, number: int, person: Contributor) -> None:
        self.pieces.append(Piece(person.name, number))
        self._words(person.note and f"（{person.note}）")

    def _words(self, text: str) -> None:
        if not text:
            return
        if self.pieces and self.pieces[-1].contributor is None:
            text = self.pieces.pop().text + text
        self.pieces.append(Piece(text))


def _blocks(contributors: tuple[Contributor, ...]) -> list[_Block]:
    """Groups neighbours who can share one craft word or one desk label."""
    blocks: list[_Block] = []
    for number, person in enumerate(contributors):
        if blocks and _share(blocks[-1][-1][1], person):
            blocks[-1].append((number, person))
        else:
            blocks.append([(number, person)])
    return blocks


def _share(left: Contributor, right: Contributor) -> bool:
    if any(_is_picture_of_no_one(person) or words.is_title_as_name(person.name) for person in (left, right)):
        return False
    if left.role in words.DESK_ROLES or right.role in words.DESK_ROLES:
        return (left.role, *_home(left)) == (right.role, *_home(right))
    if _craft(left) != _craft(right) or left.provided != right.provided:
        return False
    if _home(left) == _home(right):
        return True
    if not _title(right):
        return bool(right.org) and not _title(left)
    pictures_only = PHOTO in right.does and TEXT not in right.does
    return not (pictures_only and _photographs(right) and not _photographs(left))


def _home(person: Contributor) -> tuple[str, str, str]:
    return person.org, person.rank, _title(person)


def _title(person: Contributor) -> str:
    return person.title or words.TITLE_OF_ROLE.get(person.role, "")


def _craft(person: Contributor) -> str:
    if person.craft:
        return person.craft
    if person.provided or person.role == "provider":
        return "供图"
    if person.does == (PHOTO,) and not words.is_body(person.name):
        return "摄"
    return "/".join(_WORD_OF_WORK[work] for work in person.does) or "文"


def _desk_label(person: Contributor) -> str:
    if person.title in words.GLUED_SOURCES:
        return person.title if words.is_outlet(person.name) else f"{person.title} "
    return f"{_title(person)}：" + (person.org and f"{person.org} ")


def _is_picture_of_no_one(person: Contributor) -> bool:
    return person.craft == "发" or bool(words.STOCK.fullmatch(person.name) and not person.craft)


def _photographs(person: Contributor) -> bool:
    return "摄影" in person.rank or (person.role == "photographer" and bool(person.title))


def _needs_no_crafts(contributors: tuple[Contributor, ...]) -> bool:
    """Whether everybody before the desk did the default work for their role, and all of them form one block."""
    labels = (number for number, person in enumerate(contributors) if person.role in words.DESK_ROLES)
    people = contributors[: next(labels, len(contributors))]
    return all(map(_is_usual, people)) and len(_blocks(people)) == 1


def _is_usual(person: Contributor) -> bool:
    """Whether this is the work that the grammar assumes for a name without a craft."""
    return person.does == words.WORK_OF_ROLE.get(person.role, (TEXT,)) and not (person.craft or person.provided)
