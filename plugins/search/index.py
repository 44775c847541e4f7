"""Makes the index of one volume of stories."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from plugins.newsroom.registry import Registries
from plugins.newsroom.story.model import Story


def index(stories: Iterable[Story], registries: Registries, now: datetime) -> dict[str, bytes]:
    """Bytes by file name. stories: of the volume, oldest first; now: the instant that decides which photos have expired."""
    from .entry import entry_of  # noqa: PLC0415  most builds make no index
    from .volume import volume  # noqa: PLC0415

    return volume([entry_of(story, registries, now) for story in stories])
