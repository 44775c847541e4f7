"""People with a title that they did not hold on the day of the story."""

from __future__ import annotations

from collections.abc import Iterator

from ...registry import Office, Person
from ...text.dates import chinese_date
from ..copy import Copy
from ..lexicon import once
from ..rule import Rule, Slip, Source
from ..samples import TABLES
from ..sentences import tells_of_another_time
from ..titles import before, behind, excludes, held, holds, known, same

_Found = tuple[int, int, str, Person]  # from, to, the title, who does not hold it

_SOURCE = Source("本站 data/people.yaml 的“职务”，每条各有出处")


@once
def _untrue(copy: Copy) -> tuple[_Found, ...]:
    return tuple(_found(copy)) if copy.day else ()


def _found(copy: Copy) -> Iterator[_Found]:
    for start, name, people in known(copy.registries).names.longest(copy.text):
        titles = _beside(copy, start, start + len(name), people)
        wrong = [(at, title) for at, title in titles if _is_wrong(copy, title, people)]
        if wrong and copy.day and not tells_of_another_time(copy.text, start, copy.day):
            at, title = wrong[0]
            yield min(at, start), max(start + len(name), at + len(title)), title, people[0]


def _beside(copy: Copy, start: int, end: int, people: tuple[Person, ...]) -> tuple[tuple[int, str], ...]:
    titles = before(copy.text, start, copy.registries)
    if len(titles) > 1 and _is_one_of_several(copy, end):
        return ()
    return (*titles, *behind(copy.text, end, people[0], copy.day))


def _is_one_of_several(copy: Copy, end: int) -> bool:
    """Whether another name follows at once: several titles before may be those of all, in turn."""
    return copy.text[end : end + 1] in ("、", "和") and any(
        copy.text[end + 1 : end + 1 + length] in known(copy.registries).names for length in (2, 3, 4)
    )


def _is_wrong(copy: Copy, title: str, people: tuple[Person, ...]) -> bool:
    return all(_does_not_hold(copy, title, person) for person in people)


def _does_not_hold(copy: Copy, title: str, person: Person) -> bool:
    if holds(person, title, copy.day):
        return False
    offices = held(person, copy.day)
    if not offices:
        return any(same(title, office.title) for office in person.offices)
    return title in known(copy.registries).titles or excludes(title, offices)


def _others(copy: Copy) -> Iterator[Slip]:
    for start, end, title, person in _untrue(copy):
        if offices := held(person, copy.day):
            is_held = "、".join(office.title for office in offices)
            yield Slip(start, end, {"name": person.name, "title": title, "held": is_held})


def _periods(copy: Copy) -> Iterator[Slip]:
    for start, end, title, person in _untrue(copy):
        if not held(person, copy.day):
            office = next(office for office in person.offices if same(title, office.title))
            yield Slip(start, end, {"name": person.name, "title": title, "period": _period(office)})


def _period(office: Office) -> str:
    since = f"从{chinese_date(office.since)}" if office.since else ""
    until = f"到{chinese_date(office.until)}" if office.until else "起"
    return f"{since}{until}{'' if office.since else '为止'}"


OTHER_TITLE = Rule(
    code="PF71",
    find=_others,
    wrong="区长王东亮主持会议。",
    right="区委书记王东亮主持会议。",
    silent=(
        "管城回族区委书记王东亮主持会议。",
        "省委常委、市委书记马懿和市委副书记、市长程志明出席。",
        "2010年，时任区长王东亮来到这里。",
        "王东亮书记走访了社区。",
    ),
    source=_SOURCE,
    tables=TABLES,
)
PERIOD = Rule(
    code="PF72",
    find=_periods,
    wrong="区督查办主任甲某某介绍了情况。",
    right="督查干部甲某某介绍了情况。",
    silent=("区督查办原主任甲某某介绍了情况。", "曾任区督查办主任的甲某某介绍了情况。"),
    source=_SOURCE,
    tables=TABLES,
)
RULES = (OTHER_TITLE, PERIOD)
