"""The type of a catalogue entry: one kind of finding, with its level and its Chinese texts."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from ..problems import Level

E, W = Level.ERROR, Level.WARNING
NO_VALUES: Mapping[str, object] = MappingProxyType({})


class Message(NamedTuple):
    """`text` says what is wrong, `advice` how to fix it; `example` has a value for every name in braces in either."""

    level: Level
    text: str
    advice: str
    example: Mapping[str, object] = NO_VALUES
