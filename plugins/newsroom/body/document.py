"""The body of a story as a value: clean HTML in parts, with slots where a photo or a link's address will stand."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..findings.problems import Place


@dataclass(frozen=True)
class PhotoSlot:
    """Stands in the HTML where photos belong. photos: indexes into Document.photos; several are a gallery."""

    photos: tuple[int, ...]


@dataclass(frozen=True)
class LinkSlot:
    """Stands in the HTML for the value of one `href`: the address of another story. link: index into Document.links."""

    link: int


@dataclass(frozen=True)
class AttachmentSlot:
    """Stands in the HTML for a whole link to a file that readers may take with them.

    attachment: index into Document.attachments; words: the HTML inside the link, "" where nothing
    stands there and the file's name is printed.
    """

    attachment: int
    words: str


Part = str | PhotoSlot | LinkSlot | AttachmentSlot


@dataclass(frozen=True)
class WrittenPhoto:
    """`![caption](file "credit")` as the editor wrote it.

    file: POSIX path below the story's folder; place: where the file's name stands; credit_place: where the credit
    stands, None when none is written.
    """

    file: str
    caption: str
    credit: str
    place: Place
    credit_place: Place | None = None


@dataclass(frozen=True)
class WrittenLink:
    """A link to another file of the column. target: POSIX path below the content folder; fragment: without `#`, may be ""."""

    written: str
    target: str
    fragment: str
    place: Place


@dataclass(frozen=True)
class WrittenAttachment:
    """`[words](file "title")`, where the file is one that readers may take with them.

    target: POSIX path below the content folder, as written; words: plain; stands_alone: whether the link is a paragraph of its own; place:
    where the file's name stands; title_place: where the title does, None when none is written. Without words it is not on the page.
    """

    target: str
    place: Place
    words: str = ""
    title: str = ""
    title_place: Place | None = None
    stands_alone: bool = False


@dataclass(frozen=True)
class Heading:
    """A heading of the body. level: 2..6; identifier: the HTML id."""

    level: int
    text: str
    identifier: str


@dataclass(frozen=True)
class Document:
    """The body. parts: HTML strings and slots, in order; anchors: ids that may be linked, sorted; text: the plain words, one paragraph a line.

    is_plain: whether it was read the short way (`body.plain`), which changes nothing of what it says.
    """

    parts: tuple[Part, ...] = ()
    photos: tuple[WrittenPhoto, ...] = ()
    links: tuple[WrittenLink, ...] = ()
    headings: tuple[Heading, ...] = ()
    anchors: tuple[str, ...] = ()
    text: str = ""
    attachments: tuple[WrittenAttachment, ...] = ()
    is_plain: bool = field(default=False, compare=False)
