"""Titles beside names: 区委书记王东亮, 王东亮（区委书记）, 王东亮书记. Who held which, and when, is asked of the registries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ..registry import Office, Person, Registries
from ..text.patterns import Pattern
from ..text.typography import HAN
from .lexicon import Lexicon, once, stands

_LEADING = "(?:常务)?副?[省市区县州旗镇乡]长|[省市区县州旗]委(?:副书记|书记)"
_LEADING_AT_END = Pattern(f"(?:{_LEADING})$")
_ADDRESS = Pattern(f"(?:{_LEADING}|副?书记)(?!办公室|信箱|热线)")
_CHAIN = Pattern(rf"[{HAN}、]*$")
_IN_BRACKETS = Pattern(rf"[（(]([{HAN}、]{{2,24}})[）)]")
_RANK = Pattern(f"(秘书长|检察长|委员长|董事长|总编辑|书记|主任|主席|经理|[{HAN}]长)$")
_BODY = Pattern(rf"[省市区县州旗镇乡]委?(?=[{HAN}]{{4}})")
_NOT_NOW = ("原", "前", "时任", "代", "代理", "首任", "曾任", "拟任", "候任", "老", "名誉")
_RANKS = {"省": 4, "市": 3, "区": 2, "县": 2, "州": 3, "旗": 2, "镇": 1, "乡": 1}
_SHARED = Pattern("常委|委员$|代表|成员|教授|研究员|记者|通讯员")
_WITH_BODY = 5  # characters of a title that says of what
_BLANKS = (" ", "\u3000")
_LONGEST = 24  # characters before a name in which titles are looked for


@dataclass(frozen=True, slots=True)
class Titles:
    """Everybody with titles. names: of people with titles, and their namesakes; titles: with everybody who ever held them; vices: those of their
    deputies, or of those whose deputies they are; bare: titles without the body before them."""

    names: Lexicon[Person]
    titles: Lexicon[Person]
    vices: frozenset[str]
    bare: frozenset[str]


@once
def known(registries: Registries) -> Titles:
    holders = [person for person in registries.people if person.offices]
    titles = {office.title for person in holders for office in person.offices}
    names = {name for person in holders for name in _names(person)}
    return Titles(
        Lexicon((name, person) for person in registries.people for name in _names(person) if name in names),
        Lexicon((office.title, person) for person in holders for office in person.offices),
        frozenset(map(_vice, titles)),
        frozenset(title[len(body.group()) :] for title in titles if (body := _BODY.match(title))),
    )


def _names(person: Person) -> tuple[str, ...]:
    return tuple(dict.fromkeys((person.name, *person.other_names)))


def held(person: Person, day: date | None) -> tuple[Office, ...]:
    return tuple(office for office in person.offices if stands(office, day))


def same(one: str, other: str) -> bool:
    """Whether both are one title, perhaps with the place or the body before it: 管城区区委书记 is 区委书记, 副市长 is not 市长."""
    short, long = sorted((one, other), key=len)
    return long.endswith(short) and not long.removesuffix(short).endswith((*_NOT_NOW, "副", "常务副"))


def _vice(title: str) -> str:
    """The title of a deputy, or of the one whose deputy this is: 局长, 副局长."""
    return title.replace("副", "", 1) if "副" in title else _RANK.sub(r"副\1", title)


def holds(person: Person, title: str, day: date | None) -> bool:
    return any(same(title, office.title) for office in held(person, day))


def before(text: str, name_at: int, registries: Registries) -> tuple[tuple[int, str], ...]:
    """The titles that stand directly before a name, with their offsets; () if the last of them is of another time."""
    end = name_at - (text[name_at - 1 : name_at] in _BLANKS)
    chain = _CHAIN.search(text, max(0, end - _LONGEST), end)
    found: list[tuple[int, str]] = []
    for element in reversed(chain.group().split("、")) if chain else ():
        title = _at_end(element, known(registries))
        if title:
            found.insert(0, (end - len(title), title))
        if title != element:
            break
        end -= len(element) + 1
    return tuple(found)


def behind(text: str, name_end: int, person: Person, day: date | None) -> Iterator[tuple[int, str]]:
    """The titles that stand directly behind a name, in brackets or as one is addressed."""
    bracket = _IN_BRACKETS.match(text, name_end)
    address = _ADDRESS.match(text, name_end)
    if bracket:
        yield from _listed(bracket)
    elif address and not any(office.title.endswith(address.group()[-2:]) for office in held(person, day)):
        yield name_end, address.group()


def _listed(bracket: re.Match[str]) -> Iterator[tuple[int, str]]:
    start = bracket.start(1)
    for element in bracket.group(1).split("、"):
        if _LEADING_AT_END.search(element) and not element.startswith(_NOT_NOW):
            yield start, element
        start += len(element) + 1


def _at_end(element: str, known: Titles) -> str:
    """The title with which an element of a chain ends, "" if there is none that could be understood."""
    if element in known.bare:
        return element
    ends = (element[at:] for at in range(len(element) - 1))
    longest = next((end for end in ends if end in known.titles or end in known.vices), "")
    leading = _LEADING_AT_END.search(element)
    title = max(longest, leading.group() if leading else "", key=len)
    rest = element.removesuffix(title)
    return "" if rest.endswith(_NOT_NOW) or (len(title) < 3 and rest and not leading) else title


def is_held_by_one(title: str) -> bool:
    """Whether only one person holds the title at one time: a head or a secretary, or another title with its body."""
    return "副" not in title and bool(
        _LEADING_AT_END.search(title) or (len(title) >= _WITH_BODY and not _SHARED.search(title))
    )


def excludes(title: str, offices: Sequence[Office]) -> bool:
    """Whether who holds these offices cannot hold this title, too. Nobody is his own deputy; a secretary of a district is no
    mayor, but a head of a district may be a vice mayor."""
    if any(same(title, _vice(office.title)) for office in offices):
        return True
    if not _LEADING_AT_END.search(title):
        return False
    levels = [_level(office.title) for office in offices if _LEADING_AT_END.search(office.title)]
    return bool(levels) and ("副" not in title or _level(title) <= max(levels))


def _level(title: str) -> int:
    leading = _LEADING_AT_END.search(title)
    return max((_RANKS[sign] for sign in leading.group() if sign in _RANKS), default=0) if leading else 0
