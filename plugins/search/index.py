"""Makes the index of one volume of stories: a function of values alone, which another process can be asked for."""

from __future__ import annotations

from collections.abc import Iterable

from plugins.newsroom.article import Story
from plugins.newsroom.registry import Registries


def index(stories: Iterable[Story], registries: Registries) -> dict[str, bytes]:
    """Bytes by name. stories: of the volume, oldest first."""
    from .entry import entry_of  # noqa: PLC0415  most builds have no index to make
    from .volume import volume  # noqa: PLC0415

    return volume([entry_of(story, registries) for story in stories])
