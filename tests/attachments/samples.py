"""Small files of every kind that readers may take with them, and spoilt ones: made here, byte by byte."""

from __future__ import annotations

import io
import struct
import zipfile

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
MP3 = b"ID3\x03" + bytes(600)
VTT = "WEBVTT\n\n00:00.000 --> 00:04.000\n城墙上的灯亮了。\n"
LFS = b"version https://git-lfs.github.com/spec/v1\noid sha256:" + b"0" * 64 + b"\nsize 12345\n"


def zipped(*names: str, **matter: str) -> bytes:
    """A zip of small files. matter: what a name with __ for its dot holds."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
        for name, text in matter.items():
            archive.writestr(name.replace("__", "."), text)
    return buffer.getvalue()


def locked(data: bytes) -> bytes:
    """The same zip, said to be encrypted by its directory."""
    place = data.index(b"PK\x01\x02") + 8
    return data[:place] + b"\x01\x00" + data[place + 2 :]


def office(part: str, *names: str) -> bytes:
    """A new Office file: part is word, xl or ppt."""
    return zipped("[Content_Types].xml", f"{part}/document.xml", *names)


OFD = zipped("OFD.xml", "Doc_0/Document.xml")


def compound(*entries: tuple[str, bytes]) -> bytes:
    """An old Office file: a header, a directory of names, and the first bytes of each stream in a sector of its own."""
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<H", header, 30, 9)
    directory, sectors = b"", b""
    for number, (name, matter) in enumerate(entries):
        written = name.encode("utf-16-le")
        entry = bytearray(128)
        entry[:64] = written.ljust(64, b"\0")
        struct.pack_into("<HB", entry, 64, len(written) + 2, 2 if matter else 1)
        struct.pack_into("<I", entry, 116, 2 + number)  # two sectors of directory come first
        directory += bytes(entry)
        sectors += matter.ljust(512, b"\0")
    return bytes(header) + directory.ljust(1024, b"\0") + sectors


def document(flags: int = 0) -> bytes:
    """The beginning of a WordDocument stream with the flags of its FIB."""
    return b"\xec\xa5\xc1\x00" + bytes(6) + struct.pack("<H", flags)


def workbook(*, is_locked: bool = False) -> bytes:
    """The beginning of a Workbook stream: BOF, and FilePass where it is locked."""
    beginning = struct.pack("<HH16x", 0x0809, 16)
    return beginning + (struct.pack("<HH", 0x002F, 54) if is_locked else struct.pack("<HH", 0x0042, 2)) + bytes(64)


def film(
    width: int = 1280, height: int = 720, *, codec: bytes = b"avc1", brand: bytes = b"isom", turned: bool = False
) -> bytes:
    """An mp4 of headers only."""
    matrix = (0, 65536, 0, -65536, 0, 0, 0, 0, 1 << 30) if turned else (65536, 0, 0, 0, 65536, 0, 0, 0, 1 << 30)
    header = _box(b"tkhd", bytes(40) + struct.pack(">9i", *matrix) + struct.pack(">II", width << 16, height << 16))
    coded = _box(b"stsd", bytes(4) + struct.pack(">II4s8x", 1, 16, codec))
    track = _box(b"trak", header + _box(b"mdia", _box(b"minf", _box(b"stbl", coded))))
    sound = _box(b"trak", _box(b"tkhd", bytes(84)))
    return _box(b"ftyp", brand + bytes(4)) + _box(b"moov", sound + track) + _box(b"mdat", bytes(64))


def _box(kind: bytes, matter: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(matter), kind) + matter
