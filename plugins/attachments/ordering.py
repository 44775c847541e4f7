"""Orders the attachments of public stories: copied after all findings are known, and only when missing."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.newsroom.column import ownership
from plugins.newsroom.media.attachment import Attachment
from plugins.site.site import Site
from plugins.site.writer import Writer

STAGE = "附件"


def order(site: Site, writer: Writer) -> None:
    """Only attachments of public stories are published."""
    files: dict[str, tuple[str, str]] = {}
    owners: dict[str, list[str]] = {}
    for story in (*site.column.visible, *site.column.visible_pages):
        for attachment in site.attachments.get(story.source, ()):
            for address, file in _files(attachment):
                files[address] = file
                owners.setdefault(address, []).append(ownership.of_story(story))
    for address, (path, sha256) in files.items():
        writer.offer_copy(address, site.column.content / path, sha256, STAGE, owners[address])


def _files(attachment: Attachment) -> Iterator[tuple[str, tuple[str, str]]]:
    """(address, (path below the content folder, SHA-256)) of the files to publish."""
    use = attachment.use
    if attachment.address:
        yield attachment.address, (use.path, attachment.sha256)
    if attachment.captions_address:
        yield attachment.captions_address, (use.captions, attachment.captions_sha256)
