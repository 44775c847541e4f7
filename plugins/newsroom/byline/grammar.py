"""The byline parser: a small state machine over tokens. Making the tokens is left to `tokens`.

The rules: a role applies to the names after it until the next role or craft; a craft after names applies to every name
since the last craft; a craft before names applies until the next craft; an outlet applies to the names after it;
names without a craft wrote the text (in a credit: made the picture).
"""

from __future__ import annotations

from collections.abc import Sequence

from . import words
from .contributor import Contributor
from .kinds import Body, Desk, Finding, Identity, Name, Stock, Token, Unread, Wire, Work
from .people import Opened, contributor, desk_contributor, first_photographer, picture_of_no_one
from .words import PHOTO, TEXT, VIDEO, Craft

_STARTS_NAMES = (Name, Body, Identity, Stock, Unread)


class Reader:
    """Parses the tokens of one line in a single pass from left to right. Results: contributors, findings."""

    def __init__(self, tokens: Sequence[Token], unnamed_work: tuple[str, ...] = (TEXT,)) -> None:
        self.contributors: list[Contributor] = []
        self.findings: list[Finding] = []
        self._tokens = tokens
        self._unnamed_work = unnamed_work  # what a name without a craft did
        self._opened: list[Opened] = []
        self._bodies: list[Body] = []  # outlets read; not yet clear whether they are names or the next name's outlet
        self._title: Identity | None = None
        self._title_start = 0
        self._title_is_used = False
        self._org = ""
        self._lead: Work | None = None  # a craft that comes before its names
        self._desk: Desk | None = None
        self._desk_is_used = False
        self._is_excused = False  # an unread token may be the name that seems to be missing

    def read(self) -> None:
        for at, token in enumerate(self._tokens):
            self._read(at, token)
        self._end_all()

    def _read(self, at: int, token: Token) -> None:
        if isinstance(token, Name):
            self._read_name(token)
        elif isinstance(token, Body):
            self._read_body(token)
        elif isinstance(token, Work):
            self._read_craft(at, token)
        elif isinstance(token, Identity):
            self._read_title(token)
        elif isinstance(token, Desk):
            self._read_desk(token)
        elif isinstance(token, (Stock, Wire)):
            self._read_picture_of_no_one(token)
        else:
            self._read_unread(token)

    # -- names and outlets -----------------------------------------------------------------------------------------

    def _read_name(self, token: Name) -> None:
        if self._bodies and token.follows_comma:
            self._bodies_are_names()
        elif self._bodies:
            self._org = self._bodies_as_org(self._org if self._title and not self._title_is_used else "")
        if self._desk and self._desk.role == "source" and not token.follows_comma:
            self._end_desk()
        self._add(token, self._org, self._title)

    def _read_body(self, token: Body) -> None:
        stands_alone = words.is_title_as_name(token.text)
        if stands_alone and (self._desk_is_used or self._bodies) and not token.follows_comma:
            self._bodies_are_names()
            self._end_desk()
        if self._desk and self._desk.role == "source":
            self._add(token, "", None)
            return
        if self._bodies and (token.follows_comma or stands_alone):
            self._bodies_are_names()
        self._bodies.append(token)
        if stands_alone:
            self._bodies_are_names()

    def _bodies_are_names(self) -> None:
        bodies, self._bodies = self._bodies, []
        for token in bodies:
            title = None if words.is_title_as_name(token.text) else self._title
            self._add(token, self._org if title else "", title)

    def _bodies_as_org(self, first: str = "", last: str = "") -> str:
        bodies, self._bodies = self._bodies, []
        for body in bodies:
            if body.note:
                self._find("BL01", body.start, body.end + len(body.after.rstrip()))
        return " ".join(filter(None, [first, *(body.text for body in bodies), last]))

    def _add(self, token: Token, org: str, title: Identity | None) -> None:
        if self._desk:
            self._desk_is_used = True
            self.contributors.append(desk_contributor(token, self._desk, org))
        else:
            self._title_is_used = self._title_is_used or title is not None
            self._opened.append(Opened(token, title, org))

    def _read_unread(self, token: Token) -> None:
        start = self._bodies[0].start if self._bodies else token.start
        if self._desk and not self._desk_is_used and self._desk.text not in words.DESK:
            start = (
                self._desk.start
            )  # 今日编辑: recognised only by its ending, and belongs to a name that cannot be read
        elif self._title and not self._title_is_used and self._org:
            start = self._title_start
        self._bodies = []
        self._is_excused = True
        self._find("BL01", start, token.end)

    # -- roles -----------------------------------------------------------------------------------------------------

    def _read_title(self, token: Identity) -> None:
        starts_label = token.has_colon and bool(self._lead or self._desk)
        if self._bodies and (token.follows_comma or starts_label or self._is_on_desk(self._bodies[0])):
            self._bodies_are_names()
        start = self._bodies[0].start if self._bodies else token.start
        org = self._bodies_as_org(last=token.org)
        self._end_desk()
        self._end_title()
        if self._lead and self._opened and token.has_colon:
            self._close(self._lead.craft)
        self._title, self._title_start, self._title_is_used, self._org = token, start, False, org
        self._is_excused = False

    def _end_title(self) -> None:
        if self._title and not self._title_is_used:
            self._miss("BL02", self._title_start, self._title.end)
        self._title, self._org = None, ""

    def _read_desk(self, token: Desk) -> None:
        self._end_all()
        self._desk, self._desk_is_used = token, False

    def _is_on_desk(self, body: Body) -> bool:
        """Whether `body` is a name under the desk label: 编辑：区委宣传部, or 编辑：张三、区委宣传部."""
        return self._desk is not None and (not self._desk_is_used or body.follows_comma)

    def _end_desk(self) -> None:
        if self._desk and not self._desk_is_used:
            self._miss("BL02", self._desk.start, self._desk.end)
        if self._desk:
            self._desk, self._org = None, ""

    # -- crafts ----------------------------------------------------------------------------------------------------

    def _read_craft(self, at: int, token: Work) -> None:
        self._bodies_are_names()
        self._end_desk()
        has_names_after = self._has_names_after(at)
        if self._lead and self._opened:
            self._read_craft_after_lead(self._lead, token, has_names_after)
        elif self._opened and not (has_names_after and _must_lead(token)):
            self._read_craft_after_names(at, token)
        elif has_names_after:
            self._start_lead(token)
        elif self._title and not self._title_is_used:
            self._end_title()
        else:
            self._miss("BL03", token.start, token.end)
        self._is_excused = False

    def _read_craft_after_names(self, at: int, token: Work) -> None:
        if self._is_open_to_both_sides(at, token):
            self._find("BL06", token.start, token.end)
        if token.text == "提供" and self._is_byline:
            self._find("BL10", token.start, token.end)
        self._close(token.craft)
        self._end_title()

    def _read_craft_after_lead(self, lead: Work, token: Work, has_names_after: bool) -> None:
        same = _combined(lead, token)
        is_framed = lead.leads and token.craft.provided
        is_next_lead = has_names_after and (token.leads or token.is_tied_right or not token.is_tied_left)
        if is_next_lead and not (same and is_framed):
            self._start_lead(token)
            return
        if not same:
            self._find("BL06", token.start, token.end)
        self._close(same or lead.craft)
        self._end_title()

    def _start_lead(self, token: Work) -> None:
        if self._lead and not self._opened:
            self._miss("BL03", self._lead.start, self._lead.end)
        self._close(self._lead.craft if self._lead else None)
        self._end_title()
        self._lead = token

    def _has_names_after(self, at: int) -> bool:
        return at + 1 < len(self._tokens) and isinstance(self._tokens[at + 1], _STARTS_NAMES)

    def _is_open_to_both_sides(self, at: int, token: Work) -> bool:
        """Whether a craft may belong to either side: 记者 张三 摄影 李四. Unambiguous: 文, 廖谦/图, and 摄 before a role."""
        if token.craft.does == (TEXT,) or (token.is_tied_left and not token.is_tied_right):
            return False
        if not self._is_followed_by_idle_names(at):
            return False
        begins_with_role = isinstance(self._tokens[at + 1], Identity)
        return not (begins_with_role and token.craft.printed in words.TRAILING_CRAFTS)

    def _is_followed_by_idle_names(self, at: int) -> bool:
        has_names = False
        for after in range(at + 1, len(self._tokens)):
            token = self._tokens[after]
            if isinstance(token, Work):
                return has_names and self._has_names_after(after) and _must_lead(token)
            if isinstance(token, (Desk, Stock, Wire)):
                return has_names
            has_names = has_names or isinstance(token, (Name, Body))
        return has_names

    # -- pictures that name no photographer ------------------------------------------------------------------------

    def _read_picture_of_no_one(self, token: Stock | Wire) -> None:
        """Adds a picture without a photographer: 资料图片, 新华社发."""
        self._bodies_are_names()
        if self._lead is None and any(opened.title is None for opened in self._opened):
            self._find("BL06", token.start, token.end)
        if not self._opened:
            self._lead = None  # 图/资料图片: the craft belongs to this picture
        self._end_all()
        self.contributors.append(picture_of_no_one(token))

    # -- closing ---------------------------------------------------------------------------------------------------

    def _end_all(self) -> None:
        self._bodies_are_names()
        self._end_desk()
        if self._lead and not self._opened:
            self._miss("BL03", self._lead.start, self._lead.end)
        self._close(self._lead.craft if self._lead else None)
        self._end_title()
        self._is_excused = False

    def _close(self, craft: Craft | None) -> None:
        """Gives the names opened so far this craft. Names before a 摄影记者 did not make the pictures: they wrote."""
        is_photo = craft is not None and PHOTO in craft.does and TEXT not in craft.does
        first = first_photographer(self._opened) if is_photo and not self._lead else 0
        for i, name in enumerate(self._opened):
            work = craft if i >= first else None
            if self._is_byline and work is None and name.title and "摄影" in name.title.rank:
                self._find("BL08", name.token.start, name.token.end)
            self.contributors.append(contributor(name, work, self._unnamed_work))
        self._opened, self._lead = [], None

    @property
    def _is_byline(self) -> bool:
        return self._unnamed_work == (TEXT,)

    def _find(self, code: str, start: int, end: int) -> None:
        self.findings.append(Finding(code, start, end))

    def _miss(self, code: str, start: int, end: int) -> None:
        """Reports a missing name, unless an unread token stands in its place."""
        if not self._is_excused:
            self._find(code, start, end)


def _must_lead(token: Work) -> bool:
    return token.leads or (token.is_tied_right and not token.is_tied_left) or token.has_colon


def _combined(lead: Work, craft: Work) -> Craft | None:
    """The one craft that 图 … 摄 or 图片由 … 提供 express together; None if they are different crafts."""
    if craft.text == "提供" and lead.craft.does in ((PHOTO,), (VIDEO,)):
        return words.CRAFTS["供图" if lead.craft.does == (PHOTO,) else "提供视频"]
    return craft.craft if craft.craft.does == lead.craft.does else None
