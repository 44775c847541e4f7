"""Of what templates a page is made, as short texts that change when one of them does: of all, and of those without its frame."""

from __future__ import annotations

from collections.abc import Iterable, MutableMapping
from typing import Any, NamedTuple

from jinja2 import Environment, nodes
from jinja2.meta import find_referenced_templates

from plugins.newsroom.text.fingerprint import digest

ENDING = ".html"
_MOST_KNOWN = 1000  # sources, many times as many as a theme has: then what earlier ones said is forgotten
_OF_OTHER_BLOCKS = {"super", "self"}  # names by which a block prints what stands in others


class Facts(NamedTuple):
    """What a template's source says of it. refers: templates it extends, includes or imports; is_computing: whether it computes
    such a name; extends: the one it extends, if any; asks: names it uses, its own among them; gives: names that it sets or imports."""

    refers: tuple[str, ...]
    is_computing: bool
    extends: tuple[str, ...]
    asks: tuple[str, ...]
    gives: tuple[str, ...]


class TemplateVersions:
    """Versions of one theme's templates, by their names without ending. facts: Facts of each source, by its digest, as plain tuples:
    what is found out is put there, for the next build. A template that computes the name of another depends on the whole theme."""

    def __init__(self, environment: Environment, facts: MutableMapping[str, tuple[Any, ...]]) -> None:
        self._environment, self._known = environment, facts
        self._sources: dict[str, str] = {}

    def whole(self, name: str) -> str:
        """Changes whenever a template does that `name` extends, includes or imports, however far away."""
        return self._version(self._closure([name + ENDING]))

    def own(self, name: str) -> str:
        """Changes whenever a template does of which the blocks of `name` are made. The frame that it extends counts among these
        only where a block can see what is set or imported there."""
        return self._version(self._own_closure(name + ENDING))

    def asked(self, name: str) -> frozenset[str]:
        """The names that the blocks of `name` use, and all that they include or import."""
        return frozenset().union(*(self._facts(each).asks for each in self._own_closure(name + ENDING)))

    def _own_closure(self, name: str) -> set[str]:
        frames = self._frames(name)
        own = {name} | self._closure([each for each in self._facts(name).refers if each not in frames])
        lent = _OF_OTHER_BLOCKS.union(*(self._facts(frame).gives for frame in frames))
        is_lent = any(lent.intersection(self._facts(each).asks) for each in own)
        return self._closure([name]) if is_lent or self._facts(name).is_computing else own

    def _frames(self, name: str) -> list[str]:
        """What the template extends, what that extends, and so on."""
        frames: list[str] = []
        waiting = list(self._facts(name).extends)
        while waiting:
            each = waiting.pop()
            if each not in frames:
                frames.append(each)
                waiting += self._facts(each).extends
        return frames

    def _closure(self, names: Iterable[str]) -> set[str]:
        """These templates with all that they refer to."""
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
