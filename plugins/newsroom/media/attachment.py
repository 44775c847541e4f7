"""Files that readers can download or play: the kinds allowed, their names and addresses, what a page shows. Opens no file."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from ..findings.problems import Place
from ..text.addresses import FILES
from ..text.filenames import normal
from ..text.fingerprint import NAME, checksum, digest
from .photo import Figure


class Medium(StrEnum):
    """What readers do with a file; the values are those of Media RSS."""

    DOCUMENT = "document"
    SOUND = "audio"
    FILM = "video"


@dataclass(frozen=True)
class Kind:
    """One kind of file. name: as readers see it; media_type: the MIME type for browsers and feeds."""

    name: str
    media_type: str
    medium: Medium = Medium.DOCUMENT

    @property
    def is_played(self) -> bool:
        return self.medium is not Medium.DOCUMENT


_OPEN_XML = "application/vnd.openxmlformats-officedocument"
# Types: the IANA registry; OFD (GB/T 33190-2016) is not in it, its software uses application/ofd.
KINDS = {
    ".pdf": Kind("PDF", "application/pdf"),
    ".ofd": Kind("OFD", "application/ofd"),
    ".doc": Kind("Word", "application/msword"),
    ".docx": Kind("Word", f"{_OPEN_XML}.wordprocessingml.document"),
    ".xls": Kind("Excel", "application/vnd.ms-excel"),
    ".xlsx": Kind("Excel", f"{_OPEN_XML}.spreadsheetml.sheet"),
    ".ppt": Kind("PowerPoint", "application/vnd.ms-powerpoint"),
    ".pptx": Kind("PowerPoint", f"{_OPEN_XML}.presentationml.presentation"),
    ".zip": Kind("ZIP", "application/zip"),
    ".mp3": Kind("MP3", "audio/mpeg", Medium.SOUND),
    ".m4a": Kind("M4A", "audio/mp4", Medium.SOUND),
    ".mp4": Kind("MP4", "video/mp4", Medium.FILM),
}
CAPTIONS, TRANSCRIPT = ".vtt", ".txt"  # files next to a film or sound, with the same name
POSTERS = (".jpg", ".jpeg", ".png", ".webp")
CAPTIONS_TYPE = "text/vtt"

_AS_PDF = "请用原来的软件打开，另存为 PDF"
_AS_TABLE = "请用 Excel 打开，核对没有乱码以后另存为 .xlsx"
_PLAIN = "请另存为不带宏的 .docx、.xlsx 或 .pptx，或者 PDF"
_AS_ZIP = "请解开后重新压缩成 .zip"
_AS_FILM = "请用剪辑软件转成 .mp4（H.264）"
_AS_SOUND = "请转成 .mp3"
_WAYS_OUT = {
    _AS_PDF: ".wps .et .dps .rtf .odt .ods .odp .uof .vsd .vsdx .xps .caj .pages .numbers .key",
    "文字请直接写进正文": ".txt",
    _AS_TABLE: ".csv .tsv",
    _PLAIN: ".docm .dotm .xlsm .xltm .xlsb .pptm .ppsm .potm",
    _AS_ZIP: ".rar .7z .tar .gz .tgz",
    _AS_FILM: ".mov .avi .wmv .flv .mkv .mpg .mpeg .webm .m4v .3gp",
    _AS_SOUND: ".wav .wma .aac .amr .ogg .flac",
}
_INSTEAD = {suffix: how for how, suffixes in _WAYS_OUT.items() for suffix in suffixes.split()}

_UNFIT = re.compile(
    r'[\\/:*?"<>|#%]'
)  # lead out of a folder or an address, or are not allowed in file names on Windows
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
_LONGEST = 180  # bytes of a name without its suffix; file systems allow 255


def suffix_of(name: str) -> str:
    return posixpath.splitext(name)[1].lower()


def kind_of(name: str) -> Kind | None:
    """The kind of a file by its suffix, None for one that the site does not publish."""
    return KINDS.get(suffix_of(name))


def way_out(name: str) -> str:
    """How to convert a file that the site does not publish, in Chinese; "" for an unknown suffix."""
    return _INSTEAD.get(suffix_of(name), "")


@dataclass(frozen=True)
class AttachmentUse:
    """One file in one story, in the order of the text.

    path: POSIX path below the content folder, spelt as on disk, "" if it does not exist; words: the text of the link;
    credit: as written in quotes, "" for none; is_player: whether it is embedded as a player; poster, captions,
    transcript: paths of the files that go with it, "" for none.
    """

    path: str
    kind: Kind
    words: str
    place: Place
    credit: str = ""
    is_player: bool = False
    poster: str = ""
    captions: str = ""
    transcript: str = ""

    @property
    def name(self) -> str:
        return posixpath.basename(self.path)

    @property
    def files(self) -> tuple[str, ...]:
        """All files of the content folder that readers may get with it, except its poster."""
        return tuple(path for path in (self.path, self.captions, self.transcript) if path)


@dataclass(frozen=True)
class Attachment:
    """A file ready to be linked. address, captions_address: site-relative, "" if not available; size: in bytes; width,
    height: of a film's upright picture in pixels, 0 if unknown; transcript: its paragraphs; poster: see `photos`.
    """

    use: AttachmentUse
    address: str = ""
    size: int = 0
    sha256: str = ""
    width: int = 0
    height: int = 0
    captions_address: str = ""
    captions_sha256: str = ""
    transcript: tuple[str, ...] = ()
    poster: Figure | None = None

    @property
    def name(self) -> str:
        """The file name that readers download."""
        return published_name(self.use.name)

    @property
    def about(self) -> str:
        """Its type and size, as shown with every link to it: PDF，1.2 MB."""
        return f"{self.use.kind.name}，{size_in_words(self.size)}"

    def with_poster(self, figures: Iterable[Figure]) -> Attachment:
        """The same with its poster, which is one of the story's figures."""
        path = self.use.poster
        poster = next((f for f in figures if f.use.is_poster and f.use.path == path and f.is_shown), None)
        return replace(self, poster=poster) if path else self

    @property
    def fingerprint(self) -> str:
        """A hash over everything a page can show of it, except the poster."""
        use = self.use
        shown = (use.words, use.credit, use.is_player, use.poster, use.kind.name, use.kind.media_type)
        return digest((shown, self.address, self.size, self.width, self.height, self.captions_address, self.transcript))


def published_name(name: str) -> str:
    """The file's own name, made safe for the folders and addresses of every system; Chinese stays as it is."""
    stem, suffix = posixpath.splitext(normal(name))
    stem = "".join(
        character for character in stem if unicodedata.category(character)[0] != "C"
    )  # no control characters, such as those that reverse the direction of text
    stem = " ".join(_UNFIT.sub("-", stem).split()).strip(". ")
    stem = stem.encode()[:_LONGEST].decode(errors="ignore").rstrip(". ") or "file"
    return f"{'_' if _DEVICE.match(stem) else ''}{stem}{suffix.lower()}"


def address_of(name: str, sha256: str) -> str:
    """The address of a file on the site: its own name in a folder named by a hash of its content. sha256: hex digits."""
    name = published_name(name)
    folder = checksum(f"{sha256} {name}".encode(), NAME)
    return f"{FILES}{folder}/{name}"


def size_in_words(size: int) -> str:
    """A size in bytes for people: 640 B, 12 KB, 1.2 MB; 1 KB is 1,024 bytes, as in file managers."""
    if size < 1024:
        return f"{size} B"
    if round(size / 1024) < 1024:
        return f"{size / 1024:.0f} KB"
    megabytes = size / 1024**2
    return f"{megabytes:.1f} MB" if megabytes < 99.95 else f"{megabytes:.0f} MB"
