"""Handles links to attachments: notes each one while links are read, and cuts it out of the HTML as an AttachmentSlot.

Which files exist, and which may be published, is left to `column.attachments`.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from html import unescape
from xml.etree.ElementTree import Element

from ..findings.problems import Place
from ..media.attachment import kind_of
from . import marks
from .document import AttachmentSlot, WrittenAttachment
from .galley import Galley, noted

LINK = rf'<a [^<>]*?href="{marks.pattern(marks.ATTACHMENT)}"[^<>]*>(.*?)</a>'  # its groups: the number, the words
_CURLY_TITLE = re.compile(r"(\S.*?\.\w+)\s*[“”＂](.*)[“”＂\"]$", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_OPENING, _CLOSING = "<p>", re.compile(r"</p>\n?")


def without_curly_title(written: str) -> tuple[str, str]:
    """The address and title of a link whose title is in Chinese quotes, which Markdown reads as part of the address."""
    match = _CURLY_TITLE.match(written)
    return (match[1], match[2]) if match and kind_of(match[1]) else (written, "")


def note(target: str, title: str, place: Place, galley: Galley) -> str:
    """A placeholder for the address of a link to `target` (POSIX path below the content folder) until the HTML is cut.

    title: the title if it was in Chinese quotes, "" for none.
    """
    if title:
        galley.report("AT20", place)
    galley.attachments.append(WrittenAttachment(target, place, title=title, title_place=place if title else None))
    return marks.note(marks.ATTACHMENT, len(galley.attachments) - 1)


def take_title(link: Element, start: int | None, galley: Galley) -> None:
    """Move the title of the link into the attachment noted last. start: offset of its address in the source, if known."""
    title = noted(link.attrib.pop("title", ""))[0].strip()
    if title:
        found = galley.source.find(title, start or 0)
        place = galley.place(found, len(title)) if found >= 0 else galley.attachments[-1].place
        galley.attachments[-1] = replace(galley.attachments[-1], title=title, title_place=place)


def cut_out(html: str, link: re.Match[str], number: int, words: str, galley: Galley) -> tuple[AttachmentSlot, int, int]:
    """The slot for a link, and the start and end of what it replaces: the whole paragraph, where a media file is alone in it."""
    written = galley.attachments[number]
    name = posixpath.basename(written.target)
    plain = " ".join(unescape(_TAG.sub("", words)).split())
    start, end = link.span()
    closing = _CLOSING.match(html, end)
    is_alone = closing is not None and html.endswith(_OPENING, 0, start)
    kind = kind_of(name)
    if is_alone and closing and kind and kind.is_played:
        start, end = start - len(_OPENING), closing.end()
    galley.attachments[number] = replace(written, words=plain or name, stands_alone=is_alone)
    return AttachmentSlot(number, words if plain else ""), start, end
