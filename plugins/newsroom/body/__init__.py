"""Parses the body of a story: editors' Markdown becomes a Document of clean HTML with slots. Opens no files."""

from .headings import repeated_headline as repeated_headline
from .markup import to_document as to_document

# The modules that other rooms may import.
FACE = (
    "document",
    "effort",
    "joining",
    "placed",
)
