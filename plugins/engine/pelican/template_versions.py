"""Fingerprints of the templates a page is made of: of all of them, and of those for its own blocks without the frame."""

from __future__ import annotations

from collections.abc import Iterable, MutableMapping
from typing import Any, NamedTuple

from jinja2 import Environment, nodes
from jinja2.meta import find_referenced_templates

from plugins.newsroom.text.fingerprint import digest

ENDING = ".html"
_MOST_KNOWN = 1000  # sources, many times as many as a theme has; beyond that the cache is cleared
_OF_OTHER_BLOCKS = {"super", "self"}  # names by which a block can print other blocks


class Facts(NamedTuple):
    """Facts found in a template's source. refers: templates it extends, includes or imports; is_computing: whether it computes
    such a name; extends: the one it extends, if any; asks: names it uses, its own included; gives: names it sets or imports."""

    refers: tuple[str, ...]
    is_computing: bool
    extends: tuple[str, ...]
    asks: tuple[str, ...]
    gives: tuple[str, ...]


class TemplateVersions:
    """Fingerprints of one theme's templates, by names without extension. facts: the Facts of each source as plain tuples, by the
    source's digest: a cache, filled here. A template that computes the name of another depends on the whole theme."""

    def __init__(self, environment: Environment, facts: MutableMapping[str, tuple[Any, ...]]) -> None:
        self._environment, self._known = environment, facts
        self._sources: dict[str, str] = {}

    def whole(self, name: str) -> str:
        """Changes whenever `name` or any template it extends, includes or imports does, directly or indirectly."""
        return self._version(self._closure([name + ENDING]))

    def own(self, name: str) -> str:
        """Changes whenever a template that the blocks of `name` are made of does. The frame it extends counts only where a block
        can see what is set or imported there."""
        return self._version(self._own_closure(name + ENDING))

    def asked(self, name: str) -> frozenset[str]:
        """The names used by the blocks of `name` and by everything they include or import."""
        return frozenset().union(*(self._facts(each).asks for each in self._own_closure(name + ENDING)))

    def _own_closure(self, name: str) -> set[str]:
        frames = self._frames(name)
        own = {name} | self._closure([each for each in self._facts(name).refers if each not in frames])
        lent = _OF_OTHER_BLOCKS.union(*(self._facts(frame).gives for frame in frames))
        is_lent = any(lent.intersection(self._facts(each).asks) for each in own)
        return self._closure([name]) if is_lent or self._facts(name).is_computing else own

    def _frames(self, name: str) -> list[str]:
        """The template that this one extends, the one which that extends, and so on."""
        frames: list[str] = []
        waiting = list(self._facts(name).extends)
        while waiting:
            each = waiting.pop()
            if each not in frames:
                frames.append(each)
                waiting += self._facts(each).extends
        return frames

    def _closure(self, names: Iterable[str]) -> set[str]:
        """These templates and all that they refer to, directly or indirectly."""
        met, waiting = set(), list(names)
        while waiting:
            each = waiting.pop()
            if each in met:
                continue
            met.add(each)
            facts = self._facts(each)
            if facts.is_computing:
                return set(self._environment.list_templates(extensions=[ENDING[1:]]))
            waiting.extend(facts.refers)
        return met

    def _version(self, names: Iterable[str]) -> str:
        return digest([(name, digest(self._source(name))) for name in sorted(names)])

    def _source(self, name: str) -> str:
        if name not in self._sources:
            assert self._environment.loader is not None
            self._sources[name] = self._environment.loader.get_source(self._environment, name)[0]
        return self._sources[name]

    def _facts(self, name: str) -> Facts:
        version = digest(self._source(name))
        if version not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[version] = tuple(_facts_of(self._environment.parse(self._source(name), name)))
        return Facts(*self._known[version])


def _facts_of(source: nodes.Template) -> Facts:
    found = set(find_referenced_templates(source))
    extended = (each.template for each in source.find_all(nodes.Extends))
    names = list(source.find_all(nodes.Name))
    gives = {name.name for name in names if name.ctx == "store"}
    gives.update(macro.name for macro in source.find_all(nodes.Macro))
    gives.update(each.target for each in source.find_all(nodes.Import))
    for each in source.find_all(nodes.FromImport):
        gives.update(name if isinstance(name, str) else name[1] for name in each.names)
    return Facts(
        tuple(sorted(filter(None, found))),
        None in found,
        tuple(each.value for each in extended if isinstance(each, nodes.Const)),
        tuple(sorted({name.name for name in names if name.ctx == "load"})),
        tuple(sorted(gives)),
    )
