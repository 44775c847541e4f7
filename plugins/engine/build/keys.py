"""One cache key for each file that is ordered: a hash over the program, the settings, the template, and what its maker names.

Two builds that give a file the same key would write the same bytes. Keeping and comparing keys is left to `build_state` and `press`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from plugins.newsroom.text.fingerprint import KEY, checksum

_HALF = (
    KEY // 2
)  # hex digits: of a page's key the first say on what its frame depends, the others on what its own parts do


class TemplateVersions(Protocol):
    """Of what templates a page is made; see `pelican/template_versions`. Names are without ending."""

    def whole(self, name: str) -> str: ...

    def own(self, name: str) -> str: ...

    def asked(self, name: str) -> frozenset[str]: ...


class Keys:
    """Makes the keys of one build. ground: a text for all that every file depends on, the program and its settings."""

    def __init__(self, ground: str) -> None:
        self._ground = ground
        self._of_ground = _digest((ground,))
        self._frame = ""
        self._furnishings: Mapping[str, object] = {}
        self._of_template: dict[str, tuple[str, str]] = {}

    def of_file(self, depends: Iterable[str]) -> str:
        parts = (self._ground, *depends)
        return _digest(parts) if len(parts) > 1 else self._of_ground

    def frame_pages(self, frame: str, furnishings: Mapping[str, object]) -> None:
        """frame: a text for what every page shows around its own matter; furnishings: what else stands there, of which a part
        of a page knows only what it asks for by name."""
        self._frame, self._furnishings = frame, furnishings

    def of_page(self, template: str, versions: TemplateVersions, depends: Iterable[str]) -> str:
        if template not in self._of_template:
            furnished = sorted(self._furnishings.items())
            asked = [(name, value) for name, value in furnished if name in versions.asked(template)]
            self._of_template[template] = (
                _digest((self._ground, self._frame, repr(furnished), versions.whole(template))),
                _digest((self._ground, self._frame, repr(asked), versions.own(template))),
            )
        around, own = self._of_template[template]
        return around[:_HALF] + _digest((own, *depends))[:_HALF]


def differ_in_frame_alone(one: str, other: str) -> bool:
    """Whether two keys of one page differ in nothing on which its own parts depend."""
    return one[_HALF:] == other[_HALF:] != ""


def _digest(parts: tuple[str, ...]) -> str:
    return checksum(repr(parts).encode(), KEY)
