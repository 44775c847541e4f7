"""What is remembered from one build to the next, as those who keep it lend it to those who fill it."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any, TypeAlias

Memory: TypeAlias = MutableMapping[str, Any]  # what stands under a name is known to those who put it there
