"""The body of a story: Markdown as editors write it becomes a Document of clean HTML with slots. Reads no file."""

from .markup import to_document as to_document
