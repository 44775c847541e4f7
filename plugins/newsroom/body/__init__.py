"""The body of a story: Markdown as editors write it becomes a Document of clean HTML with slots. Reads no file."""

from .headings import repeated_headline as repeated_headline
from .markup import to_document as to_document

# The modules that other rooms may import.
FACE = (
    "document",
    "joining",
    "placed",
)
