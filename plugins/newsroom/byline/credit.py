"""Parses the credit of a photo or drawing: a byline in which a bare name made the picture. Missing credits: see `story`."""

from __future__ import annotations

from .. import byline
from ..findings.catalogue import problem
from ..findings.problems import Place, Problem
from . import Byline, Contributor
from .words import DRAWING, PHOTO, VIDEO, is_body

_NAMES_NOBODY = ("BL02", "BL03", "BL05")
_PICTURES = frozenset({PHOTO, DRAWING, VIDEO})
_NOT_ON_ASSIGNMENT = frozenset({"provider", "agency", "stock"})


def parse_credit(text: str, place: Place) -> tuple[Byline, tuple[Problem, ...]]:
    """The credit in `text`, which begins at `place`: 张三 摄, 新华社发, 制图 本专栏, 资料图片, 张三.

    A name without a craft took the photo. Error CR01: the credit names nobody; CR02: nobody in it made a picture.
    """
    credit, problems = byline.parse(text, place, unnamed_work=(PHOTO,))
    whole = place.within(0, len(text))
    if not credit.contributors:
        kept = tuple(finding for finding in problems if finding.code not in _NAMES_NOBODY)
        is_unread = any(finding.code == "BL01" for finding in kept)
        return credit, kept if is_unread else (*kept, problem("CR01", whole, {"words": text.strip()}))
    if not any(map(_made_picture, credit.contributors)):
        problems = (*problems, problem("CR02", whole, {"words": text.strip()}))
    return credit, problems


def names_in(text: str) -> frozenset[str]:
    """The names in the credit `text`, regardless of its form and order."""
    return frozenset(person.name for person in parse_credit(text, Place(""))[0].contributors)


def _made_picture(person: Contributor) -> bool:
    return person.role == "source" or not _PICTURES.isdisjoint(person.does)


def from_byline(line: Byline) -> str:
    """The credit for photos that have none of their own: 冉红政 姜璞 摄; "" if it is not certain who took them.

    Not certain: nobody photographed, the line has doubts, or a picture was provided by others or is an agency's.
    """
    people = line.photographers
    if line.doubts or not people or not all(map(_is_on_assignment, people)):
        return ""
    names = (Contributor(person.name, "photographer", does=(PHOTO,), craft="摄") for person in people)
    return byline.render(Byline("", tuple(names)))


def _is_on_assignment(person: Contributor) -> bool:
    return not (person.provided or person.role in _NOT_ON_ASSIGNMENT or is_body(person.name))
