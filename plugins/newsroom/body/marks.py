"""Invisible notes put into a text while Markdown parses it, so that the result can be traced back to the source.

A note is a kind, a number in decimal and an end, all written with Unicode noncharacters (U+FDD0..U+FDEF): these are
"intended for process-internal use" (Unicode 23.7), no editor can have meant them, and they are removed from every text
before notes are put in. The meaning of the numbers is left to `galley`.
"""

from __future__ import annotations

import re

_ZERO = 0xFDD0  # U+FDD0..U+FDD9 are the digits 0 to 9
_END = "\ufdef"
_DIGITS = "[\ufdd0-\ufdd9]+"

ADDRESS = "\ufdda"  # before the address of a link or photo; the number of a position
TAG = "\ufddb"  # after the name of a raw tag and a space; the number of a position
DEFINITION = "\ufddc"  # before the address of a reference definition; the number of a position
NUMBER = "\ufddd"  # at the start of an item of an ordered list; the number that was written
GUARD = "\ufdde"  # where Markdown would take the words at the start of a line for markup
RAW = "\ufde0"  # stands for a piece of raw HTML; its number in Markdown's stash
PHOTOS = "\ufde1"  # stands for a PhotoSlot; the number of the slot
LINK = "\ufde2"  # stands for a LinkSlot; the index of the link
OURS = "\ufde3"  # begins the value of an attribute that we set ourselves, not the editor's raw HTML
BREAK = "\ufde4"  # a boundary that no joined line may cross
ATTACHMENT = "\ufdea"  # stands for the address of an AttachmentSlot; the index of the attachment

_NOT_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
_AS_SPACE = "\x0b\x0c"  # a word processor's line and page break
_PLACES = re.compile(f" ?{TAG}{_DIGITS}{_END}|[{ADDRESS}{DEFINITION}{NUMBER}{GUARD}]{_DIGITS}{_END}")
_ANY = re.compile("[\ufdd0-\ufdef]")


def only_text(text: str) -> str:
    """The text without control characters and without characters of notes; tab and line feed stay."""
    return _NOT_TEXT.sub(lambda match: " " if match.group() in _AS_SPACE else "", text)


def note(kind: str, number: int) -> str:
    """The note of that kind and number."""
    return kind + "".join(chr(_ZERO + int(digit)) for digit in str(number)) + _END


def pattern(kind: str) -> str:
    """A regular expression for notes of one kind; its one group holds the number as `number` reads it."""
    return f"{kind}({_DIGITS}){_END}"


def number(digits: str) -> int:
    """The number in the group of `pattern`."""
    return int("".join(chr(ord(digit) - _ZERO + 48) for digit in digits))


def without_places(text: str) -> str:
    """The text without notes of positions. Other notes stay."""
    return _PLACES.sub("", text) if _ANY.search(text) else text
