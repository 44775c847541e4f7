"""Document: a story's body as clean HTML in parts, with slots for photos, attachments and the addresses of links."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..findings.problems import Place


@dataclass(frozen=True)
class PhotoSlot:
    """A placeholder in the HTML for photos. photos: indexes into Document.photos; several form a gallery."""

    photos: tuple[int, ...]


@dataclass(frozen=True)
class LinkSlot:
    """A placeholder in the HTML for the value of one `href`, another story's address. link: index into Document.links."""

    link: int


@dataclass(frozen=True)
class AttachmentSlot:
    """A placeholder in the HTML for a whole link to an attachment.

    attachment: index into Document.attachments; words: the HTML inside the link, "" where it is empty and the file's
    name is printed instead.
    """

    attachment: int
    words: str


Part = str | PhotoSlot | LinkSlot | AttachmentSlot


@dataclass(frozen=True)
class WrittenPhoto:
    """`![caption](file "credit")` as the editor wrote it.

    file: POSIX path below the story's folder; place: position of the file's name; credit_place: position of the credit,
    None when none is written.
    """

    file: str
    caption: str
    credit: str
    place: Place
    credit_place: Place | None = None


@dataclass(frozen=True)
class WrittenLink:
    """A link to another story's file. target: POSIX path below the content folder; fragment: without `#`, may be ""."""

    written: str
    target: str
    fragment: str
    place: Place


@dataclass(frozen=True)
class WrittenAttachment:
    """`[words](file "title")`, where the file is an attachment for readers to download or play.

    target: POSIX path below the content folder, as written; words: plain text, "" for a link that is not printed;
    stands_alone: whether the link is a paragraph by itself; place: position of the file's name; title_place: position of the
    title, None when none is written.
    """

    target: str
    place: Place
    words: str = ""
    title: str = ""
    title_place: Place | None = None
    stands_alone: bool = False


@dataclass(frozen=True)
class Heading:
    """A heading in the body. level: 2..6; identifier: the HTML id."""

    level: int
    text: str
    identifier: str


@dataclass(frozen=True)
class Document:
    """The body. parts: HTML strings and slots, in order; anchors: ids that may be linked to, sorted; text: the plain text, one
    paragraph per line.

    is_plain: whether it was parsed by the fast path (`body.plain`), which gives the same result.
    """

    parts: tuple[Part, ...] = ()
    photos: tuple[WrittenPhoto, ...] = ()
    links: tuple[WrittenLink, ...] = ()
    headings: tuple[Heading, ...] = ()
    anchors: tuple[str, ...] = ()
    text: str = ""
    attachments: tuple[WrittenAttachment, ...] = ()
    is_plain: bool = field(default=False, compare=False)
