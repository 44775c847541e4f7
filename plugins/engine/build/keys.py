"""One cache key per output file: a hash over everything the file depends on (program, settings, templates, declared inputs).

Two builds that give a file the same key would write the same bytes. Storing keys is left to `build_state`, comparing to `press`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from plugins.newsroom.text.fingerprint import KEY, checksum

_HALF = (
    KEY // 2
)  # hex digits: the first half of a page's key covers the inputs of its frame, the second those of its own parts


class TemplateVersions(Protocol):
    """The templates a page is made of, see `pelican/template_versions`. Names come without extension."""

    def whole(self, name: str) -> str: ...

    def own(self, name: str) -> str: ...

    def asked(self, name: str) -> frozenset[str]: ...


class Keys:
    """Makes the keys of one build. program: a string for what every file depends on: the program and its settings."""

    def __init__(self, program: str) -> None:
        self._program = program
        self._program_key = _digest((program,))
        self._frame = ""
        self._values: Mapping[str, object] = {}
        self._by_template: dict[str, tuple[str, str]] = {}

    def of_file(self, depends: Iterable[str]) -> str:
        parts = (self._program, *depends)
        return _digest(parts) if len(parts) > 1 else self._program_key

    def frame_pages(self, frame: str, values: Mapping[str, object]) -> None:
        """frame: a string for what every page shows around its own content; values: further template values, by name: a
        page's own parts depend only on those they use."""
        self._frame, self._values = frame, values

    def of_page(self, template: str, versions: TemplateVersions, depends: Iterable[str]) -> str:
        if template not in self._by_template:
            values = sorted(self._values.items())
            asked = [(name, value) for name, value in values if name in versions.asked(template)]
            self._by_template[template] = (
                _digest((self._program, self._frame, repr(values), versions.whole(template))),
                _digest((self._program, self._frame, repr(asked), versions.own(template))),
            )
        around, own = self._by_template[template]
        return around[:_HALF] + _digest((own, *depends))[:_HALF]


def differ_in_frame_alone(one: str, other: str) -> bool:
    """Whether two keys of one page have the same inputs of its own parts."""
    return one[_HALF:] == other[_HALF:] != ""


def _digest(parts: tuple[str, ...]) -> str:
    return checksum(repr(parts).encode(), KEY)
