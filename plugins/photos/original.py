"""Values for an original and for faults of one. Inspecting files is left to `inspect`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from plugins.newsroom.findings.catalogue import problem
from plugins.newsroom.findings.problems import Place, Problem

from .containers import Kind
from .labels import IS, certainty


@dataclass(frozen=True, slots=True)
class Original:
    """A usable original. sha256: of its bytes; width, height: of the upright picture; frames: 1 for a still.

    source_type, aigc: its AI labels, see `labels`; tint: a word of `placeholder.PALETTE`, see `tint`.
    """

    path: Path
    kind: Kind
    sha256: str
    size: int
    width: int
    height: int
    orientation: int
    frames: int
    source_type: str = ""
    aigc: str = ""
    tint: str = ""

    @property
    def is_labelled(self) -> bool:
        """Whether it is certainly labelled as AI-generated."""
        return bool(self.source_type or (self.aigc and certainty(self.aigc) == IS))

    @property
    def is_suspected(self) -> bool:
        return bool(self.aigc) and not self.is_labelled


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of a file, not yet tied to the place in a story that names it."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)
    advice: str = ""

    def at(self, place: Place, file: str) -> Problem:
        return problem(self.code, place, {"file": file, **self.values}, advice=self.advice)
