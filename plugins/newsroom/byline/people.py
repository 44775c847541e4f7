"""Builds a contributor from a name, its role and its craft. Which role and craft apply is left to `grammar`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from . import words
from .contributor import Contributor
from .kinds import Desk, Identity, Stock, Token
from .words import DRAWING, PHOTO, TEXT, Craft


@dataclass(frozen=True, slots=True)
class Opened:
    """A name whose craft is not known yet, with the role and outlet that apply to it."""

    token: Token
    title: Identity | None
    org: str

    @property
    def photographs(self) -> bool:
        title = self.title
        return title is not None and ("摄影" in title.rank or words.IDENTITIES[title.text] == "photographer")


def first_photographer(opened: Sequence[Opened]) -> int:
    """The index of the first name after 摄影记者 or 摄影师; 0 if there is none."""
    return next((i for i, name in enumerate(opened) if name.photographs), 0)


def desk_contributor(token: Token, desk: Desk, org: str) -> Contributor:
    return Contributor(
        token.text, desk.role, org=org, note=token.note, start=token.start, end=token.end, title=desk.text
    )


def picture_of_no_one(token: Token) -> Contributor:
    role, craft = ("stock", "") if isinstance(token, Stock) else ("agency", "发")
    return Contributor(token.text, role, does=(PHOTO,), note=token.note, start=token.start, end=token.end, craft=craft)


def contributor(name: Opened, craft: Craft | None, unnamed_work: tuple[str, ...]) -> Contributor:
    """The contributor for `name` with this craft; unnamed_work: what people without a written craft did."""
    token, title = name.token, name.title
    titled_role = words.IDENTITIES[title.text] if title else ""
    does = craft.does if craft else words.WORK_OF_ROLE.get(titled_role, unnamed_work)
    provided = bool(craft and craft.provided)
    role = titled_role or _role_of_work(token.text, does, provided)
    printed = craft.printed if craft else ""
    return Contributor(
        token.text,
        role,
        org=name.org,
        rank=title.rank if title else "",
        does=does,
        provided=provided and bool(title),
        note=token.note,
        start=token.start,
        end=token.end,
        title=title.text if title else "",
        craft="图片" if printed and role == "stock" else printed,  # the web provides nothing: 网络 图片
    )


def _role_of_work(name: str, does: tuple[str, ...], provided: bool) -> str:
    """The role of someone without a written role, derived from the work: who took the photo is a photographer or agency."""
    if TEXT in does:
        return "author"
    if PHOTO in does:
        if name in words.NO_ONE:
            return "stock"
        if words.is_outlet(name) and (not provided or name in words.AGENCIES):
            return "agency"
        return "provider" if provided or words.is_body(name) else "photographer"
    if provided:
        return "provider"
    return "artist" if does[:1] == (DRAWING,) else "videographer"
