"""The values of the registries: site, section, unit, project, person, term, wording. Always valid; reading them is left to `files`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Site:
    """The column and the portal it is part of (data/site.yaml). An empty field was not given and is never made up."""

    name: str  # 管城在行动: the column's short name
    title: str  # 建设国家中心城市·管城在行动: in full
    description: str
    keywords: tuple[str, ...] = ()
    source: str = ""  # the default 来源
    portal_name: str = ""  # SiteName of the portal
    portal_domain: str = ""
    portal_url: str = ""
    site_code: str = ""  # 网站标识码
    host: str = ""  # 主办
    organiser: str = ""  # 承办
    contact: str = ""
    icp: str = ""  # ICP备案号
    police: str = ""  # 公安备案号
    error_report_url: str = ""  # 政府网站找错
    co_authors: str = ""  # 共同署名: how the monthly count treats people who made a piece together

    @property
    def shares_co_authored(self) -> bool:
        """Whether they share it equally; else it counts as one for each."""
        return self.co_authors == "平分"


@dataclass(frozen=True)
class Section:
    id: str
    name: str
    description: str
    keywords: tuple[str, ...] = ()
    column_type: str = "工作动态"


@dataclass(frozen=True)
class Unit:
    """An organisation whose work is reported. since, until: first and last day under this name; None = open."""

    id: str
    name: str  # full name
    short: str
    since: date | None = None
    until: date | None = None
    successor: str = ""  # id of the unit that succeeded it

    def stands_on(self, day: date) -> bool:
        """Whether it existed under this name on `day`."""
        return _covers(self.since, self.until, day)


@dataclass(frozen=True)
class Project:
    id: str
    name: str
    description: str = ""


@dataclass(frozen=True)
class Membership:
    unit: str  # a unit's id, or the name of an outlet
    since: date | None = None
    until: date | None = None

    def stands_on(self, day: date) -> bool:
        return _covers(self.since, self.until, day)


@dataclass(frozen=True)
class Office:
    """A title that somebody held. rank: among leaders named together, the lowest first; 0 if their order does not matter."""

    title: str  # as it stands before the name: 区委书记
    since: date | None = None
    until: date | None = None
    rank: int = 0
    source: str = ""

    def stands_on(self, day: date) -> bool:
        return _covers(self.since, self.until, day)


@dataclass(frozen=True)
class Person:
    """Someone named in bylines. is_registered is False for a name found in a byline but not in data/people.yaml."""

    id: str
    name: str
    other_names: tuple[str, ...] = ()
    memberships: tuple[Membership, ...] = ()
    is_registered: bool = True
    offices: tuple[Office, ...] = ()

    def is_about_on(self, day: date) -> bool:
        """Whether they can have worked on `day`: they were a member of something then, or have no known membership."""
        return not self.memberships or any(membership.stands_on(day) for membership in self.memberships)


@dataclass(frozen=True)
class Term:
    """A registered tag (话题), whose id and so address is chosen by the editors.

    items: what a name with a number in it counts, perhaps only the first of them: 三个一 has three.
    """

    id: str
    name: str
    other_names: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    source: str = ""  # of the items


@dataclass(frozen=True)
class Wording:
    """Forms of words that are not used, from the first day to the last; None = open. unless: longer words in which they are right."""

    wrong: tuple[str, ...]
    right: str
    source: str
    unless: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    source_date: date | None = None

    def stands_on(self, day: date) -> bool:
        return _covers(self.since, self.until, day)


def _covers(since: date | None, until: date | None, day: date) -> bool:
    return (since is None or since <= day) and (until is None or day <= until)
