"""What a Word file is made of: the story, its pictures as bytes, and what its links and attachments are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plugins.newsroom.column.visibility import Held
from plugins.newsroom.media.attachment import Attachment
from plugins.newsroom.story.brief import Brief
from plugins.newsroom.story.model import Story
from plugins.site.site import Site


@dataclass(frozen=True, slots=True)
class Picture:
    """A JPEG, upright. width, height: in pixels; is_generated: whether its file or the story says that AI made it."""

    data: bytes
    width: int
    height: int
    is_generated: bool = False


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that goes with the story. name: the file's; words: of the link to it; address: absolute where the site's is known, else
    its path below the content folder."""

    name: str
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Material:
    """pictures: by index in the story; attachments: index for index as in its document; links: the absolute address of each link to
    another story, "" while nobody has said where the site is; held: why readers do not see the story, None when they do;
    content: the name of the content folder."""

    story: Story
    pictures: Mapping[int, Picture]
    attachments: Sequence[Attached]
    links: Sequence[str]
    held: Held | None
    content: str

    @property
    def name(self) -> str:
        """The file: the day and the last part of the story's address."""
        return f"{self.story.published:%Y%m%d}-{self.story.address.strip('/').split('/')[-1]}.docx"


def gathered(site: Site, brief: Brief, pictures: Mapping[int, Picture]) -> Material:
    column = site.column
    story = column.story(brief.source)
    return Material(
        story,
        pictures,
        tuple(_attached(site, each) for each in site.attachments_of(brief)),
        tuple(_address(site, link.target, link.fragment) for link in story.document.links),
        column.held.get(brief.source),
        column.content.name,
    )


def _attached(site: Site, each: Attachment) -> Attached:
    is_known = bool(each.address and site.urls.site_url)
    return Attached(
        each.use.name, each.use.words or each.use.name, site.urls.absolute(each.address) if is_known else each.use.path
    )


def _address(site: Site, target: str, fragment: str) -> str:
    found = site.column.by_source.get(target)
    if found is None or not site.urls.site_url:
        return ""
    return site.urls.absolute(found.address) + (f"#{fragment}" if fragment else "")
