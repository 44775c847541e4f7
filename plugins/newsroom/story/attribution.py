"""Matches the names in a byline with the people in data/people.yaml. Never guesses between two people."""

from __future__ import annotations

from datetime import date

from ..byline import Byline, Contributor, lay_out
from ..byline.words import is_body, is_title_as_name
from ..findings.catalogue import problem
from ..findings.problems import Place, Problem
from ..registry import Person, Registries, Unit
from ..text.addresses import person_id
from .model import Attribution, SignedPiece

_PERSONAL_ROLES = frozenset(
    {"reporter", "correspondent", "author", "photographer", "artist", "videographer", "intern", "provider"}
)


def sign(
    byline: Byline, place: Place, on: date, units: tuple[Unit, ...], registries: Registries
) -> tuple[tuple[Attribution, ...], tuple[Problem, ...]]:
    """Each contributor with the person meant on the day `on`; `place` is the position of the byline's first character.

    A name that matches several people is an error that lists them; one that matches nobody is a warning and gets its own page.
    """
    attributions: list[Attribution] = []
    problems: list[Problem] = []
    for contributor in byline.contributors:
        person, finding = _person(contributor, place, on, units, registries)
        attributions.append(Attribution(contributor, person))
        problems.extend(finding)
    return tuple(attributions), tuple(problems)


def set_in_pieces(byline: Byline, attributions: tuple[Attribution, ...]) -> tuple[SignedPiece, ...]:
    """The printed byline in pieces, each with the person it names. The pieces' texts concatenate to the printed line."""
    people = [attribution.person for attribution in attributions]
    return tuple(
        SignedPiece(piece.text, people[piece.contributor] if piece.contributor is not None else None)
        for piece in lay_out(byline)
    )


def _person(
    contributor: Contributor, place: Place, on: date, units: tuple[Unit, ...], registries: Registries
) -> tuple[Person | None, tuple[Problem, ...]]:
    if contributor.role not in _PERSONAL_ROLES or _is_collective(contributor.name, registries):
        return None, ()
    candidates = registries.people_named(contributor.name, on)
    if len(candidates) > 1:
        candidates = _narrowed(candidates, contributor, on, units, registries) or candidates
    if len(candidates) == 1:
        return candidates[0], ()
    where = place.within(contributor.start, contributor.end - contributor.start)
    if not candidates:
        adhoc = Person(person_id(contributor.name), contributor.name, is_registered=False)
        return adhoc, (problem("BL20", where, {"name": contributor.name}),)
    both = "、".join(f"{person.name}（{person.id}）" for person in candidates)
    return None, (problem("BL21", where, {"name": contributor.name, "people": both}),)


def _is_collective(name: str, registries: Registries) -> bool:
    """Whether the name is the column itself, an outlet, a public body or a unit: these sign too, but have no person page."""
    site = registries.site
    own = {site.name, site.title, site.source, site.portal_name}
    return name in own or is_body(name) or is_title_as_name(name) or bool(registries.units_named(name))


def _narrowed(
    candidates: tuple[Person, ...], contributor: Contributor, on: date, units: tuple[Unit, ...], registries: Registries
) -> tuple[Person, ...]:
    """Candidates who belong to the outlet before the name, to the body in brackets after it, or to one of the story's units."""
    for names in ({contributor.org}, {contributor.note}, {name for unit in units for name in _names(unit)}):
        synonyms = names | {name for text in names for unit in registries.units_named(text) for name in _names(unit)}
        matching = tuple(person for person in candidates if _belongs(person, synonyms - {""}, on) or person.id in names)
        if matching:
            return matching
    return ()


def _names(unit: Unit) -> set[str]:
    return {unit.id, unit.name, unit.short}


def _belongs(person: Person, names: set[str], on: date) -> bool:
    return any(membership.unit in names and membership.stands_on(on) for membership in person.memberships)
