"""What a package is made of: the story with everything that its page shows, and its pictures as bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plugins.newsroom.column.relations import Relations
from plugins.newsroom.media.attachment import Attachment
from plugins.newsroom.media.photo import Figure
from plugins.newsroom.pages.urls import Urls
from plugins.newsroom.story.brief import Brief
from plugins.newsroom.story.model import Story
from plugins.site.site import Site


@dataclass(frozen=True, slots=True)
class Picture:
    """A finished file. media_type: image/jpeg or image/png; width, height: in pixels."""

    data: bytes
    media_type: str
    width: int
    height: int

    @property
    def suffix(self) -> str:
        return ".png" if self.media_type == "image/png" else ".jpg"


@dataclass(frozen=True, slots=True)
class Pictures:
    """photos: by their index in the story, those that may be shown; wide, square: the covers."""

    photos: Mapping[int, Picture]
    wide: Picture
    square: Picture


@dataclass(frozen=True, slots=True)
class Material:
    """figures, attachments: index for index as those of the story; column: its name."""

    story: Story
    figures: Sequence[Figure]
    attachments: Sequence[Attachment]
    relations: Relations
    urls: Urls
    column: str
    pictures: Pictures

    @property
    def address(self) -> str:
        """The story's own address; "" as long as nobody has said where the site is."""
        return self.urls.absolute(self.story.address) if self.urls.site_url else ""

    def files(self) -> Mapping[int, str]:
        """The file of each photo in the package, by index; the same picture stands in one file."""
        names: dict[bytes, str] = {}
        for picture in (self.pictures.photos[index] for index in sorted(self.pictures.photos)):
            names.setdefault(picture.data, f"images/{len(names) + 1:02}{picture.suffix}")
        return {index: names[picture.data] for index, picture in self.pictures.photos.items()}


def gathered(site: Site, brief: Brief, pictures: Pictures) -> Material:
    """The material of a story that readers may see."""
    column = site.column
    return Material(
        column.story(brief.source),
        site.figures_of(brief),
        site.attachments_of(brief),
        column.relations[brief.source],
        site.urls,
        column.registries.site.name,
        pictures,
    )
