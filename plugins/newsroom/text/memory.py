"""The mapping in which modules keep values from one build to the next. Saving and loading it is left to the engine."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any, TypeAlias

Memory: TypeAlias = MutableMapping[str, Any]  # the type of a value is known to the module that put it there
